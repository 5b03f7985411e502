#pragma once

#include <span>
#include <vector>

#include <downhill/calculus/expression.hpp>

// The way that a drop takes down the field −∇f (chapter 4.4).

namespace downhill {

/// Points at equal lengths `step` along the curve from `start` whose tangent is −∇f everywhere, found by the classical
/// Runge–Kutta method on −∇f/|∇f|: gradient descent with a learning rate that goes to 0. At most `points` points, row by row
/// (n × dimension), the start first. The line ends early where the gradient is 0 or f is not finite, and at the last point
/// from which f still falls: a minimum lies within about one step of it.
/// Throws TypeError unless start has one value a variable, RangeError for a start that is not finite, step not finite or ≤ 0,
/// points outside 1 … 100,000.
std::vector<double> flow_line(const Expression& f, std::span<const double> start, double step, int points);

}  // namespace downhill
