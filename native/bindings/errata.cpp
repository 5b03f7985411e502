#include <emscripten/bind.h>

#include <downhill/errata/errata.hpp>

#include "arrays.hpp"
#include "fields.hpp"
#include "guarded.hpp"
#include "options.hpp"

// The post's mistakes beside the right forms.

namespace downhill::bindings {

namespace {

val both(val right, val wrong) {
  val result = val::object();
  result.set("right", right);
  result.set("wrong", wrong);
  return result;
}

val list() {
  val entries = val::array();
  for (const errata::Erratum& erratum : errata::list()) {
    val entry = val::object();
    entry.set("id", std::string(erratum.id));
    entry.set("section", std::string(erratum.section));
    entry.set("runs", erratum.runs);
    entries.call<void>("push", entry);
  }
  return entries;
}

val quiver(const Expression& f, val grid) {
  const errata::Quiver arrows = errata::quiver(f, grid_of(grid));
  val result = both(field_value(arrows.right), field_value(arrows.wrong));
  result.set("wrongArrows", arrows.wrong_arrows);
  return result;
}

val integer_gradient(const Expression& f, val x, double h) {
  const errata::IntegerGradient gradient = errata::integer_gradient(f, numbers<std::int32_t>(x), h);
  return both(copied(gradient.right), copied(gradient.wrong));
}

val paths_value(const errata::Paths& paths) { return both(copied(paths.right), copied(paths.wrong)); }

val crossed_update(const Expression& f, val start, double learning_rate, int steps) {
  return paths_value(errata::crossed_update(f, numbers<double>(start), learning_rate, steps));
}

val overwritten_start(const Expression& f, val start, double learning_rate, int steps) {
  const errata::OverwrittenStart runs = errata::overwritten_start(f, numbers<double>(start), learning_rate, steps);
  val result = paths_value(runs.paths);
  result.set("startAfterRight", copied(runs.start_after_right));
  result.set("startAfterWrong", copied(runs.start_after_wrong));
  return result;
}

val missing_last_point(const Expression& f, val start, double learning_rate, int steps) {
  return paths_value(errata::missing_last_point(f, numbers<double>(start), learning_rate, steps));
}

val softmax_of_batch(val a, double rows) {
  const errata::SoftmaxOfBatch outputs = errata::softmax_of_batch(in_rows<double>(a, rows, "a"));
  val result = both(copied(outputs.right), copied(outputs.wrong));
  result.set("rightSums", copied(outputs.right_sums));
  result.set("wrongSums", copied(outputs.wrong_sums));
  return result;
}

val label_shape(val y, val labels) {
  const std::vector<Label> classes = numbers<Label>(labels);
  require(!classes.empty(), "labels.length", classes.size(), "1 or more");
  const errata::LabelShape losses = errata::label_shape(in_rows<double>(y, static_cast<double>(classes.size()), "y"), classes);
  val result = val::object();
  result.set("right", losses.right);
  result.set("row", losses.row);
  result.set("column", losses.column);
  result.set("picks", losses.picks);
  return result;
}

val gradient_of_wrong_matrix(const TwoLayerNet<float>& net, val x, val labels) {
  const errata::WrongMatrix shapes =
      errata::gradient_of_wrong_matrix(net, rows_of<float>(x, net.input_size(), "x"), numbers<Label>(labels));
  val result = both(pair(static_cast<double>(shapes.right[0]), static_cast<double>(shapes.right[1])),
                    pair(static_cast<double>(shapes.wrong[0]), static_cast<double>(shapes.wrong[1])));
  result.set("message", shapes.message);
  return result;
}

val training(std::string mistake, const Dataset& data, val given) {
  errata::TrainingOptions options;
  read(given, "iterations", options.iterations);
  read(given, "hiddenSize", options.hidden_size);
  read(given, "batchSize", options.batch_size);
  read(given, "learningRate", options.learning_rate);
  read(given, "seed", options.seed);
  return handle(errata::Training(errata::training_mistake_named(mistake), data, options));
}

val run(errata::Training& training, double iterations) {
  training.run(static_cast<Index>(iterations));
  return val(training.share_done());
}

val runs(const errata::Training& training) {
  const errata::Runs runs = training.runs();
  val result = both(copied(runs.right), copied(runs.wrong));
  result.set("rightAccuracy", runs.right_accuracy);
  result.set("wrongAccuracy", runs.wrong_accuracy);
  result.set("wrongDivergedAt", optional_value(runs.wrong_diverged_at));
  return result;
}

}  // namespace

EMSCRIPTEN_BINDINGS(errata) {
  emscripten::function("errataList", guarded<list>);
  emscripten::function("errataQuiver", guarded<quiver>);
  emscripten::function("errataIntegerGradient", guarded<integer_gradient>);
  emscripten::function("errataCrossedUpdate", guarded<crossed_update>);
  emscripten::function("errataOverwrittenStart", guarded<overwritten_start>);
  emscripten::function("errataMissingLastPoint", guarded<missing_last_point>);
  emscripten::function("errataSoftmaxOfBatch", guarded<softmax_of_batch>);
  emscripten::function("errataLabelShape", guarded<label_shape>);
  emscripten::function("errataGradientOfWrongMatrix", guarded<gradient_of_wrong_matrix>);
  emscripten::class_<errata::Training>("ErrataTraining")
      .smart_ptr<std::shared_ptr<errata::Training>>("shared_ptr<ErrataTraining>")
      .function("run", guarded<run>)
      .function("runs", guarded<runs>);
  emscripten::function("errataTraining", guarded<training>);
}

}  // namespace downhill::bindings
