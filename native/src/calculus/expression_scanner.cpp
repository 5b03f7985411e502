#include <algorithm>

#include "calculus/expression_scanner.hpp"
#include "support/number_text.hpp"

namespace downhill {
namespace {

using Script = Character::Script;

// Not from <cctype>: what a letter is must not depend on the locale.
bool begins_name(const Character& c) {
  return c.script == Script::line &&
         ((c.plain >= 'a' && c.plain <= 'z') || (c.plain >= 'A' && c.plain <= 'Z') || c.plain == '_');
}

constexpr char symbol_characters[] = {'+',
                                      '-',
                                      '*',
                                      '/',
                                      '^',
                                      '(',
                                      ')',
                                      '[',
                                      ']',
                                      '{',
                                      '}',
                                      '|',
                                      ',',
                                      ';',
                                      '=',
                                      '.',
                                      Character::root,
                                      Character::cube_root,
                                      Character::fourth_root};
constexpr std::string_view symbols(symbol_characters, sizeof symbol_characters);

}  // namespace

std::string shortened(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

std::string without_leading_zeros(const std::string& digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  const bool needs_zero = first == digits.size() || digits[first] == '.' || digits[first] == 'e' || digits[first] == 'E';
  return digits.substr(needs_zero && first > 0 ? first - 1 : first);
}

Token ExpressionScanner::next() {
  if (at_ == characters_.size()) return {.position = source_.size()};
  const Character& first = characters_[at_];
  Token token{.position = first.position, .spaced = first.spaced};
  std::size_t end = at_ + 1;
  if (digit_at(at_) || (first.plain == '.' && continues(end) && digit_at(end))) {
    token.kind = Token::Kind::number;
    end = end_of_number();
  } else if (begins_name(first)) {
    token.kind = Token::Kind::name;
    end = end_of_name();
  } else if (first.script == Script::raised) {
    end = end_of_raised();
    token.kind = end > at_ ? Token::Kind::raised : Token::Kind::foreign;
    end = std::max(end, at_ + 1);
  } else if (first.plain == Character::pi) {
    token.kind = Token::Kind::name;
  } else if (is_assignment()) {
    token.kind = Token::Kind::symbol;
    token.symbol = '=';
    ++end;
  } else if (first.script == Script::line && first.plain != Character::foreign &&
             symbols.find(first.plain) != std::string_view::npos) {
    token.kind = Token::Kind::symbol;
    token.symbol = first.plain;
    if (is_double_star()) {
      token.symbol = '^';
      ++end;
    }
  } else {
    token.kind = Token::Kind::foreign;
  }
  for (std::size_t i = at_; i < end; ++i) token.plain += characters_[i].plain;
  if (first.plain == Character::pi) token.plain = "pi";
  if (token.symbol == '^' || token.symbol == '=') token.plain = token.symbol;
  const Character& last = characters_[end - 1];
  token.text = source_.substr(first.position, last.position + last.length - first.position);
  if (token.kind == Token::Kind::number) {
    token.number = to_number(token.plain);
  } else if (token.kind == Token::Kind::raised) {
    if (token.plain[0] == '+') token.plain.erase(0, 1);
  }
  at_ = end;
  return token;
}

/// The character belongs to the same word as the one before it.
bool ExpressionScanner::continues(std::size_t at) const { return at < characters_.size() && !characters_[at].spaced; }

bool ExpressionScanner::digit_at(std::size_t at) const {
  return at < characters_.size() && characters_[at].is_digit(Script::line);
}

std::size_t ExpressionScanner::digits(std::size_t from) const {
  while (continues(from) && digit_at(from)) ++from;
  return from;
}

std::size_t ExpressionScanner::end_of_number() const {
  const auto is = [this](std::size_t at, char a, char b) {
    return continues(at) && characters_[at].script == Script::line &&
           (characters_[at].plain == a || characters_[at].plain == b);
  };
  // Its first character may have a space before it.
  std::size_t end = digit_at(at_) ? digits(at_ + 1) : at_;
  if (end == at_ || is(end, '.', '.')) end = digits(end + 1);
  if (is(end, 'e', 'E')) {
    const std::size_t exponent = is(end + 1, '+', '-') ? end + 2 : end + 1;
    // Without digits the e is a name: 2·e.
    if (digits(exponent) > exponent) end = digits(exponent);
  }
  return end;
}

std::size_t ExpressionScanner::end_of_name() const {
  std::size_t end = at_ + 1;
  while (continues(end) && (begins_name(characters_[end]) || digit_at(end))) ++end;
  // x1₀ is not x10.
  if (end > at_ + 1 && digit_at(end - 1)) return end;
  while (continues(end) && characters_[end].is_digit(Script::lowered)) ++end;
  return end;
}

/// Where there are no digits it is empty.
std::size_t ExpressionScanner::end_of_raised() const {
  const std::size_t begin = characters_[at_].is_digit(Script::raised) ? at_ : at_ + 1;
  std::size_t end = begin;
  while (end < characters_.size() && (end == at_ || continues(end)) && characters_[end].is_digit(Script::raised)) ++end;
  return end > begin ? end : at_;
}

/// :=
bool ExpressionScanner::is_assignment() const {
  const auto is = [this](std::size_t at, char wanted) {
    return characters_[at].script == Script::line && characters_[at].plain == wanted;
  };
  return is(at_, ':') && continues(at_ + 1) && is(at_ + 1, '=');
}

/// Not for two of the other signs of multiplication.
bool ExpressionScanner::is_double_star() const {
  const auto is_star = [this](std::size_t at) {
    const std::string_view text = source_.substr(characters_[at].position, characters_[at].length);
    return text == "*" || text == "＊";
  };
  return is_star(at_) && continues(at_ + 1) && is_star(at_ + 1);
}

}  // namespace downhill
