#include <algorithm>

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

bool all_finite(const float* values, std::size_t count) {
  // 0·value is ±0 where the value is finite and NaN where it is not. Bits, because `or` waits for one cycle and + for four.
  Int4 broken{};
  const auto look_at = [&broken](Float4 value) {
    const Float4 zero = splat(0) * value;
    Int4 bits;
    std::memcpy(&bits, &zero, sizeof bits);
    broken |= bits;
  };
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) look_at(load(values + i));
  if (i < count) look_at(load_first(values + i, static_cast<int>(count - i)));
  constexpr std::int32_t all_but_the_sign = 0x7fff'ffff;
  return ((broken[0] | broken[1] | broken[2] | broken[3]) & all_but_the_sign) == 0;
}

}  // namespace downhill::kernels
