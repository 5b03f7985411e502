#include <catch2/catch.hpp>

#include <downhill/net/parameter_parts.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;

TEST_CASE("the parts of a net follow one another and hold every parameter") {
  TwoLayerNet<float> net({.input_size = 3, .hidden_size = 4, .output_size = 2});
  for (Eigen::Index i = 0; i < net.parameter_count(); ++i) net.parameters()[i] = static_cast<float>(i);
  const auto [W1, b1, W2, b2] = parameter_parts(net.shape());
  CHECK(W1.begin + 2 * W1.columns + 1 == net.W1()(2, 1));
  CHECK(b1.begin + 3 == net.b1()[3]);
  CHECK(W2.begin + 3 * W2.columns + 1 == net.W2()(3, 1));
  CHECK(b2.begin + 1 == net.b2()[1]);
  CHECK(b2.begin + b2.size() == net.parameter_count());
  CHECK(W1.name == "W1");
}

TEST_CASE("W1, b1, W2 and b2 of a gradient are views into it") {
  const NetShape shape{.input_size = 3, .hidden_size = 4, .output_size = 2};
  CHECK(shape.parameter_count() == 26);
  Vector<float> gradient = Vector<float>::LinSpaced(26, 0, 25);
  const ParameterViews<const float> read(gradient.data(), shape);
  CHECK(read.W1()(2, 1) == 9);
  CHECK(read.b1()[3] == 15);
  CHECK(read.W2()(3, 1) == 23);
  CHECK(read.b2()[1] == 25);
  const ParameterViews<float> of(gradient.data(), shape);
  of.W1().setZero();
  of.b2() *= 2;
  CHECK(gradient.head(13) == Vector<float>::Unit(13, 12) * 12);
  CHECK(gradient[24] == 48);
}

TEST_CASE("the norms of a gradient's parts are those of its blocks") {
  const TwoLayerNet<float> net({.input_size = 3, .hidden_size = 4, .output_size = 2});
  Vector<float> gradient = Vector<float>::Zero(net.parameter_count());
  gradient[0] = 3;
  gradient[11] = -4;  // W1
  gradient[12] = 2;   // b1
  gradient[25] = 7;   // b2
  const GradientNorms norms = gradient_norms(net.shape(), gradient);
  CHECK(norms.parts[0] == 5);
  CHECK(norms.parts[1] == 2);
  CHECK(norms.parts[2] == 0);
  CHECK(norms.parts[3] == 7);
  CHECK(norms.all == Approx(std::sqrt(25 + 4 + 49.0)));
  CHECK_THROWS_WITH(gradient_norms(net.shape(), Vector<float>(3)), "gradient has 3 values; the net has 26 parameters");
}
