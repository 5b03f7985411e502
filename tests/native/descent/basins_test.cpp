#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/scalar_field.hpp>
#include <downhill/descent/basins.hpp>
#include <downhill/descent/descent.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;
using Catch::WithinAbs;

namespace {

const ScalarField& himmelblau() { return scalar_field_named("himmelblau"); }

std::vector<double> himmelblau_minima() {
  std::vector<double> minima;
  for (const auto& minimum : himmelblau().minima) minima.insert(minima.end(), minimum.begin(), minimum.end());
  return minima;
}

int valley_from(double x0, double x1) {
  return basins(expression_of(himmelblau()), {.x0 = {x0, x0}, .x1 = {x1, x1}, .columns = 1, .rows = 1}, himmelblau_minima())
      .at(0);
}

/// Where the valley changes between two starts on a line along x0 or along x1.
double boundary(std::array<double, 2> range, double other, bool along_x0) {
  const auto valley = [&](double at) { return along_x0 ? valley_from(at, other) : valley_from(other, at); };
  const int first = valley(range[0]);
  REQUIRE(first != valley(range[1]));
  for (int i = 0; i < 40; ++i) {
    const double middle = (range[0] + range[1]) / 2;
    range[valley(middle) == first ? 0 : 1] = middle;
  }
  return range[0];
}

}  // namespace

TEST_CASE("on Himmelblau's function (-0.18, 1) ends at (-2.81, 3.13) and (-0.14, 1), 0.04 beside it, at (3, 2)") {
  CHECK(valley_from(-0.18, 1) == 1);
  CHECK(valley_from(-0.14, 1) == 0);
}

TEST_CASE("the boundaries of its four valleys are where they were measured") {
  CHECK_THAT(boundary({-1, 1}, 1, true), WithinAbs(-0.155, 1e-3));
  CHECK_THAT(boundary({-1, 1}, 4, true), WithinAbs(0.192, 1e-3));
  CHECK_THAT(boundary({-1, 1}, -4, true), WithinAbs(0.055, 1e-3));
  CHECK_THAT(boundary({-1, 1}, -4, false), WithinAbs(0.006, 1e-3));
  CHECK_THAT(boundary({-1, 1}, 2, false), WithinAbs(-0.142, 1e-3));
  CHECK_THAT(boundary({-1, 1}, 4, false), WithinAbs(0.141, 1e-3));
}

TEST_CASE("each start has the minimum that is nearest to the end of its gradient descent, and all four have some") {
  const Expression f = expression_of(himmelblau());
  const Grid grid{.x0 = himmelblau().x0, .x1 = himmelblau().x1, .columns = 41, .rows = 41};
  const std::vector<double> minima = himmelblau_minima();
  const std::vector<std::uint8_t> numbers = basins(f, grid, minima);
  std::array<int, 4> counts{};
  for (int i = 0; i < 41 * 41; ++i) {
    const std::array<double, 2> start{grid_coordinate(grid.x0, 41, i % 41), grid_coordinate(grid.x1, 41, i / 41)};
    const Descent walk = gradient_descent(f, start, {.learning_rate = 0.01, .steps = 40, .method = Differentiation::exact});
    const double* end = &walk.path[walk.path.size() - 2];
    std::size_t nearest = 0;
    const auto distance = [&](std::size_t k) { return std::hypot(end[0] - minima[2 * k], end[1] - minima[2 * k + 1]); };
    for (std::size_t k = 1; k < 4; ++k) {
      if (distance(k) < distance(nearest)) nearest = k;
    }
    INFO("from (" << start[0] << ", " << start[1] << ")");
    REQUIRE(numbers[static_cast<std::size_t>(i)] == nearest);
    ++counts[nearest];
  }
  for (const int count : counts) CHECK(count > 100);
}

TEST_CASE("slices of the rows are the whole") {
  const Expression f = expression_of(himmelblau());
  const Grid grid{.x0 = {-5, 5}, .x1 = {-5, 5}, .columns = 9, .rows = 7};
  const std::vector<double> minima = himmelblau_minima();
  std::vector<std::uint8_t> joined;
  for (const auto& [begin, end] : {std::array{0, 3}, std::array{3, 3}, std::array{3, 7}}) {
    const std::vector<std::uint8_t> part = basins(f, grid, minima, {.begin = begin, .end = end});
    joined.insert(joined.end(), part.begin(), part.end());
  }
  CHECK(joined == basins(f, grid, minima));
}

TEST_CASE("a walk that flies off or has no value has no basin; without steps it is that of the start") {
  const std::vector<double> minima = {0, 0, 3, 3};
  const Grid one{.x0 = {2, 2}, .x1 = {2, 2}, .columns = 1, .rows = 1};
  CHECK(basins(of_two("x0^4 + x1^4"), one, minima, {.learning_rate = 10, .steps = 40}) == std::vector<std::uint8_t>{no_basin});
  CHECK(basins(of_two("log(-x0) + x1"), one, minima) == std::vector<std::uint8_t>{no_basin});
  CHECK(basins(of_two("x0^2 + x1^2"), one, minima, {.steps = 0}) == std::vector<std::uint8_t>{1});
  CHECK(basins(of_two("x0^2 + x1^2"), one, minima, {.learning_rate = 0.1}) == std::vector<std::uint8_t>{0});
}

TEST_CASE("basins refuse what they cannot use, by name") {
  const Expression f = of_two("x0 + x1");
  const Grid grid{.x0 = {0, 1}, .x1 = {0, 1}, .columns = 2, .rows = 2};
  const std::vector<double> minimum = {0, 0};
  const auto with = [&](const BasinOptions& options) { return basins(f, grid, minimum, options); };
  CHECK_THROWS_WITH(basins(of_x("x"), grid, minimum), "f has 1 variables; basins need a function of two");
  CHECK_THROWS_AS(basins(f, {.x0 = {1, 0}, .x1 = {0, 1}, .columns = 2, .rows = 2}, minimum), RangeError);
  CHECK_THROWS_WITH(basins(f, grid, std::vector<double>{0, 0, 1}), "minima has 3 values; allowed are pairs of x0 and x1");
  CHECK_THROWS_WITH(basins(f, grid, std::vector<double>{}), "minima.length is 0; allowed is from 2 to 510");
  CHECK_THROWS_WITH(basins(f, grid, std::vector<double>(512)), "minima.length is 512; allowed is from 2 to 510");
  CHECK_THROWS_WITH(basins(f, grid, std::vector<double>{0, NAN}), "minima[1] is NaN; allowed is a finite number");
  CHECK_THROWS_WITH(with({.learning_rate = -1}), "learning_rate is -1; allowed is a finite number from 0");
  CHECK_THROWS_WITH(with({.steps = -1}), "steps is -1; allowed is a whole number from 0 to 1000000");
  CHECK_THROWS_WITH(with({.end = 3}), "end is 3; allowed is a whole number from 0 to 2");
  CHECK_THROWS_WITH(with({.begin = 2, .end = 1}), "begin is 2; allowed is a whole number from 0 to 1");
}
