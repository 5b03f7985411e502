#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/data/toy_data.hpp>
#include <downhill/descent/descent.hpp>
#include <downhill/errata/errata.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"
#include "nets.hpp"

using namespace downhill;
using namespace downhill::test;

namespace {

const Expression bowl = of_two("x0^2 + x1^2");
const std::array<double, 2> start = {-3, 4};

/// All iterations at once.
errata::Runs runs_of(errata::TrainingMistake mistake, const Dataset& data, const errata::TrainingOptions& options) {
  errata::Training training(mistake, data, options);
  training.run(options.iterations);
  return training.runs();
}

}  // namespace

TEST_CASE("the list names each erratum once and says which of them run") {
  const auto list = errata::list();
  CHECK(list.size() == 13);
  CHECK(std::count_if(list.begin(), list.end(), [](const auto& erratum) { return !erratum.runs; }) == 2);
  for (const auto& erratum : list) {
    CHECK(std::count_if(list.begin(), list.end(), [&](const auto& other) { return other.id == erratum.id; }) == 1);
  }
}

// The grid of the post, and what NumPy 1.24 gives for its listing.
TEST_CASE("of the post's 324 arrows only two are not 0: (-4, -4) and (-3.5, -4)") {
  const Grid grid{.x0 = {-2, 2.25}, .x1 = {-2, 2.25}, .columns = 18, .rows = 18};
  const errata::Quiver quiver = errata::quiver(bowl, grid);
  CHECK(quiver.wrong_arrows == 2);
  CHECK(quiver.wrong.d0[0] == Approx(-4));
  CHECK(quiver.wrong.d1[0] == Approx(-4));
  CHECK(quiver.wrong.d0[1] == Approx(-3.5));
  CHECK(quiver.wrong.d1[1] == Approx(-4));
  const auto not_zero = [](const GradientField& field) {
    int count = 0;
    for (std::size_t i = 0; i < field.d0.size(); ++i) count += std::hypot(field.d0[i], field.d1[i]) > 1e-6;
    return count;
  };
  CHECK(not_zero(quiver.right) == 323);  // all but the one at the minimum
  CHECK(not_zero(quiver.wrong) == 2);
  CHECK_THROWS_AS(errata::quiver(bowl, {.x0 = {0, 0}, .x1 = {0, 0}, .columns = 1, .rows = 1}), RangeError);
}

// The wrong numbers are those that NumPy 1.24 prints.
TEST_CASE("an integer array drops h: the gradient of x0^2 + x1^2 at (3, 4) comes out as (25000, 35000)") {
  const errata::IntegerGradient at_3_4 = errata::integer_gradient(bowl, std::array<std::int32_t, 2>{3, 4});
  CHECK(at_3_4.right[0] == Approx(6).epsilon(1e-9));
  CHECK(at_3_4.right[1] == Approx(8).epsilon(1e-9));
  CHECK(at_3_4.wrong[0] == Approx(25000));
  CHECK(at_3_4.wrong[1] == Approx(35000));
  const errata::IntegerGradient at_0_2 = errata::integer_gradient(bowl, std::array<std::int32_t, 2>{0, -2});
  CHECK(at_0_2.wrong[0] == 0);
  CHECK(at_0_2.wrong[1] == Approx(-15000));
  CHECK_THROWS_AS(errata::integer_gradient(bowl, std::array<std::int32_t, 1>{3}), TypeError);
}

TEST_CASE("an x1 that is made from x0 follows x0's number, not its own") {
  const errata::Paths paths = errata::crossed_update(bowl, start, 0.1, 20);
  CHECK(paths.right == gradient_descent(bowl, start, {.learning_rate = 0.1, .steps = 20}).path);
  REQUIRE(paths.wrong.size() == 42);
  CHECK(paths.wrong[2] == Approx(-2.4));
  CHECK(paths.wrong[3] == Approx(-3 - 0.1 * 8));
  CHECK(paths.right[3] == Approx(3.2));
  CHECK_THROWS_AS(
      errata::crossed_update(Expression::parse("x", std::array<std::string, 1>{"x"}), std::array<double, 1>{1}, 0.1, 2),
      TypeError);
}

TEST_CASE("a start that the run overwrites makes the second run begin where the first one ended") {
  const errata::OverwrittenStart result = errata::overwritten_start(bowl, start, 0.1, 20);
  const std::vector<double> path = gradient_descent(bowl, start, {.learning_rate = 0.1, .steps = 20}).path;
  CHECK(result.start_after_right == std::vector<double>{-3, 4});
  CHECK(result.start_after_wrong == std::vector<double>{path[40], path[41]});
  CHECK(result.paths.right == path);
  CHECK(result.paths.wrong[0] == path[40]);
  CHECK(result.paths.wrong[1] == path[41]);
  CHECK(result.paths.wrong.size() == path.size());
}

TEST_CASE("the post's history of 20 steps lacks the point at which they arrive") {
  const errata::Paths paths = errata::missing_last_point(bowl, start, 0.1, 20);
  CHECK(paths.right.size() == 2 * 21);
  CHECK(paths.wrong.size() == 2 * 20);
  CHECK(std::equal(paths.wrong.begin(), paths.wrong.end(), paths.right.begin()));
  CHECK(paths.right[40] == Approx(-0.0345876451));
  CHECK(paths.right[41] == Approx(0.0461168602));
  CHECK_THROWS_AS(errata::missing_last_point(bowl, start, 0.1, 0), RangeError);
  CHECK_THROWS_AS(errata::missing_last_point(bowl, std::array<double, 1>{1}, 0.1, 2), TypeError);
}

TEST_CASE("a softmax over the whole batch gives all samples together the probability 1") {
  Matrix<double> a(3, 2);
  a << 0.3, 2.9, 4, 1, 0, 0;
  const errata::SoftmaxOfBatch result = errata::softmax_of_batch(a);
  CHECK(result.wrong.sum() == Approx(1));
  CHECK(result.right.sum() == Approx(3));
  for (std::size_t row = 0; row < 3; ++row) {
    CHECK(result.right_sums[row] == Approx(1));
    CHECK(result.wrong_sums[row] < 0.8);
  }
  CHECK(result.wrong(1, 0) / result.wrong(0, 0) == Approx(std::exp(3.7)));
  // For one sample both are the same: that is why it was not noticed.
  CHECK(errata::softmax_of_batch(a.row(0)).wrong == errata::softmax_of_batch(a.row(0)).right);
  CHECK_THROWS_AS(errata::softmax_of_batch(Matrix<double>(0, 0)), RangeError);
}

// y, labels and the three numbers as NumPy 1.24 gives them.
TEST_CASE("labels of shape (1, N) pick the right numbers by luck, those of shape (N, 1) pick N times as many") {
  Matrix<double> y(3, 2);
  y << 0.1, 0.9, 0.6, 0.4, 0.5, 0.5;
  const std::vector<Label> labels = {1, 0, 1};
  const errata::LabelShape of = errata::label_shape(y, labels);
  CHECK(of.right == Approx(0.43644428073534164).epsilon(1e-15));
  CHECK(of.row == Approx(0.43644428073534164).epsilon(1e-15));
  CHECK(of.column == Approx(2.312050754871865).epsilon(1e-15));
  CHECK(of.picks == 9);
  CHECK_THROWS_WITH(errata::label_shape(Matrix<double>::Ones(10'001, 1), std::vector<Label>(10'001)),
                    "labels.length is 10001; allowed is at most 10000: the column form picks the square of that");
}

TEST_CASE("a gradient taken with respect to W1 has the shape of W1, and W2 cannot take it") {
  Random random(1);
  const TwoLayerNet<float> net(NetOptions{});
  const auto batch = test::random_batch<float>(3, 784, 10, random);
  const errata::WrongMatrix result = errata::gradient_of_wrong_matrix(net, batch.x, batch.labels);
  CHECK(result.right == std::array<Eigen::Index, 2>{50, 10});
  CHECK(result.wrong == std::array<Eigen::Index, 2>{784, 50});
  CHECK(result.message == "a gradient of shape (784, 50) cannot be subtracted from weights of shape (50, 10)");
  const TwoLayerNet<float> square({.input_size = 4, .hidden_size = 4, .output_size = 4});
  const auto small = test::random_batch<float>(3, 4, 4, random);
  CHECK(errata::gradient_of_wrong_matrix(square, small.x, small.labels).message.empty());
}

TEST_CASE("in parts, both runs are what they are at once") {
  const Dataset data = toy_data(Toy::gauss, {.size = 60});
  const errata::TrainingOptions options{.iterations = 20, .hidden_size = 4, .batch_size = 10};
  for (const auto mistake : {errata::TrainingMistake::summed_loss, errata::TrainingMistake::unit_weights,
                             errata::TrainingMistake::loss_inside_loop}) {
    errata::Training training(mistake, data, options);
    CHECK(training.share_done() == 0);
    training.run(15);
    CHECK(training.share_done() == 0.75);
    CHECK(training.runs().right.size() == 15);
    training.run(15);
    CHECK(training.share_done() == 1);
    const errata::Runs at_once = runs_of(mistake, data, options);
    CHECK(training.runs().right == at_once.right);
    CHECK(training.runs().wrong == at_once.wrong);
  }
}

TEST_CASE("a run that has diverged has nothing left to do") {
  errata::Training training(errata::TrainingMistake::loss_inside_loop, toy_data(Toy::circle, {.size = 20}),
                            {.iterations = 50, .hidden_size = 4, .batch_size = 10, .learning_rate = 1e38});
  training.run(50);
  CHECK(training.share_done() == 1);
}

TEST_CASE("a loss that is summed makes each step as many times too long as the batch is large") {
  const Dataset data = toy_data(Toy::gauss, {.size = 200});
  const errata::TrainingOptions options{.iterations = 40, .hidden_size = 8, .batch_size = 25, .learning_rate = 0.05};
  const errata::Runs runs = runs_of(errata::TrainingMistake::summed_loss, data, options);
  auto net = std::make_shared<TwoLayerNet<float>>(
      NetOptions{.input_size = 2, .hidden_size = 8, .output_size = 2, .weight_init_std = 0.01});
  Trainer sums(net, data, {.batch_size = 25, .learning_rate = 25 * 0.05});
  const auto losses = sums.run(40);
  CHECK(runs.wrong == std::vector<float>(losses.begin(), losses.end()));
  CHECK(runs.right.size() == 40);
  CHECK(runs.right != runs.wrong);
}

TEST_CASE("standard normal weights into many inputs learn worse than the book's small ones") {
  Random random(8);
  // 200 inputs that are mostly on; the class is the half in which more of them are.
  std::vector<float> inputs;
  std::vector<Label> labels;
  for (int sample = 0; sample < 300; ++sample) {
    const auto label = static_cast<Label>(sample % 2);
    for (int i = 0; i < 200; ++i) {
      const bool likely = (i < 100) == (label == 0);
      inputs.push_back(random.uniform() < (likely ? 0.8 : 0.5) ? 1.0f : 0.0f);
    }
    labels.push_back(label);
  }
  const Dataset data = Dataset::from_inputs(inputs, labels, 200, 2);
  const errata::Runs runs = runs_of(errata::TrainingMistake::unit_weights, data,
                                    {.iterations = 300, .hidden_size = 20, .batch_size = 50, .learning_rate = 0.1});
  CHECK(runs.right.size() == 300);
  CHECK(runs.right_accuracy > 0.95);
  CHECK(runs.wrong.front() > 1.5 * runs.right.front());
  CHECK(runs.wrong_accuracy < runs.right_accuracy);
}

TEST_CASE("a loss recorded inside the loop over the parameters makes four entries an iteration; the last is the right one") {
  const Dataset data = toy_data(Toy::circle, {.size = 100});
  const errata::Runs runs = runs_of(errata::TrainingMistake::loss_inside_loop, data,
                                    {.iterations = 30, .hidden_size = 6, .batch_size = 20, .learning_rate = 0.5});
  REQUIRE(runs.right.size() == 30);
  REQUIRE(runs.wrong.size() == 120);
  bool others_differ = false;
  for (std::size_t i = 0; i < 30; ++i) {
    CHECK(runs.wrong[4 * i + 3] == Approx(runs.right[i]).epsilon(1e-5));
    others_differ |= std::abs(runs.wrong[4 * i] - runs.right[i]) > 1e-3f;
  }
  CHECK(others_differ);
  CHECK(runs.right_accuracy == runs.wrong_accuracy);
}

TEST_CASE("mistakes have names, and other names and runs of no iterations are refused") {
  CHECK(errata::training_mistake_named("unit-weights") == errata::TrainingMistake::unit_weights);
  CHECK_THROWS_AS(errata::training_mistake_named("none"), RangeError);
  const Dataset data = toy_data(Toy::circle, {.size = 10});
  CHECK_THROWS_WITH(errata::Training(errata::TrainingMistake::summed_loss, data, {.iterations = 0}),
                    "iterations is 0; allowed is a whole number from 1 to 100000");
}
