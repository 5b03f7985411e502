#include <cmath>

#include <downhill/descent/basins.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/support/types.hpp>

namespace downhill {
namespace {

constexpr double arrived = 0.1;

struct Nearest {
  Eigen::Index number;
  double distance;
};

Nearest nearest(const Eigen::Array2Xd& minima, const Eigen::Array2d& x) {
  Eigen::Index number = 0;
  const double squared = (minima.colwise() - x).square().colwise().sum().minCoeff(&number);
  return {number, std::sqrt(squared)};
}

std::uint8_t basin_of(const Expression& f, Eigen::Array2d x, const Eigen::Array2Xd& minima, const BasinOptions& options) {
  Nearest there = nearest(minima, x);
  Eigen::Array2d gradient;
  for (int step = 0; step < options.steps && !(there.distance < arrived); ++step) {
    const double value = f.value_and_gradient({x.data(), 2}, {gradient.data(), 2});
    x -= options.learning_rate * gradient;
    if (!std::isfinite(value) || !x.allFinite()) return no_basin;
    there = nearest(minima, x);
  }
  return static_cast<std::uint8_t>(there.number);
}

}  // namespace

std::vector<std::uint8_t> basins(const Expression& f, const Grid& grid, std::span<const double> minima,
                                 const BasinOptions& options) {
  if (f.dimension() != 2) throw_type_error({"f has ", f.dimension(), " variables; basins need a function of two"});
  check_grid(grid);
  if (minima.size() % 2 != 0) throw_type_error({"minima has ", minima.size(), " values; allowed are pairs of x0 and x1"});
  require(minima.size() >= 2 && minima.size() <= 2 * no_basin, "minima.length", minima.size(), "from 2 to 510");
  check_finite("minima", minima);
  require(std::isfinite(options.learning_rate) && options.learning_rate >= 0, "learning_rate", options.learning_rate,
          "a finite number from 0");
  require(options.steps >= 0 && options.steps <= 1'000'000, "steps", options.steps, "a whole number from 0 to 1000000");
  const int end = options.end.value_or(grid.rows);
  require(end >= 0 && end <= grid.rows, "end", end, {"a whole number from 0 to ", grid.rows});
  require(options.begin >= 0 && options.begin <= end, "begin", options.begin, {"a whole number from 0 to ", end});

  const Eigen::Array2Xd places =
      Eigen::Map<const Eigen::Array2Xd>(minima.data(), 2, static_cast<Eigen::Index>(minima.size() / 2));
  std::vector<std::uint8_t> numbers;
  numbers.reserve(static_cast<std::size_t>(end - options.begin) * static_cast<std::size_t>(grid.columns));
  for (int row = options.begin; row < end; ++row) {
    for (int column = 0; column < grid.columns; ++column) {
      const Eigen::Array2d start(grid_coordinate(grid.x0, grid.columns, column), grid_coordinate(grid.x1, grid.rows, row));
      numbers.push_back(basin_of(f, start, places, options));
    }
  }
  return numbers;
}

}  // namespace downhill
