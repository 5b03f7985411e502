#pragma once

#include <vector>

#include <downhill/calculus/derivative.hpp>

// The error of numerical differentiation over a range of h: the V of truncation and cancellation (chapter 4.3.1).

namespace downhill {

/// The h with the smallest error that is not NaN, and that error; the largest such h if several share it.
struct BestStep {
  double h = 0;
  double error = 0;
};

struct DerivativeSweep {
  std::vector<double> h;    // evenly spaced in log h, the largest first
  DerivativeErrors errors;  // at each of them
  BestStep best_float64;
  BestStep best_float32;
  /// The truncation error by Taylor's theorem: |f‴(x)|/6·h² for the central difference, |f″(x)|/2·h for the others. 0 if that
  /// derivative is 0 up to rounding (then the formula has no truncation error of this order).
  std::vector<double> truncation;
  /// The rounding error to be expected: ε·|f(x)|/h, where ε is the distance from 1 to the next number of the type.
  std::vector<double> cancellation_float64;
  std::vector<double> cancellation_float32;
};

/// `count` steps from `largest` down to `smallest`. f″ and f‴ are differences of the exact f′.
/// Throws as derivative_errors does, and RangeError unless smallest < largest, and for count outside 2 … 10,000.
DerivativeSweep derivative_sweep(const Expression& f, double x, Scheme scheme, double largest = 1, double smallest = 1e-15,
                                 int count = 121);

}  // namespace downhill
