#include <algorithm>
#include <cmath>
#include <string>

#include <downhill/descent/descent.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

namespace downhill {
namespace {

void check(const Expression& f, std::span<const double> start, const DescentOptions& options) {
  f.check_length("start", start.size());
  check_finite("start", start);
  require(std::isfinite(options.learning_rate) && options.learning_rate >= 0, "learning_rate", options.learning_rate,
          "a finite number from 0");
  require(options.steps >= 0 && options.steps <= 1'000'000, "steps", options.steps, "a whole number from 0 to 1000000");
  require(std::isfinite(options.h) && options.h > 0, "h", options.h, "a finite number above 0");
}

bool all_finite(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

void check_value_at_start(const Expression& f, std::span<const double> start, double value) {
  if (std::isfinite(value)) return;
  const std::optional<Undefined> undefined = f.undefined_at(start);
  throw_range_error({"f at the start"}, value,
                    {"a finite number: choose a start where f is defined", undefined ? " (" : "",
                     undefined ? undefined->message() : "", undefined ? ")" : ""});
}

/// Why f has no value at x, or h away from it along an axis.
std::optional<Undefined> undefined_near(const Expression& f, std::span<const double> x, double h) {
  if (const auto undefined = f.undefined_at(x)) return undefined;
  std::vector<double> beside(x.begin(), x.end());
  for (std::size_t i = 0; i < beside.size(); ++i) {
    for (const double moved : {x[i] - h, x[i] + h}) {
      beside[i] = moved;
      if (const auto undefined = f.undefined_at(beside)) return undefined;
    }
    beside[i] = x[i];
  }
  return std::nullopt;
}

}  // namespace

Descent gradient_descent(const Expression& f, std::span<const double> start, const DescentOptions& options) {
  check(f, start, options);
  std::vector<double> x(start.begin(), start.end());
  std::vector<double> gradient(x.size());
  Optimizer<double> optimizer{.kind = options.optimizer, .first = {}, .second = {}};
  const auto size = static_cast<Eigen::Index>(x.size());

  double value = f.value(x);
  check_value_at_start(f, x, value);
  Descent descent{.path = x, .values = {value}};
  for (int step = 0; step < options.steps; ++step) {
    if (options.method == Differentiation::exact) {
      f.value_and_gradient(x, gradient);
    } else {
      gradient = numerical_gradient(f, x, options.h);
    }
    if (all_finite(gradient)) {
      optimizer.update(VectorMap<double>(x.data(), size), ConstVectorMap<double>(gradient.data(), size), options.learning_rate);
      value = f.value(x);
    }
    if (!all_finite(gradient) || !all_finite(x) || !std::isfinite(value)) {
      descent.diverged = true;
      if (all_finite(x)) descent.undefined = undefined_near(f, x, options.method == Differentiation::exact ? 0 : options.h);
      break;
    }
    descent.path.insert(descent.path.end(), x.begin(), x.end());
    descent.values.push_back(value);
  }
  return descent;
}

std::optional<int> runaway_step(std::span<const double> values, double factor) {
  require(std::isfinite(factor) && factor > 0, "factor", factor, "a finite number above 0");
  check_finite("values", values);
  // Where f starts at 0 and goes nowhere, rounding alone must not look like an escape.
  constexpr double smallest_scale = 1e-9;
  if (values.empty()) return std::nullopt;
  const double start = values.front();
  double lowest = start;
  for (std::size_t k = 1; k < values.size(); ++k) {
    lowest = std::min(lowest, values[k]);
    const double scale = std::max({std::abs(start), start - lowest, smallest_scale});
    if (values[k] - start > factor * scale) return static_cast<int>(k);
  }
  return std::nullopt;
}

}  // namespace downhill
