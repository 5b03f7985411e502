#pragma once

#include <cstddef>

// Sums over buffers of float32, and whether all in one is finite.

namespace downhill::kernels {

/// out[j] = Σ over rows of values(row, j), for j < n; rows lie `stride` ≥ padded(n) floats apart. Plain twin:
/// values.colwise().sum().
void column_sums(const float* values, int stride, std::size_t rows, int n, float* out);

/// values[i] += scale · added[i], i < count, a multiple of 4. Plain twin: a += scale * b.
void add_scaled(float* values, float scale, const float* added, std::size_t count);

/// Σ a[i]·b[i], i < count, a multiple of 4. Plain twin: a.dot(b).
double dot(const float* a, const float* b, std::size_t count);

/// Whether no values[i], i < count, is NaN or infinite. Plain twin: allFinite().
bool all_finite(const float* values, std::size_t count);

}  // namespace downhill::kernels
