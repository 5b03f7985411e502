#include "activation.hpp"
#include "cross_entropy.hpp"
#include "float4.hpp"
#include "multiply.hpp"
#include "sums.hpp"
#include "upper_layers.hpp"

namespace downhill::kernels {

UpperLayers::UpperLayers(const TwoLayerNet<float>& net, std::span<const Label> labels)
    : input_size_(net.input_size()),
      hidden_size_(net.hidden_size()),
      output_size_(net.output_size()),
      hidden_stride_(padded(hidden_size_)),
      output_stride_(padded(output_size_)),
      activation_(net.activation()),
      labels_(labels),
      W2_(buffer_size(labels.size(), hidden_stride_)),
      b2_(W2_ + buffer_size(static_cast<std::size_t>(hidden_size_), output_stride_)),
      W2_transposed_(b2_ + static_cast<std::size_t>(output_stride_)),
      size_(W2_transposed_ + buffer_size(static_cast<std::size_t>(output_size_), hidden_stride_)),
      y_(buffer_size(labels.size(), output_stride_)),
      delta_(y_.size()),
      gradient_(W2_transposed_) {}

std::vector<float> UpperLayers::array_of(const Vector<float>& parameters, const Matrix<float>& x) const {
  std::vector<float> array(size_);
  const float* from = parameters.data();
  multiply({x.data(), input_size_, 1}, from, hidden_size_, array.data(), hidden_stride_, rows(), hidden_size_, input_size_);
  from += static_cast<std::ptrdiff_t>(input_size_) * hidden_size_;
  float* a = array.data();
  for (int row = 0; row < rows(); ++row, a += hidden_stride_) {
    for (int j = 0; j < hidden_size_; ++j) a[j] += from[j];
  }
  from += hidden_size_;
  float* W2 = array.data() + W2_;
  for (int j = 0; j < hidden_size_; ++j, W2 += output_stride_) {
    float* transposed = array.data() + W2_transposed_ + j;
    for (int k = 0; k < output_size_; ++k, transposed += hidden_stride_) *transposed = W2[k] = *from++;
  }
  for (int k = 0; k < output_size_; ++k) W2[k] = from[k];  // b2 follows
  return array;
}

double UpperLayers::differentiate(std::vector<float>& point) {
  float* z = point.data();
  const std::size_t hidden_values = W2_;
  activate(activation_, z, hidden_values);
  multiply({z, hidden_stride_, 1}, z + W2_, output_stride_, y_.data(), output_stride_, rows(), output_stride_, hidden_size_);
  softmax_rows(y_.data(), z + b2_, labels_.size(), output_stride_, output_size_);

  softmax_cross_entropy_gradient(y_.data(), output_stride_, labels_, delta_.data());
  float* gradient = gradient_.data();
  multiply({delta_.data(), output_stride_, 1}, z + W2_transposed_, hidden_stride_, gradient, hidden_stride_, rows(),
           hidden_stride_, output_size_);
  multiply_by_slope(activation_, gradient, z, hidden_values);
  multiply({z, 1, hidden_stride_}, delta_.data(), output_stride_, gradient + W2_, output_stride_, hidden_size_, output_stride_,
           rows());
  column_sums(delta_.data(), output_stride_, labels_.size(), output_stride_, gradient + b2_);
  return cross_entropy(y_.data(), output_stride_, labels_);
}

double UpperLayers::slope_along(const std::vector<float>& direction) const {
  return dot(gradient_.data(), direction.data(), gradient_.size());
}

}  // namespace downhill::kernels
