#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "calculus/expression_limit.hpp"

namespace downhill {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double rounding = 16 * std::numeric_limits<double>::epsilon();
constexpr std::size_t levels = 10;
constexpr double ratio = 8;
/// At steps each an eighth of the one before.
using Sequence = std::array<UncertainSlope, levels>;

bool is_known(const UncertainSlope& a) { return std::isfinite(a.slope) && std::isfinite(a.error); }

/// The mean of those that are known; unknown if neither is.
UncertainSlope mean_of_known(const UncertainSlope& a, const UncertainSlope& b) {
  if (!is_known(a)) return is_known(b) ? b : UncertainSlope{};
  return is_known(b) ? UncertainSlope{a.slope / 2 + b.slope / 2, a.error / 2 + b.error / 2} : a;
}

/// Where a sequence a, b, c goes that nears its limit by the same factor each time (Aitken 1926); NaN if it does not near one.
double extrapolated(double a, double b, double c) {
  const double first = b - a;
  const double second = c - b;
  if (std::abs(second) <= rounding * std::abs(c)) return c;
  return std::abs(second) < std::abs(first) ? c - second * (second / (second - first))
                                            : std::numeric_limits<double>::quiet_NaN();
}

/// Far out f may be another one than at the place; close by, rounding is all that is left: the best lies where two neighbours
/// agree.
class BestLimit {
 public:
  /// `limit`, which may be off by `error` and by its distance to a neighbour; found from slopes as large as `scale`.
  void consider(double limit, double neighbour, double scale, double error) {
    error += std::abs(limit - neighbour);
    if (error <= 1e-6 * std::max(scale, std::abs(limit)) && error < best_.error) best_ = {limit, error};
  }
  UncertainSlope best() const { return best_; }

 private:
  UncertainSlope best_;
};

/// `other` is the sequence of the other side: what is small because large parts of it cancel need not be surer than that, nor
/// surer than `least`.
UncertainSlope limit_of(const Sequence& s, const Sequence& other, double least) {
  BestLimit best;
  // std::max leaves out a NaN that does not come first.
  const auto scale_at = [&](std::size_t k) { return std::max({least, std::abs(s[k].slope), std::abs(other[k].slope)}); };
  for (std::size_t k = 0; k + 3 < levels; ++k) {
    const double scale = std::max(scale_at(k + 1), scale_at(k + 3));
    best.consider(extrapolated(s[k + 1].slope, s[k + 2].slope, s[k + 3].slope),
                  extrapolated(s[k].slope, s[k + 1].slope, s[k + 2].slope), scale, s[k + 3].error);
  }
  // As a polynomial of the step (Neville's table), for what is smooth on one side.
  Sequence before = s;
  double factor = 1;
  for (std::size_t order = 1; order <= 4; ++order) {
    factor *= ratio;
    Sequence table;
    for (std::size_t k = order; k < levels; ++k) {
      table[k].slope = before[k].slope + (before[k].slope - before[k - 1].slope) / (factor - 1);
      table[k].error = s[k].error;
      if (k == order) continue;
      const double scale = std::max(scale_at(k - order), scale_at(k));
      const bool towards_former = std::abs(table[k].slope - before[k].slope) > std::abs(table[k].slope - table[k - 1].slope);
      best.consider(table[k].slope, towards_former ? before[k].slope : table[k - 1].slope, scale, s[k].error);
    }
    before = table;
  }
  return best.best();
}

/// ±∞ where a sequence grows without end, NaN where it does not.
double growth(const Sequence& s) {
  const double last = s[levels - 1].slope;
  const double before = s[levels - 2].slope;
  const bool grows = std::abs(last) > 1.1 * std::abs(before) && std::abs(before) > 1.1 * std::abs(s[levels - 3].slope);
  return grows ? std::copysign(infinity, last) : std::numeric_limits<double>::quiet_NaN();
}

/// The limit that is meant: from the left or from the right, or the limit of the mean if the two are equal.
UncertainSlope chosen(double here, Side side, const UncertainSlope& left, const UncertainSlope& right,
                      const UncertainSlope& mean) {
  const double apart = std::abs(left.slope - right.slope);
  const double same = 1e-6 * std::max(std::abs(left.slope), std::abs(right.slope)) + 4 * (left.error + right.error);
  if (apart <= same || side == Side::both) return mean;
  if (side != Side::unknown) return side == Side::left ? left : right;
  const double nearer_to_right = std::abs(here - left.slope) - std::abs(here - right.slope);
  if (!(std::abs(nearer_to_right) >= 0.01 * apart)) return mean;  // or one of them is none
  return nearer_to_right > 0 ? right : left;
}

}  // namespace

double limit_of_slope(UncertainSlope here, Side side, const std::function<double(double)>& value,
                      const std::function<UncertainSlope(double)>& slope, double place) {
  const double size = std::max(1.0, std::abs(place));
  const double value_here = value(0);
  Sequence left, right, mean;
  double t = size;
  for (std::size_t k = 0; k < levels; ++k) {
    t /= ratio;
    left[k] = slope(-t);
    right[k] = slope(t);
    mean[k] = mean_of_known(left[k], right[k]);
    const double error = rounding * std::abs(value_here) / t;
    if (!is_known(left[k])) left[k] = {(value_here - value(-t)) / t, error};
    if (!is_known(right[k])) right[k] = {(value(t) - value_here) / t, error};
    if (is_known(mean[k])) continue;
    // At a jump the two differences have nothing to do with each other.
    const double apart = std::abs(left[k].slope - right[k].slope);
    mean[k] = mean_of_known(left[k], right[k]);
    if (std::isfinite(apart)) mean[k].error += 1e-5 * apart;
  }
  const double least = std::isnan(here.slope) ? std::abs(value_here) / size : 0;
  const UncertainSlope of_left = limit_of(left, right, least);
  const UncertainSlope of_right = limit_of(right, left, least);
  if (std::isfinite(here.slope) && !is_known(of_left) && !is_known(of_right)) return here.slope;
  const UncertainSlope limit = chosen(here.slope, side, of_left, of_right, limit_of(mean, left, least));
  if (std::isnan(limit.slope)) {
    if (std::isfinite(here.slope)) return here.slope;
    // The sequence has not reached a place that is nearer to 0 than its last step.
    if (place != 0 && std::abs(place) < t) return std::numeric_limits<double>::quiet_NaN();
    return growth(side == Side::left ? left : side == Side::right ? right : mean);
  }
  const bool here_is_surer = here.error <= limit.error || std::abs(limit.slope - here.slope) > 2 * (limit.error + here.error);
  return std::isfinite(here.slope) && here_is_surer ? here.slope : limit.slope;
}

}  // namespace downhill
