#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <downhill/data/dataset.hpp>

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

struct IdxOptions {
  /// The labels that are told apart: class k is the k-th of them, and is called so (Dataset::class_labels). EMNIST's letters
  /// have the labels 1 … 26, a set of threes and eights has 3 and 8. Without them a label is its class, 0 … largest label.
  std::vector<Label> classes;
  /// The pixel that is an input of 1. 0: what the set's largest pixel stands for, by full_scale.
  int scale = 0;
  /// Rows become columns: EMNIST's images lie on their side, mirrored.
  bool transpose = false;
};

/// Images (rank 3: count × rows × columns) and labels (rank 1) as a data set of `count` samples.
/// Throws FormatError if the counts differ, RangeError for classes that are named twice or that lack a label of the file, and
/// for a scale outside 0 … 255.
Dataset dataset_from_idx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
                         const IdxOptions& options = {});

}  // namespace downhill
