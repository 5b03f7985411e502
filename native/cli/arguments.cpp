#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include <downhill/support/error.hpp>

#include "arguments.hpp"

namespace downhill::cli {

Arguments::Arguments(std::span<const std::string> words, const std::vector<OptionHelp>& known) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (!word.starts_with("--")) {
      positional_.push_back(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
    const auto option = std::find_if(known.begin(), known.end(), [&](const OptionHelp& help) { return help.name == name; });
    if (option == known.end()) throw TypeError("there is no option --" + name + "; --help lists them");
    std::string value;
    if (equals != std::string::npos) {
      if (option->value.empty()) throw TypeError("--" + name + " is a switch and takes no value");
      value = word.substr(equals + 1);
    } else if (!option->value.empty()) {
      if (i + 1 == words.size()) throw TypeError("--" + name + " needs a value: " + option->value);
      value = words[++i];
    }
    if (!values_.emplace(name, value).second) throw TypeError("--" + name + " is given twice");
  }
}

std::optional<std::string> Arguments::find(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

std::string Arguments::text(const std::string& name, const std::string& otherwise) const {
  return find(name).value_or(otherwise);
}

std::string Arguments::required(const std::string& name) const {
  const auto value = find(name);
  if (!value) throw TypeError("--" + name + " is missing");
  return *value;
}

double Arguments::number(const std::string& name, double otherwise) const {
  const auto value = find(name);
  return value ? parse_number("--" + name, *value) : otherwise;
}

std::int64_t Arguments::whole(const std::string& name, std::int64_t otherwise, std::int64_t lowest,
                              std::int64_t highest) const {
  const auto value = find(name);
  if (!value) return otherwise;
  const double number = parse_number("--" + name, *value);
  const bool fits =
      number == std::floor(number) && number >= static_cast<double>(lowest) && number <= static_cast<double>(highest);
  if (!fits) {
    throw RangeError("--" + name + " is " + *value + "; allowed is a whole number from " + std::to_string(lowest) + " to " +
                     std::to_string(highest));
  }
  return static_cast<std::int64_t>(number);
}

double parse_number(const std::string& what, const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !std::isfinite(value)) {
    throw RangeError(what + " is \"" + text + "\"; allowed is a finite number");
  }
  return value;
}

std::vector<double> parse_numbers(const std::string& what, const std::string& text) {
  std::vector<double> numbers;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) numbers.push_back(parse_number(what, part));
  if (numbers.empty()) throw RangeError(what + " is empty; allowed are numbers with commas between, such as -3,4");
  return numbers;
}

std::string help_text(const std::string& usage, const std::string& sentence, const std::vector<OptionHelp>& options) {
  std::ostringstream out;
  out << "usage: " << usage << "\n\n" << sentence << "\n";
  std::size_t width = 0;
  const auto left = [](const OptionHelp& option) {
    return "--" + option.name + (option.value.empty() ? "" : " " + option.value);
  };
  for (const OptionHelp& option : options) width = std::max(width, left(option).size());
  if (!options.empty()) out << "\n";
  for (const OptionHelp& option : options) {
    out << "  " << left(option) << std::string(width - left(option).size() + 2, ' ') << option.text << "\n";
  }
  return out.str();
}

}  // namespace downhill::cli
