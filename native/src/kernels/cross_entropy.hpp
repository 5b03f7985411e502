#pragma once

#include <span>

#include <downhill/support/types.hpp>

// Cross-entropy of softmax over rows that are padded to whole Float4s, `stride` floats apart.

namespace downhill::kernels {

/// Mean cross-entropy, with δ, of rows of probabilities. Plain twin: cross_entropy_error.
double cross_entropy(const float* y, int stride, std::span<const Label> labels);

/// delta = its gradient by what softmax was taken of; what pads a row of y, 0, stays 0. Plain twin:
/// softmax_cross_entropy_gradient.
void softmax_cross_entropy_gradient(const float* y, int stride, std::span<const Label> labels, float* delta);

}  // namespace downhill::kernels
