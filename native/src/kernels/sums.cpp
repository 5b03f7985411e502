#include <algorithm>
#include <cmath>

#include "float4.hpp"
#include "sums.hpp"

namespace downhill::kernels {

void column_sums(const float* values, int stride, std::size_t rows, int n, float* out) {
  for (int j = 0; j < n; j += lanes) {
    Float4 total = splat(0);
    for (std::size_t row = 0; row < rows; ++row) total += load(values + row * static_cast<std::size_t>(stride) + j);
    store_first(out + j, total, std::min(lanes, n - j));
  }
}

void add_scaled(float* values, float scale, const float* added, std::size_t count) {
  const Float4 factor = splat(scale);
  for (std::size_t i = 0; i < count; i += lanes) store(values + i, load(values + i) + factor * load(added + i));
}

double dot(const float* a, const float* b, std::size_t count) {
  Float4 total = splat(0);
  for (std::size_t i = 0; i < count; i += lanes) total += load(a + i) * load(b + i);
  return sum(total);
}

float largest_magnitude(const float* values, std::size_t count) {
  Float4 most = splat(0);
  Float4 broken = splat(0);  // 0·value: NaN once a value is not finite, and so it stays
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    const Float4 value = load(values + i);
    most = larger(most, larger(value, -value));
    broken += splat(0) * value;
  }
  float largest_of_all = largest(most);
  float any_broken = sum(broken);
  for (; i < count; ++i) {
    largest_of_all = std::max(largest_of_all, std::fabs(values[i]));
    any_broken += 0 * values[i];
  }
  return largest_of_all + any_broken;
}

}  // namespace downhill::kernels
