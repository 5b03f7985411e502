#pragma once

#include <span>
#include <vector>

// A noisy curve of losses made readable.

namespace downhill {

/// At each place the mean of the values of the last `window` places up to it; at the beginning, of as many as there are. Values
/// that are not finite are left out; where a window has no others, the average is NaN. The sums are taken in float64.
/// Throws RangeError for a window below 1.
std::vector<float> moving_average(std::span<const float> values, int window);

}  // namespace downhill
