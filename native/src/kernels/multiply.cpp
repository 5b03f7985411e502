#include <algorithm>

#include "float4.hpp"
#include "multiply.hpp"

namespace downhill::kernels {
namespace {

// A tile of 3 rows × 3 Float4s has 9 accumulators; with its operands it fills the 15 registers that V8 gives.
constexpr int tile_rows = 3;
constexpr int tile_vectors = 3;
// So many rows of b's tile stay in the first-level cache while all rows of a pass by.
constexpr int block = 256;

/// One tile: Rows × Vectors accumulators over `inner` products, on top of c unless it is the first block.
template <int Rows, int Vectors>
void multiply_tile(Strided a, const float* b, std::ptrdiff_t b_stride, float* c, std::ptrdiff_t c_stride, int columns,
                   int inner, bool first) {
  Float4 accumulator[Rows][Vectors];
  const int last_columns = columns - (Vectors - 1) * lanes;
  for (int i = 0; i < Rows; ++i) {
    for (int v = 0; v < Vectors; ++v) {
      accumulator[i][v] = splat(0);
      if (first) continue;
      const float* from = c + i * c_stride + v * lanes;
      if (v < Vectors - 1 || last_columns == lanes) {
        accumulator[i][v] = load(from);
      } else {
        for (int lane = 0; lane < last_columns; ++lane) accumulator[i][v][lane] = from[lane];
      }
    }
  }
  for (int k = 0; k < inner; ++k) {
    Float4 row[Vectors];
    for (int v = 0; v < Vectors; ++v) row[v] = load(b + k * b_stride + v * lanes);
    for (int i = 0; i < Rows; ++i) {
      const Float4 factor = splat(a.data[i * a.row + k * a.column]);
      for (int v = 0; v < Vectors; ++v) accumulator[i][v] += factor * row[v];
    }
  }
  for (int i = 0; i < Rows; ++i) {
    for (int v = 0; v < Vectors; ++v) {
      store_first(c + i * c_stride + v * lanes, accumulator[i][v], v < Vectors - 1 ? lanes : last_columns);
    }
  }
}

using TileFunction = void (*)(Strided, const float*, std::ptrdiff_t, float*, std::ptrdiff_t, int, int, bool);

TileFunction tile_function(int rows, int vectors) {
  static constexpr TileFunction functions[tile_rows][tile_vectors] = {
      {multiply_tile<1, 1>, multiply_tile<1, 2>, multiply_tile<1, 3>},
      {multiply_tile<2, 1>, multiply_tile<2, 2>, multiply_tile<2, 3>},
      {multiply_tile<3, 1>, multiply_tile<3, 2>, multiply_tile<3, 3>}};
  return functions[rows - 1][vectors - 1];
}

}  // namespace

void multiply(Strided a, const float* b, std::ptrdiff_t b_stride, float* c, std::ptrdiff_t c_stride, int m, int n, int inner) {
  const int vectors = padded(n) / lanes;
  for (int k = 0; k < std::max(inner, 1); k += block) {
    const int products = std::min(block, inner - k);
    for (int v = 0; v < vectors;) {
      // 4 remaining vectors are better split 2 + 2 than 3 + 1.
      const int width = vectors - v == 4 ? 2 : std::min(tile_vectors, vectors - v);
      const int columns = std::min(width * lanes, n - v * lanes);
      for (int i = 0; i < m; i += tile_rows) {
        const int rows = std::min(tile_rows, m - i);
        const Strided part{a.data + i * a.row + k * a.column, a.row, a.column};
        tile_function(rows, width)(part, b + k * b_stride + v * lanes, b_stride, c + i * c_stride + v * lanes, c_stride,
                                   columns, products, k == 0);
      }
      v += width;
    }
  }
}

}  // namespace downhill::kernels
