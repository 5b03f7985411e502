#include <cmath>

#include <catch2/catch.hpp>

#include <downhill/error.hpp>
#include <downhill/loss_surface.hpp>
#include <downhill/toy_data.hpp>
#include <downhill/trainer.hpp>

#include "nets.hpp"

using namespace downhill;
using downhill::test::random_batch;

namespace {

Vector<float> random_vector(Eigen::Index size, std::uint64_t seed) {
  Random random(seed);
  Vector<float> values(size);
  for (float& value : values) value = static_cast<float>(random.normal());
  return values;
}

double dot(const Vector<float>& a, const Vector<float>& b) { return a.cast<double>().dot(b.cast<double>()); }

void check_close(const std::vector<float>& fast, const std::vector<float>& plain, float scale) {
  REQUIRE(fast.size() == plain.size());
  for (std::size_t i = 0; i < fast.size(); ++i) CHECK(fast[i] == Approx(plain[i]).epsilon(1e-4).margin(1e-5 * scale));
}

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

TEST_CASE("the fast surface equals the one that makes a net at each point, on random nets and batches") {
  Random random(9);
  for (std::uint64_t trial = 0; trial < 6; ++trial) {
    const NetOptions shape{.input_size = 2 + static_cast<int>(random.below(30)),
                           .hidden_size = 1 + static_cast<int>(random.below(13)),
                           .output_size = 2 + static_cast<int>(random.below(9)),
                           .weight_init_std = 0.5,
                           .activation = static_cast<Activation>(trial % 3),
                           .seed = trial};
    const TwoLayerNet<float> net(shape);
    const auto batch =
        random_batch<float>(1 + static_cast<int>(random.below(20)), shape.input_size, shape.output_size, random, 0.5);
    const Plane plane{net.parameters(), 0.1f * random_vector(net.parameter_count(), trial + 100),
                      0.1f * random_vector(net.parameter_count(), trial + 200)};
    // Away from 0: a grid line through the centre of a ReLU net would sit on its kinks.
    const Grid grid{.x0 = {-1.1, 1.3}, .x1 = {-0.9, 1.2}, .columns = 4, .rows = 3};
    const LossSurface fast = loss_surface(net, plane, batch.x, batch.labels, grid);
    const LossSurface plain = loss_surface_plain(net, plane, batch.x, batch.labels, grid);
    INFO("trial " << trial);
    check_close(fast.loss, plain.loss, 1);
    check_close(fast.downhill_a, plain.downhill_a, 10);
    check_close(fast.downhill_b, plain.downhill_b, 10);
  }
}

TEST_CASE("the arrows of the surface point along its steepest descent") {
  Random random(10);
  const TwoLayerNet<float> net({.input_size = 6, .hidden_size = 5, .output_size = 3, .weight_init_std = 0.5});
  const auto batch = random_batch<float>(8, 6, 3, random);
  const Plane plane{net.parameters(), random_vector(net.parameter_count(), 1), random_vector(net.parameter_count(), 2)};
  const double step = 1e-2;
  const Grid grid{.x0 = {-step, step}, .x1 = {-step, step}, .columns = 3, .rows = 3};
  const LossSurface surface = loss_surface(net, plane, batch.x, batch.labels, grid);
  CHECK(surface.downhill_a[4] == Approx(-(surface.loss[5] - surface.loss[3]) / (2 * step)).epsilon(0.01));
  CHECK(surface.downhill_b[4] == Approx(-(surface.loss[7] - surface.loss[1]) / (2 * step)).epsilon(0.01));
}

TEST_CASE("the surface around a run shows the whole path with a margin and its centre has the net's own loss") {
  const Dataset data = toy_data(Toy::xor_, {.size = 100});
  auto net = std::make_shared<TwoLayerNet<float>>(
      NetOptions{.input_size = 2, .hidden_size = 6, .output_size = 2, .weight_init_std = 0.5});
  Trainer trainer(net, data, {.batch_size = 20, .learning_rate = 0.3});
  ParameterPath path;
  path.record(0, net->parameters());
  for (Index i = 1; i <= 60; ++i) {
    trainer.step();
    path.record(i, net->parameters());
  }
  std::vector<Index> all(100);
  for (Index i = 0; i < 100; ++i) all[i] = i;
  const Matrix<float> x = data.inputs(all);
  const std::vector<Label> labels = data.labels(all);
  const RunSurface run = run_surface(*net, path, x, labels, 9, 7, 1);
  REQUIRE(run.path.size() == 2 * 61);
  REQUIRE(run.surface.loss.size() == 63);
  for (std::size_t i = 0; i < run.path.size(); i += 2) {
    CHECK(run.path[i] > run.grid.x0[0]);
    CHECK(run.path[i] < run.grid.x0[1]);
    CHECK(run.path[i + 1] > run.grid.x1[0]);
    CHECK(run.path[i + 1] < run.grid.x1[1]);
  }
  CHECK(run.path[120] == Approx(0).margin(1e-6));
  CHECK(run.path[121] == Approx(0).margin(1e-6));
  const Grid here{.x0 = {0, 0}, .x1 = {0, 0}, .columns = 1, .rows = 1};
  CHECK(loss_surface(*net, run.plane, x, labels, here).loss[0] == Approx(net->loss(x, labels)).epsilon(1e-5));
}

TEST_CASE("a surface refuses what does not fit") {
  Random random(11);
  const TwoLayerNet<float> net({.input_size = 3, .hidden_size = 2, .output_size = 2});
  const auto batch = random_batch<float>(4, 3, 2, random);
  const Vector<float> p = net.parameters();
  const Grid grid{.x0 = {-1, 1}, .x1 = {-1, 1}, .columns = 2, .rows = 2};
  CHECK_THROWS_WITH(loss_surface(net, {p, p, Vector<float>(3)}, batch.x, batch.labels, grid),
                    Catch::Contains("v has 3 values"));
  CHECK_THROWS_AS(loss_surface(net, {p, p, p}, Matrix<float>(4, 2), batch.labels, grid), TypeError);
  CHECK_THROWS_AS(loss_surface(net, {p, p, p}, batch.x, batch.labels, {.x0 = {-1, 1}, .x1 = {-1, 1}, .columns = 0, .rows = 2}),
                  RangeError);
  CHECK_THROWS_AS(plane_through(p, p, Vector<float>(2), Random(1)), TypeError);
  CHECK_THROWS_AS(run_surface(net, ParameterPath(), batch.x, batch.labels, 3, 3, 1), RangeError);
}
