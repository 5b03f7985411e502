#include <array>

#include <downhill/calculus/expression_error.hpp>

namespace downhill {
namespace {

using Kind = ExpressionError::Kind;

constexpr std::array<std::string_view, 30> kind_names = {
    "empty",
    "tooLong",
    "tooDeep",
    "numberTooLarge",
    "unknownName",
    "similarName",
    "joinedNames",
    "nameWithDigits",
    "otherName",
    "callWithoutParentheses",
    "oneArgument",
    "twoArguments",
    "moreArguments",
    "expectedOperand",
    "expectedOperator",
    "numberAfterNumber",
    "numberAfterOperand",
    "unopened",
    "unclosed",
    "comma",
    "semicolon",
    "equation",
    "twoReadings",
    "functionPower",
    "index",
    "productAfterBar",
    "writeInstead",
    "leaveOut",
    "foreignCharacter",
    "foreignByte",
};
static_assert(kind_names.size() == static_cast<std::size_t>(Kind::foreign_byte) + 1);

std::string message_of(Kind kind, const std::vector<std::string>& details, std::size_t position, std::size_t opened) {
  const auto detail = [&](std::size_t i) { return i < details.size() ? details[i] : std::string(); };
  const std::string at = " at position " + std::to_string(position);
  const std::string quoted = "'" + detail(0) + "'";
  const std::string unexpected = "unexpected " + (detail(0).empty() ? "end" : quoted) + at + ": ";
  const auto count = [&](const char* wanted) { return detail(0) + at + " has " + detail(1) + "; it takes " + wanted; };
  switch (kind) {
    case Kind::empty:
      return "the expression is empty" + at + ": expected a formula such as x^2";
    case Kind::too_long:
      return "the expression has " + detail(0) + " characters; allowed are at most " + detail(1);
    case Kind::too_deep:
      return "too deep" + at + ": allowed are " + detail(0) + " levels of parentheses, signs and powers";
    case Kind::number_too_large:
      return "the number " + quoted + at + " is too large; the largest is about 1.797e308";
    case Kind::unknown_name:
      return "unknown name " + quoted + at + "; known are " + detail(1);
    case Kind::similar_name:
      return "unknown name " + quoted + at + "; did you mean " + detail(1) + "? Known are " + detail(2);
    case Kind::joined_names:
      return "unknown name " + quoted + at + "; did you mean " + detail(1) + "?";
    case Kind::name_with_digits:
      return "unknown name " + quoted + at + "; write " + detail(1) + " for the power, " + detail(2) + " for the product";
    case Kind::other_name:
      return "unknown name " + quoted + at + "; write " + detail(1);
    case Kind::call_without_parentheses:
      return unexpected + "expected '(' after the function " + detail(1) + ", as in " + detail(2);
    case Kind::one_argument:
      return count("one argument");
    case Kind::two_arguments:
      return count("two arguments");
    case Kind::more_arguments:
      return count("two or more arguments");
    case Kind::expected_operand:
      return unexpected + "expected a number, a variable or '('";
    case Kind::expected_operator:
      return unexpected + "expected an operator such as + or *";
    case Kind::number_after_number:
      return unexpected + "expected an operator such as + or *; a number is written without spaces and with one point";
    case Kind::number_after_operand:
      return unexpected + "write ^ before it for a power, * for a product";
    case Kind::unopened:
      return unexpected + "there is no '" + detail(1) + "' for it";
    case Kind::unclosed:
      return unexpected + "expected '" + detail(1) + "' for the '" + detail(2) + "' at position " + std::to_string(opened);
    case Kind::comma:
      return "unexpected ','" + at +
             ": a comma stands only between the arguments of a function; decimals have a point, as in " + detail(0) +
             ", and thousands nothing";
    case Kind::semicolon:
      return "unexpected ';'" + at + ": the arguments of a function have a comma between them, and a formula is one only";
    case Kind::equation:
      return "unexpected '='" + at +
             ": give one side of an equation alone; before it may stand the name of the function, as in " + "f(x) = x^2";
    case Kind::two_readings:
      return quoted + at + " can be read in two ways; write " + detail(1) + " or " + detail(2);
    case Kind::function_power:
      return "the power of " + detail(0) + at + " is written behind its parentheses, as in " + detail(0) + "(x)^2";
    case Kind::index:
      return "the index of " + detail(0) + at + " must be a whole number, as in " + detail(0) + "[0]";
    case Kind::product_after_bar:
      return unexpected + "write * after |...|, or abs(...) for bars within bars";
    case Kind::write_instead:
      return unexpected + "write " + detail(1);
    case Kind::leave_out:
      return unexpected + "leave it out";
    case Kind::foreign_character:
      return unexpected + "allowed are numbers, names and + - * / ^ ( ) | ,";
    case Kind::foreign_byte:
      return "unexpected byte " + detail(0) + at + ": allowed are numbers, names and + - * / ^ ( ) | ,";
  }
  return {};
}

/// Of the text up to byte `end`, in units of UTF-16.
std::size_t utf16_length(std::string_view source, std::size_t end) {
  std::size_t length = 0;
  for (const char c : source.substr(0, end)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) != 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

}  // namespace

ExpressionError::ExpressionError(Kind kind, std::vector<std::string> details, std::size_t position,
                                 std::optional<std::size_t> opened)
    : SyntaxError(message_of(kind, details, position, opened.value_or(0)), position),
      kind(kind),
      details(std::move(details)),
      opened(opened) {}

ExpressionError ExpressionError::in_utf16(std::string_view source) const {
  std::optional<std::size_t> units;
  if (opened) units = utf16_length(source, *opened);
  return {kind, details, utf16_length(source, position), units};
}

std::string_view ExpressionError::kind_name() const { return kind_names[static_cast<std::size_t>(kind)]; }

}  // namespace downhill
