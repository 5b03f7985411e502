// What one core can do in WebAssembly with 128-bit vectors: the limit that training is held against.
#include <wasm_simd128.h>

namespace {

constexpr int floats_per_vector = 4;
// What gave the most of 4 to 14 sums and of 4 to 32 loads a step: more sums do not stay in registers, and V8 holds back the
// loads of longer steps.
constexpr int sums = 14;
constexpr int loads_per_step = 8;
constexpr int loaded_sums = 4;
constexpr int capacity = 1 << 18;

alignas(64) float numbers[capacity];

template <int count>
float total(const v128_t (&vectors)[count]) {
  v128_t all = vectors[0];
  for (int i = 1; i < count; ++i) all = wasm_f32x4_add(all, vectors[i]);
  return wasm_f32x4_extract_lane(all, 0);
}

}  // namespace

extern "C" {

/// Multiplies and adds 14 vectors in registers, `times` times: 112 operations each time.
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

/// Reads the first `vectors` × 16 bytes (a multiple of 8, at most 1 MiB) `times` times.
float load(int vectors, int times) {
  v128_t read[loaded_sums] = {};
  for (int time = 0; time < times; ++time) {
    const float* from = numbers;
    for (int vector = 0; vector < vectors; vector += loads_per_step, from += loads_per_step * floats_per_vector) {
#pragma clang loop unroll(full)
      for (int i = 0; i < loads_per_step; ++i) {
        v128_t& into = read[i % loaded_sums];
        into = wasm_v128_or(into, wasm_v128_load(from + i * floats_per_vector));
      }
    }
  }
  return total(read);
}
}
