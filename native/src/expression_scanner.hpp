#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// From the text of an expression to its tokens.

namespace downhill {

struct Token {
  enum class Kind : std::uint8_t {
    end,
    number,
    name,
    symbol,  // + - * / ^ ( ) , where ** is read as ^
  };
  Kind kind = Kind::end;
  std::size_t position = 0;
  std::string_view text = {};
  double number = 0;
  char symbol = 0;

  bool is(char wanted) const { return kind == Kind::symbol && symbol == wanted; }
};

/// Reads one token at a time, left to right, so that the first mistake in the text is the one that is reported.
class ExpressionScanner {
 public:
  explicit ExpressionScanner(std::string_view source) : source_(source) {}

  /// The next token. Throws SyntaxError for a character that no expression holds and for a number that is too large.
  Token next();

 private:
  Token number();
  std::size_t digits(std::size_t from) const;
  [[noreturn]] void foreign_character() const;

  std::string_view source_;
  std::size_t at_ = 0;
};

/// "'text'", cut if it is very long; "end" for the end of the text.
std::string described(const Token& token);

}  // namespace downhill
