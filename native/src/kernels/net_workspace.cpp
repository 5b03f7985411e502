#include <algorithm>

#include "activation.hpp"
#include "cross_entropy.hpp"
#include "float4.hpp"
#include "multiply.hpp"
#include "net_workspace.hpp"

namespace downhill::kernels {
namespace {

constexpr int slack = lanes - 1;  // floats that whole-vector reads may touch after an array

}  // namespace

NetWorkspace::NetWorkspace(const TwoLayerNet<float>& net)
    : input_size_(net.input_size()),
      hidden_size_(net.hidden_size()),
      output_size_(net.output_size()),
      hidden_stride_(padded(hidden_size_)),
      output_stride_(padded(output_size_)),
      activation_(net.activation()),
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
  labels_.resize(indices.size());
  for (std::size_t row = 0; row < indices.size(); ++row) labels_[row] = data.label(indices[row]);
  sparse_ = data.sparse();
  columns_hold_batch_ = false;
  if (sparse_) {
    input_bound_ = 1;
    sample_rows_.resize(indices.size());
    for (std::size_t row = 0; row < indices.size(); ++row) sample_rows_[row] = data.row(indices[row]);
    touched_ = touch(*sparse_, sample_rows_);
  } else {
    inputs_.resize(static_cast<Eigen::Index>(indices.size()), input_size_);
    data.copy_inputs(indices, inputs_);
    input_bound_ = std::max(1.f, inputs_.cwiseAbs().maxCoeff());
  }
  const std::size_t hidden = indices.size() * static_cast<std::size_t>(hidden_stride_);
  const std::size_t output = indices.size() * static_cast<std::size_t>(output_stride_);
  hidden_.resize(std::max(hidden_.size(), hidden + slack));
  hidden_delta_.resize(hidden_.size());
  output_.resize(std::max(output_.size(), output + slack));
  output_delta_.resize(output_.size());
}

void NetWorkspace::hidden_layer(bool learn) {
  if (sparse_) {
    if (!W1_is_current_) copy_to_tiles(parameters_, input_size_, hidden_size_, W1_);
    W1_is_current_ = true;
    const bool collect = learn && !columns_hold_batch_ && rows() <= SparseColumns::most_rows;
    if (collect) clear(columns_, rows(), input_size_);
    sparse_multiply(*sparse_, sample_rows_, W1_, input_size_, b1(), hidden_size_, hidden_.data(), hidden_stride_,
                    collect ? &columns_ : nullptr);
    columns_hold_batch_ |= collect;
  } else {
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
    const std::span<const float> y = output(row);
    correct += static_cast<Index>(std::max_element(y.begin(), y.end()) - y.begin() == labels_[row]);
  }
  return correct;
}

double NetWorkspace::hidden_bound(double weight_bound) const {
  return activation_ == Activation::relu ? weight_bound * (input_size_ * static_cast<double>(input_bound_) + 1) : 1;
}

double NetWorkspace::gradient_bound(double weight_bound) const {
  // The error of one output is below 1/rows, those of one sample together below 2/rows; no activation is steeper than 1.
  const double lower = 2 * weight_bound * static_cast<double>(input_bound_);
  const double rounding = 1.01;
  return rounding * std::max(lower, std::max(1.0, hidden_bound(weight_bound)));
}

double NetWorkspace::forward_bound(double weight_bound) const {
  const double hidden_input = weight_bound * (input_size_ * static_cast<double>(input_bound_) + 1);
  return std::max(hidden_input, weight_bound * (hidden_size_ * hidden_bound(weight_bound) + 1));
}

}  // namespace downhill::kernels
