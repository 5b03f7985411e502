#include <algorithm>
#include <array>
#include <utility>

#include "float4.hpp"
#include "sparse.hpp"

namespace downhill::kernels {
namespace {

// 13 accumulators hold the chapter's 50 hidden units in one go and leave 3 of 16 registers for the operands.
constexpr int tile_vectors = 13;

/// Calls f<vectors>(first) for tiles that cover `vectors` Float4s; `first` counts floats.
template <template <int> class Tile, class... Arguments>
void for_tiles(int vectors, const Arguments&... arguments) {
  static constexpr auto table = []<int... Widths>(std::integer_sequence<int, Widths...>) {
    return std::array{&Tile<Widths + 1>::run...};
  }
  (std::make_integer_sequence<int, tile_vectors>{});
  for (int v = 0; v < vectors;) {
    const int width = std::min(tile_vectors, vectors - v);
    table[static_cast<std::size_t>(width - 1)](v * lanes, arguments...);
    v += width;
  }
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
};

template <int Vectors>
struct MultiplyTile {
  static void run(int first, const MultiplyArguments& args) {
    const float* W = args.W + first;
    const std::ptrdiff_t n = args.n;
    for (std::size_t s = 0; s < args.rows.size(); ++s) {
      Float4 accumulator[Vectors];
      for (int v = 0; v < Vectors; ++v) accumulator[v] = load(args.bias + first + v * lanes);
      const std::uint32_t end = args.pixels.offsets[args.rows[s] + 1];
      for (std::uint32_t entry = args.pixels.offsets[args.rows[s]]; entry < end; ++entry) {
        const Float4 x = splat(byte_values[args.pixels.values[entry]]);
        const float* row = W + args.pixels.columns[entry] * n;
        for (int v = 0; v < Vectors; ++v) accumulator[v] += x * load(row + v * lanes);
      }
      float* a = args.a + static_cast<std::ptrdiff_t>(s) * args.a_stride + first;
      for (int v = 0; v < Vectors; ++v) store(a + v * lanes, accumulator[v]);
    }
  }
};

struct TransposedArguments {
  const SparseColumns& columns;
  const float* delta;
  std::ptrdiff_t delta_stride;
  int n;
  float learning_rate;
  float* out;
};

/// Sums of one input for a tile of hidden units.
template <int Vectors>
inline void column_sums(const TransposedArguments& args, int first, std::size_t used, Float4 (&sums)[Vectors]) {
  for (int v = 0; v < Vectors; ++v) sums[v] = splat(0);
  const std::uint32_t end = args.columns.offsets[used + 1];
  for (std::uint32_t entry = args.columns.offsets[used]; entry < end; ++entry) {
    const Float4 x = splat(args.columns.values[entry]);
    const float* delta = args.delta + args.columns.samples[entry] * args.delta_stride + first;
    for (int v = 0; v < Vectors; ++v) sums[v] += x * load(delta + v * lanes);
  }
}

template <int Vectors, class Combine>
inline void for_used_rows(int first, const TransposedArguments& args, Combine&& combine) {
  const int last = std::min(lanes, args.n - first - (Vectors - 1) * lanes);
  for (std::size_t used = 0; used < args.columns.inputs.size(); ++used) {
    Float4 sums[Vectors];
    column_sums<Vectors>(args, first, used, sums);
    float* row = args.out + static_cast<std::ptrdiff_t>(args.columns.inputs[used]) * args.n + first;
    for (int v = 0; v < Vectors - 1; ++v) store(row + v * lanes, combine(row + v * lanes, sums[v]));
    float* end = row + (Vectors - 1) * lanes;
    store_first(end, combine(end, sums[Vectors - 1]), last);
  }
}

template <int Vectors>
struct GradientTile {
  static void run(int first, const TransposedArguments& args) {
    for_used_rows<Vectors>(first, args, [](const float*, Float4 sum) { return sum; });
  }
};

template <int Vectors>
struct UpdateTile {
  static void run(int first, const TransposedArguments& args) {
    const Float4 rate = splat(args.learning_rate);
    for_used_rows<Vectors>(first, args, [rate](const float* W, Float4 sum) { return load(W) - rate * sum; });
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

void transpose(const SparsePixels& pixels, std::span<const Index> rows, int input_size, SparseColumns& columns) {
  columns.counts.assign(static_cast<std::size_t>(input_size), 0);
  for (const Index row : rows) {
    for (std::uint32_t entry = pixels.offsets[row]; entry < pixels.offsets[row + 1]; ++entry)
      ++columns.counts[pixels.columns[entry]];
  }
  columns.inputs.clear();
  columns.offsets.clear();
  std::uint32_t total = 0;
  for (std::size_t input = 0; input < columns.counts.size(); ++input) {
    const std::uint32_t count = columns.counts[input];
    if (count == 0) continue;
    columns.inputs.push_back(static_cast<std::uint16_t>(input));
    columns.offsets.push_back(total);
    columns.counts[input] = total;  // from here on: where the next entry goes
    total += count;
  }
  columns.offsets.push_back(total);
  columns.samples.resize(total);
  columns.values.resize(total);
  for (std::size_t s = 0; s < rows.size(); ++s) {
    for (std::uint32_t entry = pixels.offsets[rows[s]]; entry < pixels.offsets[rows[s] + 1]; ++entry) {
      const std::uint32_t at = columns.counts[pixels.columns[entry]]++;
      columns.samples[at] = static_cast<std::uint16_t>(s);
      columns.values[at] = byte_values[pixels.values[entry]];
    }
  }
}

void sparse_multiply(const SparsePixels& pixels, std::span<const Index> rows, const float* W, const float* bias, int n,
                     float* a, std::ptrdiff_t a_stride) {
  for_tiles<MultiplyTile>(padded(n) / lanes, MultiplyArguments{pixels, rows, W, bias, n, a, a_stride});
}

void sparse_transposed_multiply(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                                int input_size, float* gradient) {
  std::fill_n(gradient, static_cast<std::ptrdiff_t>(input_size) * n, 0.f);
  for_tiles<GradientTile>(padded(n) / lanes, TransposedArguments{columns, delta, delta_stride, n, 0, gradient});
}

void sparse_sgd_update(const SparseColumns& columns, const float* delta, std::ptrdiff_t delta_stride, int n,
                       float learning_rate, float* W) {
  for_tiles<UpdateTile>(padded(n) / lanes, TransposedArguments{columns, delta, delta_stride, n, learning_rate, W});
}

}  // namespace downhill::kernels
