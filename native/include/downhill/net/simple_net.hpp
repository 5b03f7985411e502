#pragma once

#include <Eigen/Core>

#include <downhill/support/types.hpp>

// The 2×3 net of chapter 4.4.2: y = softmax(x·W), no bias, no hidden layer.

namespace downhill {

struct SimpleNet {
  using Weights = Eigen::Matrix<double, 2, 3, Eigen::RowMajor>;
  using Input = Eigen::RowVector2d;
  using Output = Eigen::RowVector3d;

  Weights W = Weights::Zero();

  /// Standard normal weights, as the chapter draws them.
  static SimpleNet random(std::uint64_t seed);

  /// x·W, before softmax (4.4.2).
  Output scores(const Input& x) const;
  /// softmax(x·W).
  Output predict(const Input& x) const;
  /// Cross-entropy with δ. Throws RangeError unless label < 3, and for x or W that is not finite.
  double loss(const Input& x, Label label) const;
  /// ∂L/∂W by backprop: xᵀ·(y − t), with the factor due to δ (see loss.hpp). Throws as `loss` does.
  Weights gradient(const Input& x, Label label) const;
  /// ∂L/∂W by central differences (4.4.2). Throws as `loss` does, and RangeError for h not finite or ≤ 0.
  Weights numerical_gradient(const Input& x, Label label, double h = 1e-4) const;
};

/// How the loss changes when one weight grows by h.
struct Nudge {
  double before = 0;
  double after = 0;
  double change() const { return after - before; }
  double slope = 0;  // change / h: the forward difference
};

/// weight: 0 … 5, row by row. Throws as `loss` does, and RangeError for another weight or an h that is 0 or not finite.
Nudge nudge(const SimpleNet& net, const SimpleNet::Input& x, Label label, int weight, double h);

}  // namespace downhill
