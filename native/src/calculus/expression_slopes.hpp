#pragma once

#include <cmath>
#include <numbers>

#include "calculus/expression_ops.hpp"

// The derivative of each operation, for float64 and for numbers that know how far off they are.

namespace downhill {

/// How a result answers to a change of an argument: by factor·(change / divisor).
template <class Number>
struct Slope {
  Slope(Number factor, Number divisor = 1) : factor(factor), divisor(divisor) {}

  Number operator()(const Number& change) const { return divisor == Number(1) ? factor * change : factor * (change / divisor); }

  Number factor;
  Number divisor;
};

/// 1, −1, or 0 at 0.
inline double sign_of(double a) { return a > 0 ? 1 : a < 0 ? -1 : a; }

/// That of y = op(a), where y is a number.
template <class Number>
Slope<Number> unary_slope(Expression::Instruction instruction, const Number& a, const Number& y) {
  using std::abs, std::cos, std::cosh, std::hypot, std::sin, std::sinh, std::sqrt;
  const Number one = 1;
  switch (instruction.op) {
    case Op::negate:
      return -one;
    case Op::integer_power: {
      const std::int32_t n = instruction.argument;
      return n == 0 ? Number(0) : Number(n) * integer_power(a, n - 1);
    }
    case Op::sin:
      return cos(a);
    case Op::cos:
      return -sin(a);
    case Op::tan:
      return one + y * y;
    case Op::asin:
      return one / sqrt((one - a) * (one + a));
    case Op::acos:
      return -one / sqrt((one - a) * (one + a));
    case Op::atan:
      // The square of a large a overflows.
      if (abs(a) > one) return {one / (a + one / a), a};
      return one / (one + a * a);
    case Op::sinh:
      return cosh(a);
    case Op::cosh:
      return sinh(a);
    case Op::tanh: {
      // 1/cosh² instead of 1 − tanh², which is 0 once tanh rounds to 1.
      const Number secant = one / cosh(a);
      return secant * secant;
    }
    case Op::asinh:
      return {one, hypot(one, a)};
    case Op::acosh:
      return {one, sqrt(a - one) * sqrt(a + one)};
    case Op::atanh:
      return {one, (one - a) * (one + a)};
    case Op::exp:
      return y;
    case Op::log:
      return {one, abs(a)};
    case Op::log2:
      return {1 / std::numbers::ln2, abs(a)};
    case Op::log10:
      return {1 / std::numbers::ln10, abs(a)};
    case Op::sqrt:
      return {one, Number(2) * abs(y)};
    case Op::cbrt:
      return {one, Number(3) * y * y};
    default:
      return sign_of(a);  // abs
  }
}

/// Those of y = op(a, b), other than min and max.
template <class Number>
struct Slopes {
  Slope<Number> a;
  Slope<Number> b;
};

template <class Number>
Slopes<Number> binary_slopes(Op op, const Number& a, const Number& b, const Number& y) {
  using std::log, std::pow;
  const Number zero = 0;
  const Number one = 1;
  switch (op) {
    case Op::add:
      return {one, one};
    case Op::subtract:
      return {one, -one};
    case Op::multiply:
      return {b, a};
    case Op::divide:
      return {{one, b}, {-y, b}};
    default:  // power; aᵇ·log a tends to 0 with a for every b > 0
      return {b == zero ? zero : b * pow(a, b - one), a == zero && b > zero ? zero : y * log(a)};
  }
}

}  // namespace downhill
