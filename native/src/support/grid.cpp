#include <cmath>
#include <string>

#include <downhill/support/error.hpp>
#include <downhill/support/grid.hpp>

namespace downhill {
namespace {

void check_range(std::array<double, 2> range, const std::string& name) {
  require(std::isfinite(range[0]), {name, "[0]"}, range[0], "a finite number");
  require(std::isfinite(range[1]), {name, "[1]"}, range[1], "a finite number");
  require(range[1] >= range[0], {name, "[1]"}, range[1], {"a number not below ", name, "[0] = ", range[0]});
  // The length is multiplied by a count, which must not overflow.
  require(std::isfinite((range[1] - range[0]) * 4096), {"the length of ", name}, range[1] - range[0], "at most about 1e304");
}

}  // namespace

void check_grid(const Grid& grid) {
  check_range(grid.x0, "x0");
  check_range(grid.x1, "x1");
  require(grid.columns >= 1 && grid.columns <= 4096, "columns", grid.columns, "a whole number from 1 to 4096");
  require(grid.rows >= 1 && grid.rows <= 4096, "rows", grid.rows, "a whole number from 1 to 4096");
}

double grid_coordinate(std::array<double, 2> range, int count, int i) {
  if (i == 0 || count <= 1) return range[0];
  if (i == count - 1) return range[1];
  const double coordinate = range[0] + (range[1] - range[0]) * i / (count - 1);
  if (std::isfinite(coordinate)) return coordinate;
  // The length of the range, or its product with i, overflows.
  const double share = static_cast<double>(i) / (count - 1);
  return range[0] * (1 - share) + range[1] * share;
}

}  // namespace downhill
