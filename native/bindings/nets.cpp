#include <emscripten/bind.h>

#include <downhill/net/contributions.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/finite.hpp>

#include "arrays.hpp"
#include "guarded.hpp"
#include "options.hpp"

// Chapter 4.5.1: the two-layer net.

namespace downhill::bindings {

namespace {

using Net = TwoLayerNet<float>;

val two_layer_net(val given) {
  NetOptions options;
  read(given, "inputSize", options.input_size);
  read(given, "hiddenSize", options.hidden_size);
  read(given, "outputSize", options.output_size);
  read(given, "weightInitStd", options.weight_init_std);
  read(given, "xavier", options.xavier);
  read(given, "activation", options.activation, activation_named);
  read(given, "seed", options.seed);
  return handle(Net(options));
}

val input_size(const Net& net) { return val(net.input_size()); }
val hidden_size(const Net& net) { return val(net.hidden_size()); }
val output_size(const Net& net) { return val(net.output_size()); }
val parameter_count(const Net& net) { return val(static_cast<double>(net.parameter_count())); }
val activation(const Net& net) { return val(std::string(name_of(net.activation()))); }
val parameters(const Net& net) { return copied(net.parameters()); }

val set_parameters(Net& net, val parameters) {
  net.set_parameters(numbers<float>(parameters));
  return val::undefined();
}

/// What a net gives for finite numbers (finite.hpp).
template <class Values>
val sound(const char* what, const Values& values) {
  check_sound(what, {values.data(), static_cast<std::size_t>(values.size())});
  return copied(values);
}

val predict(const Net& net, val x) { return sound("output", net.predict(rows_of<float>(x, net.input_size(), "x"))); }

val forward(const Net& net, val x) {
  const ForwardPass<float> pass = net.forward(rows_of<float>(x, net.input_size(), "x"));
  val result = val::object();
  result.set("a1", sound("a1", pass.a1));
  result.set("z", sound("z", pass.z));
  result.set("a2", sound("a2", pass.a2));
  result.set("y", sound("output", pass.y));
  return result;
}

val contributions_of(const Net& net, val x) {
  const Contributions of = contributions(net, rows_of<float>(x, net.input_size(), "x"));
  val result = val::object();
  // Where these sums are finite, so is each of what they sum.
  result.set("raising", sound("sum", of.raising));
  result.set("lowering", sound("sum", of.lowering));
  result.set("toHidden", copied(of.to_hidden));
  result.set("toOutput", sound("contribution", of.to_output));
  return result;
}

val loss(const Net& net, val x, val labels) {
  const double loss = net.loss(rows_of<float>(x, net.input_size(), "x"), numbers<Label>(labels));
  check_sound("loss", loss);
  return val(loss);
}

val gradient(const Net& net, val x, val labels) {
  return sound("gradient", net.gradient(rows_of<float>(x, net.input_size(), "x"), numbers<Label>(labels)));
}

val numerical_gradient(const Net& net, val x, val labels, val given) {
  NumericalGradientOptions options;
  read(given, "h", options.h);
  read(given, "method", options.method, numerical_method_named);
  std::vector<Index> parameters;
  if (!given["parameters"].isUndefined()) parameters = numbers<Index>(given["parameters"]);
  options.parameters = parameters;
  return sound("gradient", net.cast<double>().numerical_gradient(rows_of<float>(x, net.input_size(), "x").cast<double>(),
                                                                 numbers<Label>(labels), options));
}

val parts(const Net& net) {
  val list = val::array();
  for (const ParameterPart& part : parameter_parts(net.shape())) {
    val entry = val::object();
    entry.set("name", std::string(part.name));
    entry.set("begin", static_cast<double>(part.begin));
    entry.set("rows", static_cast<double>(part.rows));
    entry.set("columns", static_cast<double>(part.columns));
    list.call<void>("push", entry);
  }
  return list;
}

val norms(const Net& net, val gradient) {
  const GradientNorms lengths = gradient_norms(net.shape(), vector_of<float>(gradient));
  const auto names = parameter_parts(net.shape());
  val result = val::object();
  for (std::size_t i = 0; i < names.size(); ++i) result.set(std::string(names[i].name), lengths.parts[i]);
  result.set("all", lengths.all);
  return result;
}

}  // namespace

EMSCRIPTEN_BINDINGS(nets) {
  emscripten::class_<Net>("TwoLayerNet")
      .smart_ptr<std::shared_ptr<Net>>("shared_ptr<TwoLayerNet>")
      .function("inputSize", guarded<input_size>)
      .function("hiddenSize", guarded<hidden_size>)
      .function("outputSize", guarded<output_size>)
      .function("parameterCount", guarded<parameter_count>)
      .function("activation", guarded<activation>)
      .function("getParameters", guarded<parameters>)
      .function("setParameters", guarded<set_parameters>)
      .function("predict", guarded<predict>)
      .function("forward", guarded<forward>)
      .function("loss", guarded<loss>)
      .function("gradient", guarded<gradient>)
      .function("numericalGradient", guarded<numerical_gradient>);
  emscripten::function("twoLayerNet", guarded<two_layer_net>);
  emscripten::function("contributions", guarded<contributions_of>);
  emscripten::function("parameterParts", guarded<parts>);
  emscripten::function("gradientNorms", guarded<norms>);
}

}  // namespace downhill::bindings
