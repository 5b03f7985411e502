#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

// The command line: positional words and --name value pairs.

namespace downhill::cli {

/// One option that a command takes.
struct OptionHelp {
  std::string name;   // without the dashes
  std::string value;  // what stands after it: "N", "FILE"; empty for a switch
  std::string text;   // one line of help; says the default
};

class Arguments {
 public:
  /// Throws TypeError for an option that is not in `known`, comes twice, lacks its value or is a switch with one.
  Arguments(std::span<const std::string> words, const std::vector<OptionHelp>& known);

  const std::vector<std::string>& positional() const { return positional_; }
  bool has(const std::string& name) const { return values_.contains(name); }

  // Each throws RangeError, naming the option and the text given, if it is not such a value.
  std::string text(const std::string& name, const std::string& otherwise) const;
  /// Throws TypeError where it is missing.
  std::string required(const std::string& name) const;
  double number(const std::string& name, double otherwise) const;
  std::int64_t whole(const std::string& name, std::int64_t otherwise, std::int64_t lowest, std::int64_t highest) const;

 private:
  std::optional<std::string> find(const std::string& name) const;
  std::vector<std::string> positional_;
  std::map<std::string, std::string> values_;
};

/// The whole text as a finite number; throws RangeError naming `what` otherwise.
double parse_number(const std::string& what, const std::string& text);

/// "-7,2" as numbers.
std::vector<double> parse_numbers(const std::string& what, const std::string& text);

/// Usage line, a sentence, and a table of the options.
std::string help_text(const std::string& usage, const std::string& sentence, const std::vector<OptionHelp>& options);

}  // namespace downhill::cli
