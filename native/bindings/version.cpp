#include <emscripten/bind.h>

#include "guarded.hpp"

namespace downhill::bindings {

namespace {

emscripten::val version() { return emscripten::val(std::string(DOWNHILL_VERSION)); }

}  // namespace

EMSCRIPTEN_BINDINGS(version) { emscripten::function("version", guarded<version>); }

}  // namespace downhill::bindings
