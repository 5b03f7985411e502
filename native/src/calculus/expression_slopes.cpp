#include <limits>
#include <numbers>

#include "calculus/expression_ops.hpp"

namespace downhill {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool is_ordinary(double value) { return value != 0 && std::isfinite(value); }

/// Of y = aᵇ by a. `slope` is b·aᵇ⁻¹, or what is left of it: where that is too small or too large, b·y/a is meant.
Slope power_slope(double slope, double a, double b, double y) {
  return is_ordinary(slope) || a == 0 || b == 0 ? Slope(slope) : Slope(b * y, a);
}

Slopes power_slopes(double a, double b, double y) {
  // aᵇ·log a tends to 0 with a for every b > 0.
  const double by_exponent = a == 0 && b > 0 ? 0 : y * std::log(a);
  return {power_slope(b == 0 ? 0 : b * std::pow(a, b - 1), a, b, y), by_exponent};
}

/// 1/cosh² instead of 1 − tanh², of which nothing is left where tanh is 1 to rounding.
double tanh_slope(double a) {
  const double secant = 1 / std::cosh(a);
  return secant * secant;
}

}  // namespace

Slope unary_slope(Expression::Instruction instruction, double a, double y) {
  switch (instruction.op) {
    case Op::negate:
      return -1;
    case Op::integer_power: {
      const std::int32_t n = instruction.argument;
      return power_slope(n == 0 ? 0 : n * integer_power(a, n - 1), a, n, y);
    }
    case Op::sin:
      return std::cos(a);
    case Op::cos:
      return -std::sin(a);
    case Op::tan:
      return 1 + y * y;
    case Op::asin:
      return 1 / std::sqrt((1 - a) * (1 + a));
    case Op::acos:
      return -1 / std::sqrt((1 - a) * (1 + a));
    case Op::atan:
      // The square of a large a is no float64.
      return std::abs(a) <= 1 ? Slope(1 / (1 + a * a)) : Slope(1 / (a + 1 / a), a);
    case Op::sinh:
      return std::cosh(a);
    case Op::cosh:
      return std::sinh(a);
    case Op::tanh:
      return tanh_slope(a);
    case Op::asinh:
      return {1, std::hypot(1, a)};
    case Op::acosh:
      return {a < 1 ? not_a_number : 1, std::sqrt(a - 1) * std::sqrt(a + 1)};
    case Op::atanh:
      return {std::abs(a) > 1 ? not_a_number : 1, (1 - a) * (1 + a)};
    case Op::exp:
      return y;
    case Op::log:
      return {a < 0 ? not_a_number : 1, std::abs(a)};
    case Op::log2:
      return {a < 0 ? not_a_number : 1 / std::numbers::ln2, std::abs(a)};
    case Op::log10:
      return {a < 0 ? not_a_number : 1 / std::numbers::ln10, std::abs(a)};
    case Op::sqrt:
      return {1, 2 * std::abs(y)};
    case Op::cbrt:
      return {1, 3 * y * y};
    case Op::abs:
      return a > 0 ? 1 : a < 0 ? -1 : a;  // 0 at 0, NaN at NaN
    default:
      return not_a_number;
  }
}

Slopes binary_slopes(Op op, double a, double b, double y) {
  switch (op) {
    case Op::add:
      return {1, 1};
    case Op::subtract:
      return {1, -1};
    case Op::multiply:
      return {b, a};
    case Op::divide:
      return {{1, b}, {-y, b}};
    case Op::power:
      return power_slopes(a, b, y);
    default:
      return {not_a_number, not_a_number};
  }
}

}  // namespace downhill
