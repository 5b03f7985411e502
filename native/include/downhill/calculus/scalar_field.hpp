#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include <downhill/calculus/expression.hpp>

// Functions of two variables for gradient descent (chapter 4.3.3, 4.4, and common test functions of optimisation).

namespace downhill {

/// A named f(x0, x1) with a suitable view and its known minima.
struct ScalarField {
  std::string_view
      name;  // "bowl", "valley", "saddle", "rosenbrock", "himmelblau", "beale", "rastrigin", "pass", "trap", "cliff"
  std::string_view source;   // the expression, in the variables x0 and x1
  std::array<double, 2> x0;  // the view: lowest and highest x0
  std::array<double, 2> x1;
  std::vector<std::array<double, 2>> minima;  // global minima; empty for the saddle
  double minimum = 0;                         // f there
};

/// All of them; the chapter's x0² + x1² ("bowl") first.
std::span<const ScalarField> scalar_fields();

/// Throws RangeError, with a list of the names, for a name that is not in the catalogue.
const ScalarField& scalar_field_named(std::string_view name);

/// Its expression in x0, x1.
Expression expression_of(const ScalarField& field);

}  // namespace downhill
