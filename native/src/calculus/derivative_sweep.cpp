#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <downhill/calculus/derivative_sweep.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/grid.hpp>

namespace downhill {
namespace {

struct HigherDerivatives {
  double second;
  double third;
};

/// Central differences of f′, which is exact to rounding. A value that rounding alone could have made is given as 0.
HigherDerivatives higher_derivatives(const Expression& f, double x) {
  const double step = 1e-3 * std::max(1.0, std::abs(x));
  std::array<double, 3> slopes{};
  for (int i = 0; i < 3; ++i) {
    const double place = x + (i - 1) * step;
    double slope = 0;
    f.value_and_gradient({&place, 1}, {&slope, 1});
    slopes[static_cast<std::size_t>(i)] = slope;
  }
  const double size = std::max({std::abs(slopes[0]), std::abs(slopes[1]), std::abs(slopes[2])});
  const double rounding = 16 * std::numeric_limits<double>::epsilon() * size;
  const auto beyond_rounding = [rounding](double difference) { return std::abs(difference) > rounding ? difference : 0.0; };
  return {beyond_rounding(slopes[2] - slopes[0]) / (2 * step),
          beyond_rounding(slopes[2] - 2 * slopes[1] + slopes[0]) / (step * step)};
}

BestStep best_step(const std::vector<double>& hs, const std::vector<double>& errors) {
  BestStep best{.h = hs.front(), .error = std::numeric_limits<double>::infinity()};
  for (std::size_t i = 0; i < hs.size(); ++i) {
    if (errors[i] < best.error) best = {hs[i], errors[i]};
  }
  return best;
}

}  // namespace

DerivativeSweep derivative_sweep(const Expression& f, double x, Scheme scheme, double largest, double smallest, int count) {
  require(std::isfinite(smallest) && smallest > 0, "smallest", smallest, "a finite number above 0");
  require(std::isfinite(largest) && largest > smallest, "largest", largest, "a finite number above smallest");
  require(count >= 2 && count <= 10'000, "count", count, "a whole number from 2 to 10000");
  DerivativeSweep sweep;
  const std::array<double, 2> logarithms = {std::log10(largest), std::log10(smallest)};
  for (int i = 0; i < count; ++i) sweep.h.push_back(std::pow(10.0, grid_coordinate(logarithms, count, i)));
  sweep.errors = derivative_errors(f, x, sweep.h, scheme);
  sweep.best_float64 = best_step(sweep.h, sweep.errors.float64);
  sweep.best_float32 = best_step(sweep.h, sweep.errors.float32);

  const auto [second, third] = higher_derivatives(f, x);
  const double value = std::abs(f.value({&x, 1}));
  for (const double h : sweep.h) {
    sweep.truncation.push_back(scheme == Scheme::central ? std::abs(third) / 6 * h * h : std::abs(second) / 2 * h);
    sweep.cancellation_float64.push_back(std::numeric_limits<double>::epsilon() * value / h);
    sweep.cancellation_float32.push_back(std::numeric_limits<float>::epsilon() * value / h);
  }
  return sweep;
}

}  // namespace downhill
