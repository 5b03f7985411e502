#include <catch2/catch.hpp>

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"

using namespace downhill;
using downhill::test::Batch;
using downhill::test::naive;
using downhill::test::random_batch;
using downhill::test::up_to;

namespace {

/// How far the plain form can be off by its own rounding: a few units in the last place of the loss, over 2h.
double cancellation(const TwoLayerNet<double>& net, const Batch<double>& batch, double h) {
  return 16 * 2.3e-16 * std::max(1.0, net.loss(batch.x, batch.labels)) / (2 * h);
}

/// Inputs like pixels: many zeros, and few values that come again and again.
Batch<double> pixel_batch(int rows, int inputs, int classes, Random& random) {
  Batch<double> batch = random_batch<double>(rows, inputs, classes, random);
  for (double& value : batch.x.reshaped()) value = random.uniform() < 0.6 ? 0 : random.below(6) / 5.0;
  return batch;
}

}  // namespace

TEST_CASE("the incremental numerical gradient equals the naive one to 1e-9 for every h, shape and activation") {
  const double h = GENERATE(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 0.6);
  const auto activation = GENERATE(Activation::sigmoid, Activation::relu, Activation::tanh);
  Random random(17);
  for (std::uint64_t trial = 0; trial < 8; ++trial) {
    const TwoLayerNet<double> net({.input_size = up_to(12, random),
                                   .hidden_size = trial < 2 ? 1 : up_to(9, random),
                                   .output_size = trial == 0 ? 1 : 1 + up_to(7, random),
                                   .weight_init_std = 0.3 + random.uniform(),
                                   .activation = activation,
                                   .seed = trial});
    const int rows = up_to(7, random);
    const Batch<double> batch = trial % 2 == 0 ? pixel_batch(rows, net.input_size(), net.output_size(), random)
                                               : random_batch<double>(rows, net.input_size(), net.output_size(), random);
    const Vector<double> plain = net.numerical_gradient(batch.x, batch.labels, naive(h));
    const Vector<double> incremental = net.numerical_gradient(batch.x, batch.labels, {.h = h});
    REQUIRE(incremental.size() == plain.size());
    INFO(net.input_size() << "-" << net.hidden_size() << "-" << net.output_size() << ", " << rows << " rows, h = " << h
                          << ", trial " << trial);
    CHECK((incremental - plain).cwiseAbs().maxCoeff() < 1e-9 + cancellation(net, batch, h));
  }
}

TEST_CASE("at a small h the incremental form is nearer to backprop than the naive form, which cancels") {
  Random random(18);
  const TwoLayerNet<double> net({.input_size = 9, .hidden_size = 6, .output_size = 4, .weight_init_std = 0.7});
  const Batch<double> batch = random_batch<double>(5, 9, 4, random);
  const Vector<double> exact = net.gradient(batch.x, batch.labels);
  const auto error = [&](const NumericalGradientOptions& options) {
    return (net.numerical_gradient(batch.x, batch.labels, options) - exact).cwiseAbs().maxCoeff();
  };
  const double of_incremental = error({.h = 1e-7}), of_naive = error(naive(1e-7));
  CHECK(of_incremental < 1e-12);
  CHECK(of_naive > 10 * of_incremental);
}

TEST_CASE("at a large h the incremental form has the same truncation error as the naive form, not that of the derivative") {
  Random random(19);
  const TwoLayerNet<double> net({.input_size = 4, .hidden_size = 3, .output_size = 3, .weight_init_std = 1});
  const Batch<double> batch = random_batch<double>(5, 4, 3, random);
  for (const double h : {0.5, 0.7, 2.0}) {
    const Vector<double> plain = net.numerical_gradient(batch.x, batch.labels, naive(h));
    CHECK((net.numerical_gradient(batch.x, batch.labels, {.h = h}) - plain).cwiseAbs().maxCoeff() < 1e-12);
    CHECK((net.gradient(batch.x, batch.labels) - plain).cwiseAbs().maxCoeff() > 1e-4);
  }
}

TEST_CASE("the numerical gradient of chosen parameters is that part of the whole, in either form") {
  Random random(20);
  const TwoLayerNet<double> net({.input_size = 4, .hidden_size = 3, .output_size = 3, .weight_init_std = 1});
  const Batch<double> batch = random_batch<double>(5, 4, 3, random);
  const std::vector<Index> chosen = {26, 0, 13, 13};
  for (const NumericalMethod method : {NumericalMethod::naive, NumericalMethod::incremental}) {
    const Vector<double> whole = net.numerical_gradient(batch.x, batch.labels, {.method = method});
    const Vector<double> part = net.numerical_gradient(batch.x, batch.labels, {.method = method, .parameters = chosen});
    REQUIRE(part.size() == 4);
    for (Eigen::Index i = 0; i < 4; ++i) CHECK(part[i] == whole[chosen[static_cast<std::size_t>(i)]]);
  }
}

TEST_CASE("a net in float32 differentiates numerically as it does in float64, rounded") {
  Random random(21);
  const TwoLayerNet<float> net({.input_size = 4, .hidden_size = 3, .output_size = 3, .weight_init_std = 1});
  const Batch<float> batch = random_batch<float>(5, 4, 3, random);
  const Vector<double> exact = net.cast<double>().numerical_gradient(batch.x.cast<double>(), batch.labels);
  CHECK(net.numerical_gradient(batch.x, batch.labels) == exact.cast<float>());
}

TEST_CASE("either form refuses what the other refuses") {
  const TwoLayerNet<double> net({.input_size = 4, .hidden_size = 3, .output_size = 3});
  const std::vector<Label> labels = {0, 1};
  for (const NumericalMethod method : {NumericalMethod::naive, NumericalMethod::incremental}) {
    const NumericalGradientOptions options{.method = method};
    CHECK_THROWS_AS(net.numerical_gradient(Matrix<double>::Zero(2, 3), labels, options), TypeError);
    CHECK_THROWS_AS(net.numerical_gradient(Matrix<double>(0, 4), {}, options), RangeError);
    CHECK_THROWS_AS(net.numerical_gradient(Matrix<double>::Zero(3, 4), labels, options), TypeError);
    CHECK_THROWS_AS(net.numerical_gradient(Matrix<double>::Zero(2, 4), std::vector<Label>{0, 3}, options), RangeError);
    CHECK_THROWS_AS(net.numerical_gradient(Matrix<double>::Zero(2, 4), labels, {.h = -1, .method = method}), RangeError);
  }
}
