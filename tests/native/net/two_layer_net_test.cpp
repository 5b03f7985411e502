#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include <downhill/data/toy_data.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"
#include "numbers.hpp"

using namespace downhill;
using namespace downhill::test;
using downhill::test::Batch;
using downhill::test::naive;
using downhill::test::random_batch;
using downhill::test::relative_error;

namespace {

NetOptions small_net(Activation activation = Activation::sigmoid) {
  return {.input_size = 5, .hidden_size = 4, .output_size = 3, .weight_init_std = 1, .activation = activation, .seed = 3};
}

}  // namespace

TEST_CASE("a 784-50-10 net has 39,760 parameters") { CHECK(TwoLayerNet<float>(NetOptions{}).parameter_count() == 39'760); }

TEST_CASE("W1, b1, W2 and b2 lie one after another in the parameters") {
  TwoLayerNet<double> net({.input_size = 2, .hidden_size = 3, .output_size = 2});
  net.parameters() = Vector<double>::LinSpaced(17, 0, 16);
  CHECK(net.W1()(1, 0) == 3);
  CHECK(net.b1()[0] == 6);
  CHECK(net.W2()(1, 1) == 12);
  CHECK(net.b2()[1] == 16);
}

TEST_CASE("weights are drawn with the standard deviation asked for and biases are 0") {
  const TwoLayerNet<float> net(NetOptions{.weight_init_std = 0.01});
  const double deviation = std::sqrt(net.W1().cast<double>().squaredNorm() / static_cast<double>(net.W1().size()));
  CHECK(deviation == Approx(0.01).epsilon(0.02));
  CHECK(net.b1().norm() == 0);
  CHECK(net.b2().norm() == 0);
}

TEST_CASE("Xavier weights have standard deviation 1/√(inputs of the layer)") {
  const TwoLayerNet<float> net(NetOptions{.input_size = 400, .hidden_size = 100, .xavier = true});
  CHECK(std::sqrt(net.W1().cast<double>().squaredNorm() / 40'000) == Approx(1.0 / 20).epsilon(0.02));
  CHECK(std::sqrt(net.W2().cast<double>().squaredNorm() / 1'000) == Approx(1.0 / 10).epsilon(0.1));
}

TEST_CASE("equal seeds give equal nets and other seeds give others") {
  const NetOptions seed_1{.seed = 1};
  CHECK(TwoLayerNet<float>(seed_1).parameters() == TwoLayerNet<float>(seed_1).parameters());
  CHECK(TwoLayerNet<float>(seed_1).parameters() != TwoLayerNet<float>(NetOptions{.seed = 2}).parameters());
}

TEST_CASE("the prediction of a net written out by hand") {
  // One input, one hidden neuron, two outputs: z = σ(2x − 1), a = (3z + 0.5, −z).
  TwoLayerNet<double> net({.input_size = 1, .hidden_size = 1, .output_size = 2});
  net.parameters() << 2, -1, 3, -1, 0.5, 0;
  const double z = 1 / (1 + std::exp(-(2 * 0.7 - 1)));
  const double ratio = std::exp(3 * z + 0.5) / std::exp(-z);
  const Matrix<double> y = net.predict(Matrix<double>::Constant(1, 1, 0.7));
  CHECK(y(0, 0) == Approx(ratio / (1 + ratio)).epsilon(1e-14));
  CHECK(y(0, 1) == Approx(1 / (1 + ratio)).epsilon(1e-14));
}

TEST_CASE("every row of a prediction sums to 1, not all rows together") {
  Random random(1);
  const Batch<double> batch = random_batch<double>(7, 5, 3, random);
  const Matrix<double> y = TwoLayerNet<double>(small_net()).predict(batch.x);
  for (Eigen::Index row = 0; row < y.rows(); ++row) CHECK(y.row(row).sum() == Approx(1).epsilon(1e-14));
}

TEST_CASE("an untrained net is about as good as guessing: its loss is near log 10") {
  Random random(4);
  const Batch<float> batch = random_batch<float>(100, 784, 10, random);
  CHECK(TwoLayerNet<float>(NetOptions{}).loss(batch.x, batch.labels) == Approx(std::log(10)).epsilon(0.02));
}

TEST_CASE("the loss of a batch is the mean of the losses of its rows") {
  Random random(5);
  const Batch<double> batch = random_batch<double>(6, 5, 3, random);
  const TwoLayerNet<double> net(small_net());
  double sum = 0;
  for (Eigen::Index row = 0; row < 6; ++row) {
    sum += net.loss(batch.x.middleRows(row, 1), std::span(batch.labels).subspan(static_cast<std::size_t>(row), 1));
  }
  CHECK(net.loss(batch.x, batch.labels) == Approx(sum / 6).epsilon(1e-14));
}

TEST_CASE("backprop equals the numerical gradient to 1e-7 on random shapes, in float64") {
  const auto activation = GENERATE(Activation::sigmoid, Activation::tanh);
  Random random(6);
  for (std::uint64_t trial = 0; trial < 12; ++trial) {
    const NetOptions shape{.input_size = 1 + static_cast<int>(random.below(9)),
                           .hidden_size = 1 + static_cast<int>(random.below(9)),
                           .output_size = 2 + static_cast<int>(random.below(6)),
                           .weight_init_std = 0.5 + random.uniform(),
                           .activation = activation,
                           .seed = trial};
    const TwoLayerNet<double> net(shape);
    const auto batch =
        random_batch<double>(1 + static_cast<int>(random.below(8)), shape.input_size, shape.output_size, random, 0.3);
    INFO(shape.input_size << "-" << shape.hidden_size << "-" << shape.output_size << ", trial " << trial);
    CHECK(relative_error(net.gradient(batch.x, batch.labels), net.numerical_gradient(batch.x, batch.labels, naive())) < 1e-7);
  }
}

TEST_CASE("backprop equals the numerical gradient for ReLU where no unit changes side") {
  Random random(7);
  TwoLayerNet<double> net(small_net(Activation::relu));
  const Batch<double> batch = random_batch<double>(4, 5, 3, random);
  // A kink within h of an input would make the two differ by right; this seed keeps clear of it.
  Matrix<double> a = batch.x * net.W1();
  a.rowwise() += net.b1();
  REQUIRE(a.cwiseAbs().minCoeff() > 0.01);
  CHECK(relative_error(net.gradient(batch.x, batch.labels), net.numerical_gradient(batch.x, batch.labels, naive())) < 1e-7);
}

TEST_CASE("the gradient counts δ: it is exact even where the right answer has a tiny probability") {
  TwoLayerNet<double> net({.input_size = 1, .hidden_size = 1, .output_size = 2});
  net.parameters() << 0, 0, 0, 0, 16, 0;  // y ≈ (1, 1.1e-7): as small as δ
  const Matrix<double> x = Matrix<double>::Ones(1, 1);
  const std::vector<Label> labels = {1};
  CHECK(relative_error(net.gradient(x, labels), net.numerical_gradient(x, labels, naive(1e-5))) < 1e-7);
}

TEST_CASE("float32 backprop agrees with float64 backprop to rounding") {
  Random random(8);
  const Batch<float> batch = random_batch<float>(20, 30, 10, random);
  const TwoLayerNet<float> net({.input_size = 30, .hidden_size = 12, .weight_init_std = 0.3});
  const Vector<double> exact = net.cast<double>().gradient(batch.x.cast<double>(), batch.labels);
  CHECK(relative_error(net.gradient(batch.x, batch.labels), exact) < 1e-6);
}

TEST_CASE("a part of a matrix is taken as it lies, and a value that is none is named by its place in the part") {
  Random random(14);
  const TwoLayerNet<double> net(small_net());
  Matrix<double> wide = random_batch<double>(6, 9, 3, random).x;
  const std::vector<Label> labels = {0, 1, 2};
  const Matrix<double> copy = wide.block(2, 3, 3, 5);
  CHECK(net.predict(wide.block(2, 3, 3, 5)) == net.predict(copy));
  CHECK(net.gradient(wide.block(2, 3, 3, 5), labels) == net.gradient(copy, labels));
  CHECK(net.numerical_gradient(wide.block(2, 3, 3, 5), labels) == net.numerical_gradient(copy, labels));
  wide(0, 0) = not_a_number;
  wide(3, 4) = infinity;
  CHECK_THROWS_WITH(net.predict(wide.block(2, 3, 3, 5)), "x[6] is Infinity; allowed is a finite number");
}

TEST_CASE("the names of the numerical methods are naive and incremental") {
  CHECK(numerical_method_named("naive") == NumericalMethod::naive);
  CHECK(numerical_method_named("incremental") == NumericalMethod::incremental);
  CHECK_THROWS_WITH(numerical_method_named("exact"), "method is \"exact\"; allowed is \"naive\" or \"incremental\"");
}

TEST_CASE("a net of one hidden unit and one output is sure of its answer, and has no slope but that of rounding") {
  const TwoLayerNet<double> net({.input_size = 2, .hidden_size = 1, .output_size = 1, .weight_init_std = 1});
  const Matrix<double> x{{1, 2}, {-3, 0}};
  const std::vector<Label> labels = {0, 0};
  CHECK(net.predict(x) == Matrix<double>::Ones(2, 1));
  CHECK(net.loss(x, labels) == Approx(-std::log(1 + cross_entropy_delta)).epsilon(1e-9));
  CHECK(net.accuracy(x, labels) == 1);
  CHECK(net.gradient(x, labels) == Vector<double>::Zero(5));
  CHECK(net.numerical_gradient(x, labels, naive()) == Vector<double>::Zero(5));
  CHECK(net.numerical_gradient(x, labels).norm() < 1e-12);
}

TEST_CASE("the numerical gradient leaves the net as it was") {
  Random random(10);
  const TwoLayerNet<double> net(small_net());
  const TwoLayerNet<double> before = net;
  const Batch<double> batch = random_batch<double>(3, 5, 3, random);
  net.numerical_gradient(batch.x, batch.labels, naive());
  CHECK(net.parameters() == before.parameters());
}

TEST_CASE("the gradient of W2 has the shape of W2, not of W1 as in the post") {
  Random random(11);
  const TwoLayerNet<double> net(small_net());
  const Batch<double> batch = random_batch<double>(3, 5, 3, random);
  const Vector<double> gradient = net.numerical_gradient(batch.x, batch.labels, naive());
  CHECK(gradient.size() == net.W1().size() + net.b1().size() + net.W2().size() + net.b2().size());
  CHECK(gradient.segment(net.W1().size() + net.b1().size(), net.W2().size()).norm() > 0);
}

TEST_CASE("a loss that is summed, not averaged, makes the step as many times longer as the batch has samples") {
  Random random(12);
  const TwoLayerNet<double> net(small_net());
  const Batch<double> batch = random_batch<double>(100, 5, 3, random);
  Vector<double> summed = Vector<double>::Zero(net.parameter_count());
  for (Eigen::Index row = 0; row < 100; ++row) {
    summed += net.gradient(batch.x.middleRows(row, 1), std::span(batch.labels).subspan(static_cast<std::size_t>(row), 1));
  }
  CHECK(relative_error(summed, 100 * net.gradient(batch.x, batch.labels)) < 1e-12);
}

TEST_CASE("standard normal weights on 784 bright inputs saturate the sigmoid; weights of 0.01 do not") {
  Random random(13);
  const auto mean_slope = [&](double weight_init_std) {
    const TwoLayerNet<float> net(NetOptions{.weight_init_std = weight_init_std});
    Matrix<float> z = Matrix<float>::Constant(1, 784, 0.5f) * net.W1();
    activate_in_place<float>(Activation::sigmoid, z);
    return activation_slope<float>(Activation::sigmoid, z).mean();
  };
  CHECK(mean_slope(0.01) > 0.24);
  CHECK(mean_slope(1) < 0.06);
}

TEST_CASE("accuracy is the part of the rows whose largest output is at the label") {
  TwoLayerNet<double> net({.input_size = 1, .hidden_size = 1, .output_size = 2});
  net.parameters() << 100, 0, 10, -10, -5, 5;  // answers class 0 for x > 0, class 1 for x < 0
  Matrix<double> x(4, 1);
  x << 1, 1, -1, -1;
  CHECK(net.accuracy(x, std::vector<Label>{0, 1, 1, 1}) == 0.75);
}

TEST_CASE("evaluation by parts adds up to evaluation at once") {
  const Dataset data = toy_data(Toy::circle, {.size = 257});
  const TwoLayerNet<float> net({.input_size = 2, .hidden_size = 5, .output_size = 2, .weight_init_std = 1});
  Evaluation parts = evaluate(net, data, 0, 100);
  parts += evaluate(net, data, 100, 101);
  parts += evaluate(net, data, 101, 257);
  const Evaluation whole = evaluate(net, data);
  CHECK(parts.correct == whole.correct);
  CHECK(parts.count == 257);
  CHECK(parts.loss() == Approx(whole.loss()).epsilon(1e-6));
  std::vector<Index> all(257);
  for (Index i = 0; i < 257; ++i) all[i] = i;
  CHECK(whole.accuracy() == Approx(net.accuracy(data.inputs(all), data.labels(all))));
  CHECK(whole.loss() == Approx(net.loss(data.inputs(all), data.labels(all))).epsilon(1e-6));
  CHECK(evaluate(net, data, 3, 3).accuracy() == 0);
}

TEST_CASE("a net refuses sizes, weights and data that cannot be") {
  CHECK_THROWS_WITH(TwoLayerNet<float>(NetOptions{.input_size = 0}), Catch::Contains("input_size is 0"));
  CHECK_THROWS_WITH(TwoLayerNet<float>(NetOptions{.hidden_size = -1}), Catch::Contains("hidden_size is -1"));
  CHECK_THROWS_WITH(TwoLayerNet<float>(NetOptions{.output_size = 257}), Catch::Contains("1 to 256"));
  CHECK_THROWS_AS(TwoLayerNet<float>(NetOptions{.weight_init_std = not_a_number}), RangeError);
  CHECK_THROWS_AS(TwoLayerNet<float>(NetOptions{.weight_init_std = -0.01}), RangeError);
  CHECK_THROWS_WITH(TwoLayerNet<float>(NetOptions{.input_size = 65'536, .hidden_size = 65'536}),
                    Catch::Contains("number of parameters"));

  TwoLayerNet<double> net(small_net());
  const TwoLayerNet<double> before = net;
  std::vector<double> parameters(static_cast<std::size_t>(net.parameter_count()), 0);
  parameters[7] = infinity;
  CHECK_THROWS_WITH(net.set_parameters(parameters), Catch::Contains("parameters[7]"));
  CHECK_THROWS_AS(net.set_parameters(std::vector<double>(3)), TypeError);
  CHECK(net.parameters() == before.parameters());

  const std::vector<Label> labels = {0, 1};
  CHECK_THROWS_AS(net.predict(Matrix<double>::Zero(2, 4)), TypeError);
  CHECK_THROWS_AS(net.predict(Matrix<double>(0, 5)), RangeError);
  CHECK_THROWS_AS(net.loss(Matrix<double>::Zero(3, 5), labels), TypeError);
  CHECK_THROWS_AS(net.gradient(Matrix<double>::Zero(2, 5), std::vector<Label>{0, 3}), RangeError);
  const Matrix<double> x = Matrix<double>::Zero(2, 5);
  for (const NumericalMethod method : {NumericalMethod::naive, NumericalMethod::incremental}) {
    CHECK_THROWS_WITH(net.numerical_gradient(x, labels, {.h = 0, .method = method}),
                      "h is 0; allowed is a finite number above 0");
    CHECK_THROWS_WITH(net.numerical_gradient(x, labels, {.method = method, .parameters = std::vector<Index>{1, 39}}),
                      "parameters[1] is 39; allowed is a whole number from 0 to 38");
  }

  const Dataset data = toy_data(Toy::gauss, {.size = 10});
  CHECK_THROWS_WITH(evaluate(net.cast<float>(), data), Catch::Contains("2 inputs") && Catch::Contains("5"));
  const TwoLayerNet<float> fits({.input_size = 2, .hidden_size = 2, .output_size = 2});
  CHECK_THROWS_AS(evaluate(fits, data, 4, 3), RangeError);
  CHECK_THROWS_AS(evaluate(fits, data, 0, 11), RangeError);
}
