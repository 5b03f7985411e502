#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/gradient.hpp>
#include <downhill/support/grid.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;
using Catch::WithinAbs;

TEST_CASE("the gradient of x0^2 + x1^2 at (3, 4), (0, 2), (3, 0) is (6, 8), (0, 4), (6, 0)") {
  const Expression f = of_two("x0^2 + x1^2");
  for (const auto& point : {std::array{3.0, 4.0}, std::array{0.0, 2.0}, std::array{3.0, 0.0}}) {
    const std::vector<double> gradient = numerical_gradient(f, point);
    CHECK_THAT(gradient[0], WithinAbs(2 * point[0], 1e-9));
    CHECK_THAT(gradient[1], WithinAbs(2 * point[1], 1e-9));
  }
}

TEST_CASE("the caller's point is not touched") {
  std::vector<double> point = {3, 4};
  int calls = 0;
  numerical_gradient(
      [&](std::span<const double> x) {
        ++calls;
        CHECK(x.data() != point.data());
        CHECK(point == std::vector<double>{3, 4});
        return x[0] * x[1];
      },
      point);
  CHECK(calls == 4);
  CHECK(point == std::vector<double>{3, 4});
}

TEST_CASE("a field has one gradient per grid point, row by row with x1 outer") {
  const Expression f = of_two("x0^2 + x1^3*x0");
  const Grid grid{.x0 = {-2, 2.5}, .x1 = {-1, 3}, .columns = 18, .rows = 7};
  for (const Differentiation method : {Differentiation::numerical, Differentiation::exact}) {
    const GradientField field = gradient_field(f, grid, method);
    REQUIRE(field.value.size() == 18 * 7);
    REQUIRE(field.d0.size() == 18 * 7);
    REQUIRE(field.d1.size() == 18 * 7);
    std::size_t at = 0;
    for (int r = 0; r < grid.rows; ++r) {
      for (int c = 0; c < grid.columns; ++c, ++at) {
        const std::array<double, 2> point = {grid_coordinate(grid.x0, grid.columns, c), grid_coordinate(grid.x1, grid.rows, r)};
        std::array<double, 2> exact{};
        CHECK(field.value[at] == f.value_and_gradient(point, exact));
        if (method == Differentiation::exact) {
          CHECK(field.d0[at] == exact[0]);
          CHECK(field.d1[at] == exact[1]);
        } else {
          const std::vector<double> numerical = numerical_gradient(f, point);
          CHECK(field.d0[at] == numerical[0]);
          CHECK(field.d1[at] == numerical[1]);
          CHECK_THAT(field.d0[at], WithinAbs(exact[0], 1e-7));
          CHECK_THAT(field.d1[at], WithinAbs(exact[1], 1e-7));
        }
      }
    }
  }
}

TEST_CASE("the chapter's 18 x 18 field points away from 0 everywhere: no arrow but the middle one is short") {
  const Grid grid{.x0 = {-2, 2.25}, .x1 = {-2, 2.25}, .columns = 18, .rows = 18};
  const GradientField field = gradient_field(of_two("x0^2 + x1^2"), grid);
  int zero = 0;
  for (std::size_t i = 0; i < field.d0.size(); ++i) zero += std::hypot(field.d0[i], field.d1[i]) < 0.1;
  CHECK(field.d0.size() == 324);
  CHECK(zero == 1);
}

TEST_CASE("grid coordinates run from end to end") {
  CHECK(grid_coordinate({-2, 2}, 5, 0) == -2);
  CHECK(grid_coordinate({-2, 2}, 5, 1) == -1);
  CHECK(grid_coordinate({-2, 2}, 5, 4) == 2);
  CHECK(grid_coordinate({0.1, 0.7}, 4, 3) == 0.7);
  CHECK(grid_coordinate({3, 7}, 1, 0) == 3);
  const GradientField point = gradient_field(of_two("x0*x1"), {.x0 = {3, 9}, .x1 = {4, 9}, .columns = 1, .rows = 1});
  CHECK(point.value == std::vector<double>{12});
}

TEST_CASE("where f is not defined the field is NaN there and only there") {
  const GradientField field =
      gradient_field(of_two("log(x0) + x1"), {.x0 = {-1, 1}, .x1 = {0, 0}, .columns = 2, .rows = 1}, Differentiation::exact);
  CHECK(std::isnan(field.value[0]));
  CHECK(std::isnan(field.d0[0]));
  CHECK(field.value[1] == 0);
  CHECK(field.d0[1] == 1);
}

TEST_CASE("bad grids, points, h and functions are refused") {
  const Expression f = of_two("x0*x1");
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  const Grid good{.x0 = {0, 1}, .x1 = {0, 1}, .columns = 3, .rows = 3};
  const auto with = [&](auto change) {
    Grid grid = good;
    change(grid);
    return grid;
  };
  CHECK_NOTHROW(check_grid(good));
  CHECK_THROWS_AS(check_grid(with([&](Grid& g) { g.x0[0] = nan; })), RangeError);
  CHECK_THROWS_AS(check_grid(with([&](Grid& g) { g.x1[1] = infinity; })), RangeError);
  CHECK_THROWS_AS(check_grid(with([&](Grid& g) { g.x1 = {-1e308, 1e308}; })), RangeError);
  CHECK_THROWS_WITH(check_grid(with([](Grid& g) { g.x0 = {2, 1}; })), "x0[1] is 1; allowed is a number not below x0[0] = 2");
  CHECK_THROWS_WITH(check_grid(with([](Grid& g) { g.columns = 0; })), "columns is 0; allowed is a whole number from 1 to 4096");
  CHECK_THROWS_AS(check_grid(with([](Grid& g) { g.rows = -1; })), RangeError);
  CHECK_THROWS_AS(check_grid(with([](Grid& g) { g.rows = 4097; })), RangeError);
  CHECK_THROWS_AS(gradient_field(f, with([](Grid& g) { g.rows = 0; })), RangeError);
  for (const double h : {0.0, -1.0, nan, infinity}) {
    CHECK_THROWS_AS(gradient_field(f, good, Differentiation::numerical, h), RangeError);
    CHECK_THROWS_AS(numerical_gradient(f, std::array{1.0, 2.0}, h), RangeError);
  }
  CHECK_THROWS_WITH(numerical_gradient(f, std::array{1.0, nan}), "x[1] is NaN; allowed is a finite number");
  CHECK_THROWS_AS(numerical_gradient(f, std::array{1.0}), TypeError);
  CHECK_THROWS_AS(gradient_field(Expression::parse("x", std::array<std::string, 1>{"x"}), good), TypeError);
  CHECK(differentiation_named("exact") == Differentiation::exact);
  CHECK(differentiation_named("numerical") == Differentiation::numerical);
  CHECK_THROWS_AS(differentiation_named("symbolic"), RangeError);
}
