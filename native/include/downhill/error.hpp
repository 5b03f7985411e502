#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

// What the engine throws. A message names the thing, says what was given and what is allowed:
// "batch_size is 0; allowed is a whole number from 1 to 60000".

namespace downhill {

/// A value outside what is allowed; RangeError in JavaScript.
struct RangeError : std::out_of_range {
  using std::out_of_range::out_of_range;
};

/// A thing of the wrong kind or shape; TypeError in JavaScript.
struct TypeError : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

/// A file that is not what it should be; RangeError in JavaScript.
struct FormatError : RangeError {
  using RangeError::RangeError;
};

/// A text that does not parse; `position` counts bytes from the start of the text.
struct SyntaxError : std::runtime_error {
  SyntaxError(const std::string& message, std::size_t position) : std::runtime_error(message), position(position) {}
  std::size_t position;
};

/// Throws RangeError "<name> is <given>; allowed is <allowed>".
[[noreturn]] void throw_range_error(std::string_view name, const std::string& given, std::string_view allowed);

/// With 10 significant digits at most.
std::string shown(double value);

template <class Number>
requires std::is_arithmetic_v<Number>
[[noreturn]] void throw_range_error(std::string_view name, Number given, std::string_view allowed) {
  if constexpr (std::is_floating_point_v<Number>) {
    throw_range_error(name, shown(given), allowed);
  } else {
    throw_range_error(name, std::to_string(given), allowed);
  }
}

/// Throws the same unless `condition` holds. Not for inner loops where `allowed` must be put together: that would be done each
/// time.
template <class Number>
void require(bool condition, std::string_view name, Number given, std::string_view allowed) {
  if (!condition) throw_range_error(name, given, allowed);
}

}  // namespace downhill
