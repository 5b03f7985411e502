#pragma once

#include <optional>
#include <string>
#include <type_traits>

#include <emscripten/val.h>

#include <downhill/support/grid.hpp>

namespace downhill::bindings {

/// A JavaScript number as an integer; web/engine has checked that it is one and in range.
template <class Whole>
[[gnu::noinline]] Whole whole(const emscripten::val& value) {
  return static_cast<Whole>(value.as<double>());
}

/// Overwrites `target` if the option is given; otherwise the engine's default stays.
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

/// The same for an option that is a name; `named` returns its value.
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

/// undefined if there is none.
template <class Value>
emscripten::val optional_value(const std::optional<Value>& value) {
  return value ? emscripten::val(*value) : emscripten::val::undefined();
}

}  // namespace downhill::bindings
