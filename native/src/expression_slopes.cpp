#include <limits>
#include <numbers>

#include "expression_ops.hpp"

namespace downhill {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Slopes power_slopes(double a, double b, double y) {
  Slopes slopes{b == 0 ? 0 : b * std::pow(a, b - 1), 0};
  // aᵇ·log a tends to 0 with a for every b > 0.
  slopes.b = a == 0 && b > 0 ? 0 : y * std::log(a);
  return slopes;
}

}  // namespace

double unary_slope(Expression::Instruction instruction, double a, double y) {
  switch (instruction.op) {
    case Op::negate:
      return -1;
    case Op::integer_power: {
      const std::int32_t n = instruction.argument;
      return n == 0 ? 0 : n * integer_power(a, n - 1);
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
      return 1 / (1 + a * a);
    case Op::sinh:
      return std::cosh(a);
    case Op::cosh:
      return std::sinh(a);
    case Op::tanh:
      return 1 - y * y;
    case Op::exp:
      return y;
    case Op::log:
      return a < 0 ? not_a_number : 1 / a;
    case Op::log10:
      return a < 0 ? not_a_number : 1 / (a * std::numbers::ln10);
    case Op::sqrt:
      return 1 / (2 * y);
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
      return {1 / b, -y / b};
    case Op::power:
      return power_slopes(a, b, y);
    case Op::min:
    case Op::max:
      // At a tie y is the first argument.
      return y == a ? Slopes{1, 0} : y == b ? Slopes{0, 1} : Slopes{not_a_number, not_a_number};
    default:
      return {not_a_number, not_a_number};
  }
}

}  // namespace downhill
