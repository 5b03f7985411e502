#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "calculus/expression_ops.hpp"

namespace downhill {

/// Builds the postfix program of an expression. What is constant is computed at once.
class ExpressionProgram {
 public:
  void constant(double value);
  void variable(std::int32_t number);
  void unary(Expression::Instruction instruction);
  void binary(Op op);

  std::vector<Expression::Instruction> take_instructions() { return std::move(instructions_); }
  std::vector<double> take_constants() { return std::move(constants_); }
  int stack_size() const { return stack_size_; }

 private:
  bool ends_in_constants(std::size_t count) const;
  void push(Expression::Instruction instruction);
  double pop_constant();

  std::vector<Expression::Instruction> instructions_;
  std::vector<double> constants_;
  int height_ = 0;  // of the stack after the instructions so far
  int stack_size_ = 0;
};

}  // namespace downhill
