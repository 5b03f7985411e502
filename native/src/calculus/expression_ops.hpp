#pragma once

#include <cmath>
#include <cstdint>
#include <cstdlib>

#include <downhill/calculus/expression.hpp>

// What each operation of an expression does to numbers, of float64 and those with an exponent without end. The one place that
// says so: the parser folds constants with it, the evaluator runs blocks and dual numbers with it, so that all of them agree to
// the last bit. If an argument is NaN, so is the result: where a part of f has no value, f has none.

namespace downhill {

using Op = Expression::Op;

/// aⁿ by repeated squaring.
template <class Number>
Number integer_power(Number a, std::int32_t n) {
  Number result = 1;
  for (auto left = static_cast<std::uint32_t>(std::abs(n)); left > 0; left >>= 1) {
    if (left & 1) result = result * a;
    a = a * a;
  }
  return n < 0 ? Number(1) / result : result;
}

/// Calls use(f) with the function of one argument that the instruction stands for.
template <class Use>
void with_unary(Expression::Instruction instruction, Use&& use) {
  using std::abs, std::cbrt, std::exp, std::log, std::log10, std::log2, std::sqrt;
  using std::acos, std::acosh, std::asin, std::asinh, std::atan, std::atanh;
  using std::cos, std::cosh, std::sin, std::sinh, std::tan, std::tanh;
  switch (instruction.op) {
    case Op::negate:
      return use([](auto a) { return -a; });
    case Op::integer_power:
      if (instruction.argument == 0) return use([](auto a) { return a != a ? a : decltype(a)(1); });
      // The two that readers type most, without a loop, so that they vectorise.
      if (instruction.argument == 2) return use([](auto a) { return a * a; });
      if (instruction.argument == 3) return use([](auto a) { return a * (a * a); });
      return use([n = instruction.argument](auto a) { return integer_power(a, n); });
    case Op::sin:
      return use([](auto a) { return sin(a); });
    case Op::cos:
      return use([](auto a) { return cos(a); });
    case Op::tan:
      return use([](auto a) { return tan(a); });
    case Op::asin:
      return use([](auto a) { return asin(a); });
    case Op::acos:
      return use([](auto a) { return acos(a); });
    case Op::atan:
      return use([](auto a) { return atan(a); });
    case Op::sinh:
      return use([](auto a) { return sinh(a); });
    case Op::cosh:
      return use([](auto a) { return cosh(a); });
    case Op::tanh:
      return use([](auto a) { return tanh(a); });
    case Op::asinh:
      return use([](auto a) { return asinh(a); });
    case Op::acosh:
      return use([](auto a) { return acosh(a); });
    case Op::atanh:
      return use([](auto a) { return atanh(a); });
    case Op::exp:
      return use([](auto a) { return exp(a); });
    case Op::log:
      return use([](auto a) { return log(a); });
    case Op::log2:
      return use([](auto a) { return log2(a); });
    case Op::log10:
      return use([](auto a) { return log10(a); });
    case Op::sqrt:
      return use([](auto a) { return sqrt(a); });
    case Op::cbrt:
      return use([](auto a) { return cbrt(a); });
    case Op::abs:
      return use([](auto a) { return abs(a); });
    default:
      return;
  }
}

/// Calls use(f) with the function of two arguments that `op` stands for.
template <class Use>
void with_binary(Op op, Use&& use) {
  using std::pow;
  switch (op) {
    case Op::add:
      return use([](auto a, auto b) { return a + b; });
    case Op::subtract:
      return use([](auto a, auto b) { return a - b; });
    case Op::multiply:
      return use([](auto a, auto b) { return a * b; });
    case Op::divide:
      return use([](auto a, auto b) { return a / b; });
    case Op::power:
      // pow(NaN, 0) and pow(1, NaN) are 1 in C.
      return use([](auto a, auto b) { return a != a ? a : b != b ? b : pow(a, b); });
    // The first argument at a tie; NaN if either is NaN.
    case Op::min:
      return use([](auto a, auto b) { return b < a || b != b ? b : a; });
    case Op::max:
      return use([](auto a, auto b) { return b > a || b != b ? b : a; });
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

/// Whether y = op(a) is the same for every a.
inline bool is_constant(Expression::Instruction instruction) {
  return instruction.op == Op::integer_power && instruction.argument == 0;
}

}  // namespace downhill
