#pragma once

#include <span>
#include <vector>

#include <downhill/calculus/expression.hpp>

// Flow lines of the field −∇f (chapter 4.4).

namespace downhill {

/// Points at arc lengths 0, `step`, 2·`step`, … on the curve from `start` whose tangent is −∇f: the limit of gradient descent
/// as the learning rate goes to 0. Computed by the classical Runge–Kutta method on −∇f/|∇f|. At most `points` points
/// (n × dimension, row by row), the start first. The line ends early where the gradient is 0 or f is not finite, and at the
/// last point from which f still falls: a minimum lies within about one step of it. Throws TypeError unless start has one value
/// per variable, RangeError for a start that is not finite, step not finite or ≤ 0, points outside 1 … 100,000.
std::vector<double> flow_line(const Expression& f, std::span<const double> start, double step, int points);

}  // namespace downhill
