#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include <downhill/loss/loss.hpp>
#include <downhill/net/two_layer_net.hpp>

#include "double2.hpp"

// What nudges of a hidden unit's input do to the loss of one sample, for incremental_gradient.

namespace downhill::kernels {

using Doubles = std::vector<double>;

/// What all nudges of one sample start from. Arrays over hidden units are padded to pairs; the padding is 0.
struct Sample {
  const double* a1;     // input of the hidden units
  const double* z;      // their output
  const double* y;      // probabilities
  const double* log_y;  // their logarithms, also where y itself is 0
  const double* right;  // W2(·, label), by hidden unit
  Label label;
  double loss;   // −log(y_l + δ)
  double share;  // y_l / (y_l + δ): how much of a relative change of y_l reaches the logarithm's argument
};

/// What changes of hidden outputs do, prepared for one sample: power series in the small case, sums over the classes in the
/// other.
template <class Math>
class HiddenNudges;

/// log of the changed y_l + δ, less log of the old: `expm1_right` is e^u − 1 for the right class's logit, `sum` the change of Σ
/// y e^u.
template <class Math>
Double2 log_change(Double2 expm1_right, Double2 sum, Double2 share) {
  return Math::log1p(share * (expm1_right - sum) / (splat(1) + sum));
}

/// The change of the loss where logit k moves by move(k), of any size: softmax of the logits' logarithms, the largest taken
/// out.
template <class Move>
double far_change(const Sample& sample, Move&& move, Eigen::Index classes) {
  double largest = -std::numeric_limits<double>::infinity();
  for (Eigen::Index k = 0; k < classes; ++k) largest = std::max(largest, sample.log_y[k] + move(k));
  double sum = 0;
  for (Eigen::Index k = 0; k < classes; ++k) sum += std::exp(sample.log_y[k] + move(k) - largest);
  const double right = std::exp(sample.log_y[sample.label] + move(sample.label) - largest) / sum;
  return loss_of_probability(right) - sample.loss;
}

/// log_change of moves of any size. far(lane): the change of the loss in logarithms, for where e^u is no float64 or little is
/// left of a sum.
template <class Far>
Double2 any_log_change(Double2 expm1_right, Double2 sum, Double2 share, Far&& far) {
  const Double2 inner = share * (expm1_right - sum) / (splat(1) + sum);
  Double2 change = log_change<ByFunction>(expm1_right, sum, share);
  for (int lane = 0; lane < 2; ++lane) {
    const bool keeps_digits = sum[lane] > -0.5 && inner[lane] > -0.5 && std::isfinite(inner[lane]);
    if (!keeps_digits) change[lane] = -far(lane);
  }
  return change;
}

inline Double2 activation_of(Activation activation, Double2 a) {
  const auto each = [&](double value) {
    switch (activation) {
      case Activation::sigmoid:
        return sigmoid(value);
      case Activation::relu:
        return std::max(value, 0.0);
      case Activation::tanh:
        break;
    }
    return std::tanh(value);
  };
  return Double2{each(a[0]), each(a[1])};
}

template <>
class HiddenNudges<ByFunction> {
 public:
  HiddenNudges(const TwoLayerNet<double>& net, const Matrix<double>& W2_by_class)
      : activation_(net.activation()), W2_by_class_(W2_by_class) {}

  void prepare(const Sample& sample) { sample_ = sample; }

  /// {L(+t), L(−t)} less L for the input of hidden units j and j + 1 moved by ±t.
  std::pair<Double2, Double2> losses(int j, Double2 t) const {
    const Double2 a = load(sample_.a1 + j);
    return {loss_change(j, activation_of(activation_, a + t)), loss_change(j, activation_of(activation_, a - t))};
  }

 private:
  Double2 loss_change(int j, Double2 z) const {
    const Double2 dz = z - load(sample_.z + j);
    Double2 sum = splat(0);
    for (Eigen::Index k = 0; k < W2_by_class_.rows(); ++k) {
      sum += splat(sample_.y[k]) * ByFunction::expm1(dz * load(W2_by_class_.row(k).data() + j));
    }
    return -any_log_change(ByFunction::expm1(dz * load(sample_.right + j)), sum, splat(sample_.share), [&](int lane) {
      return far_change(sample_, [&](Eigen::Index k) { return dz[lane] * W2_by_class_(k, j + lane); }, W2_by_class_.rows());
    });
  }

  Activation activation_;
  const Matrix<double>& W2_by_class_;
  Sample sample_{};
};

template <>
class HiddenNudges<BySeries> {
 public:
  HiddenNudges(const TwoLayerNet<double>& net, const Matrix<double>& W2_by_class) : activation_(net.activation()) {
    const Eigen::Index width = W2_by_class.cols();
    Matrix<double> power = W2_by_class;
    double factorial = 1;
    for (int p = 0; p < order; ++p) {
      powers_[p] = power / factorial;
      power.array() *= W2_by_class.array();
      factorial *= p + 2;
      moments_[p].resize(width);
      slopes_[p].resize(static_cast<std::size_t>(width));
    }
  }

  void prepare(const Sample& sample) {
    sample_ = sample;
    for (int p = 0; p < order; ++p) {
      moments_[p].noalias() = Eigen::Map<const RowVector<double>>(sample.y, powers_[p].rows()) * powers_[p];
    }
    prepare_slopes();
  }

  std::pair<Double2, Double2> losses(int j, Double2 t) const {
    Double2 up, down;
    if (activation_ == Activation::relu) {
      const Double2 a = load(sample_.a1 + j), z = load(sample_.z + j);
      up = larger(splat(0), a + t) - z;
      down = larger(splat(0), a - t) - z;
    } else {
      const Double2 tt = t * t;
      const Double2 odd = t * (at(slopes_[0], j) + tt * at(slopes_[2], j));
      const Double2 even = tt * (at(slopes_[1], j) + tt * at(slopes_[3], j));
      up = even + odd;
      down = even - odd;
    }
    return {loss_change(j, up), loss_change(j, down)};
  }

 private:
  static constexpr int order = 4;

  static Double2 at(const auto& values, int j) { return load(values.data() + j); }

  Double2 loss_change(int j, Double2 dz) const {
    const Double2 sum =
        dz * (at(moments_[0], j) + dz * (at(moments_[1], j) + dz * (at(moments_[2], j) + dz * at(moments_[3], j))));
    return -log_change<BySeries>(BySeries::expm1(dz * load(sample_.right + j)), sum, splat(sample_.share));
  }

  /// h′, h″/2!, h‴/3!, h⁗/4! of the activation, written by its output.
  void prepare_slopes() {
    const auto width = static_cast<int>(slopes_[0].size());
    for (int j = 0; j < width; j += 2) {
      const Double2 z = load(sample_.z + j), one = splat(1);
      Double2 slope[order];
      if (activation_ == Activation::sigmoid) {
        const Double2 d = z * (one - z), c = one - z - z;
        slope[0] = d;
        slope[1] = d * c / splat(2);
        slope[2] = d * (one - splat(6) * d) / splat(6);
        slope[3] = d * c * (one - splat(12) * d) / splat(24);
      } else {
        const Double2 d = one - z * z;
        slope[0] = d;
        slope[1] = -z * d;
        slope[2] = d * (splat(3) * z * z - one) / splat(3);
        slope[3] = d * z * (splat(2) - splat(3) * z * z) / splat(3);
      }
      for (int p = 0; p < order; ++p) store(slopes_[p].data() + j, slope[p]);
    }
  }

  Activation activation_;
  Matrix<double> powers_[order];      // W2(j, k)ᵖ/p!, a row a class
  RowVector<double> moments_[order];  // Σₖ yₖ W2(j, k)ᵖ/p!
  Doubles slopes_[order];
  Sample sample_{};
};

}  // namespace downhill::kernels
