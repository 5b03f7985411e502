#include <algorithm>
#include <limits>
#include <numbers>

#include "calculus/scaled.hpp"

namespace downhill {
namespace {

constexpr std::int64_t largest_exponent = std::int64_t{1} << 40;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Whether a is a float64 with all its digits.
bool fits(const Scaled& a) { return a.exponent >= -1021 && a.exponent <= 1024; }

/// f(a) for an f that is like the identity at 0.
template <class Function>
Scaled like_identity(const Scaled& a, Function&& f) {
  return a.exponent < -1000 ? a : Scaled(f(double(a)));
}

/// root(a) for an n-th root.
template <class Root>
Scaled nth_root(const Scaled& a, int n, Root&& root) {
  const auto rest = static_cast<int>((a.exponent % n + n) % n);
  return {root(std::ldexp(a.mantissa, rest)), (a.exponent - rest) / n};
}

/// result(x), where it is so large or small that 2^log2_of_result is not for float64: result(x/2ᵏ) squared k times.
template <class Function>
Scaled by_squaring(double x, double log2_of_result, Function&& result) {
  if (!(std::abs(log2_of_result) < static_cast<double>(largest_exponent))) return log2_of_result > 0 ? infinity : 0;
  int squarings = 0;
  for (; std::abs(log2_of_result) > 1000; log2_of_result /= 2, x /= 2) ++squarings;
  Scaled y = result(x);
  for (; squarings > 0; --squarings) y = y * y;
  return y;
}

}  // namespace

Scaled::Scaled(double factor, std::int64_t power_of_two) : mantissa(factor) {
  if (factor == 0 || !std::isfinite(factor)) return;
  int own = 0;
  mantissa = std::frexp(factor, &own);
  exponent = power_of_two + own;
  if (std::abs(exponent) <= largest_exponent) return;
  mantissa = std::copysign(exponent > 0 ? infinity : 0, factor);
  exponent = 0;
}

Scaled::operator double() const {
  return std::ldexp(mantissa, static_cast<int>(std::clamp<std::int64_t>(exponent, -3000, 3000)));
}

Scaled operator+(const Scaled& a, const Scaled& b) {
  // The exponents of these say nothing.
  if (!std::isfinite(a.mantissa) || !std::isfinite(b.mantissa)) return a.mantissa + b.mantissa;
  if (b.mantissa == 0) return a.mantissa == 0 ? Scaled(a.mantissa + b.mantissa) : a;
  if (a.mantissa == 0) return b;
  if (a.exponent < b.exponent) return b + a;
  const std::int64_t shift = std::min<std::int64_t>(a.exponent - b.exponent, 200);
  return {a.mantissa + std::ldexp(b.mantissa, -static_cast<int>(shift)), a.exponent};
}

Scaled sqrt(const Scaled& a) {
  return nth_root(a, 2, [](double m) { return std::sqrt(m); });
}

Scaled cbrt(const Scaled& a) {
  return nth_root(a, 3, [](double m) { return std::cbrt(m); });
}

Scaled exp(const Scaled& a) {
  const auto x = double(a);
  if (!(std::abs(x) > 700) || std::isinf(x)) return std::exp(x);
  return by_squaring(x, x * std::numbers::log2e, [](double part) { return std::exp(part); });
}

Scaled log(const Scaled& a) {
  if (fits(a)) return std::log(double(a));
  return std::log(a.mantissa) + static_cast<double>(a.exponent) * std::numbers::ln2;
}

Scaled log2(const Scaled& a) {
  if (fits(a)) return std::log2(double(a));
  return std::log2(a.mantissa) + static_cast<double>(a.exponent);
}

Scaled log10(const Scaled& a) {
  if (fits(a)) return std::log10(double(a));
  return std::log10(a.mantissa) + static_cast<double>(a.exponent) * (std::numbers::ln2 / std::numbers::ln10);
}

Scaled pow(const Scaled& a, const Scaled& b) {
  auto exponent = double(b);
  const double plain = std::pow(double(a), exponent);
  const bool ordinary = std::abs(plain) >= std::numeric_limits<double>::min() && std::isfinite(plain);
  const bool ends = a.mantissa == 0 || exponent == 0 || !std::isfinite(a.mantissa) || !std::isfinite(exponent);
  if (std::isnan(plain) || ends || (ordinary && fits(a))) return plain;
  Scaled base = abs(a);
  for (; !fits(base); base = sqrt(base)) exponent *= 2;
  const auto x = double(base);
  const Scaled size = by_squaring(exponent, std::log2(x) * exponent, [x](double part) { return std::pow(x, part); });
  return std::signbit(plain) ? -size : size;
}

Scaled sin(const Scaled& a) {
  return like_identity(a, [](double x) { return std::sin(x); });
}

Scaled cos(const Scaled& a) { return std::cos(double(a)); }

Scaled tan(const Scaled& a) {
  return like_identity(a, [](double x) { return std::tan(x); });
}

Scaled asin(const Scaled& a) {
  return like_identity(a, [](double x) { return std::asin(x); });
}

Scaled acos(const Scaled& a) { return std::acos(double(a)); }

Scaled atan(const Scaled& a) {
  return like_identity(a, [](double x) { return std::atan(x); });
}

Scaled sinh(const Scaled& a) {
  if (Scaled(700) < abs(a)) return exp(abs(a)) * Scaled(std::copysign(0.5, a.mantissa));
  return like_identity(a, [](double x) { return std::sinh(x); });
}

Scaled cosh(const Scaled& a) {
  if (Scaled(700) < abs(a)) return exp(abs(a)) * Scaled(0.5);
  return std::cosh(double(a));
}

Scaled tanh(const Scaled& a) {
  return like_identity(a, [](double x) { return std::tanh(x); });
}

Scaled asinh(const Scaled& a) {
  if (a.exponent > 1000) return (log(abs(a)) + Scaled(std::numbers::ln2)) * Scaled(std::copysign(1, a.mantissa));
  return like_identity(a, [](double x) { return std::asinh(x); });
}

Scaled acosh(const Scaled& a) {
  if (a.exponent > 1000 && a.mantissa > 0) return log(a) + Scaled(std::numbers::ln2);
  return std::acosh(double(a));
}

Scaled atanh(const Scaled& a) {
  return like_identity(a, [](double x) { return std::atanh(x); });
}

}  // namespace downhill
