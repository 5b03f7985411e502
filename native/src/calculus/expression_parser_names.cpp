#include <algorithm>
#include <cmath>
#include <string_view>

#include "calculus/expression_parser.hpp"

// The variables and constants of an expression.

namespace downhill {

using Found = ExpressionNames::Found;

void ExpressionParser::name() {
  Token token = token_;
  advance();
  while (token_.is('.') && !token_.spaced && ExpressionNames::is_module(token.plain)) {
    advance();
    if (token_.kind != Token::Kind::name) unexpected(Kind::expected_operand);
    token.plain = token_.plain;
    token.text = source_.substr(token.position, token_.end() - token.position);
    advance();
  }
  const bool braces = token_.is('{') && !token_.spaced && token.plain.back() == '_';
  Found found = names_.find(token.plain);
  if (found.kind != Found::Kind::function && (token_.is('[') || braces)) found = indexed(token);
  switch (found.kind) {
    case Found::Kind::function:
      return call(*found.function, token);
    case Found::Kind::variable:
      write(result_.variables_[static_cast<std::size_t>(found.number)], token.spaced);
      program_.variable(found.number);
      ending_ = Ending::plain;
      return;
    case Found::Kind::constant:
      return constant(found, token);
    default:
      unknown(token);
  }
}

void ExpressionParser::constant(const Found& found, const Token& token) {
  if (token_.is('(')) {
    // PI()
    ExpressionScanner ahead = scanner_;
    const Token next = ahead.next();
    if (next.is(')')) fail(Kind::write_instead, token.position, {this->found(token.position, next.end()), found.name});
  }
  write(found.name, token.spaced);
  program_.constant(found.value);
  ending_ = found.name == "e" ? Ending::euler : Ending::plain;
}

/// x[0] or x_{0}: the variable x0.
ExpressionNames::Found ExpressionParser::indexed(Token& token) {
  const char closing = token_.is('[') ? ']' : '}';
  std::string base = token.plain;
  if (closing == '}') base.pop_back();
  const Found whole = names_.find(base);
  const auto without_index = [&] {
    const std::size_t end = std::min(source_.find(closing, token_.position), source_.size() - 1) + 1;
    fail(Kind::other_name, token.position,
         {this->found(token.position, end), result_.variables_[static_cast<std::size_t>(whole.number)]});
  };
  advance();
  const Token number = token_;
  if (number.is_whole()) advance();
  if (!number.is_whole() || !token_.is(closing)) {
    // x[i] where x is a number
    if (whole.kind == Found::Kind::variable && names_.find(base + "0").kind != Found::Kind::variable) without_index();
    fail(Kind::index, number.position, {shortened(base)});
  }
  const std::string digits = without_leading_zeros(number.plain);
  const bool has_digits = !base.empty() && is_digit(base.back());
  // x1[0] is not x10.
  const Found found = has_digits ? Found{} : names_.find(base + digits);
  if (found.kind == Found::Kind::none && whole.kind == Found::Kind::variable && digits == "0") without_index();
  token.text = source_.substr(token.position, token_.end() - token.position);
  token.plain = closing == '}' && simplified_name(base) == "log" ? base + digits : Text({base, "[", digits, "]"}).string();
  advance();
  return found;
}

}  // namespace downhill
