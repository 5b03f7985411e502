#pragma once

#include <utility>

#include <emscripten/val.h>

namespace downhill::bindings {

/// The exception that is being handled, as an Error of JavaScript: RangeError, TypeError, or SyntaxError with the position.
emscripten::val current_error();

/// The same function, but what it throws is returned as an Error; web/engine throws that. So no exception passes through
/// Embind's own frames, which would not free the arguments that they hold.
template <auto function>
struct Guarded;

template <class... Arguments, emscripten::val (*function)(Arguments...)>
struct Guarded<function> {
  static emscripten::val call(Arguments... arguments) {
    try {
      return function(std::forward<Arguments>(arguments)...);
    } catch (...) {
      return current_error();
    }
  }
};

template <auto function>
inline constexpr auto guarded = &Guarded<function>::call;

}  // namespace downhill::bindings
