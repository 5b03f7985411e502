#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <downhill/calculus/derivative.hpp>
#include <downhill/calculus/expression.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/grid.hpp>

// The gradient by numerical differentiation, at a point and over a grid (chapter 4.4).

namespace downhill {

/// Throws RangeError unless every x is finite and h is finite and above 0.
void check_numerical_gradient(std::span<const double> x, double h);

/// (f(x + h·eᵢ) − f(x − h·eᵢ)) / 2h for each i, on a float64 copy: the caller's x is not changed.
/// f is called as f(std::span<const double>) → double.
template <std::invocable<std::span<const double>> F>
std::vector<double> numerical_gradient(F&& f, std::span<const double> x, double h = default_h) {
  check_numerical_gradient(x, h);
  std::vector<double> point(x.begin(), x.end());
  std::vector<double> gradient(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    point[i] = x[i] + h;
    const double above = f(std::span<const double>(point));
    point[i] = x[i] - h;
    const double below = f(std::span<const double>(point));
    gradient[i] = (above - below) / (2 * h);
    point[i] = x[i];
  }
  return gradient;
}

/// The same; also throws TypeError unless x has one value per variable.
std::vector<double> numerical_gradient(const Expression& f, std::span<const double> x, double h = default_h);

enum class Differentiation : std::uint8_t { numerical, exact };

/// "numerical" or "exact". Throws RangeError for any other name.
Differentiation differentiation_named(std::string_view name);

/// Row-major, x1 outer: entry (row r, column c) is at r·columns + c.
struct GradientField {
  std::vector<double> value;
  std::vector<double> d0;  // ∂f/∂x0
  std::vector<double> d1;  // ∂f/∂x1
};

/// One gradient per grid point (the post's listing treats all X as one point and all Y as another).
/// Throws TypeError unless f has two variables, RangeError for an invalid grid or h.
GradientField gradient_field(const Expression& f, const Grid& grid, Differentiation method = Differentiation::numerical,
                             double h = default_h);

}  // namespace downhill
