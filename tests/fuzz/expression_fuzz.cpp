#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/expression_error.hpp>
#include <downhill/support/error.hpp>

#include "promise.hpp"

// Any text either parses, and then its three ways of evaluation agree to the last bit, or is refused with a position.

namespace {

bool same(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

void evaluate(const downhill::Expression& f) {
  constexpr std::size_t count = 8;
  const std::array<double, count> x0 = {0, -0.0, 1.5, -3, 1e308, 1e-9, 1e200, std::nan("")};
  const std::array<double, count> x1 = {2, 0, -0.5, -3, -1e-308, -1e-200, 1e-160, 1};
  std::array<double, count> values{};
  f.values(std::array<std::span<const double>, 2>{x0, x1}, values);
  for (std::size_t i = 0; i < count; ++i) {
    const std::array<double, 2> point = {x0[i], x1[i]};
    std::array<double, 2> gradient{};
    promise(same(values[i], f.value(point)), "values equals value");
    promise(same(values[i], f.value_and_gradient(point, gradient)), "values equals value_and_gradient");
    promise(!std::isnan(values[i]) || (std::isnan(gradient[0]) && std::isnan(gradient[1])), "no gradient without a value");
    if (const auto undefined = f.undefined_at(point)) {
      promise(std::isnan(values[i]), "a reason is given only where there is no value");
      promise(undefined->message().size() < 1000, "a reason is short enough to read");
    }
  }
  if (f.canonical().size() > downhill::Expression::max_source_length) return;
  promise(downhill::Expression::parse(f.canonical(), f.variables()).canonical() == f.canonical(),
          "the canonical form is its own");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array<std::string, 2> variables = {"x0", "x1"};
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  try {
    evaluate(downhill::Expression::parse(source, variables));
  } catch (const downhill::ExpressionError& error) {
    promise(error.position <= size, "the position of a mistake lies in the text");
    promise(error.in_utf16(source).position <= error.position, "counted in UTF-16 it does not lie behind that");
    promise(std::string_view(error.what()).size() < 1000, "the message is short enough to read");
  }
  return 0;
}
