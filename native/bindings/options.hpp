#pragma once

#include <optional>
#include <string>
#include <type_traits>

#include <emscripten/val.h>

#include <downhill/support/grid.hpp>

namespace downhill::bindings {

/// A number of JavaScript as a whole number of C++; web/engine has checked that it is one and not too large.
template <class Whole>
[[gnu::noinline]] Whole whole(const emscripten::val& value) {
  return static_cast<Whole>(value.as<double>());
}

/// Overwrites `target` where the option is given, so that the engine's own default holds where it is not.
template <class Target>
[[gnu::noinline]] void read(const emscripten::val& options, const char* name, Target& target) {
  const emscripten::val value = options[name];
  if (value.isUndefined()) return;
  if constexpr (std::is_integral_v<Target> && !std::is_same_v<Target, bool>) {
    target = whole<Target>(value);
  } else {
    target = value.as<Target>();
  }
}

/// The same for an option that is a name; `named` finds the value of it.
template <class Target, class Named>
void read(const emscripten::val& options, const char* name, Target& target, Named named) {
  const emscripten::val value = options[name];
  if (!value.isUndefined()) target = named(value.as<std::string>());
}

[[gnu::noinline]] inline Grid grid_of(const emscripten::val& grid) {
  return {.x0 = {grid["x0"][0].as<double>(), grid["x0"][1].as<double>()},
          .x1 = {grid["x1"][0].as<double>(), grid["x1"][1].as<double>()},
          .columns = grid["columns"].as<int>(),
          .rows = grid["rows"].as<int>()};
}

/// undefined where there is none.
template <class Value>
emscripten::val optional_value(const std::optional<Value>& value) {
  return value ? emscripten::val(*value) : emscripten::val::undefined();
}

}  // namespace downhill::bindings
