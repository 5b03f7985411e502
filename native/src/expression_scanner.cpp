#include <array>
#include <cmath>
#include <utility>

#include <downhill/error.hpp>

#include "expression_scanner.hpp"
#include "number_text.hpp"

namespace downhill {
namespace {

// Not from <cctype>: what a letter is must not depend on the locale.
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr std::string_view symbols = "+-*/^(),";

/// What to write in place of a character that people type or paste.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> replacements = {{
    {"×", "*"},    {"·", "*"},
    {"⋅", "*"},    {"∗", "*"},
    {"＊", "*"},   {"÷", "/"},
    {"∕", "/"},    {"／", "/"},
    {"−", "-"},    {"–", "-"},
    {"－", "-"},   {"＋", "+"},
    {"²", "^2"},   {"³", "^3"},
    {"＾", "^"},   {"（", "("},
    {"）", ")"},   {"，", ","},
    {"．", "."},   {"π", "pi"},
    {"√", "sqrt"}, {"\xe3\x80\x80", "a space"},
}};

/// The length of the UTF-8 character that begins `text`, or 0 if it does not begin with one.
std::size_t utf8_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length == 0 || first > 0xf4 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 0;
  }
  return length;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 40;
  return text.size() <= longest ? std::string(text) : std::string(text.substr(0, longest)) + "...";
}

}  // namespace

std::string described(const Token& token) { return token.kind == Token::Kind::end ? "end" : "'" + shortened(token.text) + "'"; }

Token ExpressionScanner::next() {
  while (at_ < source_.size() && is_space(source_[at_])) ++at_;
  Token token{.position = at_};
  if (at_ == source_.size()) return token;

  const char c = source_[at_];
  const bool point = c == '.' && at_ + 1 < source_.size() && is_digit(source_[at_ + 1]);
  if (is_digit(c) || point) return number();

  std::size_t length = 1;
  if (begins_name(c)) {
    token.kind = Token::Kind::name;
    while (at_ + length < source_.size() && (begins_name(source_[at_ + length]) || is_digit(source_[at_ + length]))) ++length;
  } else if (symbols.find(c) != std::string_view::npos) {
    token.kind = Token::Kind::symbol;
    token.symbol = c;
    if (source_.substr(at_, 2) == "**") {
      token.symbol = '^';
      length = 2;
    }
  } else {
    foreign_character();
  }
  token.text = source_.substr(at_, length);
  at_ += length;
  return token;
}

std::size_t ExpressionScanner::digits(std::size_t from) const {
  while (from < source_.size() && is_digit(source_[from])) ++from;
  return from;
}

Token ExpressionScanner::number() {
  std::size_t end = digits(at_);
  if (end < source_.size() && source_[end] == '.') end = digits(end + 1);
  if (end < source_.size() && (source_[end] == 'e' || source_[end] == 'E')) {
    std::size_t exponent = end + 1;
    if (exponent < source_.size() && (source_[exponent] == '+' || source_[exponent] == '-')) ++exponent;
    // Without digits the e is a name: 2*e, or a mistake that the parser explains.
    if (digits(exponent) > exponent) end = digits(exponent);
  }
  Token token{.kind = Token::Kind::number, .position = at_, .text = source_.substr(at_, end - at_)};
  token.number = to_number(token.text);
  if (!std::isfinite(token.number)) {
    throw_syntax_error({"the number ", described(token), " at position ", at_, " is too large; the largest is about 1.797e308"},
                       at_);
  }
  at_ = end;
  return token;
}

void ExpressionScanner::foreign_character() const {
  const std::string_view rest = source_.substr(at_);
  const std::size_t length = utf8_length(rest);
  const auto byte = static_cast<unsigned char>(rest[0]);
  std::string shown;
  if (length == 0 || byte < 0x20 || byte == 0x7f) {
    shown = "byte 0x" + in_hex(byte);
  } else {
    shown = "'" + std::string(rest.substr(0, length)) + "'";
  }
  std::string message = "unexpected " + shown + " at position " + std::to_string(at_) + ": ";
  for (const auto& [found, replacement] : replacements) {
    if (length > 0 && rest.substr(0, length) == found) throw_syntax_error({message, "write ", replacement}, at_);
  }
  throw_syntax_error({message, "allowed are numbers, names and + - * / ^ ( ) ,"}, at_);
}

}  // namespace downhill
