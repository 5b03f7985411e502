#include <emscripten/bind.h>

#include <downhill/calculus/slice.hpp>
#include <downhill/loss/activation.hpp>
#include <downhill/loss/histogram.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/net/mini_batch_losses.hpp>
#include <downhill/net/moving_average.hpp>
#include <downhill/net/probabilities.hpp>

#include "arrays.hpp"
#include "guarded.hpp"
#include "options.hpp"

// Chapter 4.2, and the activation functions.

namespace downhill::bindings {

namespace {

val mean_squared_error(val y, val t) { return val(downhill::mean_squared_error(numbers<double>(y), numbers<double>(t))); }

val cross_entropy_error(val y, val t, double rows) {
  return val(downhill::cross_entropy_error(in_rows<double>(y, rows, "y"), in_rows<double>(t, rows, "t")));
}

val cross_entropy_error_of_labels(val y, val labels) {
  const std::vector<Label> classes = numbers<Label>(labels);
  require(!classes.empty(), "labels.length", classes.size(), "1 or more");
  return val(downhill::cross_entropy_error<double>(in_rows<double>(y, static_cast<double>(classes.size()), "y"), classes));
}

val softmax(val a, double rows) { return copied(downhill::softmax<double>(in_rows<double>(a, rows, "a"))); }

val activate(std::string name, val a) {
  return copied(downhill::activate<double>(activation_named(name), in_rows<double>(a, 1, "a")));
}

val squared_error_terms(val y, val t) { return copied(downhill::squared_error_terms(numbers<double>(y), numbers<double>(t))); }

val cross_entropy_terms(val y, val t) { return copied(downhill::cross_entropy_terms(numbers<double>(y), numbers<double>(t))); }

val cross_entropy_curve(val range, int count) {
  const Curve curve = downhill::cross_entropy_curve(range_of(range), count);
  val result = val::object();
  result.set("x", copied(curve.x));
  result.set("y", copied(curve.y));
  return result;
}

val set_probability(val y, double index, double value) {
  return copied(downhill::set_probability(numbers<double>(y), static_cast<std::size_t>(index), value));
}

val mini_batch_losses(val sample_losses, val options) {
  const auto drawn =
      downhill::mini_batch_losses(numbers<float>(sample_losses), whole<Index>(options["batchSize"]),
                                  whole<Index>(options["batches"]), Random(whole<std::uint64_t>(options["seed"])));
  val result = val::object();
  result.set("losses", copied(drawn.losses));
  result.set("mean", drawn.mean);
  result.set("standardDeviation", drawn.standard_deviation);
  result.set("allMean", drawn.all);
  result.set("expectedDeviation", drawn.expected_deviation);
  return result;
}

val moving_average(val values, int window) { return copied(downhill::moving_average(numbers<float>(values), window)); }

val histogram(val values, val range, int bins) {
  const Histogram counted = downhill::histogram(numbers<double>(values), range_of(range), bins);
  val result = val::object();
  result.set("counts", copied(counted.counts));
  result.set("edges", copied(counted.edges));
  result.set("below", counted.below);
  result.set("above", counted.above);
  return result;
}

}  // namespace

EMSCRIPTEN_BINDINGS(losses) {
  emscripten::function("meanSquaredError", guarded<mean_squared_error>);
  emscripten::function("crossEntropyError", guarded<cross_entropy_error>);
  emscripten::function("crossEntropyErrorOfLabels", guarded<cross_entropy_error_of_labels>);
  emscripten::function("softmax", guarded<softmax>);
  emscripten::function("activate", guarded<activate>);
  emscripten::function("squaredErrorTerms", guarded<squared_error_terms>);
  emscripten::function("crossEntropyTerms", guarded<cross_entropy_terms>);
  emscripten::function("crossEntropyCurve", guarded<cross_entropy_curve>);
  emscripten::function("setProbability", guarded<set_probability>);
  emscripten::function("miniBatchLosses", guarded<mini_batch_losses>);
  emscripten::function("movingAverage", guarded<moving_average>);
  emscripten::function("histogram", guarded<histogram>);
}

}  // namespace downhill::bindings
