#pragma once

#include <cstddef>

// Dense matrix product in float32.

namespace downhill::kernels {

/// A matrix that is read: element (i, k) at data[i·row + k·column]. So a transpose is a change of the two steps.
struct Strided {
  const float* data;
  std::ptrdiff_t row;
  std::ptrdiff_t column;
};

/// c(i, j) = Σₖ a(i, k)·b(k, j) for i < m, j < n, k < inner; rows of b and c lie `b_stride` and `c_stride` floats apart. Only
/// the n columns of c are written. b is read in whole Float4s: 3 floats after its last row must be readable.
///
/// Plain twin: C.noalias() = A * B in Eigen.
void multiply(Strided a, const float* b, std::ptrdiff_t b_stride, float* c, std::ptrdiff_t c_stride, int m, int n, int inner);

}  // namespace downhill::kernels
