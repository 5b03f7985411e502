#pragma once

#include <cmath>
#include <cstring>

// Two doubles at a time, and the two ways to work out small changes.

namespace downhill::kernels {

using Double2 = double __attribute__((vector_size(16)));

constexpr int padded_to_pairs(int count) { return (count + 1) / 2 * 2; }

inline Double2 load(const double* from) {
  Double2 value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

inline void store(double* to, Double2 value) { std::memcpy(to, &value, sizeof value); }

inline Double2 splat(double value) { return Double2{value, value}; }

/// b where either is NaN.
inline Double2 larger(Double2 a, Double2 b) { return b < a ? a : b; }

/// eᵘ − 1 and log(1 + u) by their series up to u⁴, for |u| ≤ `limit`: the first term left out is below 1e-12 of the sum.
struct BySeries {
  static constexpr double limit = 1e-3;
  static Double2 expm1(Double2 u) { return u + u * u * (splat(1. / 2) + u * (splat(1. / 6) + u * splat(1. / 24))); }
  static Double2 log1p(Double2 u) { return u - u * u * (splat(1. / 2) - u * (splat(1. / 3) - u * splat(1. / 4))); }
};

/// The functions themselves, for changes of any size.
struct ByFunction {
  static Double2 expm1(Double2 u) { return Double2{std::expm1(u[0]), std::expm1(u[1])}; }
  static Double2 log1p(Double2 u) { return Double2{std::log1p(u[0]), std::log1p(u[1])}; }
};

}  // namespace downhill::kernels
