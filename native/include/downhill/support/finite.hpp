#pragma once

#include <span>

#include <downhill/support/types.hpp>

// Where NaN and infinity are refused, and where they are shown. One rule for the whole engine:
//
// What a reader brings must be numbers. Inputs, outputs, targets, points, parameters to be set, planes, paths, ranges and
// options that hold NaN or infinity are refused by name and index before anything is computed or changed. Infinity passes only
// where the formula has a value for it: an activation function is 1, 0, or itself there, and a histogram counts it as beyond
// its range.
//
// What training has broken must be seen to be broken, and is not judged. A run that breaks says diverged. A net that answers
// with NaN, because a parameter is NaN, infinite or too large, is refused by what judges a net or draws it: accuracy, evaluate,
// examine, sample_losses, weight_sweep, decision_map, a plane through its parameters; and a snapshot or a file is not made of
// it. The formulas themselves, TwoLayerNet's predict, loss and gradient, pass NaN on, as they do on paper and as the kernels
// must, and so does a loss surface, which is asked far from the net; whoever hands their values to a reader checks them by
// check_sound. What compares results (difference, gradient_norms, moving_average) takes the numbers of a broken run and says
// what it does with them.
//
// A function that a reader has typed is asked anywhere, because drawing asks it where it is not defined; its value there is
// NaN or infinite, and so is its exact gradient. A numerical derivative or gradient and a descent need a finite point.

namespace downhill {

/// Throws RangeError "<name>[<i>] is NaN; allowed is a finite number" for the first value that is NaN or infinite.
void check_finite(const char* name, std::span<const float> values);
void check_finite(const char* name, std::span<const double> values);

/// Throws UnsoundNetError "the net's <what>[<i>] is NaN: …" for the first value that is NaN or infinite.
void check_sound(const char* what, std::span<const float> values);
void check_sound(const char* what, std::span<const double> values);
/// The same for one value.
void check_sound(const char* what, double value);

/// check_finite for the values of a matrix in the order in which they are stored, row by row.
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
