#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/random.hpp>
#include <downhill/support/types.hpp>

// Planes through the parameter space of a net, on which its loss can be drawn.

namespace downhill {

/// The plane centre + a·u + b·v. u and v need not be orthogonal or of unit length.
struct Plane {
  Vector<float> centre;
  Vector<float> u;
  Vector<float> v;
};

/// The plane through three points, centre at `now`: u points from `start` to `now`, v is the part of `between` − `start` that
/// is orthogonal to u; both of unit length. So three points of the run lie exactly in the plane (cf. Garipov et al. 2018, §3).
/// If the points do not span a plane, missing directions are drawn from `random` and made orthogonal. Throws TypeError if the
/// lengths differ, RangeError for a value that is not finite.
Plane plane_through(const Vector<float>& start, const Vector<float>& between, const Vector<float>& now, Random random);

/// The plane in which only two parameters of `net` change, by a and by b; centre at its parameters.
/// Throws RangeError for an index past the last parameter, two equal indices, or a net with a parameter that is not finite.
Plane plane_of_weights(const TwoLayerNet<float>& net, Eigen::Index first, Eigen::Index second);

/// Two directions drawn from a normal distribution and normalised by filter (Li et al., "Visualizing the Loss Landscape of
/// Neural Nets", 2018, §4): the weights into each unit (a column of W1 or W2) get the norm of the net's own weights into that
/// unit. Biases get 0: as in the paper, they do not change. So a step of 1 along a or b changes the weights of each unit by
/// their own norm, whatever their scale. Throws RangeError for a net with a parameter that is not finite.
Plane plane_of_random_directions(const TwoLayerNet<float>& net, Random random);

/// The plane of the first two principal components of a path (Li et al. 2018, §7), centre at its last point.
struct PrincipalPlane {
  Plane plane;                      // u, v orthogonal and of unit length; u along the first component, start → last
  std::array<double, 2> explained;  // the share of each component in Σ ‖pᵢ − last‖²
};

/// Throws RangeError for no points or a value that is not finite, TypeError if the lengths differ.
void check_path(std::span<const Vector<float>> points);

/// So that n²·P operations on n vectors of P float64 take seconds at most.
inline constexpr std::size_t max_principal_points = 256;

/// points: the path, oldest first. Components are those of the differences to the last point, as in the paper. They are not
/// centred, so that the plane is the best one through the last point. (The paper does not say; its authors' code centres them,
/// by scikit-learn's PCA.) n points of P parameters take n²·P operations, because the n × n Gram matrix of the differences has
/// the same nonzero eigenvalues as their P × P matrix. If the path has fewer than two components, missing directions are drawn
/// from `random`, and their share is 0. Throws as check_path does, and RangeError for more than max_principal_points.
PrincipalPlane principal_plane(std::span<const Vector<float>> points, Random random);

/// How the plane of a run is chosen.
enum class PlaneKind : std::uint8_t { path, weights, random, principal };

/// "path", "weights", "random" or "principal". Throws RangeError for any other name.
PlaneKind plane_kind_named(std::string_view name);

struct PlaneChoice {
  PlaneKind kind = PlaneKind::path;  // the first, the middle and the last point
  Eigen::Index first = 0;            // of `weights`
  Eigen::Index second = 1;
};

/// (a, b) of the orthogonal projection of `parameters` − centre onto the plane (least squares).
/// Throws TypeError for a wrong length, RangeError for a value that is not finite or if u and v are parallel or zero.
std::array<double, 2> project(const Plane& plane, const Vector<float>& parameters);

/// A path projected onto a plane.
struct PathInPlane {
  std::vector<double> points;  // (a, b) of each point, as of `project`
  double share = 0;            // as of path_share
};

/// Throws as `project` and check_path do.
PathInPlane project(const Plane& plane, std::span<const Vector<float>> points);

/// The share of Σ ‖pᵢ − centre‖² that the projections onto the plane keep: 1 if the whole path lies in the plane (also if it
/// has not moved), near 0 if the plane shows almost nothing of it. Throws as `project` does.
double path_share(const Plane& plane, std::span<const Vector<float>> points);

}  // namespace downhill
