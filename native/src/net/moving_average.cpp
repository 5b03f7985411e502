#include <cmath>
#include <cstddef>
#include <limits>

#include <downhill/net/moving_average.hpp>
#include <downhill/support/error.hpp>

namespace downhill {
namespace {

/// A sum of the values that are finite.
struct Sum {
  double sum = 0;
  std::size_t count = 0;

  Sum& operator+=(float value) {
    if (!std::isfinite(value)) return *this;
    sum += value;
    ++count;
    return *this;
  }
  Sum& operator+=(const Sum& other) {
    sum += other.sum;
    count += other.count;
    return *this;
  }
  float mean() const {
    return count > 0 ? static_cast<float>(sum / static_cast<double>(count)) : std::numeric_limits<float>::quiet_NaN();
  }
};

/// The sum of each value and all after it.
std::vector<Sum> sums_from_the_end(std::span<const float> values) {
  std::vector<Sum> sums(values.size());
  Sum sum;
  for (std::size_t i = values.size(); i-- > 0;) sums[i] = sum += values[i];
  return sums;
}

}  // namespace

std::vector<float> moving_average(std::span<const float> values, int window) {
  require(window >= 1, "window", window, "a whole number from 1");
  const auto width = static_cast<std::size_t>(window);
  std::vector<float> averages;
  averages.reserve(values.size());
  // A window is the end of one block of `window` places and the beginning of the next. Nothing is ever taken away from a sum,
  // for a value that has swallowed the others would leave nothing of them.
  std::vector<Sum> ends;
  Sum beginning;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t place = i % width;
    if (place == 0 && i > 0) {
      ends = sums_from_the_end(values.subspan(i - width, width));
      beginning = {};
    }
    beginning += values[i];
    Sum window_sum = beginning;
    if (place + 1 < ends.size()) window_sum += ends[place + 1];
    averages.push_back(window_sum.mean());
  }
  return averages;
}

}  // namespace downhill
