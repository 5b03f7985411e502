#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <downhill/data/dataset.hpp>

#include "kernels/sparse.hpp"

namespace downhill {

/// All samples of the set that was loaded, in the order of the file. One of `pixels` and `inputs` is empty; `values` is what
/// standardised inputs were made of.
struct Dataset::Store {
  std::vector<std::uint8_t> pixels;
  std::vector<float> inputs;
  std::vector<double> values;
  std::vector<Label> labels;
  std::size_t input_size;
  int classes;
  int scale;
  std::vector<Label> class_labels;
  std::vector<InputScale> input_scales;
  std::optional<kernels::SparsePixels> sparse;
};

/// The pixels that are not 0, built once with the store. Null for data that are not pixels or where at least half of the pixels
/// are not 0.
inline const kernels::SparsePixels* sparse_pixels_of(const Dataset& data) {
  return data.store().sparse ? &*data.store().sparse : nullptr;
}

}  // namespace downhill
