#pragma once

#include "calculus/scaled.hpp"

namespace downhill {

/// A number and how far off it may be, to first order: every operation adds its own rounding to that of its
/// arguments. So it is known that no digit of 1 − cos x at 1e-9 is right.
struct Estimate {
  Scaled value;
  Scaled error;

  Estimate() = default;
  Estimate(double exact) : value(exact) {}
  /// With the rounding of the operation that gave `value` added to the error.
  Estimate(const Scaled& value, const Scaled& carried_error);

  friend Estimate operator-(const Estimate& a);
  friend Estimate operator+(const Estimate& a, const Estimate& b);
  friend Estimate operator-(const Estimate& a, const Estimate& b) { return a + -b; }
  friend Estimate operator*(const Estimate& a, const Estimate& b);
  friend Estimate operator/(const Estimate& a, const Estimate& b);
  friend bool operator==(const Estimate& a, const Estimate& b) { return a.value == b.value; }
  friend bool operator<(const Estimate& a, const Estimate& b) { return a.value < b.value; }
  friend bool operator>(const Estimate& a, const Estimate& b) { return b < a; }

  friend Estimate abs(const Estimate& a);
  friend Estimate sqrt(const Estimate& a);
  friend Estimate log(const Estimate& a);
  friend Estimate pow(const Estimate& a, const Estimate& b);
  friend Estimate hypot(const Estimate& a, const Estimate& b) { return sqrt(a * a + b * b); }
  friend Estimate sin(const Estimate& a);
  friend Estimate cos(const Estimate& a);
  friend Estimate sinh(const Estimate& a);
  friend Estimate cosh(const Estimate& a);
  /// 1, −1, or 0 at 0 and where it may be either.
  friend Estimate sign_of(const Estimate& a);

  /// Whether it may as well have the other sign.
  bool has_no_sign() const { return !(error == 0) && !(error < abs(value)); }
  /// Whether `share` of its value is more than its error.
  bool is_within(double share) const { return error == 0 || error < abs(value) * Scaled(share); }
};

/// How far y = f(a) may be off because a is: |f′(a)|·error.
Scaled carried(const Scaled& slope, const Scaled& error);

}  // namespace downhill
