#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <downhill/loss/histogram.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/grid.hpp>

namespace downhill {

Histogram histogram(std::span<const double> values, std::array<double, 2> range, int bins) {
  require(std::isfinite(range[0]), "range[0]", range[0], "a finite number");
  require(std::isfinite(range[1]) && range[1] > range[0], "range[1]", range[1], "a finite number above range[0]");
  require(bins >= 1 && bins <= 100'000, "bins", bins, "a whole number from 1 to 100000");
  require(values.size() <= std::numeric_limits<Index>::max(), "the number of values", values.size(), "at most 4294967295");
  Histogram histogram;
  histogram.counts.resize(static_cast<std::size_t>(bins));
  for (int i = 0; i <= bins; ++i) histogram.edges.push_back(grid_coordinate(range, bins + 1, i));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    if (std::isnan(value)) throw_range_error({"values[", i, "]"}, value, "a number");
    if (value < range[0]) {
      ++histogram.below;
    } else if (value > range[1]) {
      ++histogram.above;
    } else {
      // The edges themselves decide, so that a value and the edge that was drawn never disagree by rounding.
      const auto edge = std::upper_bound(histogram.edges.begin(), histogram.edges.end(), value);
      const auto bin = std::min<std::ptrdiff_t>(edge - histogram.edges.begin() - 1, bins - 1);
      ++histogram.counts[static_cast<std::size_t>(bin)];
    }
  }
  return histogram;
}

}  // namespace downhill
