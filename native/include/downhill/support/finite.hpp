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

/// Throws RangeError "<name>[<i>] is NaN; allowed is a finite number" for the first value that is NaN or infinite;
/// i counts from `first`.
void check_finite(const char* name, std::span<const float> values, std::size_t first = 0);
void check_finite(const char* name, std::span<const double> values, std::size_t first = 0);

/// Throws UnsoundNetError "the net's <what>[<i>] is NaN: …" for the first value that is NaN or infinite.
void check_sound(const char* what, std::span<const float> values);
void check_sound(const char* what, std::span<const double> values);
/// The same for one value.
void check_sound(const char* what, double value);

/// check_finite for a vector, or for a matrix row by row.
template <class Array>
void check_finite(const char* name, const Eigen::MatrixBase<Array>& values) {
  using Scalar = typename Array::Scalar;
  const Array& array = values.derived();
  const auto at = [&](Eigen::Index first, Eigen::Index count) {
    return std::span<const Scalar>(array.data() + first, static_cast<std::size_t>(count));
  };
  if constexpr (Array::IsVectorAtCompileTime) {
    static_assert(Array::InnerStrideAtCompileTime == 1);
    check_finite(name, at(0, array.size()));
  } else {
    static_assert(Array::IsRowMajor && Array::InnerStrideAtCompileTime == 1);
    for (Eigen::Index row = 0; row < array.rows(); ++row) {
      check_finite(name, at(row * array.outerStride(), array.cols()), static_cast<std::size_t>(row * array.cols()));
    }
  }
}

}  // namespace downhill
