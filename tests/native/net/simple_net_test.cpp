#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include <downhill/net/simple_net.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

/// The net and the sample of 4.4.2.
SimpleNet chapter_net() {
  SimpleNet net;
  net.W << .47355232, .9977393, .84668094, .85557411, .03563661, .69422093;
  return net;
}
const SimpleNet::Input x(0.6, 0.9);

}  // namespace

TEST_CASE("the scores of 4.4.2 are (1.054148091, 0.630716529, 1.132807401)") {
  const SimpleNet::Output scores = chapter_net().scores(x);
  CHECK_THAT(scores[0], WithinAbs(1.054148091, 1e-15));
  CHECK_THAT(scores[1], WithinAbs(0.630716529, 1e-15));
  CHECK_THAT(scores[2], WithinAbs(1.132807401, 1e-15));
  CHECK_THAT(chapter_net().predict(x).sum(), WithinAbs(1, 1e-15));
}

TEST_CASE("its loss is 0.9280682857864075 for class 2 and 1.0067275750851048 for class 0") {
  CHECK_THAT(chapter_net().loss(x, 2), WithinRel(0.9280682857864075, 1e-15));
  CHECK_THAT(chapter_net().loss(x, 0), WithinRel(1.0067275750851048, 1e-15));
}

TEST_CASE("its gradient for class 2 is ((.2192476, .1435625, -.3628101), (.3288714, .2153437, -.5442151))") {
  SimpleNet::Weights expected;
  expected << .2192476, .1435625, -.3628101, .3288714, .2153437, -.5442151;
  // Without the delta: (y − t) times each input.
  const SimpleNet::Output y = chapter_net().predict(x);
  for (int i = 0; i < 2; ++i) {
    for (int j = 0; j < 3; ++j) CHECK_THAT(x(i) * (y(j) - (j == 2 ? 1 : 0)), WithinAbs(expected(i, j), 5.1e-8));
  }
  // The delta in the loss shortens the gradient by delta/y, which shows in the seventh digit.
  CHECK((chapter_net().gradient(x, 2) - expected).cwiseAbs().maxCoeff() < 1.1e-7);
  CHECK((chapter_net().numerical_gradient(x, 2) - expected).cwiseAbs().maxCoeff() < 1.1e-7);
}

TEST_CASE("backprop equals the numerical gradient, also where the net is badly wrong and delta counts") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SimpleNet net = SimpleNet::random(seed);
    if (seed > 10) net.W *= 8;
    for (const Label label : {0, 1, 2}) {
      const SimpleNet::Weights exact = net.gradient(x, label);
      const SimpleNet::Weights numerical = net.numerical_gradient(x, label, 1e-5);
      CHECK((exact - numerical).norm() <= 1e-7 * (exact.norm() + numerical.norm()) + 1e-9);
    }
  }
}

TEST_CASE("a step against the gradient lowers the loss") {
  SimpleNet net = chapter_net();
  const double before = net.loss(x, 2);
  net.W -= 0.1 * net.gradient(x, 2);
  CHECK(net.loss(x, 2) < before);
}

TEST_CASE("random weights follow the seed") {
  CHECK(SimpleNet::random(3).W == SimpleNet::random(3).W);
  CHECK(SimpleNet::random(3).W != SimpleNet::random(4).W);
  CHECK(SimpleNet().W == SimpleNet::Weights::Zero());
}

TEST_CASE("labels from 3 on, values that are not finite and an h that is not above 0 are refused") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  SimpleNet net = chapter_net();
  CHECK_THROWS_WITH(net.loss(x, 3), "labels[0] is 3; allowed is a class from 0 to 2");
  CHECK_THROWS_AS(net.gradient(x, 3), RangeError);
  CHECK_THROWS_AS(net.numerical_gradient(x, 255), RangeError);
  CHECK_THROWS_AS(net.loss(SimpleNet::Input(nan, 0), 0), RangeError);
  for (const double h : {0.0, -1.0, nan}) CHECK_THROWS_AS(net.numerical_gradient(x, 0, h), RangeError);
  net.W(1, 2) = std::numeric_limits<double>::infinity();
  CHECK_THROWS_WITH(net.gradient(x, 0), "W[5] is Infinity; allowed is a finite number");
}

TEST_CASE("nudging a weight by h changes the loss by about h times its gradient") {
  const SimpleNet net = chapter_net();
  const SimpleNet::Weights gradient = net.gradient(x, 2);
  for (int weight = 0; weight < 6; ++weight) {
    const Nudge of = nudge(net, x, 2, weight, 1e-4);
    CHECK_THAT(of.before, WithinRel(0.9280682857864075, 1e-15));
    CHECK(of.after == of.before + of.change());
    CHECK_THAT(of.slope, WithinAbs(gradient(weight / 3, weight % 3), 1e-4));
  }
  const Nudge large = nudge(net, x, 2, 5, 0.5);
  SimpleNet moved = net;
  moved.W(1, 2) += 0.5;
  CHECK(large.after == moved.loss(x, 2));
  CHECK_THROWS_AS(nudge(net, x, 2, 6, 1e-4), RangeError);
  CHECK_THROWS_AS(nudge(net, x, 2, 0, 0), RangeError);
}
