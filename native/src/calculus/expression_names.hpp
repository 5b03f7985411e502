#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/expression_error.hpp>

// The names that an expression may hold.

namespace downhill {

struct ExpressionFunction {
  std::string_view name;
  Expression::Op op;
  int fewest;
  int most;  // 0: any number
};

class ExpressionNames {
 public:
  /// Throws RangeError as Expression::parse does.
  explicit ExpressionNames(std::span<const std::string> variables);

  struct Found {
    enum class Kind : std::uint8_t { none, variable, constant, function };
    Kind kind = Kind::none;
    /// The number of the variable.
    std::int32_t number = 0;
    double value = 0;
    /// The name of the constant or the function; else empty.
    std::string_view name = {};
    const ExpressionFunction* function = nullptr;
  };
  /// A variable first; then what other programs call a function (ln, arcsin); then without regard to capitals and to _ before
  /// digits, so that x_0 is x0.
  Found find(std::string_view name) const;

  struct Advice {
    ExpressionError::Kind kind;
    std::vector<std::string> details;
  };
  /// What to write in place of a name that is not known.
  Advice advice_for(std::string_view name) const;

  static std::string known_functions();

  /// np in np.sin
  static bool is_module(std::string_view name);

 private:
  std::optional<std::string> product_of(std::string_view name) const;
  std::optional<Advice> readings_of_logarithm(std::string_view name) const;
  std::optional<std::string> nearest_to(std::string_view name) const;
  std::string known() const;

  std::span<const std::string> variables_;
};

/// In small letters and without _ between a letter and a digit.
std::string simplified_name(std::string_view name);

}  // namespace downhill
