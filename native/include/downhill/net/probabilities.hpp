#pragma once

#include <cstddef>
#include <span>
#include <vector>

// Probabilities that a reader sets by hand (chapter 4.2).

namespace downhill {

/// Returns y with y[index] = value and the others scaled by a common factor so that all sum to 1; if the others are all 0, they
/// share the rest equally. A single probability is always 1.
/// Throws RangeError for an empty y, an index past the end, a value outside [0, 1] or a probability that is negative or not
/// finite.
std::vector<double> set_probability(std::span<const double> y, std::size_t index, double value);

}  // namespace downhill
