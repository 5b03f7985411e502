#pragma once

#include <cstddef>

#include <downhill/loss/activation.hpp>

// Activation functions over whole buffers of float32. Buffers are padded to whole Float4s; the padding takes part like any
// value.

namespace downhill::kernels {

/// values[i] = h(values[i]) for i < count, a multiple of 4. Plain twin: activate_in_place.
void activate(Activation activation, float* values, std::size_t count);

/// delta[i] *= h′, by the output z[i] of the activation. Plain twin: activation_slope.
void multiply_by_slope(Activation activation, float* delta, const float* z, std::size_t count);

/// Softmax of each row's first `size` values + bias, in place; what pads a row becomes 0, in a row of NaN perhaps NaN. Rows lie
/// `stride` = padded(size) floats apart; `bias` has `stride` values; what pads both is 0. Plain twin: softmax_in_place.
void softmax_rows(float* values, const float* bias, std::size_t rows, int stride, int size);

}  // namespace downhill::kernels
