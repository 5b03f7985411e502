#include <algorithm>
#include <array>
#include <cmath>

#include <downhill/calculus/expression.hpp>
#include <downhill/support/error.hpp>

#include "calculus/expression_dual.hpp"

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

}  // namespace

void Expression::check_length(const char* name, std::size_t count) const {
  if (count == variables_.size()) return;
  throw_type_error(
      {name, " has ", count, " values; the function has ", dimension(), (dimension() == 1 ? " variable" : " variables")});
}

double Expression::value(std::span<const double> x) const {
  check_length("x", x.size());
  Workspace stack(static_cast<std::size_t>(stack_size_));
  run(program_, constants_, [&](std::size_t i) { return &x[i]; }, 1, stack.data());
  return stack.data()[0];
}

void Expression::values(std::span<const std::span<const double>> x, std::span<double> out) const {
  check_length("x", x.size());
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
  check_length("x", x.size());
  check_length("gradient", gradient.size());
  Workspace stack(static_cast<std::size_t>(stack_size_) * (x.size() + 1));
  Doubt doubt;
  run_duals(program_, constants_, x, stack_size_, stack.data(), doubt);
  const double value = stack.data()[0];
  if (std::isnan(value)) {
    std::fill(gradient.begin(), gradient.end(), value);
  } else if (doubt) {
    careful_gradient(x, value, gradient);
  } else {
    std::copy_n(stack.data() + 1, x.size(), gradient.data());
  }
  return value;
}

std::function<double(double)> function_of_one(const Expression& f) {
  if (f.dimension() != 1) throw_type_error({"f has ", f.dimension(), " variables; a function of one is needed"});
  return [&f](double x) { return f.value({&x, 1}); };
}

}  // namespace downhill
