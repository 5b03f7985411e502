#include <new>
#include <stdexcept>
#include <string>

#include <downhill/calculus/expression_error.hpp>
#include <downhill/support/error.hpp>

#include "guarded.hpp"

namespace downhill::bindings {

namespace {

using emscripten::val;

val error(const char* constructor, const char* message) { return val::global(constructor).new_(std::string(message)); }

}  // namespace

val current_error() {
  try {
    throw;
  } catch (const ExpressionError& caught) {
    val result = error("SyntaxError", caught.what());
    result.set("position", static_cast<double>(caught.position));
    result.set("kind", std::string(caught.kind_name()));
    result.set("details", val::array(caught.details));
    if (caught.opened) result.set("opened", static_cast<double>(*caught.opened));
    return result;
  } catch (const UnsoundNetError& caught) {
    val result = error("RangeError", caught.what());
    result.set("kind", std::string("unsound net"));
    return result;
  } catch (const std::out_of_range& caught) {
    return error("RangeError", caught.what());
  } catch (const std::invalid_argument& caught) {
    return error("TypeError", caught.what());
  } catch (const std::bad_alloc&) {
    return error("RangeError", "there is not enough memory for what was asked; allowed is less than 2 GiB in all");
  } catch (const std::length_error&) {
    return error("RangeError", "what was asked for has too many values; allowed is less than 2 GiB in all");
  } catch (const std::exception& caught) {
    return error("Error", caught.what());
  }
}

}  // namespace downhill::bindings
