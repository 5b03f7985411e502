#include <cmath>
#include <string>

#include <downhill/loss/loss.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

#include "loss/unchecked_loss.hpp"

namespace downhill {
namespace {

std::string shape_of(const Matrix<double>& m) { return std::to_string(m.rows()) + "x" + std::to_string(m.cols()); }

template <class Scalar>
void check_not_empty(const Matrix<Scalar>& y) {
  require(y.rows() > 0, "the number of rows of y", y.rows(), "a whole number from 1");
  require(y.cols() > 0, "the number of columns of y", y.cols(), "a whole number from 1");
}

/// Outputs of a net, perhaps not scaled to sum to 1: below 0 there is no logarithm.
template <class Scalar>
void check_probabilities(const Scalar* y, std::ptrdiff_t count) {
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    require(std::isfinite(y[i]) && y[i] >= 0, {"y[", i, "]"}, y[i], "a finite number from 0");
  }
}

/// Targets: one-hot, or shares. Beyond, sums of infinite terms of either sign would be NaN.
void check_targets(const double* t, std::ptrdiff_t count) {
  for (std::ptrdiff_t i = 0; i < count; ++i)
    require(t[i] >= 0 && t[i] <= 1, {"t[", i, "]"}, t[i], "a finite number from 0 to 1");
}

template <class Scalar>
void check_output(const Matrix<Scalar>& y, std::span<const Label> labels) {
  check_not_empty(y);
  if (static_cast<std::size_t>(y.rows()) != labels.size()) {
    throw_type_error({"labels has ", labels.size(), " values; y has ", y.rows(), " rows, and each needs one"});
  }
  check_labels(labels, y.cols());
  check_probabilities(y.data(), y.size());
}

void check_one_sample(std::span<const double> y, std::span<const double> t) {
  if (y.size() != t.size()) {
    throw_type_error({"y has ", y.size(), " values and t has ", t.size(), "; both must have as many"});
  }
  require(!y.empty(), "the length of y", y.size(), "a whole number from 1");
  check_finite("y", y);
  check_finite("t", t);
}

}  // namespace

void check_labels(std::span<const Label> labels, Eigen::Index classes) {
  for (std::size_t n = 0; n < labels.size(); ++n) {
    if (labels[n] < classes) continue;
    throw_range_error({"labels[", n, "]"}, labels[n], {"a class from 0 to ", classes - 1});
  }
}

double mean_squared_error(std::span<const double> y, std::span<const double> t) {
  check_one_sample(y, t);
  double sum = 0;
  for (std::size_t k = 0; k < y.size(); ++k) sum += (y[k] - t[k]) * (y[k] - t[k]);
  return sum / 2;
}

std::vector<double> squared_error_terms(std::span<const double> y, std::span<const double> t) {
  check_one_sample(y, t);
  std::vector<double> terms;
  for (std::size_t k = 0; k < y.size(); ++k) terms.push_back((y[k] - t[k]) * (y[k] - t[k]) / 2);
  return terms;
}

std::vector<double> cross_entropy_terms(std::span<const double> y, std::span<const double> t) {
  check_one_sample(y, t);
  check_probabilities(y.data(), std::ssize(y));
  check_targets(t.data(), std::ssize(t));
  std::vector<double> terms;
  // A target of 0 counts for nothing, whatever the output.
  for (std::size_t k = 0; k < y.size(); ++k) terms.push_back(t[k] == 0 ? 0 : t[k] * loss_of_probability(y[k]));
  return terms;
}

double loss_of_probability(double y) { return -std::log(y + cross_entropy_delta); }

double cross_entropy_error(const Matrix<double>& y, const Matrix<double>& t) {
  if (y.rows() != t.rows() || y.cols() != t.cols()) {
    throw_type_error({"y is ", shape_of(y), " and t is ", shape_of(t), "; both must have the same shape"});
  }
  check_not_empty(y);
  check_probabilities(y.data(), y.size());
  check_targets(t.data(), t.size());
  double sum = 0;
  for (Eigen::Index n = 0; n < y.rows(); ++n) {
    for (Eigen::Index k = 0; k < y.cols(); ++k) {
      // A target of 0 counts for nothing, so that this equals the label form to the last bit.
      if (t(n, k) != 0) sum -= t(n, k) * std::log(y(n, k) + cross_entropy_delta);
    }
  }
  return sum / static_cast<double>(y.rows());
}

template <class Scalar>
double unchecked::cross_entropy_error(const Matrix<Scalar>& y, std::span<const Label> labels) {
  double sum = 0;
  for (std::size_t n = 0; n < labels.size(); ++n) {
    const auto right = static_cast<double>(y(static_cast<Eigen::Index>(n), labels[n]));
    sum -= std::log(right + cross_entropy_delta);
  }
  return sum / static_cast<double>(labels.size());
}

template <class Scalar>
double cross_entropy_error(const Matrix<Scalar>& y, std::span<const Label> labels) {
  check_output(y, labels);
  return unchecked::cross_entropy_error(y, labels);
}

template <class Scalar>
Matrix<Scalar> unchecked::softmax_cross_entropy_gradient(const Matrix<Scalar>& y, std::span<const Label> labels) {
  Matrix<Scalar> gradient(y.rows(), y.cols());
  for (Eigen::Index n = 0; n < y.rows(); ++n) {
    const Eigen::Index l = labels[static_cast<std::size_t>(n)];
    const auto right = static_cast<double>(y(n, l));
    const auto factor = static_cast<Scalar>(right / (right + cross_entropy_delta) / static_cast<double>(y.rows()));
    gradient.row(n) = factor * y.row(n);
    gradient(n, l) = factor * (y(n, l) - 1);
  }
  return gradient;
}

template <class Scalar>
Matrix<Scalar> softmax_cross_entropy_gradient(const Matrix<Scalar>& y, std::span<const Label> labels) {
  check_output(y, labels);
  return unchecked::softmax_cross_entropy_gradient(y, labels);
}

Matrix<double> one_hot(std::span<const Label> labels, int classes) {
  require(classes >= 1, "classes", classes, "a whole number from 1");
  require(!labels.empty(), "the number of labels", labels.size(), "a whole number from 1");
  check_labels(labels, classes);
  Matrix<double> t = Matrix<double>::Zero(static_cast<Eigen::Index>(labels.size()), classes);
  for (std::size_t n = 0; n < labels.size(); ++n) t(static_cast<Eigen::Index>(n), labels[n]) = 1;
  return t;
}

template double unchecked::cross_entropy_error(const Matrix<float>&, std::span<const Label>);
template double unchecked::cross_entropy_error(const Matrix<double>&, std::span<const Label>);
template Matrix<float> unchecked::softmax_cross_entropy_gradient(const Matrix<float>&, std::span<const Label>);
template Matrix<double> unchecked::softmax_cross_entropy_gradient(const Matrix<double>&, std::span<const Label>);
template double cross_entropy_error(const Matrix<float>&, std::span<const Label>);
template double cross_entropy_error(const Matrix<double>&, std::span<const Label>);
template Matrix<float> softmax_cross_entropy_gradient(const Matrix<float>&, std::span<const Label>);
template Matrix<double> softmax_cross_entropy_gradient(const Matrix<double>&, std::span<const Label>);

}  // namespace downhill
