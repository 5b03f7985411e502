#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// The characters of a formula as people type and paste them, each as the ASCII character that it stands for.

namespace downhill {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// One or more of them, and nothing else.
inline bool is_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Character {
  enum class Script : std::uint8_t { line, raised, lowered };

  // Stand for no ASCII character alone.
  static constexpr char foreign = 0;
  static constexpr char root = 1;
  static constexpr char cube_root = 2;
  static constexpr char pi = 3;
  static constexpr char fourth_root = 5;

  char plain = foreign;
  Script script = Script::line;
  /// There is a space before it.
  bool spaced = false;
  /// In bytes.
  std::size_t position = 0;
  std::size_t length = 0;

  bool is_digit(Script wanted) const { return script == wanted && downhill::is_digit(plain); }
};

/// Without spaces and without what is not seen, such as a byte order mark or a soft hyphen.
std::vector<Character> characters_of(std::string_view source);

/// The length of the UTF-8 character that begins `text`, which is not empty, or 0 if it does not begin with one.
std::size_t utf8_length(std::string_view text);

}  // namespace downhill
