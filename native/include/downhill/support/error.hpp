#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

// The exceptions of the engine. A message names the argument and says what was given and what is allowed:
// "batch_size is 0; allowed is a whole number from 1 to 60000".

namespace downhill {

/// A value outside what is allowed; RangeError in JavaScript.
struct RangeError : std::out_of_range {
  using std::out_of_range::out_of_range;
};

/// A net whose output is NaN for finite inputs: a parameter is NaN, infinite or too large. RangeError in JavaScript.
struct UnsoundNetError : RangeError {
  using RangeError::RangeError;
};

/// A value of the wrong type or shape; TypeError in JavaScript.
struct TypeError : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

/// A file in the wrong format; RangeError in JavaScript.
struct FormatError : RangeError {
  using RangeError::RangeError;
};

/// A text that does not parse; `position` counts bytes from the start of the text.
struct SyntaxError : std::runtime_error {
  SyntaxError(const std::string& message, std::size_t position) : std::runtime_error(message), position(position) {}
  std::size_t position;
};

/// A piece of a message: text or a number. A number becomes text only when the message is needed.
class Piece {
 public:
  Piece(const char* text) : text_(text) {}
  Piece(std::string_view text) : text_(text) {}
  Piece(const std::string& text) : text_(text) {}
  template <class Number>
    requires std::is_arithmetic_v<Number>
  Piece(Number number) : kind_(std::is_integral_v<Number> ? Kind::whole : Kind::real) {
    if constexpr (std::is_integral_v<Number>) {
      whole_ = static_cast<std::int64_t>(number);
    } else {
      real_ = number;
    }
  }

  void append_to(std::string& message) const;

 private:
  enum class Kind { text, whole, real };
  Kind kind_ = Kind::text;
  union {
    std::string_view text_;
    std::int64_t whole_;
    double real_;
  };
};

/// A text of one or several pieces, such as {"labels[", i, "]"}. It refers to its pieces: use it only within the expression
/// that creates it.
class Text {
 public:
  Text(const char* text) : one_(text), pieces_(&one_, 1) {}
  Text(std::string_view text) : one_(text), pieces_(&one_, 1) {}
  Text(const std::string& text) : one_(text), pieces_(&one_, 1) {}
  Text(std::initializer_list<Piece> pieces) : one_(""), pieces_(pieces.begin(), pieces.size()) {}
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;

  void append_to(std::string& message) const;
  std::string string() const;

 private:
  Piece one_;
  std::span<const Piece> pieces_;
};

[[noreturn]] void throw_range_error(const Text& message);
[[noreturn]] void throw_type_error(const Text& message);
[[noreturn]] void throw_format_error(const Text& message);
/// Throws UnsoundNetError "the net's <what> is <given>: a parameter is NaN or too large; allowed is …".
[[noreturn]] void throw_unsound_net(const Text& what, double given);

/// Throws RangeError "<name> is <given>; allowed is <allowed>".
[[noreturn]] void throw_range_error(const Text& name, const Piece& given, const Text& allowed);
[[noreturn]] void throw_range_error(const char* name, const Piece& given, const char* allowed);

/// Throws the same unless `condition` holds.
inline void require(bool condition, const char* name, const Piece& given, const char* allowed) {
  if (!condition) throw_range_error(name, given, allowed);
}
inline void require(bool condition, const Text& name, const Piece& given, const Text& allowed) {
  if (!condition) throw_range_error(name, given, allowed);
}

}  // namespace downhill
