#include <catch2/catch.hpp>

#include <downhill/support/random.hpp>

#include "kernels/product.hpp"
#include "nets.hpp"
#include "surface/symmetric_eigen.hpp"

using namespace downhill;
using namespace downhill::test;

namespace {

template <class Scalar>
void check_products(double tolerance) {
  Random random(1);
  for (int round = 0; round < 30; ++round) {
    const Eigen::Index m = random.below(20), n = random.below(20), k = random.below(20);
    const Matrix<Scalar> a = random_matrix<Scalar>(m, k, random), b = random_matrix<Scalar>(k, n, random);
    Matrix<Scalar> c = Matrix<Scalar>::Constant(m, n, 7);
    kernels::product(a, b, c);
    CHECK((c - a * b).norm() <= tolerance);
    kernels::product_of_transpose(Matrix<Scalar>(a.transpose()), b, c);
    CHECK((c - a * b).norm() <= tolerance);
    kernels::product_with_transpose(a, Matrix<Scalar>(b.transpose()), c);
    CHECK((c - a * b).norm() <= tolerance);
  }
}

}  // namespace

TEST_CASE("the products equal Eigen's on random shapes, empty ones too") {
  check_products<float>(1e-4);
  check_products<double>(1e-12);
}

TEST_CASE("a product of a part of a matrix writes that part alone") {
  Matrix<double> wide = Matrix<double>::Constant(2, 4, 9);
  const Matrix<double> a{{1, 2}, {3, 4}};
  kernels::product(a, a, wide.leftCols(2));
  CHECK(wide == Matrix<double>{{7, 10, 9, 9}, {15, 22, 9, 9}});
}

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
