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

/// A part of a mini-batch turned round: for each input, which of its images use it and the bytes there. One pass without
/// counting first: each input has room for as many entries as there are images.
struct SparseColumns {
  static constexpr std::size_t most_rows = 256;  // an entry names the image in 8 bits
  std::uint32_t stride = 0;                      // entries an input has room for
  std::vector<std::uint32_t> ends;               // of the entries of each input
  std::vector<std::uint16_t> entries;            // of input i from i·stride on: position of the image · 256 + byte
};

/// Makes `columns` ready for `rows` images without entries; allocates only where these are more than ever before.
void clear(SparseColumns& columns, std::size_t rows, int input_size);

/// Fills `columns`. rows: at most SparseColumns::most_rows image numbers.
void collect(const SparsePixels& pixels, std::span<const Index> rows, int input_size, SparseColumns& columns);

/// Reads the beginning of each image's entries, so that the waits for main memory overlap. Returns a sum of what it read.
std::uint32_t touch(const SparsePixels& pixels, std::span<const Index> rows);

/// a(s, j) = bias[j] + Σᵢ x(s, i)·W(i, j) for j < n; W: input × n without padding, rows of a `a_stride` ≥ padded(n) floats
/// apart, whole Float4s of a are written and its lanes past n hold no meaning. 3 floats after W and after bias must be
/// readable. If `columns` (cleared for these rows) are given, fills them on the way.
///
/// Each sample adds rows of W into accumulators that stay in registers. Plain twin: a = X·W in Eigen, then + bias.
void sparse_multiply(const SparsePixels& pixels, std::span<const Index> rows, const float* W, const float* bias, int n,
                     float* a, std::ptrdiff_t a_stride, SparseColumns* columns = nullptr);

/// gradient(i, j) += Σₛ x(s, i)·δ(s, j); gradient: input × n without padding. Plain twin: Xᵀ·δ in Eigen.
void sparse_add_transposed_product(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                                   float* gradient);

/// W(i, j) −= learning_rate · Σₛ x(s, i)·δ(s, j): the same sums, used at once (SGD), so that rows that no image uses are not
/// touched.
void sparse_sgd_update(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                       float learning_rate, float* W);

}  // namespace downhill::kernels
