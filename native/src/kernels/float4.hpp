#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>

// Four floats at a time: one SSE register natively, one SIMD register in WebAssembly, from the same source.

namespace downhill::kernels {

using Float4 = float __attribute__((vector_size(16)));
using Int4 = std::int32_t __attribute__((vector_size(16)));

constexpr int lanes = 4;

/// How many floats hold `count` of them in whole Float4s.
constexpr int padded(int count) { return (count + lanes - 1) / lanes * lanes; }

/// rows · stride. Throws std::bad_alloc where no memory can hold so many floats: with 32 bits the product would wrap.
inline std::size_t buffer_size(std::size_t rows, int stride) {
  constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::ptrdiff_t>::max()) / sizeof(float) - lanes;
  if (rows > most / static_cast<std::size_t>(stride)) throw std::bad_alloc();
  return rows * static_cast<std::size_t>(stride);
}

inline Float4 load(const float* from) {
  Float4 value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

inline void store(float* to, Float4 value) { std::memcpy(to, &value, sizeof value); }

/// The first `count` floats, 1 … 4; the other lanes are 0.
inline Float4 load_first(const float* from, int count) {
  if (count == lanes) return load(from);
  return Float4{from[0], count > 1 ? from[1] : 0, count > 2 ? from[2] : 0, 0};
}

/// Stores the first `count` lanes, 1 … 4. Lanes named by constants stay in the register.
[[gnu::always_inline]] inline void store_first(float* to, Float4 value, int count) {
  if (count == lanes) {
    store(to, value);
    return;
  }
  to[0] = value[0];
  if (count > 1) to[1] = value[1];
  if (count > 2) to[2] = value[2];
}

/// The value at `from` in all lanes. Through Int4, for which clang finds the one instruction of WebAssembly (load32_splat).
inline Float4 load_splat(const float* from) {
  std::int32_t bits;
  std::memcpy(&bits, from, sizeof bits);
  const Int4 all = {bits, bits, bits, bits};
  Float4 value;
  std::memcpy(&value, &all, sizeof value);
  return value;
}

constexpr Float4 splat(float value) { return Float4{value, value, value, value}; }

// Written with < so that clang finds the one instruction (maxps, minps; in WebAssembly pmax, pmin). Where either is NaN the
// result is b, so what may be NaN must be the second operand.
inline Float4 larger(Float4 a, Float4 b) { return b < a ? a : b; }
inline Float4 smaller(Float4 a, Float4 b) { return a < b ? a : b; }

/// The largest of four numbers. With a NaN among them it is unspecified.
inline float largest(Float4 value) {
  const float a = value[0] < value[1] ? value[1] : value[0];
  const float b = value[2] < value[3] ? value[3] : value[2];
  return a < b ? b : a;
}

inline float sum(Float4 value) { return (value[0] + value[1]) + (value[2] + value[3]); }

/// What exp computes with. In memory and not in the code: V8 puts a constant vector together with three instructions each time
/// that it is needed.
struct ExpConstants {
  // Beyond these the scale below is infinite or 0, and so is eˣ but for numbers below the smallest normal one.
  Float4 highest = splat(88.7f);
  Float4 lowest = splat(-88.f);
  Float4 log2_e = splat(1.44269504f);
  Float4 rounding = splat(12583039.f);  // 1.5·2²³ + 127: adding it rounds to a whole number
  Float4 ln2_high = splat(0.693359375f);
  Float4 ln2_low = splat(2.12194440e-4f);
  Float4 p0 = splat(1.9875691500e-4f);
  Float4 p1 = splat(1.3981999507e-3f);
  Float4 p2 = splat(8.3334519073e-3f);
  Float4 p3 = splat(4.1665795894e-2f);
  Float4 p4 = splat(1.6666665459e-1f);
  Float4 p5 = splat(5.0000001201e-1f);
  Float4 one = splat(1);
};
extern const ExpConstants exp_constants;

/// eˣ to 2 units in the last place from −87.3 to 88.3; 0 from −87.7 down and infinite from 88.4 up; NaN for NaN.
/// Range reduction by log 2 in two parts and the polynomial of Cephes' expf (Moshier 1989), summed in pairs (Estrin 1960): a
/// shorter wait than term by term.
[[gnu::always_inline]] inline Float4 exp(Float4 x) {
  const ExpConstants& c = exp_constants;
  x = larger(c.lowest, smaller(c.highest, x));
  const Float4 rounded = x * c.log2_e + c.rounding;
  const Float4 n = rounded - c.rounding;
  const Float4 r = (x - n * c.ln2_high) + n * c.ln2_low;
  const Float4 r2 = r * r;
  const Float4 p = (c.p4 * r + c.p5) + r2 * ((c.p2 * r + c.p3) + r2 * (c.p0 * r + c.p1));
  // The last bits of `rounded` are n + 127; the shift drops all others.
  Int4 bits;
  std::memcpy(&bits, &rounded, sizeof bits);
  bits <<= 23;
  Float4 scale;
  std::memcpy(&scale, &bits, sizeof scale);
  return (p * r2 + (r + c.one)) * scale;
}

[[gnu::always_inline]] inline Float4 sigmoid(Float4 a) { return exp_constants.one / (exp_constants.one + exp(-a)); }

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
