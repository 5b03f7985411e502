#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <downhill/data/dataset.hpp>

// The IDX format of MNIST (LeCun, Cortes, Burges): big-endian, two zero bytes, a type, a rank, the sizes, the data.

namespace downhill {

/// An IDX file of unsigned bytes. `values` is a view of the bytes that were read.
struct IdxArray {
  std::vector<std::uint32_t> shape;
  std::span<const std::uint8_t> values;
};

/// Reads the header of `bytes`; `name` ("images", "labels") starts each message. Throws FormatError, saying what was expected
/// and what was found, for a wrong magic number, a type other than unsigned byte, a rank other than `rank`, a size of 0, sizes
/// whose product overflows, and too few or too many data. The message for a file that is still gzipped says so.
IdxArray read_idx(std::span<const std::uint8_t> bytes, int rank, const char* name);

struct IdxOptions {
  /// The labels that occur; class k has the k-th of them (Dataset::class_labels). EMNIST's letters have the labels 1 … 26, a
  /// set of threes and eights has 3 and 8. If empty, each label is its class, 0 … largest label.
  std::vector<Label> classes;
  /// The pixel value that becomes the input 1. 0: full_scale of the images.
  int scale = 0;
  /// Transposes each image: EMNIST stores its images transposed.
  bool transpose = false;
};

/// Images (rank 3: count × rows × columns) and labels (rank 1) as a data set of `count` samples.
/// Throws FormatError if the counts differ, RangeError if `classes` repeats a label or lacks one of the file, and for a scale
/// outside 0 … 255.
Dataset dataset_from_idx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
                         const IdxOptions& options = {});

}  // namespace downhill
