#include <emscripten/bind.h>

#include <downhill/calculus/derivative_sweep.hpp>
#include <downhill/calculus/expression_error.hpp>
#include <downhill/calculus/flow_line.hpp>
#include <downhill/calculus/scalar_field.hpp>
#include <downhill/calculus/slice.hpp>
#include <downhill/descent/basins.hpp>
#include <downhill/descent/descent.hpp>

#include "arrays.hpp"
#include "fields.hpp"
#include "guarded.hpp"
#include "options.hpp"

// Chapter 4.3 and 4.4: functions typed by the reader, their derivatives, and gradient descent.

namespace downhill::bindings {

namespace {

val expression(std::string source, val variables) {
  try {
    return handle(Expression::parse(source, emscripten::vecFromJSArray<std::string>(variables)));
  } catch (const ExpressionError& error) {
    throw error.in_utf16(source);
  }
}

val canonical(const Expression& f) { return val(f.canonical()); }

val undefined_at(const Expression& f, val x) {
  const std::optional<Undefined> undefined = f.undefined_at(numbers<double>(x));
  if (!undefined) return val::undefined();
  val result = val::object();
  result.set("reason", std::string(undefined->reason_name()));
  result.set("written", undefined->written());
  result.set("fraction", undefined->fraction());
  result.set("remedy", undefined->remedy());
  result.set("message", undefined->message());
  return result;
}

val value(const Expression& f, val x) { return val(f.value(numbers<double>(x))); }

val exact_gradient(const Expression& f, val x) {
  std::vector<double> gradient(static_cast<std::size_t>(f.dimension()));
  f.value_and_gradient(numbers<double>(x), gradient);
  return copied(gradient);
}

val numerical_derivative(const Expression& f, double x, double h, std::string scheme) {
  return val(downhill::numerical_derivative(f, x, h, scheme_named(scheme)));
}

val numerical_gradient(const Expression& f, val x, double h) {
  return copied(downhill::numerical_gradient(f, numbers<double>(x), h));
}

val gradient_field(const Expression& f, val grid, std::string method) {
  return field_value(downhill::gradient_field(f, grid_of(grid), differentiation_named(method)));
}

val gradient_descent(const Expression& f, val start, val given) {
  DescentOptions options;
  read(given, "learningRate", options.learning_rate);
  read(given, "steps", options.steps);
  read(given, "optimizer", options.optimizer, optimizer_named);
  read(given, "h", options.h);
  read(given, "method", options.method, differentiation_named);
  const Descent descent = downhill::gradient_descent(f, numbers<double>(start), options);
  val result = val::object();
  result.set("path", copied(descent.path));
  result.set("values", copied(descent.values));
  result.set("diverged", descent.diverged);
  result.set("runawayStep", optional_value(runaway_step(descent.values)));
  return result;
}

val basins(const Expression& f, val grid, val minima, val given) {
  BasinOptions options;
  read(given, "learningRate", options.learning_rate);
  read(given, "steps", options.steps);
  read(given, "begin", options.begin);
  const Grid starts = grid_of(grid);
  options.end = starts.rows;
  read(given, "end", *options.end);
  return copied(downhill::basins(f, starts, numbers<double>(minima), options));
}

val slice(const Expression& f, val point, int axis, val range, int count) {
  const Slice cut = downhill::slice(f, numbers<double>(point), axis, range_of(range), count);
  val result = val::object();
  result.set("x", copied(cut.x));
  result.set("value", copied(cut.value));
  result.set("at", cut.at);
  result.set("valueAt", cut.value_at);
  result.set("slope", cut.slope);
  result.set("tangent", copied(cut.tangent));
  return result;
}

val secant(const Expression& f, double x, double h, std::string scheme, val range) {
  const Secant line = downhill::secant(f, x, h, scheme_named(scheme), range_of(range));
  val result = val::object();
  result.set("x", pair(line.x));
  result.set("value", pair(line.value));
  result.set("slope", line.slope);
  result.set("exact", line.exact);
  result.set("line", pair(line.line));
  return result;
}

val best_value(const BestStep& best) {
  val result = val::object();
  result.set("h", best.h);
  result.set("error", best.error);
  return result;
}

val derivative_errors(const Expression& f, double x, val options) {
  Scheme scheme = Scheme::central;
  double largest = 1;
  double smallest = 1e-15;
  int count = 121;
  read(options, "scheme", scheme, scheme_named);
  read(options, "largest", largest);
  read(options, "smallest", smallest);
  read(options, "count", count);
  const DerivativeSweep sweep = derivative_sweep(f, x, scheme, largest, smallest, count);
  val result = val::object();
  result.set("h", copied(sweep.h));
  result.set("exact", sweep.errors.exact);
  result.set("float64", copied(sweep.errors.float64));
  result.set("float32", copied(sweep.errors.float32));
  result.set("best64", best_value(sweep.best_float64));
  result.set("best32", best_value(sweep.best_float32));
  result.set("truncation", copied(sweep.truncation));
  result.set("cancellation64", copied(sweep.cancellation_float64));
  result.set("cancellation32", copied(sweep.cancellation_float32));
  return result;
}

val flow_line(const Expression& f, val start, double step, int points) {
  return copied(downhill::flow_line(f, numbers<double>(start), step, points));
}

val scalar_fields() {
  val list = val::array();
  for (const ScalarField& field : downhill::scalar_fields()) {
    val minima = val::array();
    for (const auto& minimum : field.minima) minima.call<void>("push", pair(minimum));
    val entry = val::object();
    entry.set("name", std::string(field.name));
    entry.set("source", std::string(field.source));
    entry.set("x0", pair(field.x0));
    entry.set("x1", pair(field.x1));
    entry.set("minima", minima);
    entry.set("minimum", field.minimum);
    list.call<void>("push", entry);
  }
  return list;
}

}  // namespace

val field_value(const GradientField& field) {
  val result = val::object();
  result.set("value", copied(field.value));
  result.set("d0", copied(field.d0));
  result.set("d1", copied(field.d1));
  return result;
}

EMSCRIPTEN_BINDINGS(calculus) {
  emscripten::class_<Expression>("Expression")
      .smart_ptr<std::shared_ptr<Expression>>("shared_ptr<Expression>")
      .function("evaluate", guarded<value>)
      .function("gradient", guarded<exact_gradient>)
      .function("canonical", guarded<canonical>)
      .function("undefinedAt", guarded<undefined_at>);
  emscripten::function("expression", guarded<expression>);
  emscripten::function("numericalDerivative", guarded<numerical_derivative>);
  emscripten::function("numericalGradient", guarded<numerical_gradient>);
  emscripten::function("gradientField", guarded<gradient_field>);
  emscripten::function("gradientDescent", guarded<gradient_descent>);
  emscripten::function("basins", guarded<basins>);
  emscripten::function("slice", guarded<slice>);
  emscripten::function("secant", guarded<secant>);
  emscripten::function("derivativeErrors", guarded<derivative_errors>);
  emscripten::function("flowLine", guarded<flow_line>);
  emscripten::function("scalarFields", guarded<scalar_fields>);
}

}  // namespace downhill::bindings
