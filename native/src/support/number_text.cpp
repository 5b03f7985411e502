#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "support/number_text.hpp"

#ifdef __cpp_lib_to_chars
#include <locale>
#include <sstream>
#endif

namespace downhill {
namespace {

constexpr int significant = 10;

#ifdef __cpp_lib_to_chars

std::string of_finite(double value) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, significant).ptr};
}

#else  // As in libc++ 13. WebAssembly has no other locale than C's.

std::string of_finite(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*g", significant, value);
  return text;
}

#endif

}  // namespace

std::string shown(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  return of_finite(value);
}

std::string in_hex(unsigned char byte) {
  char text[3];
  std::snprintf(text, sizeof text, "%02x", byte);
  return text;
}

#ifdef __cpp_lib_to_chars

double to_number(std::string_view text) {
  double value = 0;
  const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc::result_out_of_range) return value;
  // It does not say at which end of the range. A stream does: it gives the largest number or the smallest.
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  stream >> value;
  return value > 1 ? HUGE_VAL : value;
}

#else

double to_number(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

#endif

}  // namespace downhill
