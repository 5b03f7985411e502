#include <cmath>
#include <utility>

#include "surface/symmetric_eigen.hpp"

namespace downhill {
namespace {

/// Columns p and q turned by the angle whose cosine and sine are c and s.
void turn_columns(Matrix<double>& matrix, Eigen::Index p, Eigen::Index q, double c, double s) {
  for (Eigen::Index k = 0; k < matrix.rows(); ++k) {
    const double at_p = matrix(k, p);
    const double at_q = matrix(k, q);
    matrix(k, p) = c * at_p - s * at_q;
    matrix(k, q) = s * at_p + c * at_q;
  }
}

/// Makes element (p, q) zero; the eigenvalues stay.
void rotate(Matrix<double>& matrix, Matrix<double>& vectors, Eigen::Index p, Eigen::Index q) {
  const double theta = (matrix(q, q) - matrix(p, p)) / (2 * matrix(p, q));
  const double t = std::copysign(1 / (std::abs(theta) + std::hypot(theta, 1)), theta);
  const double c = 1 / std::hypot(t, 1);
  const double s = t * c;
  turn_columns(matrix, p, q, c, s);
  for (Eigen::Index k = 0; k < matrix.cols(); ++k) {
    const double at_p = matrix(p, k);
    const double at_q = matrix(q, k);
    matrix(p, k) = c * at_p - s * at_q;
    matrix(q, k) = s * at_p + c * at_q;
  }
  turn_columns(vectors, p, q, c, s);
}

}  // namespace

Eigenpairs symmetric_eigenpairs(Matrix<double> matrix) {
  const Eigen::Index size = matrix.rows();
  Matrix<double> vectors = Matrix<double>::Identity(size, size);
  // Each sweep squares what is left beside the diagonal: ten are plenty. What is below the rounding of the whole stays.
  const double rounding = 1e-17 * matrix.norm();
  for (int sweep = 0; sweep < 30; ++sweep) {
    bool turned = false;
    for (Eigen::Index p = 0; p < size; ++p) {
      for (Eigen::Index q = p + 1; q < size; ++q) {
        if (std::abs(matrix(p, q)) <= rounding) continue;
        rotate(matrix, vectors, p, q);
        turned = true;
      }
    }
    if (!turned) break;
  }

  Eigenpairs pairs{matrix.diagonal(), std::move(vectors)};
  for (Eigen::Index k = 0; k < size; ++k) {
    Eigen::Index largest = k;
    for (Eigen::Index i = k + 1; i < size; ++i) {
      if (pairs.values[i] > pairs.values[largest]) largest = i;
    }
    std::swap(pairs.values[k], pairs.values[largest]);
    pairs.vectors.col(k).swap(pairs.vectors.col(largest));
  }
  return pairs;
}

}  // namespace downhill
