#pragma once

#include <cstdint>
#include <cstring>

// Four floats at a time: one SSE register natively, one SIMD register in WebAssembly, from the same source.

namespace downhill::kernels {

using Float4 = float __attribute__((vector_size(16)));
using Int4 = std::int32_t __attribute__((vector_size(16)));

constexpr int lanes = 4;

/// How many floats hold `count` of them in whole Float4s.
constexpr int padded(int count) { return (count + lanes - 1) / lanes * lanes; }

inline Float4 load(const float* from) {
  Float4 value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

inline void store(float* to, Float4 value) { std::memcpy(to, &value, sizeof value); }

/// Stores the first `count` lanes, 1 … 4.
inline void store_first(float* to, Float4 value, int count) {
  if (count == lanes) {
    store(to, value);
    return;
  }
  for (int lane = 0; lane < count; ++lane) to[lane] = value[lane];
}

inline Float4 splat(float value) { return Float4{value, value, value, value}; }

// Written with < so that clang finds the one instruction of WebAssembly (pmax, pmin).
inline Float4 larger(Float4 a, Float4 b) { return b < a ? a : b; }
inline Float4 smaller(Float4 a, Float4 b) { return a < b ? a : b; }

inline float sum(Float4 value) { return (value[0] + value[1]) + (value[2] + value[3]); }

/// eˣ to 2 units in the last place; x is held within ±87.3, so the result is neither 0 nor infinite.
/// Range reduction by log 2 in two parts and the polynomial of Cephes' expf (Moshier 1989).
inline Float4 exp(Float4 x) {
  x = larger(smaller(x, splat(87.3f)), splat(-87.3f));
  const Float4 rounding = splat(12582912.f);  // 1.5·2²³: adding it rounds to a whole number
  const Float4 rounded = x * splat(1.44269504f) + rounding;
  const Float4 n = rounded - rounding;
  const Float4 r = (x - n * splat(0.693359375f)) + n * splat(2.12194440e-4f);
  Float4 p = splat(1.9875691500e-4f);
  p = p * r + splat(1.3981999507e-3f);
  p = p * r + splat(8.3334519073e-3f);
  p = p * r + splat(4.1665795894e-2f);
  p = p * r + splat(1.6666665459e-1f);
  p = p * r + splat(5.0000001201e-1f);
  p = p * (r * r) + r + splat(1.f);
  // The last bits of `rounded` are n; the shift drops all others.
  Int4 bits;
  std::memcpy(&bits, &rounded, sizeof bits);
  bits = (bits + 127) << 23;
  Float4 scale;
  std::memcpy(&scale, &bits, sizeof scale);
  return p * scale;
}

inline Float4 sigmoid(Float4 a) { return splat(1.f) / (splat(1.f) + exp(-a)); }

/// tanh: by the polynomial of Cephes' tanhf near 0, where 1 − 2/(e²ᵃ + 1) would cancel.
inline Float4 tanh(Float4 a) {
  const Float4 s = a * a;
  Float4 p = splat(-5.70498872745e-3f);
  p = p * s + splat(2.06390887954e-2f);
  p = p * s + splat(-5.37397155531e-2f);
  p = p * s + splat(1.33314422036e-1f);
  p = p * s + splat(-3.33332819422e-1f);
  const Float4 near = a + a * (s * p);
  const Float4 far = splat(1.f) - splat(2.f) / (exp(a + a) + splat(1.f));
  return s < splat(0.390625f) ? near : far;
}

}  // namespace downhill::kernels
