#include <array>
#include <cmath>
#include <string>

#include <downhill/calculus/gradient.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/support/grid.hpp>

#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<Differentiation>, 2> methods = {{
    {"numerical", Differentiation::numerical},
    {"exact", Differentiation::exact},
}};

/// The grid points of one row, and the fields there. Evaluating whole rows lets the expression vectorise.
class FieldRow {
 public:
  FieldRow(const Expression& f, const Grid& grid) : f_(f), columns_(static_cast<std::size_t>(grid.columns)) {
    for (int c = 0; c < grid.columns; ++c) x0_.push_back(grid_coordinate(grid.x0, grid.columns, c));
    x1_.resize(columns_);
    shifted_.resize(columns_);
    above_.resize(columns_);
    below_.resize(columns_);
  }

  void move_to(double x1) { x1_.assign(columns_, x1); }

  void values(std::span<double> out) const { evaluate(x0_, x1_, out); }

  void numerical_partials(double h, std::span<double> d0, std::span<double> d1) {
    central(x0_, h, d0, [this](std::span<double> out) { evaluate(shifted_, x1_, out); });
    central(x1_, h, d1, [this](std::span<double> out) { evaluate(x0_, shifted_, out); });
  }

  void exact_partials(std::span<double> d0, std::span<double> d1) const {
    for (std::size_t c = 0; c < columns_; ++c) {
      const std::array<double, 2> x{x0_[c], x1_[c]};
      std::array<double, 2> gradient{};
      f_.value_and_gradient(x, gradient);
      d0[c] = gradient[0];
      d1[c] = gradient[1];
    }
  }

 private:
  void evaluate(std::span<const double> x0, std::span<const double> x1, std::span<double> out) const {
    const std::array<std::span<const double>, 2> x{x0, x1};
    f_.values(x, out);
  }

  template <class Evaluate>
  void central(std::span<const double> x, double h, std::span<double> out, Evaluate&& evaluate_shifted) {
    for (std::size_t c = 0; c < columns_; ++c) shifted_[c] = x[c] + h;
    evaluate_shifted(above_);
    for (std::size_t c = 0; c < columns_; ++c) shifted_[c] = x[c] - h;
    evaluate_shifted(below_);
    for (std::size_t c = 0; c < columns_; ++c) out[c] = (above_[c] - below_[c]) / (2 * h);
  }

  const Expression& f_;
  std::size_t columns_;
  std::vector<double> x0_;
  std::vector<double> x1_;
  std::vector<double> shifted_;
  std::vector<double> above_;
  std::vector<double> below_;
};

}  // namespace

void check_numerical_gradient(std::span<const double> x, double h) {
  check_finite("x", x);
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
}

std::vector<double> numerical_gradient(const Expression& f, std::span<const double> x, double h) {
  f.check_length("x", x.size());
  return numerical_gradient([&f](std::span<const double> point) { return f.value(point); }, x, h);
}

Differentiation differentiation_named(std::string_view name) { return value_named<Differentiation>(methods, "method", name); }

GradientField gradient_field(const Expression& f, const Grid& grid, Differentiation method, double h) {
  if (f.dimension() != 2) {
    throw_type_error({"f has ", f.dimension(), " variables; a field needs a function of two"});
  }
  check_grid(grid);
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
  const auto columns = static_cast<std::size_t>(grid.columns);
  const std::size_t points = columns * static_cast<std::size_t>(grid.rows);
  GradientField field{std::vector<double>(points), std::vector<double>(points), std::vector<double>(points)};
  FieldRow row(f, grid);
  for (int r = 0; r < grid.rows; ++r) {
    const auto part = [&](std::vector<double>& all) {
      return std::span<double>(all).subspan(static_cast<std::size_t>(r) * columns, columns);
    };
    row.move_to(grid_coordinate(grid.x1, grid.rows, r));
    row.values(part(field.value));
    if (method == Differentiation::exact) {
      row.exact_partials(part(field.d0), part(field.d1));
    } else {
      row.numerical_partials(h, part(field.d0), part(field.d1));
    }
  }
  return field;
}

}  // namespace downhill
