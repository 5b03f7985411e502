#include <emscripten/bind.h>

#include <downhill/net/simple_net.hpp>

#include "arrays.hpp"
#include "guarded.hpp"

// Chapter 4.4.2: the 2×3 net. W comes with 6 values, row by row, and x with 2; web/engine has checked both.

namespace downhill::bindings {

namespace {

SimpleNet net_of(const val& W) {
  SimpleNet net;
  net.W = Eigen::Map<const SimpleNet::Weights>(numbers<double>(W).data());
  return net;
}

SimpleNet::Input input_of(const val& x) { return Eigen::Map<const SimpleNet::Input>(numbers<double>(x).data()); }

val random_weights(double seed) { return copied(SimpleNet::random(static_cast<std::uint64_t>(seed)).W); }

val evaluate_simple_net(val W, val given, double given_label, double h) {
  const SimpleNet net = net_of(W);
  const SimpleNet::Input x = input_of(given);
  const auto label = static_cast<Label>(given_label);
  val result = val::object();
  result.set("loss", net.loss(x, label));
  result.set("scores", copied(net.scores(x)));
  result.set("probabilities", copied(net.predict(x)));
  result.set("gradient", copied(net.gradient(x, label)));
  result.set("numericalGradient", copied(net.numerical_gradient(x, label, h)));
  return result;
}

val nudge_simple_net(val W, val x, double label, int weight, double h) {
  const Nudge moved = nudge(net_of(W), input_of(x), static_cast<Label>(label), weight, h);
  val result = val::object();
  result.set("before", moved.before);
  result.set("after", moved.after);
  result.set("change", moved.change());
  result.set("slope", moved.slope);
  return result;
}

}  // namespace

EMSCRIPTEN_BINDINGS(simple_net) {
  emscripten::function("randomSimpleNet", guarded<random_weights>);
  emscripten::function("evaluateSimpleNet", guarded<evaluate_simple_net>);
  emscripten::function("nudgeSimpleNet", guarded<nudge_simple_net>);
}

}  // namespace downhill::bindings
