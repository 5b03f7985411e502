#include <algorithm>
#include <array>
#include <utility>

#include <downhill/surface/loss_surface.hpp>

#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<PlaneKind>, 4> names = {{
    {"path", PlaneKind::path},
    {"weights", PlaneKind::weights},
    {"random", PlaneKind::random},
    {"principal", PlaneKind::principal},
}};

constexpr double margin = 0.25;  // of the path's own extent, on each side

/// The range of one coordinate of the path with a margin. A path with little extent in it still gets a view: `least` wide.
std::array<double, 2> padded_range(const std::vector<double>& path, std::size_t coordinate, double least) {
  double lo = path[coordinate];
  double hi = lo;
  for (std::size_t i = coordinate; i < path.size(); i += 2) {
    lo = std::min(lo, path[i]);
    hi = std::max(hi, path[i]);
  }
  const double pad = std::max(margin * (hi - lo), (least - (hi - lo)) / 2);
  return {lo - pad, hi + pad};
}

Plane chosen_plane(const TwoLayerNet<float>& net, std::span<const Vector<float>> points, std::uint64_t seed,
                   const PlaneChoice& choice) {
  // Planes through the net are laid through the last point of the path, not through what the net holds by now.
  TwoLayerNet<float> here = net;
  const Vector<float>& last = points.back();
  switch (choice.kind) {
    case PlaneKind::weights:
      here.set_parameters({last.data(), static_cast<std::size_t>(last.size())});
      return plane_of_weights(here, choice.first, choice.second);
    case PlaneKind::random:
      here.set_parameters({last.data(), static_cast<std::size_t>(last.size())});
      return plane_of_random_directions(here, Random(seed));
    case PlaneKind::principal:
      return principal_plane(points, Random(seed)).plane;
    case PlaneKind::path:
      break;
  }
  return plane_through(points.front(), points[points.size() / 2], last, Random(seed));
}

}  // namespace

PlaneKind plane_kind_named(std::string_view name) { return value_named<PlaneKind>(names, "plane.kind", name); }

RunSurface run_surface(const TwoLayerNet<float>& net, std::span<const Vector<float>> points, const ConstMatrixRef<float>& x,
                       std::span<const Label> labels, int columns, int rows, std::uint64_t seed, const PlaneChoice& choice) {
  check_path(points);
  RunSurface run;
  run.plane = chosen_plane(net, points, seed, choice);
  PathInPlane path = project(run.plane, points);
  run.path = std::move(path.points);
  run.path_share = path.share;
  const std::array<double, 2> a = padded_range(run.path, 0, 1);
  // At least half as high as wide: a path that is nearly straight still shows the valley that it follows.
  run.grid = {.x0 = a, .x1 = padded_range(run.path, 1, (a[1] - a[0]) / 2), .columns = columns, .rows = rows};
  run.surface = loss_surface(net, run.plane, x, labels, run.grid);
  return run;
}

RunSurface run_surface(const TwoLayerNet<float>& net, const ParameterPath& path, const ConstMatrixRef<float>& x,
                       std::span<const Label> labels, int columns, int rows, std::uint64_t seed, const PlaneChoice& choice) {
  std::vector<Vector<float>> points;
  for (const ParameterPath::Point& point : path.points()) points.push_back(point.parameters);
  return run_surface(net, points, x, labels, columns, rows, seed, choice);
}

}  // namespace downhill
