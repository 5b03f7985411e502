#include <array>

#include <downhill/calculus/expression_error.hpp>

namespace downhill {
namespace {

using Kind = ExpressionError::Kind;

constexpr std::array<std::string_view, 31> kind_names = {
    "empty",
    "tooLong",
    "tooDeep",
    "numberTooLarge",
    "unknownName",
    "similarName",
    "joinedNames",
    "nameWithDigits",
    "otherName",
    "notOffered",
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

/// The message of each kind, in their order: $0 is the first detail, @ is " at position 3", # is "unexpected '$0'@: ", and & is
/// the position of the bracket that is not closed. A table, since the code for each would be larger than its text.
constexpr std::array<std::string_view, kind_names.size()> messages = {
    "the expression is empty@: expected a formula such as x^2",
    "the expression has $0 characters; allowed are at most $1",
    "too deep@: allowed are $0 levels of parentheses, signs and powers",
    "the number '$0'@ is too large; the largest is about 1.797e308",
    "unknown name '$0'@; known are $1",
    "unknown name '$0'@; did you mean $1? Known are $2",
    "unknown name '$0'@; did you mean $1?",
    "unknown name '$0'@; write $1 for the power, $2 for the product",
    "unknown name '$0'@; write $1",
    "'$0'@ is not offered; what is: $1",
    "'$0'@: expected '(' after the function $1; write $2",
    "$0@ has $1; it takes one argument",
    "$0@ has $1; it takes two arguments",
    "$0@ has $1; it takes two or more arguments",
    "#expected a number, a variable or '('",
    "#expected an operator such as + or *",
    "#expected an operator such as + or *; a number is written without spaces and with one point",
    "#write ^ before it for a power, * for a product",
    "#there is no '$1' for it",
    "#expected '$1' for the '$2' at position &",
    "unexpected ','@: a comma stands only between the arguments of a function; decimals have a point, as in $0, and thousands "
    "nothing",
    "unexpected ';'@: the arguments of a function have a comma between them, and a formula is one only",
    "unexpected '='@: give one side of an equation alone; before it may stand the name of the function, as in f(x) = x^2",
    "'$0'@ can be read in two ways; write $1 or $2",
    "the power of $0@ is written behind its parentheses, as in $0(x)^2",
    "the index of $0@ must be a whole number, as in $0[0]",
    "#write * after |...|, or abs(...) for bars within bars",
    "#write $1",
    "#leave it out",
    "#allowed are numbers, names and + - * / ^ ( ) | ,",
    "unexpected byte $0@: allowed are numbers, names and + - * / ^ ( ) | ,",
};

std::string message_of(Kind kind, const std::vector<std::string>& details, std::size_t position, std::size_t opened) {
  std::string message;
  const auto fill = [&](auto&& self, std::string_view pattern) -> void {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] == '$') {
        const auto number = static_cast<std::size_t>(pattern[++i] - '0');
        if (number < details.size()) message += details[number];
      } else if (pattern[i] == '@') {
        message.append(" at position ").append(std::to_string(position));
      } else if (pattern[i] == '#') {
        const bool end = details.empty() || details[0].empty();
        self(self, end ? "unexpected end@: " : "unexpected '$0'@: ");
      } else if (pattern[i] == '&') {
        message += std::to_string(opened);
      } else {
        message += pattern[i];
      }
    }
  };
  fill(fill, messages[static_cast<std::size_t>(kind)]);
  return message;
}

/// The length of the text up to byte `end`, in UTF-16 code units.
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
