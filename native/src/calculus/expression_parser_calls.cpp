#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>

#include "calculus/expression_parser.hpp"
#include "support/number_text.hpp"

// The calls of an expression.

namespace downhill {

using Found = ExpressionNames::Found;

namespace {

// With a sign or not, and with an exponent; e alone is a name.
bool is_plain_number(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("+- "), text.size()));
  const bool begins_with_digit = !text.empty() && (text[0] == '.' || is_digit(text[0]));
  const std::size_t e = text.find_first_of("eE");
  const bool has_exponent = e == std::string_view::npos ||
                            (e + 1 < text.size() && text.find_first_not_of("0123456789+-", e + 1) == std::string_view::npos);
  return begins_with_digit && text.find_first_not_of("0123456789.eE+- ") == std::string_view::npos && has_exponent;
}

}  // namespace

void ExpressionParser::call(const ExpressionFunction& function, const Token& token) {
  const Mark begin = mark(token);
  std::string exponent;
  if (token_.kind == Token::Kind::raised || token_.is('^')) exponent = power_of_call(function, token);
  const std::string power = exponent.empty() ? "" : "^" + exponent;
  if (!token_.is('(')) without_parentheses(function, token, power);
  write(function.name, token.spaced);
  Arguments given = arguments(function);
  check_commas(function, given, begin, power);
  if (function.most == 1) program_.unary({function.op});
  ending_ = Ending::plain;
  if (exponent.empty()) return;
  program_.constant(to_number(exponent));
  program_.binary(Op::power);
  write(power, false);
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
    // sin^{2} of LaTeX
    const bool braces = token_.is('{');
    if (braces) advance();
    if (token_.is('-')) {
      exponent = "-";
      advance();
    }
    exponent += token_.plain;
    whole = token_.is_whole();
    if (whole) advance();
    whole = whole && (!braces || token_.is('}'));
    if (whole && braces) advance();
  }
  const auto is_function = [&](const std::string& other) { return names_.find(other).kind == Found::Kind::function; };
  const std::string inverse = is_function("a" + name)                         ? "a" + name
                              : name[0] == 'a' && is_function(name.substr(1)) ? name.substr(1)
                                                                              : "";
  if (whole && exponent == "-1" && !inverse.empty()) {
    const Given argument = given();
    const std::string inside = Text({"(", argument.arguments.size() == 1 ? argument.arguments[0] : "...", ")"}).string();
    two_readings(token.position, argument.end, {inverse, inside}, {"(1/", name, inside, ")"});
  }
  if (!whole || exponent[0] == '-' || function.most != 1) fail(Kind::function_power, token.position, {name});
  if (!std::isfinite(to_number(exponent))) fail(Kind::number_too_large, token.position, {shortened(exponent)});
  return without_leading_zeros(exponent);
}

ExpressionParser::Arguments ExpressionParser::arguments(const ExpressionFunction& function) {
  const std::size_t opened = token_.position;
  const int bars = std::exchange(open_bars_, 0);
  Arguments given;
  write("(", token_.spaced);
  given.begin = written_.size();
  advance();
  close_up_ = true;
  // A list: max([x0, x1])
  if (token_.is('[')) unexpected(Kind::leave_out);
  while (!(given.count == 0 && token_.is(')'))) {
    if (!given.commas.empty()) given.commas.back().spaced = token_.spaced;
    if (!given.commas.empty() && given.commas.back().number != npos && token_.is_whole_or_exponent() && !token_.spaced) {
      given.commas.back().next_number = token_.position;
      given.commas.back().decimals = token_.plain;
    }
    const std::size_t argument = written_.size();
    sum();
    given.all_numbers = given.all_numbers && is_plain_number(written_from(argument));
    ++given.count;
    // Folded at once, so that the stack stays small however many arguments there are.
    if (given.count >= 2 && (function.most == 0 || given.count <= function.most)) program_.binary(function.op);
    if (!token_.is(',')) break;
    given.commas.push_back({.written = written_.size(), .position = token_.position});
    if (previous_.is_whole() && !token_.spaced) given.commas.back().number = previous_.position;
    write(",", token_.spaced);
    advance();
  }
  if (token_.is(';')) fail(Kind::semicolon, token_.position);
  close(')', '(', opened);
  open_bars_ = bars;
  // Where points are written, a comma is none.
  if (written_.find('.', given.begin) != npos) {
    for (Comma& comma : given.commas) comma.decimals.clear();
  }
  return given;
}

/// Whether a comma is one of decimals, as in max(0,5, x), and whether there are as many arguments as the function takes.
void ExpressionParser::check_commas(const ExpressionFunction& function, Arguments& given, const Mark& begin,
                                    const std::string& power) const {
  if (given.count < function.fewest || (function.most > 0 && given.count > function.most))
    wrong_count(function, given, begin, power);
  if (function.most > 0 || given.count <= 2) return;
  // From the left, since 1,5,2 is not 1.5.2.
  int decimals = 0;
  bool spaced = false;
  for (std::size_t i = 0; i < given.commas.size(); ++i) {
    given.commas[i].decimal = given.may_be_decimal(i);
    decimals += given.commas[i].decimal ? 1 : 0;
    spaced = spaced || given.commas[i].spaced;
  }
  if (decimals == 0 || given.count - decimals < 2) return;
  // Among numbers alone 1,2,3 are three, but 1,5, 2,5 may be two, and 1,5,2,5 too.
  if (given.all_numbers && !spaced && given.count != 2 * decimals) return;
  const std::string with_points = with_decimals(begin.written, given, "");
  for (Comma& comma : given.commas) comma.decimal = false;
  two_readings(begin, {with_points, power}, {with_decimals(begin.written, given, ""), power});
}

/// Not of two beside each other: 1,5,2 is not 1.5.2.
bool ExpressionParser::Arguments::may_be_decimal(std::size_t comma) const {
  if (commas[comma].decimals.empty()) return false;
  return comma == 0 || !commas[comma - 1].decimal || commas[comma - 1].next_number != commas[comma].number;
}

/// What is written from `begin` on, with the commas that are decimal as points, and `separator` in place of the others; if it
/// is empty they stay, but for a space behind one that may be of decimals.
std::string ExpressionParser::with_decimals(std::size_t begin, const Arguments& given, std::string_view separator) const {
  std::string text;
  std::size_t at = begin;
  for (const Comma& comma : given.commas) {
    text += written_between(at, comma.written);
    at = comma.written + 1;
    if (comma.decimal) {
      text.append(".").append(comma.decimals);
      at += without_leading_zeros(comma.decimals).size();
    } else if (separator.empty()) {
      text += comma.decimals.empty() ? "," : ", ";
    } else {
      text += separator;
      at = written_.find_first_not_of(' ', at);
    }
  }
  return text + written_from(at);
}

/// What a call with too many arguments may be meant as: some commas are of decimals, or a base is given to log. There may be
/// many ways; two are enough.
std::vector<std::string> ExpressionParser::readings_of_call(const ExpressionFunction& function, Arguments& given,
                                                            const Mark& begin) const {
  constexpr std::size_t most_commas = 8;
  const std::size_t commas = given.commas.size();
  if (function.most == 0 || commas > most_commas) return {};
  std::vector<std::string> readings;
  for (unsigned chosen = 0; chosen < 1U << commas; ++chosen) {
    bool possible = true;
    for (std::size_t i = 0; i < commas; ++i) {
      given.commas[i].decimal = (chosen >> i & 1U) != 0;
      possible = possible && (!given.commas[i].decimal || given.may_be_decimal(i));
    }
    const int count = given.count - std::popcount(chosen);
    if (!possible) continue;
    if (count == function.most) readings.push_back(with_decimals(begin.written, given, ""));
    if (count == 2 && function.op == Op::log) {
      readings.push_back(Text({"(log(", with_decimals(given.begin, given, ")/log("), ")"}).string());
    }
  }
  return readings;
}

void ExpressionParser::wrong_count(const ExpressionFunction& function, Arguments& given, const Mark& begin,
                                   const std::string& power) const {
  const std::vector<std::string> readings = readings_of_call(function, given, begin);
  if (readings.size() >= 2) two_readings(begin, {readings[0], power}, {readings[1], power});
  if (readings.size() == 1) {
    const std::string reading = readings[0] + power;
    const auto comma =
        std::find_if(given.commas.begin(), given.commas.end(), [](const Comma& each) { return !each.decimals.empty(); });
    if (reading[0] != '(') fail(Kind::comma, comma->position, {reading});
    fail(Kind::write_instead, begin.position, {found(begin.position, previous_.end()), reading});
  }
  const Kind kind = function.most == 0 ? Kind::more_arguments : function.most == 1 ? Kind::one_argument : Kind::two_arguments;
  fail(kind, begin.position, {function.name, {given.count}});
}

}  // namespace downhill
