#include <algorithm>
#include <array>
#include <utility>

#include "float4.hpp"
#include "sparse.hpp"

namespace downhill::kernels {
namespace {

// 13 accumulators hold the chapter's 50 hidden units in one go and leave 3 of 16 registers for the operands.
constexpr int tile_vectors = 13;

/// Calls Tile<width>::run(first, arguments) for tiles that cover `vectors` Float4s from `first` on (counted in floats); returns
/// where they end.
template <template <int> class Tile, class Arguments>
int for_tiles(int first, int vectors, const Arguments& arguments) {
  static constexpr auto table = []<int... Widths>(std::integer_sequence<int, Widths...>) {
    return std::array{&Tile<Widths + 1>::run...};
  }
  (std::make_integer_sequence<int, tile_vectors>{});
  for (int v = 0; v < vectors;) {
    const int width = std::min(tile_vectors, vectors - v);
    table[static_cast<std::size_t>(width - 1)](first + v * lanes, arguments);
    v += width;
  }
  return first + vectors * lanes;
}

constexpr std::array<float, 256> byte_values = [] {
  std::array<float, 256> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i) / 255.f;
  return values;
}();

struct MultiplyArguments {
  const SparsePixels& pixels;
  std::span<const Index> rows;
  const float* W;
  const float* bias;
  int n;
  float* a;
  std::ptrdiff_t a_stride;
  SparseColumns* columns;
};

template <int Vectors, bool Collect>
void multiply_tile(int first, const MultiplyArguments& args) {
  const float* W = args.W + first;
  const std::ptrdiff_t n = args.n;
  // Through pointers that are not reloaded after each store of an entry.
  const std::uint16_t* columns = args.pixels.columns.data();
  const std::uint8_t* values = args.pixels.values.data();
  std::uint32_t* ends = Collect ? args.columns->ends.data() : nullptr;
  std::uint16_t* entries = Collect ? args.columns->entries.data() : nullptr;
  for (std::size_t s = 0; s < args.rows.size(); ++s) {
    Float4 accumulator[Vectors];
    for (int v = 0; v < Vectors; ++v) accumulator[v] = load(args.bias + first + v * lanes);
    const std::uint32_t end = args.pixels.offsets[args.rows[s] + 1];
    for (std::uint32_t entry = args.pixels.offsets[args.rows[s]]; entry < end; ++entry) {
      const std::size_t column = columns[entry];
      const std::uint8_t value = values[entry];
      if constexpr (Collect) entries[ends[column]++] = static_cast<std::uint16_t>(s << 8 | value);
      const Float4 x = splat(byte_values[value]);
      const float* row = W + static_cast<std::ptrdiff_t>(column) * n;
      for (int v = 0; v < Vectors; ++v) accumulator[v] += x * load(row + v * lanes);
    }
    float* a = args.a + static_cast<std::ptrdiff_t>(s) * args.a_stride + first;
    for (int v = 0; v < Vectors; ++v) store(a + v * lanes, accumulator[v]);
  }
}

template <int Vectors>
struct MultiplyTile {
  static void run(int first, const MultiplyArguments& args) { multiply_tile<Vectors, false>(first, args); }
};

template <int Vectors>
struct CollectTile {
  static void run(int first, const MultiplyArguments& args) { multiply_tile<Vectors, true>(first, args); }
};

struct TransposedArguments {
  const SparseColumns& columns;
  const float* delta;
  std::ptrdiff_t delta_stride;
  int n;
  float learning_rate;
  float* out;
};

/// For each input that is used: its row of `out` becomes combine(row, Σₛ x(s)·δ(s)).
template <int Vectors, class Combine>
inline void for_used_rows(int first, const TransposedArguments& args, Combine&& combine) {
  const int last = std::min(lanes, args.n - first - (Vectors - 1) * lanes);
  const std::uint16_t* entries = args.columns.entries.data();
  const std::uint32_t stride = args.columns.stride;
  for (std::size_t input = 0; input < args.columns.ends.size(); ++input, entries += stride) {
    const std::uint32_t count = args.columns.ends[input] - static_cast<std::uint32_t>(input) * stride;
    if (count == 0) continue;
    Float4 sums[Vectors];
    for (int v = 0; v < Vectors; ++v) sums[v] = splat(0);
    for (std::uint32_t entry = 0; entry < count; ++entry) {
      const Float4 x = splat(byte_values[entries[entry] & 255]);
      const float* delta = args.delta + (entries[entry] >> 8) * args.delta_stride + first;
      for (int v = 0; v < Vectors; ++v) sums[v] += x * load(delta + v * lanes);
    }
    float* row = args.out + static_cast<std::ptrdiff_t>(input) * args.n + first;
    for (int v = 0; v < Vectors - 1; ++v) store(row + v * lanes, combine(load(row + v * lanes), sums[v]));
    float* end = row + (Vectors - 1) * lanes;
    store_first(end, combine(load(end), sums[Vectors - 1]), last);
  }
}

template <int Vectors>
struct GradientTile {
  static void run(int first, const TransposedArguments& args) {
    for_used_rows<Vectors>(first, args, [](Float4 gradient, Float4 sum) { return gradient + sum; });
  }
};

template <int Vectors>
struct UpdateTile {
  static void run(int first, const TransposedArguments& args) {
    const Float4 rate = splat(args.learning_rate);
    for_used_rows<Vectors>(first, args, [rate](Float4 W, Float4 sum) { return W - rate * sum; });
  }
};

}  // namespace

SparsePixels sparse_pixels(std::span<const std::uint8_t> pixels, std::size_t row_length) {
  SparsePixels sparse;
  const auto used = static_cast<std::size_t>(pixels.size() - std::count(pixels.begin(), pixels.end(), 0));
  sparse.columns.reserve(used);
  sparse.values.reserve(used);
  sparse.offsets.reserve(pixels.size() / row_length + 1);
  sparse.offsets.push_back(0);
  for (std::size_t row = 0; row < pixels.size(); row += row_length) {
    for (std::size_t column = 0; column < row_length; ++column) {
      if (pixels[row + column] == 0) continue;
      sparse.columns.push_back(static_cast<std::uint16_t>(column));
      sparse.values.push_back(pixels[row + column]);
    }
    sparse.offsets.push_back(static_cast<std::uint32_t>(sparse.values.size()));
  }
  return sparse;
}

void clear(SparseColumns& columns, std::size_t rows, int input_size) {
  const auto inputs = static_cast<std::size_t>(input_size);
  // The 4 keep the inputs' beginnings from falling into the same few sets of the cache where `rows` is a power of two.
  columns.stride = static_cast<std::uint32_t>(rows + 4);
  columns.ends.resize(inputs);
  for (std::size_t i = 0; i < inputs; ++i) columns.ends[i] = static_cast<std::uint32_t>(i) * columns.stride;
  if (columns.entries.size() < inputs * columns.stride) columns.entries.resize(inputs * columns.stride);
}

void collect(const SparsePixels& pixels, std::span<const Index> rows, int input_size, SparseColumns& columns) {
  clear(columns, rows.size(), input_size);
  for (std::size_t s = 0; s < rows.size(); ++s) {
    for (std::uint32_t entry = pixels.offsets[rows[s]]; entry < pixels.offsets[rows[s] + 1]; ++entry) {
      columns.entries[columns.ends[pixels.columns[entry]]++] = static_cast<std::uint16_t>(s << 8 | pixels.values[entry]);
    }
  }
}

std::uint32_t touch(const SparsePixels& pixels, std::span<const Index> rows) {
  constexpr std::size_t together = 64;
  std::array<std::uint32_t, together> begins{};
  std::array<std::uint32_t, together> ends{};
  std::uint32_t total = 0;
  for (std::size_t first = 0; first < rows.size(); first += together) {
    const std::size_t count = std::min(together, rows.size() - first);
    // All offsets first: a loop that waits for its own end holds up the reads behind it.
    for (std::size_t s = 0; s < count; ++s) {
      begins[s] = pixels.offsets[rows[first + s]];
      ends[s] = pixels.offsets[rows[first + s] + 1];
    }
    for (std::size_t s = 0; s < count; ++s) {
      // One read in each 64-byte line of the columns brings most of the values too.
      for (std::uint32_t entry = begins[s]; entry < ends[s]; entry += 32) {
        total += pixels.columns[entry] + pixels.values[entry];
      }
    }
  }
  return total;
}

void sparse_multiply(const SparsePixels& pixels, std::span<const Index> rows, const float* W, const float* bias, int n,
                     float* a, std::ptrdiff_t a_stride, SparseColumns* columns) {
  const MultiplyArguments arguments{pixels, rows, W, bias, n, a, a_stride, columns};
  const int vectors = padded(n) / lanes;
  // Entries are collected once, by the first tile.
  const int collecting = columns ? std::min(vectors, tile_vectors) : 0;
  const int first = for_tiles<CollectTile>(0, collecting, arguments);
  for_tiles<MultiplyTile>(first, vectors - collecting, arguments);
}

void sparse_add_transposed_product(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                                   float* gradient) {
  for_tiles<GradientTile>(0, padded(n) / lanes, TransposedArguments{columns, delta, delta_stride, n, 0, gradient});
}

void sparse_sgd_update(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                       float learning_rate, float* W) {
  for_tiles<UpdateTile>(0, padded(n) / lanes, TransposedArguments{columns, delta, delta_stride, n, learning_rate, W});
}

}  // namespace downhill::kernels
