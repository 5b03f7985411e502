#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/expression.hpp>
#include <downhill/support/random.hpp>

#include "formulas.hpp"
#include "numbers.hpp"

// The exact gradient where numbers end, where the rules of differentiation do, and on random expressions.

using namespace downhill;
using namespace downhill::test;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

/// A random expression of x and y that is smooth almost everywhere.
std::string random_expression(int depth, Random& random) {
  static constexpr std::array unary = {"sin", "cos", "tan",   "atan", "sinh", "cosh", "tanh",
                                       "exp", "log", "log10", "sqrt", "abs",  "asin", "acos"};
  static constexpr std::array binary = {"+", "-", "*", "/"};
  static constexpr std::array exponents = {"2", "3", "-1", "-2", "0.5", "1.7", "20", "-0.3"};
  if (depth == 0) {
    const std::uint32_t leaf = random.below(5);
    return leaf < 2 ? "x" : leaf < 4 ? "y" : std::to_string(1 + random.below(4));
  }
  const auto part = [&] { return random_expression(depth - 1, random); };
  switch (random.below(6)) {
    case 0:
    case 1:
      return std::string(unary[random.below(unary.size())]) + "(" + part() + ")";
    case 2:
      return "(" + part() + ")^(" + exponents[random.below(exponents.size())] + ")";
    case 3:
      return random.below(4) == 0 ? "max(" + part() + ", " + part() + ")" : "(" + part() + ")^(" + part() + ")";
    default: {
      const std::string a = part();
      return "(" + a + ")" + binary[random.below(binary.size())] + "(" + part() + ")";
    }
  }
}

/// f′ by central differences of ever smaller steps, extrapolated (Ridders 1982), and about how far it may be off.
struct Extrapolated {
  double slope = 0;
  double error = infinity;
};

template <class F>
Extrapolated ridders(F&& f, double x) {
  constexpr std::size_t levels = 8;
  std::array<std::array<double, levels>, levels> table{};
  Extrapolated best;
  double h = 0.02;
  for (std::size_t i = 0; i < levels; ++i, h /= 1.6) {
    table[0][i] = (f(x + h) - f(x - h)) / (2 * h);
    double factor = 1.6 * 1.6;
    for (std::size_t j = 1; j <= i; ++j, factor *= 1.6 * 1.6) {
      table[j][i] = (table[j - 1][i] * factor - table[j - 1][i - 1]) / (factor - 1);
      const double error = std::max(std::abs(table[j][i] - table[j - 1][i]), std::abs(table[j][i] - table[j - 1][i - 1]));
      if (error < best.error) best = {table[j][i], error};
    }
  }
  return best;
}

}  // namespace

TEST_CASE("slopes that pass through numbers too large or too small for a float64 are right all the same") {
  // The truth, by hand or to 40 digits.
  const std::vector<std::tuple<const char*, double, double>> known = {
      {"1/(1+exp(-100*x))", -8, 0},
      {"1/(1+exp(-100*x))", -7, 9.8596765437597709e-303},
      {"1/cosh(x)", 800, 0},
      {"1/cosh(x)", 400, -2 * std::exp(-400.)},
      {"1/cosh(x)", -400, 2 * std::exp(-400.)},
      {"1/exp(x)", 800, 0},
      {"1/exp(x)", 400, -std::exp(-400.)},
      {"exp(x)^-2", 300, -2 * std::exp(-600.)},
      {"exp(x)^-1.5", 400, -1.5 * std::exp(-600.)},
      {"exp(x)^-20", 30, -20 * std::exp(-600.)},
      {"atan(exp(x))", 400, std::exp(-400.)},
      {"atan(exp(x))", 800, 0},
      {"atan(-exp(x))", 400, -std::exp(-400.)},
      {"log(exp(x))", 700, 1},
      {"log(exp(x))", -700, 1},
      {"log(exp(x))", -710, 1},
      {"log10(exp(x))", -710, 1 / std::log(10.)},
      {"sqrt(exp(x))", -700, 0.5 * std::exp(-350.)},
      {"exp(x)/exp(x)", 400, 0},
      {"exp(2*x)/exp(x)", 300, std::exp(300.)},
      {"exp(-exp(x))", 800, 0},
      {"tanh(exp(x))", 800, 0},
      {"tanh(x)", 19, 1.2556531168192117e-16},
      {"tanh(x)", -19, 1.2556531168192117e-16},
      {"tanh(x)", 300, 4 * std::exp(-600.)},
      {"tanh(x)", 0.25, 0.9400148488063796},
      {"exp(-1/x^2)", 0, 0},
      {"exp(-x^2)", 1e200, 0},
      {"1/(1/x)", 0, 1},
      {"1/(2 + 1/x)", 0, 1},
      {"x^2/sqrt(x^2)", 3, 1},
      {"1/(1/x)", 1e200, 1},
      {"1/(1/x)", 1e-155, 1},
      {"1/(1/x)", -1e-310, 1},
      {"(1/x)^-1", 1e160, 1},
      {"(1/x)^-1.5", 1e160, 1.5e80},
      {"tanh(x)/(1/x)", 1e200, 1},
      {"atan(1/x)", 1e-160, -1},
      {"atan(1/x)", 1e160, -0.0},
      {"log(1/x)", 1e200, -1e-200},
      {"log2(1/x^2)", 1e200, -2e-200 / std::log(2.)},
      {"asinh(x^2)", 1e200, 2e-200},
      {"acosh(x^2)", 1e200, 2e-200},
      {"log(cosh(x))", 1e4, 1},
      {"log(sinh(-x))", -1e4, -1},
      {"cbrt(x^3)", 1e-150, 1},
      {"(x^16)^(1/16)", 1e-30, 1},
      {"log(2^x)", 5000, std::log(2.)},
      {"x^20*x^-19", 1e-15, 1},
  };
  for (const auto& [source, x, truth] : known) {
    INFO(source << " at " << x);
    CHECK_THAT(derivative(source, x), WithinRel(truth, 1e-12) || WithinAbs(truth, truth == 0 ? 1e-300 : 0));
  }
}

TEST_CASE("the slopes of the distance from the origin are the direction, however near and far") {
  const double half = std::sqrt(0.5);
  CHECK_THAT(gradient("sqrt(x^2 + y^2)", 1e-170, 0)[0], WithinRel(1, 1e-12));
  for (const double r : {1e-300, 1e-170, 1e200, 1e300}) {
    const auto [x, y] = gradient("sqrt(x^2 + y^2)", r, r);
    CHECK_THAT(x, WithinRel(half, 1e-12));
    CHECK_THAT(y, WithinRel(half, 1e-12));
  }
}

TEST_CASE("next to a removable 0/0, where rounding leaves nothing of the rules, the slope is that of the points beside") {
  for (const double x : {0.0, 1e-200, 1e-16, 1e-12, 1e-9, -1e-9, 1e-7, 1e-5}) {
    INFO(x);
    CHECK_THAT(derivative("sin(x)/x + x", x == 0 ? 1e-300 : x), WithinRel(1 - x / 3, 1e-7));
    CHECK_THAT(derivative("(exp(x) - 1)/x", x == 0 ? 1e-300 : x), WithinRel(0.5 + x / 3, 1e-7));
    CHECK_THAT(derivative("log(1 + x)/x", x == 0 ? 1e-300 : x), WithinRel(-0.5 + 2 * x / 3, 1e-7));
    CHECK_THAT(derivative("(x^2 + 3*x + 1)*exp(1 - cos(x))", x), WithinRel(3 + 3 * x, 1e-7));
  }
  CHECK_THAT(derivative("acos(cos(x))", 1e-9), WithinRel(1, 1e-7));
  CHECK_THAT(derivative("acos(cos(x))", 1e9), WithinRel(-1, 1e-7) || WithinRel(1, 1e-7));
  CHECK_THAT(derivative("sqrt(1 - cos(x - 5))", 5 + 1e-9), WithinRel(0.7071067811865476, 1e-7));
}

TEST_CASE("a vertical tangent stays one, and a corner the mean of its sides, where rounding is about") {
  for (const char* source : {"sqrt(x)", "cbrt(x)", "sqrt(2*x)", "sqrt(exp(x) - 1)", "cbrt(sin(x))", "x^0.2", "acosh(1 + x)"}) {
    INFO(source);
    CHECK(derivative(source, 0) == infinity);
  }
  // 7e9 and 12: rounding leaves none of their digits, and yet the slope is neither infinite nor 0.
  CHECK(std::isnan(derivative("acosh(1 + abs(x))", 1e-20)));
  CHECK(std::isnan(derivative("x^0.875 + acos(cos(x))", 8e-10)));
  CHECK(derivative("abs(2*x - 10)", 5) == 0);
  CHECK(derivative("max(0, 2*x - 10)", 5) == 0);
  CHECK(derivative("max(2*x - 10, 0)", 5) == 2);
  CHECK(derivative("(2*x - 10)^2.5", 5) == 0);
  CHECK_THAT(derivative("abs(exp(x) - 1)", 0), WithinAbs(0, 1e-7));
}

TEST_CASE("where the rules say nothing the slope is that beside the point, from both sides or from the only one") {
  CHECK_THAT(derivative("(x^3)^(1/3)", 0), WithinRel(1, 1e-12));
  CHECK_THAT(derivative("(x^6)^(1/6)", 0), WithinAbs(0, 1e-12));  // |x|
  CHECK_THAT(derivative("sqrt(x)^2", 0), WithinRel(1, 1e-12));
  CHECK_THAT(derivative("sqrt(x^2)", 0), WithinAbs(0, 1e-12));
  CHECK_THAT(derivative("sqrt(x^4)", 0), WithinAbs(0, 1e-12));
  CHECK_THAT(derivative("(x^3)^0.5", 0), WithinAbs(0, 1e-9));
  CHECK_THAT(derivative("sqrt(sin(x)^2 + x^4) + 3*x", 0), WithinRel(3, 1e-9));
  CHECK_THAT(derivative("sqrt(1 - cos(x)) + x", 0), WithinRel(1, 1e-9));
  CHECK_THAT(derivative("sqrt((x - 5)^6)", 5), WithinAbs(0, 1e-9));
  CHECK_THAT(derivative("asin(1 - x^2)", 0), WithinAbs(0, 1e-9));
  CHECK_THAT(derivative("sqrt(x) - sqrt(x) + 2*x", 0), WithinRel(2, 1e-9));
  CHECK(derivative("(x^3)^(1/9)", 0) == infinity);
  CHECK(gradient("sqrt(x^2 + y^2)", 0, 0) == std::array<double, 2>{0, 0});
  CHECK_THAT(gradient("sqrt(x^2 + y^2)", 0, 3)[1], WithinRel(1, 1e-15));
  CHECK_THAT(gradient("(x^3)^(1/3)*y", 0, 5)[0], WithinRel(5, 1e-12));
}

TEST_CASE("where an argument of max or min has no value, there is no slope either, whichever it is") {
  for (const char* source : {"min(1, sqrt(x))", "min(sqrt(x), 1)", "max(0, log(x))", "max(log(x), 0)"}) {
    CAPTURE(source);
    CHECK(std::isnan(gradient(source, -1, 0)[0]));
  }
}

TEST_CASE("what does not depend on a variable has no slope along it, however steep it is") {
  CHECK(gradient("sqrt(x) + 0*y", 0, 3)[1] == 0);
  CHECK(gradient("log(x)*y^0", 0, 3)[1] == 0);
  CHECK(gradient("max(sqrt(x), y)", 0, 3) == std::array<double, 2>{0, 1});
  CHECK(gradient("x^(1/3) + y", 0, 3)[1] == 1);
}

TEST_CASE("the exact gradient of random expressions agrees with extrapolated differences wherever these can be trusted") {
  Random random(11);
  int trusted = 0;
  for (int trial = 0; trial < 4000; ++trial) {
    const std::string source = random_expression(1 + static_cast<int>(random.below(3)), random);
    const Expression f = Expression::parse(source, x_and_y);
    const std::array<double, 2> point = {0.2 + 2 * random.uniform(), 0.2 + 2 * random.uniform()};
    std::array<double, 2> exact{};
    if (!std::isfinite(f.value_and_gradient(point, exact))) continue;
    for (std::size_t i = 0; i < 2; ++i) {
      const Extrapolated numerical = ridders(
          [&](double moved) {
            std::array<double, 2> at = point;
            at[i] = moved;
            return f.value(at);
          },
          point[i]);
      const double scale = std::abs(numerical.slope) + std::abs(f.value(point)) + 1e-3;
      if (!(numerical.error < 1e-8 * scale)) continue;
      ++trusted;
      INFO(source << " at (" << point[0] << ", " << point[1] << "), variable " << i);
      CHECK_THAT(exact[i], WithinAbs(numerical.slope, 1e-6 * scale));
    }
  }
  CHECK(trusted > 3000);
}
