#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <downhill/calculus/expression.hpp>

// Formulas as tests write them, and what they give.

namespace downhill::test {

inline const std::vector<std::string> x_alone = {"x"};
inline const std::vector<std::string> x_and_y = {"x", "y"};
inline const std::vector<std::string> x0_and_x1 = {"x0", "x1"};

inline Expression of_x(const std::string& source) { return Expression::parse(source, x_alone); }
inline Expression of_two(const std::string& source) { return Expression::parse(source, x0_and_x1); }

inline double value(const std::string& source, double x = 0) { return of_x(source).value(std::array{x}); }

/// By x and y.
inline std::array<double, 2> gradient(const std::string& source, double x, double y) {
  std::array<double, 2> result{};
  Expression::parse(source, x_and_y).value_and_gradient(std::array{x, y}, result);
  return result;
}

/// By x.
inline double derivative(const std::string& source, double x) { return gradient(source, x, 0)[0]; }

/// Equal to the last bit, or both NaN.
inline bool same(double a, double b) {
  return Eigen::numext::bit_cast<std::uint64_t>(a) == Eigen::numext::bit_cast<std::uint64_t>(b) ||
         (std::isnan(a) && std::isnan(b));
}

}  // namespace downhill::test
