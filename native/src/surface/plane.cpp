#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/surface/plane.hpp>

#include "surface/symmetric_eigen.hpp"

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

/// Scales each of the columns, the weights into one unit, to the length of that column of `weights`.
void normalise_by_unit(ConstMatrixMap<float> weights, MatrixMap<float> columns) {
  for (Eigen::Index unit = 0; unit < weights.cols(); ++unit) {
    // In double: the squares of large weights are no float32.
    const double length = columns.col(unit).cast<double>().norm();
    if (length > 0) columns.col(unit) *= static_cast<float>(weights.col(unit).cast<double>().norm() / length);
  }
}

Vector<float> random_filter_direction(const TwoLayerNet<float>& net, Random& random) {
  Vector<float> direction = Vector<float>::Zero(net.parameter_count());
  const ParameterViews<float> of(direction.data(), net.shape());
  const auto draw = [&random] { return static_cast<float>(random.normal()); };
  std::generate_n(of.W1().data(), of.W1().size(), draw);
  std::generate_n(of.W2().data(), of.W2().size(), draw);
  normalise_by_unit(net.W1(), of.W1());
  normalise_by_unit(net.W2(), of.W2());
  return direction;
}

void check_plane(const Plane& plane) {
  if (plane.u.size() != plane.centre.size() || plane.v.size() != plane.centre.size()) {
    throw_type_error({"centre, u and v have ", plane.centre.size(), ", ", plane.u.size(), " and ", plane.v.size(),
                      " values; all three need the same number"});
  }
  check_finite("centre", plane.centre);
  check_finite("u", plane.u);
  check_finite("v", plane.v);
}

/// Orthogonal projections onto one plane.
class Projection {
 public:
  explicit Projection(const Plane& plane) : centre_(plane.centre), u_(plane.u.cast<double>()), v_(plane.v.cast<double>()) {
    check_plane(plane);
    uu_ = u_.squaredNorm();
    vv_ = v_.squaredNorm();
    uv_ = u_.dot(v_);
    determinant_ = uu_ * vv_ - uv_ * uv_;
    require(determinant_ > 1e-12 * uu_ * vv_, "the angle between u and v (its squared sine)",
            determinant_ / std::max(uu_ * vv_, 1e-300), "above 1e-12: they must span a plane");
  }

  Doubles offset(const Vector<float>& parameters) const {
    if (parameters.size() != centre_.size()) {
      throw_type_error({"parameters has ", parameters.size(), " values; the plane's centre has ", centre_.size()});
    }
    return parameters.cast<double>() - centre_.cast<double>();
  }

  std::array<double, 2> operator()(const Doubles& offset) const {
    const double pu = offset.dot(u_);
    const double pv = offset.dot(v_);
    return {(pu * vv_ - pv * uv_) / determinant_, (pv * uu_ - pu * uv_) / determinant_};
  }

  double squared_length(const std::array<double, 2>& at) const { return (at[0] * u_ + at[1] * v_).squaredNorm(); }

 private:
  const Vector<float>& centre_;
  Doubles u_;
  Doubles v_;
  double uu_;
  double vv_;
  double uv_;
  double determinant_;
};

}  // namespace

void check_path(std::span<const Vector<float>> points) {
  require(!points.empty(), "number of points of the path", points.size(), "at least 1");
  for (const Vector<float>& point : points) {
    if (point.size() == points.back().size()) continue;
    throw_type_error({"the points have ", point.size(), " and ", points.back().size(), " values; all need the same number"});
  }
  for (std::size_t i = 0; i < points.size(); ++i) check_finite(("points[" + std::to_string(i) + "]").c_str(), points[i]);
}

Plane plane_through(const Vector<float>& start, const Vector<float>& between, const Vector<float>& now, Random random) {
  if (start.size() != now.size() || between.size() != now.size()) {
    throw_type_error({"start, between and now have ", start.size(), ", ", between.size(), " and ", now.size(),
                      " values; all three need the same number"});
  }
  check_finite("start", start);
  check_finite("between", between);
  check_finite("now", now);
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
  check_finite("parameters", net.parameters());
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
  check_finite("parameters", net.parameters());
  Vector<float> u = random_filter_direction(net, random);
  Vector<float> v = random_filter_direction(net, random);
  return {net.parameters(), std::move(u), std::move(v)};
}

PrincipalPlane principal_plane(std::span<const Vector<float>> points, Random random) {
  check_path(points);
  require(points.size() <= max_principal_points, "number of points of the path", points.size(),
          {"at most ", max_principal_points, ": leave some out, such as every second one"});
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
  const Projection projection(plane);
  const Doubles offset = projection.offset(parameters);
  check_finite("parameters", parameters);
  return projection(offset);
}

PathInPlane project(const Plane& plane, std::span<const Vector<float>> points) {
  check_path(points);
  const Projection projection(plane);
  PathInPlane path;
  double total = 0;
  double kept = 0;
  for (const Vector<float>& point : points) {
    const Doubles offset = projection.offset(point);
    const std::array<double, 2> at = projection(offset);
    path.points.insert(path.points.end(), at.begin(), at.end());
    kept += projection.squared_length(at);
    total += offset.squaredNorm();
  }
  path.share = total > 0 ? std::min(kept / total, 1.0) : 1;
  return path;
}

double path_share(const Plane& plane, std::span<const Vector<float>> points) { return project(plane, points).share; }

}  // namespace downhill
