#include <algorithm>

#include "activation.hpp"
#include "cross_entropy.hpp"
#include "float4.hpp"
#include "multiply.hpp"
#include "net_workspace.hpp"
#include "sums.hpp"

// The backward half of NetWorkspace: from the errors of the outputs to the gradient and the SGD step.

namespace downhill::kernels {

void NetWorkspace::backward() {
  softmax_cross_entropy_gradient(output_.data(), output_stride_, labels_, output_delta_.data());
  for (int j = 0; j < hidden_size_; ++j) {
    for (int k = 0; k < output_size_; ++k) {
      W2_transposed_[static_cast<std::size_t>(k * hidden_stride_ + j)] = W2_[static_cast<std::size_t>(j * output_stride_ + k)];
    }
  }
  multiply({output_delta_.data(), output_stride_, 1}, W2_transposed_.data(), hidden_stride_, hidden_delta_.data(),
           hidden_stride_, static_cast<int>(rows()), hidden_stride_, output_size_);
  const std::size_t hidden_values = rows() * static_cast<std::size_t>(hidden_stride_);
  multiply_by_slope(activation_, hidden_delta_.data(), hidden_.data(), hidden_values);
  hidden_delta_is_finite_ = all_finite(hidden_delta_.data(), hidden_values);
}

void NetWorkspace::upper_gradient(float* b1) {
  float* W2 = b1 + hidden_size_;
  float* b2 = W2 + static_cast<std::ptrdiff_t>(hidden_size_) * output_size_;
  column_sums(hidden_delta_.data(), hidden_stride_, rows(), hidden_size_, b1);
  multiply({hidden_.data(), 1, hidden_stride_}, output_delta_.data(), output_stride_, W2, output_size_, hidden_size_,
           output_size_, static_cast<int>(rows()));
  column_sums(output_delta_.data(), output_stride_, rows(), output_size_, b2);
}

void NetWorkspace::add_sparse_product(float scale, float* W1, TiledWeights* tiles) {
  for (std::size_t row = 0; row < rows(); row += SparseColumns::most_rows) {
    if (!columns_hold_batch_) {
      const std::size_t count = std::min(SparseColumns::most_rows, rows() - row);
      collect(*sparse_, std::span<const Index>(sample_rows_).subspan(row, count), input_size_, columns_);
      columns_hold_batch_ = count == rows();
    }
    const float* delta = hidden_delta_.data() + row * static_cast<std::size_t>(hidden_stride_);
    sparse_add_transposed_product(columns_, delta, hidden_stride_, hidden_size_, scale, W1, tiles);
  }
}

void NetWorkspace::gradient(float* out) {
  const std::ptrdiff_t size_of_W1 = static_cast<std::ptrdiff_t>(input_size_) * hidden_size_;
  if (sparse_ && hidden_delta_is_finite_) {
    std::fill_n(out, size_of_W1, 0.f);
    add_sparse_product(1, out, nullptr);
  } else {
    load_dense();
    multiply({inputs_.data(), 1, input_size_}, hidden_delta_.data(), hidden_stride_, out, hidden_size_, input_size_,
             hidden_size_, static_cast<int>(rows()));
  }
  upper_gradient(out + size_of_W1);
}

void NetWorkspace::sgd_update(float* parameters, float learning_rate) {
  const std::size_t first = static_cast<std::size_t>(input_size_) * static_cast<std::size_t>(hidden_size_);
  const std::size_t second = static_cast<std::size_t>(hidden_size_ + hidden_size_ * output_size_ + output_size_);
  // A batch in parts must be summed before it is subtracted: so the numbers are those of `gradient`.
  const bool at_once = sparse_ && hidden_delta_is_finite_ && rows() <= SparseColumns::most_rows;
  const std::size_t from = at_once ? first : 0;
  scratch_.resize(std::max(scratch_.size(), first - from + second));
  if (at_once) {
    add_sparse_product(-learning_rate, parameters, W1_is_current_ ? &W1_ : nullptr);
    upper_gradient(scratch_.data());
  } else {
    gradient(scratch_.data());
    W1_is_current_ = false;
  }
  float* updated = parameters + from;
  for (std::size_t i = 0; i < first - from + second; ++i) updated[i] -= learning_rate * scratch_[i];
}

}  // namespace downhill::kernels
