#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <downhill/calculus/derivative.hpp>
#include <downhill/loss/activation.hpp>
#include <downhill/net/parameter_parts.hpp>
#include <downhill/support/types.hpp>

// The two-layer net (chapter 4.5.1): y = softmax(h(x·W1 + b1)·W2 + b2).

namespace downhill {

struct NetOptions {
  int input_size = 784;
  int hidden_size = 50;
  int output_size = 10;
  double weight_init_std = 0.01;  // the book's; the post's 1.0 saturates the sigmoid; 0 is allowed
  bool xavier = false;            // std 1/√(inputs of the layer) instead (Glorot, Bengio 2010)
  Activation activation = Activation::sigmoid;
  std::uint64_t seed = 1;
};

/// What a forward pass works out on its way to y; one row a sample.
template <class Scalar>
struct ForwardPass {
  Matrix<Scalar> a1;  // x·W1 + b1: rows × hidden_size
  Matrix<Scalar> z;   // h(a1)
  Matrix<Scalar> a2;  // z·W2 + b2: rows × output_size
  Matrix<Scalar> y;   // softmax(a2): probabilities
};

/// `naive` takes a whole forward pass for each loss: 79,520 of them for 784-50-10. `incremental` works out anew only what a
/// nudge changes, in float64; `naive` is its plain twin:
///
/// ±h on W1(i, j) moves the input of one hidden unit by ±h·x(n, i), hence its output by some dz, hence the logits by dz·W2(j,
/// ·). Where x(n, i) = 0 nothing moves; pixels of equal value in one image share the result. The softmax's sum grows by Σₖ
/// yₖ(e^{W2(j,k)·dz} − 1). Where all increments are small, e^u − 1, log(1 + u) and the activation's change are short power
/// series, right to 1e-12; else the functions themselves are called, and where e^u is no float64 all is done in logarithms. The
/// difference is never taken between two large losses, so it cancels less than the naive form. Where the loss itself is NaN, so
/// is all of the gradient.
enum class NumericalMethod : std::uint8_t { naive, incremental };

/// "naive" or "incremental". Throws RangeError for any other name.
NumericalMethod numerical_method_named(std::string_view name);

struct NumericalGradientOptions {
  double h = default_h;
  NumericalMethod method = NumericalMethod::incremental;
  std::span<const Index> parameters = {};  // those to differentiate by; none means all
};

/// Shape, activation and all parameters of a net. A plain value. Scalar: float for training, double for checks. All losses are
/// means over the batch, with δ (loss.hpp).
template <class Scalar>
class TwoLayerNet {
 public:
  static constexpr int max_size = 65'536;  // of one layer
  static constexpr Eigen::Index max_parameters = 50'000'000;
  /// Ours draws no normal number beyond 8.6, so that no weight is infinite in float32.
  static constexpr double max_weight_init_std = 1e37;

  using Batch = ConstMatrixRef<Scalar>;

  /// W1, W2: normal · std; b1, b2: 0 (the post draws W without a scale). Equal seeds give equal nets.
  /// Throws RangeError for a size outside 1 … max_size, output_size above 256, more than max_parameters or
  /// weight_init_std outside 0 … max_weight_init_std.
  explicit TwoLayerNet(const NetOptions& options);

  int input_size() const { return shape_.input_size; }
  int hidden_size() const { return shape_.hidden_size; }
  int output_size() const { return shape_.output_size; }
  const NetShape& shape() const { return shape_; }
  Activation activation() const { return activation_; }

  Eigen::Index parameter_count() const { return parameters_.size(); }
  /// All of them, in the order of NetShape.
  ConstVectorMap<Scalar> parameters() const { return {parameters_.data(), parameters_.size()}; }
  VectorMap<Scalar> parameters() { return {parameters_.data(), parameters_.size()}; }
  /// Throws TypeError for another length than parameter_count, RangeError for a value that is not finite.
  void set_parameters(std::span<const Scalar> parameters);

  ConstMatrixMap<Scalar> W1() const { return views().W1(); }
  Eigen::Map<const RowVector<Scalar>> b1() const { return views().b1(); }
  ConstMatrixMap<Scalar> W2() const { return views().W2(); }
  Eigen::Map<const RowVector<Scalar>> b2() const { return views().b2(); }

  /// The same net in another precision.
  template <class Other>
  TwoLayerNet<Other> cast() const {
    TwoLayerNet<Other> other(NetOptions{.input_size = input_size(),
                                        .hidden_size = hidden_size(),
                                        .output_size = output_size(),
                                        .weight_init_std = 0,
                                        .activation = activation_});
    other.parameters() = parameters_.template cast<Other>();
    return other;
  }

  // x: rows × input_size; labels: rows. All throw TypeError where x or labels do not fit, RangeError for no rows, a value of x
  // that is not finite or a label that is not below output_size. Parameters that are not finite make values that are not
  // (finite.hpp).

  ForwardPass<Scalar> forward(const Batch& x) const;

  /// Probabilities: rows × output_size.
  Matrix<Scalar> predict(const Batch& x) const;

  double loss(const Batch& x, std::span<const Label> labels) const;

  /// The fraction of rows whose largest output is at the label. Throws UnsoundNetError where an output is NaN.
  double accuracy(const Batch& x, std::span<const Label> labels) const;

  /// ∂L/∂(W1, b1, W2, b2) by backprop, in the order of `parameters`.
  Vector<Scalar> gradient(const Batch& x, std::span<const Label> labels) const;

  /// The same by central differences, (L(p + h) − L(p − h)) / 2h for each parameter that the options name. Use it on a net in
  /// double. Throws RangeError for h not finite or ≤ 0 or a number past the last parameter.
  Vector<Scalar> numerical_gradient(const Batch& x, std::span<const Label> labels,
                                    const NumericalGradientOptions& options = {}) const;

 private:
  ParameterViews<const Scalar> views() const { return {parameters_.data(), shape_}; }

  NetShape shape_;
  Activation activation_;
  Vector<Scalar> parameters_;
};

}  // namespace downhill
