#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <downhill/error.hpp>
#include <downhill/idx.hpp>

// The images that the benchmarks learn from.

namespace downhill::bench {

inline std::vector<std::uint8_t> read_file(const char* variable) {
  const char* path = std::getenv(variable);
  if (!path) throw FormatError(std::string("set ") + variable + " to an IDX file, not gzipped");
  std::ifstream file(path, std::ios::binary);
  if (!file) throw FormatError(std::string(variable) + ": cannot open " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The images named by the environment variables DOWNHILL_IMAGES and DOWNHILL_LABELS.
inline Dataset images() { return dataset_from_idx(read_file("DOWNHILL_IMAGES"), read_file("DOWNHILL_LABELS")); }

}  // namespace downhill::bench
