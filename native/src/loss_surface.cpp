#include <string>

#include <downhill/error.hpp>
#include <downhill/loss.hpp>
#include <downhill/loss_surface.hpp>

#include "kernels/activation.hpp"
#include "kernels/float4.hpp"
#include "kernels/product.hpp"

namespace downhill {
namespace {

void check_plane(const TwoLayerNet<float>& net, const Plane& plane) {
  const auto check = [&](const char* name, const Vector<float>& values) {
    if (values.size() == net.parameter_count()) return;
    throw_type_error({name, " has ", values.size(), " values; the net has ", net.parameter_count(), " parameters"});
  };
  check("centre", plane.centre);
  check("u", plane.u);
  check("v", plane.v);
}

/// A point of parameter space, or a direction through it, seen as the four parts of a net.
struct Parts {
  Parts(const TwoLayerNet<float>& net, const Vector<float>& values)
      : W1(values.data(), net.input_size(), net.hidden_size()),
        b1(W1.data() + W1.size(), net.hidden_size()),
        W2(b1.data() + b1.size(), net.hidden_size(), net.output_size()),
        b2(W2.data() + W2.size(), net.output_size()) {}

  /// x·W1 + b1: what this part adds to the hidden layer's input.
  Matrix<float> hidden_input(const Matrix<float>& x) const {
    Matrix<float> a(x.rows(), W1.cols());
    kernels::product(x, W1, a);
    a.rowwise() += b1.transpose();
    return a;
  }

  ConstMatrixMap<float> W1;
  ConstVectorMap<float> b1;
  ConstMatrixMap<float> W2;
  ConstVectorMap<float> b2;
};

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

}  // namespace

LossSurface loss_surface_plain(const TwoLayerNet<float>& net, const Plane& plane, const Matrix<float>& x,
                               std::span<const Label> labels, const Grid& grid) {
  check_plane(net, plane);
  check_grid(grid);
  TwoLayerNet<float> here = net;
  return over_grid(grid, [&](float a, float b) -> SurfacePoint {
    here.parameters() = plane.centre + a * plane.u + b * plane.v;
    const Vector<float> gradient = here.gradient(x, labels);
    return {here.loss(x, labels), -gradient.cast<double>().dot(plane.u.cast<double>()),
            -gradient.cast<double>().dot(plane.v.cast<double>())};
  });
}

LossSurface loss_surface(const TwoLayerNet<float>& net, const Plane& plane, const Matrix<float>& x,
                         std::span<const Label> labels, const Grid& grid) {
  check_plane(net, plane);
  check_grid(grid);
  net.loss(x, labels);  // refuses a batch that does not fit
  const Parts centre(net, plane.centre);
  const Parts u(net, plane.u);
  const Parts v(net, plane.v);
  const Matrix<float> centre_input = centre.hidden_input(x);
  const Matrix<float> u_input = u.hidden_input(x);
  const Matrix<float> v_input = v.hidden_input(x);

  Matrix<float> W2, delta;
  Matrix<float> y(x.rows(), net.output_size());
  // The kernels take whole Float4s.
  const std::size_t padded = static_cast<std::size_t>(kernels::padded(static_cast<int>(centre_input.size())));
  std::vector<float> z_values(padded), hidden_delta_values(padded);
  MatrixMap<float> z(z_values.data(), x.rows(), net.hidden_size());
  MatrixMap<float> hidden_delta(hidden_delta_values.data(), x.rows(), net.hidden_size());
  Matrix<float> W2_gradient(net.hidden_size(), net.output_size());
  Vector<float> b2;
  /// The derivative of the loss when the parameters move along one direction.
  const auto along = [&](const Parts& direction, const Matrix<float>& direction_input) {
    return static_cast<double>((hidden_delta.array() * direction_input.array()).sum()) +
           static_cast<double>((W2_gradient.array() * direction.W2.array()).sum()) +
           static_cast<double>(delta.colwise().sum().dot(direction.b2.transpose()));
  };
  return over_grid(grid, [&](float a, float b) -> SurfacePoint {
    z = centre_input + a * u_input + b * v_input;
    kernels::activate(net.activation(), z_values.data(), padded);
    W2 = centre.W2 + a * u.W2 + b * v.W2;
    b2 = centre.b2 + a * u.b2 + b * v.b2;
    kernels::product(z, W2, y);
    y.rowwise() += b2.transpose();
    softmax_in_place<float>(y);
    delta = softmax_cross_entropy_gradient<float>(y, labels);
    kernels::product_with_transpose(delta, W2, hidden_delta);
    kernels::product_of_transpose(z, delta, W2_gradient);
    kernels::multiply_by_slope(net.activation(), hidden_delta_values.data(), z_values.data(), padded);
    return {cross_entropy_error<float>(y, labels), -along(u, u_input), -along(v, v_input)};
  });
}

}  // namespace downhill
