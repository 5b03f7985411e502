#pragma once

#include <span>

#include <downhill/support/types.hpp>

// The loss functions as nets take them: of outputs that a broken net has made NaN, the loss is NaN.

namespace downhill {

/// Throws RangeError for a label that is not below `classes`.
void check_labels(std::span<const Label> labels, Eigen::Index classes);

namespace unchecked {

/// As in loss.hpp, for as many labels as y has rows, all of them below its columns. y may hold anything.
template <class Scalar>
double cross_entropy_error(const Matrix<Scalar>& y, std::span<const Label> labels);

template <class Scalar>
Matrix<Scalar> softmax_cross_entropy_gradient(const Matrix<Scalar>& y, std::span<const Label> labels);

}  // namespace unchecked
}  // namespace downhill
