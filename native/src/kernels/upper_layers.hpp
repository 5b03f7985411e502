#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <downhill/net/two_layer_net.hpp>

// A two-layer net above its first product, on one batch.

namespace downhill::kernels {

/// The loss of a batch as a function of x·W1 + b1, W2 and b2, which lie one after the other in one array, W2 a second time
/// transposed; rows are padded to whole Float4s with 0. That array is linear in the net's parameters, so a step through
/// parameter space is a sum of arrays, and x·W1 need not be taken again.
///
/// Nothing is allocated after the constructor but what `array_of` returns.
class UpperLayers {
 public:
  /// For nets of this one's shape. The labels are classes of it and must outlive this. Throws std::bad_alloc for a batch that
  /// memory cannot hold.
  UpperLayers(const TwoLayerNet<float>& net, std::span<const Label> labels);

  /// The array of a point of parameter space, or of a direction through it. x has a row for each label.
  std::vector<float> array_of(const Vector<float>& parameters, const Matrix<float>& x) const;

  /// The loss at a point, whose array is overwritten; its gradient is kept. Plain twin: TwoLayerNet::loss.
  double differentiate(std::vector<float>& point);
  /// How fast the loss last taken grows along a direction. Plain twin: TwoLayerNet::gradient times the direction.
  double slope_along(const std::vector<float>& direction) const;

 private:
  int rows() const { return static_cast<int>(labels_.size()); }

  int input_size_;
  int hidden_size_;
  int output_size_;
  int hidden_stride_;
  int output_stride_;
  Activation activation_;
  std::span<const Label> labels_;

  // Where the parts of an array begin; the hidden layer's input is first.
  std::size_t W2_;
  std::size_t b2_;
  std::size_t W2_transposed_;
  std::size_t size_;

  std::vector<float> y_;
  std::vector<float> delta_;
  std::vector<float> gradient_;  // an array without W2 transposed
};

}  // namespace downhill::kernels
