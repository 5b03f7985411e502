#include <algorithm>
#include <array>
#include <numbers>
#include <utility>

#include <downhill/support/error.hpp>

#include "calculus/expression_characters.hpp"
#include "calculus/expression_names.hpp"
#include "calculus/expression_scanner.hpp"
#include "support/nearest_name.hpp"

namespace downhill {
namespace {

using Op = Expression::Op;
using Kind = ExpressionError::Kind;
using Pair = std::pair<std::string_view, std::string_view>;

struct Constant {
  std::string_view name;
  double value;
};
constexpr std::array<Constant, 2> constants = {{{"pi", std::numbers::pi}, {"e", std::numbers::e}}};

constexpr std::array<ExpressionFunction, 22> functions = {{
    {"sin", Op::sin, 1, 1},   {"cos", Op::cos, 1, 1},     {"tan", Op::tan, 1, 1},     {"asin", Op::asin, 1, 1},
    {"acos", Op::acos, 1, 1}, {"atan", Op::atan, 1, 1},   {"sinh", Op::sinh, 1, 1},   {"cosh", Op::cosh, 1, 1},
    {"tanh", Op::tanh, 1, 1}, {"asinh", Op::asinh, 1, 1}, {"acosh", Op::acosh, 1, 1}, {"atanh", Op::atanh, 1, 1},
    {"exp", Op::exp, 1, 1},   {"log", Op::log, 1, 1},     {"log2", Op::log2, 1, 1},   {"log10", Op::log10, 1, 1},
    {"sqrt", Op::sqrt, 1, 1}, {"cbrt", Op::cbrt, 1, 1},   {"abs", Op::abs, 1, 1},     {"pow", Op::power, 2, 2},
    {"min", Op::min, 2, 0},   {"max", Op::max, 2, 0},
}};

/// Names of the same functions in ISO 80000-2, in Python and in NumPy.
constexpr std::array<Pair, 17> aliases = {{
    {"ln", "log"},
    {"lg", "log10"},
    {"lb", "log2"},
    {"arcsin", "asin"},
    {"arccos", "acos"},
    {"arctan", "atan"},
    {"arsinh", "asinh"},
    {"arcosh", "acosh"},
    {"artanh", "atanh"},
    {"arcsinh", "asinh"},
    {"arccosh", "acosh"},
    {"arctanh", "atanh"},
    {"power", "pow"},
    {"maximum", "max"},
    {"minimum", "min"},
    {"absolute", "abs"},
    {"fabs", "abs"},
}};

constexpr std::array<std::string_view, 16> modules = {"np",  "numpy", "math",       "Math",  "cmath", "torch",
                                                      "jnp", "scipy", "sympy",      "tf",    "jax",   "special",
                                                      "nn",  "F",     "functional", "linalg"};

template <class Table>
auto find_named(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [name](const auto& entry) { return entry.name == name; });
  return found == table.end() ? nullptr : &*found;
}

template <class Table>
std::optional<std::string_view> other_in(const Table& table, std::string_view name) {
  for (const auto& [given, other] : table) {
    if (given == name) return other;
  }
  return std::nullopt;
}

bool is_identifier(std::string_view name) {
  const auto begins = [](char c) { return is_letter(c) || c == '_'; };
  return !name.empty() && begins(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return begins(c) || is_digit(c); });
}

ExpressionNames::Found built_in(std::string_view name) {
  using Found = ExpressionNames::Found;
  const std::string_view ours = other_in(aliases, name).value_or(name);
  if (const ExpressionFunction* function = find_named(functions, ours))
    return {.kind = Found::Kind::function, .name = function->name, .function = function};
  if (const Constant* constant = find_named(constants, name))
    return {.kind = Found::Kind::constant, .value = constant->value, .name = constant->name};
  return {};
}

bool is_built_in(std::string_view name) {
  return built_in(name).kind != ExpressionNames::Found::Kind::none ||
         built_in(simplified_name(name)).kind != ExpressionNames::Found::Kind::none;
}

}  // namespace

std::string simplified_name(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    // x_0 is x0, but x1_0 is not x10.
    if (name[i] == '_' && i > 0 && !is_digit(name[i - 1]) && i + 1 < name.size() && is_digit(name[i + 1])) continue;
    result += name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  return result;
}

ExpressionNames::ExpressionNames(std::span<const std::string> variables) : variables_(variables) {
  require(!variables.empty() && variables.size() <= Expression::max_variables, "the number of variables", variables.size(),
          {"a whole number from 1 to ", Expression::max_variables});
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const std::string& name = variables[i];
    const auto refuse = [&](const char* allowed) {
      throw_range_error({"variables[", i, "] is \"", name, "\"; allowed is ", allowed});
    };
    if (!is_identifier(name)) refuse("a name of letters, digits and _ that does not begin with a digit");
    // Whatever is read as one: log, ln, LOG and log_2; else sin(x) would be a product.
    if (is_built_in(name)) refuse("no name of a constant or function");
    if (std::find(variables.begin(), variables.begin() + static_cast<std::ptrdiff_t>(i), name) !=
        variables.begin() + static_cast<std::ptrdiff_t>(i)) {
      refuse("each name once");
    }
  }
}

ExpressionNames::Found ExpressionNames::find(std::string_view name) const {
  const auto variable = [&](auto&& fits) -> Found {
    const auto found = std::find_if(variables_.begin(), variables_.end(), fits);
    if (found == variables_.end()) return {};
    return {.kind = Found::Kind::variable, .number = static_cast<std::int32_t>(found - variables_.begin())};
  };
  if (const Found found = variable([&](const std::string& each) { return each == name; }); found.kind != Found::Kind::none)
    return found;
  if (const Found found = built_in(name); found.kind != Found::Kind::none) return found;
  const std::string simple = simplified_name(name);
  if (const Found found = variable([&](const std::string& each) { return simplified_name(each) == simple; });
      found.kind != Found::Kind::none)
    return found;
  return built_in(simple);
}

ExpressionNames::Advice ExpressionNames::advice_for(std::string_view name) const {
  const std::string found = shortened(name);
  if (const auto readings = readings_of_logarithm(name)) return *readings;
  // x2, which may have lost its power on the way, and ln2.
  const std::size_t letters = std::min(name.find_first_of("0123456789"), name.size());
  const std::string_view digits = name.substr(letters);
  if (letters > 0 && is_digits(digits) && digits.size() < 10) {
    const Found base = find(name.substr(0, letters));
    if (base.kind == Found::Kind::function) {
      const std::string called(name.substr(0, letters));
      return {Kind::joined_names, {found, Text({called, "(", digits, ")"}).string()}};
    }
    if (base.kind != Found::Kind::none) {
      const std::string operand(name.substr(0, letters));
      return {Kind::name_with_digits, {found, Text({operand, "^", digits}).string(), Text({digits, "*", operand}).string()}};
    }
  }
  if (const auto product = product_of(name)) return {Kind::joined_names, {found, *product}};
  if (const auto nearest = nearest_to(name)) return {Kind::similar_name, {found, *nearest, known()}};
  return {Kind::unknown_name, {found, known()}};
}

/// xy as x*y, and sinx as sin(x), where all of them are known.
std::optional<std::string> ExpressionNames::product_of(std::string_view name) const {
  constexpr std::size_t longest = 32;
  if (name.size() > longest) return std::nullopt;
  const auto digits_from = [name](std::size_t at) {
    return std::min(name.find_first_not_of("0123456789", at), name.size()) - at;
  };
  // What to write for the name from each of its letters on; empty where there is nothing.
  std::vector<std::string> rest(name.size() + 1);
  for (std::size_t begin = name.size(); begin-- > 0;) {
    for (std::size_t end = name.size(); end > begin && rest[begin].empty(); --end) {
      const std::string part(name.substr(begin, end - begin));
      const Found found = find(part);
      if (found.kind == Found::Kind::none) continue;
      const bool function = found.kind == Found::Kind::function;
      // sin2x
      const std::size_t digits = function ? digits_from(end) : 0;
      if (digits > 0 && !rest[end + digits].empty()) {
        rest[begin] = Text({part, "(", name.substr(end, digits), "*", rest[end + digits], ")"}).string();
        continue;
      }
      if (end < name.size() && rest[end].empty()) continue;
      // arcsine is not arcsin(e).
      if (function && rest[end] == "e") continue;
      rest[begin] = part;
      if (end < name.size()) rest[begin] = Text({part, function ? "(" : "*", rest[end], function ? ")" : ""}).string();
    }
  }
  return rest[0].empty() ? std::nullopt : std::optional(rest[0]);
}

/// log28 and log2x: of what, and to which base?
std::optional<ExpressionNames::Advice> ExpressionNames::readings_of_logarithm(std::string_view name) const {
  const std::string simple = simplified_name(name);
  const std::string_view base = simple.starts_with("log2") ? "2" : simple.starts_with("log10") ? "10" : "";
  const std::string inside = simple.substr(std::min(3 + base.size(), simple.size()));
  if (base.empty() || inside.empty()) return std::nullopt;
  const bool number = std::all_of(inside.begin(), inside.end(), is_digit);
  const auto operand = number ? std::optional(inside) : product_of(inside);
  if (!operand) return std::nullopt;
  return Advice{Kind::two_readings,
                {shortened(name), Text({"log", base, "(", *operand, ")"}).string(),
                 Text({"log(", base, number ? "" : "*", *operand, ")"}).string()}};
}

std::optional<std::string> ExpressionNames::nearest_to(std::string_view name) const {
  // Every other letter is equally near to a name of one letter.
  if (name.size() == 1) {
    const std::string& first = variables_[0];
    const bool fits = first.substr(0, 1) == name || (variables_.size() == 1 && first.size() == 1);
    return fits ? std::optional(first) : std::nullopt;
  }
  // x7 is not a slip of the finger for x0.
  const auto letters = [](std::string_view text) { return text.substr(0, text.find_first_of("0123456789[")); };
  std::vector<std::string_view> names;
  for (const std::string& variable : variables_) {
    if (letters(variable) != letters(name)) names.push_back(variable);
  }
  for (const Constant& constant : constants) names.push_back(constant.name);
  for (const ExpressionFunction& function : functions) names.push_back(function.name);
  for (const auto& [alias, ours] : aliases) names.push_back(alias);
  const auto nearest = nearest_name(simplified_name(name), names);
  return nearest ? std::optional(std::string(*nearest)) : std::nullopt;
}

std::string ExpressionNames::known() const {
  std::string known;
  for (const std::string& variable : variables_) known.append(variable).append(", ");
  for (const Constant& constant : constants) known.append(constant.name).append(", ");
  return known + known_functions();
}

std::string ExpressionNames::known_functions() {
  std::string known;
  for (const ExpressionFunction& function : functions) known.append(function.name).append(", ");
  known.resize(known.size() - 2);
  return known;
}

bool ExpressionNames::is_module(std::string_view name) {
  return std::find(modules.begin(), modules.end(), name) != modules.end();
}

}  // namespace downhill
