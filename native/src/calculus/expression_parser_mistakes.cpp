#include <algorithm>
#include <utility>

#include "calculus/expression_advice.hpp"
#include "calculus/expression_parser.hpp"
#include "support/number_text.hpp"

// What is wrong with an expression.

namespace downhill {

void ExpressionParser::fail(Kind kind, std::size_t position, std::initializer_list<Text> details,
                            std::optional<std::size_t> opened) const {
  std::vector<std::string> texts;
  for (const Text& detail : details) texts.push_back(shortened(detail.string(), longest_advice));
  throw ExpressionError(kind, std::move(texts), position, opened);
}

void ExpressionParser::unexpected(Kind kind, const Text& detail) const {
  const std::string second = detail.string();
  if (second.empty()) fail(kind, token_.position, {shortened(token_.text)});
  fail(kind, token_.position, {shortened(token_.text), second});
}

/// With the advice for a name that stands there.
void ExpressionParser::fail_with(ExpressionNames::Advice advice, std::size_t position, std::string_view found) const {
  advice.details[0] = shortened(found);
  throw ExpressionError(advice.kind, std::move(advice.details), position);
}

void ExpressionParser::unexpected_after_operand() const {
  if (token_.is(')')) unexpected(Kind::unopened, "(");
  if (token_.is(']')) unexpected(Kind::unopened, "[");
  if (token_.is('}')) unexpected(Kind::unopened, {"{"});
  if (token_.is('[') && !previous_.is(']')) unexpected(Kind::write_instead, "(");
  if (token_.is('{')) unexpected(Kind::write_instead, "(");
  if (token_.is(',')) comma();
  if (token_.is(';')) fail(Kind::semicolon, token_.position);
  if (token_.is('=')) fail(Kind::equation, token_.position);
  if (token_.is('.')) {
    // x.^2 of MATLAB, and the point behind a sentence.
    ExpressionScanner ahead = scanner_;
    const Token next = ahead.next();
    if (next.kind == Token::Kind::end || next.is('^') || next.is('*') || next.is('/')) unexpected(Kind::leave_out);
  }
  if (token_.kind == Token::Kind::number) {
    const bool number = previous_.kind == Token::Kind::number;
    if (number) mixed_number();
    unexpected(number ? Kind::number_after_number : Kind::number_after_operand);
  }
  unexpected(Kind::expected_operator);
}

/// Outside of a call a comma is one of decimals, or of thousands: 1,5 and 1,000.5 and 1.000,5.
void ExpressionParser::comma() const {
  ExpressionScanner ahead = scanner_;
  Token next = ahead.next();
  if (next.kind != Token::Kind::number) {
    if (previous_.kind == Token::Kind::end || previous_.kind == Token::Kind::symbol) unexpected(Kind::expected_operand);
    fail(Kind::comma, token_.position, {"1.5"});
  }
  const auto is_thousands = [](std::string_view digits) {
    return digits.size() >= 3 && digits.find_first_not_of("0123456789") >= 3 && (digits.size() == 3 || digits[3] == '.');
  };
  const std::string& before = previous_.plain;
  const bool whole = previous_.is_whole();
  if (previous_.kind != Token::Kind::number) fail(Kind::comma, token_.position, {{"0.", shortened(next.plain)}});
  if (whole && before.size() <= 3 && before[0] != '0' && is_thousands(next.plain)) {
    std::string number = before + next.plain;
    int groups = 1;
    std::size_t end = next.end();
    while (next.is_whole()) {
      if (!ahead.next().is(',')) break;
      next = ahead.next();
      if (next.kind != Token::Kind::number || !is_thousands(next.plain)) break;
      number += next.plain;
      ++groups;
      end = next.end();
    }
    if (groups == 1 && number.find('.') == std::string::npos)
      two_readings(previous_.position, end, {before, ".", next.plain}, number);
    fail(Kind::comma, token_.position, {shortened(number)});
  }
  const std::size_t point = before.find('.');
  if (point != std::string::npos && is_thousands(std::string_view(before).substr(point + 1)) && next.is_whole()) {
    fail(Kind::comma, token_.position, {{before.substr(0, point), before.substr(point + 1), ".", next.plain}});
  }
  if (!whole || !next.is_whole_or_exponent()) fail(Kind::comma, token_.position, {"1.5"});
  fail(Kind::comma, token_.position, {{shortened(before), ".", shortened(next.plain)}});
}

void ExpressionParser::foreign() const {
  const auto byte = static_cast<unsigned char>(token_.text[0]);
  if (utf8_length(token_.text) == 0 || byte < 0x20 || byte == 0x7f)
    fail(Kind::foreign_byte, token_.position, {{"0x", in_hex(byte)}});
  if (token_.text == "\\") latex();
  const bool number = previous_.kind == Token::Kind::number;
  const auto with_number = [&](const Text& instead) {
    fail(Kind::write_instead, previous_.position, {found(previous_.position, token_.end()), instead.string()});
  };
  if (const auto fraction = vulgar_fraction(token_.text)) {
    // 1½
    if (number && previous_.is_whole() && !fraction->decimals.empty()) with_number({previous_.plain, fraction->decimals});
    if (number) with_number({"(", previous_.plain, "+", fraction->quotient, ")"});
    unexpected(Kind::write_instead, {"(", fraction->quotient, ")"});
  }
  if (is_degree(token_.text)) {
    if (number) with_number({"(", previous_.plain, "*pi/180)"});
    unexpected(Kind::write_instead, "*pi/180");
  }
  if (is_percent(token_.text)) {
    ExpressionScanner ahead = scanner_;
    const Token next = ahead.next();
    const bool operand = next.kind == Token::Kind::name || next.is('(');
    // 7 % 2 is a remainder.
    if (next.kind == Token::Kind::number || (operand && !number)) unexpected(Kind::not_offered, "+ - * / ^");
    if (number) with_number({"(", previous_.plain, "/100)"});
    unexpected(Kind::write_instead, "/100");
  }
  if (token_.text == ":" && previous_.is('[')) {
    // X[:,0] of NumPy
    const std::string_view before = source_.substr(0, previous_.position);
    const std::size_t begin = before.find_last_of(" +-*/^(,|=") + 1;
    fail(Kind::index, token_.position, {shortened(before.substr(begin))});
  }
  if (const auto replacement = replacement_of(token_.text)) unexpected(Kind::write_instead, *replacement);
  unexpected(is_superfluous(token_.text) ? Kind::leave_out : Kind::foreign_character);
}

/// \frac{1}{2}, \cdot, \sin
void ExpressionParser::latex() const {
  const LatexCommand command = latex_command(source_.substr(token_.position));
  const std::string text = found(token_.position, token_.position + command.length);
  // x\sin without the backslash would be one name.
  const bool joined = previous_.kind == Token::Kind::name && !token_.spaced;
  const std::string product = joined ? "*" : "";
  if (command.name == "\\") unexpected(Kind::foreign_character);
  if (command.name.empty()) {
    if (command.instead.empty()) fail(Kind::leave_out, token_.position, {text});
    fail(Kind::write_instead, token_.position, {text, command.instead});
  }
  if (names_.find(command.name).kind != ExpressionNames::Found::Kind::none)
    fail(Kind::write_instead, token_.position, {text, {product, command.name}});
  if (const OtherFunction* other = other_function(command.name, 0))
    fail(Kind::write_instead, token_.position, {text, {product, other->arguments == 0 ? other->instead : command.name}});
  fail_with(names_.advice_for(command.name), token_.position, text);
}

/// lambda x: and def f(x): and x -> and x ↦ before a formula, and return.
void ExpressionParser::heading_of_other_language() const {
  const bool name = token_.kind == Token::Kind::name && names_.find(token_.plain).kind == ExpressionNames::Found::Kind::none;
  if (name && token_.plain == "return") unexpected(Kind::leave_out);
  const bool lambda = name && (token_.plain == "lambda" || token_.plain == "def");
  ExpressionScanner ahead = scanner_;
  const auto leave_out = [&](const Token& last) {
    fail(Kind::leave_out, token_.position, {found(token_.position, last.end())});
  };
  constexpr int most_tokens = 3 * Expression::max_variables;
  Token token = token_;
  for (int i = 0; i < most_tokens; ++i) {
    if (token.text == "↦" || token.text == "→" || token.text == "⟼" || token.text == "⇒") leave_out(token);
    const bool colon = token.text == ":" || token.text == "：";
    if (lambda && colon) leave_out(token);
    if (token.is('=') || token.is('-')) {
      const Token next = ahead.next();
      if (next.text == ">" && !next.spaced) leave_out(next);
      return;
    }
    if (token.kind != Token::Kind::name && !token.is('(') && !token.is(')') && !token.is(',') && !colon) return;
    token = ahead.next();
  }
}

}  // namespace downhill
