#include <cmath>

#include <downhill/activation.hpp>
#include <downhill/error.hpp>
#include <downhill/loss.hpp>
#include <downhill/random.hpp>
#include <downhill/simple_net.hpp>

namespace downhill {
namespace {

void check(const SimpleNet& net, const SimpleNet::Input& x) {
  const auto check_finite = [](const auto& values, const char* name) {
    for (const double value : values.reshaped()) require(std::isfinite(value), name, value, "a finite number");
  };
  check_finite(x, "a value of x");
  check_finite(net.W, "a value of W");
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

SimpleNet::Output SimpleNet::scores(const Input& x) const { return x * W; }

SimpleNet::Output SimpleNet::predict(const Input& x) const { return softmax<double>(scores(x)); }

double SimpleNet::loss(const Input& x, Label label) const {
  check(*this, x);
  return cross_entropy_error<double>(predict(x), {&label, 1});
}

SimpleNet::Weights SimpleNet::gradient(const Input& x, Label label) const {
  check(*this, x);
  const Output delta = softmax_cross_entropy_gradient<double>(predict(x), {&label, 1});
  return x.transpose() * delta;
}

SimpleNet::Weights SimpleNet::numerical_gradient(const Input& x, Label label, double h) const {
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
  SimpleNet nudged = *this;
  Weights gradient;
  for (Eigen::Index i = 0; i < W.rows(); ++i) {
    for (Eigen::Index j = 0; j < W.cols(); ++j) {
      nudged.W(i, j) = W(i, j) + h;
      const double above = nudged.loss(x, label);
      nudged.W(i, j) = W(i, j) - h;
      const double below = nudged.loss(x, label);
      gradient(i, j) = (above - below) / (2 * h);
      nudged.W(i, j) = W(i, j);
    }
  }
  return gradient;
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
