#include <algorithm>
#include <array>

#include "sparse.hpp"

// Images as lists of the pixels that are not 0, and mini-batches of them turned round.

namespace downhill::kernels {
namespace {

constexpr std::size_t largest_gap = 255;

/// Calls function(gap, value) for each pair of one image.
template <class Function>
void for_pairs(std::span<const std::uint8_t> image, Function&& function) {
  std::size_t at = 0;
  for (std::size_t pixel = 0; pixel < image.size(); ++pixel) {
    if (image[pixel] == 0) continue;
    for (; pixel - at > largest_gap; at += largest_gap) function(largest_gap, std::uint8_t{0});
    function(pixel - at, image[pixel]);
    at = pixel;
  }
}

}  // namespace

SparsePixels sparse_pixels(std::span<const std::uint8_t> pixels, std::size_t row_length, int scale) {
  SparsePixels sparse;
  for (std::size_t v = 0; v < sparse.values.size(); ++v) sparse.values[v] = static_cast<float>(v) / static_cast<float>(scale);
  sparse.offsets.reserve(pixels.size() / row_length + 1);
  sparse.offsets.push_back(0);
  std::size_t count = 0;
  for (std::size_t row = 0; row < pixels.size(); row += row_length) {
    for_pairs(pixels.subspan(row, row_length), [&](std::size_t, std::uint8_t) { ++count; });
    sparse.offsets.push_back(count);
  }
  sparse.pairs.reserve(count);
  for (std::size_t row = 0; row < pixels.size(); row += row_length) {
    for_pairs(pixels.subspan(row, row_length), [&](std::size_t gap, std::uint8_t value) {
      sparse.pairs.push_back(static_cast<std::uint16_t>(gap << 8 | value));
    });
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
  columns.values = pixels.values.data();
  for (std::size_t s = 0; s < rows.size(); ++s) {
    std::uint32_t* end = columns.ends.data();
    for (const std::uint16_t pair : pixels.image(rows[s])) {
      end += pair >> 8;
      columns.entries[(*end)++] = static_cast<std::uint16_t>(s << 8 | (pair & 255));
    }
  }
}

std::uint32_t touch(const SparsePixels& pixels, std::span<const Index> rows) {
  constexpr std::size_t together = 64;
  constexpr std::size_t line = 32;  // pairs in 64 bytes
  std::array<std::span<const std::uint16_t>, together> images{};
  std::uint32_t total = 0;
  for (std::size_t first = 0; first < rows.size(); first += together) {
    const std::size_t count = std::min(together, rows.size() - first);
    // All offsets first: a loop that waits for its own end holds up the reads behind it.
    for (std::size_t s = 0; s < count; ++s) images[s] = pixels.image(rows[first + s]);
    for (std::size_t s = 0; s < count; ++s) {
      for (std::size_t i = 0; i < images[s].size(); i += line) total += images[s][i];
    }
  }
  return total;
}

}  // namespace downhill::kernels
