#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/difference.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;

TEST_CASE("the difference of two arrays by its largest, its mean and relative to their length") {
  const std::array<double, 4> a = {1, 2, 3, 0};
  const std::array<double, 4> b = {1, 2.5, 1, 0};
  const Difference of = difference(a, b);
  CHECK(of.each == std::vector<double>{0, 0.5, 2, 0});
  CHECK(of.largest == 2);
  CHECK(of.at == 2);
  CHECK(of.mean == 2.5 / 4);
  CHECK(of.relative == Approx(std::sqrt(4.25) / (std::sqrt(14.0) + std::sqrt(8.25))));
  CHECK(difference(a, a).relative == 0);
  CHECK(difference(std::array<double, 1>{0}, std::array<double, 1>{0}).relative == 0);
}

TEST_CASE("a value that is not a number makes the difference infinite rather than vanish") {
  const std::array<double, 2> a = {1, std::numeric_limits<double>::quiet_NaN()};
  const std::array<double, 2> b = {1, 2};
  CHECK(std::isinf(difference(a, b).largest));
  CHECK(difference(a, b).at == 1);
}

TEST_CASE("the relative difference has a value where the lengths are no float64, and is infinite where a value is none") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  using Pair = std::array<double, 2>;
  CHECK(difference(Pair{1.7e308, 1.7e308}, Pair{-1.7e308, -1.7e308}).relative == 1);
  CHECK(difference(Pair{1.7e308, 0}, Pair{1.7e308, 1.7e308}).relative == Approx(1 / (1 + std::sqrt(2.0))));
  CHECK(difference(Pair{infinity, 1}, Pair{infinity, 1}).relative == infinity);
  CHECK(difference(Pair{std::nan(""), 1}, Pair{2, 1}).relative == infinity);
}

TEST_CASE("arrays of different lengths have no difference") {
  CHECK_THROWS_AS(difference(std::array<double, 1>{0}, std::array<double, 2>{0, 0}), TypeError);
  CHECK_THROWS_AS(difference({}, {}), RangeError);
}
