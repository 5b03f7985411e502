#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <downhill/data/dataset.hpp>
#include <downhill/loss/activation.hpp>
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

/// Sizes, activation and all parameters of a net. Parameters lie in one array: W1 (input × hidden, row by row), b1, W2 (hidden
/// × output, row by row), b2; so an optimiser, a snapshot or a plane through parameter space need not know the layers.
///
/// A plain value. Scalar: float for training, double for checks. All losses are means over the batch, with δ (loss.hpp).
template <class Scalar>
class TwoLayerNet {
 public:
  static constexpr int max_size = 65'536;  // of one layer
  static constexpr Eigen::Index max_parameters = 50'000'000;
  /// Ours draws no normal number beyond 8.6, so that no weight is infinite in float32.
  static constexpr double max_weight_init_std = 1e37;

  /// W1, W2: normal · std; b1, b2: 0 (the post draws W without a scale). Equal seeds give equal nets.
  /// Throws RangeError for a size outside 1 … max_size, output_size above 256, more than max_parameters or
  /// weight_init_std outside 0 … max_weight_init_std.
  explicit TwoLayerNet(const NetOptions& options);

  int input_size() const { return input_size_; }
  int hidden_size() const { return hidden_size_; }
  int output_size() const { return output_size_; }
  Activation activation() const { return activation_; }

  /// input·hidden + hidden + hidden·output + output; 39,760 for 784-50-10.
  Eigen::Index parameter_count() const { return parameters_.size(); }
  const Vector<Scalar>& parameters() const { return parameters_; }
  Vector<Scalar>& parameters() { return parameters_; }
  /// Throws TypeError for another length than parameter_count, RangeError for a value that is not finite.
  void set_parameters(std::span<const Scalar> parameters);

  ConstMatrixMap<Scalar> W1() const { return {parameters_.data(), input_size_, hidden_size_}; }
  ConstVectorMap<Scalar> b1() const { return {parameters_.data() + W1().size(), hidden_size_}; }
  ConstMatrixMap<Scalar> W2() const { return {b1().data() + hidden_size_, hidden_size_, output_size_}; }
  ConstVectorMap<Scalar> b2() const { return {W2().data() + W2().size(), output_size_}; }

  /// The same net in another precision.
  template <class Other>
  TwoLayerNet<Other> cast() const {
    TwoLayerNet<Other> other(NetOptions{.input_size = input_size_,
                                        .hidden_size = hidden_size_,
                                        .output_size = output_size_,
                                        .weight_init_std = 0,
                                        .activation = activation_});
    other.parameters() = parameters_.template cast<Other>();
    return other;
  }

  // x: rows × input_size; labels: rows. All throw TypeError where x or labels do not fit, RangeError for no rows, a value of x
  // that is not finite or a label that is not below output_size. Parameters that are not finite make values that are not
  // (finite.hpp).

  /// Probabilities: rows × output_size.
  Matrix<Scalar> predict(const Matrix<Scalar>& x) const;

  double loss(const Matrix<Scalar>& x, std::span<const Label> labels) const;

  /// The fraction of rows whose largest output is at the label. Throws UnsoundNetError where an output is NaN.
  double accuracy(const Matrix<Scalar>& x, std::span<const Label> labels) const;

  /// ∂L/∂(W1, b1, W2, b2) by backprop, in the order of `parameters`.
  Vector<Scalar> gradient(const Matrix<Scalar>& x, std::span<const Label> labels) const;

  /// The same by central differences, (L(p + h) − L(p − h)) / 2h for each parameter named (all of them if none is
  /// named), each L a whole forward pass: 79,520 of them for 784-50-10. Use it on a net in double.
  /// Throws RangeError for h not finite or ≤ 0 or a number past the last parameter.
  Vector<Scalar> numerical_gradient(const Matrix<Scalar>& x, std::span<const Label> labels, double h = 1e-4,
                                    std::span<const Index> parameters = {}) const;

 private:
  Matrix<Scalar> hidden(const Matrix<Scalar>& x) const;
  Matrix<Scalar> output(const Matrix<Scalar>& z) const;

  int input_size_;
  int hidden_size_;
  int output_size_;
  Activation activation_;
  Vector<Scalar> parameters_;
};

/// Central differences (L(p + h) − L(p − h)) / 2h over all parameters, as TwoLayerNet<double>::numerical_gradient takes them,
/// its plain twin. Both losses are taken for every nudge, but only what the nudge changes is worked out anew:
///
/// ±h on W1(i, j) moves the input of one hidden unit by ±h·x(n, i), hence its output by some dz, hence the logits by dz·W2(j,
/// ·). Where x(n, i) = 0 nothing moves; pixels of equal value in one image share the result. The softmax's sum grows by Σₖ
/// yₖ(e^{W2(j,k)·dz} − 1). Where all increments are small, e^u − 1, log(1 + u) and the activation's change are short power
/// series, right to 1e-12; else the functions themselves are called, and where e^u is no float64 all is done in logarithms. The
/// difference is never taken between two large losses, so it cancels less than the plain form. Where the loss itself is NaN, so
/// is all of the gradient.
///
/// Shapes and errors as for TwoLayerNet::numerical_gradient.
Vector<double> incremental_numerical_gradient(const TwoLayerNet<double>& net, const Matrix<double>& x,
                                              std::span<const Label> labels, double h);

/// Correct answers, their number and the summed loss of a part of a data set; parts add up, to 2³² − 1 samples (RangeError).
struct Evaluation {
  Index correct = 0;
  Index count = 0;
  double loss_sum = 0;
  double accuracy() const { return count ? static_cast<double>(correct) / count : 0; }
  double loss() const { return count ? loss_sum / count : 0; }
  Evaluation& operator+=(const Evaluation& other);
};

/// Evaluates samples begin … end−1 in blocks, so that a caller can spread a large set over several turns.
/// Throws RangeError for begin > end or end past the set, TypeError where net and data do not fit, UnsoundNetError where an
/// output is NaN.
Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end);
Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data);

/// Throws TypeError, naming both sizes, unless data fits into the net.
void check_fits(const TwoLayerNet<float>& net, const Dataset& data);

}  // namespace downhill
