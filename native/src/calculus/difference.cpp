#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <downhill/calculus/difference.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/types.hpp>

namespace downhill {
namespace {

/// ‖a − b‖ / (‖a‖ + ‖b‖), where these may be no float64; infinite where a value is not finite.
double relative_apart(const ConstVectorMap<double>& a, const ConstVectorMap<double>& b) {
  if (!a.allFinite() || !b.allFinite()) return std::numeric_limits<double>::infinity();
  const double largest = std::max(a.cwiseAbs().maxCoeff(), b.cwiseAbs().maxCoeff());
  const Vector<double> of_a = a / largest, of_b = b / largest;
  return (of_a - of_b).norm() / (of_a.norm() + of_b.norm());
}

}  // namespace

Difference difference(std::span<const double> a, std::span<const double> b) {
  if (a.size() != b.size()) {
    throw_type_error({"a has ", a.size(), " values and b has ", b.size(), "; both must have as many"});
  }
  require(!a.empty(), "the length of a", a.size(), "a whole number from 1");
  const auto size = static_cast<Eigen::Index>(a.size());
  const ConstVectorMap<double> of_a(a.data(), size);
  const ConstVectorMap<double> of_b(b.data(), size);
  Difference difference;
  difference.each.resize(a.size());
  VectorMap<double> apart(difference.each.data(), size);
  apart = (of_a - of_b).cwiseAbs().unaryExpr([](double value) {
    return std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
  });
  Eigen::Index at = 0;
  difference.largest = apart.maxCoeff(&at);
  difference.at = static_cast<std::size_t>(at);
  difference.mean = apart.mean();
  // stableNorm: runs that diverge hold numbers whose squares overflow.
  const double scale = of_a.stableNorm() + of_b.stableNorm();
  difference.relative = difference.largest > 0 ? apart.stableNorm() / scale : 0;
  if (!std::isfinite(scale) || !std::isfinite(difference.relative)) difference.relative = relative_apart(of_a, of_b);
  return difference;
}

}  // namespace downhill
