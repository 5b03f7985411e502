#pragma once

#include <utility>

#include <emscripten/val.h>

namespace downhill::bindings {

/// The exception being handled, as a JavaScript Error: RangeError, TypeError, or SyntaxError with the position.
emscripten::val current_error();

/// The same function, but it returns an exception as an Error, which web/engine then throws. So no exception passes through
/// Embind's own frames, which would not free the arguments they hold.
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
