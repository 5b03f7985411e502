#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include <downhill/calculus/expression.hpp>

// Functions of two variables to walk on (chapter 4.3.3, 4.4 and the usual test functions of optimisation).

namespace downhill {

/// A named f(x0, x1) with a view that shows it well and the minima that are known.
struct ScalarField {
  std::string_view name;     // "bowl", "valley", "saddle", "rosenbrock", "himmelblau", "beale", "rastrigin"
  std::string_view source;   // the expression, in the variables x0 and x1
  std::array<double, 2> x0;  // the view: lowest and highest x0
  std::array<double, 2> x1;
  std::vector<std::array<double, 2>> minima;  // global minima; empty for the saddle
  double minimum = 0;                         // f there
};

/// All of them; the chapter's x0² + x1² ("bowl") first.
std::span<const ScalarField> scalar_fields();

/// Throws RangeError for a name that is not in the catalogue, with the names that are.
const ScalarField& scalar_field_named(std::string_view name);

/// Its expression in x0, x1.
Expression expression_of(const ScalarField& field);

}  // namespace downhill
