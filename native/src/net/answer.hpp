#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include <downhill/support/types.hpp>

// What a net answers, and how often it is right.

namespace downhill {

/// The class that a net's outputs for one sample answer: the first of the largest; −1 where one of them is NaN, for then there
/// is no largest.
template <class Scalar>
int answer_of(std::span<const Scalar> outputs) {
  if (std::any_of(outputs.begin(), outputs.end(), [](Scalar value) { return std::isnan(value); })) return -1;
  return static_cast<int>(std::max_element(outputs.begin(), outputs.end()) - outputs.begin());
}

/// The rows of y whose answer is their label.
template <class Scalar>
Index count_correct(const ConstMatrixRef<Scalar>& y, std::span<const Label> labels) {
  Index correct = 0;
  for (Eigen::Index row = 0; row < y.rows(); ++row) {
    const std::span<const Scalar> outputs(y.row(row).data(), static_cast<std::size_t>(y.cols()));
    correct += answer_of(outputs) == labels[static_cast<std::size_t>(row)];
  }
  return correct;
}

/// The fraction of them.
template <class Scalar>
double accuracy_of(const ConstMatrixRef<Scalar>& y, std::span<const Label> labels) {
  return static_cast<double>(count_correct<Scalar>(y, labels)) / static_cast<double>(labels.size());
}

}  // namespace downhill
