#pragma once

#include <optional>
#include <span>
#include <vector>

#include <downhill/calculus/gradient.hpp>
#include <downhill/descent/optimizer.hpp>

// The gradient method (chapter 4.4.1).

namespace downhill {

struct DescentOptions {
  double learning_rate = 0.01;
  int steps = 100;
  OptimizerKind optimizer = OptimizerKind::sgd;
  double h = default_h;
  Differentiation method = Differentiation::numerical;
};

struct Descent {
  std::vector<double> path;    // (steps taken + 1) × n: the start and the point after each step, all finite
  std::vector<double> values;  // f at each of them
  bool diverged = false;       // true if the next point, its value or the gradient was not finite: the path ends before it
  std::optional<Undefined> undefined = std::nullopt;  // why, if f is undefined at the next point, or at ±h from the last
};

/// Repeats x ← x − η ∇f(x). The start is copied (the post's version overwrites it) and is the first point of the path. Throws
/// TypeError unless start has one value per variable, RangeError for a start or value of f at the start that is not finite,
/// learning_rate not finite or below 0, steps outside 0 … 1,000,000, h not finite or ≤ 0.
Descent gradient_descent(const Expression& f, std::span<const double> start, const DescentOptions& options = {});

/// The first step k ≥ 1 at which f exceeds its value at the start by more than factor · scale, if there is one. scale is the
/// largest of |values[0]|, values[0] − min(values[0 … k]) and 1e-9. This finds a learning rate that is too large long before
/// numbers overflow, and does not report a run that overshoots and comes back. The chapter's rate of 10 is found at step 1.
/// Throws RangeError for a value that is not finite, and unless factor is finite and above 0.
std::optional<int> runaway_step(std::span<const double> values, double factor = 10);

}  // namespace downhill
