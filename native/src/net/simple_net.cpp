#include <cmath>

#include <downhill/calculus/gradient.hpp>
#include <downhill/loss/activation.hpp>
#include <downhill/net/simple_net.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/support/random.hpp>

#include "loss/unchecked_loss.hpp"

namespace downhill {
namespace {

void check(const SimpleNet& net, const SimpleNet::Input& x) {
  check_finite("x", std::span<const double>(x.data(), 2));
  check_finite("W", std::span<const double>(net.W.data(), 6));
}

void check_label(Label label) { check_labels({&label, 1}, 3); }

SimpleNet::Output scores_of(const SimpleNet& net, const SimpleNet::Input& x) {
  check(net, x);
  const SimpleNet::Output scores = x * net.W;
  check_sound("scores", std::span<const double>(scores.data(), 3));
  return scores;
}

SimpleNet::Output probabilities(const SimpleNet& net, const SimpleNet::Input& x) {
  Matrix<double> y = scores_of(net, x);
  softmax_in_place<double>(y);
  return y;
}

}  // namespace

SimpleNet SimpleNet::random(std::uint64_t seed) {
  SimpleNet net;
  Random random(seed);
  for (Eigen::Index i = 0; i < net.W.rows(); ++i) {
    for (Eigen::Index j = 0; j < net.W.cols(); ++j) net.W(i, j) = random.normal();
  }
  return net;
}

SimpleNet::Output SimpleNet::scores(const Input& x) const { return scores_of(*this, x); }

SimpleNet::Output SimpleNet::predict(const Input& x) const { return probabilities(*this, x); }

double SimpleNet::loss(const Input& x, Label label) const {
  check_label(label);
  return unchecked::cross_entropy_error<double>(probabilities(*this, x), {&label, 1});
}

SimpleNet::Weights SimpleNet::gradient(const Input& x, Label label) const {
  check_label(label);
  const Output delta = unchecked::softmax_cross_entropy_gradient<double>(probabilities(*this, x), {&label, 1});
  return x.transpose() * delta;
}

SimpleNet::Weights SimpleNet::numerical_gradient(const Input& x, Label label, double h) const {
  check(*this, x);
  const auto loss_of = [&](std::span<const double> weights) {
    return SimpleNet{.W = Eigen::Map<const Weights>(weights.data())}.loss(x, label);
  };
  const std::vector<double> gradient = downhill::numerical_gradient(loss_of, std::span(W.data(), 6), h);
  return Eigen::Map<const Weights>(gradient.data());
}

Nudge nudge(const SimpleNet& net, const SimpleNet::Input& x, Label label, int weight, double h) {
  require(weight >= 0 && weight < net.W.size(), "weight", weight, "a whole number from 0 to 5");
  require(std::isfinite(h) && h != 0, "h", h, "a finite number other than 0");
  SimpleNet nudged = net;
  nudged.W.reshaped<Eigen::RowMajor>()[weight] += h;
  Nudge result{.before = net.loss(x, label), .after = nudged.loss(x, label)};
  result.slope = result.change() / h;
  return result;
}

}  // namespace downhill
