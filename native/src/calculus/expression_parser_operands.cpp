#include <cmath>
#include <utility>

#include "calculus/expression_parser.hpp"
#include "support/number_text.hpp"

// The operands of an expression that are no names: numbers, and what stands in parentheses, in bars or below a root.

namespace downhill {

void ExpressionParser::primary() {
  if (token_.kind == Token::Kind::number) {
    if (!std::isfinite(token_.number)) unexpected(Kind::number_too_large);
    write(without_leading_zeros(token_.plain), token_.spaced);
    program_.constant(token_.number);
    advance();
    ending_ = Ending::plain;
  } else if (token_.kind == Token::Kind::name) {
    name();
  } else if (token_.is('(')) {
    group('(', ')');
  } else if (token_.is('|')) {
    bars();
  } else if (token_.is_root() || begins_root_with_index()) {
    root();
  } else if (token_.is('[') || token_.is('{')) {
    unexpected(Kind::write_instead, "(");
  } else if (token_.is(',')) {
    comma();
  } else {
    unexpected(Kind::expected_operand);
  }
}

void ExpressionParser::group(char opening, char closing) {
  const std::size_t opened = token_.position;
  const int bars = std::exchange(open_bars_, 0);
  write("(", token_.spaced);
  const std::size_t begin = written_.size() - 1;
  advance();
  close_up_ = true;
  sum();
  close(closing, opening, opened);
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

/// ³√x. After an operand ³ is its power.
bool ExpressionParser::begins_root_with_index() const {
  if (token_.kind != Token::Kind::raised || token_.plain[0] == '-' || !(to_number(token_.plain) >= 2)) return false;
  ExpressionScanner ahead = scanner_;
  const Token next = ahead.next();
  return next.is(Character::root) && !next.spaced;
}

void ExpressionParser::root() {
  const Mark begin = mark();
  std::string index = token_.is(Character::root) ? "2" : token_.is(Character::cube_root) ? "3" : "4";
  const bool spaced = token_.spaced;
  if (token_.kind == Token::Kind::raised) {
    index = token_.plain;
    advance();
  }
  const bool cube = index == "3";
  write(cube ? "cbrt" : "sqrt", spaced);
  advance();
  const bool enclosed = token_.is('(');
  if (!enclosed && token_.kind != Token::Kind::number && token_.kind != Token::Kind::name && !token_.is('|') &&
      !token_.is_root())
    unexpected(Kind::expected_operand);
  close_up_ = true;
  const std::size_t operand = written_.size();
  if (enclosed) {
    group('(', ')');
  } else {
    write("(", false);
    close_up_ = true;
    deeper([&] { primary(); });
    write(")", false);
  }
  if (!cube && index != "2") {
    fail(Kind::write_instead, begin.position,
         {found(begin.position, previous_.end()), {"(", written_from(operand), "^(1/", index, "))"}});
  }
  program_.unary({cube ? Op::cbrt : Op::sqrt});
  ending_ = enclosed ? Ending::root_group : Ending::root;
}

}  // namespace downhill
