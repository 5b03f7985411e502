#include <algorithm>
#include <array>
#include <utility>

#include "float4.hpp"
#include "sparse.hpp"

namespace downhill::kernels {
namespace {

// The widths of tiles in Float4s. 13 accumulators hold the chapter's 50 hidden units in one go and leave 2 of V8's 15 registers
// for the operands. Each width is code that every reader downloads, so there are few.
constexpr std::array tile_widths = {13, 8, 5, 3, 2, 1};

/// Calls function(first, t) for the tiles that cover n columns: the column where a tile begins and which of the widths it has.
template <class Function>
void for_tiles(int n, Function&& function) {
  int first = 0;
  for (std::size_t t = 0; t < tile_widths.size(); ++t) {
    for (; first + (tile_widths[t] - 1) * lanes < n; first += tile_widths[t] * lanes) function(first, t);
  }
}

/// Calls Tile<vectors>::run(first, arguments) for them. They are not inlined, which is smaller and as fast.
template <template <int> class Tile, class Arguments>
void run_tiles(int n, const Arguments& arguments) {
  static constexpr auto table = []<std::size_t... T>(std::index_sequence<T...>) {
    return std::array{&Tile<tile_widths[T]>::run...};
  }(std::make_index_sequence<tile_widths.size()>{});
  for_tiles(n, [&](int first, std::size_t t) { table[t](first, arguments); });
}

struct MultiplyArguments {
  const SparsePixels& pixels;
  std::span<const Index> rows;
  const float* tiles;
  int inputs;
  const float* bias;
  float* a;
  std::ptrdiff_t a_stride;
  SparseColumns* columns;  // filled by the first tile
};

template <int Vectors, bool Collect>
void multiply_tile(int first, const MultiplyArguments& args) {
  const float* W = args.tiles + static_cast<std::ptrdiff_t>(first) * args.inputs;
  const float* const values = args.pixels.values.data();
  std::uint16_t* entries = Collect ? args.columns->entries.data() : nullptr;
  for (std::size_t s = 0; s < args.rows.size(); ++s) {
    Float4 accumulator[Vectors];
    for (int v = 0; v < Vectors; ++v) accumulator[v] = load(args.bias + first + v * lanes);
    const float* row = W;
    std::uint32_t* end = Collect ? args.columns->ends.data() : nullptr;
    for (const std::uint16_t pair : args.pixels.image(args.rows[s])) {
      const std::ptrdiff_t gap = pair >> 8;
      const std::size_t value = pair & 255;
      if constexpr (Collect) {
        end += gap;
        entries[(*end)++] = static_cast<std::uint16_t>(s << 8 | value);
      }
      row += gap * (Vectors * lanes);
      const Float4 x = load_splat(values + value);
      for (int v = 0; v < Vectors; ++v) accumulator[v] += x * load(row + v * lanes);
    }
    float* a = args.a + static_cast<std::ptrdiff_t>(s) * args.a_stride + first;
    for (int v = 0; v < Vectors; ++v) store(a + v * lanes, accumulator[v]);
  }
}

template <int Vectors>
struct MultiplyTile {
  [[gnu::noinline]] static void run(int first, const MultiplyArguments& args) {
    if (args.columns && first == 0) {
      multiply_tile<Vectors, true>(first, args);
    } else {
      multiply_tile<Vectors, false>(first, args);
    }
  }
};

struct TransposedArguments {
  const SparseColumns& columns;
  const float* delta;
  std::ptrdiff_t delta_stride;
  int n;
  float scale;
  float* out;
  float* tiles;
};

template <int Vectors>
struct TransposedTile {
  [[gnu::noinline]] static void run(int first, const TransposedArguments& args) {
    const std::size_t inputs = args.columns.ends.size();
    const std::uint32_t stride = args.columns.stride;
    // Copies, so that the inner loop does not read them again each time.
    const float* const delta = args.delta + first;
    const std::ptrdiff_t delta_stride = args.delta_stride;
    const Float4 scale = splat(args.scale);
    const int last = std::min(lanes, args.n - first - (Vectors - 1) * lanes);
    const float* const values = args.columns.values;
    const std::uint16_t* entries = args.columns.entries.data();
    float* row = args.out + first;
    for (std::size_t input = 0; input < inputs; ++input, entries += stride, row += args.n) {
      const std::uint32_t count = args.columns.ends[input] - static_cast<std::uint32_t>(input) * stride;
      if (count == 0) continue;
      Float4 sums[Vectors];
      for (int v = 0; v < Vectors; ++v) sums[v] = splat(0);
      for (std::uint32_t entry = 0; entry < count; ++entry) {
        const Float4 x = load_splat(values + (entries[entry] & 255));
        const float* from = delta + (entries[entry] >> 8) * delta_stride;
        for (int v = 0; v < Vectors; ++v) sums[v] += x * load(from + v * lanes);
      }
      for (int v = 0; v < Vectors; ++v) sums[v] = load(row + v * lanes) + scale * sums[v];
      for (int v = 0; v < Vectors; ++v) store_first(row + v * lanes, sums[v], v < Vectors - 1 ? lanes : last);
      if (!args.tiles) continue;
      float* tile_row = args.tiles + static_cast<std::size_t>(first) * inputs + input * (Vectors * lanes);
      for (int v = 0; v < Vectors; ++v) store(tile_row + v * lanes, sums[v]);
    }
  }
};

}  // namespace

void copy_to_tiles(const float* W, int inputs, int n, TiledWeights& tiles) {
  tiles.values.resize(static_cast<std::size_t>(inputs) * static_cast<std::size_t>(padded(n)));
  float* to = tiles.values.data();
  for_tiles(n, [&](int first, std::size_t t) {
    const int vectors = tile_widths[t];
    const float* from = W + first;
    for (int input = 0; input < inputs; ++input, from += n) {
      for (int v = 0; v < vectors; ++v, to += lanes) store(to, load(from + v * lanes));
    }
  });
}

void sparse_multiply(const SparsePixels& pixels, std::span<const Index> rows, const TiledWeights& W, int inputs,
                     const float* bias, int n, float* a, std::ptrdiff_t a_stride, SparseColumns* columns) {
  if (columns) columns->values = pixels.values.data();
  const MultiplyArguments arguments{pixels, rows, W.values.data(), inputs, bias, a, a_stride, columns};
  run_tiles<MultiplyTile>(n, arguments);
}

void sparse_add_transposed_product(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                                   float scale, float* out, TiledWeights* tiles) {
  const TransposedArguments arguments{columns, delta, delta_stride, n, scale, out, tiles ? tiles->values.data() : nullptr};
  run_tiles<TransposedTile>(n, arguments);
}

}  // namespace downhill::kernels
