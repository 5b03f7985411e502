#include "product.hpp"

namespace downhill::kernels {
namespace {

/// Element (i, k) of a is a[i·a_row + k·a_column]; rows of b and c lie b_row and c_row apart.
template <class Scalar>
void add_rows(const Scalar* a, Eigen::Index a_row, Eigen::Index a_column, const Scalar* b, Eigen::Index b_row,
              Eigen::Ref<Matrix<Scalar>> c, Eigen::Index inner) {
  const Eigen::Index columns = c.cols();
  c.setZero();
  // An empty matrix has no address to count from.
  if (inner == 0) return;
  for (Eigen::Index i = 0; i < c.rows(); ++i) {
    Scalar* to = c.data() + i * c.outerStride();
    const Scalar* factor = a + i * a_row;
    const Scalar* from = b;
    Eigen::Index k = 0;
    // Four at a time, in the same order of additions, so that the row of c is read and written less often.
    for (; k + 4 <= inner; k += 4, factor += 4 * a_column, from += 4 * b_row) {
      const Scalar f0 = factor[0], f1 = factor[a_column], f2 = factor[2 * a_column], f3 = factor[3 * a_column];
      const Scalar *b0 = from, *b1 = from + b_row, *b2 = from + 2 * b_row, *b3 = from + 3 * b_row;
      for (Eigen::Index j = 0; j < columns; ++j) to[j] = to[j] + f0 * b0[j] + f1 * b1[j] + f2 * b2[j] + f3 * b3[j];
    }
    for (; k < inner; ++k, factor += a_column, from += b_row) {
      for (Eigen::Index j = 0; j < columns; ++j) to[j] += *factor * from[j];
    }
  }
}

template <class Scalar>
Matrix<Scalar> transposed(const Eigen::Ref<const Matrix<Scalar>>& matrix) {
  return matrix.transpose();
}

}  // namespace

void product(const ConstFloats& a, const ConstFloats& b, FloatsOut c) {
  add_rows<float>(a.data(), a.outerStride(), 1, b.data(), b.outerStride(), c, a.cols());
}

void product(const ConstDoubles& a, const ConstDoubles& b, DoublesOut c) {
  add_rows<double>(a.data(), a.outerStride(), 1, b.data(), b.outerStride(), c, a.cols());
}

void product_of_transpose(const ConstFloats& a, const ConstFloats& b, FloatsOut c) {
  add_rows<float>(a.data(), 1, a.outerStride(), b.data(), b.outerStride(), c, a.rows());
}

void product_of_transpose(const ConstDoubles& a, const ConstDoubles& b, DoublesOut c) {
  add_rows<double>(a.data(), 1, a.outerStride(), b.data(), b.outerStride(), c, a.rows());
}

void product_with_transpose(const ConstFloats& a, const ConstFloats& b, FloatsOut c) { product(a, transposed<float>(b), c); }

void product_with_transpose(const ConstDoubles& a, const ConstDoubles& b, DoublesOut c) {
  product(a, transposed<double>(b), c);
}

}  // namespace downhill::kernels
