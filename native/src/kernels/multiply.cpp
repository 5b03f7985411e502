#include <algorithm>
#include <array>

#include "float4.hpp"
#include "multiply.hpp"

namespace downhill::kernels {
namespace {

// A tile of 4 rows × 2 Float4s has 8 accumulators; with all its operands it fits the 15 registers that V8 gives, in whatever
// order the compiler takes them.
constexpr int tile_rows = 4;
constexpr int tile_vectors = 2;
// This many rows of b's tile stay in the first-level cache while all rows of a pass by.
constexpr int block = 256;

/// The part of a product that one pass over k works out: Vectors Float4s wide; the last holds `last_columns` columns.
struct Strip {
  Strided a;
  const float* b;
  std::ptrdiff_t b_stride;
  float* c;
  std::ptrdiff_t c_stride;
  int rows;
  int last_columns;
  int inner;
  bool first;  // otherwise on top of what c holds
};

template <int Rows, int Vectors>
[[gnu::always_inline]] inline void multiply_tile(const Strip& strip, std::ptrdiff_t row) {
  const std::ptrdiff_t b_stride = strip.b_stride;
  const std::ptrdiff_t a_row = strip.a.row;
  const std::ptrdiff_t a_column = strip.a.column;
  const auto lanes_of = [&](int v) { return v < Vectors - 1 ? lanes : strip.last_columns; };
  float* c = strip.c + row * strip.c_stride;
  Float4 accumulator[Rows][Vectors];
  for (int i = 0; i < Rows; ++i) {
    for (int v = 0; v < Vectors; ++v) {
      accumulator[i][v] = strip.first ? splat(0) : load_first(c + i * strip.c_stride + v * lanes, lanes_of(v));
    }
  }
  const float* a = strip.a.data + row * a_row;
  const float* b = strip.b;
  for (int k = 0; k < strip.inner; ++k, a += a_column, b += b_stride) {
    Float4 row_of_b[Vectors];
    for (int v = 0; v < Vectors; ++v) row_of_b[v] = load(b + v * lanes);
    for (int i = 0; i < Rows; ++i) {
      const Float4 factor = load_splat(a + i * a_row);
      for (int v = 0; v < Vectors; ++v) accumulator[i][v] += factor * row_of_b[v];
    }
  }
  for (int i = 0; i < Rows; ++i) {
    for (int v = 0; v < Vectors; ++v) store_first(c + i * strip.c_stride + v * lanes, accumulator[i][v], lanes_of(v));
  }
}

template <int Vectors>
void multiply_strip(const Strip& strip) {
  std::ptrdiff_t row = 0;
  for (; row + tile_rows <= strip.rows; row += tile_rows) multiply_tile<tile_rows, Vectors>(strip, row);
  for (; row < strip.rows; ++row) multiply_tile<1, Vectors>(strip, row);
}

}  // namespace

void multiply(Strided a, const float* b, std::ptrdiff_t b_stride, float* c, std::ptrdiff_t c_stride, int m, int n, int inner) {
  static constexpr std::array functions = {multiply_strip<1>, multiply_strip<2>};
  const int vectors = padded(n) / lanes;
  for (int k = 0; k < std::max(inner, 1); k += block) {
    for (int v = 0; v < vectors;) {
      const int width = std::min(tile_vectors, vectors - v);
      const int columns = std::min(width * lanes, n - v * lanes);
      functions[static_cast<std::size_t>(width - 1)]({.a = {a.data + k * a.column, a.row, a.column},
                                                      .b = b + k * b_stride + v * lanes,
                                                      .b_stride = b_stride,
                                                      .c = c + v * lanes,
                                                      .c_stride = c_stride,
                                                      .rows = m,
                                                      .last_columns = columns - (width - 1) * lanes,
                                                      .inner = std::min(block, inner - k),
                                                      .first = k == 0});
      v += width;
    }
  }
}

}  // namespace downhill::kernels
