#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include <catch2/catch.hpp>

#include <downhill/support/random.hpp>

#include "numbers.hpp"
#include "wasm/elementary.hpp"

// What the tests compare with is the C library's, so as WebAssembly they compare these functions with themselves; natively they
// do not.

using namespace downhill;
using namespace downhill::test;

namespace {

/// How many float64 lie between a and b.
double ulps(double a, double b) {
  if (a == b || (std::isnan(a) && std::isnan(b))) return 0;
  if (std::isnan(a) || std::isnan(b) || std::isinf(a) || std::isinf(b)) return HUGE_VAL;
  return std::abs(a - b) / (std::nextafter(std::abs(b), HUGE_VAL) - std::abs(b));
}

}  // namespace

TEST_CASE("exp is right to an ulp, and 0 or infinite where it must be") {
  Random random(1);
  double worst = 0;
  for (int i = 0; i < 100000; ++i) {
    const double x = (random.uniform() - 0.5) * (i % 2 == 0 ? 2 : 1416);
    worst = std::max(worst, ulps(elementary::exp(x), std::exp(x)));
  }
  CHECK(worst <= 1.5);
  for (const double x : {0.0, -0.0, 1.0, -1.0, 1e-20, 709.78, 709.7827128933840, 709.8, 1e300, infinity, -745.0, -746.0, -1e300,
                         -infinity, not_a_number}) {
    INFO(x);
    CHECK(ulps(elementary::exp(x), std::exp(x)) <= 1);
  }
}

TEST_CASE("log is right to an ulp, and −∞ at 0") {
  Random random(2);
  double worst = 0;
  for (int i = 0; i < 100000; ++i) {
    const double x =
        i % 2 == 0 ? 0.5 + random.uniform() : std::ldexp(1 + random.uniform(), static_cast<int>(random.below(2000)) - 1000);
    worst = std::max(worst, ulps(elementary::log(x), std::log(x)));
  }
  CHECK(worst <= 1.5);
  for (const double x : {1.0, 2.0, 0.5, 1e-7, 5e-324, std::numeric_limits<double>::max(), 0.0, -1.0, infinity, not_a_number}) {
    INFO(x);
    CHECK(ulps(elementary::log(x), std::log(x)) <= 1);
  }
}

TEST_CASE("pow is right to an ulp, and exact where the power is a whole number below 2^53") {
  Random random(3);
  double worst = 0;
  for (int i = 0; i < 100000; ++i) {
    const double x = std::ldexp(1 + random.uniform(), static_cast<int>(random.below(40)) - 20);
    const double y = (random.uniform() - 0.5) * (i % 2 == 0 ? 8 : 100);
    worst = std::max(worst, ulps(elementary::pow(x, y), std::pow(x, y)));
  }
  CHECK(worst <= 1.5);
  for (int base = -20; base <= 20; ++base) {
    double exact = 1;
    for (int power = 0; std::abs(exact) < 9e15 && power < 60; ++power, exact *= base)
      CHECK(elementary::pow(base, power) == exact);
  }
  for (const double x : {0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, -8.0, 1e300, 1e-300, infinity, -infinity, not_a_number}) {
    for (const double y : {0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 3.0, -3.0, 1.0 / 3, 1e10, 1e30, -1e30, 9007199254740993.0, infinity,
                           -infinity, not_a_number}) {
      INFO(x << " to the power " << y);
      CHECK(ulps(elementary::pow(x, y), std::pow(x, y)) <= 1);
      if (elementary::pow(x, y) == 0) CHECK(std::signbit(elementary::pow(x, y)) == std::signbit(std::pow(x, y)));
    }
  }
}

TEST_CASE("an angle is brought between −π/4 and π/4, also one of 1e300") {
  const auto sine = [](double x) {
    double rest[2];
    const int quarters = elementary::quarter_turns(x, rest);
    if (!(std::abs(rest[0]) <= 0.7853981633974484) && std::isfinite(x)) FAIL_CHECK(x);
    const double turned =
        quarters % 2 == 0 ? std::sin(rest[0]) + rest[1] * std::cos(rest[0]) : std::cos(rest[0]) - rest[1] * std::sin(rest[0]);
    return quarters < 2 ? turned : -turned;
  };
  Random random(4);
  for (int i = 0; i < 20000; ++i) {
    const double x = std::ldexp(random.uniform() - 0.5, static_cast<int>(random.below(1024)));
    if (std::abs(sine(x) - std::sin(x)) > 3e-16 * std::abs(std::sin(x))) FAIL_CHECK(x);
  }
  for (const double x : {0.8, 1.0, 1.5707963267948966, 3.141592653589793, -3.141592653589793, 6381956970095103.0 * 0x1p797,
                         1e22, 1.7976931348623157e308}) {
    INFO(x);
    CHECK(std::abs(sine(x) - std::sin(x)) <= 3e-16 * std::abs(std::sin(x)));
  }
  CHECK(std::isnan(sine(infinity)));
}
