#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>

#include <catch2/catch.hpp>

#include <downhill/support/random.hpp>

#include "support/number_text.hpp"

using namespace downhill;

namespace {

std::string printed(double value, const char* format) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

/// Any finite float64 above 0: its bits are drawn.
double any_number(Random& random) {
  for (;;) {
    const std::uint64_t bits = (std::uint64_t{random.next()} << 32 | random.next()) >> 1;
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    if (std::isfinite(value) && value > 0) return value;
  }
}

}  // namespace

TEST_CASE("a number is shown as printf's %.10g shows it") {
  for (const double value : {0.0, -0.0, 1.0, 0.1, -0.1, 1e-4, 9.9999999999e-5, 1e-7, 123456789.0, 9999999999.0, 99999999999.0,
                             1e10, 65537.0, 1.0 / 3, 1e300, 5e-324, 1.7976931348623157e308}) {
    CHECK(shown(value) == printed(value, "%.10g"));
  }
  CHECK(shown(std::nan("")) == "NaN");
  CHECK(shown(HUGE_VAL) == "Infinity");
  CHECK(shown(-HUGE_VAL) == "-Infinity");
  Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const double value = (random.uniform() - 0.5) * std::pow(10, random.below(30) - 10.0);
    if (shown(value) != printed(value, "%.10g")) FAIL_CHECK(shown(value) << " is not " << printed(value, "%.10g"));
  }
}

TEST_CASE("a text is read as strtod reads it, to the last bit") {
  for (const char* text : {"0",
                           "0.0",
                           "1",
                           "007",
                           "0.1",
                           ".5",
                           "5.",
                           "2.5e-3",
                           "1E5",
                           "1e+05",
                           "1e22",
                           "1e23",
                           "9007199254740993",
                           "9007199254740993.0",
                           "4503599627370497.25",
                           "123456789012345678901234567890",
                           "0.000000000000000000000000000000000001",
                           "1.7976931348623157e308",
                           "1e308",
                           "1e309",
                           "1e999999999999",
                           "2.2250738585072014e-308",
                           "4.9406564584124654e-324",
                           "2e-324",
                           "3e-324",
                           "1e-999999999999",
                           "0e5",
                           "3.14159265358979323846264338327950288"}) {
    INFO(text);
    CHECK(to_number(text) == std::strtod(text, nullptr));
  }
  Random random(2);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = printed(any_number(random), i % 2 == 0 ? "%.17g" : "%.6g");
    if (to_number(text) != std::strtod(text.c_str(), nullptr)) FAIL_CHECK(text);
  }
}

TEST_CASE("a byte is shown as two hexadecimal digits") {
  CHECK(in_hex(0) == "00");
  CHECK(in_hex(0xa5) == "a5");
}
