#pragma once

#include <array>
#include <span>
#include <vector>

#include <downhill/gradient.hpp>
#include <downhill/parameter_path.hpp>
#include <downhill/two_layer_net.hpp>

// The loss of a net on a plane through its parameter space, and the downhill direction there.

namespace downhill {

/// The plane centre + a·u + b·v. u and v need not be orthogonal or of unit length.
struct Plane {
  Vector<float> centre;
  Vector<float> u;
  Vector<float> v;
};

/// The plane through three points, centre at `now`: u points from `start` to `now`, v is the part of `between` − `start` that
/// is orthogonal to u; both of unit length. Three points of the run so lie exactly in the plane (cf. Garipov et al. 2018, §3).
/// Where the points do not span a plane, missing directions are drawn from `random` and made orthogonal. Throws TypeError if
/// the lengths differ.
Plane plane_through(const Vector<float>& start, const Vector<float>& between, const Vector<float>& now, Random random);

/// (a, b) of the orthogonal projection of `parameters` − centre onto the plane (least squares).
/// Throws TypeError for another length, RangeError if u and v are parallel or zero.
std::array<double, 2> project(const Plane& plane, const Vector<float>& parameters);

/// Loss and −∂L/∂a, −∂L/∂b at each grid point (row-major, b outer), on one batch. grid.x0 spans a, grid.x1 spans b.
struct LossSurface {
  std::vector<float> loss;
  std::vector<float> downhill_a;
  std::vector<float> downhill_b;
};

/// X·W1 is linear in (a, b): x·(W1 + a·U1 + b·V1) = X·W1 + a·X·U1 + b·X·V1. So the three big products are taken once for the
/// whole grid and each point costs only the hidden layer; the slope along u and v follows by forward-mode differentiation.
/// Throws TypeError where plane, batch and net do not fit, RangeError for a bad grid.
LossSurface loss_surface(const TwoLayerNet<float>& net, const Plane& plane, const Matrix<float>& x,
                         std::span<const Label> labels, const Grid& grid);

/// The same, point by point: a net at each point, its loss and its backprop gradient times u and v. The plain form that
/// loss_surface must equal.
LossSurface loss_surface_plain(const TwoLayerNet<float>& net, const Plane& plane, const Matrix<float>& x,
                               std::span<const Label> labels, const Grid& grid);

/// The surface around a run so far: the plane through the first, the middle and the last point of the path, the part of it
/// that shows the whole path with a margin, and every point of the path projected onto it.
struct RunSurface {
  Plane plane;
  Grid grid;
  LossSurface surface;
  std::vector<double> path;  // (a, b) of each point
};

/// Throws RangeError for a path without points, and as loss_surface does.
RunSurface run_surface(const TwoLayerNet<float>& net, const ParameterPath& path, const Matrix<float>& x,
                       std::span<const Label> labels, int columns, int rows, std::uint64_t seed);

}  // namespace downhill
