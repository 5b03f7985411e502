#include <cmath>
#include <string>

#include <downhill/calculus/slice.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/support/grid.hpp>

namespace downhill {
namespace {

void check_range(std::array<double, 2> range) {
  require(std::isfinite(range[0]), "range[0]", range[0], "a finite number");
  require(std::isfinite(range[1]) && range[1] > range[0], "range[1]", range[1], "a finite number above range[0]");
}

std::vector<double> places(std::array<double, 2> range, int count) {
  require(count >= 2 && count <= 100'000, "count", count, "a whole number from 2 to 100000");
  std::vector<double> x;
  for (int i = 0; i < count; ++i) x.push_back(grid_coordinate(range, count, i));
  return x;
}

}  // namespace

Slice slice(const Expression& f, std::span<const double> point, int axis, std::array<double, 2> range, int count) {
  require(axis >= 0 && axis < f.dimension(), "axis", axis, {"a whole number from 0 to ", f.dimension() - 1});
  f.check_length("point", point.size());
  check_finite("point", point);
  check_range(range);
  Slice slice;
  slice.x = places(range, count);
  const auto along = static_cast<std::size_t>(axis);
  std::vector<double> gradient(static_cast<std::size_t>(f.dimension()));
  slice.value_at = f.value_and_gradient(point, gradient);
  slice.at = point[along];
  slice.slope = gradient[along];

  std::vector<std::vector<double>> columns;
  for (const double value : point) columns.emplace_back(slice.x.size(), value);
  columns[along] = slice.x;
  const std::vector<std::span<const double>> x(columns.begin(), columns.end());
  slice.value.resize(slice.x.size());
  f.values(x, slice.value);
  for (const double place : slice.x) slice.tangent.push_back(slice.value_at + slice.slope * (place - slice.at));
  return slice;
}

Secant secant(const Expression& f, double x, double h, Scheme scheme, std::array<double, 2> range) {
  check_range(range);
  Secant secant;
  secant.slope = numerical_derivative(f, x, h, scheme);
  f.value_and_gradient({&x, 1}, {&secant.exact, 1});
  secant.x = {scheme == Scheme::forward ? x : x - h, scheme == Scheme::backward ? x : x + h};
  for (std::size_t i = 0; i < 2; ++i) secant.value[i] = f.value({&secant.x[i], 1});
  for (std::size_t i = 0; i < 2; ++i) secant.line[i] = secant.value[0] + secant.slope * (range[i] - secant.x[0]);
  return secant;
}

Curve cross_entropy_curve(std::array<double, 2> range, int count) {
  require(range[0] >= 0 && range[0] < 1, "range[0]", range[0], "a number from 0, below 1");
  require(range[1] > range[0] && range[1] <= 1, "range[1]", range[1], "a number above range[0], at most 1");
  Curve curve{.x = places(range, count), .y = {}};
  for (const double y : curve.x) curve.y.push_back(loss_of_probability(y));
  return curve;
}

}  // namespace downhill
