#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/loss/activation.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"

using namespace downhill;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

// The two answers of 4.2.1: sure of 2 (right) and sure of 7 (wrong).
constexpr std::array<double, 10> sure_of_2 = {.1, .05, .6, 0, .05, .1, 0, .1, 0, 0};
constexpr std::array<double, 10> sure_of_7 = {.1, .05, .1, 0, .05, .1, 0, .6, 0, 0};
constexpr std::array<double, 10> two = {0, 0, 1, 0, 0, 0, 0, 0, 0, 0};

Matrix<double> row(const std::array<double, 10>& values) { return ConstMatrixMap<double>(values.data(), 1, 10); }

}  // namespace

TEST_CASE("the mean squared errors of 4.2.1 are 0.0975 and 0.5975") {
  CHECK_THAT(mean_squared_error(sure_of_2, two), WithinRel(0.0975, 1e-15));
  CHECK_THAT(mean_squared_error(sure_of_7, two), WithinRel(0.5975, 1e-15));
  CHECK(mean_squared_error(two, two) == 0);
}

TEST_CASE("the cross-entropy errors of 4.2.2 are 0.510825457099338 and 2.3025840929945454") {
  CHECK_THAT(cross_entropy_error(row(sure_of_2), row(two)), WithinRel(0.510825457099338, 1e-15));
  CHECK_THAT(cross_entropy_error(row(sure_of_7), row(two)), WithinRel(2.3025840929945454, 1e-15));
}

TEST_CASE("the largest loss of one sample is -log(delta) = 16.11809565095832") {
  const std::array<Label, 1> label = {3};
  CHECK_THAT(cross_entropy_error<double>(row(sure_of_2), label), WithinRel(16.11809565095832, 1e-15));
}

TEST_CASE("the label form equals the one-hot form") {
  Random random(1);
  const auto batch = test::random_batch<double>(20, 10, 10, random);
  const Matrix<double> y = softmax(batch.x);
  CHECK(cross_entropy_error<double>(y, batch.labels) == cross_entropy_error(y, one_hot(batch.labels, 10)));
}

TEST_CASE("the error of a batch is the mean over its rows, not the sum") {
  Matrix<double> y(2, 10);
  y << row(sure_of_2), row(sure_of_7);
  const std::array<Label, 2> labels = {2, 2};
  CHECK_THAT(cross_entropy_error<double>(y, labels), WithinRel((0.510825457099338 + 2.3025840929945454) / 2, 1e-15));
  const Matrix<double> ten = y.replicate(5, 1);
  const std::vector<Label> ten_labels(10, 2);
  CHECK_THAT(cross_entropy_error<double>(ten, ten_labels), WithinRel(cross_entropy_error<double>(y, labels), 1e-15));
}

TEST_CASE("targets need not be one-hot: a shared target shares the loss") {
  Matrix<double> t = Matrix<double>::Zero(1, 10);
  t(0, 2) = 0.5;
  t(0, 7) = 0.5;
  CHECK_THAT(cross_entropy_error(row(sure_of_2), t), WithinRel(-0.5 * (std::log(.6 + 1e-7) + std::log(.1 + 1e-7)), 1e-15));
}

TEST_CASE("float32 outputs are averaged in float64") {
  Random random(2);
  const auto batch = test::random_batch<float>(50, 10, 10, random);
  const Matrix<float> y = softmax(batch.x);
  const Matrix<double> wide = y.cast<double>();
  CHECK(cross_entropy_error<float>(y, batch.labels) == cross_entropy_error<double>(wide, batch.labels));
}

TEST_CASE("softmax_cross_entropy_gradient is the gradient of the loss by the scores, delta included") {
  Random random(3);
  const auto batch = test::random_batch<double>(4, 6, 6, random);
  // One row is so wrong that delta matters.
  Matrix<double> a = batch.x;
  a(1, batch.labels[1]) = -14;
  const Matrix<double> gradient = softmax_cross_entropy_gradient<double>(softmax(a), batch.labels);
  constexpr double h = 1e-5;
  for (Eigen::Index n = 0; n < a.rows(); ++n) {
    for (Eigen::Index k = 0; k < a.cols(); ++k) {
      Matrix<double> above = a;
      Matrix<double> below = a;
      above(n, k) += h;
      below(n, k) -= h;
      const double difference = (cross_entropy_error<double>(softmax(above), batch.labels) -
                                 cross_entropy_error<double>(softmax(below), batch.labels)) /
                                (2 * h);
      CHECK_THAT(gradient(n, k), WithinAbs(difference, 1e-9));
    }
  }
}

TEST_CASE("the gradient by the scores is (y - t)/N but for delta") {
  const std::array<Label, 1> label = {2};
  const Matrix<double> gradient = softmax_cross_entropy_gradient<double>(row(sure_of_2), label);
  CHECK((gradient - (row(sure_of_2) - row(two))).cwiseAbs().maxCoeff() < 1e-6);
  const std::vector<Label> labels(4, 2);
  const Matrix<double> of_four = softmax_cross_entropy_gradient<double>(row(sure_of_2).replicate(4, 1), labels);
  CHECK((of_four.row(3) * 4 - gradient).cwiseAbs().maxCoeff() < 1e-15);
}

TEST_CASE("one_hot has a 1 at each label") {
  const std::array<Label, 3> labels = {2, 0, 1};
  Matrix<double> expected(3, 3);
  expected << 0, 0, 1, 1, 0, 0, 0, 1, 0;
  CHECK(one_hot(labels, 3) == expected);
}

TEST_CASE("shapes that do not fit, empty ones and labels out of range are refused") {
  const std::array<double, 3> three{};
  const std::array<Label, 1> label_10 = {10};
  const std::array<Label, 2> labels = {0, 1};
  CHECK_THROWS_AS(mean_squared_error(sure_of_2, three), TypeError);
  CHECK_THROWS_WITH(mean_squared_error(sure_of_2, three), "y has 10 values and t has 3; both must have as many");
  CHECK_THROWS_AS(mean_squared_error({}, {}), RangeError);
  CHECK_THROWS_AS(cross_entropy_error(row(sure_of_2), Matrix<double>::Zero(2, 10)), TypeError);
  CHECK_THROWS_AS(cross_entropy_error(Matrix<double>(0, 10), Matrix<double>(0, 10)), RangeError);
  CHECK_THROWS_AS(cross_entropy_error(Matrix<double>(2, 0), Matrix<double>(2, 0)), RangeError);
  CHECK_THROWS_AS(cross_entropy_error<double>(row(sure_of_2), labels), TypeError);
  CHECK_THROWS_AS(cross_entropy_error<double>(Matrix<double>(0, 10), {}), RangeError);
  CHECK_THROWS_WITH(cross_entropy_error<double>(row(sure_of_2), label_10), "labels[0] is 10; allowed is a class from 0 to 9");
  CHECK_THROWS_AS(softmax_cross_entropy_gradient<double>(row(sure_of_2), label_10), RangeError);
  CHECK_THROWS_AS(one_hot(label_10, 10), RangeError);
  CHECK_THROWS_AS(one_hot(labels, 0), RangeError);
}

TEST_CASE("the terms of each output sum to the loss of the sample") {
  const std::vector<double> y = {.1, .05, .6, 0, .05, .1, 0, .1, 0, 0};
  const std::vector<double> t = {0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
  const auto sum = [](const std::vector<double>& terms) { return std::accumulate(terms.begin(), terms.end(), 0.0); };
  const std::vector<double> squared = squared_error_terms(y, t);
  CHECK(sum(squared) == Approx(0.0975).epsilon(1e-14));
  CHECK(squared[2] == Approx(0.08));
  const std::vector<double> logarithms = cross_entropy_terms(y, t);
  CHECK(sum(logarithms) == Approx(0.510825457099338).epsilon(1e-15));
  CHECK(logarithms[3] == 0);
  CHECK(loss_of_probability(0) == Approx(16.11809565095832).epsilon(1e-15));
  CHECK_THROWS_AS(squared_error_terms(y, {}), TypeError);
  CHECK_THROWS_AS(cross_entropy_terms({}, {}), RangeError);
}
