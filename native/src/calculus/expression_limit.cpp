#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "calculus/expression_limit.hpp"

namespace downhill {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double rounding = 16 * std::numeric_limits<double>::epsilon();

/// Of the two that are finite; NaN if none is.
double mean_of_finite(double a, double b) {
  if (!std::isfinite(a)) return std::isfinite(b) ? b : not_a_number;
  return std::isfinite(b) ? a / 2 + b / 2 : a;
}

/// Where a sequence a, b, c goes that nears its limit by the same factor each time (Aitken 1926); NaN if it does not near one.
double extrapolated(double a, double b, double c) {
  const double first = b - a;
  const double second = c - b;
  if (std::abs(second) <= rounding * std::abs(c)) return c;
  return std::abs(second) < std::abs(first) ? c - second * (second / (second - first)) : not_a_number;
}

}  // namespace

double limit_of_slope(const std::function<double(double)>& value, const std::function<double(double)>& slope, double size) {
  constexpr std::size_t levels = 10;
  const double here = value(0);
  std::array<double, levels> slopes{};
  double t = size;
  for (double& at_t : slopes) {
    t /= 8;
    at_t = mean_of_finite(slope(-t), slope(t));
    if (std::isnan(at_t)) at_t = mean_of_finite((here - value(-t)) / t, (value(t) - here) / t);
  }

  // Far out f may be another one than at the place; close by, rounding is all that is left: the best lies where two neighbours
  // agree.
  double best = not_a_number;
  double smallest_change = std::numeric_limits<double>::infinity();
  for (std::size_t k = 0; k + 3 < levels; ++k) {
    const double before = extrapolated(slopes[k], slopes[k + 1], slopes[k + 2]);
    const double after = extrapolated(slopes[k + 1], slopes[k + 2], slopes[k + 3]);
    const double change = std::abs(after - before);
    const double scale = std::max({std::abs(after), std::abs(slopes[k + 1]), std::abs(slopes[k + 3])});
    if (!(change <= 1e-6 * scale) || change >= smallest_change) continue;
    smallest_change = change;
    best = after;
  }
  if (!std::isnan(best)) return best;
  const double last = slopes[levels - 1];
  const bool grows =
      std::abs(last) > 1.1 * std::abs(slopes[levels - 2]) && std::abs(slopes[levels - 2]) > 1.1 * std::abs(slopes[levels - 3]);
  return grows ? std::copysign(std::numeric_limits<double>::infinity(), last) : not_a_number;
}

}  // namespace downhill
