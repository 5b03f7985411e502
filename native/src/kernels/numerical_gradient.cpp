#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include <downhill/loss/loss.hpp>

#include "double2.hpp"
#include "hidden_nudges.hpp"
#include "loss/unchecked_loss.hpp"
#include "numerical_gradient.hpp"

namespace downhill::kernels {
namespace {

/// The entries of one row of x that are not 0, equal values together.
using Entry = std::pair<double, Index>;

void collect_entries(const ConstMatrixRef<double>& x, Eigen::Index row, std::vector<Entry>& entries) {
  entries.clear();
  for (Eigen::Index i = 0; i < x.cols(); ++i) {
    if (x(row, i) != 0) entries.emplace_back(x(row, i), static_cast<Index>(i));
  }
  std::sort(entries.begin(), entries.end());
}

/// With columns of 0 up to `width`.
Matrix<double> widened(const ConstMatrixRef<double>& matrix, int width) {
  Matrix<double> wide = Matrix<double>::Zero(matrix.rows(), width);
  wide.leftCols(matrix.cols()) = matrix;
  return wide;
}

template <class Math>
class IncrementalGradient {
 public:
  IncrementalGradient(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x, std::span<const Label> labels, double h,
                      const ForwardPass<double>& pass)
      : net_(net),
        x_(x),
        labels_(labels),
        h_(h),
        width_(padded_to_pairs(net.hidden_size())),
        classes_(net.output_size()),
        a1_(widened(pass.a1, width_)),
        z_(widened(pass.z, width_)),
        y_(pass.y),
        W2_by_class_(widened(net.W2().transpose(), width_)) {
    log_y_ = pass.a2.colwise() - pass.a2.rowwise().maxCoeff();
    const Vector<double> log_sums = log_y_.array().exp().rowwise().sum().log();
    log_y_.colwise() -= log_sums;
    W1_ = Matrix<double>::Zero(net.input_size(), width_);
    b1_ = RowVector<double>::Zero(width_);
    W2_ = Matrix<double>::Zero(classes_, width_);
    b2_ = RowVector<double>::Zero(classes_);
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
    const ParameterViews<double> of(gradient.data(), net_.shape());
    of.W1() = W1_.leftCols(hidden_size);
    of.b1() = b1_.leftCols(hidden_size);
    of.W2() = W2_.leftCols(hidden_size).transpose();
    of.b2() = b2_;
    return gradient / (2 * h_ * static_cast<double>(x_.rows()));
  }

  const TwoLayerNet<double>& net_;
  const ConstMatrixRef<double>& x_;
  std::span<const Label> labels_;
  double h_;
  int width_;
  int classes_;
  Matrix<double> a1_, z_, y_, log_y_;
  Matrix<double> W2_by_class_;
  // Sums of the differences; rows padded to pairs.
  Matrix<double> W1_, W2_;
  RowVector<double> b1_, b2_;
};

/// Whether every change that a nudge makes stays within what the series are good for.
bool changes_are_small(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x, double h) {
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

Vector<double> incremental_gradient(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x,
                                    std::span<const Label> labels, double h) {
  const ForwardPass<double> pass = net.forward(x);
  // No nudge mends what has made it NaN.
  if (!std::isfinite(unchecked::cross_entropy_error<double>(pass.y, labels))) {
    return Vector<double>::Constant(net.parameter_count(), std::numeric_limits<double>::quiet_NaN());
  }
  if (changes_are_small(net, x, h)) return IncrementalGradient<BySeries>(net, x, labels, h, pass).run();
  return IncrementalGradient<ByFunction>(net, x, labels, h, pass).run();
}

}  // namespace downhill::kernels
