#include <cmath>
#include <string>

#include <downhill/net/probabilities.hpp>
#include <downhill/support/error.hpp>

namespace downhill {

std::vector<double> set_probability(std::span<const double> y, std::size_t index, double value) {
  require(!y.empty(), "the length of y", y.size(), "a whole number from 1");
  require(index < y.size(), "index", index, {"a whole number from 0 to ", y.size() - 1});
  require(value >= 0 && value <= 1, "value", value, "a number from 0 to 1");
  double others = 0;
  for (std::size_t k = 0; k < y.size(); ++k) {
    require(std::isfinite(y[k]) && y[k] >= 0, {"y[", k, "]"}, y[k], "a finite number from 0");
    if (k != index) others += y[k];
  }
  if (y.size() == 1) return {1};
  std::vector<double> changed;
  const double equal_share = (1 - value) / static_cast<double>(y.size() - 1);
  for (const double each : y) changed.push_back(others > 0 ? each / others * (1 - value) : equal_share);
  changed[index] = value;
  return changed;
}

}  // namespace downhill
