#include <cmath>
#include <utility>

#include "calculus/expression_parser.hpp"
#include "support/number_text.hpp"

namespace downhill {
namespace {

/// `source`, unless it is too long.
std::string_view within_limit(std::string_view source) {
  if (source.size() <= Expression::max_source_length) return source;
  std::size_t characters = 0;
  std::size_t limit = 0;  // where the first character too many begins
  for (std::size_t at = 0; at < source.size(); ++at) {
    if ((static_cast<unsigned char>(source[at]) & 0xc0) == 0x80) continue;
    if (characters == Expression::max_source_length) limit = at;
    ++characters;
  }
  if (characters <= Expression::max_source_length) return source;
  throw ExpressionError(ExpressionError::Kind::too_long,
                        {std::to_string(characters), std::to_string(Expression::max_source_length)}, limit);
}

}  // namespace

ExpressionParser::ExpressionParser(std::string_view source, std::span<const std::string> variables)
    : source_(source), names_(variables), scanner_(within_limit(source)) {
  result_.source_ = source;
  result_.variables_.assign(variables.begin(), variables.end());
}

Expression ExpressionParser::parse() {
  advance();
  const bool nothing = token_.kind == Token::Kind::end;
  heading();
  if (token_.kind == Token::Kind::end) fail(Kind::empty, nothing ? 0 : token_.position);
  sum();
  if (token_.is(';')) {
    const std::size_t position = token_.position;
    advance();
    if (token_.kind != Token::Kind::end) fail(Kind::semicolon, position);
  }
  if (token_.kind != Token::Kind::end) unexpected_after_operand();
  result_.program_ = program_.take_instructions();
  result_.constants_ = program_.take_constants();
  result_.stack_size_ = program_.stack_size();
  result_.canonical_ = std::move(written_);
  return std::move(result_);
}

void ExpressionParser::advance() {
  previous_ = std::move(token_);
  token_ = scanner_.next();
  if (token_.kind == Token::Kind::foreign) foreign();
}

/// f(x0, x1) = before the formula, or = alone.
void ExpressionParser::heading() {
  if (token_.is('=')) return advance();
  if (token_.kind != Token::Kind::name || names_.find(token_.plain).kind != ExpressionNames::Found::Kind::none) return;
  ExpressionScanner ahead = scanner_;
  std::vector<Token> arguments;
  Token next = ahead.next();
  if (next.is('(')) {
    do {
      arguments.push_back(ahead.next());
      if (arguments.back().kind != Token::Kind::name) return;
      next = ahead.next();
    } while (next.is(','));
    if (!next.is(')')) return;
    next = ahead.next();
  }
  if (!next.is('=')) return;
  for (const Token& argument : arguments) {
    if (names_.find(argument.plain).kind != ExpressionNames::Found::Kind::variable) unknown(argument);
  }
  scanner_ = std::move(ahead);
  advance();
}

void ExpressionParser::sum() {
  product();
  while (token_.is('+') || token_.is('-')) {
    const Op op = token_.is('+') ? Op::add : Op::subtract;
    write(token_.plain, token_.spaced);
    advance();
    product();
    program_.binary(op);
  }
}

void ExpressionParser::product() {
  const Mark begin = mark();
  Mark last = begin;
  bool divided = false;
  factor(false);
  while (true) {
    if (token_.is('*') || token_.is('/')) {
      divided = token_.is('/');
      write(token_.plain, token_.spaced);
      advance();
      last = mark();
      factor(false);
      program_.binary(divided ? Op::divide : Op::multiply);
    } else if (begins_factor()) {
      unwritten_product(begin, last, divided);
    } else {
      return;
    }
  }
}

/// 2x, and what looks like it but may be meant in two ways: 1/2x, e^2x, √2x, e(x), |x|y|.
void ExpressionParser::unwritten_product(const Mark& product, const Mark& factor, bool divided) {
  const Ending before = ending_;
  if (before == Ending::bar && !token_.is('|')) unexpected(Kind::product_after_bar);
  const std::size_t exponent = exponent_;
  const std::size_t end = written_.size();
  const bool group = token_.is('(');
  write("*", false);
  close_up_ = true;
  power(false);
  const auto first = [&](std::size_t from) { return written_between(from, end); };
  const auto second = [&] { return written_from(end + 1); };
  if (divided) {
    two_readings(product, written_between(product.written, factor.written) + "(" + first(factor.written) + "*" + second() + ")",
                 "(" + first(product.written) + ")*" + second());
  } else if (before == Ending::exponent) {
    two_readings(factor, written_from(factor.written),
                 written_between(factor.written, exponent) + "(" + first(exponent) + "*" + second() + ")");
  } else if (before == Ending::root) {
    two_readings(factor, written_from(factor.written), written_between(factor.written, end - 1) + "*" + second() + ")");
  } else if (before == Ending::euler && group) {
    two_readings(factor, written_from(factor.written), first(factor.written) + "^" + second());
  }
  program_.binary(Op::multiply);
}

bool ExpressionParser::begins_factor() const {
  return token_.kind == Token::Kind::name || token_.is('(') || token_.is_root() || (token_.is('|') && open_bars_ == 0);
}

void ExpressionParser::factor(bool in_exponent) {
  deeper([&] {
    if (token_.is('+') || token_.is('-')) {
      const bool minus = token_.is('-');
      write(token_.plain, token_.spaced);
      advance();
      factor(in_exponent);
      if (minus) program_.unary({Op::negate});
    } else {
      power(in_exponent);
    }
  });
}

void ExpressionParser::power(bool in_exponent) {
  const Mark base = mark();
  primary();
  while (token_.kind == Token::Kind::raised || token_.is('^')) {
    const Ending before = ending_;
    const std::size_t caret = written_.size();
    const std::size_t first_exponent = exponent_;
    const bool raised = token_.kind == Token::Kind::raised;
    raise();
    const auto exponent = [&] { return written_from(exponent_); };
    if (before == Ending::root || before == Ending::root_group) {
      two_readings(base, written_from(base.written), written_between(base.written, caret - 1) + "^" + exponent() + ")");
    }
    if (before == Ending::raised) {
      two_readings(base, "(" + written_between(base.written, caret) + ")^" + exponent(),
                   written_between(base.written, first_exponent) + "(" + written_between(first_exponent, caret) + "^" +
                       exponent() + ")");
    }
    if (raised && in_exponent) {
      raised_in_exponent_ = caret;
    } else if (raised_in_exponent_) {
      // 2^x²
      two_readings(base, "(" + written_between(base.written, *raised_in_exponent_) + ")" + written_from(*raised_in_exponent_),
                   written_between(base.written, exponent_) + "(" + exponent() + ")");
    }
  }
}

/// The power of the operand that ends here.
void ExpressionParser::raise() {
  if (token_.kind == Token::Kind::raised) {
    const bool negative = token_.plain[0] == '-';
    const double exponent = to_number(token_.plain.substr(negative ? 1 : 0));
    if (!std::isfinite(exponent)) unexpected(Kind::number_too_large);
    write("^" + token_.plain, false);
    program_.constant(negative ? -exponent : exponent);
    program_.binary(Op::power);
    exponent_ = written_.size() - token_.plain.size();
    advance();
    ending_ = Ending::raised;
    return;
  }
  write("^", token_.spaced);
  advance();
  const std::size_t exponent = mark().written;
  factor(true);
  program_.binary(Op::power);
  exponent_ = exponent;
  const bool enclosed = group_begin_ == exponent && group_end_ == written_.size();
  ending_ = enclosed ? Ending::plain : Ending::exponent;
}

void ExpressionParser::primary() {
  if (token_.kind == Token::Kind::number) {
    if (!std::isfinite(token_.number)) unexpected(Kind::number_too_large);
    write(token_.plain, token_.spaced);
    program_.constant(token_.number);
    advance();
    ending_ = Ending::plain;
  } else if (token_.kind == Token::Kind::name) {
    name();
  } else if (token_.is('(')) {
    group();
  } else if (token_.is('|')) {
    bars();
  } else if (token_.is_root()) {
    root();
  } else if (token_.is('[') || token_.is('{')) {
    unexpected(Kind::write_instead, {"("});
  } else {
    unexpected(Kind::expected_operand);
  }
}

void ExpressionParser::group() {
  const std::size_t opened = token_.position;
  const int bars = std::exchange(open_bars_, 0);
  write("(", token_.spaced);
  const std::size_t begin = written_.size() - 1;
  advance();
  close_up_ = true;
  sum();
  close(')', '(', opened);
  open_bars_ = bars;
  group_begin_ = begin;
  group_end_ = written_.size();
  ending_ = Ending::plain;
}

void ExpressionParser::bars() {
  const std::size_t opened = token_.position;
  write("abs(", token_.spaced);
  advance();
  close_up_ = true;
  ++open_bars_;
  sum();
  close('|', '|', opened);
  --open_bars_;
  program_.unary({Op::abs});
  ending_ = Ending::bar;
}

void ExpressionParser::root() {
  const bool square = token_.is(Character::root);
  write(square ? "sqrt" : "cbrt", token_.spaced);
  advance();
  const bool enclosed = token_.is('(');
  if (!enclosed && token_.kind != Token::Kind::number && token_.kind != Token::Kind::name && !token_.is('|') &&
      !token_.is_root())
    unexpected(Kind::expected_operand);
  close_up_ = true;
  if (enclosed) {
    group();
  } else {
    write("(", false);
    close_up_ = true;
    deeper([&] { primary(); });
    write(")", false);
  }
  program_.unary({square ? Op::sqrt : Op::cbrt});
  ending_ = enclosed ? Ending::root_group : Ending::root;
}

void ExpressionParser::write(std::string_view text, bool spaced) {
  if (spaced && !close_up_) written_ += ' ';
  close_up_ = false;
  written_ += text;
}

void ExpressionParser::close(char closing, char opening, std::size_t opened) {
  if (!token_.is(closing)) {
    const bool other_bracket = token_.is(')') || token_.is(']') || token_.is('}');
    if (token_.kind != Token::Kind::end && !other_bracket) unexpected_after_operand();
    unexpected(Kind::unclosed, {std::string(1, closing), std::string(1, opening)}, opened);
  }
  write(")", closing == ')' && token_.spaced);
  advance();
}

Expression Expression::parse(std::string_view source, std::span<const std::string> variables) {
  return ExpressionParser(source, variables).parse();
}

}  // namespace downhill
