#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/slice.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;

TEST_CASE("a slice of x0^2 + x1^2 through (3, 4) is a parabola with slope 6 along x0 and 8 along x1") {
  const Expression f = of_two("x0^2 + x1^2");
  const std::array<double, 2> point = {3, 4};
  const Slice along_0 = slice(f, point, 0, {-4, 4}, 9);
  CHECK(along_0.slope == 6);
  CHECK(along_0.at == 3);
  CHECK(along_0.value_at == 25);
  CHECK(along_0.x == std::vector<double>{-4, -3, -2, -1, 0, 1, 2, 3, 4});
  for (std::size_t i = 0; i < 9; ++i) {
    CHECK(along_0.value[i] == along_0.x[i] * along_0.x[i] + 16);
    CHECK(along_0.tangent[i] == Approx(25 + 6 * (along_0.x[i] - 3)));
  }
  const Slice along_1 = slice(f, point, 1, {-4, 4}, 9);
  CHECK(along_1.slope == 8);
  CHECK(along_1.value[0] == 9 + 16);
}

TEST_CASE("the secant of 0.01x^2 + 0.1x about 5 goes through both points and approaches the tangent as h falls") {
  const Expression f = of_x("0.01*x^2 + 0.1*x");
  const Secant wide = secant(f, 5, 4, Scheme::forward, {0, 20});
  CHECK(wide.x == std::array<double, 2>{5, 9});
  CHECK(wide.value[1] == Approx(0.01 * 81 + 0.9));
  CHECK(wide.slope == Approx(0.24));
  CHECK(wide.exact == Approx(0.2));
  CHECK(wide.line[0] == Approx(0.75 - 0.24 * 5));
  CHECK(wide.line[1] == Approx(0.75 + 0.24 * 15));
  CHECK(secant(f, 5, 4, Scheme::backward, {0, 20}).x == std::array<double, 2>{1, 5});
  CHECK(secant(f, 5, 4, Scheme::central, {0, 20}).slope == Approx(0.2));
  CHECK(secant(f, 5, 1e-4, Scheme::central, {0, 20}).slope == 0.1999999999990898);
}

TEST_CASE("the curve of -log(y + delta) starts at 16.118 and ends at nearly 0") {
  const Curve curve = cross_entropy_curve({0, 1}, 101);
  CHECK(curve.y.front() == Approx(16.11809565095832).epsilon(1e-15));
  CHECK(curve.y.back() == Approx(0).margin(1.1e-7));
  CHECK(curve.x[60] == Approx(0.6));
  CHECK(curve.y[60] == Approx(0.510825457099338).epsilon(1e-13));
}

TEST_CASE("slices along no such axis, through no such point and over no range are refused") {
  const Expression f = of_two("x0*x1");
  const std::array<double, 2> point = {1, 2};
  CHECK_THROWS_WITH(slice(f, point, 2, {0, 1}, 5), "axis is 2; allowed is a whole number from 0 to 1");
  CHECK_THROWS_AS(slice(f, std::array<double, 1>{1}, 0, {0, 1}, 5), TypeError);
  CHECK_THROWS_WITH(slice(f, std::array<double, 1>{1}, 0, {0, 1}, 5), "point has 1 values; the function has 2 variables");
  CHECK_THROWS_AS(slice(f, point, 0, {1, 1}, 5), RangeError);
  CHECK_THROWS_AS(slice(f, point, 0, {0, 1}, 1), RangeError);
  CHECK_THROWS_AS(slice(f, std::array<double, 2>{1, NAN}, 0, {0, 1}, 5), RangeError);
  CHECK_THROWS_AS(secant(f, 1, 0.1, Scheme::central, {0, 1}), TypeError);
  CHECK_THROWS_AS(cross_entropy_curve({-0.1, 1}, 5), RangeError);
}
