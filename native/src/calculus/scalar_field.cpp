#include <array>
#include <string>

#include <downhill/calculus/scalar_field.hpp>

#include "support/names.hpp"

namespace downhill {

std::span<const ScalarField> scalar_fields() {
  static const std::array<ScalarField, 10> fields = {{
      {"bowl", "x0^2 + x1^2", {-4.5, 4.5}, {-4.5, 4.5}, {{0, 0}}, 0},
      {"valley", "x0^2/20 + x1^2", {-10, 10}, {-10, 10}, {{0, 0}}, 0},
      {"saddle", "x0^2 - x1^2", {-2, 2}, {-2, 2}, {}, 0},
      {"rosenbrock", "(1 - x0)^2 + 100*(x1 - x0^2)^2", {-2, 2}, {-1, 3}, {{1, 1}}, 0},
      {"himmelblau",
       "(x0^2 + x1 - 11)^2 + (x0 + x1^2 - 7)^2",
       {-5, 5},
       {-5, 5},
       {{3, 2},
        {-2.805118086952745, 3.131312518250573},
        {-3.779310253377747, -3.2831859912861696},
        {3.5844283403304917, -1.8481265269644034}},
       0},
      {"beale",
       "(1.5 - x0 + x0*x1)^2 + (2.25 - x0 + x0*x1^2)^2 + (2.625 - x0 + x0*x1^3)^2",
       {-4.5, 4.5},
       {-4.5, 4.5},
       {{3, 0.5}},
       0},
      {"rastrigin", "20 + x0^2 - 10*cos(2*pi*x0) + x1^2 - 10*cos(2*pi*x1)", {-5.12, 5.12}, {-5.12, 5.12}, {{0, 0}}, 0},
      {"pass", "(x0^2 - 1)^2 + x1^2", {-2, 2}, {-2, 2}, {{-1, 0}, {1, 0}}, 0},
      {"trap", "(x0^2 - 1)^2 - 0.3*x0 + x1^2", {-2, 2}, {-2, 2}, {{1.0355787140888537, 0}}, -0.305428483743916},
      {"cliff",
       "0.1*(x0^2 + x1^2) + 3/(1 + exp(8*(x0 + 1)))",
       {-3, 3},
       {-3, 3},
       {{0.03131769556228457, 0}},
       0.0008812266342420805},
  }};
  return fields;
}

const ScalarField& scalar_field_named(std::string_view name) {
  std::vector<Named<const ScalarField*>> table;
  for (const ScalarField& field : scalar_fields()) table.push_back({field.name, &field});
  return *value_named<const ScalarField*>(table, "function", name);
}

Expression expression_of(const ScalarField& field) {
  const std::array<std::string, 2> variables{"x0", "x1"};
  return Expression::parse(field.source, variables);
}

}  // namespace downhill
