#include <algorithm>
#include <cmath>

#include <downhill/loss.hpp>

#include "float4.hpp"
#include "multiply.hpp"
#include "net_workspace.hpp"

namespace downhill::kernels {
namespace {

constexpr int slack = lanes - 1;  // floats that whole-vector reads may touch after an array

template <Float4 (*function)(Float4)>
void apply(std::vector<float>& values, std::size_t count) {
  for (std::size_t i = 0; i < count; i += lanes) store(&values[i], function(load(&values[i])));
}

Float4 relu(Float4 a) { return larger(a, splat(0)); }

/// Multiplies by h′, written by the output of the activation.
template <class Slope>
void multiply_by(float* values, const float* z, std::size_t count, Slope&& slope) {
  for (std::size_t i = 0; i < count; i += lanes) store(values + i, load(values + i) * slope(load(z + i)));
}

float horizontal_max(Float4 v) { return std::max(std::max(v[0], v[1]), std::max(v[2], v[3])); }

/// softmax of one padded row in place; the padding becomes 0.
void softmax_row(float* row, int stride, int size) {
  // The padding repeats the first value so that it does not decide the maximum.
  for (int k = size; k < stride; ++k) row[k] = row[0];
  Float4 most = load(row);
  for (int k = lanes; k < stride; k += lanes) most = larger(most, load(row + k));
  const Float4 max = splat(horizontal_max(most));
  for (int k = 0; k < stride; k += lanes) store(row + k, exp(load(row + k) - max));
  for (int k = size; k < stride; ++k) row[k] = 0;
  Float4 total = splat(0);
  for (int k = 0; k < stride; k += lanes) total += load(row + k);
  const Float4 sums = splat(sum(total));
  for (int k = 0; k < stride; k += lanes) store(row + k, load(row + k) / sums);
}

/// out[j] = Σ over rows of values(row, j), for j < n.
void column_sums(const float* values, int stride, std::size_t rows, int n, float* out) {
  for (int j = 0; j < n; j += lanes) {
    Float4 total = splat(0);
    for (std::size_t row = 0; row < rows; ++row) total += load(values + row * static_cast<std::size_t>(stride) + j);
    store_first(out + j, total, std::min(lanes, n - j));
  }
}

float largest_magnitude(const std::vector<float>& values, std::size_t count) {
  Float4 most = splat(0);
  for (std::size_t i = 0; i < count; i += lanes) {
    const Float4 value = load(&values[i]);
    // The comparison in this order lets a NaN through, so that the bound is not finite.
    const Float4 magnitude = larger(value, -value);
    most = most > magnitude ? most : magnitude;
  }
  return horizontal_max(most) + 0 * sum(most);
}

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
      b2_(static_cast<std::size_t>(output_stride_)) {}

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

void NetWorkspace::hidden_layer(const float* parameters, bool learn) {
  const float* W1 = parameters;
  const float* b1 = W1 + static_cast<std::ptrdiff_t>(input_size_) * hidden_size_;
  if (sparse_) {
    const bool collect = learn && !columns_hold_batch_ && rows() <= SparseColumns::most_rows;
    if (collect) clear(columns_, rows(), input_size_);
    sparse_multiply(*sparse_, sample_rows_, W1, b1, hidden_size_, hidden_.data(), hidden_stride_,
                    collect ? &columns_ : nullptr);
    columns_hold_batch_ |= collect;
  } else {
    multiply({inputs_.data(), input_size_, 1}, W1, hidden_size_, hidden_.data(), hidden_stride_, static_cast<int>(rows()),
             hidden_size_, input_size_);
    for (std::size_t row = 0; row < rows(); ++row) {
      float* a = hidden_row(row);
      for (int j = 0; j < hidden_size_; ++j) a[j] += b1[j];
    }
  }
  const std::size_t count = rows() * static_cast<std::size_t>(hidden_stride_);
  switch (activation_) {
    case Activation::sigmoid:
      apply<sigmoid>(hidden_, count);
      break;
    case Activation::relu:
      apply<relu>(hidden_, count);
      break;
    case Activation::tanh:
      apply<kernels::tanh>(hidden_, count);
      break;
  }
  for (std::size_t row = 0; row < rows(); ++row)
    std::fill(hidden_row(row) + hidden_size_, hidden_row(row) + hidden_stride_, 0.f);
}

void NetWorkspace::output_layer(const float* parameters) {
  const float* W2 = parameters + (static_cast<std::ptrdiff_t>(input_size_) + 1) * hidden_size_;
  const float* b2 = W2 + static_cast<std::ptrdiff_t>(hidden_size_) * output_size_;
  for (int j = 0; j < hidden_size_; ++j) {
    for (int k = 0; k < output_size_; ++k) {
      W2_[static_cast<std::size_t>(j * output_stride_ + k)] = W2[j * output_size_ + k];
      W2_transposed_[static_cast<std::size_t>(k * hidden_stride_ + j)] = W2[j * output_size_ + k];
    }
  }
  std::copy_n(b2, output_size_, b2_.begin());
  multiply({hidden_.data(), hidden_stride_, 1}, W2_.data(), output_stride_, output_.data(), output_stride_,
           static_cast<int>(rows()), output_stride_, hidden_size_);
  for (std::size_t row = 0; row < rows(); ++row) {
    float* a = output_row(row);
    for (int k = 0; k < output_stride_; k += lanes)
      store(a + k, kernels::load(a + k) + kernels::load(&b2_[static_cast<std::size_t>(k)]));
    softmax_row(a, output_stride_, output_size_);
  }
}

void NetWorkspace::forward(const float* parameters, bool learn) {
  hidden_layer(parameters, learn);
  output_layer(parameters);
}

std::span<const float> NetWorkspace::output(std::size_t row) const {
  return {output_.data() + row * static_cast<std::size_t>(output_stride_), static_cast<std::size_t>(output_size_)};
}

double NetWorkspace::loss() const {
  double total = 0;
  for (std::size_t row = 0; row < rows(); ++row) total -= std::log(output(row)[labels_[row]] + cross_entropy_delta);
  return total / static_cast<double>(rows());
}

Index NetWorkspace::correct() const {
  Index correct = 0;
  for (std::size_t row = 0; row < rows(); ++row) {
    const std::span<const float> y = output(row);
    correct += static_cast<Index>(std::max_element(y.begin(), y.end()) - y.begin() == labels_[row]);
  }
  return correct;
}

void NetWorkspace::backward() {
  const auto delta_of = static_cast<float>(cross_entropy_delta);
  for (std::size_t row = 0; row < rows(); ++row) {
    const float* y = output_row(row);
    float* delta = output_delta_.data() + row * static_cast<std::size_t>(output_stride_);
    const float right = y[labels_[row]];
    const Float4 factor = splat(right / (right + delta_of) / static_cast<float>(rows()));
    std::copy_n(y, output_stride_, delta);
    delta[labels_[row]] -= 1;
    for (int k = 0; k < output_stride_; k += lanes) store(delta + k, kernels::load(delta + k) * factor);
  }
  multiply({output_delta_.data(), output_stride_, 1}, W2_transposed_.data(), hidden_stride_, hidden_delta_.data(),
           hidden_stride_, static_cast<int>(rows()), hidden_stride_, output_size_);
  const std::size_t count = rows() * static_cast<std::size_t>(hidden_stride_);
  const Float4 one = splat(1);
  switch (activation_) {
    case Activation::sigmoid:
      multiply_by(hidden_delta_.data(), hidden_.data(), count, [one](Float4 z) { return z * (one - z); });
      break;
    case Activation::relu:
      multiply_by(hidden_delta_.data(), hidden_.data(), count, [one](Float4 z) { return z > splat(0) ? one : splat(0); });
      break;
    case Activation::tanh:
      multiply_by(hidden_delta_.data(), hidden_.data(), count, [one](Float4 z) { return one - z * z; });
      break;
  }
}

void NetWorkspace::upper_gradient(float* b1) {
  float* W2 = b1 + hidden_size_;
  float* b2 = W2 + static_cast<std::ptrdiff_t>(hidden_size_) * output_size_;
  column_sums(hidden_delta_.data(), hidden_stride_, rows(), hidden_size_, b1);
  multiply({hidden_.data(), 1, hidden_stride_}, output_delta_.data(), output_stride_, W2, output_size_, hidden_size_,
           output_size_, static_cast<int>(rows()));
  column_sums(output_delta_.data(), output_stride_, rows(), output_size_, b2);
}

void NetWorkspace::sparse_gradient(float* W1) {
  std::fill_n(W1, static_cast<std::ptrdiff_t>(input_size_) * hidden_size_, 0.f);
  for (std::size_t row = 0; row < rows(); row += SparseColumns::most_rows) {
    if (!columns_hold_batch_) {
      const std::size_t count = std::min(SparseColumns::most_rows, rows() - row);
      collect(*sparse_, std::span<const Index>(sample_rows_).subspan(row, count), input_size_, columns_);
      columns_hold_batch_ = count == rows();
    }
    const float* delta = hidden_delta_.data() + row * static_cast<std::size_t>(hidden_stride_);
    sparse_add_transposed_product(columns_, delta, hidden_stride_, hidden_size_, W1);
  }
}

void NetWorkspace::gradient(float* out) {
  if (sparse_) {
    sparse_gradient(out);
  } else {
    multiply({inputs_.data(), 1, input_size_}, hidden_delta_.data(), hidden_stride_, out, hidden_size_, input_size_,
             hidden_size_, static_cast<int>(rows()));
  }
  upper_gradient(out + static_cast<std::ptrdiff_t>(input_size_) * hidden_size_);
}

void NetWorkspace::sgd_update(float* parameters, float learning_rate) {
  const std::size_t first = static_cast<std::size_t>(input_size_) * static_cast<std::size_t>(hidden_size_);
  const std::size_t second = static_cast<std::size_t>(hidden_size_ + hidden_size_ * output_size_ + output_size_);
  const bool at_once = sparse_ && columns_hold_batch_;
  const std::size_t from = at_once ? first : 0;
  scratch_.resize(std::max(scratch_.size(), first - from + second));
  if (at_once) {
    sparse_sgd_update(columns_, hidden_delta_.data(), hidden_stride_, hidden_size_, learning_rate, parameters);
    upper_gradient(scratch_.data());
  } else {
    gradient(scratch_.data());
  }
  float* updated = parameters + from;
  for (std::size_t i = 0; i < first - from + second; ++i) updated[i] -= learning_rate * scratch_[i];
}

float NetWorkspace::gradient_bound() const {
  const std::size_t hidden = rows() * static_cast<std::size_t>(hidden_stride_);
  const std::size_t output = rows() * static_cast<std::size_t>(output_stride_);
  const float lower = input_bound_ * largest_magnitude(hidden_delta_, hidden);
  const float upper = std::max(1.f, largest_magnitude(hidden_, hidden)) * largest_magnitude(output_delta_, output);
  return static_cast<float>(rows()) * (lower + upper);
}

double NetWorkspace::forward_bound(double weight_bound) const {
  const double hidden = weight_bound * (input_size_ * static_cast<double>(input_bound_) + 1);
  return hidden + weight_bound * (hidden_size_ * std::max(1.0, hidden) + 1);
}

}  // namespace downhill::kernels
