#include <algorithm>
#include <array>

#include <downhill/error.hpp>
#include <downhill/expression.hpp>

#include "expression_ops.hpp"

namespace downhill {
namespace {

constexpr std::size_t block_size = 256;

/// Room for the stack of a program: on the machine's own stack where it is small.
class Workspace {
 public:
  explicit Workspace(std::size_t size) {
    if (size > small_.size()) large_.resize(size);
  }
  double* data() { return large_.empty() ? small_.data() : large_.data(); }

 private:
  std::array<double, 512> small_;
  std::vector<double> large_;
};

void check_length(const char* name, std::size_t given, std::size_t dimension) {
  if (given == dimension) return;
  throw_type_error(
      {name, " has ", given, " values; the function has ", dimension, (dimension == 1 ? " variable" : " variables")});
}

/// Runs a program over `count` points, one instruction at a time over all of them; slot s of the stack is the array at
/// stack + s·count. variable(i) is the array of the i-th variable. The result is slot 0.
template <class Variable>
void run(std::span<const Expression::Instruction> program, std::span<const double> constants, Variable&& variable,
         std::size_t count, double* stack) {
  double* top = stack;  // the first free slot
  for (const Expression::Instruction instruction : program) {
    if (instruction.op == Op::constant) {
      std::fill_n(top, count, constants[static_cast<std::size_t>(instruction.argument)]);
      top += count;
    } else if (instruction.op == Op::variable) {
      std::copy_n(variable(static_cast<std::size_t>(instruction.argument)), count, top);
      top += count;
    } else if (is_binary(instruction.op)) {
      top -= count;
      double* a = top - count;
      const double* b = top;
      with_binary(instruction.op, [=](auto f) {
        for (std::size_t i = 0; i < count; ++i) a[i] = f(a[i], b[i]);
      });
    } else {
      double* a = top - count;
      with_unary(instruction, [=](auto f) {
        for (std::size_t i = 0; i < count; ++i) a[i] = f(a[i]);
      });
    }
  }
}

/// slope · partial, where no change of the argument means no change of the result even at an infinite slope: √x0 + x1
/// has a derivative by x1 at x0 = 0.
double chain(double slope, double partial) { return partial == 0 ? 0 : slope * partial; }

}  // namespace

double Expression::value(std::span<const double> x) const {
  check_length("x", x.size(), variables_.size());
  Workspace stack(static_cast<std::size_t>(stack_size_));
  run(program_, constants_, [&](std::size_t i) { return &x[i]; }, 1, stack.data());
  return stack.data()[0];
}

void Expression::values(std::span<const std::span<const double>> x, std::span<double> out) const {
  check_length("x", x.size(), variables_.size());
  for (const std::span<const double> array : x) {
    if (array.size() != out.size()) {
      throw_type_error({"an array of x has ", array.size(), " values and out has ", out.size(), "; all must have as many"});
    }
  }
  Workspace stack(static_cast<std::size_t>(stack_size_) * std::min(block_size, out.size()));
  for (std::size_t begin = 0; begin < out.size(); begin += block_size) {
    const std::size_t count = std::min(block_size, out.size() - begin);
    run(program_, constants_, [&](std::size_t i) { return x[i].data() + begin; }, count, stack.data());
    std::copy_n(stack.data(), count, out.data() + begin);
  }
}

double Expression::value_and_gradient(std::span<const double> x, std::span<double> gradient) const {
  check_length("x", x.size(), variables_.size());
  check_length("gradient", gradient.size(), variables_.size());
  // A dual number is a value and its partial derivatives, side by side.
  const std::size_t n = x.size();
  const std::size_t width = n + 1;
  Workspace stack(static_cast<std::size_t>(stack_size_) * width);
  double* top = stack.data();
  for (const Instruction instruction : program_) {
    const auto argument = static_cast<std::size_t>(instruction.argument);
    if (instruction.op == Op::constant || instruction.op == Op::variable) {
      const bool is_variable = instruction.op == Op::variable;
      top[0] = is_variable ? x[argument] : constants_[argument];
      std::fill_n(top + 1, n, 0.0);
      if (is_variable) top[1 + argument] = 1;
      top += width;
    } else if (is_binary(instruction.op)) {
      top -= width;
      double* a = top - width;
      const double* b = top;
      double y = 0;
      with_binary(instruction.op, [&](auto f) { y = f(a[0], b[0]); });
      const Slopes slopes = binary_slopes(instruction.op, a[0], b[0], y);
      a[0] = y;
      for (std::size_t i = 1; i < width; ++i) a[i] = chain(slopes.a, a[i]) + chain(slopes.b, b[i]);
    } else {
      double* a = top - width;
      double y = 0;
      with_unary(instruction, [&](auto f) { y = f(a[0]); });
      const double slope = unary_slope(instruction, a[0], y);
      a[0] = y;
      for (std::size_t i = 1; i < width; ++i) a[i] = chain(slope, a[i]);
    }
  }
  const double* result = stack.data();
  std::copy_n(result + 1, n, gradient.data());
  return result[0];
}

}  // namespace downhill
