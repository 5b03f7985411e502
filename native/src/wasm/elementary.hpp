#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

// exp, log and pow in float64 without tables, each to within an ulp or so. The C library's own hold 10 KB of tables, which do
// not compress: a twelfth of what every reader downloads. Only WebAssembly takes these.

namespace downhill::elementary {

// ln 2 in two parts; the first has so many zero bits at its end that a whole number below 2^20 times it is exact.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;

/// high + low, where low is below the rounding of high.
struct Sum {
  double high;
  double low;
};

/// Exact (Dekker 1971), for |a| >= |b|.
inline Sum sum(double a, double b) {
  const double high = a + b;
  return {high, b - (high - a)};
}

/// Exact (Dekker 1971), for factors below 2^990.
inline Sum product(double a, double b) {
  constexpr double splitter = 134217729;  // 2^27 + 1
  const double a_scaled = splitter * a, b_scaled = splitter * b;
  const double a_high = a_scaled - (a_scaled - a), b_high = b_scaled - (b_scaled - b);
  const double a_low = a - a_high, b_low = b - b_high;
  const double high = a * b;
  return {high, ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

inline Sum operator*(Sum a, Sum b) {
  const Sum exact = product(a.high, b.high);
  return sum(exact.high, exact.low + (a.high * b.low + a.low * b.high));
}

/// e^(high + low). With x = k·ln 2 + r, e^x = 2^k·e^r, and e^r is its Taylor polynomial.
inline double exp(Sum x) {
  if (std::isnan(x.high)) return x.high;
  if (x.high > 709.79) return HUGE_VAL;
  if (x.high < -745.14) return 0;
  const double k = std::nearbyint(x.high * 1.44269504088896340736);
  const double exact = x.high - k * ln2_high;
  const double r = exact - k * ln2_low;
  const double rest = (exact - r) - k * ln2_low + x.low;
  double series = 0;
  // From r^13 / 13! down to r^2 / 2!, as 1/2·(1 + r/3·(1 + r/4·(…))).
  for (int n = 13; n > 2; --n) series = (1 + series) * r / n;
  const double curved = 0.5 * r * r * (1 + series);
  return std::ldexp(1 + (r + (curved + rest * (1 + r + curved))), static_cast<int>(k));
}

inline double exp(double x) { return exp(Sum{x, 0}); }

/// x = 2^k·(1 + f) with 1 + f from √½ to √2.
struct Parts {
  double k;
  double f;
};

inline Parts parts_of(double x) {
  int k = 0;
  double m = std::frexp(x, &k);
  if (m < 0.70710678118654752440) {
    m *= 2;
    --k;
  }
  return {static_cast<double>(k), m - 1};
}

/// Σ 2/(2n + 1)·zⁿ for n from `first`, divided by z^first: of the series log((1 + s)/(1 − s)) = s·Σ 2/(2n + 1)·s²ⁿ.
inline double logarithm_series(double z, int first) {
  double series = 0;
  for (int n = 12; n >= first; --n) series = series * z + 2.0 / (2 * n + 1);
  return series;
}

/// −∞ at 0, nan below.
inline double log(double x) {
  if (std::isnan(x) || x == HUGE_VAL) return x;
  if (x == 0) return -HUGE_VAL;
  if (x < 0) return std::numeric_limits<double>::quiet_NaN();
  const auto [k, f] = parts_of(x);
  const double s = f / (2 + f);
  const double z = s * s;
  const double half_square = 0.5 * f * f;
  // f − f²/2 is exact enough to be added last.
  return k * ln2_high - ((half_square - (s * (half_square + z * logarithm_series(z, 1)) + k * ln2_low)) - f);
}

/// log of a finite x above 0, to twice the precision.
inline Sum precise_log(double x) {
  const auto [k, f] = parts_of(x);
  const Sum below = sum(2, f);
  const double s_high = f / below.high;
  const Sum back = product(s_high, below.high);
  const Sum s{s_high, ((f - back.high) - back.low - s_high * below.low) / below.high};
  const Sum z = s * s;
  const Sum third = z * s * Sum{2.0 / 3, 2.0 / 3 * 0x1p-54};
  const double rest = s.high * z.high * z.high * logarithm_series(z.high, 2);
  const Sum linear{2 * s.high, 2 * s.low};
  const Sum first = sum(linear.high, third.high);
  const Sum logarithm = sum(first.high, first.low + (linear.low + third.low + rest));
  if (k == 0) return logarithm;
  const Sum whole = sum(k * ln2_high, logarithm.high);
  return sum(whole.high, whole.low + (logarithm.low + k * ln2_low));
}

inline bool is_whole(double y) { return std::floor(y) == y; }
inline bool is_odd(double y) { return is_whole(y) && std::abs(y) < 0x1p53 && std::floor(y / 2) * 2 != y; }

/// With the special cases of C (Annex F): anything to the power 0 is 1, and 1 to any power.
inline double pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (std::isnan(x) || std::isnan(y)) return std::numeric_limits<double>::quiet_NaN();
  const double size = std::abs(x);
  if (std::isinf(y)) return size == 1 ? 1 : (size > 1) == (y > 0) ? HUGE_VAL : 0;
  const bool negative = std::signbit(x) && is_odd(y);
  if (size == 0 || std::isinf(size)) {
    const double limit = (size == 0) == (y < 0) ? HUGE_VAL : 0.0;
    return negative ? -limit : limit;
  }
  if (x < 0 && !is_whole(y)) return std::numeric_limits<double>::quiet_NaN();
  double power = 1;
  if (size != 1) {
    const Sum logarithm = precise_log(size);
    // Beyond this every power is 0 or infinite; and the product below would not be exact.
    power = std::abs(y) > 0x1p64 ? ((logarithm.high > 0) == (y > 0) ? HUGE_VAL : 0) : exp(Sum{y, 0} * logarithm);
  }
  return negative ? -power : power;
}

/// 64 zero bits, then those of 2/π behind the point.
constexpr std::uint64_t two_over_pi[] = {
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
    0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
    0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea,
    0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
};

/// 64 bits of 2/π from bit `first` on: 0 is the first behind the point, and before it there are zeros.
inline std::uint64_t bits_of_two_over_pi(int first) {
  const int at = (first + 64) / 64;
  const int shift = (first + 64) % 64;
  return shift == 0 ? two_over_pi[at] : two_over_pi[at] << shift | two_over_pi[at + 1] >> (64 - shift);
}

/// The n of x = n·π/2 + rest[0] + rest[1] with |rest| <= π/4, modulo 4. Right for every finite x (Payne and Hanek 1983): |x| is
/// a whole number times 2^e, and only the bits of 2/π take part that are not multiples of 4 when multiplied by it. nan where x
/// is not finite.
inline int quarter_turns(double x, double* rest) {
  if (!std::isfinite(x)) {
    rest[0] = rest[1] = x - x;
    return 0;
  }
  __extension__ using Wide = unsigned __int128;
  int exponent = 0;
  const auto whole = static_cast<std::uint64_t>(std::ldexp(std::frexp(std::abs(x), &exponent), 53));
  const int first = exponent - 53 - 2;
  // whole·2/π modulo 4 in units of 2^-190, the low word first; the lowest one only carries.
  const Wide low = Wide{whole} * bits_of_two_over_pi(first + 128);
  const Wide middle = Wide{whole} * bits_of_two_over_pi(first + 64) + static_cast<std::uint64_t>(low >> 64);
  const std::uint64_t high = whole * bits_of_two_over_pi(first) + static_cast<std::uint64_t>(middle >> 64);
  Wide fraction = (Wide{high} << 64 | static_cast<std::uint64_t>(middle)) << 2 | static_cast<std::uint64_t>(low) >> 62;
  int quarters = static_cast<int>(high >> 62);
  const bool above_half = fraction >> 127 != 0;
  if (above_half) {
    fraction = -fraction;
    ++quarters;
  }
  const Sum part = sum(std::ldexp(static_cast<double>(static_cast<std::uint64_t>(fraction >> 75)), -53),
                       std::ldexp(static_cast<double>(static_cast<std::uint64_t>(fraction >> 11)), -117));
  const Sum angle = part * Sum{1.57079632679489655800e+00, 6.12323399573676603587e-17};
  const double sign = above_half != std::signbit(x) ? -1 : 1;
  rest[0] = sign * angle.high;
  rest[1] = sign * angle.low;
  return (std::signbit(x) ? -quarters : quarters) & 3;
}

}  // namespace downhill::elementary
