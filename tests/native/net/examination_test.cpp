#include <array>
#include <cmath>
#include <limits>
#include <string>

#include <catch2/catch.hpp>

#include <downhill/net/evaluation.hpp>
#include <downhill/net/examination.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"

using namespace downhill;
using downhill::test::random_vector;

namespace {

/// A net of two inputs and three classes that says almost surely class 1 where x0 > 0 and class 0 elsewhere, never 2.
TwoLayerNet<float> sign_net() {
  TwoLayerNet<float> net({.input_size = 2, .hidden_size = 1, .output_size = 3, .activation = Activation::tanh});
  net.parameters() << 1, 0, 0, -5, 5, 0, 0, 0, -20;  // W1 (2), b1, W2 (3), b2 (3)
  return net;
}

Dataset points() { return Dataset::from_inputs({3, 0, -3, 0, -0.2f, 0, 2, 0, 0.1f, 0}, {1, 0, 1, 0, 2}, 2, 3); }

}  // namespace

TEST_CASE("the confusion matrix counts the answers to each class") {
  const Examination of = examine(sign_net(), points(), 10, 0, 5);
  Matrix<Index> expected(3, 3);
  expected << 1, 1, 0,  //
      1, 1, 0,          //
      0, 1, 0;
  CHECK(of.confusion == expected);
  CHECK(of.count() == 5);
  CHECK(of.correct() == 2);
  CHECK(of.accuracy() == Approx(0.4));
  CHECK(of.class_accuracy() == std::vector<double>{0.5, 0.5, 0});
}

TEST_CASE("the worst mistakes are the wrong answers with the largest loss") {
  const Examination of = examine(sign_net(), points(), 10, 0, 5);
  REQUIRE(of.worst.size() == 3);
  CHECK(of.worst[0].index == 4);  // class 2, which the net thinks impossible
  CHECK(of.worst[0].label == 2);
  CHECK(of.worst[0].loss > of.worst[1].loss);
  CHECK(of.worst[1].index == 3);  // x0 = 2: sure and wrong
  CHECK(of.worst[1].predicted == 1);
  CHECK(of.worst[1].probability > 0.99f);
  CHECK(of.worst[1].loss == Approx(-std::log(of.worst[1].label_probability + 1e-7)));
  CHECK(of.worst[2].index == 2);
  CHECK(examine(sign_net(), points(), 1, 0, 5).worst.size() == 1);
}

TEST_CASE("a set examined in slices and merged is the set examined at once") {
  const int inputs = 6;
  Random random(2);
  const auto batch = test::random_batch<float>(350, inputs, 4, random);
  const Dataset data = Dataset::from_inputs({batch.x.data(), batch.x.data() + batch.x.size()}, batch.labels, inputs, 4);
  const TwoLayerNet<float> net({.input_size = inputs, .hidden_size = 5, .output_size = 4, .weight_init_std = 1});
  const Examination at_once = examine(net, data, 12, 0, 350);
  const Examination merged = merge(examine(net, data, 12, 0, 130), examine(net, data, 12, 130, 350), 12);
  CHECK(merged.confusion == at_once.confusion);
  CHECK(at_once.correct() == evaluate(net, data).correct);
  REQUIRE(merged.worst.size() == 12);
  for (std::size_t i = 0; i < 12; ++i) CHECK(merged.worst[i].index == at_once.worst[i].index);
}

TEST_CASE("parts of more samples than a data set can have do not merge, and no count wraps") {
  const Index half = 2'147'483'648u;
  Examination part{.confusion = Matrix<Index>::Zero(2, 2), .worst = {}};
  part.confusion(0, 0) = half - 1;
  part.confusion(1, 0) = 1;
  CHECK(part.count() == half);
  CHECK_THROWS_WITH(merge(part, part, 1), "the number of samples of both parts is 4294967296; allowed is at most 4294967295");
  Examination rest = part;
  rest.confusion(0, 0) -= 1;
  const Examination both = merge(part, rest, 1);
  CHECK(both.count() == 4'294'967'295u);
  CHECK(both.correct() == 4'294'967'293u);
  CHECK(both.accuracy() == Approx(1));
  CHECK(both.class_accuracy()[0] == 1);

  Evaluation sum{.correct = 1, .count = half};
  CHECK_THROWS_AS(sum += sum, RangeError);
  CHECK(sum.count == half);
  CHECK((sum += {.correct = 1, .count = half - 1}).count == 4'294'967'295u);
}

TEST_CASE("mistakes that no net makes do not merge") {
  const Examination sound{
      .confusion = Matrix<Index>::Constant(2, 2, 1),
      .worst = {{.index = 0, .label = 1, .predicted = 0, .probability = 1, .label_probability = 0, .loss = 16}}};
  CHECK(merge(sound, sound, 9).worst.size() == 2);
  const auto refused = [&](auto spoil) {
    Examination bad = sound;
    spoil(bad.worst[0]);
    try {
      merge(sound, bad, 9);
    } catch (const RangeError& error) {
      return std::string(error.what());
    }
    return std::string("it was taken");
  };
  CHECK(refused([](Mistake& m) { m.label = 2; }) == "worst[0].label is 2; allowed is a class from 0 to 1");
  CHECK(refused([](Mistake& m) { m.predicted = 44; }) == "worst[0].predicted is 44; allowed is a class from 0 to 1");
  CHECK(refused([](Mistake& m) { m.probability = 2; }) == "worst[0].probability is 2; allowed is a number from 0 to 1");
  CHECK(refused([](Mistake& m) { m.loss = std::numeric_limits<double>::infinity(); }) ==
        "worst[0].loss is Infinity; allowed is a finite number");
}

TEST_CASE("a class without samples has no accuracy, and parts of different nets do not merge") {
  const Examination of = examine(sign_net(), points(), 10, 0, 2);
  CHECK(of.class_accuracy()[0] == 1);
  CHECK(std::isnan(of.class_accuracy()[2]));
  CHECK(examine(sign_net(), points(), 10, 0, 0).accuracy() == 0);
  CHECK_THROWS_AS(merge(of, Examination{.confusion = Matrix<Index>::Zero(2, 2), .worst = {}}, 3), TypeError);
  CHECK_THROWS_AS(examine(sign_net(), points(), 10, 0, 6), RangeError);
}
