#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/support/error.hpp>
#include <downhill/surface/plane.hpp>

#include "nets.hpp"

using namespace downhill;
using downhill::test::random_vector;

namespace {

double dot(const Vector<float>& a, const Vector<float>& b) { return a.cast<double>().dot(b.cast<double>()); }

}  // namespace

TEST_CASE("start, middle and present of a run lie in the plane through them, and the present is its centre") {
  const Vector<float> start = random_vector(50, 1), between = random_vector(50, 2), now = random_vector(50, 3);
  const Plane plane = plane_through(start, between, now, Random(4));
  CHECK(dot(plane.u, plane.u) == Approx(1).epsilon(1e-6));
  CHECK(dot(plane.v, plane.v) == Approx(1).epsilon(1e-6));
  CHECK(std::abs(dot(plane.u, plane.v)) < 1e-6);
  CHECK(plane.centre == now);
  for (const Vector<float>& point : {start, between, now}) {
    const auto [a, b] = project(plane, point);
    const Vector<float> in_plane = plane.centre + static_cast<float>(a) * plane.u + static_cast<float>(b) * plane.v;
    CHECK(test::relative_error(in_plane, point) < 1e-6);
  }
  CHECK(project(plane, start)[1] == Approx(0).margin(1e-5));
}

TEST_CASE("a run that has not moved still gets a plane") {
  const Vector<float> here = random_vector(50, 1);
  const Plane plane = plane_through(here, here, here, Random(4));
  CHECK(dot(plane.u, plane.u) == Approx(1).epsilon(1e-6));
  CHECK(dot(plane.v, plane.v) == Approx(1).epsilon(1e-6));
  CHECK(std::abs(dot(plane.u, plane.v)) < 1e-6);
}

TEST_CASE("the projection onto directions that are not orthogonal is the nearest point of the plane") {
  Vector<float> centre(3), u(3), v(3), point(3);
  centre << 1, 1, 1;
  u << 2, 0, 0;
  v << 1, 1, 0;
  point << 6, 3, 9;  // centre + 1.5·u + 2·v, and 8 beside the plane
  const auto [a, b] = project({centre, u, v}, point);
  CHECK(a == Approx(1.5));
  CHECK(b == Approx(2));
  CHECK_THROWS_AS(project({centre, u, u}, point), RangeError);
  CHECK_THROWS_AS(project({centre, u, v}, Vector<float>(2)), TypeError);
}

TEST_CASE("points of different lengths span no plane") {
  CHECK_THROWS_AS(plane_through(Vector<float>(3), Vector<float>(3), Vector<float>(2), Random(1)), TypeError);
}

TEST_CASE("the plane of two weights changes these two and nothing else") {
  const TwoLayerNet<float> net({.input_size = 3, .hidden_size = 2, .output_size = 2});
  const Plane plane = plane_of_weights(net, 4, 9);
  Vector<float> moved = net.parameters();
  moved[4] += 0.5f;
  moved[9] -= 2;
  CHECK(test::relative_error(Vector<float>(plane.centre + 0.5f * plane.u - 2 * plane.v), moved) < 1e-7);
  CHECK_THROWS_WITH(plane_of_weights(net, 4, 4), "second is 4; allowed is another weight than the first");
  CHECK_THROWS_WITH(plane_of_weights(net, 14, 4), "first is 14; allowed is a whole number from 0 to 13");
}

TEST_CASE("a random direction has, for each unit, the length of the weights into it, and leaves the biases") {
  TwoLayerNet<float> net({.input_size = 7, .hidden_size = 5, .output_size = 4, .weight_init_std = 0.3});
  net.parameters().segment(net.W1().size(), 5).setConstant(9);
  net.parameters()[0] = 40;  // one unit with far longer weights
  const Plane plane = plane_of_random_directions(net, Random(3));
  for (const Vector<float>& direction : {plane.u, plane.v}) {
    TwoLayerNet<float> seen = net;
    seen.parameters() = direction;
    for (int unit = 0; unit < 5; ++unit) CHECK(seen.W1().col(unit).norm() == Approx(net.W1().col(unit).norm()));
    for (int unit = 0; unit < 4; ++unit) CHECK(seen.W2().col(unit).norm() == Approx(net.W2().col(unit).norm()));
    CHECK(seen.b1().isZero());
    CHECK(seen.b2().isZero());
  }
  CHECK(std::abs(dot(plane.u, plane.v)) < 0.8 * dot(plane.u, plane.u));
  CHECK(plane.u == plane_of_random_directions(net, Random(3)).u);
  CHECK(plane.u != plane_of_random_directions(net, Random(4)).u);
}

TEST_CASE("weights whose squares are no float32 have random directions as long as they are") {
  TwoLayerNet<float> net({.input_size = 3, .hidden_size = 2, .output_size = 2, .weight_init_std = 1});
  net.parameters() *= 1e25f;
  const Plane plane = plane_of_random_directions(net, Random(3));
  CHECK(plane.u.head(6).cast<double>().norm() == Approx(net.parameters().head(6).cast<double>().norm()).epsilon(1e-5));
}

TEST_CASE("the principal plane finds the two directions in which a path was made") {
  const Eigen::Index size = 40;
  Vector<float> long_way = random_vector(size, 1).normalized();
  Vector<float> short_way = random_vector(size, 2);
  short_way = (short_way - long_way.dot(short_way) * long_way).normalized();
  const Vector<float> end = random_vector(size, 3);
  // From t = 1 to 0: 10·t along the one and 2·sin(2πt) along the other, which are nearly uncorrelated.
  std::vector<Vector<float>> path;
  double along_squared = 0, total = 0;
  for (int i = 0; i <= 60; ++i) {
    const double t = 1 - i / 60.0;
    const double along = -10 * t, beside = 2 * std::sin(2 * 3.14159265358979 * t);
    path.push_back(end + static_cast<float>(along) * long_way + static_cast<float>(beside) * short_way);
    along_squared += along * along;
    total += along * along + beside * beside;
  }
  const PrincipalPlane principal = principal_plane(path, Random(5));
  CHECK(principal.plane.centre == end);
  CHECK(dot(principal.plane.u, long_way) > 0.98);  // the start lies at the left
  CHECK(std::abs(dot(principal.plane.v, short_way)) > 0.98);
  CHECK(std::abs(dot(principal.plane.u, principal.plane.v)) < 1e-6);
  CHECK(principal.explained[0] >= along_squared / total);
  CHECK(principal.explained[0] + principal.explained[1] == Approx(1).epsilon(1e-6));
  CHECK(path_share(principal.plane, path) == Approx(1).epsilon(1e-6));
}

TEST_CASE("principal components are those of the covariance of all parameters") {
  std::vector<Vector<float>> path;
  for (std::uint64_t i = 0; i < 9; ++i) path.push_back(random_vector(12, i + 1));
  const PrincipalPlane principal = principal_plane(path, Random(5));
  Matrix<double> covariance = Matrix<double>::Zero(12, 12);
  for (const Vector<float>& point : path) {
    const Vector<double> offset = point.cast<double>() - path.back().cast<double>();
    covariance += offset * offset.transpose();
  }
  for (const auto& [direction, share] :
       {std::pair{principal.plane.u, principal.explained[0]}, std::pair{principal.plane.v, principal.explained[1]}}) {
    const Vector<double> d = direction.cast<double>();
    CHECK((covariance * d - share * covariance.trace() * d).norm() < 1e-5 * covariance.trace());
  }
  CHECK(principal.explained[0] > principal.explained[1]);
  CHECK(path_share(principal.plane, path) == Approx(principal.explained[0] + principal.explained[1]).epsilon(1e-6));
}

TEST_CASE("a path of one point, one that stands still and a straight one get a plane too") {
  const Vector<float> here = random_vector(20, 1), there = random_vector(20, 2);
  for (const std::vector<Vector<float>>& path : {std::vector{here}, std::vector{here, here, here}, std::vector{here, there}}) {
    const PrincipalPlane principal = principal_plane(path, Random(5));
    CHECK(dot(principal.plane.u, principal.plane.u) == Approx(1));
    CHECK(dot(principal.plane.v, principal.plane.v) == Approx(1));
    CHECK(std::abs(dot(principal.plane.u, principal.plane.v)) < 1e-6);
    CHECK(principal.explained[1] == 0);
    CHECK(path_share(principal.plane, path) == Approx(1).epsilon(1e-6));
  }
  CHECK(principal_plane(std::vector{here, there}, Random(5)).explained[0] == Approx(1));
  CHECK_THROWS_AS(principal_plane(std::vector<Vector<float>>{}, Random(1)), RangeError);
  CHECK_THROWS_AS(principal_plane(std::vector{here, random_vector(3, 1)}, Random(1)), TypeError);
  CHECK_NOTHROW(principal_plane(std::vector(256, here), Random(1)));
  CHECK_THROWS_WITH(principal_plane(std::vector(257, here), Random(1)),
                    "number of points of the path is 257; allowed is at most 256: leave some out, such as every second one");
}

TEST_CASE("a kind of plane that there is not is refused, not taken for another") {
  CHECK(plane_kind_named("path") == PlaneKind::path);
  CHECK(plane_kind_named("weights") == PlaneKind::weights);
  CHECK(plane_kind_named("random") == PlaneKind::random);
  CHECK(plane_kind_named("principal") == PlaneKind::principal);
  CHECK_THROWS_WITH(plane_kind_named("flat"),
                    "plane.kind is \"flat\"; allowed is \"path\", \"weights\", \"random\" or \"principal\"");
}
