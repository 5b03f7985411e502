#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What to write in place of names and characters that no expression holds.

namespace downhill {

/// A function that is called otherwise here, or can be written with those that are offered.
struct OtherFunction {
  std::string_view name;
  /// Its name here; or a formula, in which #1 is the first argument.
  std::string_view instead;
  int arguments;  // 0: `instead` is no formula
  /// No other name of the same: what is nearest to it.
  bool only_near = false;

  /// `instead` with those arguments, or with ... where there are not as many.
  std::string written(const std::vector<std::string>& given) const;
};

/// `name` in small letters. If two functions have this name, the one with `arguments` arguments; null if there is none.
const OtherFunction* other_function(std::string_view name, std::size_t arguments);

/// floor, if: a function of other programs that cannot be written here.
bool is_not_offered(std::string_view name);

/// What to write instead of a character, or none.
std::optional<std::string_view> replacement_of(std::string_view character);

/// Such as the quotes around a formula.
bool is_superfluous(std::string_view character);

/// A sign of degrees.
bool is_degree(std::string_view character);

/// % and its forms.
bool is_percent(std::string_view character);

/// ½: its quotient "1/2", and its decimals ".5", which are empty where they do not end.
struct VulgarFraction {
  std::string quotient;
  std::string decimals;
};
std::optional<VulgarFraction> vulgar_fraction(std::string_view character);

/// A command of LaTeX at the beginning of a text.
struct LatexCommand {
  /// In bytes: of the command with its arguments in braces.
  std::size_t length;
  /// What to write instead; empty: leave it out, unless there is a name.
  std::string instead;
  /// The name of any other command, such as \sin.
  std::string_view name;
};
/// `text` begins with a backslash.
LatexCommand latex_command(std::string_view text);

}  // namespace downhill
