#pragma once

#include <array>
#include <span>
#include <vector>

#include <downhill/support/types.hpp>

// Histograms.

namespace downhill {

struct Histogram {
  std::vector<double> edges;  // bins + 1, evenly spaced
  std::vector<Index> counts;  // of bin i: edges[i] ≤ value < edges[i + 1], the last bin with its upper edge
  Index below = 0;            // values outside the range
  Index above = 0;
};

/// Throws RangeError for a value that is NaN, more than 2³² − 1 values, a range whose ends are not finite and in order (lo <
/// hi) or bins outside 1 … 100,000.
Histogram histogram(std::span<const double> values, std::array<double, 2> range, int bins);

}  // namespace downhill
