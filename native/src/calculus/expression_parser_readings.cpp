#include <utility>

#include "calculus/expression_parser.hpp"
#include "support/number_text.hpp"

// What can be read in two ways.

namespace downhill {

/// 2x, and what looks like it but may be meant in two ways: 1/2x, e^2x, √2x, 2³√x, e(x), |x|y|.
void ExpressionParser::unwritten_product(const Mark& product, const Mark& factor, bool divided) {
  const Ending before = ending_;
  if (before == Ending::bar && !token_.is('|')) unexpected(Kind::product_after_bar);
  broken_line();
  broken_exponent();
  const std::size_t exponent = exponent_;
  const std::size_t end = written_.size();
  const bool group = token_.is('(');
  const bool raised = before == Ending::raised && previous_.kind == Token::Kind::raised;
  const bool root =
      raised && previous_.plain[0] != '-' && to_number(previous_.plain) >= 2 && token_.is(Character::root) && !token_.spaced;
  const std::string index = root ? previous_.plain : "";
  write("*", false);
  close_up_ = true;
  power(false);
  const auto first = [&](std::size_t from) { return written_between(from, end); };
  const auto second = [&] { return written_from(end + 1); };
  if (root) {
    // 2³√8
    const std::string radicand = second().substr(std::string_view("sqrt").size());
    const std::string meant = index == "2"   ? "sqrt" + radicand
                              : index == "3" ? "cbrt" + radicand
                                             : Text({"(", radicand, "^(1/", index, "))"}).string();
    const char* opening = divided ? "(" : "";
    const char* closing = divided ? ")" : "";
    two_readings(factor, {opening, first(factor.written), "*", second(), closing},
                 {opening, written_between(factor.written, exponent - 1), "*", meant, closing});
  }
  if (divided) {
    two_readings(product, {written_between(product.written, factor.written), "(", first(factor.written), "*", second(), ")"},
                 {"(", first(product.written), ")*", second()});
  } else if (before == Ending::exponent) {
    two_readings(factor, written_from(factor.written),
                 {written_between(factor.written, exponent), "(", first(exponent), "*", second(), ")"});
  } else if (before == Ending::root) {
    two_readings(factor, written_from(factor.written), {written_between(factor.written, end - 1), "*", second(), ")"});
  } else if (before == Ending::euler && group) {
    two_readings(factor, written_from(factor.written), {first(factor.written), "^", second()});
  }
  program_.binary(Op::multiply);
}

/// The last operand is x^1, as in x^1/3.
bool ExpressionParser::ends_in_first_power() const {
  return (ending_ == Ending::raised || ending_ == Ending::exponent) && written_from(exponent_) == "1";
}

/// 1e -5, 1 e5 and 1e 5, after the number.
void ExpressionParser::broken_exponent() const {
  const bool number = previous_.kind == Token::Kind::number && previous_.plain.find_first_of("eE") == std::string::npos;
  if (!number || token_.kind != Token::Kind::name || (token_.plain[0] != 'e' && token_.plain[0] != 'E')) return;
  std::string sign;
  std::string digits = token_.plain.substr(1);
  std::size_t end = token_.end();
  if (digits.empty()) {
    ExpressionScanner ahead = scanner_;
    Token next = ahead.next();
    if (next.is('+') || next.is('-')) {
      sign = next.plain;
      next = ahead.next();
    }
    if (!next.is_whole()) return;
    digits = next.plain;
    end = next.end();
  } else if (!is_digits(digits) || names_.find(token_.plain).kind != ExpressionNames::Found::Kind::none) {
    return;
  }
  two_readings(previous_.position, end, {previous_.plain, "e", sign, digits},
               {previous_.plain, "*e", (sign.empty() ? "^" : sign), digits});
}

/// x0^2 and, in the next line, x1^2: hardly their product.
void ExpressionParser::broken_line() const {
  const std::string_view between = source_.substr(previous_.end(), token_.position - previous_.end());
  for (const std::string_view line_end : {"\n", "\r", "\u2028", "\u2029"}) {
    if (between.find(line_end) != std::string_view::npos) unexpected(Kind::expected_operator);
  }
}

/// 1 1/2, where 1 000 is not meant.
void ExpressionParser::mixed_number() const {
  ExpressionScanner ahead = scanner_;
  const Token slash = ahead.next();
  const Token denominator = ahead.next();
  if (!previous_.is_whole() || !token_.is_whole() || !slash.is('/') || !denominator.is_whole() || token_.plain.size() > 2)
    return;
  const std::string fraction = token_.plain + "/" + denominator.plain;
  two_readings(previous_.position, denominator.end(), {"(", previous_.plain, "+", fraction, ")"}, {previous_.plain, fraction});
}

void ExpressionParser::two_readings(std::size_t from, std::size_t end, const Text& one, const Text& other) const {
  fail(Kind::two_readings, from, {found(from, end), one.string(), other.string()});
}

void ExpressionParser::two_readings(const Mark& from, const Text& one, const Text& other) const {
  two_readings(from.position, previous_.end(), one, other);
}

}  // namespace downhill
