#include <algorithm>
#include <cmath>
#include <limits>

#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/surface/loss_surface.hpp>

#include "kernels/net_pass.hpp"
#include "kernels/sums.hpp"

namespace downhill {
namespace {

void check_plane(const TwoLayerNet<float>& net, const Plane& plane) {
  const auto check = [&](const char* name, const Vector<float>& values) {
    if (values.size() != net.parameter_count()) {
      throw_type_error({name, " has ", values.size(), " values; the net has ", net.parameter_count(), " parameters"});
    }
    check_finite(name, values);
  };
  check("centre", plane.centre);
  check("u", plane.u);
  check("v", plane.v);
}

LossSurface empty_surface(const Grid& grid) {
  const auto points = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
  return {std::vector<float>(points), std::vector<float>(points), std::vector<float>(points)};
}

template <class PointFunction>
LossSurface over_grid(const Grid& grid, PointFunction&& at) {
  LossSurface surface = empty_surface(grid);
  std::size_t point = 0;
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column, ++point) {
      const auto a = static_cast<float>(grid_coordinate(grid.x0, grid.columns, column));
      const auto b = static_cast<float>(grid_coordinate(grid.x1, grid.rows, row));
      const auto [loss, downhill_a, downhill_b] = at(a, b);
      surface.loss[point] = static_cast<float>(loss);
      surface.downhill_a[point] = static_cast<float>(downhill_a);
      surface.downhill_b[point] = static_cast<float>(downhill_b);
    }
  }
  return surface;
}

struct SurfacePoint {
  double loss;
  double downhill_a;
  double downhill_b;
};

SurfacePoint plain_point(TwoLayerNet<float>& net, const Plane& plane, const ConstMatrixRef<float>& x,
                         std::span<const Label> labels, float a, float b) {
  net.parameters() = plane.centre + a * plane.u + b * plane.v;
  const Vector<float> gradient = net.gradient(x, labels);
  return {net.loss(x, labels), -gradient.cast<double>().dot(plane.u.cast<double>()),
          -gradient.cast<double>().dot(plane.v.cast<double>())};
}

double largest(const Vector<float>& values) { return values.cwiseAbs().maxCoeff(); }

}  // namespace

LossSurface loss_surface_plain(const TwoLayerNet<float>& net, const Plane& plane, const ConstMatrixRef<float>& x,
                               std::span<const Label> labels, const Grid& grid) {
  check_plane(net, plane);
  check_grid(grid);
  TwoLayerNet<float> here = net;
  return over_grid(grid, [&](float a, float b) { return plain_point(here, plane, x, labels, a, b); });
}

LossSurface loss_surface(const TwoLayerNet<float>& net, const Plane& plane, const ConstMatrixRef<float>& x,
                         std::span<const Label> labels, const Grid& grid) {
  check_plane(net, plane);
  check_grid(grid);
  net.loss(x, labels);  // refuses a batch that does not fit
  kernels::NetPass pass(net);
  pass.resize(labels.size());
  const std::span<float> point = pass.point();
  const auto point_of = [&](const Vector<float>& parameters) {
    const ParameterViews<const float> views(parameters.data(), net.shape());
    pass.set_a1(x, views);
    pass.set_output_layer(views);
    return std::vector<float>(point.begin(), point.end());
  };
  const std::vector<float> centre = point_of(plane.centre), u = point_of(plane.u), v = point_of(plane.v);
  TwoLayerNet<float> here = net;
  const double largest_centre = largest(plane.centre), largest_u = largest(plane.u), largest_v = largest(plane.v);
  return over_grid(grid, [&](float a, float b) -> SurfacePoint {
    // X·W1 as a sum is finite in places where W1 is not any more.
    const double bound = largest_centre + std::abs(double{a}) * largest_u + std::abs(double{b}) * largest_v;
    if (!(bound < std::numeric_limits<float>::max())) return plain_point(here, plane, x, labels, a, b);
    std::copy(centre.begin(), centre.end(), point.begin());
    kernels::add_scaled(point.data(), a, u.data(), point.size());
    kernels::add_scaled(point.data(), b, v.data(), point.size());
    pass.forward();
    pass.backward(labels);
    const std::span<const float> gradient = pass.gradient();
    return {pass.loss(labels), -kernels::dot(gradient.data(), u.data(), u.size()),
            -kernels::dot(gradient.data(), v.data(), v.size())};
  });
}

}  // namespace downhill
