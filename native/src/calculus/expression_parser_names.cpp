#include <algorithm>
#include <cmath>
#include <string_view>

#include "calculus/expression_parser.hpp"
#include "support/number_text.hpp"

// The variables, constants and calls of an expression.

namespace downhill {

using Found = ExpressionNames::Found;

namespace {

// With a sign or not, and with an exponent; e alone is a name.
bool is_plain_number(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("+- "), text.size()));
  const bool begins_with_digit = !text.empty() && (text[0] == '.' || (text[0] >= '0' && text[0] <= '9'));
  const std::size_t e = text.find_first_of("eE");
  const bool has_exponent = e == std::string_view::npos ||
                            (e + 1 < text.size() && text.find_first_not_of("0123456789+-", e + 1) == std::string_view::npos);
  return begins_with_digit && text.find_first_not_of("0123456789.eE+- ") == std::string_view::npos && has_exponent;
}

}  // namespace

void ExpressionParser::name() {
  const bool spaced = token_.spaced;
  Token token = token_;
  advance();
  while (token_.is('.') && !token_.spaced && ExpressionNames::is_module(token.plain)) {
    advance();
    if (token_.kind != Token::Kind::name) unexpected(Kind::expected_operand);
    token = token_;
    advance();
  }
  const bool braces = token_.is('{') && !token_.spaced && token.plain.back() == '_';
  Found found = names_.find(token.plain);
  if (found.kind == Found::Kind::function) {
    token.spaced = spaced;
    return call(*found.function, token);
  }
  if (token_.is('[') || braces) found = indexed(token);
  switch (found.kind) {
    case Found::Kind::variable:
      write(result_.variables_[static_cast<std::size_t>(found.number)], spaced);
      program_.variable(found.number);
      ending_ = Ending::plain;
      return;
    case Found::Kind::constant:
      write(found.name, spaced);
      program_.constant(found.value);
      ending_ = found.name == "e" ? Ending::euler : Ending::plain;
      return;
    default:
      unknown(token);
  }
}

/// x[0] or x_{0}: the variable x0.
ExpressionNames::Found ExpressionParser::indexed(Token& token) {
  const char closing = token_.is('[') ? ']' : '}';
  std::string base = token.plain;
  if (closing == '}') base.pop_back();
  advance();
  const Token number = token_;
  const bool whole = number.kind == Token::Kind::number && number.plain.find_first_not_of("0123456789") == std::string::npos;
  if (whole) advance();
  if (!whole || !token_.is(closing)) fail(Kind::index, number.position, {shortened(base)});
  const std::size_t end = token_.position + token_.text.size();
  advance();
  token.plain = base + "[" + number.plain + "]";
  token.text = source_.substr(token.position, end - token.position);
  return names_.find(base + number.plain);
}

void ExpressionParser::call(const ExpressionFunction& function, const Token& token) {
  const Mark begin{token.position, written_.size() + (token.spaced && !close_up_ ? 1 : 0)};
  std::string exponent;
  if (token_.kind == Token::Kind::raised || token_.is('^')) exponent = power_of_call(function, token);
  if (!token_.is('(')) {
    const bool operand = token_.kind == Token::Kind::number || token_.kind == Token::Kind::name;
    const std::string power = exponent.empty() ? "" : "^" + exponent;
    const std::string argument = operand ? shortened(token_.plain) : "...";
    unexpected(Kind::call_without_parentheses,
               {std::string(function.name), std::string(function.name) + "(" + argument + ")" + power});
  }
  write(function.name, token.spaced);
  arguments(function, token, begin);
  ending_ = Ending::plain;
  if (exponent.empty()) return;
  program_.constant(to_number(exponent));
  program_.binary(Op::power);
  write("^" + exponent, false);
  exponent_ = written_.size() - exponent.size();
  ending_ = Ending::raised;
}

/// The 2 of sin²(x) or sin^2(x). sin⁻¹(x) is the inverse to some and 1/sin(x) to others.
std::string ExpressionParser::power_of_call(const ExpressionFunction& function, const Token& token) {
  const std::string name(function.name);
  std::string exponent;
  bool whole = false;
  if (token_.kind == Token::Kind::raised) {
    exponent = token_.plain;
    whole = true;
    advance();
  } else {
    advance();
    if (token_.is('-')) {
      exponent = "-";
      advance();
    }
    exponent += token_.plain;
    whole = token_.kind == Token::Kind::number && token_.plain.find_first_not_of("0123456789") == std::string::npos;
    if (whole) advance();
  }
  const ExpressionNames::Found inverse = names_.find("a" + name);
  if (whole && exponent == "-1" && inverse.kind == Found::Kind::function) {
    two_readings({token.position, 0}, "a" + name + "(...)", "1/" + name + "(...)");
  }
  if (!whole || exponent[0] == '-' || function.most != 1) fail(Kind::function_power, token.position, {name});
  if (!std::isfinite(to_number(exponent))) fail(Kind::number_too_large, token.position, {shortened(exponent)});
  return exponent;
}

void ExpressionParser::arguments(const ExpressionFunction& function, const Token& token, const Mark& begin) {
  const std::size_t opened = token_.position;
  const int bars = std::exchange(open_bars_, 0);
  write("(", token_.spaced);
  advance();
  close_up_ = true;
  int count = 0;
  // Of the first comma that may be one of decimals, as in max(0,5, x): in what is written.
  std::size_t decimal_comma = 0;
  std::size_t decimal_position = 0;
  bool all_numbers = true;
  bool after_number = false;
  while (!(count == 0 && token_.is(')'))) {
    const bool number = token_.kind == Token::Kind::number;
    if (number && after_number && !token_.spaced && decimal_comma == 0) {
      decimal_comma = written_.size() - 1;
      decimal_position = previous_.position;
    }
    const std::size_t argument = written_.size();
    sum();
    all_numbers = all_numbers && is_plain_number(written_from(argument));
    ++count;
    // Folded at once, so that the stack stays small however many arguments there are.
    if (count >= 2 && (function.most == 0 || count <= function.most)) program_.binary(function.op);
    if (!token_.is(',')) break;
    after_number = previous_.kind == Token::Kind::number && !token_.spaced;
    write(",", token_.spaced);
    advance();
  }
  if (token_.is(';')) fail(Kind::semicolon, token_.position);
  close(')', '(', opened);
  open_bars_ = bars;
  const auto with_point = [&] { return written_between(begin.written, decimal_comma) + "." + written_from(decimal_comma + 1); };
  if (count < function.fewest || (function.most > 0 && count > function.most)) {
    const Kind kind = function.most == 0 ? Kind::more_arguments : function.most == 1 ? Kind::one_argument : Kind::two_arguments;
    if (decimal_comma > 0) fail(Kind::comma, decimal_position, {shortened(with_point())});
    fail(kind, token.position, {std::string(function.name), std::to_string(count)});
  }
  if (decimal_comma > 0 && count > 2 && !all_numbers) {
    two_readings(begin, with_point(), written_between(begin.written, decimal_comma) + ", " + written_from(decimal_comma + 1));
  }
  if (function.most == 1) program_.unary({function.op});
}

}  // namespace downhill
