// What one core can do in WebAssembly with 128-bit vectors: the limit that training is held against.
#include <wasm_simd128.h>

namespace {

// As many sums as hide the latency of an addition, and few enough to stay in registers.
constexpr int sums = 10;
constexpr int floats_per_vector = 4;
constexpr int capacity = 1 << 18;

alignas(64) float numbers[capacity];

float total(const v128_t (&vectors)[sums]) {
  v128_t all = vectors[0];
  for (int i = 1; i < sums; ++i) all = wasm_f32x4_add(all, vectors[i]);
  return wasm_f32x4_extract_lane(all, 0);
}

}  // namespace

extern "C" {

/// Multiplies and adds `times` × 10 vectors in registers: 80 operations each time.
float multiply_add(int times) {
  v128_t vectors[sums];
  for (int i = 0; i < sums; ++i) vectors[i] = wasm_f32x4_splat(static_cast<float>(i));
  const v128_t factor = wasm_f32x4_splat(0.5f), term = wasm_f32x4_splat(1.0f);
  for (int time = 0; time < times; ++time) {
#pragma clang loop unroll(full)
    for (int i = 0; i < sums; ++i) vectors[i] = wasm_f32x4_add(wasm_f32x4_mul(vectors[i], factor), term);
  }
  return total(vectors);
}

/// Reads the first `vectors` × 16 bytes (a multiple of 10, at most 1 MiB) `times` times.
float load(int vectors, int times) {
  v128_t read[sums] = {};
  for (int time = 0; time < times; ++time) {
    const float* from = numbers;
    for (int vector = 0; vector < vectors; vector += sums, from += sums * floats_per_vector) {
#pragma clang loop unroll(full)
      for (int i = 0; i < sums; ++i) read[i] = wasm_v128_or(read[i], wasm_v128_load(from + i * floats_per_vector));
    }
  }
  return total(read);
}
}
