#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <downhill/calculus/expression.hpp>
#include <downhill/support/error.hpp>

#include "calculus/expression_limit.hpp"
#include "calculus/expression_ops.hpp"

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

double Expression::differentiate(std::span<const double> x, std::span<double> gradient) const {
  // A dual number is a value and its partial derivatives, side by side; and a bit for each variable that it depends on. A
  // partial derivative of 0 is not enough to know that: at 0, x³ has one, and √(x³) has another slope than a constant.
  const std::size_t n = x.size();
  const std::size_t width = n + 1;
  const auto slots = static_cast<std::size_t>(stack_size_);
  Workspace stack(slots * width);
  std::array<std::uint64_t, 16> few_sets{};
  std::vector<std::uint64_t> many_sets(slots > few_sets.size() ? slots : 0);
  double* top = stack.data();
  std::uint64_t* variables = many_sets.empty() ? few_sets.data() : many_sets.data();  // of the dual number at `top`
  for (const Instruction instruction : program_) {
    const auto argument = static_cast<std::size_t>(instruction.argument);
    if (instruction.op == Op::constant || instruction.op == Op::variable) {
      const bool is_variable = instruction.op == Op::variable;
      top[0] = is_variable ? x[argument] : constants_[argument];
      std::fill_n(top + 1, n, 0.0);
      if (is_variable) top[1 + argument] = 1;
      *variables++ = is_variable ? std::uint64_t{1} << argument : 0;
      top += width;
    } else if (is_binary(instruction.op)) {
      top -= width;
      --variables;
      double* a = top - width;
      const double* b = top;
      std::uint64_t& of_a = variables[-1];
      const std::uint64_t of_b = variables[0];
      double y = 0;
      with_binary(instruction.op, [&](auto f) { y = f(a[0], b[0]); });
      if (instruction.op == Op::min || instruction.op == Op::max) {
        // One of the two, as it is. At a tie y is the first argument; where one is NaN, y and its slopes are.
        if ((y == b[0] && y != a[0]) || (std::isnan(b[0]) && !std::isnan(a[0]))) {
          std::copy_n(b, width, a);
          of_a = of_b;
        }
        a[0] = y;
        continue;
      }
      const Slopes slopes = binary_slopes(instruction.op, a[0], b[0], y);
      a[0] = y;
      for (std::size_t i = 1; i < width; ++i) {
        const std::uint64_t variable = std::uint64_t{1} << (i - 1);
        const double by_a = of_a & variable ? slopes.a(a[i]) : 0;
        a[i] = of_b & variable ? by_a + slopes.b(b[i]) : by_a;
      }
      of_a |= of_b;
    } else {
      double* a = top - width;
      double y = 0;
      with_unary(instruction, [&](auto f) { y = f(a[0]); });
      if (is_constant(instruction)) variables[-1] = 0;
      const Slope slope = unary_slope(instruction, a[0], y);
      a[0] = y;
      for (std::size_t i = 1; i < width; ++i) a[i] = variables[-1] >> (i - 1) & 1 ? slope(a[i]) : 0;
    }
  }
  const double* result = stack.data();
  std::copy_n(result + 1, n, gradient.data());
  return result[0];
}

double Expression::value_and_gradient(std::span<const double> x, std::span<double> gradient) const {
  check_length("x", x.size(), variables_.size());
  check_length("gradient", gradient.size(), variables_.size());
  const double value = differentiate(x, gradient);
  if (!std::isfinite(value)) return value;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(gradient[i]) && std::isfinite(x[i])) gradient[i] = slope_beside(x, i);
  }
  return value;
}

double Expression::slope_beside(std::span<const double> x, std::size_t variable) const {
  std::vector<double> point(x.begin(), x.end());
  std::vector<double> gradient(x.size());
  const auto value_at = [&](double t) {
    point[variable] = x[variable] + t;
    return value(point);
  };
  const auto slope_at = [&](double t) {
    point[variable] = x[variable] + t;
    return std::isfinite(differentiate(point, gradient)) ? gradient[variable] : std::numeric_limits<double>::quiet_NaN();
  };
  return limit_of_slope(value_at, slope_at, std::max(1.0, std::abs(x[variable])));
}

std::function<double(double)> function_of_one(const Expression& f) {
  if (f.dimension() != 1) throw_type_error({"f has ", f.dimension(), " variables; a function of one is needed"});
  return [&f](double x) { return f.value({&x, 1}); };
}

}  // namespace downhill
