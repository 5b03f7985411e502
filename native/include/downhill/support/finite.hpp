#pragma once

#include <span>

#include <downhill/support/types.hpp>

// Where NaN and infinity are refused, and where they pass. One rule for the whole engine:
//
// Input must be finite. Inputs, outputs, targets, points, parameters to be set, planes, paths, ranges and options with NaN or
// infinity are refused, by name and index, before anything is computed or changed. Infinity passes only where the formula has a
// value for it: an activation function takes its limit, and a histogram counts it as outside its range.
//
// A diverged run must show as one, and a broken net is not judged. A trainer reports that it has diverged. A net whose output
// is NaN, because a parameter is NaN, infinite or too large, is refused with UnsoundNetError by what judges or draws it:
// accuracy, evaluate, examine, sample_losses, weight_sweep, decision_map, a plane through its parameters; no snapshot or file
// is made of it. The formulas themselves, TwoLayerNet's predict, loss and gradient, pass NaN on, as they do on paper and as the
// kernels must; so does a loss surface, which is evaluated far from the net. Whoever hands their values to a reader calls
// check_sound. difference, gradient_norms and moving_average accept the numbers of a diverged run; their comments say what they
// return.
//
// An expression can be evaluated anywhere, because a plot includes points where it is undefined; its value there is NaN or
// infinite, and so is its exact gradient. Numerical derivatives, numerical gradients and descents need a finite point.

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
