#include <cmath>
#include <cstddef>
#include <limits>

#include <downhill/error.hpp>
#include <downhill/moving_average.hpp>

namespace downhill {

std::vector<float> moving_average(std::span<const float> values, int window) {
  require(window >= 1, "window", window, "a whole number from 1");
  const auto width = static_cast<std::size_t>(window);
  std::vector<float> averages;
  averages.reserve(values.size());
  // Kept by adding and taking away: in float64 the rounding of a million steps is far below a float's.
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isfinite(values[i])) {
      sum += values[i];
      ++count;
    }
    if (i >= width && std::isfinite(values[i - width])) {
      sum -= values[i - width];
      --count;
    }
    averages.push_back(count > 0 ? static_cast<float>(sum / static_cast<double>(count))
                                 : std::numeric_limits<float>::quiet_NaN());
  }
  return averages;
}

}  // namespace downhill
