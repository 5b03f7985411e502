#include <cmath>
#include <string>

#include <downhill/errata/errata.hpp>
#include <downhill/loss/activation.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/support/error.hpp>

namespace downhill::errata {
namespace {

std::vector<double> row_sums(const Matrix<double>& m) {
  const Vector<double> sums = m.rowwise().sum();
  return {sums.begin(), sums.end()};
}

std::string shape_of(const auto& m) { return "(" + std::to_string(m.rows()) + ", " + std::to_string(m.cols()) + ")"; }

/// weights −= step, refused as NumPy refuses it.
void subtract(Matrix<float>& weights, const Matrix<float>& step) {
  if (weights.rows() != step.rows() || weights.cols() != step.cols()) {
    throw_type_error(
        {"a gradient of shape ", shape_of(step), " cannot be subtracted from weights of shape ", shape_of(weights)});
  }
  weights -= step;
}

}  // namespace

SoftmaxOfBatch softmax_of_batch(const Matrix<double>& a) {
  require(a.size() > 0, "the number of values of a", a.size(), "a whole number from 1");
  SoftmaxOfBatch result{
      .right = softmax<double>(a), .wrong = (a.array() - a.maxCoeff()).exp(), .right_sums = {}, .wrong_sums = {}};
  result.wrong /= result.wrong.sum();
  result.right_sums = row_sums(result.right);
  result.wrong_sums = row_sums(result.wrong);
  return result;
}

LabelShape label_shape(const Matrix<double>& y, std::span<const Label> labels) {
  LabelShape loss{.right = cross_entropy_error<double>(y, labels)};
  require(y.rows() <= 10'000, "labels.length", y.rows(), "at most 10000: the column form picks the square of that");
  const auto rows = static_cast<double>(y.rows());
  const auto picked = [&y](Eigen::Index row, Label label) { return loss_of_probability(y(row, label)); };
  for (Eigen::Index i = 0; i < y.rows(); ++i) {
    const Label label = labels[static_cast<std::size_t>(i)];
    // Broadcasting (N) with (1, N) pairs row i with label i; with (N, 1) it pairs every row with label i.
    loss.row += picked(i, label) / rows;
    for (Eigen::Index j = 0; j < y.rows(); ++j, ++loss.picks) loss.column += picked(j, label) / rows;
  }
  return loss;
}

WrongMatrix gradient_of_wrong_matrix(const TwoLayerNet<float>& net, const ConstMatrixRef<float>& x,
                                     std::span<const Label> labels) {
  const Vector<float> gradient = net.gradient(x, labels);
  const Matrix<float> of_W1 = ParameterViews<const float>(gradient.data(), net.shape()).W1();
  Matrix<float> W2 = net.W2();
  WrongMatrix result{.right = {W2.rows(), W2.cols()}, .wrong = {of_W1.rows(), of_W1.cols()}, .message = {}};
  try {
    subtract(W2, of_W1);
  } catch (const TypeError& error) {
    result.message = error.what();
  }
  return result;
}

}  // namespace downhill::errata
