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
using MatrixMap = Eigen::Map<Matrix<Scalar>>;

template <class Scalar>
using ConstMatrixMap = Eigen::Map<const Matrix<Scalar>>;

template <class Scalar>
using VectorMap = Eigen::Map<Vector<Scalar>>;

template <class Scalar>
using ConstVectorMap = Eigen::Map<const Vector<Scalar>>;

/// A class label: 0 for the first class.
using Label = std::uint8_t;

/// The number of a sample in a data set.
using Index = std::uint32_t;

}  // namespace downhill
