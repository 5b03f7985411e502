#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <downhill/error.hpp>
#include <downhill/plane.hpp>

#include "symmetric_eigen.hpp"

namespace downhill {
namespace {

using Doubles = Vector<double>;

Doubles random_direction(Eigen::Index size, Random& random) {
  Doubles direction(size);
  for (double& value : direction) value = random.normal();
  return direction;
}

/// Whether `direction` is long enough, compared with the points that it was made from, to be more than rounding.
bool spans(const Doubles& direction, double scale) { return direction.norm() > 1e-6 * scale; }

/// A unit vector orthogonal to `u`, which has unit length or is empty.
Doubles direction_beside(const Doubles& u, Eigen::Index size, Random& random) {
  Doubles v = random_direction(size, random);
  if (u.size() > 0 && size > 1) v -= u.dot(v) * u;
  v.normalize();
  return v;
}

/// Scales each column of `direction`, the weights into one unit, to the length of that column of `weights`.
void normalise_by_unit(ConstMatrixMap<float> weights, float* direction) {
  MatrixMap<float> columns(direction, weights.rows(), weights.cols());
  for (Eigen::Index unit = 0; unit < weights.cols(); ++unit) {
    const float length = columns.col(unit).norm();
    if (length > 0) columns.col(unit) *= weights.col(unit).norm() / length;
  }
}

Vector<float> random_filter_direction(const TwoLayerNet<float>& net, Random& random) {
  Vector<float> direction = Vector<float>::Zero(net.parameter_count());
  float* W1 = direction.data();
  float* W2 = W1 + net.W1().size() + net.b1().size();
  std::generate_n(W1, net.W1().size(), [&random] { return static_cast<float>(random.normal()); });
  std::generate_n(W2, net.W2().size(), [&random] { return static_cast<float>(random.normal()); });
  normalise_by_unit(net.W1(), W1);
  normalise_by_unit(net.W2(), W2);
  return direction;
}

void check_points(std::span<const Vector<float>> points) {
  require(!points.empty(), "number of points of the path", points.size(), "at least 1");
  for (const Vector<float>& point : points) {
    if (point.size() == points.back().size()) continue;
    throw_type_error({"the points have ", point.size(), " and ", points.back().size(), " values; all need the same number"});
  }
}

}  // namespace

Plane plane_through(const Vector<float>& start, const Vector<float>& between, const Vector<float>& now, Random random) {
  if (start.size() != now.size() || between.size() != now.size()) {
    throw_type_error({"start, between and now have ", start.size(), ", ", between.size(), " and ", now.size(),
                      " values; all three need the same number"});
  }
  const Doubles origin = start.cast<double>();
  const double scale = std::max({origin.norm(), now.cast<double>().norm(), 1e-12});
  Doubles u = now.cast<double>() - origin;
  if (!spans(u, scale)) u = random_direction(now.size(), random);
  u.normalize();
  Doubles v = between.cast<double>() - origin;
  v -= u.dot(v) * u;
  if (!spans(v, scale)) v = random_direction(now.size(), random);
  v -= u.dot(v) * u;
  if (now.size() > 1) v.normalize();
  return {now, u.cast<float>(), v.cast<float>()};
}

Plane plane_of_weights(const TwoLayerNet<float>& net, Eigen::Index first, Eigen::Index second) {
  const std::string allowed = "a whole number from 0 to " + std::to_string(net.parameter_count() - 1);
  require(first >= 0 && first < net.parameter_count(), "first", first, allowed);
  require(second >= 0 && second < net.parameter_count(), "second", second, allowed);
  require(first != second, "second", second, "another weight than the first");
  const Vector<float> zero = Vector<float>::Zero(net.parameter_count());
  Plane plane{net.parameters(), zero, zero};
  plane.u[first] = 1;
  plane.v[second] = 1;
  return plane;
}

Plane plane_of_random_directions(const TwoLayerNet<float>& net, Random random) {
  Vector<float> u = random_filter_direction(net, random);
  Vector<float> v = random_filter_direction(net, random);
  return {net.parameters(), std::move(u), std::move(v)};
}

PrincipalPlane principal_plane(std::span<const Vector<float>> points, Random random) {
  check_points(points);
  const Vector<float>& last = points.back();
  const auto count = static_cast<Eigen::Index>(points.size());
  std::vector<Doubles> offsets;
  for (const Vector<float>& point : points) offsets.push_back(point.cast<double>() - last.cast<double>());
  Matrix<double> gram(count, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j)
      gram(i, j) = gram(j, i) = offsets[static_cast<std::size_t>(i)].dot(offsets[static_cast<std::size_t>(j)]);
  }
  const double total = gram.trace();
  const Eigenpairs components = symmetric_eigenpairs(std::move(gram));

  PrincipalPlane principal{.plane = {last, {}, {}}, .explained = {0, 0}};
  std::array<Doubles, 2> directions;
  for (std::size_t k = 0; k < 2; ++k) {
    const auto column = static_cast<Eigen::Index>(k);
    // An eigenvalue of this size is rounding: the points are float32.
    const bool there = column < count && total > 0 && components.values[column] > 1e-12 * total;
    if (!there) {
      directions[k] = direction_beside(k == 0 ? Doubles() : directions[0], last.size(), random);
      continue;
    }
    directions[k].setZero(last.size());
    for (Eigen::Index i = 0; i < count; ++i)
      directions[k] += components.vectors(i, column) * offsets[static_cast<std::size_t>(i)];
    directions[k].normalize();
    // An eigenvector's sign is arbitrary; the path shall run from left to right and from below.
    if (offsets.front().dot(directions[k]) > 0) directions[k] = -directions[k];
    principal.explained[k] = components.values[column] / total;
  }
  principal.plane.u = directions[0].cast<float>();
  principal.plane.v = directions[1].cast<float>();
  return principal;
}

std::array<double, 2> project(const Plane& plane, const Vector<float>& parameters) {
  if (parameters.size() != plane.centre.size()) {
    throw_type_error({"parameters has ", parameters.size(), " values; the plane's centre has ", plane.centre.size()});
  }
  const Doubles u = plane.u.cast<double>();
  const Doubles v = plane.v.cast<double>();
  const Doubles offset = parameters.cast<double>() - plane.centre.cast<double>();
  const double uu = u.squaredNorm();
  const double vv = v.squaredNorm();
  const double uv = u.dot(v);
  const double determinant = uu * vv - uv * uv;
  require(determinant > 1e-12 * uu * vv, "the angle between u and v (its squared sine)",
          determinant / std::max(uu * vv, 1e-300), "above 1e-12: they must span a plane");
  const double pu = offset.dot(u);
  const double pv = offset.dot(v);
  return {(pu * vv - pv * uv) / determinant, (pv * uu - pu * uv) / determinant};
}

double path_share(const Plane& plane, std::span<const Vector<float>> points) {
  const Doubles u = plane.u.cast<double>();
  const Doubles v = plane.v.cast<double>();
  double total = 0;
  double kept = 0;
  for (const Vector<float>& point : points) {
    const auto [a, b] = project(plane, point);
    kept += (a * u + b * v).squaredNorm();
    total += (point.cast<double>() - plane.centre.cast<double>()).squaredNorm();
  }
  return total > 0 ? std::min(kept / total, 1.0) : 1;
}

}  // namespace downhill
