#include <emscripten/bind.h>

#include <downhill/calculus/difference.hpp>
#include <downhill/data/digit_image.hpp>
#include <downhill/net/decision_map.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/examination.hpp>
#include <downhill/net/mini_batch_losses.hpp>
#include <downhill/net/weight_sweep.hpp>

#include "arrays.hpp"
#include "guarded.hpp"
#include "options.hpp"

// Chapter 4.2.3, 4.2.5 and 4.5.3: how good a net is.

namespace downhill::bindings {

namespace {

using Net = TwoLayerNet<float>;

val evaluate(const Net& net, const Dataset& data, double begin, double end) {
  const Evaluation sum = downhill::evaluate(net, data, static_cast<Index>(begin), static_cast<Index>(end));
  val result = val::object();
  result.set("correct", sum.correct);
  result.set("count", sum.count);
  result.set("lossSum", sum.loss_sum);
  result.set("accuracy", sum.accuracy());
  result.set("loss", sum.loss());
  return result;
}

val sample_losses(const Net& net, const Dataset& data, double begin, double end) {
  return copied(downhill::sample_losses(net, data, static_cast<Index>(begin), static_cast<Index>(end)));
}

val sweep_point(const WeightSweep::Point& point) {
  val result = val::object();
  result.set("weight", point.weight);
  result.set("accuracy", point.accuracy);
  result.set("loss", point.loss);
  return result;
}

template <class Member>
val of_each(const std::vector<WeightSweep::Point>& points, Member member) {
  std::vector<double> values;
  values.reserve(points.size());
  for (const WeightSweep::Point& point : points) values.push_back(point.*member);
  return copied(values);
}

val weight_sweep(const Net& net, val x, val labels, val options) {
  double h = default_h;
  read(options, "h", h);
  const WeightSweep sweep = downhill::weight_sweep(net.cast<double>(), rows_of<float>(x, net.input_size(), "x").cast<double>(),
                                                   numbers<Label>(labels), whole<Eigen::Index>(options["parameter"]),
                                                   range_of(options["range"]), options["count"].as<int>(), h);
  val result = val::object();
  result.set("weight", of_each(sweep.points, &WeightSweep::Point::weight));
  result.set("accuracy", of_each(sweep.points, &WeightSweep::Point::accuracy));
  result.set("loss", of_each(sweep.points, &WeightSweep::Point::loss));
  result.set("now", sweep_point(sweep.now));
  result.set("accuracySlope", sweep.accuracy_slope);
  result.set("lossSlope", sweep.loss_slope);
  return result;
}

val mistake_value(const Mistake& mistake) {
  val result = val::object();
  result.set("index", mistake.index);
  result.set("label", mistake.label);
  result.set("predicted", mistake.predicted);
  result.set("probability", mistake.probability);
  result.set("labelProbability", mistake.label_probability);
  result.set("loss", mistake.loss);
  return result;
}

val examination_value(const Examination& examination) {
  val worst = val::array();
  for (const Mistake& mistake : examination.worst) worst.call<void>("push", mistake_value(mistake));
  val result = val::object();
  result.set("classes", static_cast<double>(examination.confusion.rows()));
  result.set("count", examination.count());
  result.set("correct", examination.correct());
  result.set("accuracy", examination.accuracy());
  result.set("confusion", copied(examination.confusion));
  result.set("classAccuracy", copied(examination.class_accuracy()));
  result.set("worst", worst);
  return result;
}

Examination examination_of(const val& given) {
  Examination examination;
  const auto classes = given["classes"].as<double>();
  examination.confusion = in_rows<Index>(given["confusion"], classes, "confusion");
  for (const val& mistake : emscripten::vecFromJSArray<val>(given["worst"])) {
    examination.worst.push_back({.index = whole<Index>(mistake["index"]),
                                 .label = whole<Label>(mistake["label"]),
                                 .predicted = whole<Label>(mistake["predicted"]),
                                 .probability = mistake["probability"].as<float>(),
                                 .label_probability = mistake["labelProbability"].as<float>(),
                                 .loss = mistake["loss"].as<double>()});
  }
  return examination;
}

val examine(const Net& net, const Dataset& data, double worst, double begin, double end) {
  return examination_value(
      downhill::examine(net, data, static_cast<Index>(worst), static_cast<Index>(begin), static_cast<Index>(end)));
}

val merge_examinations(val a, val b, double worst) {
  return examination_value(merge(examination_of(a), examination_of(b), static_cast<Index>(worst)));
}

val difference(val a, val b) {
  const Difference apart = downhill::difference(numbers<double>(a), numbers<double>(b));
  val result = val::object();
  result.set("each", copied(apart.each));
  result.set("largest", apart.largest);
  result.set("at", static_cast<double>(apart.at));
  result.set("mean", apart.mean);
  result.set("relative", apart.relative);
  return result;
}

val predict_on_grid(const Net& net, val grid) { return copied(decision_map(net, grid_of(grid))); }

val predict_on_grid_of(const Net& net, val grid, const Dataset& data) {
  return copied(decision_map(net, grid_of(grid), data.input_scales()));
}

val digit_from_drawing(val ink, int width, int height) {
  return copied(digit_image(numbers<std::uint8_t>(ink), width, height));
}

}  // namespace

EMSCRIPTEN_BINDINGS(judging) {
  emscripten::function("evaluate", guarded<evaluate>);
  emscripten::function("sampleLosses", guarded<sample_losses>);
  emscripten::function("weightSweep", guarded<weight_sweep>);
  emscripten::function("examine", guarded<examine>);
  emscripten::function("mergeExaminations", guarded<merge_examinations>);
  emscripten::function("difference", guarded<difference>);
  emscripten::function("predictOnGrid", guarded<predict_on_grid>);
  emscripten::function("predictOnGridOf", guarded<predict_on_grid_of>);
  emscripten::function("digitFromDrawing", guarded<digit_from_drawing>);
}

}  // namespace downhill::bindings
