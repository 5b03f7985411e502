#include <cmath>
#include <utility>

#include <Eigen/Jacobi>

#include "surface/symmetric_eigen.hpp"

namespace downhill {

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
        Eigen::JacobiRotation<double> rotation;
        rotation.makeJacobi(matrix, p, q);
        matrix.applyOnTheLeft(p, q, rotation.adjoint());
        matrix.applyOnTheRight(p, q, rotation);
        vectors.applyOnTheRight(p, q, rotation);
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
