#include <algorithm>
#include <array>
#include <utility>

#include <downhill/support/error.hpp>

#include "calculus/expression_advice.hpp"
#include "calculus/expression_characters.hpp"

namespace downhill {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array others = std::to_array<OtherFunction>({
    {"tg", "tan", 0},
    {"sen", "sin", 0},
    {"arctg", "atan", 0},
    {"arcsen", "asin", 0},
    {"sh", "sinh", 0},
    {"ch", "cosh", 0},
    {"th", "tanh", 0},
    {"senh", "sinh", 0},
    {"tgh", "tanh", 0},
    {"wurzel", "sqrt", 0},
    {"racine", "sqrt", 0},
    {"raiz", "sqrt", 0},
    {"potenz", "pow", 0},
    {"puissance", "pow", 0},
    {"potencia", "pow", 0},
    {"cot", "(1/tan(#1))", 1},
    {"ctg", "(1/tan(#1))", 1},
    {"cotan", "(1/tan(#1))", 1},
    {"sec", "(1/cos(#1))", 1},
    {"csc", "(1/sin(#1))", 1},
    {"cosec", "(1/sin(#1))", 1},
    {"coth", "(1/tanh(#1))", 1},
    {"sech", "(1/cosh(#1))", 1},
    {"csch", "(1/sinh(#1))", 1},
    {"acot", "(pi/2-atan(#1))", 1},
    {"arccot", "(pi/2-atan(#1))", 1},
    {"arcctg", "(pi/2-atan(#1))", 1},
    {"square", "(#1)^2", 1},
    {"root", "sqrt(#1)", 1},
    {"root", "((#1)^(1/(#2)))", 2},
    {"nthroot", "((#1)^(1/(#2)))", 2},
    {"sgn", "((#1)/abs(#1))", 1},
    {"sign", "((#1)/abs(#1))", 1},
    {"expm1", "(exp(#1)-1)", 1},
    {"exp2", "2^(#1)", 1},
    {"exp10", "10^(#1)", 1},
    {"log1p", "log(1+(#1))", 1},
    {"logaddexp", "log(exp(#1)+exp(#2))", 2},
    {"sigmoid", "(1/(1+exp(-(#1))))", 1},
    {"expit", "(1/(1+exp(-(#1))))", 1},
    {"relu", "max(0, #1)", 1},
    {"softplus", "log(1+exp(#1))", 1},
    {"silu", "((#1)/(1+exp(-(#1))))", 1},
    {"swish", "((#1)/(1+exp(-(#1))))", 1},
    {"clip", "min(max(#1, #2), #3)", 3},
    {"clamp", "min(max(#1, #2), #3)", 3},
    {"hypot", "sqrt((#1)^2+(#2)^2)", 2},
    {"reciprocal", "(1/(#1))", 1},
    {"negative", "(-(#1))", 1},
    {"add", "((#1)+(#2))", 2},
    {"subtract", "((#1)-(#2))", 2},
    {"multiply", "((#1)*(#2))", 2},
    {"divide", "((#1)/(#2))", 2},
    {"radians", "((#1)*pi/180)", 1},
    {"deg2rad", "((#1)*pi/180)", 1},
    {"degrees", "((#1)*180/pi)", 1},
    {"rad2deg", "((#1)*180/pi)", 1},
    // The half angle: 0/0 where both arguments are 0 or the first is 0 and the second is negative.
    {"atan2", "(2*atan((#1)/(sqrt((#1)^2+(#2)^2)+(#2))))", 2, true},
    {"arctan2", "(2*atan((#1)/(sqrt((#1)^2+(#2)^2)+(#2))))", 2, true},
    {"sum", "+", 0, true},
});

/// What cannot be written with what is offered.
constexpr std::array<std::string_view, 34> not_offered = {
    "not", "floor", "ceil",   "ceiling",   "round",     "rint",  "trunc", "int",  "frac",       "mod",     "fmod",   "rem",
    "if",  "iif",   "ifelse", "where",     "piecewise", "cases", "and",   "or",   "heaviside",  "step",    "random", "rand",
    "erf", "gamma", "lgamma", "factorial", "fact",      "norm",  "dot",   "mean", "derivative", "integral"};

/// Characters that are no part of a formula, and what they are probably meant as.
constexpr std::array replacements = std::to_array<Pair>({
    {"—", "-"},  {"―", "-"},  {"─", "-"},  {"⅟", "1/"}, {"‖", "|"},  {"∥", "|"},  {":", "/"},  {"：", "/"}, {"∶", "/"},
    {"。", "."}, {"、", ","}, {"ˣ", "^x"}, {"ʸ", "^y"}, {"ⁿ", "^n"}, {"⁽", "^("}, {"ê", "^e"}, {"ŷ", "^y"}, {"х", "x"},
    {"Х", "x"},  {"е", "e"},  {"у", "y"},  {"χ", "x"},  {"⟨", "("},  {"⟩", ")"},  {"【", "("}, {"】", ")"},
});

constexpr std::array superfluous =
    std::to_array<std::string_view>({"\"", "'", "“", "”", "„", "‘", "’", "`", "«", "»", "‹", "›", "$", "＂", "＇", "＄"});

struct Fraction {
  std::string_view sign;
  int numerator;
  int denominator;
};
constexpr std::array fractions = std::to_array<Fraction>({
    {"½", 1, 2}, {"⅓", 1, 3}, {"⅔", 2, 3}, {"¼", 1, 4},  {"¾", 3, 4}, {"⅕", 1, 5}, {"⅖", 2, 5},
    {"⅗", 3, 5}, {"⅘", 4, 5}, {"⅙", 1, 6}, {"⅚", 5, 6},  {"⅐", 1, 7}, {"⅛", 1, 8}, {"⅜", 3, 8},
    {"⅝", 5, 8}, {"⅞", 7, 8}, {"⅑", 1, 9}, {"⅒", 1, 10}, {"↉", 0, 3},
});

/// Of LaTeX, where nothing is to be read in braces; empty: leave it out.
constexpr std::array latex = std::to_array<Pair>({
    {"cdot", "*"}, {"times", "*"},  {"ast", "*"},    {"div", "/"},    {"over", "/"},   {"left", ""},
    {"right", ""}, {"big", ""},     {"Big", ""},     {"bigl", ""},    {"bigr", ""},    {"Bigl", ""},
    {"Bigr", ""},  {"quad", ""},    {"qquad", ""},   {"limits", ""},  {"lvert", "|"},  {"rvert", "|"},
    {"vert", "|"}, {"lbrace", "("}, {"rbrace", ")"}, {"lbrack", "("}, {"rbrack", ")"}, {"displaystyle", ""},
});

/// From `at` on: what stands between the brackets, and `at` behind them; none where no bracket opens or none closes.
std::optional<std::string_view> bracketed(std::string_view text, std::size_t& at, char opening, char closing) {
  const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
  if (begin == text.size() || text[begin] != opening) return std::nullopt;
  int depth = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    depth += text[i] == opening ? 1 : text[i] == closing ? -1 : 0;
    if (depth > 0) continue;
    at = i + 1;
    return text.substr(begin + 1, i - begin - 1);
  }
  return std::nullopt;
}

/// {x}, or the one digit or letter of \frac12.
std::optional<std::string_view> latex_argument(std::string_view text, std::size_t& at) {
  if (const auto group = bracketed(text, at, '{', '}')) return group;
  const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
  if (begin == text.size() || !(is_digit(text[begin]) || is_letter(text[begin]))) return std::nullopt;
  at = begin + 1;
  return text.substr(begin, 1);
}

std::string in_parentheses(std::string_view text) {
  const bool simple = std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '.'; });
  return simple ? std::string(text) : Text({"(", text, ")"}).string();
}

}  // namespace

std::string OtherFunction::written(const std::vector<std::string>& given) const {
  const bool known = given.size() == static_cast<std::size_t>(arguments);
  std::string result;
  for (std::size_t i = 0; i < instead.size(); ++i) {
    if (instead[i] == '#') {
      const auto number = static_cast<std::size_t>(instead[++i] - '1');
      result += known ? given[number] : "...";
    } else {
      result += instead[i];
    }
  }
  return result;
}

const OtherFunction* other_function(std::string_view name, std::size_t arguments) {
  const OtherFunction* found = nullptr;
  for (const OtherFunction& other : others) {
    if (other.name != name) continue;
    if (found == nullptr || static_cast<std::size_t>(other.arguments) == arguments) found = &other;
  }
  return found;
}

bool is_not_offered(std::string_view name) {
  return std::find(not_offered.begin(), not_offered.end(), name) != not_offered.end();
}

std::optional<std::string_view> replacement_of(std::string_view character) {
  const auto found =
      std::find_if(replacements.begin(), replacements.end(), [&](const Pair& each) { return each.first == character; });
  return found == replacements.end() ? std::nullopt : std::optional(found->second);
}

bool is_superfluous(std::string_view character) {
  return std::find(superfluous.begin(), superfluous.end(), character) != superfluous.end();
}

bool is_degree(std::string_view character) { return character == "°" || character == "º" || character == "˚"; }

bool is_percent(std::string_view character) { return character == "%" || character == "％"; }

std::optional<VulgarFraction> vulgar_fraction(std::string_view character) {
  const auto found = std::find_if(fractions.begin(), fractions.end(), [&](const auto& each) { return each.sign == character; });
  if (found == fractions.end()) return std::nullopt;
  const std::string quotient = Text({found->numerator, "/", found->denominator}).string();
  if (1000 % found->denominator != 0) return VulgarFraction{quotient, ""};
  std::string decimals = std::to_string(1000 + found->numerator * 1000 / found->denominator).substr(1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  return VulgarFraction{quotient, "." + decimals};
}

LatexCommand latex_command(std::string_view text) {
  const auto end = static_cast<std::size_t>(std::find_if_not(text.begin() + 1, text.end(), is_letter) - text.begin());
  const std::string_view name = text.substr(1, end - 1);
  if (name.empty()) {
    // A space, or a line's end.
    if (text.size() > 1 && std::string_view(",;:! \\").find(text[1]) != std::string_view::npos) return {2, "", {}};
    if (text.size() > 1 && (text[1] == '{' || text[1] == '}')) return {2, text[1] == '{' ? "(" : ")", {}};
    return {1, "", "\\"};
  }
  std::size_t at = end;
  if (name == "frac" || name == "dfrac" || name == "tfrac") {
    const auto numerator = latex_argument(text, at);
    const auto denominator = numerator ? latex_argument(text, at) : std::nullopt;
    if (denominator) return {at, Text({"(", in_parentheses(*numerator), "/", in_parentheses(*denominator), ")"}).string(), {}};
  } else if (name == "sqrt") {
    const auto degree = bracketed(text, at, '[', ']');
    const auto radicand = latex_argument(text, at);
    if (radicand) {
      const std::string inside = Text({"(", *radicand, ")"}).string();
      if (!degree || *degree == "2") return {at, "sqrt" + inside, {}};
      if (*degree == "3") return {at, "cbrt" + inside, {}};
      return {at, Text({"(", inside, "^(1/", in_parentheses(*degree), "))"}).string(), {}};
    }
  } else if (name == "mathrm" || name == "operatorname" || name == "text" || name == "mathit") {
    if (const auto inside = latex_argument(text, at)) return {at, std::string(*inside), {}};
  } else if (const auto found = std::find_if(latex.begin(), latex.end(), [&](const Pair& each) { return each.first == name; });
             found != latex.end()) {
    return {end, std::string(found->second), {}};
  }
  return {end, "", name};
}

}  // namespace downhill
