#include <array>
#include <cmath>
#include <limits>

#include <downhill/net/decision_map.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

namespace downhill {

Matrix<float> decision_map(const TwoLayerNet<float>& net, const Grid& grid, std::span<const InputScale> scales) {
  if (net.input_size() != 2) {
    throw_type_error({"the net takes ", net.input_size(), " inputs; a map of the plane needs a net of 2"});
  }
  if (scales.size() != 0 && scales.size() != 2) {
    throw_type_error({"the data have ", scales.size(), " inputs a sample; a map of the plane needs 2"});
  }
  check_grid(grid);
  const auto input = [&](std::size_t axis, double value) {
    return scales.empty() ? value : (value - scales[axis].centre) / scales[axis].spread;
  };
  const auto check_float = [&](const char* name, std::size_t axis, std::array<double, 2> range) {
    for (std::size_t end = 0; end < 2; ++end) {
      require(std::abs(input(axis, range[end])) <= std::numeric_limits<float>::max(), {name, "[", end, "]"}, range[end],
              "a number that the net can take as float32");
    }
  };
  check_float("x0", 0, grid.x0);
  check_float("x1", 1, grid.x1);
  Matrix<float> points(Eigen::Index{grid.columns} * grid.rows, 2);
  Eigen::Index point = 0;
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column, ++point) {
      points(point, 0) = static_cast<float>(input(0, grid_coordinate(grid.x0, grid.columns, column)));
      points(point, 1) = static_cast<float>(input(1, grid_coordinate(grid.x1, grid.rows, row)));
    }
  }
  Matrix<float> y = net.predict(points);
  check_sound("output", std::span<const float>(y.data(), static_cast<std::size_t>(y.size())));
  return y;
}

}  // namespace downhill
