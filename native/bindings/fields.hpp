#pragma once

#include <emscripten/val.h>

#include <downhill/calculus/gradient.hpp>

namespace downhill::bindings {

/// {value, d0, d1}
emscripten::val field_value(const GradientField& field);

}  // namespace downhill::bindings
