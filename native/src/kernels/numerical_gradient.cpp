#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <downhill/error.hpp>
#include <downhill/loss.hpp>
#include <downhill/two_layer_net.hpp>

#include "double2.hpp"

namespace downhill::kernels {
namespace {

using Doubles = std::vector<double>;

/// What all nudges of one sample start from. Arrays over hidden units are padded to pairs; the padding is 0.
struct Sample {
  const double* a1;     // input of the hidden units
  const double* z;      // their output
  const double* y;      // probabilities
  const double* right;  // W2(·, label), by hidden unit
  Label label;
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

Double2 activation_of(Activation activation, Double2 a) {
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
    return -log_change<ByFunction>(ByFunction::expm1(dz * load(sample_.right + j)), sum, splat(sample_.share));
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
      moments_[p].resize(static_cast<std::size_t>(width));
      slopes_[p].resize(static_cast<std::size_t>(width));
    }
  }

  void prepare(const Sample& sample) {
    sample_ = sample;
    for (int p = 0; p < order; ++p) {
      VectorMap<double>(moments_[p].data(), powers_[p].cols()).noalias() =
          powers_[p].transpose() * ConstVectorMap<double>(sample.y, powers_[p].rows());
    }
    prepare_slopes();
  }

  std::pair<Double2, Double2> losses(int j, Double2 t) const {
    Double2 up, down;
    if (activation_ == Activation::relu) {
      const Double2 a = load(sample_.a1 + j), z = load(sample_.z + j);
      up = larger(a + t, splat(0)) - z;
      down = larger(a - t, splat(0)) - z;
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

  static Double2 at(const Doubles& values, int j) { return load(values.data() + j); }

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
  Matrix<double> powers_[order];  // W2(j, k)ᵖ/p!, a row a class
  Doubles moments_[order];        // Σₖ yₖ W2(j, k)ᵖ/p!
  Doubles slopes_[order];
  Sample sample_{};
};

/// The entries of one row of x that are not 0, equal values together.
using Entry = std::pair<double, Index>;

void collect_entries(const Matrix<double>& x, Eigen::Index row, std::vector<Entry>& entries) {
  entries.clear();
  for (Eigen::Index i = 0; i < x.cols(); ++i) {
    if (x(row, i) != 0) entries.emplace_back(x(row, i), static_cast<Index>(i));
  }
  std::sort(entries.begin(), entries.end());
}

template <class Math>
class IncrementalGradient {
 public:
  IncrementalGradient(const TwoLayerNet<double>& net, const Matrix<double>& x, std::span<const Label> labels, double h)
      : net_(net), x_(x), labels_(labels), h_(h), width_(padded_to_pairs(net.hidden_size())), classes_(net.output_size()) {
    const Eigen::Index rows = x.rows();
    a1_ = Matrix<double>::Zero(rows, width_);
    a1_.leftCols(net.hidden_size()).noalias() = x * net.W1();
    a1_.leftCols(net.hidden_size()).rowwise() += net.b1().transpose();
    z_ = activate<double>(net.activation(), a1_);
    z_.rightCols(width_ - net.hidden_size()).setZero();
    y_ = z_.leftCols(net.hidden_size()) * net.W2();
    y_.rowwise() += net.b2().transpose();
    softmax_in_place<double>(y_);
    W2_by_class_ = Matrix<double>::Zero(classes_, width_);
    W2_by_class_.leftCols(net.hidden_size()) = net.W2().transpose();
    W1_ = Matrix<double>::Zero(net.input_size(), width_);
    b1_ = Matrix<double>::Zero(1, width_);
    W2_ = Matrix<double>::Zero(classes_, width_);
    b2_ = Vector<double>::Zero(classes_);
  }

  Vector<double> run() {
    HiddenNudges<Math> hidden(net_, W2_by_class_);
    Doubles change(static_cast<std::size_t>(width_));
    std::vector<Entry> entries;
    for (Eigen::Index n = 0; n < x_.rows(); ++n) {
      const Sample sample = sample_of(n);
      hidden.prepare(sample);
      collect_entries(x_, n, entries);
      for (std::size_t first = 0; first < entries.size();) {
        hidden_changes(hidden, h_ * entries[first].first, change);
        std::size_t entry = first;
        for (; entry < entries.size() && entries[entry].first == entries[first].first; ++entry) {
          add(change, W1_.row(entries[entry].second).data());
        }
        first = entry;
      }
      hidden_changes(hidden, h_, change);
      add(change, b1_.data());
      output_changes(sample);
    }
    return collect();
  }

 private:
  Sample sample_of(Eigen::Index n) const {
    const Label label = labels_[static_cast<std::size_t>(n)];
    const double right = y_(n, label);
    return {.a1 = a1_.row(n).data(),
            .z = z_.row(n).data(),
            .y = y_.row(n).data(),
            .right = W2_by_class_.row(label).data(),
            .label = label,
            .share = right / (right + cross_entropy_delta)};
  }

  /// L(+t) − L(−t) of one sample for each hidden unit whose input moves by ±t.
  void hidden_changes(const HiddenNudges<Math>& hidden, double t, Doubles& change) const {
    for (int j = 0; j < width_; j += 2) {
      const auto [up, down] = hidden.losses(j, splat(t));
      store(change.data() + j, up - down);
    }
  }

  void add(const Doubles& change, double* to) const {
    for (int j = 0; j < width_; j += 2) store(to + j, load(to + j) + load(change.data() + j));
  }

  /// Nudges of W2(j, k) move logit k by ±h·z(j), those of b2(k) by ±h.
  void output_changes(const Sample& sample) {
    const auto difference = [&](Double2 u, Eigen::Index k) {
      const bool right = k == sample.label;
      const auto log_after = [&](Double2 move) {
        const Double2 e = Math::expm1(move);
        return log_change<Math>(right ? e : splat(0), splat(sample.y[k]) * e, splat(sample.share));
      };
      return log_after(-u) - log_after(u);
    };
    for (Eigen::Index k = 0; k < classes_; ++k) {
      double* to = W2_.row(k).data();
      for (int j = 0; j < width_; j += 2) store(to + j, load(to + j) + difference(splat(h_) * load(sample.z + j), k));
      b2_[k] += difference(splat(h_), k)[0];
    }
  }

  Vector<double> collect() const {
    const int hidden_size = net_.hidden_size();
    Vector<double> gradient(net_.parameter_count());
    double* at = gradient.data();
    MatrixMap<double>(at, net_.input_size(), hidden_size) = W1_.leftCols(hidden_size);
    at += W1_.rows() * hidden_size;
    VectorMap<double>(at, hidden_size) = b1_.leftCols(hidden_size).transpose();
    at += hidden_size;
    MatrixMap<double>(at, hidden_size, classes_) = W2_.leftCols(hidden_size).transpose();
    at += hidden_size * classes_;
    VectorMap<double>(at, classes_) = b2_;
    return gradient / (2 * h_ * static_cast<double>(x_.rows()));
  }

  const TwoLayerNet<double>& net_;
  const Matrix<double>& x_;
  std::span<const Label> labels_;
  double h_;
  int width_;
  int classes_;
  Matrix<double> a1_, z_, y_;
  Matrix<double> W2_by_class_;
  // Sums of the differences; rows padded to pairs.
  Matrix<double> W1_, b1_, W2_;
  Vector<double> b2_;
};

/// Whether every change that a nudge makes stays within what the series are good for.
bool changes_are_small(const TwoLayerNet<double>& net, const Matrix<double>& x, double h) {
  const double move = h * std::max(1.0, x.cwiseAbs().maxCoeff());
  double hidden = 1;
  if (net.activation() == Activation::relu) {
    const double a1 = x.cwiseAbs().rowwise().sum().maxCoeff() * net.W1().cwiseAbs().maxCoeff() + net.b1().cwiseAbs().maxCoeff();
    hidden = std::max(1.0, a1);
  }
  // The steepest slope of any activation is 1.
  const double largest_move_of_a_logit = std::max(h * hidden, move * std::max(1.0, net.W2().cwiseAbs().maxCoeff()));
  // The logarithm's argument moves by at most twice as much.
  return 2 * largest_move_of_a_logit <= BySeries::limit;
}

}  // namespace
}  // namespace downhill::kernels

namespace downhill {

Vector<double> incremental_numerical_gradient(const TwoLayerNet<double>& net, const Matrix<double>& x,
                                              std::span<const Label> labels, double h) {
  net.loss(x, labels);  // refuses a batch that does not fit
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
  using namespace kernels;
  if (changes_are_small(net, x, h)) return IncrementalGradient<BySeries>(net, x, labels, h).run();
  return IncrementalGradient<ByFunction>(net, x, labels, h).run();
}

}  // namespace downhill
