#include <catch2/catch.hpp>

#include <downhill/support/random.hpp>

#include "nets.hpp"
#include "surface/symmetric_eigen.hpp"

using namespace downhill;
using namespace downhill::test;

TEST_CASE("the eigenpairs of a symmetric matrix make it again, the largest first") {
  Random random(2);
  for (const Eigen::Index size : {0, 1, 2, 3, 10, 40}) {
    const Matrix<double> half = random_matrix<double>(size, size, random);
    const Matrix<double> matrix = half * half.transpose();
    const Eigenpairs pairs = symmetric_eigenpairs(matrix);
    const Matrix<double> again = pairs.vectors * pairs.values.asDiagonal() * pairs.vectors.transpose();
    CHECK((again - matrix).norm() <= 1e-12 * (1 + matrix.norm()));
    CHECK((pairs.vectors.transpose() * pairs.vectors - Matrix<double>::Identity(size, size)).norm() <= 1e-12);
    for (Eigen::Index k = 1; k < size; ++k) CHECK(pairs.values[k - 1] >= pairs.values[k]);
  }
}
