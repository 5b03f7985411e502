#pragma once

#include <cmath>
#include <cstdint>
#include <cstdlib>

#include <downhill/calculus/expression.hpp>

// What each operation of an expression does to numbers. The one place that says so: the parser folds constants with it, the
// evaluator runs blocks and dual numbers with it, so that all of them agree to the last bit.

namespace downhill {

using Op = Expression::Op;

/// aⁿ by repeated squaring.
inline double integer_power(double a, std::int32_t n) {
  double result = 1;
  for (auto left = static_cast<std::uint32_t>(std::abs(n)); left > 0; left >>= 1) {
    if (left & 1) result *= a;
    a *= a;
  }
  return n < 0 ? 1 / result : result;
}

/// Calls use(f) with the function of one argument that the instruction stands for.
template <class Use>
void with_unary(Expression::Instruction instruction, Use&& use) {
  switch (instruction.op) {
    case Op::negate:
      return use([](double a) { return -a; });
    case Op::integer_power:
      // The two that readers type most, without a loop, so that they vectorise.
      if (instruction.argument == 2) return use([](double a) { return a * a; });
      if (instruction.argument == 3) return use([](double a) { return a * (a * a); });
      return use([n = instruction.argument](double a) { return integer_power(a, n); });
    case Op::sin:
      return use([](double a) { return std::sin(a); });
    case Op::cos:
      return use([](double a) { return std::cos(a); });
    case Op::tan:
      return use([](double a) { return std::tan(a); });
    case Op::asin:
      return use([](double a) { return std::asin(a); });
    case Op::acos:
      return use([](double a) { return std::acos(a); });
    case Op::atan:
      return use([](double a) { return std::atan(a); });
    case Op::sinh:
      return use([](double a) { return std::sinh(a); });
    case Op::cosh:
      return use([](double a) { return std::cosh(a); });
    case Op::tanh:
      return use([](double a) { return std::tanh(a); });
    case Op::asinh:
      return use([](double a) { return std::asinh(a); });
    case Op::acosh:
      return use([](double a) { return std::acosh(a); });
    case Op::atanh:
      return use([](double a) { return std::atanh(a); });
    case Op::exp:
      return use([](double a) { return std::exp(a); });
    case Op::log:
      return use([](double a) { return std::log(a); });
    case Op::log2:
      return use([](double a) { return std::log2(a); });
    case Op::log10:
      return use([](double a) { return std::log10(a); });
    case Op::sqrt:
      return use([](double a) { return std::sqrt(a); });
    case Op::cbrt:
      return use([](double a) { return std::cbrt(a); });
    case Op::abs:
      return use([](double a) { return std::abs(a); });
    default:
      return;
  }
}

/// Calls use(f) with the function of two arguments that `op` stands for.
template <class Use>
void with_binary(Op op, Use&& use) {
  switch (op) {
    case Op::add:
      return use([](double a, double b) { return a + b; });
    case Op::subtract:
      return use([](double a, double b) { return a - b; });
    case Op::multiply:
      return use([](double a, double b) { return a * b; });
    case Op::divide:
      return use([](double a, double b) { return a / b; });
    case Op::power:
      return use([](double a, double b) { return std::pow(a, b); });
    // The first argument at a tie; NaN if either is NaN.
    case Op::min:
      return use([](double a, double b) { return b < a || b != b ? b : a; });
    case Op::max:
      return use([](double a, double b) { return b > a || b != b ? b : a; });
    default:
      return;
  }
}

inline bool is_binary(Op op) {
  switch (op) {
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::power:
    case Op::min:
    case Op::max:
      return true;
    default:
      return false;
  }
}

/// How a result answers to a change of an argument: by factor·(change / divisor). In two parts, because their quotient may be
/// too small or too large for a float64 where the whole is not: eˣ at 400 changes as fast as it is large, and 1/eˣ by
/// −e⁻⁴⁰⁰·(e⁴⁰⁰ / e⁴⁰⁰).
struct Slope {
  Slope(double factor, double divisor = 1) : factor(factor), divisor(divisor) {}

  /// NaN where it is 0·∞, ∞/∞ or 0/0.
  double operator()(double change) const {
    if (divisor == 1) return factor * change;
    const double result = factor * (change / divisor);
    if (result != 0 && std::isfinite(result)) return result;
    const double otherwise = factor / divisor * change;
    return otherwise != 0 && std::isfinite(otherwise) ? otherwise : result;
  }

  double factor;
  double divisor;
};

/// That of y = op(a).
Slope unary_slope(Expression::Instruction instruction, double a, double y);

/// Those of y = op(a, b).
struct Slopes {
  Slope a;
  Slope b;
};
Slopes binary_slopes(Op op, double a, double b, double y);

/// Whether y = op(a) is the same for every a.
inline bool is_constant(Expression::Instruction instruction) {
  return instruction.op == Op::integer_power && instruction.argument == 0;
}

}  // namespace downhill
