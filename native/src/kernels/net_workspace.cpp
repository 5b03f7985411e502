#include <algorithm>

#include "activation.hpp"
#include "cross_entropy.hpp"
#include "float4.hpp"
#include "multiply.hpp"
#include "net/answer.hpp"
#include "net_workspace.hpp"
#include "sums.hpp"

namespace downhill::kernels {
namespace {

constexpr std::size_t slack = lanes - 1;  // floats that whole-vector reads may touch after an array

}  // namespace

NetWorkspace::NetWorkspace(const TwoLayerNet<float>& net)
    : input_size_(net.input_size()),
      hidden_size_(net.hidden_size()),
      output_size_(net.output_size()),
      hidden_stride_(padded(hidden_size_)),
      output_stride_(padded(output_size_)),
      activation_(net.activation()),
      b1_(static_cast<std::size_t>(hidden_stride_)),
      W2_(static_cast<std::size_t>(hidden_size_) * static_cast<std::size_t>(output_stride_)),
      W2_transposed_(static_cast<std::size_t>(output_size_) * static_cast<std::size_t>(hidden_stride_)),
      b2_(static_cast<std::size_t>(output_stride_)) {
  set_parameters(net.parameters().data());
}

void NetWorkspace::set_parameters(const float* parameters) {
  parameters_ = parameters;
  W1_is_current_ = false;
}

void NetWorkspace::load(const Dataset& data, std::span<const Index> indices) {
  const std::size_t hidden = buffer_size(indices.size(), hidden_stride_) + slack;
  const std::size_t output = buffer_size(indices.size(), output_stride_) + slack;
  data_ = data;
  indices_.assign(indices.begin(), indices.end());
  labels_.resize(indices.size());
  for (std::size_t row = 0; row < indices.size(); ++row) labels_[row] = data.label(indices[row]);
  sparse_ = data.sparse();
  columns_hold_batch_ = false;
  inputs_are_loaded_ = false;
  if (sparse_) {
    sample_rows_.resize(indices.size());
    for (std::size_t row = 0; row < indices.size(); ++row) sample_rows_[row] = data.row(indices[row]);
    touched_ = touch(*sparse_, sample_rows_);
  } else {
    load_dense();
  }
  hidden_.resize(std::max(hidden_.size(), hidden));
  hidden_delta_.resize(hidden_.size());
  output_.resize(std::max(output_.size(), output));
  output_delta_.resize(output_.size());
}

void NetWorkspace::load_dense() {
  if (inputs_are_loaded_) return;
  inputs_.resize(static_cast<Eigen::Index>(rows()), input_size_);
  data_->copy_inputs(indices_, inputs_);
  inputs_are_loaded_ = true;
}

void NetWorkspace::hidden_layer(bool learn) {
  if (sparse_ && !W1_is_current_) {
    copy_to_tiles(parameters_, input_size_, hidden_size_, W1_);
    W1_is_finite_ = all_finite(W1_.values.data(), W1_.values.size());
    W1_is_current_ = true;
  }
  if (sparse_ && W1_is_finite_) {
    std::copy_n(b1(), hidden_size_, b1_.begin());
    const bool collect = learn && !columns_hold_batch_ && rows() <= SparseColumns::most_rows;
    if (collect) clear(columns_, rows(), input_size_);
    sparse_multiply(*sparse_, sample_rows_, W1_, input_size_, b1_.data(), hidden_size_, hidden_.data(), hidden_stride_,
                    collect ? &columns_ : nullptr);
    columns_hold_batch_ |= collect;
  } else {
    load_dense();
    multiply({inputs_.data(), input_size_, 1}, parameters_, hidden_size_, hidden_.data(), hidden_stride_,
             static_cast<int>(rows()), hidden_size_, input_size_);
    for (std::size_t row = 0; row < rows(); ++row) {
      float* a = hidden_row(row);
      for (int j = 0; j < hidden_size_; ++j) a[j] += b1()[j];
    }
  }
  activate(activation_, hidden_.data(), rows() * static_cast<std::size_t>(hidden_stride_));
}

void NetWorkspace::output_layer() {
  const float* W2 = b1() + hidden_size_;
  const float* b2 = W2 + static_cast<std::ptrdiff_t>(hidden_size_) * output_size_;
  for (std::ptrdiff_t j = 0; j < hidden_size_; ++j) std::copy_n(W2 + j * output_size_, output_size_, &W2_[j * output_stride_]);
  std::copy_n(b2, output_size_, b2_.begin());
  multiply({hidden_.data(), hidden_stride_, 1}, W2_.data(), output_stride_, output_.data(), output_stride_,
           static_cast<int>(rows()), output_stride_, hidden_size_);
  softmax_rows(output_.data(), b2_.data(), rows(), output_stride_, output_size_);
}

void NetWorkspace::forward(bool learn) {
  hidden_layer(learn);
  output_layer();
}

std::span<const float> NetWorkspace::output(std::size_t row) const {
  return {output_.data() + row * static_cast<std::size_t>(output_stride_), static_cast<std::size_t>(output_size_)};
}

double NetWorkspace::loss() const { return cross_entropy(output_.data(), output_stride_, labels_); }

Index NetWorkspace::correct() const {
  Index correct = 0;
  for (std::size_t row = 0; row < rows(); ++row) {
    correct += answer_of(output(row)) == labels_[row];
  }
  return correct;
}

}  // namespace downhill::kernels
