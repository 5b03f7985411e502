#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <downhill/calculus/expression.hpp>

#include "calculus/estimate.hpp"
#include "calculus/expression_dual.hpp"
#include "calculus/expression_limit.hpp"

namespace downhill {
namespace {

/// What the rounding on the way may leave of a partial derivative before those beside the point are asked.
constexpr double sure = 1e-8;

/// On which side of the point f goes on as it is there, for each variable, where rounding hides a kink beside the point: of
/// √(1 − cos x) at 1e-9 on the right, for there 1 − cos x grows, and √ has no other side.
class Sides {
 public:
  template <class Made>
  void range(const Estimate&, Made&&) {}
  void cancellation(const Estimate&, const Estimate&) {}

  void condition(Op op, const Slope<Estimate>& slope, const Estimate* a, const Estimate&, std::uint64_t variables) {
    const Scaled inwards = inwards_of(op, a[0].value);
    if (inwards == 0 || (slope.factor / slope.divisor).is_within(sure)) return;
    for (std::size_t i = 1; variables != 0; ++i, variables >>= 1) {
      if (!(variables & 1)) continue;
      const std::uint64_t variable = std::uint64_t{1} << (i - 1);
      const Scaled direction = a[i].value * inwards;
      if (!(direction < 0)) right_ |= variable;
      if (!(Scaled(0) < direction)) left_ |= variable;
    }
  }

  Side of(std::size_t variable) const {
    const bool left = left_ >> variable & 1;
    const bool right = right_ >> variable & 1;
    return left && right ? Side::both : left ? Side::left : right ? Side::right : Side::unknown;
  }

 private:
  /// From the end of what a function is defined for.
  static Scaled inwards_of(Op op, const Scaled& a) {
    switch (op) {
      case Op::sqrt:
      case Op::log:
      case Op::log2:
      case Op::log10:
      case Op::power:
      case Op::acosh:
        return 1;
      case Op::asin:
      case Op::acos:
        return std::copysign(1, -a.mantissa);
      default:
        return 0;
    }
  }

  std::uint64_t left_ = 0;
  std::uint64_t right_ = 0;
};

}  // namespace

/// Found by run_duals through its argument, as that of float64 is.
static Estimate unary_value(Expression::Instruction instruction, const Estimate& a) {
  Scaled y;
  with_unary(instruction, [&](auto f) { y = f(a.value); });
  if (a.error == 0) return {y, 0};
  const Slope<Estimate> slope = unary_slope(instruction, a, Estimate(y, 0));
  return {y, carried(slope.factor.value / slope.divisor.value, a.error)};
}

void Expression::careful_gradient(std::span<const double> x, double value, std::span<double> gradient) const {
  const std::size_t n = x.size();
  std::vector<Estimate> stack(static_cast<std::size_t>(stack_size_) * (n + 1));
  std::vector<double> point(x.begin(), x.end());
  const auto run = [&] {
    Sides sides;
    run_duals(program_, constants_, point, stack_size_, stack.data(), sides);
    return sides;
  };
  const Sides sides = run();
  const std::vector<Estimate> here(stack.begin() + 1, stack.begin() + 1 + static_cast<std::ptrdiff_t>(n));
  for (std::size_t i = 0; i < n; ++i) {
    const Estimate& estimate = here[i];
    gradient[i] = double(estimate.value);
    if (!std::isfinite(value) || !std::isfinite(x[i]) || (!std::isnan(gradient[i]) && estimate.is_within(sure))) continue;
    const auto value_at = [&](double t) {
      point[i] = x[i] + t;
      return this->value(point);
    };
    const auto slope_at = [&](double t) -> UncertainSlope {
      if (!std::isfinite(value_at(t))) return {};
      run();
      return {double(stack[1 + i].value), double(stack[1 + i].error)};
    };
    gradient[i] = limit_of_slope({gradient[i], double(estimate.error)}, sides.of(i), value_at, slope_at, x[i]);
    point[i] = x[i];
  }
}

}  // namespace downhill
