#include <array>
#include <cstdio>

#include <downhill/error.hpp>

namespace downhill {

void throw_range_error(std::string_view name, const std::string& given, std::string_view allowed) {
  throw RangeError(std::string(name) + " is " + given + "; allowed is " + std::string(allowed));
}

// Not by a stream: those of the standard library would be a third of the WebAssembly module.
std::string shown(double value) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.10g", value);
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace downhill
