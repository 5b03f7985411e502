#include <algorithm>
#include <array>
#include <utility>

#include "calculus/expression_advice.hpp"
#include "calculus/expression_parser.hpp"

// What to write in place of a name that is not known, with what is given to it.

namespace downhill {

using Found = ExpressionNames::Found;

namespace {

/// `product` with spaces in place of the * that are not in parentheses.
std::string unwritten(std::string product) {
  int depth = 0;
  for (char& c : product) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == '*' && depth == 0) c = ' ';
  }
  return product;
}

}  // namespace

void ExpressionParser::unknown(const Token& token) {
  const std::string simple = simplified_name(token.plain);
  if (is_not_offered(simple))
    fail(Kind::not_offered, token.position, {shortened(token.text), ExpressionNames::known_functions()});
  other_logarithm(token);
  other_name(token);
  power_or_factor(token);
  ExpressionNames::Advice advice = names_.advice_for(token.plain);
  if (advice.kind == Kind::joined_names) joined_names(token, advice.details[1]);
  // 1/x2: the product as a whole.
  if (advice.kind == Kind::name_with_digits && binds_what_follows(token.position))
    advice.details[2] = Text({"(", advice.details[2], ")"}).string();
  fail_with(std::move(advice), token.position, token.text);
}

/// log₃(9) is log(9)/log(3).
void ExpressionParser::other_logarithm(const Token& token) {
  const std::string simple = simplified_name(token.plain);
  if (!simple.starts_with("log") || !is_digits(std::string_view(simple).substr(3))) return;
  // log3 x may be log(3)*x.
  const bool lowered = token.text.back() < '0' || token.text.back() > '9' || token.plain.find('_') != std::string::npos;
  if (!lowered && !token_.is('(')) return;
  const Given argument = given();
  const std::string of = argument.arguments.size() == 1 ? argument.arguments[0] : "...";
  fail(Kind::other_name, token.position,
       {found(token.position, argument.end), {"(log(", of, ")/log(", simple.substr(3), "))"}});
}

/// ctg(x) is 1/tan(x).
void ExpressionParser::other_name(const Token& token) {
  const std::string simple = simplified_name(token.plain);
  const bool squared = simple == "sqr";
  const OtherFunction* other = other_function(simple, 0);
  if (!squared && other == nullptr) return;
  const bool with_arguments = squared || other->arguments > 0;
  std::string power;
  if (with_arguments && token_.kind == Token::Kind::raised && token_.plain[0] != '-') {
    // ctg²x
    power = "^" + without_leading_zeros(token_.plain);
    advance();
  }
  const Given argument = with_arguments ? given() : Given{{}, token.end()};
  if (squared) {
    const std::string of = argument.arguments.size() == 1 ? argument.arguments[0] : "...";
    two_readings(token.position, argument.end, {"((", of, ")^2)", power}, {"sqrt(", of, ")", power});
  }
  other = other_function(simple, argument.arguments.size());
  const bool complete = argument.arguments.size() == static_cast<std::size_t>(other->arguments);
  fail(other->only_near ? Kind::not_offered : Kind::other_name, token.position,
       {found(token.position, complete ? argument.end : token.end()),
        {other->written(argument.arguments), (complete ? power : "")}});
}

/// sin2(x), which has lost its ² or its place; 5x10^3 and 2 x 3, where x is a sign; and 1_000.
void ExpressionParser::power_or_factor(const Token& token) {
  const bool after_digit = token.position > 0 && is_digit(source_[token.position - 1]);
  if (after_digit && token.plain[0] == '_' && is_digits(std::string_view(token.plain).substr(1)))
    fail(Kind::leave_out, token.position, {"_"});
  if (simplified_name(token.plain) == "x" && token.spaced && token_.spaced &&
      (token_.kind == Token::Kind::number || token_.kind == Token::Kind::name) && is_between_operands(token.position))
    fail(Kind::other_name, token.position, {shortened(token.text), "*"});
  const std::size_t letters = std::min(token.plain.find_first_of("0123456789"), token.plain.size());
  const std::string digits = token.plain.substr(letters);
  if (!is_digits(digits)) return;
  if (after_digit && simplified_name(token.plain) == "x10" && (token_.is('^') || token_.kind == Token::Kind::raised))
    fail(Kind::other_name, token.position, {shortened(token.text), "*10"});
  const Found base = names_.find(token.plain.substr(0, letters));
  if (base.kind != Found::Kind::function || base.function->most != 1 || !token_.is('(')) return;
  const Given argument = given();
  if (argument.arguments.size() != 1) return;
  const std::string name(base.name);
  const std::string inside = Text({"(", argument.arguments[0], ")"}).string();
  if (name == "sqrt") {
    two_readings(token.position, argument.end, {"(sqrt(", digits, ")*", inside, ")"}, {"(", inside, "^(1/", digits, "))"});
  }
  two_readings(token.position, argument.end, {name, inside, "^", digits}, {name, "(", digits, "*", inside, ")"});
}

/// For x0x1 and sinx0; `joined` is one way to read them.
void ExpressionParser::joined_names(const Token& token, std::string joined) {
  const bool power = token_.is('^') || token_.kind == Token::Kind::raised;
  if (power && joined.back() == ')') {
    // sinx²
    const std::size_t end = written_.size();
    program_.constant(0);
    try {
      raise();
    } catch (const ExpressionError&) {
      written_.resize(end);
    }
    const std::string exponent = written_from(end);
    const std::string inside = Text({joined.substr(0, joined.size() - 1), exponent, ")"}).string();
    if (!exponent.empty()) two_readings(token.position, previous_.end(), {joined, exponent}, inside);
  }
  // 1/x0x1: not (1/x0)*x1 without a word.
  if (binds_what_follows(token.position)) joined = unwritten(std::move(joined));
  fail(Kind::joined_names, token.position, {shortened(token.text), joined});
}

/// Before that position stands what would take only the first factor of a product: 1/, ^-, √.
bool ExpressionParser::binds_what_follows(std::size_t position) const {
  std::string_view before = source_.substr(0, position);
  before = before.substr(0, before.find_last_not_of(" +-") + 1);
  constexpr std::array binding = std::to_array<std::string_view>({"/", "÷", "∕", "⁄", "／", "^", "＾", "**", "√", "∛"});
  return std::any_of(binding.begin(), binding.end(), [&](std::string_view sign) { return before.ends_with(sign); });
}

/// An operand ends before that position.
bool ExpressionParser::is_between_operands(std::size_t position) const {
  const std::string_view before = source_.substr(0, position);
  const std::size_t last = before.find_last_not_of(' ');
  return last != std::string_view::npos && std::string_view("+-*/^(,|=;").find(before[last]) == std::string_view::npos;
}

bool ExpressionParser::begins_close_to_next() const {
  ExpressionScanner ahead = scanner_;
  return !ahead.next().spaced;
}

/// In parentheses or without. What is wrong within is told first.
ExpressionParser::Given ExpressionParser::given() {
  if (!token_.is('(')) return given_without_parentheses();
  const std::size_t end = previous_.end();
  const int bars = std::exchange(open_bars_, 0);
  Given given;
  do {
    advance();
    close_up_ = true;
    const std::size_t begin = written_.size();
    sum();
    given.arguments.push_back(written_from(begin));
  } while (token_.is(','));
  if (token_.is(';')) fail(Kind::semicolon, token_.position);
  open_bars_ = bars;
  given.end = token_.end();
  return token_.is(')') ? given : Given{{}, end};
}

/// 2x of sin 2x.
ExpressionParser::Given ExpressionParser::given_without_parentheses() {
  const std::size_t end = previous_.end();
  const std::size_t position = token_.position;
  close_up_ = true;
  const std::size_t begin = written_.size();
  try {
    deeper([&] {
      // sin -x; the sign of sin - x is one of a difference.
      while (token_.is('-') && begins_close_to_next()) {
        write(token_.plain, token_.spaced);
        advance();
      }
      while (true) {
        const bool coefficient = token_.kind == Token::Kind::number ||
                                 (token_.kind == Token::Kind::name && names_.find(token_.plain).kind == Found::Kind::constant);
        power(false);
        if (!coefficient || !begins_factor() || begins_function()) return;
        write("*", false);
        close_up_ = true;
      }
    });
    return {{written_from(begin)}, previous_.end()};
  } catch (const ExpressionError& error) {
    // Nothing is given.
    if (error.kind == Kind::expected_operand && error.position == position) return {{}, end};
    // sin cos x
    const bool call = error.kind == Kind::call_without_parentheses && error.position == position;
    if (!call || error.details[0].ends_with("...")) throw;
    return {{error.details[2]}, position + error.details[0].size()};
  }
}

void ExpressionParser::without_parentheses(const ExpressionFunction& function, const Token& token, const std::string& power) {
  if (token_.is('[') || token_.is('{')) unexpected(Kind::write_instead, "(");
  const std::string name(function.name);
  const Given argument = function.most == 1 ? given_without_parentheses() : Given{{}, previous_.end()};
  const auto called = [&](const std::string& inside) { return Text({name, "(", inside, ")", power}).string(); };
  const std::string inside = argument.arguments.empty() ? "..." : argument.arguments[0];
  // sin x/2
  const std::size_t tail = written_.size();
  const bool read = !argument.arguments.empty() && argument.end == previous_.end();
  while (read && (token_.is('*') || token_.is('/') || (begins_factor() && !begins_function()))) {
    const bool sign = token_.is('*') || token_.is('/');
    write(sign ? token_.plain : "*", sign && token_.spaced);
    close_up_ = !sign;
    if (sign) advance();
    factor(false);
  }
  const std::string rest = written_from(tail);
  if (!rest.empty()) two_readings(token.position, previous_.end(), {called(inside), rest}, called(inside + rest));
  fail(Kind::call_without_parentheses, token.position, {found(token.position, argument.end), name, called(inside)});
}

}  // namespace downhill
