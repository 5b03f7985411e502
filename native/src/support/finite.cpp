#include <cmath>

#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

#include "kernels/sums.hpp"

namespace downhill {
namespace {

template <class Scalar>
void check(const char* name, std::span<const Scalar> values, std::size_t first) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) throw_range_error({name, "[", first + i, "]"}, values[i], "a finite number");
  }
}

template <class Scalar>
void check_answers(const char* what, std::span<const Scalar> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) throw_unsound_net({what, "[", i, "]"}, values[i]);
  }
}

}  // namespace

void check_sound(const char* what, std::span<const float> values) { check_answers(what, values); }
void check_sound(const char* what, std::span<const double> values) { check_answers(what, values); }
void check_sound(const char* what, double value) {
  if (!std::isfinite(value)) throw_unsound_net(what, value);
}

void check_finite(const char* name, std::span<const float> values, std::size_t first) {
  if (!kernels::all_finite(values.data(), values.size())) check(name, values, first);
}
void check_finite(const char* name, std::span<const double> values, std::size_t first) { check(name, values, first); }

}  // namespace downhill
