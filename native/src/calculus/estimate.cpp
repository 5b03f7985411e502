#include <cmath>
#include <limits>

#include "calculus/estimate.hpp"

namespace downhill {
namespace {

Scaled rounding(const Scaled& value) {
  return std::isfinite(value.mantissa) ? abs(value) * Scaled(std::numeric_limits<double>::epsilon()) : Scaled(0);
}

}  // namespace

Estimate::Estimate(const Scaled& value, const Scaled& carried_error) : value(value), error(carried_error + rounding(value)) {}

Scaled carried(const Scaled& slope, const Scaled& error) {
  if (error == 0) return 0;
  const Scaled product = abs(slope) * error;
  return product == product ? product : Scaled(std::numeric_limits<double>::infinity());
}

Estimate operator-(const Estimate& a) {
  Estimate result = a;
  result.value = -a.value;
  return result;
}

Estimate operator+(const Estimate& a, const Estimate& b) { return {a.value + b.value, a.error + b.error}; }

Estimate operator*(const Estimate& a, const Estimate& b) {
  if (a.error == 0 && abs(a.value) == 1) return a.value == 1 ? b : -b;
  if (b.error == 0 && abs(b.value) == 1) return b * a;
  return {a.value * b.value, carried(b.value, a.error) + carried(a.value, b.error) + carried(a.error, b.error)};
}

Estimate operator/(const Estimate& a, const Estimate& b) {
  const Scaled y = a.value / b.value;
  // Of a sum of exponentials that is too large even for these numbers; what a pole makes of it, f knows beside it.
  if (std::isinf(b.value.mantissa)) return {y, 0};
  if (!b.is_within(0.5)) return {y, std::numeric_limits<double>::infinity()};
  return {y, carried(Scaled(1) / b.value, a.error) + carried(Scaled(2) * y / b.value, b.error)};
}

Estimate abs(const Estimate& a) { return {abs(a.value), a.error}; }

Estimate sqrt(const Estimate& a) {
  const Scaled y = sqrt(a.value);
  return {y, carried(Scaled(0.5) / y, a.error)};
}

Estimate log(const Estimate& a) { return {log(a.value), carried(Scaled(1) / a.value, a.error)}; }

Estimate pow(const Estimate& a, const Estimate& b) {
  const Scaled y = pow(a.value, b.value);
  const Scaled by_exponent = a.value == 0 ? Scaled(0) : carried(y * log(abs(a.value)), b.error);
  return {y, carried(b.value * y / a.value, a.error) + by_exponent};
}

Estimate sin(const Estimate& a) { return {sin(a.value), carried(cos(a.value), a.error)}; }

Estimate cos(const Estimate& a) { return {cos(a.value), carried(sin(a.value), a.error)}; }

Estimate sinh(const Estimate& a) { return {sinh(a.value), carried(cosh(a.value), a.error)}; }

Estimate cosh(const Estimate& a) { return {cosh(a.value), carried(sinh(a.value), a.error)}; }

Estimate sign_of(const Estimate& a) {
  Estimate sign = 0;
  if (a.has_no_sign()) {
    sign.error = 2;
  } else {
    sign.value = a.value.mantissa > 0 ? 1 : a.value.mantissa < 0 ? -1 : a.value.mantissa;
  }
  return sign;
}

}  // namespace downhill
