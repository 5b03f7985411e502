#include <cmath>

#include <catch2/catch.hpp>

#include <downhill/support/error.hpp>
#include <downhill/surface/loss_surface.hpp>

#include "kernels/net_pass.hpp"
#include "kernels/sums.hpp"
#include "nets.hpp"

using namespace downhill;
using downhill::test::random_batch;
using downhill::test::random_vector;
using downhill::test::up_to;

namespace {

double largest(const std::vector<float>& values) {
  return ConstVectorMap<float>(values.data(), static_cast<Eigen::Index>(values.size())).cwiseAbs().maxCoeff();
}

/// Every value of `fast` is that of `plain`, but for rounding of numbers as large as the largest.
void check_equal(const std::vector<float>& fast, const std::vector<float>& plain) {
  REQUIRE(fast.size() == plain.size());
  const double margin = 2e-5 * largest(plain) + 1e-6;
  for (std::size_t i = 0; i < fast.size(); ++i) CHECK(fast[i] == Approx(plain[i]).epsilon(0).margin(margin));
}

}  // namespace

TEST_CASE("the loss surface equals that of a net at each point, for all shapes and activations") {
  Random random(1);
  for (int trial = 0; trial < 45; ++trial) {
    const bool large = trial % 15 == 0;
    const TwoLayerNet<float> net(NetOptions{.input_size = up_to(30, random),
                                            .hidden_size = up_to(large ? 200 : 20, random),
                                            .output_size = up_to(14, random),
                                            .weight_init_std = 0.5,
                                            .activation = static_cast<Activation>(trial % 3),
                                            .seed = static_cast<std::uint64_t>(trial)});
    // More rows than a block of the dense product has.
    const auto batch = random_batch<float>(large ? 300 : up_to(12, random), net.input_size(), net.output_size(), random);
    const auto seed = static_cast<std::uint64_t>(100 + trial);
    const Plane plane{net.parameters(), random_vector(net.parameter_count(), seed),
                      random_vector(net.parameter_count(), seed + 1)};
    const Grid grid{.x0 = {-0.3, 0.2}, .x1 = {-0.1, 0.4}, .columns = up_to(4, random), .rows = up_to(4, random)};
    INFO(net.input_size() << "-" << net.hidden_size() << "-" << net.output_size() << ", " << batch.labels.size() << " samples, "
                          << name_of(net.activation()));
    const LossSurface fast = loss_surface(net, plane, batch.x, batch.labels, grid);
    const LossSurface plain = loss_surface_plain(net, plane, batch.x, batch.labels, grid);
    check_equal(fast.loss, plain.loss);
    check_equal(fast.downhill_a, plain.downhill_a);
    check_equal(fast.downhill_b, plain.downhill_b);
  }
}

TEST_CASE(
    "a pass from a1 on has the outputs and the loss of the net and its slope along any direction, in batches of any size") {
  Random random(2);
  for (int trial = 0; trial < 18; ++trial) {
    const TwoLayerNet<float> net(NetOptions{.input_size = up_to(9, random),
                                            .hidden_size = trial < 3 ? 1 : up_to(9, random),
                                            .output_size = trial < 6 ? 1 + trial % 2 : up_to(9, random),
                                            .weight_init_std = 0.5,
                                            .activation = static_cast<Activation>(trial % 3)});
    const Vector<float> direction = random_vector(net.parameter_count(), static_cast<std::uint64_t>(trial));
    kernels::NetPass pass(net);
    const auto set_point = [&](const float* parameters, const Matrix<float>& x) {
      pass.set_a1(x, {parameters, net.shape()});
      pass.set_output_layer({parameters, net.shape()});
      return std::vector<float>(pass.point().begin(), pass.point().end());
    };
    // Batches that grow and shrink, and one that stays.
    for (const int rows : {up_to(9, random), 12, 3, 3}) {
      const auto batch = random_batch<float>(rows, net.input_size(), net.output_size(), random);
      INFO(net.input_size() << "-" << net.hidden_size() << "-" << net.output_size() << ", " << rows << " rows");
      pass.resize(batch.labels.size());
      const std::vector<float> along = set_point(direction.data(), batch.x);
      set_point(net.parameters().data(), batch.x);
      pass.forward();
      pass.backward(batch.labels);
      CHECK(test::relative_error(pass.y(), net.predict(batch.x)) < 1e-5);
      CHECK(pass.loss(batch.labels) == Approx(net.loss(batch.x, batch.labels)).epsilon(1e-5).margin(1e-6));
      const Vector<float> gradient = net.gradient(batch.x, batch.labels);
      const double scale = gradient.norm() * direction.norm();
      CHECK(kernels::dot(pass.gradient().data(), along.data(), along.size()) ==
            Approx(gradient.dot(direction)).epsilon(0).margin(1e-5 * scale + 1e-7));
    }
  }
}

TEST_CASE("the surface is lower where its arrows point") {
  const TwoLayerNet<float> net(NetOptions{.input_size = 6, .hidden_size = 5, .output_size = 3, .weight_init_std = 1});
  Random random(3);
  const auto batch = random_batch<float>(20, 6, 3, random);
  const Plane plane = plane_of_random_directions(net, Random(4));
  const LossSurface here =
      loss_surface(net, plane, batch.x, batch.labels, {.x0 = {0, 0.01}, .x1 = {0, 0.01}, .columns = 2, .rows = 2});
  const double a = here.downhill_a[0], b = here.downhill_b[0], length = std::hypot(a, b);
  const auto at = [&](double step) {
    const Grid grid{.x0 = {step * a / length, 9}, .x1 = {step * b / length, 9}, .columns = 2, .rows = 2};
    return double{loss_surface(net, plane, batch.x, batch.labels, grid).loss[0]};
  };
  CHECK((at(0.01) - at(-0.01)) / 0.02 == Approx(-length).epsilon(0.01));
}

TEST_CASE("a surface is refused where plane, batch and net do not fit") {
  const TwoLayerNet<float> net(NetOptions{.input_size = 3, .hidden_size = 2, .output_size = 2});
  const Vector<float> one = Vector<float>::Ones(net.parameter_count());
  const Plane plane{one, one, one};
  const Grid grid{.x0 = {0, 1}, .x1 = {0, 1}, .columns = 2, .rows = 2};
  const Matrix<float> x = Matrix<float>::Ones(2, 3);
  const std::vector<Label> labels = {0, 1}, none, unknown = {0, 2}, one_label = {0};
  CHECK_THROWS_AS(loss_surface(net, {one, one, Vector<float>(3)}, x, labels, grid), TypeError);
  CHECK_THROWS_AS(loss_surface(net, plane, Matrix<float>::Ones(2, 4), labels, grid), TypeError);
  CHECK_THROWS_AS(loss_surface(net, plane, x, one_label, grid), TypeError);
  CHECK_THROWS_AS(loss_surface(net, plane, x, unknown, grid), RangeError);
  CHECK_THROWS_AS(loss_surface(net, plane, Matrix<float>(0, 3), none, grid), RangeError);
  CHECK_THROWS_AS(loss_surface(net, plane, x, labels, {.x0 = {0, 1}, .x1 = {0, 1}, .columns = 0, .rows = 2}), RangeError);
}
