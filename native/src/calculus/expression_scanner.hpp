#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calculus/expression_characters.hpp"

// From the text of an expression to its tokens.

namespace downhill {

struct Token {
  enum class Kind : std::uint8_t {
    end,
    number,
    name,
    raised,   // ² or ⁻¹²: an exponent
    symbol,   // + - * / ^ ( ) [ ] { } | , ; = . and the roots; ** is ^, and := is =
    foreign,  // what no expression holds
  };
  Kind kind = Kind::end;
  /// In bytes.
  std::size_t position = 0;
  /// As it stands in the source.
  std::string_view text = {};
  /// The same in ASCII.
  std::string plain = {};
  /// Infinite if it is too large.
  double number = 0;
  char symbol = 0;
  /// There is a space before it.
  bool spaced = false;

  bool is(char wanted) const { return kind == Kind::symbol && symbol == wanted; }
  bool is_root() const { return is(Character::root) || is(Character::cube_root) || is(Character::fourth_root); }
  /// Without point and exponent.
  bool is_whole() const { return kind == Kind::number && is_digits(plain); }
  /// Or with an exponent: 5e-3
  bool is_whole_or_exponent() const { return kind == Kind::number && plain.find('.') == std::string::npos; }
  /// Where it ends in the source.
  std::size_t end() const { return position + text.size(); }
};

/// Reads one token at a time, left to right, so that the first mistake in the text is the one that is reported.
class ExpressionScanner {
 public:
  /// A copy looks ahead. Both texts must outlive it.
  ExpressionScanner(std::string_view source, std::span<const Character> characters)
      : source_(source), characters_(characters) {}

  Token next();

 private:
  bool continues(std::size_t at) const;
  bool digit_at(std::size_t at) const;
  std::size_t digits(std::size_t from) const;
  std::size_t end_of_number() const;
  std::size_t end_of_name() const;
  std::size_t end_of_raised() const;
  bool is_double_star() const;
  bool is_assignment() const;

  std::string_view source_;
  std::span<const Character> characters_;
  std::size_t at_ = 0;
};

/// The length of a formula that is offered instead, in bytes.
constexpr std::size_t longest_advice = 200;

/// `text`, cut if it is very long.
std::string shortened(std::string_view text, std::size_t longest = 40);

/// 007 as 7: Python takes no zeros before a number.
std::string without_leading_zeros(const std::string& digits);

}  // namespace downhill
