#pragma once

#include <downhill/support/types.hpp>

namespace downhill {

/// Eigenvalues and eigenvectors of a symmetric matrix, the largest eigenvalue first.
struct Eigenpairs {
  Vector<double> values;
  /// One a column, of unit length.
  Matrix<double> vectors;
};

/// All eigenpairs of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan, Matrix Computations, 8.5). Eigen's
/// solver gives the same; it would be a tenth of the WebAssembly module.
Eigenpairs symmetric_eigenpairs(Matrix<double> matrix);

}  // namespace downhill
