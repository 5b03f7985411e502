#include <emscripten/bind.h>

#include <downhill/support/finite.hpp>
#include <downhill/surface/loss_surface.hpp>
#include <downhill/surface/parameter_path.hpp>

#include "arrays.hpp"
#include "guarded.hpp"
#include "options.hpp"

// The loss on planes through parameter space, and the path of a run on them.

namespace downhill::bindings {

namespace {

using Net = TwoLayerNet<float>;

Plane plane_of(const val& plane) {
  return {.centre = vector_of<float>(plane["centre"]), .u = vector_of<float>(plane["u"]), .v = vector_of<float>(plane["v"])};
}

val plane_value(const Plane& plane) {
  val result = val::object();
  result.set("centre", copied(plane.centre));
  result.set("u", copied(plane.u));
  result.set("v", copied(plane.v));
  return result;
}

val grid_value(const Grid& grid) {
  val result = val::object();
  result.set("x0", pair(grid.x0));
  result.set("x1", pair(grid.x1));
  result.set("columns", grid.columns);
  result.set("rows", grid.rows);
  return result;
}

/// loss, downhillA and downhillB of `result`.
void set_surface(val& result, const LossSurface& surface) {
  result.set("loss", copied(surface.loss));
  result.set("downhillA", copied(surface.downhill_a));
  result.set("downhillB", copied(surface.downhill_b));
}

/// Checked here, while they are still one array, as the caller passed them.
std::vector<Vector<float>> points_of(const val& array, Eigen::Index parameter_count, const char* name = "points") {
  const Matrix<float> rows = rows_of<float>(array, parameter_count, name);
  check_finite(name, rows);
  std::vector<Vector<float>> points;
  points.reserve(static_cast<std::size_t>(rows.rows()));
  for (Eigen::Index i = 0; i < rows.rows(); ++i) points.emplace_back(rows.row(i).transpose());
  return points;
}

Random random_of(double seed) { return Random(static_cast<std::uint64_t>(seed)); }

val plane_through(val start, val between, val now, double seed) {
  return plane_value(
      downhill::plane_through(vector_of<float>(start), vector_of<float>(between), vector_of<float>(now), random_of(seed)));
}

val plane_of_weights(const Net& net, double first, double second) {
  return plane_value(downhill::plane_of_weights(net, static_cast<Eigen::Index>(first), static_cast<Eigen::Index>(second)));
}

val plane_of_random_directions(const Net& net, double seed) {
  return plane_value(downhill::plane_of_random_directions(net, random_of(seed)));
}

val plane_of_principal_components(val points, double parameter_count, double seed) {
  const PrincipalPlane principal =
      principal_plane(points_of(points, static_cast<Eigen::Index>(parameter_count)), random_of(seed));
  val result = val::object();
  result.set("plane", plane_value(principal.plane));
  result.set("explained", pair(principal.explained));
  return result;
}

val project(val given, val points) {
  const Plane plane = plane_of(given);
  std::vector<std::array<double, 2>> projected;
  for (const Vector<float>& point : points_of(points, plane.centre.size()))
    projected.push_back(downhill::project(plane, point));
  return copied(std::span<const double>(projected.empty() ? nullptr : projected.front().data(), 2 * projected.size()));
}

val loss_surface(const Net& net, val plane, val x, val labels, val grid) {
  val result = val::object();
  set_surface(result, downhill::loss_surface(net, plane_of(plane), rows_of<float>(x, net.input_size(), "x"),
                                             numbers<Label>(labels), grid_of(grid)));
  return result;
}

PlaneChoice choice_of(const val& options) {
  const val given = options["plane"];
  if (given.isUndefined()) return {};
  PlaneChoice choice;
  read(given, "kind", choice.kind, plane_kind_named);
  read(given, "first", choice.first);
  read(given, "second", choice.second);
  return choice;
}

val run_surface_value(const RunSurface& run) {
  val result = val::object();
  set_surface(result, run.surface);
  result.set("plane", plane_value(run.plane));
  result.set("grid", grid_value(run.grid));
  result.set("path", copied(run.path));
  result.set("pathShare", run.path_share);
  return result;
}

template <class Path>
val run_surface(const Net& net, const Path& path, const val& x, const val& labels, const val& options) {
  return run_surface_value(downhill::run_surface(net, path, rows_of<float>(x, net.input_size(), "x"), numbers<Label>(labels),
                                                 options["columns"].as<int>(), options["rows"].as<int>(),
                                                 whole<std::uint64_t>(options["seed"]), choice_of(options)));
}

val run_surface_of_points(const Net& net, val points, val x, val labels, val options) {
  return run_surface(net, std::span<const Vector<float>>(points_of(points, net.parameter_count(), "path")), x, labels, options);
}

val run_surface_of_path(const Net& net, const ParameterPath& path, val x, val labels, val options) {
  return run_surface(net, path, x, labels, options);
}

val parameter_path(val options) {
  std::size_t capacity = 96;
  Index stride = 1;
  read(options, "capacity", capacity);
  read(options, "stride", stride);
  return handle(ParameterPath(capacity, stride));
}

val record(ParameterPath& path, double iteration, val parameters) {
  path.record(static_cast<Index>(iteration), vector_of<float>(parameters));
  return val::undefined();
}

val rewind(ParameterPath& path, double iteration) {
  path.rewind(static_cast<Index>(iteration));
  return val::undefined();
}

val stride(const ParameterPath& path) { return val(path.stride()); }

val points(const ParameterPath& path) {
  val list = val::array();
  for (const ParameterPath::Point& point : path.points()) {
    val entry = val::object();
    entry.set("iteration", point.iteration);
    entry.set("parameters", copied(point.parameters));
    list.call<void>("push", entry);
  }
  return list;
}

}  // namespace

EMSCRIPTEN_BINDINGS(planes) {
  emscripten::class_<ParameterPath>("ParameterPath")
      .smart_ptr<std::shared_ptr<ParameterPath>>("shared_ptr<ParameterPath>")
      .function("record", guarded<record>)
      .function("rewind", guarded<rewind>)
      .function("stride", guarded<stride>)
      .function("points", guarded<points>);
  emscripten::function("parameterPath", guarded<parameter_path>);
  emscripten::function("planeThrough", guarded<plane_through>);
  emscripten::function("planeOfWeights", guarded<plane_of_weights>);
  emscripten::function("planeOfRandomDirections", guarded<plane_of_random_directions>);
  emscripten::function("planeOfPrincipalComponents", guarded<plane_of_principal_components>);
  emscripten::function("project", guarded<project>);
  emscripten::function("lossSurface", guarded<loss_surface>);
  emscripten::function("runSurfaceOfPoints", guarded<run_surface_of_points>);
  emscripten::function("runSurfaceOfPath", guarded<run_surface_of_path>);
}

}  // namespace downhill::bindings
