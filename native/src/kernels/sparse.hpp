#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <downhill/types.hpp>

// Products with sparse inputs in float32: 81 % of MNIST's pixels are 0 and need no work.

namespace downhill::kernels {

/// The pixels of images that are not 0: of image s, the entries offsets[s] … offsets[s+1]−1 give the pixel's number and its
/// byte. A byte v stands for v/255. Built once with the data set.
struct SparsePixels {
  static constexpr int most_columns = 65'536;  // as many as 16-bit numbers name
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint16_t> columns;
  std::vector<std::uint8_t> values;
};

/// pixels: rows × row_length, row_length ≤ 65,536.
SparsePixels sparse_pixels(std::span<const std::uint8_t> pixels, std::size_t row_length);

/// A mini-batch turned round: for each input that any of its images uses, the images that do and the values there.
struct SparseColumns {
  std::vector<std::uint16_t> inputs;   // the inputs used, ascending
  std::vector<std::uint32_t> offsets;  // of input inputs[u]: entries offsets[u] … offsets[u+1]−1
  std::vector<std::uint16_t> samples;  // position in the mini-batch
  std::vector<float> values;
  std::vector<std::uint32_t> counts;  // scratch, one an input
};

/// Fills `columns`; allocates only where a batch is larger than any before. rows: at most 65,536 image numbers.
void transpose(const SparsePixels& pixels, std::span<const Index> rows, int input_size, SparseColumns& columns);

/// a(s, j) = bias[j] + Σᵢ x(s, i)·W(i, j) for j < n; W: input × n without padding, rows of a `a_stride` ≥ padded(n) floats
/// apart, whole Float4s of a are written and its lanes past n hold no meaning. 3 floats after W and after bias must be
/// readable.
///
/// Each sample adds rows of W into accumulators that stay in registers. Plain twin: a = X·W in Eigen, then + bias.
void sparse_multiply(const SparsePixels& pixels, std::span<const Index> rows, const float* W, const float* bias, int n,
                     float* a, std::ptrdiff_t a_stride);

/// gradient(i, j) = Σₛ x(s, i)·δ(s, j): gradient: input × n without padding, rows that no image uses become 0.
/// Plain twin: Xᵀ·δ in Eigen.
void sparse_transposed_multiply(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                                int input_size, float* gradient);

/// W(i, j) −= learning_rate · Σₛ x(s, i)·δ(s, j): the same sums, used at once (SGD), so that rows that no image uses are not
/// touched.
void sparse_sgd_update(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                       float learning_rate, float* W);

}  // namespace downhill::kernels
