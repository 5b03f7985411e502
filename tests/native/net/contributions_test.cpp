#include <limits>

#include <catch2/catch.hpp>

#include <downhill/net/contributions.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"
#include "numbers.hpp"

using namespace downhill;
using namespace downhill::test;

namespace {

const TwoLayerNet<float> net({.input_size = 5, .hidden_size = 4, .output_size = 3, .weight_init_std = 1, .seed = 3});

}  // namespace

TEST_CASE("the contributions to a net written out by hand") {
  // Two inputs, one hidden unit, two outputs: a1 = 2x0 − 3x1 + 0.5.
  TwoLayerNet<float> small({.input_size = 2, .hidden_size = 1, .output_size = 2, .activation = Activation::relu});
  small.parameters() << 2, -3, 0.5f, 4, -1, 0, 0;
  const Contributions of = contributions(small, (Matrix<float>(1, 2) << 3, 1).finished());
  CHECK(of.to_hidden == (Matrix<float>(2, 1) << 6, -3).finished());
  CHECK(of.raising(0, 0) == 6);
  CHECK(of.lowering(0, 0) == -3);
  CHECK(of.to_output == (Matrix<float>(1, 2) << 14, -3.5f).finished());
}

TEST_CASE("contributions and biases sum to what the forward pass has") {
  Random random(2);
  const Matrix<float> x = random_batch<float>(1, 5, 3, random).x;
  const ForwardPass<float> pass = net.forward(x);
  const Contributions of = contributions(net, x);
  CHECK(relative_error(of.raising + of.lowering + net.b1(), pass.a1.row(0)) < 1e-6);
  CHECK(relative_error(of.to_hidden.colwise().sum() + net.b1(), pass.a1.row(0)) < 1e-6);
  CHECK(relative_error(of.to_output.colwise().sum() + net.b2(), pass.a2.row(0)) < 1e-6);
}

TEST_CASE("contributions are of one sample that the net takes") {
  CHECK_THROWS_WITH(contributions(net, Matrix<float>::Zero(2, 5)), "the number of rows of x is 2; allowed is 1");
  CHECK_THROWS_AS(contributions(net, Matrix<float>::Zero(0, 5)), RangeError);
  CHECK_THROWS_AS(contributions(net, Matrix<float>::Zero(1, 4)), TypeError);
  Matrix<float> x = Matrix<float>::Zero(1, 5);
  x(0, 2) = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_WITH(contributions(net, x), "x[2] is NaN; allowed is a finite number");
}
