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
    : source_(source), names_(variables), characters_(characters_of(within_limit(source))), scanner_(source, characters_) {
  result_.source_ = source;
  result_.variables_.assign(variables.begin(), variables.end());
}

Expression ExpressionParser::parse() {
  advance();
  const bool nothing = token_.kind == Token::Kind::end;
  headings();
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

/// What stands before the formula: =, or y = f(x0, x1) =.
void ExpressionParser::headings() {
  heading_of_other_language();
  bool more = true;
  while (more) {
    if (!token_.is('=')) more = heading();
    if (!more || !token_.is('=')) return;
    advance();
    // y == x
    if (token_.is('=')) unexpected(Kind::leave_out);
    more = token_.kind == Token::Kind::name;
  }
}

/// Up to its =; false where there is none.
bool ExpressionParser::heading() {
  if (token_.kind != Token::Kind::name || names_.find(token_.plain).kind != ExpressionNames::Found::Kind::none) return false;
  ExpressionScanner ahead = scanner_;
  std::vector<Token> arguments;
  Token next = ahead.next();
  if (next.is('(')) {
    do {
      arguments.push_back(ahead.next());
      if (arguments.back().kind != Token::Kind::name) return false;
      next = ahead.next();
    } while (next.is(',') || next.is(';'));
    if (!next.is(')')) return false;
    next = ahead.next();
  }
  if (!next.is('=')) return false;
  for (const Token& argument : arguments) {
    if (names_.find(argument.plain).kind == ExpressionNames::Found::Kind::variable) continue;
    fail_with(names_.advice_for(argument.plain), argument.position, argument.text);
  }
  scanner_ = ahead;
  token_ = std::move(next);
  return true;
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
      const bool first_power = divided && ends_in_first_power();
      const std::size_t exponent = exponent_;
      const std::size_t end = written_.size();
      write(token_.plain, token_.spaced);
      advance();
      const Mark before = std::exchange(last, mark());
      const bool number = token_.kind == Token::Kind::number;
      factor(false);
      program_.binary(divided ? Op::divide : Op::multiply);
      if (first_power && number) {
        // x^1/3
        const std::string divisor = written_from(last.written);
        two_readings(before, {written_between(before.written, exponent), "(1/", divisor, ")"},
                     {"(", written_between(before.written, end), ")/", divisor});
      }
    } else if (begins_factor()) {
      unwritten_product(begin, last, divided);
    } else {
      return;
    }
  }
}

bool ExpressionParser::begins_factor() const {
  return token_.kind == Token::Kind::name || token_.is('(') || token_.is_root() || (token_.is('|') && open_bars_ == 0);
}

bool ExpressionParser::begins_function() const {
  return token_.kind == Token::Kind::name &&
         (ExpressionNames::is_module(token_.plain) || names_.find(token_.plain).kind == ExpressionNames::Found::Kind::function);
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
    if (raised && token_.plain == "0" && previous_.kind == Token::Kind::number && previous_.position == base.position) {
      // 30⁰
      const std::string number = written_from(base.written);
      two_readings(base.position, token_.end(), {number, "^0"}, {"(", number, "*pi/180)"});
    }
    raise();
    const auto exponent = [&] { return written_from(exponent_); };
    if (before == Ending::root || before == Ending::root_group) {
      two_readings(base, written_from(base.written), {written_between(base.written, caret - 1), "^", exponent(), ")"});
    }
    if (before == Ending::raised) {
      two_readings(
          base, {"(", written_between(base.written, caret), ")^", exponent()},
          {written_between(base.written, first_exponent), "(", written_between(first_exponent, caret), "^", exponent(), ")"});
    }
    if (raised && in_exponent) {
      raised_in_exponent_ = caret;
    } else if (raised_in_exponent_) {
      // 2^x²
      two_readings(base, {"(", written_between(base.written, *raised_in_exponent_), ")", written_from(*raised_in_exponent_)},
                   {written_between(base.written, exponent_), "(", exponent(), ")"});
    }
  }
}

/// The power of the operand that ends here.
void ExpressionParser::raise() {
  if (token_.kind == Token::Kind::raised) {
    const bool negative = token_.plain[0] == '-';
    const double exponent = to_number(token_.plain.substr(negative ? 1 : 0));
    if (!std::isfinite(exponent)) unexpected(Kind::number_too_large);
    const std::string digits = (negative ? "-" : "") + without_leading_zeros(token_.plain.substr(negative ? 1 : 0));
    write("^" + digits, false);
    program_.constant(negative ? -exponent : exponent);
    program_.binary(Op::power);
    exponent_ = written_.size() - digits.size();
    advance();
    ending_ = Ending::raised;
    return;
  }
  write("^", token_.spaced);
  advance();
  const std::size_t exponent = mark().written;
  if (token_.is('{')) {
    // x^{2} of LaTeX
    deeper([&] { group('{', '}'); });
  } else {
    factor(true);
  }
  program_.binary(Op::power);
  exponent_ = exponent;
  const bool enclosed = group_begin_ == exponent && group_end_ == written_.size();
  ending_ = enclosed ? Ending::plain : Ending::exponent;
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
    fail(Kind::unclosed, token_.position, {shortened(token_.text), std::string(1, closing), std::string(1, opening)}, opened);
  }
  write(")", closing != '|' && token_.spaced);
  advance();
}

Expression Expression::parse(std::string_view source, std::span<const std::string> variables) {
  return ExpressionParser(source, variables).parse();
}

}  // namespace downhill
