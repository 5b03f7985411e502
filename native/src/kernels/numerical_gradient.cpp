#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include <downhill/loss/loss.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>

#include "double2.hpp"
#include "hidden_nudges.hpp"
#include "product.hpp"

namespace downhill::kernels {
namespace {

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
    product(x, net.W1(), a1_.leftCols(net.hidden_size()));
    a1_.leftCols(net.hidden_size()).rowwise() += net.b1().transpose();
    z_ = a1_;
    activate_in_place<double>(net.activation(), z_);
    z_.rightCols(width_ - net.hidden_size()).setZero();
    y_.resize(x.rows(), classes_);
    product(z_.leftCols(net.hidden_size()), net.W2(), y_);
    y_.rowwise() += net.b2().transpose();
    log_y_ = y_.colwise() - y_.rowwise().maxCoeff();
    const Vector<double> log_sums = log_y_.array().exp().rowwise().sum().log();
    log_y_.colwise() -= log_sums;
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
            .log_y = log_y_.row(n).data(),
            .right = W2_by_class_.row(label).data(),
            .label = label,
            .loss = loss_of_probability(right),
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
        const Double2 of_right = right ? e : splat(0);
        const Double2 sum = splat(sample.y[k]) * e;
        if constexpr (std::is_same_v<Math, BySeries>) {
          return log_change<Math>(of_right, sum, splat(sample.share));
        } else {
          return any_log_change(of_right, sum, splat(sample.share), [&](int lane) {
            return far_change(sample, [&](Eigen::Index other) { return other == k ? move[lane] : 0; }, classes_);
          });
        }
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
  Matrix<double> a1_, z_, y_, log_y_;
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
  const double loss = net.loss(x, labels);  // refuses a batch that does not fit
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
  // No nudge mends what has made it NaN.
  if (!std::isfinite(loss)) return Vector<double>::Constant(net.parameter_count(), std::numeric_limits<double>::quiet_NaN());
  using namespace kernels;
  if (changes_are_small(net, x, h)) return IncrementalGradient<BySeries>(net, x, labels, h).run();
  return IncrementalGradient<ByFunction>(net, x, labels, h).run();
}

}  // namespace downhill
