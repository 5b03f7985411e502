#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <downhill/calculus/expression.hpp>

// Numerical differentiation of f: R → R (chapter 4.3).

namespace downhill {

enum class Scheme : std::uint8_t { central, forward, backward };

/// "central", "forward" or "backward". Throws RangeError for any other name.
Scheme scheme_named(std::string_view name);

/// The chapter's h.
inline constexpr double default_h = 1e-4;

/// central: (f(x+h) − f(x−h)) / 2h; forward: (f(x+h) − f(x)) / h; backward: (f(x) − f(x−h)) / h (4.3.1).
/// Throws RangeError unless h is finite and above 0 and x is finite, TypeError unless the expression has one variable.
double numerical_derivative(const std::function<double(double)>& f, double x, double h = default_h,
                            Scheme scheme = Scheme::central);
double numerical_derivative(const Expression& f, double x, double h = default_h, Scheme scheme = Scheme::central);

/// |numerical − exact| for each h.
struct DerivativeErrors {
  double exact = 0;             // f′(x)
  std::vector<double> float64;  // one error per h
  std::vector<double> float32;  // the same; NaN where h is 0 in float32
};

/// The errors in float64 and in float32. For float32, f is computed in double; its values and every operation of the formula
/// are then rounded to float (4.3.1). Throws TypeError unless f has one variable, RangeError unless x is finite and every h
/// finite and above 0.
DerivativeErrors derivative_errors(const Expression& f, double x, std::span<const double> hs, Scheme scheme);

}  // namespace downhill
