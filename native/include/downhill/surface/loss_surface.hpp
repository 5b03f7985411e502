#pragma once

#include <span>
#include <vector>

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/grid.hpp>
#include <downhill/surface/parameter_path.hpp>
#include <downhill/surface/plane.hpp>

// The loss of a net on a plane through its parameter space, and the downhill direction there.

namespace downhill {

/// Loss and −∂L/∂a, −∂L/∂b at each grid point (row-major, b outer), on one batch. grid.x0 spans a, grid.x1 spans b.
struct LossSurface {
  std::vector<float> loss;
  std::vector<float> downhill_a;
  std::vector<float> downhill_b;
};

/// X·W1 is linear in (a, b): x·(W1 + a·U1 + b·V1) = X·W1 + a·X·U1 + b·X·V1. So the three large products are computed once for
/// the whole grid, and each point costs only the layers above. Backprop stops at X·W1; the products of its gradient with X·U1
/// and X·V1 are the slopes along u and v. Throws TypeError if plane, batch and net do not fit, RangeError for a value of plane
/// or batch that is not finite, and for an invalid grid. At points so far out that numbers overflow, loss and slopes are NaN.
LossSurface loss_surface(const TwoLayerNet<float>& net, const Plane& plane, const ConstMatrixRef<float>& x,
                         std::span<const Label> labels, const Grid& grid);

/// The plain form that loss_surface must equal, point by point: a net at each point, its loss, and its gradient times u and v.
LossSurface loss_surface_plain(const TwoLayerNet<float>& net, const Plane& plane, const ConstMatrixRef<float>& x,
                               std::span<const Label> labels, const Grid& grid);

/// The loss surface around a run: the chosen plane, a grid that contains the whole path with a margin, and the path projected
/// onto the plane.
struct RunSurface {
  Plane plane;
  Grid grid;
  LossSurface surface;
  std::vector<double> path;  // (a, b) of each point
  double path_share = 0;     // see path_share in plane.hpp
};

/// Throws RangeError for a path without points, a value that is not finite, and weights that the net does not have. Also throws
/// as loss_surface does and, if it is chosen, principal_plane.
RunSurface run_surface(const TwoLayerNet<float>& net, const ParameterPath& path, const ConstMatrixRef<float>& x,
                       std::span<const Label> labels, int columns, int rows, std::uint64_t seed,
                       const PlaneChoice& choice = {});

/// The same for points kept elsewhere, the oldest first.
RunSurface run_surface(const TwoLayerNet<float>& net, std::span<const Vector<float>> points, const ConstMatrixRef<float>& x,
                       std::span<const Label> labels, int columns, int rows, std::uint64_t seed,
                       const PlaneChoice& choice = {});

}  // namespace downhill
