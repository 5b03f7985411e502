#pragma once

#include <cmath>
#include <cstdint>

namespace downhill {

/// mantissa·2^exponent: a float64 whose exponent does not end, so that eˣ and 1/x² are numbers, neither 0 nor infinite, at
/// 1e200. Every operation rounds as that of float64 does, and gives the same bits wherever float64 has the result, the same on
/// every machine (a long double has not). Its own end is 2^±(2⁴⁰): infinity, or 0.
struct Scaled {
  /// From 0.5 to 1 but for the sign; or 0, infinite or NaN, and then the exponent is 0.
  double mantissa = 0;
  std::int64_t exponent = 0;

  Scaled() = default;
  Scaled(double value) : Scaled(value, 0) {}
  Scaled(double factor, std::int64_t power_of_two);

  /// The nearest float64.
  explicit operator double() const;

  friend Scaled operator-(const Scaled& a) { return {-a.mantissa, a.exponent}; }
  friend Scaled operator+(const Scaled& a, const Scaled& b);
  friend Scaled operator-(const Scaled& a, const Scaled& b) { return a + -b; }
  friend Scaled operator*(const Scaled& a, const Scaled& b) { return {a.mantissa * b.mantissa, a.exponent + b.exponent}; }
  friend Scaled operator/(const Scaled& a, const Scaled& b) { return {a.mantissa / b.mantissa, a.exponent - b.exponent}; }
  friend bool operator==(const Scaled& a, const Scaled& b) = default;
  friend bool operator<(const Scaled& a, const Scaled& b) { return (a - b).mantissa < 0; }

  friend Scaled abs(const Scaled& a) { return {std::abs(a.mantissa), a.exponent}; }
  friend Scaled sqrt(const Scaled& a);
  friend Scaled cbrt(const Scaled& a);
  friend Scaled exp(const Scaled& a);
  friend Scaled log(const Scaled& a);
  friend Scaled log2(const Scaled& a);
  friend Scaled log10(const Scaled& a);
  friend Scaled pow(const Scaled& a, const Scaled& b);
  friend Scaled sin(const Scaled& a);
  friend Scaled cos(const Scaled& a);
  friend Scaled tan(const Scaled& a);
  friend Scaled asin(const Scaled& a);
  friend Scaled acos(const Scaled& a);
  friend Scaled atan(const Scaled& a);
  friend Scaled sinh(const Scaled& a);
  friend Scaled cosh(const Scaled& a);
  friend Scaled tanh(const Scaled& a);
  friend Scaled asinh(const Scaled& a);
  friend Scaled acosh(const Scaled& a);
  friend Scaled atanh(const Scaled& a);
};

}  // namespace downhill
