#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/expression_error.hpp>

// A reader who does to the letter what the message about a formula says.

namespace downhill {

/// The text with `instead` in place of what the error is about.
inline std::string replaced(std::string text, const ExpressionError& error, const std::string& instead) {
  return text.replace(error.position, error.details[0].size(), instead);
}

/// The number, or the call, that a comma is part of with its point. Empty where it is part of none.
inline std::vector<std::string> with_point(std::string text, const ExpressionError& error) {
  const auto is_part = [&](std::size_t at) {
    return at < text.size() && std::string_view("0123456789.,").find(text[at]) != std::string_view::npos;
  };
  std::size_t begin = error.position;
  if (error.details[0].find('(') != std::string::npos) {
    std::size_t end = error.position;
    for (int depth = 1; depth > 0;) {
      --begin;
      depth += text[begin] == ')' ? 1 : text[begin] == '(' ? -1 : 0;
    }
    while (begin > 0 && std::string_view(" (,+-*/^|=").find(text[begin - 1]) == std::string_view::npos) --begin;
    for (int depth = 1; depth > 0; ++end) depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
    return {text.replace(begin, end - begin, error.details[0])};
  }
  while (begin > 0 && is_part(begin - 1)) --begin;
  std::size_t end = error.position + 1;
  while (is_part(end)) ++end;
  const std::size_t exponent = error.details[0].find_first_of("eE");
  if (exponent != std::string::npos) end += error.details[0].size() - exponent;
  const bool in_name = begin > 0 && std::isalpha(static_cast<unsigned char>(text[begin - 1])) != 0;
  const bool enough = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                 text.begin() + static_cast<std::ptrdiff_t>(end), ',') == 1 ||
                      error.details[0].size() > 4;
  if (in_name || !enough || end == error.position + 1) return {};
  return {text.replace(begin, end - begin, error.details[0])};
}

/// Each formula that the message offers, put where it says. Empty where it offers none.
inline std::vector<std::string> offered(const std::string& text, const ExpressionError& error) {
  using Kind = ExpressionError::Kind;
  const auto& details = error.details;
  switch (error.kind) {
    case Kind::two_readings:
    case Kind::name_with_digits:
      return {replaced(text, error, details[1]), replaced(text, error, details[2])};
    case Kind::similar_name:
    case Kind::joined_names:
    case Kind::other_name:
    case Kind::write_instead:
      return {replaced(text, error, details[1])};
    case Kind::not_offered:
      // A list of names is nothing to write in its place.
      if (details[1].find("sin, ") != std::string::npos || details[1][0] == '+') return {};
      return {replaced(text, error, details[1])};
    case Kind::call_without_parentheses:
      return {replaced(text, error, details[2])};
    case Kind::leave_out:
    case Kind::unopened:
      return {replaced(text, error, "")};
    case Kind::unclosed:
      return {replaced(text, error, details[1])};
    case Kind::comma:
      return with_point(text, error);
    case Kind::semicolon:
      return {std::string(text).replace(error.position, text.compare(error.position, 3, "；") == 0 ? 3 : 1, ",")};
    case Kind::number_after_operand:
      return {std::string(text).insert(error.position, "^"), std::string(text).insert(error.position, "*")};
    case Kind::number_after_number: {
      std::string closer = text;
      std::size_t space = error.position;
      while (space > 0 && closer[space - 1] == ' ') closer.erase(--space, 1);
      return {closer};
    }
    case Kind::product_after_bar:
      return {std::string(text).insert(error.position, "*")};
    default:
      return {};
  }
}

struct Followed {
  /// What can be read in the end.
  std::vector<std::string> formulas;
  /// What is refused without an offer, or after too many of them, with the message.
  std::vector<std::string> refused;
};

inline void follow(const std::string& text, const std::vector<std::string>& variables, int steps, Followed& result) {
  try {
    Expression::parse(text, variables);
    result.formulas.push_back(text);
  } catch (const ExpressionError& error) {
    const std::vector<std::string> next = steps == 0 ? std::vector<std::string>{} : offered(text, error);
    if (next.empty()) result.refused.push_back(text + ": " + error.what());
    for (const std::string& formula : next) follow(formula, variables, steps - 1, result);
  }
}

}  // namespace downhill
