#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/expression_error.hpp>
#include <downhill/support/error.hpp>

#include "calculus/expression_names.hpp"
#include "calculus/expression_program.hpp"
#include "calculus/expression_scanner.hpp"

namespace downhill {

/// Recursive descent:
///   formula = { [ name [ ( variable { , variable } ) ] ] = } sum [ ; ]
///   sum     = product { (+ | −) product }
///   product = factor { (* | /) factor | power }        the last is a product that is not written: 2x
///   factor  = (+ | −) factor | power
///   power   = primary [ raised | ^ factor | ^ { sum } ]
///   primary = number | variable | constant | call | ( sum ) | | sum | | [ raised ] root ( ( sum ) | primary )
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

  /// What is given to a function that is not written as one here.
  struct Given {
    /// Each argument as it would be written; empty where they cannot be read.
    std::vector<std::string> arguments;
    /// In the source.
    std::size_t end;
  };

  static constexpr std::size_t npos = std::string::npos;

  /// A comma in a call.
  struct Comma {
    /// In what is written.
    std::size_t written;
    std::size_t position;
    /// Where the numbers begin that stand close to it, on both sides, if there are two.
    std::size_t number = npos;
    std::size_t next_number = npos;
    /// The second of them, as it stands in the source.
    std::string decimals = {};
    /// There is a space behind it.
    bool spaced = false;
    /// It is read as one of decimals.
    bool decimal = false;
  };
  struct Arguments {
    int count = 0;
    /// Where the first begins in what is written.
    std::size_t begin = 0;
    std::vector<Comma> commas = {};
    bool all_numbers = true;

    bool may_be_decimal(std::size_t comma) const;
  };

  void advance();
  void headings();
  bool heading();
  void sum();
  void product();
  void unwritten_product(const Mark& product, const Mark& factor, bool divided);
  void factor(bool in_exponent);
  void power(bool in_exponent);
  void raise();
  void primary();
  void group(char opening, char closing);
  void bars();
  void root();
  void name();
  ExpressionNames::Found indexed(Token& token);
  void constant(const ExpressionNames::Found& found, const Token& token);
  void call(const ExpressionFunction& function, const Token& token);
  std::string power_of_call(const ExpressionFunction& function, const Token& token);
  Arguments arguments(const ExpressionFunction& function);
  void check_commas(const ExpressionFunction& function, Arguments& given, const Mark& begin, const std::string& power) const;
  std::string with_decimals(std::size_t begin, const Arguments& given, std::string_view separator) const;
  std::vector<std::string> readings_of_call(const ExpressionFunction& function, Arguments& given, const Mark& begin) const;
  Given given();
  Given given_without_parentheses();

  template <class Rule>
  void deeper(Rule&& rule) {
    if (depth_ > Expression::max_depth) fail(Kind::too_deep, token_.position, {std::to_string(Expression::max_depth)});
    ++depth_;
    rule();
    --depth_;
  }
  bool begins_factor() const;
  bool begins_function() const;
  bool begins_close_to_next() const;
  bool begins_root_with_index() const;
  bool ends_in_first_power() const;

  void write(std::string_view text, bool spaced);
  /// The mark of the next token, or of one that has just been read.
  Mark mark() const { return mark(token_); }
  Mark mark(const Token& token) const { return {token.position, written_.size() + (token.spaced && !close_up_ ? 1 : 0)}; }
  std::string written_from(std::size_t from) const { return written_.substr(from); }
  std::string written_between(std::size_t from, std::size_t to) const { return written_.substr(from, to - from); }
  void close(char closing, char opening, std::size_t opened);

  [[noreturn]] void fail(Kind kind, std::size_t position, std::initializer_list<Text> details = {},
                         std::optional<std::size_t> opened = {}) const;
  [[noreturn]] void fail_with(ExpressionNames::Advice advice, std::size_t position, std::string_view found) const;
  /// With the token that stands there as the first detail.
  [[noreturn]] void unexpected(Kind kind, const Text& detail = "") const;
  [[noreturn]] void unexpected_after_operand() const;
  [[noreturn]] void comma() const;
  [[noreturn]] void foreign() const;
  [[noreturn]] void latex() const;
  [[noreturn]] void unknown(const Token& token);
  void other_logarithm(const Token& token);
  void power_or_factor(const Token& token);
  void other_name(const Token& token);
  void joined_names(const Token& token, std::string joined);
  [[noreturn]] void wrong_count(const ExpressionFunction& function, Arguments& given, const Mark& begin,
                                const std::string& power) const;
  [[noreturn]] void without_parentheses(const ExpressionFunction& function, const Token& token, const std::string& power);
  void heading_of_other_language() const;
  void broken_exponent() const;
  void broken_line() const;
  void mixed_number() const;
  bool binds_what_follows(std::size_t position) const;
  bool is_between_operands(std::size_t position) const;
  /// The text from `from` to `end`, or to the last token that was read, has two readings.
  [[noreturn]] void two_readings(std::size_t from, std::size_t end, const Text& one, const Text& other) const;
  [[noreturn]] void two_readings(const Mark& from, const Text& one, const Text& other) const;
  std::string found(std::size_t from, std::size_t end) const { return shortened(source_.substr(from, end - from)); }

  std::string_view source_;
  ExpressionNames names_;
  std::vector<Character> characters_;
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
