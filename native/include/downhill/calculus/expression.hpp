#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <downhill/calculus/undefined.hpp>
#include <downhill/support/types.hpp>

// A function typed by the reader: f(x0, x1, …) from text to value and exact gradient.

namespace downhill {

/// f: Rⁿ → R, compiled once from text to a small postfix program that is run over points or over whole arrays.
///
/// Grammar: numbers (1, .5, 2e-3), the variables given, pi, e, + − * / ^ (also **; right-associative, binds tighter than a
/// sign: −x^2 is −(x²)), parentheses, |x|, and sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp log log2 log10
/// sqrt cbrt abs (one argument), pow (two), min max (two or more). Powers with a whole constant exponent from −16 to 16 are
/// products: x^2 is x·x to the last bit. min and max are NaN if an argument is. A power of a negative number is NaN unless the
/// exponent is whole: x^(1/3) is no cube root, since 1/3 is no float64; cbrt is.
///
/// Also read as people write them: y =, f(x) = and f(x) := before the formula, x₀², x⁻¹, x^{2}, the signs · × ÷ − √ ∛ ³√ π,
/// full-width and mathematical letters, all spaces of Unicode, x[0] and x_0 for x0, ln lg lb arcsin …, np.sin and math.sin,
/// sin²(x), capitals, and products that are not written: 2x, (x+1)(x−1), x0 x1. What can be read in two ways is refused with
/// both: 1/2x, e^2x, √2x, 2³√x, x^1/3, 1e -5, max(0,5, x).
///
/// Where a part of f has no value (NaN), f has none and no gradient: (x/x)^0 at 0, 1^log(x) at −1. 0^0 is 1.
///
/// A plain value. The gradient is exact (forward-mode differentiation with dual numbers): that of abs at 0 is 0, min and max
/// take that of their first argument at a tie. Numbers on the way that are too large or too small for a float64 do it no harm:
/// ∂/∂x 1/(1/x) is 1 at 1e200. Where f is finite and its rules say 0·∞ or ∞ − ∞, as those of (x^3)^(1/3) at 0 do, or rounding
/// leaves little of what they say, as for √(1 − cos x) at 1e-9, a partial derivative is the limit of those beside the point, to
/// about 1e-9, and NaN if there is none. `value`, `values` and `value_and_gradient` give bit-equal values.
class Expression {
 public:
  static constexpr std::size_t max_source_length = 10'000;  // characters
  static constexpr int max_depth = 200;                     // nesting of parentheses, signs and powers in the source
  static constexpr int max_variables = 64;

  /// Throws ExpressionError (a SyntaxError) with the position of the mistake: what was found and what was expected, an unknown
  /// name together with the names that are known, too deep, too long, empty, two readings. Throws RangeError unless there are 1
  /// … max_variables variables, and for one that is repeated, not an identifier ([A-Za-z_][A-Za-z_0-9]*), or read as the
  /// name of a constant or function: log, ln, LOG.
  static Expression parse(std::string_view source, std::span<const std::string> variables);

  const std::string& source() const { return source_; }
  /// The same formula in ASCII, with every product written and every function under its own name: what other programs read.
  /// Parsed, it gives the same program, if it is not longer than max_source_length.
  const std::string& canonical() const { return canonical_; }
  const std::vector<std::string>& variables() const { return variables_; }
  int dimension() const { return static_cast<int>(variables_.size()); }

  /// Throws TypeError "<name> has … values; the function has …" unless `count` is the dimension.
  void check_length(const char* name, std::size_t count) const;

  /// f(x). Throws TypeError unless x has `dimension` values. May be NaN or infinite where f is not defined.
  double value(std::span<const double> x) const;

  /// f(x), and ∂f/∂xᵢ in gradient[i]. Throws TypeError unless both have `dimension` values.
  double value_and_gradient(std::span<const double> x, std::span<double> gradient) const;

  /// Why f is NaN at x, a point of numbers; none where it is not, or where only a NaN of x is at fault. Throws TypeError
  /// unless x has `dimension` values.
  std::optional<Undefined> undefined_at(std::span<const double> x) const;

  /// f at many points. x: one array a variable, all as long as `out`. Throws TypeError where they are not.
  void values(std::span<const std::span<const double>> x, std::span<double> out) const;

  /// One step of the program. `argument` is the number of the constant or variable, or the integer exponent.
  enum class Op : std::uint8_t {
    constant,
    variable,
    add,
    subtract,
    multiply,
    divide,
    negate,
    power,
    integer_power,
    sin,
    cos,
    tan,
    asin,
    acos,
    atan,
    sinh,
    cosh,
    tanh,
    asinh,
    acosh,
    atanh,
    exp,
    log,
    log2,
    log10,
    sqrt,
    cbrt,
    abs,
    min,
    max,
  };
  struct Instruction {
    Op op;
    std::int32_t argument = 0;
  };

 private:
  Expression() = default;
  /// The gradient where float64 alone says nothing of it, or nothing that is sure.
  void careful_gradient(std::span<const double> x, double value, std::span<double> gradient) const;
  std::string source_;
  std::string canonical_;
  std::vector<std::string> variables_;
  std::vector<Instruction> program_;
  std::vector<double> constants_;
  int stack_size_ = 0;
  friend class ExpressionParser;
};

/// f as a function of a number; f must outlive it. Throws TypeError unless f has one variable.
std::function<double(double)> function_of_one(const Expression& f);

}  // namespace downhill
