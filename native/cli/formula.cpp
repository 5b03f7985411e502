#include <downhill/calculus/expression_error.hpp>

#include "formula.hpp"

namespace downhill::cli {
namespace {

/// How many columns of a terminal the first `end` bytes take: Chinese and full-width characters two.
std::size_t columns(std::string_view text, std::size_t end) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xc0) == 0x80) continue;
    const bool invisible = text.substr(at, 2) == "\u00ad" || text.substr(at, 3) == "\ufeff" || text.substr(at, 3) == "\u200b";
    const bool wide = byte >= 0xe3 && byte <= 0xef;
    columns += invisible ? 0 : wide ? 2 : 1;
  }
  return columns;
}

}  // namespace

Expression parse_formula(const std::string& text, std::span<const std::string> variables) {
  try {
    return Expression::parse(text, variables);
  } catch (const ExpressionError& error) {
    const bool one_line = text.find_first_of("\r\n") == std::string::npos;
    const std::string place = "\n  " + text + "\n  " + std::string(columns(text, error.position), ' ') + "^";
    throw TypeError(error.in_utf16(text).what() + (one_line ? place : ""));
  }
}

}  // namespace downhill::cli
