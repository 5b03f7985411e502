#pragma once

#include <array>

// The points at which a field, a surface or a map is computed.

namespace downhill {

/// columns × rows points, both ends included (a single column or row is at the lower end).
struct Grid {
  std::array<double, 2> x0;  // lowest and highest, x0 along a row
  std::array<double, 2> x1;
  int columns = 0;
  int rows = 0;
};

/// Throws RangeError unless the ends are finite and in order and 1 ≤ columns, rows ≤ 4096.
void check_grid(const Grid& grid);

/// The coordinate of point `i` of `count` from lo to hi: lo + (hi − lo)·i/(count − 1), exactly hi for the last. Finite if
/// lo and hi are.
double grid_coordinate(std::array<double, 2> range, int count, int i);

}  // namespace downhill
