#include <string>

#include <downhill/decision_map.hpp>
#include <downhill/error.hpp>

namespace downhill {

Matrix<float> decision_map(const TwoLayerNet<float>& net, const Grid& grid) {
  if (net.input_size() != 2) {
    throw_type_error({"the net takes ", net.input_size(), " inputs; a map of the plane needs a net of 2"});
  }
  check_grid(grid);
  Matrix<float> points(Eigen::Index{grid.columns} * grid.rows, 2);
  Eigen::Index point = 0;
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column, ++point) {
      points(point, 0) = static_cast<float>(grid_coordinate(grid.x0, grid.columns, column));
      points(point, 1) = static_cast<float>(grid_coordinate(grid.x1, grid.rows, row));
    }
  }
  return net.predict(points);
}

}  // namespace downhill
