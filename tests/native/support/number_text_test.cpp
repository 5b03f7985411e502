#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <utility>

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

TEST_CASE("a number is shown with ten digits at most, and by a power of ten where that is shorter") {
  const std::pair<double, const char*> numbers[] = {
      {0.0, "0"},
      {-0.0, "-0"},
      {1.0, "1"},
      {-0.1, "-0.1"},
      {1e-4, "0.0001"},
      {9.999999999e-5, "9.999999999e-05"},
      {9.9999999999e-5, "0.0001"},
      {1e-7, "1e-07"},
      {123456789.0, "123456789"},
      {9999999999.0, "9999999999"},
      {99999999999.0, "1e+11"},
      {12345678912.0, "1.234567891e+10"},
      {1e10, "1e+10"},
      {65537.0, "65537"},
      {1.0 / 3, "0.3333333333"},
      {1e300, "1e+300"},
      {5e-324, "4.940656458e-324"},
      {1.7976931348623157e308, "1.797693135e+308"},
  };
  for (const auto& [number, text] : numbers) CHECK(shown(number) == text);
  CHECK(shown(std::nan("")) == "NaN");
  CHECK(shown(HUGE_VAL) == "Infinity");
  CHECK(shown(-HUGE_VAL) == "-Infinity");
}

TEST_CASE("a number is shown as printf's %.10g shows it") {
  Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const double value = (random.uniform() - 0.5) * std::pow(10, random.below(30) - 10.0);
    if (shown(value) != printed(value, "%.10g")) FAIL_CHECK(shown(value) << " is not " << printed(value, "%.10g"));
  }
}

TEST_CASE("a text is read as the float64 nearest to it") {
  const std::string zeros(400, '0');
  const std::pair<std::string, double> texts[] = {
      {"0", 0},
      {"0.0", 0},
      {"1", 1},
      {"007", 7},
      {"0.1", 0.1},
      {".5", 0.5},
      {"5.", 5},
      {"2.5e-3", 0.0025},
      {"1E5", 100000},
      {"1e+05", 100000},
      {"1e22", 1e22},
      {"1e23", 1e23},
      {"9007199254740993", 0x1p53},  // half way to the next: to the even one
      {"9007199254740993.0", 0x1p53},
      {"9007199254740993.0000000000000000000000001", 0x1p53 + 2},
      {"4503599627370497.25", 4503599627370497.0},
      {"123456789012345678901234567890", 123456789012345678901234567890.0},
      {"0.000000000000000000000000000000000001", 1e-36},
      {"3.14159265358979323846264338327950288", 3.141592653589793},
      {"1.7976931348623157e308", std::numeric_limits<double>::max()},
      {"1e308", 1e308},
      {"1e309", HUGE_VAL},
      {"1e999999999999", HUGE_VAL},
      {"1" + zeros, HUGE_VAL},
      {"1" + zeros + "e-400", 1},
      {"2.2250738585072014e-308", std::numeric_limits<double>::min()},
      {"4.9406564584124654e-324", std::numeric_limits<double>::denorm_min()},
      {"3e-324", std::numeric_limits<double>::denorm_min()},
      {"2e-324", 0},
      {"1e-999999999999", 0},
      {"0." + zeros + "1", 0},
      {"0." + zeros + "1e401", 1},
      {"0e5", 0},
  };
  for (const auto& [text, number] : texts) {
    INFO(text);
    CHECK(to_number(text) == number);
  }
}

TEST_CASE("a text is read as strtod reads it, to the last bit") {
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
