#pragma once

#include <span>
#include <string>

#include <downhill/calculus/expression.hpp>

namespace downhill::cli {

/// A function that was typed. Throws TypeError that shows the place of a mistake below the text.
Expression parse_formula(const std::string& text, std::span<const std::string> variables);

}  // namespace downhill::cli
