#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "calculus/expression_slopes.hpp"

namespace downhill {

/// Whether a run in float64 met something that it may have computed wrongly. To ask costs a comparison or two.
class Doubt {
 public:
  explicit operator bool() const { return doubt_; }

  /// In doubt if y is too large for a float64; or too small, if made() says that none of the numbers it is made of is 0.
  template <class Made>
  void range(double y, Made&& made) {
    const double size = std::abs(y);
    if (size >= std::numeric_limits<double>::min() && size <= std::numeric_limits<double>::max()) [[likely]]
      return;
    doubt_ = doubt_ || !(size <= std::numeric_limits<double>::max()) || made();
  }

  /// For y = a + b: in doubt if the leading digits of a have cancelled.
  void cancellation(double y, double a) {
    if (std::abs(y) < 0x1p-10 * std::abs(a)) doubt_ = true;
  }

  /// y = f(a) at a zero or an end of f: the rounding of a is much of y, or of f′(a). Or f′(a) is 0 although a is not.
  void condition(Op op, const Slope<double>& slope, const double* a, double y, std::uint64_t) {
    if (op == Op::negate || op == Op::abs) return;
    range(slope.factor, [&] { return a[0] != 0; });
    if (op == Op::integer_power) return;
    const double change = std::abs(a[0] * slope.factor);
    const double scale = std::abs(slope.divisor);
    if (change > 0x1p16 * scale * std::abs(y) || change > 0x1p10 * scale * std::max(std::abs(y), 1.0)) doubt_ = true;
  }

 private:
  bool doubt_ = false;
};

inline double unary_value(Expression::Instruction instruction, double a) {
  double y = 0;
  with_unary(instruction, [&](auto f) { y = f(a); });
  return y;
}

/// Runs a program over dual numbers: a value and its partial derivatives, side by side; and a bit for each variable that it
/// depends on. A partial derivative of 0 is not enough to know that: at 0, x³ has one, and √(x³) has another slope than a
/// constant. `stack` has room for stack_size dual numbers; the first is the result. `doubt` is told what is made: see Doubt.
template <class Number, class Doubts>
void run_duals(std::span<const Expression::Instruction> program, std::span<const double> constants, std::span<const double> x,
               int stack_size, Number* stack, Doubts& doubt) {
  const Number zero = 0;
  const std::size_t n = x.size();
  const std::size_t width = n + 1;
  const auto slots = static_cast<std::size_t>(stack_size);
  std::array<std::uint64_t, 16> few_sets{};
  std::vector<std::uint64_t> many_sets(slots > few_sets.size() ? slots : 0);
  Number* top = stack;
  std::uint64_t* variables = many_sets.empty() ? few_sets.data() : many_sets.data();  // of the dual number at `top`
  const auto carried_by = [&](const Slope<Number>& slope, const Number& change) {
    const Number result = slope(change);
    doubt.range(result, [&] { return change != zero && slope.factor != zero; });
    return result;
  };
  for (const Expression::Instruction instruction : program) {
    const auto argument = static_cast<std::size_t>(instruction.argument);
    if (instruction.op == Op::constant || instruction.op == Op::variable) {
      const bool is_variable = instruction.op == Op::variable;
      top[0] = is_variable ? x[argument] : constants[argument];
      std::fill_n(top + 1, n, zero);
      if (is_variable) top[1 + argument] = 1;
      *variables++ = is_variable ? std::uint64_t{1} << argument : 0;
      top += width;
    } else if (is_binary(instruction.op)) {
      top -= width;
      --variables;
      Number* a = top - width;
      const Number* b = top;
      std::uint64_t& of_a = variables[-1];
      const std::uint64_t of_b = variables[0];
      Number y = 0;
      with_binary(instruction.op, [&](auto f) { y = f(a[0], b[0]); });
      if (instruction.op == Op::min || instruction.op == Op::max) {
        // One of the two, as it is: at a tie the first. Neither where y is NaN.
        if (y == b[0] && y != a[0]) {
          std::copy_n(b, width, a);
          of_a = of_b;
        }
        a[0] = y;
        continue;
      }
      const bool is_sum = instruction.op == Op::add || instruction.op == Op::subtract;
      doubt.range(y, [&] { return !is_sum && a[0] != zero && b[0] != zero; });
      if (is_sum) doubt.cancellation(y, a[0]);
      const Slopes<Number> slopes = binary_slopes(instruction.op, a[0], b[0], y);
      if (instruction.op == Op::power) doubt.condition(Op::power, slopes.a, a, y, of_a);
      a[0] = y;
      for (std::size_t i = 1; i < width; ++i) {
        const std::uint64_t variable = std::uint64_t{1} << (i - 1);
        const bool by_a = of_a & variable;
        const bool by_b = of_b & variable;
        if (!by_a) {
          a[i] = by_b ? zero + carried_by(slopes.b, b[i]) : zero;
          continue;
        }
        const Number first = carried_by(slopes.a, a[i]);
        a[i] = first;
        if (!by_b) continue;
        a[i] = first + carried_by(slopes.b, b[i]);
        doubt.range(a[i], [] { return false; });
        doubt.cancellation(a[i], first);
      }
      of_a |= of_b;
    } else {
      Number* a = top - width;
      const Number y = unary_value(instruction, a[0]);
      doubt.range(y, [&] { return a[0] != zero; });
      if (is_constant(instruction)) variables[-1] = 0;
      const Slope<Number> slope = unary_slope(instruction, a[0], y);
      doubt.condition(instruction.op, slope, a, y, variables[-1]);
      a[0] = y;
      for (std::size_t i = 1; i < width; ++i) a[i] = variables[-1] >> (i - 1) & 1 ? carried_by(slope, a[i]) : zero;
    }
  }
}

}  // namespace downhill
