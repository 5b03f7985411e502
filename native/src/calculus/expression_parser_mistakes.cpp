#include <utility>

#include "calculus/expression_parser.hpp"
#include "support/number_text.hpp"

// What is wrong with an expression.

namespace downhill {

void ExpressionParser::fail(Kind kind, std::size_t position, std::vector<std::string> details,
                            std::optional<std::size_t> opened) const {
  throw ExpressionError(kind, std::move(details), position, opened);
}

void ExpressionParser::unexpected(Kind kind, std::vector<std::string> more, std::optional<std::size_t> opened) const {
  more.insert(more.begin(), shortened(token_.text));
  fail(kind, token_.position, std::move(more), opened);
}

void ExpressionParser::unexpected_after_operand() const {
  const auto decimal = [&] {
    ExpressionScanner ahead = scanner_;
    const Token next = ahead.next();
    const bool numbers = previous_.kind == Token::Kind::number && next.kind == Token::Kind::number;
    return numbers ? shortened(previous_.plain) + "." + shortened(next.text) : "1.5";
  };
  if (token_.is(')')) unexpected(Kind::unopened, {"("});
  if (token_.is(']')) unexpected(Kind::unopened, {"["});
  if (token_.is('}')) unexpected(Kind::unopened, {"{"});
  if (token_.is(',')) fail(Kind::comma, token_.position, {decimal()});
  if (token_.is(';')) fail(Kind::semicolon, token_.position);
  if (token_.is('=')) fail(Kind::equation, token_.position);
  if (token_.kind == Token::Kind::number)
    unexpected(previous_.kind == Token::Kind::number ? Kind::number_after_number : Kind::number_after_operand);
  unexpected(Kind::expected_operator);
}

void ExpressionParser::foreign() const {
  const auto byte = static_cast<unsigned char>(token_.text[0]);
  if (utf8_length(token_.text) == 0 || byte < 0x20 || byte == 0x7f)
    fail(Kind::foreign_byte, token_.position, {"0x" + in_hex(byte)});
  if (const auto replacement = replacement_of(token_.text)) unexpected(Kind::write_instead, {std::string(*replacement)});
  unexpected(is_superfluous(token_.text) ? Kind::leave_out : Kind::foreign_character);
}

void ExpressionParser::unknown(const Token& token) const {
  auto [kind, details] = names_.advice_for(token.plain);
  details[0] = shortened(token.text);
  fail(kind, token.position, std::move(details));
}

/// Of what stands from `from` to the last token that was read.
void ExpressionParser::two_readings(const Mark& from, std::string one, std::string other) const {
  const std::size_t end = previous_.position + previous_.text.size();
  fail(Kind::two_readings, from.position,
       {shortened(source_.substr(from.position, end - from.position)), shortened(one), shortened(other)});
}

}  // namespace downhill
