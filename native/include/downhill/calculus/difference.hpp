#pragma once

#include <cstddef>
#include <span>
#include <vector>

// How much two arrays differ, such as a gradient computed in two ways.

namespace downhill {

struct Difference {
  std::vector<double> each;  // |aᵢ − bᵢ|
  double largest = 0;
  std::size_t at = 0;  // the first index of the largest
  double mean = 0;
  double relative = 0;  // ‖a − b‖ / (‖a‖ + ‖b‖); 0 where both are 0
};

/// NaN and infinity show in the result: a pair whose difference is NaN counts as infinitely different.
/// Throws TypeError if the lengths differ, RangeError if they are 0.
Difference difference(std::span<const double> a, std::span<const double> b);

}  // namespace downhill
