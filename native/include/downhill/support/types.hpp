#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <Eigen/Core>

// The array types of the engine.
//
// A matrix of samples has one sample per row and is stored row by row, as in NumPy and in the chapter.

namespace downhill {

template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <class Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

template <class Scalar>
using RowVector = Eigen::Matrix<Scalar, 1, Eigen::Dynamic>;

template <class Scalar>
using MatrixMap = Eigen::Map<Matrix<Scalar>>;

template <class Scalar>
using ConstMatrixMap = Eigen::Map<const Matrix<Scalar>>;

template <class Scalar>
using VectorMap = Eigen::Map<Vector<Scalar>>;

template <class Scalar>
using ConstVectorMap = Eigen::Map<const Vector<Scalar>>;

// Arguments that may be blocks of larger matrices. The stride is the one that Eigen would choose; Clang gives a function
// template another name in each file unless it stands here.
template <class Scalar>
using MatrixRef = Eigen::Ref<Matrix<Scalar>, 0, Eigen::OuterStride<>>;

template <class Scalar>
using ConstMatrixRef = Eigen::Ref<const Matrix<Scalar>, 0, Eigen::OuterStride<>>;

/// A class label: 0 for the first class.
using Label = std::uint8_t;

/// The number of a sample in a data set.
using Index = std::uint32_t;

}  // namespace downhill
