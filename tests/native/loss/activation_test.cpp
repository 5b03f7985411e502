#include <algorithm>
#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include <downhill/loss/activation.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"

using namespace downhill;
using Catch::WithinAbs;
using Catch::WithinRel;

TEST_CASE("sigmoid(0) is 1/2, sigmoid(1) is 0.7310585786300049 and far out it is 0 and 1") {
  CHECK(sigmoid(0.0) == 0.5);
  CHECK_THAT(sigmoid(1.0), WithinRel(0.7310585786300049, 1e-15));
  CHECK_THAT(sigmoid(-1.0), WithinRel(0.2689414213699951, 1e-15));
  for (const double far : {1e3, 1e300}) {
    CHECK(sigmoid(far) == 1);
    CHECK(sigmoid(-far) == 0);
    CHECK(sigmoid(static_cast<float>(std::min(far, 3e38))) == 1);
    CHECK(sigmoid(static_cast<float>(-std::min(far, 3e38))) == 0);
  }
}

TEMPLATE_TEST_CASE("activate works element by element", "", float, double) {
  Random random(1);
  const Matrix<TestType> a = test::random_batch<TestType>(7, 13, 2, random).x * TestType{3};
  const Matrix<TestType> s = activate(Activation::sigmoid, a);
  const Matrix<TestType> r = activate(Activation::relu, a);
  const Matrix<TestType> t = activate(Activation::tanh, a);
  const TestType tolerance = 4 * std::numeric_limits<TestType>::epsilon();
  for (Eigen::Index i = 0; i < a.rows(); ++i) {
    for (Eigen::Index j = 0; j < a.cols(); ++j) {
      CHECK_THAT(s(i, j), WithinRel(1 / (1 + std::exp(-a(i, j))), tolerance));
      CHECK(r(i, j) == std::max(a(i, j), TestType{0}));
      CHECK_THAT(t(i, j), WithinRel(std::tanh(a(i, j)), tolerance));
    }
  }
}

TEMPLATE_TEST_CASE("NaN stays NaN, so that a run that breaks is seen to break", "", float, double) {
  const TestType nan = std::numeric_limits<TestType>::quiet_NaN();
  for (const int columns : {1, 4, 9}) {
    const Matrix<TestType> broken = Matrix<TestType>::Constant(1, columns, nan);
    for (const Activation activation : {Activation::sigmoid, Activation::relu, Activation::tanh}) {
      Matrix<TestType> a = broken;
      activate_in_place<TestType>(activation, a);
      CHECK(a.array().isNaN().all());
      CHECK(activation_slope(activation, broken).array().isNaN().all());
    }
    Matrix<TestType> a = Matrix<TestType>::Zero(1, columns);
    a(0, columns - 1) = nan;
    softmax_in_place<TestType>(a);
    CHECK(a.array().isNaN().all());
  }
}

TEST_CASE("activation_slope is the derivative, written by the output") {
  Random random(2);
  const Matrix<double> a = test::random_batch<double>(5, 6, 2, random).x;
  constexpr double h = 1e-6;
  for (const Activation activation : {Activation::sigmoid, Activation::relu, Activation::tanh}) {
    const Matrix<double> above = activate<double>(activation, (a.array() + h).matrix());
    const Matrix<double> below = activate<double>(activation, (a.array() - h).matrix());
    const Matrix<double> slope = activation_slope(activation, activate(activation, a));
    CHECK((slope - (above - below) / (2 * h)).cwiseAbs().maxCoeff() < 1e-9);
  }
}

TEST_CASE("softmax of (0.3, 2.9, 4.0) is (0.01821127, 0.24519181, 0.73659691)") {
  Matrix<double> a(1, 3);
  a << 0.3, 2.9, 4.0;
  const Matrix<double> y = softmax(a);
  CHECK_THAT(y(0, 0), WithinAbs(0.01821127, 5e-9));
  CHECK_THAT(y(0, 1), WithinAbs(0.24519181, 5e-9));
  CHECK_THAT(y(0, 2), WithinAbs(0.73659691, 5e-9));
}

TEMPLATE_TEST_CASE("softmax is taken row by row: every row sums to 1 and equals that of the row alone", "", float, double) {
  Random random(3);
  const Matrix<TestType> a = test::random_batch<TestType>(6, 10, 2, random).x;
  const Matrix<TestType> y = softmax(a);
  for (Eigen::Index n = 0; n < a.rows(); ++n) {
    CHECK_THAT(y.row(n).sum(), WithinRel(TestType{1}, 4 * std::numeric_limits<TestType>::epsilon()));
    const Matrix<TestType> alone = softmax<TestType>(a.row(n));
    CHECK((y.row(n) - alone).cwiseAbs().maxCoeff() <= std::numeric_limits<TestType>::epsilon());
  }
}

TEST_CASE("softmax does not overflow and does not change when a row is shifted") {
  Matrix<double> a(2, 3);
  a << 1010, 1000, 990, -1e308, 0, 1e308;
  const Matrix<double> y = softmax(a);
  CHECK(y.allFinite());
  CHECK_THAT(y(0, 0), WithinRel(0.999954600070331, 1e-12));
  CHECK(y(1, 2) == 1);
  Matrix<double> shifted(1, 3);
  shifted << 10, 0, -10;
  CHECK(softmax(shifted) == y.row(0));
}

TEST_CASE("softmax of no columns or no rows is empty") {
  CHECK(softmax(Matrix<double>(3, 0)).size() == 0);
  CHECK(softmax(Matrix<double>(0, 3)).size() == 0);
}

TEST_CASE("activations are known by name") {
  for (const Activation activation : {Activation::sigmoid, Activation::relu, Activation::tanh}) {
    CHECK(activation_named(name_of(activation)) == activation);
  }
  CHECK_THROWS_AS(activation_named("Sigmoid"), RangeError);
  CHECK_THROWS_WITH(activation_named("step"), "activation is \"step\"; allowed is \"sigmoid\", \"relu\" or \"tanh\"");
}
