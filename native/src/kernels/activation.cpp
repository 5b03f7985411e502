#include <algorithm>
#include <limits>

#include "activation.hpp"
#include "float4.hpp"

namespace downhill::kernels {
namespace {

template <class Function>
void apply(float* values, std::size_t count, Function&& function) {
  for (std::size_t i = 0; i < count; i += lanes) store(values + i, function(load(values + i)));
}

template <class Slope>
void multiply_by(float* delta, const float* z, std::size_t count, Slope&& slope) {
  for (std::size_t i = 0; i < count; i += lanes) store(delta + i, load(delta + i) * slope(load(z + i)));
}

}  // namespace

void activate(Activation activation, float* values, std::size_t count) {
  switch (activation) {
    case Activation::sigmoid:
      apply(values, count, [](Float4 a) { return sigmoid(a); });
      break;
    case Activation::relu:
      apply(values, count, [](Float4 a) { return larger(splat(0), a); });
      break;
    case Activation::tanh:
      apply(values, count, [](Float4 a) { return kernels::tanh(a); });
      break;
  }
}

void multiply_by_slope(Activation activation, float* delta, const float* z, std::size_t count) {
  const Float4 one = splat(1);
  switch (activation) {
    case Activation::sigmoid:
      multiply_by(delta, z, count, [one](Float4 h) { return h * (one - h); });
      break;
    case Activation::relu:
      multiply_by(delta, z, count, [one](Float4 h) { return h > splat(0) ? one : splat(0) * h; });
      break;
    case Activation::tanh:
      multiply_by(delta, z, count, [one](Float4 h) { return one - h * h; });
      break;
  }
}

void softmax_rows(float* values, const float* bias, std::size_t rows, int stride, int size) {
  const int last = stride - lanes;
  // 1 for what belongs to a row, 0 for what pads it. The padding must not decide the maximum either.
  Float4 kept{};
  for (int lane = 0; lane < lanes; ++lane) kept[lane] = last + lane < size ? 1.f : 0.f;
  const Float4 below_all = (splat(1) - kept) * splat(-std::numeric_limits<float>::max());
  for (std::size_t row = 0; row < rows; ++row, values += stride) {
    Float4 most = load(values + last) + load(bias + last) + below_all;
    store(values + last, most);
    for (int k = 0; k < last; k += lanes) {
      const Float4 a = load(values + k) + load(bias + k);
      store(values + k, a);
      most = larger(most, a);
    }
    const Float4 max = splat(largest(most));
    const Float4 last_exp = exp(load(values + last) - max) * kept;
    Float4 total = last_exp;
    for (int k = 0; k < last; k += lanes) {
      const Float4 e = exp(load(values + k) - max);
      store(values + k, e);
      total += e;
    }
    const Float4 sums = splat(sum(total));
    store(values + last, last_exp / sums);
    for (int k = 0; k < last; k += lanes) store(values + k, load(values + k) / sums);
  }
}

}  // namespace downhill::kernels
