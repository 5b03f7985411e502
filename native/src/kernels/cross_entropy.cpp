#include <cmath>

#include <downhill/loss/loss.hpp>

#include "cross_entropy.hpp"
#include "float4.hpp"

namespace downhill::kernels {

double cross_entropy(const float* y, int stride, std::span<const Label> labels) {
  double total = 0;
  for (const Label label : labels) {
    total -= std::log(y[label] + cross_entropy_delta);
    y += stride;
  }
  return total / static_cast<double>(labels.size());
}

void softmax_cross_entropy_gradient(const float* y, int stride, std::span<const Label> labels, float* delta) {
  const auto small = static_cast<float>(cross_entropy_delta);
  for (const Label label : labels) {
    const float right = y[label];
    const Float4 factor = splat(right / (right + small) / static_cast<float>(labels.size()));
    for (int k = 0; k < stride; k += lanes) store(delta + k, load(y + k) * factor);
    delta[label] = (right - 1) * factor[0];
    y += stride;
    delta += stride;
  }
}

}  // namespace downhill::kernels
