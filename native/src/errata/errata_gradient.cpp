#include <cmath>
#include <string>
#include <utility>

#include <downhill/errata/errata.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

namespace downhill::errata {
namespace {

using Point = std::vector<double>;

void check_descent(const Expression& f, std::span<const double> start, double learning_rate, int steps) {
  f.check_length("start", start.size());
  check_finite("start", start);
  require(std::isfinite(learning_rate), "learning_rate", learning_rate, "a finite number");
  require(steps >= 1 && steps <= 100'000, "steps", steps, "a whole number from 1 to 100000");
}

bool all_finite(const Point& x) {
  for (const double value : x) {
    if (!std::isfinite(value)) return false;
  }
  return true;
}

/// Calls update(x, gradient) `steps` times and returns the start and each point after it.
template <class Update>
std::vector<double> walk(const Expression& f, Point& x, int steps, Update&& update) {
  std::vector<double> path = x;
  for (int step = 0; step < steps; ++step) {
    Point next = x;
    update(next, numerical_gradient(f, x));
    if (!all_finite(next)) break;
    x = std::move(next);
    path.insert(path.end(), x.begin(), x.end());
  }
  return path;
}

auto descend(double learning_rate) {
  return [learning_rate](Point& x, const std::vector<double>& gradient) {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] -= learning_rate * gradient[i];
  };
}

}  // namespace

Quiver quiver(const Expression& f, const Grid& grid) {
  Quiver result{.right = gradient_field(f, grid), .wrong = {}};
  const std::size_t points = result.right.value.size();
  require(points >= 2, "the number of grid points", points, "at least 2: the wrong form reads f from the first two");
  Point X, Y;
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column) {
      X.push_back(grid_coordinate(grid.x0, grid.columns, column));
      Y.push_back(grid_coordinate(grid.x1, grid.rows, row));
    }
  }
  const auto of_first_two = [&f](std::span<const double> x) { return f.value(x.first(2)); };
  result.wrong = {result.right.value, numerical_gradient(of_first_two, X), numerical_gradient(of_first_two, Y)};
  for (std::size_t i = 0; i < points; ++i) result.wrong_arrows += result.wrong.d0[i] != 0 || result.wrong.d1[i] != 0;
  return result;
}

IntegerGradient integer_gradient(const Expression& f, std::span<const std::int32_t> x, double h) {
  const Point point(x.begin(), x.end());
  IntegerGradient gradient{.right = numerical_gradient(f, point, h), .wrong = {}};
  Point in_integers = point;
  for (std::size_t i = 0; i < point.size(); ++i) {
    in_integers[i] = std::trunc(point[i] + h);
    const double above = f.value(in_integers);
    in_integers[i] = std::trunc(point[i] - h);
    const double below = f.value(in_integers);
    gradient.wrong.push_back((above - below) / (2 * h));
    in_integers[i] = point[i];
  }
  return gradient;
}

Paths crossed_update(const Expression& f, std::span<const double> start, double learning_rate, int steps) {
  if (f.dimension() != 2) {
    throw_type_error({"f has ", f.dimension(), " variables; the mistaken formula is one of two"});
  }
  check_descent(f, start, learning_rate, steps);
  const auto crossed = [learning_rate](Point& x, const std::vector<double>& gradient) {
    x = {x[0] - learning_rate * gradient[0], x[0] - learning_rate * gradient[1]};
  };
  Point x(start.begin(), start.end());
  Point wrong_x = x;
  return {walk(f, x, steps, descend(learning_rate)), walk(f, wrong_x, steps, crossed)};
}

OverwrittenStart overwritten_start(const Expression& f, std::span<const double> start, double learning_rate, int steps) {
  check_descent(f, start, learning_rate, steps);
  OverwrittenStart result;
  result.start_after_right.assign(start.begin(), start.end());
  result.start_after_wrong = result.start_after_right;
  walk(f, result.start_after_wrong, steps, descend(learning_rate));
  Point x = result.start_after_right;
  Point wrong_x = result.start_after_wrong;
  result.paths = {walk(f, x, steps, descend(learning_rate)), walk(f, wrong_x, steps, descend(learning_rate))};
  return result;
}

Paths missing_last_point(const Expression& f, std::span<const double> start, double learning_rate, int steps) {
  check_descent(f, start, learning_rate, steps);
  Point x(start.begin(), start.end());
  Paths paths{.right = walk(f, x, steps, descend(learning_rate)), .wrong = {}};
  paths.wrong.assign(paths.right.begin(), paths.right.end() - static_cast<std::ptrdiff_t>(start.size()));
  return paths;
}

}  // namespace downhill::errata
