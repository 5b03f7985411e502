#include <array>
#include <cmath>

#include <downhill/calculus/derivative.hpp>
#include <downhill/support/error.hpp>

#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<Scheme>, 3> schemes = {{
    {"central", Scheme::central},
    {"forward", Scheme::forward},
    {"backward", Scheme::backward},
}};

void check_point(double x, double h) {
  require(std::isfinite(x), "x", x, "a finite number");
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
}

/// The formulas of 4.3.1; each operation is rounded to Real.
template <class Real, class F>
Real difference_quotient(F&& f, Real x, Real h, Scheme scheme) {
  switch (scheme) {
    case Scheme::forward:
      return (f(x + h) - f(x)) / h;
    case Scheme::backward:
      return (f(x) - f(x - h)) / h;
    case Scheme::central:
      break;
  }
  return (f(x + h) - f(x - h)) / (2 * h);
}

auto of_one_variable(const Expression& f) {
  if (f.dimension() != 1) {
    throw_type_error({"f has ", f.dimension(), " variables; a derivative needs a function of one"});
  }
  return [&f](double x) { return f.value({&x, 1}); };
}

}  // namespace

Scheme scheme_named(std::string_view name) { return value_named<Scheme>(schemes, "scheme", name); }

double numerical_derivative(const std::function<double(double)>& f, double x, double h, Scheme scheme) {
  check_point(x, h);
  return difference_quotient(f, x, h, scheme);
}

double numerical_derivative(const Expression& f, double x, double h, Scheme scheme) {
  const auto value = of_one_variable(f);
  check_point(x, h);
  return difference_quotient(value, x, h, scheme);
}

DerivativeErrors derivative_errors(const Expression& f, double x, std::span<const double> hs, Scheme scheme) {
  const auto value = of_one_variable(f);
  const auto rounded_value = [&value](float point) { return static_cast<float>(value(point)); };
  DerivativeErrors errors;
  for (const double h : hs) check_point(x, h);
  require(std::isfinite(x), "x", x, "a finite number");
  f.value_and_gradient({&x, 1}, {&errors.exact, 1});
  for (const double h : hs) {
    const double in_double = difference_quotient(value, x, h, scheme);
    const double in_float = difference_quotient(rounded_value, static_cast<float>(x), static_cast<float>(h), scheme);
    errors.float64.push_back(std::abs(in_double - errors.exact));
    errors.float32.push_back(std::abs(in_float - errors.exact));
  }
  return errors;
}

}  // namespace downhill
