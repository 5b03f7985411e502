#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <downhill/net/two_layer_net.hpp>

// Forward and backward pass of a two-layer net, in buffers that are reused.

namespace downhill::kernels {

/// The fast form of TwoLayerNet<float>::forward, loss and gradient on one batch, from a1 = x·W1 + b1 on: who uses it chooses
/// how the product with the inputs, by far the largest, is taken.
///
/// a1, W2 and b2 lie one after the other in one array, the *point*; rows are padded to whole Float4s with 0. It is linear in
/// the net's parameters, so a step through parameter space is a sum of points, and x·W1 need not be taken again.
///
/// While batches have one size, nothing is allocated after the first.
class NetPass {
 public:
  /// For nets of this one's shape and activation.
  explicit NetPass(const TwoLayerNet<float>& net);

  /// Makes room for a batch; of another number of rows than before, the point is 0 then. Throws std::bad_alloc for a batch that
  /// memory cannot hold.
  void resize(std::size_t rows);
  std::size_t rows() const { return rows_; }

  std::span<float> point() { return point_; }
  /// The part of the point for a1: rows × hidden_stride. What pads it may be anything for the passes.
  float* a1() { return point_.data(); }
  int hidden_stride() const { return hidden_stride_; }

  /// Sets a1 by the dense product; x: rows × input_size.
  void set_a1(const ConstMatrixRef<float>& x, const ParameterViews<const float>& parameters);
  /// Sets W2 and b2.
  void set_output_layer(const ParameterViews<const float>& parameters);

  /// y = softmax(h(a1)·W2 + b2). z = h(a1) takes the place of a1.
  void forward();
  /// rows × output_size, after `forward`.
  Eigen::Map<const Matrix<float>, 0, Eigen::OuterStride<>> y() const;
  /// Mean cross-entropy, with δ, after `forward`. labels: one a row, here and below.
  double loss(std::span<const Label> labels) const;

  /// ∂L/∂a2 and ∂L/∂a1, after `forward`.
  void backward(std::span<const Label> labels);
  /// ∂L/∂a1 after `backward`: rows × hidden_stride.
  const float* delta1() const { return gradient_.data(); }
  /// ∂L/∂W2 and ∂L/∂b2 after `backward`; rows of W2 lie `stride` floats apart, and all of them are written: `stride` is
  /// output_size, or that padded to whole Float4s.
  void output_gradient(float* W2, int stride, float* b2) const;
  /// The gradient by the point, after `backward`.
  std::span<const float> gradient();

 private:
  float* W2() { return point_.data() + begin_of_W2_; }
  float* b2() { return W2() + static_cast<std::ptrdiff_t>(hidden_size_) * output_stride_; }

  int input_size_;
  int hidden_size_;
  int output_size_;
  int hidden_stride_;
  int output_stride_;
  Activation activation_;
  std::size_t rows_ = 0;
  std::size_t begin_of_W2_ = 0;

  std::vector<float> point_;
  std::vector<float> gradient_;  // by the point; its beginning is delta1
  std::vector<float> y_;
  std::vector<float> delta2_;
  std::vector<float> W2_transposed_;
};

}  // namespace downhill::kernels
