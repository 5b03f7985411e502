#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <downhill/support/error.hpp>

namespace downhill {

/// Why a text is not an expression. `details` are the pieces of the message, so that it can be told in another language: what
/// was found (empty at the end of the text), then what stands in brackets below.
struct ExpressionError : SyntaxError {
  enum class Kind : std::uint8_t {
    empty,                     // no details
    too_long,                  // [characters, the most]
    too_deep,                  // [levels allowed]
    number_too_large,          // [found]
    unknown_name,              // [found, the names that are known]
    similar_name,              // [found, the nearest name, the names that are known]
    joined_names,              // [found, x0*x1]
    name_with_digits,          // [found, x^2, 2*x]
    other_name,                // [found, what to write instead]
    not_offered,               // [found, what is offered]
    call_without_parentheses,  // [found, the function, sin(x)]
    one_argument,              // [the function, how many it was given]
    two_arguments,             // the same
    more_arguments,            // the same
    expected_operand,          // [found]
    expected_operator,         // [found]
    number_after_number,       // [found]
    number_after_operand,      // [found]
    unopened,                  // [found, the bracket that is missing]
    unclosed,                  // [found, the bracket that is missing, that which was opened]
    comma,                     // [the number with a point]
    semicolon,                 // no details
    equation,                  // no details
    two_readings,              // [found, the one, the other]
    function_power,            // [the function]
    index,                     // [the name]
    product_after_bar,         // [found]
    write_instead,             // [found, what to write instead]
    leave_out,                 // [found]
    foreign_character,         // [found]
    foreign_byte,              // [0xff]
  };

  /// `position` and `opened` count bytes.
  ExpressionError(Kind kind, std::vector<std::string> details, std::size_t position, std::optional<std::size_t> opened = {});

  /// The same with its positions, also those in the message, counted in units of UTF-16, as JavaScript counts.
  ExpressionError in_utf16(std::string_view source) const;

  /// "unknownName"
  std::string_view kind_name() const;

  Kind kind;
  std::vector<std::string> details;
  /// The position of the bracket that is not closed.
  std::optional<std::size_t> opened;
};

}  // namespace downhill
