#pragma once

#include <cstddef>
#include <cstdint>
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
    symbol,   // + - * / ^ ( ) [ ] { } | , ; = . and the roots, where ** is read as ^
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
  bool is_root() const { return is(Character::root) || is(Character::cube_root); }
};

/// Reads one token at a time, left to right, so that the first mistake in the text is the one that is reported.
class ExpressionScanner {
 public:
  explicit ExpressionScanner(std::string_view source) : source_(source), characters_(characters_of(source)) {}

  Token next();

 private:
  bool continues(std::size_t at) const;
  bool digit_at(std::size_t at) const;
  std::size_t digits(std::size_t from) const;
  std::size_t end_of_number() const;
  std::size_t end_of_name() const;
  std::size_t end_of_raised() const;
  bool is_double_star() const;

  std::string_view source_;
  std::vector<Character> characters_;
  std::size_t at_ = 0;
};

/// `text`, cut if it is very long.
std::string shortened(std::string_view text);

}  // namespace downhill
