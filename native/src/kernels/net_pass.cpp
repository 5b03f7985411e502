#include <algorithm>

#include "activation.hpp"
#include "cross_entropy.hpp"
#include "float4.hpp"
#include "multiply.hpp"
#include "net_pass.hpp"
#include "sums.hpp"

namespace downhill::kernels {

NetPass::NetPass(const TwoLayerNet<float>& net)
    : input_size_(net.input_size()),
      hidden_size_(net.hidden_size()),
      output_size_(net.output_size()),
      hidden_stride_(padded(hidden_size_)),
      output_stride_(padded(output_size_)),
      activation_(net.activation()),
      W2_transposed_(buffer_size(static_cast<std::size_t>(output_size_), hidden_stride_)) {}

void NetPass::resize(std::size_t rows) {
  if (rows == rows_) return;
  const std::size_t hidden = buffer_size(rows, hidden_stride_), output = buffer_size(rows, output_stride_);
  const std::size_t output_layer = buffer_size(static_cast<std::size_t>(hidden_size_) + 1, output_stride_);
  point_.assign(hidden + output_layer, 0);
  gradient_.resize(point_.size());
  y_.resize(output);
  delta2_.resize(output);
  begin_of_W2_ = hidden;
  rows_ = rows;
}

void NetPass::set_a1(const ConstMatrixRef<float>& x, const ParameterViews<const float>& parameters) {
  multiply({x.data(), x.outerStride(), 1}, parameters.W1().data(), hidden_size_, a1(), hidden_stride_, static_cast<int>(rows_),
           hidden_size_, input_size_);
  const auto b1 = parameters.b1();
  float* a = a1();
  for (std::size_t row = 0; row < rows_; ++row, a += hidden_stride_) {
    for (int j = 0; j < hidden_size_; ++j) a[j] += b1[j];
    std::fill(a + hidden_size_, a + hidden_stride_, 0.f);
  }
}

void NetPass::set_output_layer(const ParameterViews<const float>& parameters) {
  const float* from = parameters.W2().data();
  for (float* to = W2(); to < b2(); to += output_stride_, from += output_size_) std::copy_n(from, output_size_, to);
  std::copy_n(parameters.b2().data(), output_size_, b2());
}

void NetPass::forward() {
  float* z = a1();
  activate(activation_, z, begin_of_W2_);
  multiply({z, hidden_stride_, 1}, W2(), output_stride_, y_.data(), output_stride_, static_cast<int>(rows_), output_stride_,
           hidden_size_);
  softmax_rows(y_.data(), b2(), rows_, output_stride_, output_size_);
}

Eigen::Map<const Matrix<float>, 0, Eigen::OuterStride<>> NetPass::y() const {
  return {y_.data(), static_cast<Eigen::Index>(rows_), output_size_, Eigen::OuterStride<>(output_stride_)};
}

double NetPass::loss(std::span<const Label> labels) const { return cross_entropy(y_.data(), output_stride_, labels); }

void NetPass::backward(std::span<const Label> labels) {
  softmax_cross_entropy_gradient(y_.data(), output_stride_, labels, delta2_.data());
  const float* from = W2();
  for (int j = 0; j < hidden_size_; ++j, from += output_stride_) {
    for (int k = 0; k < output_size_; ++k) W2_transposed_[static_cast<std::size_t>(k * hidden_stride_ + j)] = from[k];
  }
  float* delta1 = gradient_.data();
  multiply({delta2_.data(), output_stride_, 1}, W2_transposed_.data(), hidden_stride_, delta1, hidden_stride_,
           static_cast<int>(rows_), hidden_stride_, output_size_);
  multiply_by_slope(activation_, delta1, a1(), begin_of_W2_);
}

void NetPass::output_gradient(float* W2, int stride, float* b2) const {
  const float* z = point_.data();
  multiply({z, 1, hidden_stride_}, delta2_.data(), output_stride_, W2, stride, hidden_size_, stride, static_cast<int>(rows_));
  column_sums(delta2_.data(), output_stride_, rows_, stride, b2);
}

std::span<const float> NetPass::gradient() {
  float* W2 = gradient_.data() + begin_of_W2_;
  output_gradient(W2, output_stride_, W2 + static_cast<std::ptrdiff_t>(hidden_size_) * output_stride_);
  return gradient_;
}

}  // namespace downhill::kernels
