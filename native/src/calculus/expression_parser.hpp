#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/expression_error.hpp>

#include "calculus/expression_names.hpp"
#include "calculus/expression_program.hpp"
#include "calculus/expression_scanner.hpp"

namespace downhill {

/// Recursive descent:
///   formula = [ [ name [ ( variable { , variable } ) ] ] = ] sum [ ; ]
///   sum     = product { (+ | −) product }
///   product = factor { (* | /) factor | power }        the last is a product that is not written: 2x
///   factor  = (+ | −) factor | power
///   power   = primary [ raised | ^ factor ]
///   primary = number | variable | constant | call | ( sum ) | | sum | | root ( ( sum ) | primary )
///   call    = function [ raised | ^ number ] ( sum { , sum } )
///   variable may be x[0] or x_{0}; a function or constant may have a module before it: np.sin
/// Every recursion passes through `deeper`, which counts the depth. Beside the program it writes the formula anew, in the
/// spelling that other programs take.
class ExpressionParser {
 public:
  ExpressionParser(std::string_view source, std::span<const std::string> variables);

  Expression parse();

 private:
  using Kind = ExpressionError::Kind;

  /// How the last operand ended, where a product that is not written may not follow, or not without a word.
  enum class Ending : std::uint8_t {
    plain,
    euler,       // e: e(x) may be meant as e^(x)
    bar,         // |x|
    raised,      // x²
    exponent,    // x^y, without parentheses around y
    root,        // √x
    root_group,  // √(x)
  };

  /// A place in the source and in the formula written anew.
  struct Mark {
    std::size_t position;
    std::size_t written;
  };

  void advance();
  void heading();
  void sum();
  void product();
  void unwritten_product(const Mark& product, const Mark& factor, bool divided);
  void factor(bool in_exponent);
  void power(bool in_exponent);
  void raise();
  void primary();
  void group();
  void bars();
  void root();
  void name();
  ExpressionNames::Found indexed(Token& token);
  void call(const ExpressionFunction& function, const Token& token);
  std::string power_of_call(const ExpressionFunction& function, const Token& token);
  void arguments(const ExpressionFunction& function, const Token& token, const Mark& begin);

  template <class Rule>
  void deeper(Rule&& rule) {
    if (depth_ > Expression::max_depth) fail(Kind::too_deep, token_.position, {std::to_string(Expression::max_depth)});
    ++depth_;
    rule();
    --depth_;
  }
  bool begins_factor() const;

  void write(std::string_view text, bool spaced);
  /// Of the token that comes next.
  Mark mark() const { return {token_.position, written_.size() + (token_.spaced && !close_up_ ? 1 : 0)}; }
  std::string written_from(std::size_t from) const { return written_.substr(from); }
  std::string written_between(std::size_t from, std::size_t to) const { return written_.substr(from, to - from); }
  void close(char closing, char opening, std::size_t opened);

  [[noreturn]] void fail(Kind kind, std::size_t position, std::vector<std::string> details = {},
                         std::optional<std::size_t> opened = {}) const;
  /// With the token that stands there as the first detail.
  [[noreturn]] void unexpected(Kind kind, std::vector<std::string> more = {}, std::optional<std::size_t> opened = {}) const;
  [[noreturn]] void unexpected_after_operand() const;
  [[noreturn]] void foreign() const;
  [[noreturn]] void unknown(const Token& token) const;
  [[noreturn]] void two_readings(const Mark& from, std::string one, std::string other) const;

  std::string_view source_;
  ExpressionNames names_;
  ExpressionScanner scanner_;
  Token token_;
  Token previous_;
  Expression result_;
  ExpressionProgram program_;
  std::string written_;
  /// What is written next stands close to what is before it.
  bool close_up_ = true;
  int depth_ = 0;
  int open_bars_ = 0;
  Ending ending_ = Ending::plain;
  /// Where the exponent of the last power begins in what is written.
  std::size_t exponent_ = 0;
  /// Where the power of ² begins that is written after an exponent, as in 2^x².
  std::optional<std::size_t> raised_in_exponent_;
  /// The last ( … ) in what is written.
  std::size_t group_begin_ = 0;
  std::size_t group_end_ = 0;
};

}  // namespace downhill
