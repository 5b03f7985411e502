#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/derivative.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;
using Catch::WithinAbs;

TEST_CASE("the central difference of 0.01x^2 + 0.1x at 5 is 0.1999999999990898") {
  CHECK(numerical_derivative(of_x("0.01*x^2 + 0.1*x"), 5) == 0.1999999999990898);
  CHECK(numerical_derivative(of_x("0.01*x*x + 0.1*x"), 5) == 0.1999999999990898);
}

TEST_CASE("at 10 it is 0.2999999999997449 with (0.01x)x and 0.2999999999986347 with 0.01(x^2)") {
  CHECK(numerical_derivative(of_x("0.01*x*x + 0.1*x"), 10) == 0.2999999999997449);
  CHECK(numerical_derivative(of_x("0.01*x^2 + 0.1*x"), 10) == 0.2999999999986347);
  CHECK(numerical_derivative([](double x) { return 0.01 * (x * x) + 0.1 * x; }, 10) == 0.2999999999986347);
}

TEST_CASE("the schemes are those of 4.3.1") {
  const Expression cube = of_x("x^3");
  CHECK(numerical_derivative(cube, 2, 0.5, Scheme::forward) == 15.25);  // (15.625 − 8) / 0.5
  CHECK(numerical_derivative(cube, 2, 0.5, Scheme::backward) == 9.25);  // (8 − 3.375) / 0.5
  CHECK(numerical_derivative(cube, 2, 0.5, Scheme::central) == 12.25);  // (15.625 − 3.375) / 1
  CHECK(scheme_named("central") == Scheme::central);
  CHECK(scheme_named("forward") == Scheme::forward);
  CHECK(scheme_named("backward") == Scheme::backward);
  CHECK_THROWS_WITH(scheme_named("up"), "scheme is \"up\"; allowed is \"central\", \"forward\" or \"backward\"");
}

TEST_CASE("the truncation error falls as h for one-sided differences and as h^2 for the central one") {
  const Expression f = of_x("exp(x)");
  const std::array<double, 2> hs = {1e-2, 1e-3};
  for (const auto& [scheme, order] : {std::pair{Scheme::forward, 1}, {Scheme::backward, 1}, {Scheme::central, 2}}) {
    const DerivativeErrors errors = derivative_errors(f, 1, hs, scheme);
    CHECK_THAT(std::log10(errors.float64[0] / errors.float64[1]), WithinAbs(order, 0.01));
  }
}

TEST_CASE("the error against h is a V: in float64 it is least near 1e-5, in float32 near 1e-2") {
  const Expression f = of_x("sin(x)");
  std::vector<double> hs;
  for (int k = 1; k <= 15; ++k) hs.push_back(std::pow(10.0, -k));
  const DerivativeErrors errors = derivative_errors(f, 1, hs, Scheme::central);
  CHECK_THAT(errors.exact, WithinAbs(std::cos(1.0), 1e-16));
  const auto best = [&](const std::vector<double>& of) { return std::min_element(of.begin(), of.end()) - of.begin() + 1; };
  CHECK(best(errors.float64) >= 4);
  CHECK(best(errors.float64) <= 6);
  CHECK(best(errors.float32) >= 1);
  CHECK(best(errors.float32) <= 3);
  CHECK(errors.float64[4] < 1e-10);
  CHECK(errors.float64[14] > 1e-3);
  CHECK(errors.float32[4] > 1e-4);
  // x + h is x there, so the difference is 0 and the error is the derivative itself.
  CHECK(errors.float32[14] == std::abs(errors.exact));
}

TEST_CASE("in float32 every value and every operation is rounded") {
  const std::array<double, 1> hs = {1e-4};
  const DerivativeErrors errors = derivative_errors(of_x("x^2"), 3, hs, Scheme::central);
  const float above = 3.0f + 1e-4f;
  const float below = 3.0f - 1e-4f;
  const auto square = [](float x) { return static_cast<float>(static_cast<double>(x) * static_cast<double>(x)); };
  const float quotient = (square(above) - square(below)) / (2 * 1e-4f);
  CHECK(errors.exact == 6);
  CHECK(errors.float32[0] == std::abs(quotient - 6.0));
  CHECK(errors.float32[0] > 1e-4);
}

TEST_CASE("an h of 0, below 0, infinite or NaN, a point that is not finite and functions of two variables are refused") {
  const Expression f = of_x("x");
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double h : {0.0, -1e-4, nan, std::numeric_limits<double>::infinity()}) {
    CHECK_THROWS_AS(numerical_derivative(f, 1, h), RangeError);
    CHECK_THROWS_AS(numerical_derivative([](double x) { return x; }, 1, h), RangeError);
    CHECK_THROWS_AS(derivative_errors(f, 1, std::array<double, 2>{1e-4, h}, Scheme::central), RangeError);
  }
  CHECK_THROWS_WITH(numerical_derivative(f, 1, 0), "h is 0; allowed is a finite number above 0");
  CHECK_THROWS_AS(numerical_derivative(f, nan), RangeError);
  CHECK_THROWS_AS(derivative_errors(f, nan, {}, Scheme::central), RangeError);
  const Expression g = Expression::parse("x*y", std::array<std::string, 2>{"x", "y"});
  CHECK_THROWS_AS(numerical_derivative(g, 1), TypeError);
  CHECK_THROWS_AS(derivative_errors(g, 1, {}, Scheme::central), TypeError);
}
