#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/net/weight_sweep.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"

using namespace downhill;
using downhill::test::random_batch;

TEST_CASE("along each kind of parameter, accuracy and loss are those of a net with that parameter") {
  Random random(3);
  for (const Activation activation : {Activation::sigmoid, Activation::relu, Activation::tanh}) {
    const TwoLayerNet<double> net(
        {.input_size = 5, .hidden_size = 4, .output_size = 3, .weight_init_std = 1, .activation = activation});
    const auto batch = random_batch<double>(30, 5, 3, random);
    for (const Eigen::Index parameter : {0, 13, 19, 20, 23, 24, 30, 35, 36, 38}) {
      const WeightSweep sweep = weight_sweep(net, batch.x, batch.labels, parameter, {-3, 2}, 11);
      REQUIRE(sweep.points.size() == 11);
      TwoLayerNet<double> there = net;
      for (std::size_t i = 0; i < 11; ++i) {
        there.parameters()[parameter] = -3 + 0.5 * static_cast<double>(i);
        INFO("parameter " << parameter << ", point " << i);
        CHECK(sweep.points[i].weight == Approx(there.parameters()[parameter]).margin(1e-15));
        CHECK(sweep.points[i].loss == Approx(there.loss(batch.x, batch.labels)).epsilon(1e-12));
        CHECK(sweep.points[i].accuracy == there.accuracy(batch.x, batch.labels));
      }
      CHECK(sweep.now.weight == net.parameters()[parameter]);
      CHECK(sweep.now.loss == Approx(net.loss(batch.x, batch.labels)).epsilon(1e-12));
      CHECK(sweep.loss_slope == Approx(net.gradient(batch.x, batch.labels)[parameter]).epsilon(1e-6).margin(1e-9));
    }
  }
}

TEST_CASE("accuracy is a staircase whose derivative is 0, the loss beneath it is smooth and sloped") {
  Random random(4);
  const TwoLayerNet<double> net({.input_size = 5, .hidden_size = 4, .output_size = 3, .weight_init_std = 1});
  const auto batch = random_batch<double>(40, 5, 3, random);
  const WeightSweep sweep = weight_sweep(net, batch.x, batch.labels, 24, {-4, 4}, 801);
  CHECK(sweep.accuracy_slope == 0);
  CHECK(std::abs(sweep.loss_slope) > 1e-3);
  int stairs = 0;
  double largest_loss_step = 0;
  for (std::size_t i = 1; i < sweep.points.size(); ++i) {
    stairs += sweep.points[i].accuracy != sweep.points[i - 1].accuracy;
    largest_loss_step = std::max(largest_loss_step, std::abs(sweep.points[i].loss - sweep.points[i - 1].loss));
  }
  CHECK(stairs >= 3);
  CHECK(stairs < 100);
  CHECK(largest_loss_step < 0.01);
}

TEST_CASE("a sweep of no such parameter, of an empty range or of a batch that does not fit is refused") {
  Random random(5);
  const TwoLayerNet<double> net({.input_size = 5, .hidden_size = 4, .output_size = 3});
  const auto batch = random_batch<double>(4, 5, 3, random);
  CHECK_THROWS_WITH(weight_sweep(net, batch.x, batch.labels, 39, {-1, 1}, 3),
                    "parameter is 39; allowed is a whole number from 0 to 38");
  CHECK_THROWS_AS(weight_sweep(net, batch.x, batch.labels, 0, {1, 1}, 3), RangeError);
  CHECK_THROWS_AS(weight_sweep(net, batch.x, batch.labels, 0, {-1, 1}, 1), RangeError);
  CHECK_THROWS_AS(weight_sweep(net, Matrix<double>(4, 3), batch.labels, 0, {-1, 1}, 3), TypeError);
}
