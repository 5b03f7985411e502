#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <downhill/support/types.hpp>

// Products with sparse inputs in float32: 81 % of MNIST's pixels are 0 and need no work.

namespace downhill::kernels {

/// The pixels of images that are not 0, as pairs of two bytes: how many pixels further than the one before (the first of an
/// image: than pixel 0), and the value. Longer gaps are bridged by pairs with the value 0. Built once with the data set.
struct SparsePixels {
  std::array<float, 256> values;     // what a byte v stands for: v/scale
  std::vector<std::size_t> offsets;  // the pairs of image s: offsets[s] … offsets[s+1]−1
  std::vector<std::uint16_t> pairs;  // gap · 256 + value

  std::span<const std::uint16_t> image(Index row) const {
    return {pairs.data() + offsets[row], pairs.data() + offsets[row + 1]};
  }
};

/// pixels: rows × row_length; a pixel of `scale` is an input of 1.
SparsePixels sparse_pixels(std::span<const std::uint8_t> pixels, std::size_t row_length, int scale = 255);

/// A part of a mini-batch turned round: for each input, which of its images use it and the bytes there. One pass without
/// counting first: each input has room for as many entries as there are images.
struct SparseColumns {
  static constexpr std::size_t most_rows = 256;  // an entry names the image in 8 bits
  const float* values = nullptr;                 // of the images' SparsePixels
  std::uint32_t stride = 0;                      // entries an input has room for
  std::vector<std::uint32_t> ends;               // of the entries of each input
  std::vector<std::uint16_t> entries;            // of input i from i·stride on: position of the image · 256 + byte
};

/// Makes `columns` ready for `rows` images without entries; allocates only where these are more than ever before.
void clear(SparseColumns& columns, std::size_t rows, int input_size);

/// Fills `columns` with the images named, at most SparseColumns::most_rows.
void collect(const SparsePixels& pixels, std::span<const Index> rows, int input_size, SparseColumns& columns);

/// Reads each image's pairs here and there, so that the waits for main memory overlap. Returns a sum of what it read.
std::uint32_t touch(const SparsePixels& pixels, std::span<const Index> rows);

/// The weights of a layer in the order in which sparse_multiply reads them: cut into tiles as wide as the registers hold, each
/// of them inputs × width without gaps.
struct TiledWeights {
  std::vector<float> values;
};

/// W: inputs × n; 3 floats after it must be readable, as they are in a net's parameters: b1, W2 and b2 follow.
void copy_to_tiles(const float* W, int inputs, int n, TiledWeights& tiles);

/// a(s, j) = bias[j] + Σᵢ x(s, i)·W(i, j) for j < n, W as tiles. Rows of a lie `a_stride` ≥ padded(n) floats apart; whole
/// Float4s are written, lanes past n hold no meaning. bias: padded(n) values. If `columns` (cleared for these rows) are given,
/// fills them on the way.
///
/// Each sample adds rows of W into accumulators that stay in registers. Plain twin: a = X·W in Eigen, then + bias, for a finite
/// W: 0·W(i, j), which is left out, is NaN where W(i, j) is not finite.
void sparse_multiply(const SparsePixels& pixels, std::span<const Index> rows, const TiledWeights& W, int inputs,
                     const float* bias, int n, float* a, std::ptrdiff_t a_stride, SparseColumns* columns = nullptr);

/// out(i, j) += scale · Σₛ x(s, i)·δ(s, j); out: input × n without padding, 3 floats after it must be readable. Rows that no
/// image uses are not touched. With scale = −learning_rate and out = W this is the update of SGD, and then `tiles`, if given,
/// follows. Plain twin: out += scale * Xᵀ·δ in Eigen, for a finite δ as above.
void sparse_add_transposed_product(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                                   float scale, float* out, TiledWeights* tiles = nullptr);

}  // namespace downhill::kernels
