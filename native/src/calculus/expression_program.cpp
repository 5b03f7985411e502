#include <algorithm>
#include <cmath>

#include "calculus/expression_program.hpp"

namespace downhill {
namespace {

/// Exponents that become products.
bool is_small_whole(double exponent) { return std::abs(exponent) <= 16 && exponent == std::trunc(exponent); }

}  // namespace

void ExpressionProgram::constant(double value) {
  push({Op::constant, static_cast<std::int32_t>(constants_.size())});
  constants_.push_back(value);
}

void ExpressionProgram::variable(std::int32_t number) { push({Op::variable, number}); }

void ExpressionProgram::unary(Expression::Instruction instruction) {
  if (!ends_in_constants(1)) return instructions_.push_back(instruction);
  const double a = pop_constant();
  double value = 0;
  with_unary(instruction, [&](auto f) { value = f(a); });
  if (!std::isnan(value)) return constant(value);
  // Kept, so that it can be told why there is no value.
  constant(a);
  instructions_.push_back(instruction);
}

void ExpressionProgram::binary(Op op) {
  if (op == Op::power && ends_in_constants(1) && is_small_whole(constants_.back())) {
    return unary({Op::integer_power, static_cast<std::int32_t>(pop_constant())});
  }
  if (ends_in_constants(2)) {
    const double b = pop_constant();
    const double a = pop_constant();
    double value = 0;
    with_binary(op, [&](auto f) { value = f(a, b); });
    if (!std::isnan(value)) return constant(value);
    constant(a);
    constant(b);
  }
  instructions_.push_back({op});
  --height_;
}

/// An operand whose last instruction is a constant is that constant alone; and constants are numbered as they come, so
/// that the last instructions hold the last constants.
bool ExpressionProgram::ends_in_constants(std::size_t count) const {
  const auto is_constant = [](Expression::Instruction instruction) { return instruction.op == Op::constant; };
  return instructions_.size() >= count &&
         std::all_of(instructions_.end() - static_cast<std::ptrdiff_t>(count), instructions_.end(), is_constant);
}

void ExpressionProgram::push(Expression::Instruction instruction) {
  instructions_.push_back(instruction);
  stack_size_ = std::max(stack_size_, ++height_);
}

double ExpressionProgram::pop_constant() {
  const double value = constants_.back();
  constants_.pop_back();
  instructions_.pop_back();
  --height_;
  return value;
}

}  // namespace downhill
