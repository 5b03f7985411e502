#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include <downhill/support/random.hpp>
#include <downhill/support/types.hpp>

// Numbers that end where numbers end: NaN and ±∞ among others, and whether two arrays of such are the same.

namespace downhill::test {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// NaN and NaN, ∞ and ∞ of one sign, or two numbers.
template <class Scalar>
bool same_kind(Scalar a, Scalar b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return true;
}

/// What tells the two apart first, or nothing: NaN and infinities in the same places, and numbers equal to `tolerance` times
/// the largest of b or, if that is larger, `scale`: where b is a sum, what was added may be larger than what is left.
template <class Scalar>
std::string difference_of(const Matrix<Scalar>& a, const Matrix<Scalar>& b, double tolerance, double scale = 0) {
  if (a.rows() != b.rows() || a.cols() != b.cols()) return "the shapes";
  double largest = scale;
  for (Eigen::Index i = 0; i < b.size(); ++i) {
    if (std::isfinite(b.data()[i])) largest = std::max(largest, std::abs(static_cast<double>(b.data()[i])));
  }
  for (Eigen::Index i = 0; i < a.size(); ++i) {
    const auto of_a = static_cast<double>(a.data()[i]), of_b = static_cast<double>(b.data()[i]);
    if (same_kind(of_a, of_b) && !(std::abs(of_a - of_b) > tolerance * largest)) continue;
    return "[" + std::to_string(i) + "]: " + std::to_string(of_a) + " and " + std::to_string(of_b);
  }
  return "";
}

/// Makes each number NaN or ±∞ with probability `share`.
template <class Values>
void break_some(Values&& values, double share, Random& random) {
  using Scalar = std::decay_t<decltype(values.data()[0])>;
  constexpr auto large = static_cast<Scalar>(infinity);
  const std::array<Scalar, 3> broken = {static_cast<Scalar>(not_a_number), large, -large};
  for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(values.size()); ++i) {
    if (random.uniform() < share) values.data()[i] = broken[random.below(3)];
  }
}

}  // namespace downhill::test
