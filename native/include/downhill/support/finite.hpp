#pragma once

#include <span>

#include <downhill/support/types.hpp>

// Where NaN and infinity are refused, and where they pass. One rule for the whole engine:
//
// Input must be finite. Inputs, outputs, targets, points, parameters to be set, planes, paths, ranges and options with NaN or
// infinity are refused, by name and index, before anything is computed or changed. Infinity passes only where the formula has a
// value for it: an activation function takes its limit, and a histogram counts it as outside its range.
//
// A diverged run must show as one. The parameters of a net are not checked: predict, loss, gradient, accuracy, evaluate,
// decision_map, snapshot and restore accept any net, and NaN in its parameters leads to NaN in the result (accuracy counts such
// an answer as wrong). A trainer reports that it has diverged. What needs a finite net is refused: a confusion matrix, a plane
// through its parameters, the surface on it. difference, gradient_norms and moving_average accept the numbers of a diverged
// run; their comments say what they return.
//
// An expression can be evaluated anywhere, because a plot includes points where it is undefined; its value there is NaN or
// infinite, and so is its exact gradient. Numerical derivatives, numerical gradients and descents need a finite point.

namespace downhill {

/// Throws RangeError "<name>[<i>] is NaN; allowed is a finite number" for the first value that is NaN or infinite.
void check_finite(const char* name, std::span<const float> values);
void check_finite(const char* name, std::span<const double> values);

/// The same for the values of a matrix in the order in which they are stored, row by row.
template <class Scalar>
void check_finite(const char* name, const Matrix<Scalar>& values) {
  check_finite(name, std::span<const Scalar>(values.data(), static_cast<std::size_t>(values.size())));
}

/// The same for a vector.
template <class Scalar>
void check_finite(const char* name, const Vector<Scalar>& values) {
  check_finite(name, std::span<const Scalar>(values.data(), static_cast<std::size_t>(values.size())));
}

}  // namespace downhill
