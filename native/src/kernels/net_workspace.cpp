#include <algorithm>

#include "data/dataset_store.hpp"
#include "float4.hpp"
#include "multiply.hpp"
#include "net/answer.hpp"
#include "net_workspace.hpp"
#include "sums.hpp"

namespace downhill::kernels {

NetWorkspace::NetWorkspace(const TwoLayerNet<float>& net)
    : shape_(net.shape()), pass_(net), b1_(static_cast<std::size_t>(padded(net.hidden_size()))) {
  set_parameters(net.parameters().data());
}

void NetWorkspace::set_parameters(const float* parameters) {
  parameters_ = parameters;
  W1_is_current_ = false;
}

void NetWorkspace::load(const Dataset& data, std::span<const Index> indices) {
  pass_.resize(indices.size());
  data_ = data;
  indices_.assign(indices.begin(), indices.end());
  labels_.resize(indices.size());
  for (std::size_t row = 0; row < indices.size(); ++row) labels_[row] = data.label(indices[row]);
  sparse_ = sparse_pixels_of(data);
  columns_hold_batch_ = false;
  inputs_are_loaded_ = false;
  if (sparse_) {
    sample_rows_.resize(indices.size());
    for (std::size_t row = 0; row < indices.size(); ++row) sample_rows_[row] = data.row(indices[row]);
    touched_ = touch(*sparse_, sample_rows_);
  } else {
    load_dense();
  }
}

void NetWorkspace::load_dense() {
  if (inputs_are_loaded_) return;
  inputs_.resize(static_cast<Eigen::Index>(rows()), shape_.input_size);
  data_->copy_inputs(indices_, inputs_);
  inputs_are_loaded_ = true;
}

void NetWorkspace::forward(bool learn) {
  if (sparse_ && !W1_is_current_) {
    copy_to_tiles(parameters_, shape_.input_size, shape_.hidden_size, W1_);
    W1_is_finite_ = all_finite(W1_.values.data(), W1_.values.size());
    W1_is_current_ = true;
  }
  if (sparse_ && W1_is_finite_) {
    std::copy_n(parameters().b1().data(), shape_.hidden_size, b1_.begin());
    const bool collect = learn && !columns_hold_batch_ && rows() <= SparseColumns::most_rows;
    if (collect) clear(columns_, rows(), shape_.input_size);
    sparse_multiply(*sparse_, sample_rows_, W1_, shape_.input_size, b1_.data(), shape_.hidden_size, pass_.a1(),
                    pass_.hidden_stride(), collect ? &columns_ : nullptr);
    columns_hold_batch_ |= collect;
  } else {
    load_dense();
    pass_.set_a1(inputs_, parameters());
  }
  pass_.set_output_layer(parameters());
  pass_.forward();
}

std::span<const float> NetWorkspace::output(std::size_t row) const {
  return {pass_.y().row(static_cast<Eigen::Index>(row)).data(), static_cast<std::size_t>(shape_.output_size)};
}

double NetWorkspace::loss() const { return pass_.loss(labels_); }

Index NetWorkspace::correct() const { return count_correct<float>(pass_.y(), labels_); }

void NetWorkspace::backward() {
  pass_.backward(labels_);
  delta1_is_finite_ = all_finite(pass_.delta1(), rows() * static_cast<std::size_t>(pass_.hidden_stride()));
}

/// ∂L/∂b1, ∂L/∂W2 and ∂L/∂b2, one after the other as they lie among the parameters.
void NetWorkspace::upper_gradient(float* b1) {
  float* W2 = b1 + (shape_.begin_of_W2() - shape_.begin_of_b1());
  float* b2 = b1 + (shape_.begin_of_b2() - shape_.begin_of_b1());
  column_sums(pass_.delta1(), pass_.hidden_stride(), rows(), shape_.hidden_size, b1);
  pass_.output_gradient(W2, shape_.output_size, b2);
}

void NetWorkspace::add_sparse_product(float scale, float* W1, TiledWeights* tiles) {
  for (std::size_t row = 0; row < rows(); row += SparseColumns::most_rows) {
    if (!columns_hold_batch_) {
      const std::size_t count = std::min(SparseColumns::most_rows, rows() - row);
      collect(*sparse_, std::span<const Index>(sample_rows_).subspan(row, count), shape_.input_size, columns_);
      columns_hold_batch_ = count == rows();
    }
    const float* delta1 = pass_.delta1() + row * static_cast<std::size_t>(pass_.hidden_stride());
    sparse_add_transposed_product(columns_, delta1, pass_.hidden_stride(), shape_.hidden_size, scale, W1, tiles);
  }
}

void NetWorkspace::gradient(float* out) {
  if (sparse_ && delta1_is_finite_) {
    std::fill_n(out, shape_.begin_of_b1(), 0.f);
    add_sparse_product(1, out, nullptr);
  } else {
    load_dense();
    multiply({inputs_.data(), 1, shape_.input_size}, pass_.delta1(), pass_.hidden_stride(), out, shape_.hidden_size,
             shape_.input_size, shape_.hidden_size, static_cast<int>(rows()));
  }
  upper_gradient(out + shape_.begin_of_b1());
}

void NetWorkspace::sgd_update(float* parameters, float learning_rate) {
  // A batch in parts must be summed before it is subtracted: so the numbers are those of `gradient`.
  const bool at_once = sparse_ && delta1_is_finite_ && rows() <= SparseColumns::most_rows;
  const Eigen::Index from = at_once ? shape_.begin_of_b1() : 0;
  const auto count = static_cast<std::size_t>(shape_.parameter_count() - from);
  scratch_.resize(std::max(scratch_.size(), count));
  if (at_once) {
    add_sparse_product(-learning_rate, parameters, W1_is_current_ ? &W1_ : nullptr);
    upper_gradient(scratch_.data());
  } else {
    gradient(scratch_.data());
    W1_is_current_ = false;
  }
  float* updated = parameters + from;
  for (std::size_t i = 0; i < count; ++i) updated[i] -= learning_rate * scratch_[i];
}

}  // namespace downhill::kernels
