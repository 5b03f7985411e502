#pragma once

#include <span>
#include <vector>

// Smooths a noisy loss curve.

namespace downhill {

/// Entry i is the mean of the last `window` values up to values[i], fewer at the beginning. Values that are not finite are left
/// out; the mean of none is NaN. Sums are computed in float64.
/// Throws RangeError for a window below 1.
std::vector<float> moving_average(std::span<const float> values, int window);

}  // namespace downhill
