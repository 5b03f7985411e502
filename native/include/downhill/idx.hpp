#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <downhill/dataset.hpp>

// The IDX format of MNIST (LeCun, Cortes, Burges): big-endian, two zero bytes, a type, a rank, the sizes, the data.

namespace downhill {

/// An IDX file of unsigned bytes. `values` looks into the bytes that were read.
struct IdxArray {
  std::vector<std::uint32_t> shape;
  std::span<const std::uint8_t> values;
};

/// Reads the header of `bytes`; `name` ("images", "labels") starts each message. Throws FormatError, with what was
/// expected and what was found, for wrong magic, another type than unsigned byte, another rank than `rank`, a size of 0, sizes
/// whose product overflows, data too short or in surplus; it recognises a file that is still gzipped and says so.
IdxArray read_idx(std::span<const std::uint8_t> bytes, int rank, const char* name);

/// Images (rank 3: count × rows × columns) and labels (rank 1) as a data set of `count` samples, at least 10 classes.
/// Throws FormatError if the counts differ.
Dataset dataset_from_idx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels);

}  // namespace downhill
