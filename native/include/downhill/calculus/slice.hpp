#pragma once

#include <array>
#include <span>
#include <vector>

#include <downhill/calculus/derivative.hpp>
#include <downhill/calculus/expression.hpp>

// A function along one of its variables, with its tangent (chapter 4.3.3) or a secant (4.3.1).

namespace downhill {

/// f with all variables but one held fixed, at evenly spaced positions, and its tangent at the point.
struct Slice {
  std::vector<double> x;
  std::vector<double> value;
  double at = 0;                // the point's own coordinate
  double value_at = 0;          // f there
  double slope = 0;             // the exact partial derivative there
  std::vector<double> tangent;  // its height at each x
};

/// `count` positions from range[0] to range[1], ends included; f may be NaN or infinite there.
/// Throws TypeError unless point has one value per variable, RangeError for a point that is not finite, an axis outside 0 …
/// dimension − 1,
/// a range whose ends are not finite and in order, or count outside 2 … 100,000.
Slice slice(const Expression& f, std::span<const double> point, int axis, std::array<double, 2> range, int count);

/// The line through the two points of a difference quotient.
struct Secant {
  std::array<double, 2> x;
  std::array<double, 2> value;
  double slope = 0;            // the numerical derivative
  double exact = 0;            // f′(x)
  std::array<double, 2> line;  // the line's height at the ends of `range`
};

/// Throws as numerical_derivative does, and RangeError for a range whose ends are not finite and in order.
Secant secant(const Expression& f, double x, double h, Scheme scheme, std::array<double, 2> range);

/// x and y of a curve at evenly spaced positions.
struct Curve {
  std::vector<double> x;
  std::vector<double> y;
};

/// −log(y + δ) over y (4.2.2): loss_of_probability. Throws RangeError for ends outside [0, 1] or not in order, or count outside
/// 2 … 100,000.
Curve cross_entropy_curve(std::array<double, 2> range, int count);

}  // namespace downhill
