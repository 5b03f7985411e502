#include <array>
#include <cmath>

#include <downhill/loss/activation.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<Activation>, 3> names = {{
    {"sigmoid", Activation::sigmoid},
    {"relu", Activation::relu},
    {"tanh", Activation::tanh},
}};

}  // namespace

Activation activation_named(std::string_view name) { return value_named<Activation>(names, "activation", name); }

std::string_view name_of(Activation activation) { return name_in<Activation>(names, activation); }

template <class Scalar>
Scalar sigmoid(Scalar a) {
  // For very negative a the exponential is infinite and the quotient 0, as it should be.
  return 1 / (1 + std::exp(-a));
}

template <class Scalar>
void activate_in_place(Activation activation, MatrixRef<Scalar> a) {
  switch (activation) {
    case Activation::sigmoid:
      a.array() = (1 + (-a.array()).exp()).inverse();
      break;
    case Activation::relu:
      // Written so that NaN stays NaN: a run that breaks must be seen to break.
      a.array() = (a.array() < 0).select(Scalar{0}, a.array());
      break;
    case Activation::tanh:
      a.array() = a.array().unaryExpr([](Scalar value) { return std::tanh(value); });
      break;
  }
}

template <class Scalar>
Matrix<Scalar> activate(Activation activation, const Matrix<Scalar>& a) {
  for (Eigen::Index i = 0; i < a.size(); ++i) {
    if (std::isnan(a.data()[i])) throw_range_error({"a[", i, "]"}, a.data()[i], "a number");
  }
  Matrix<Scalar> z = a;
  activate_in_place<Scalar>(activation, z);
  return z;
}

template <class Scalar>
Matrix<Scalar> activation_slope(Activation activation, const Matrix<Scalar>& z) {
  switch (activation) {
    case Activation::sigmoid:
      return z.array() * (1 - z.array());
    case Activation::relu:
      // 0·z is 0, or NaN where z is.
      return (z.array() > 0).select(Matrix<Scalar>::Ones(z.rows(), z.cols()), 0 * z);
    case Activation::tanh:
      return 1 - z.array().square();
  }
  return {};
}

template <class Scalar>
void softmax_in_place(MatrixRef<Scalar> a) {
  if (a.cols() == 0) return;
  for (Eigen::Index n = 0; n < a.rows(); ++n) {
    auto row = a.row(n).array();
    const Scalar largest = row.maxCoeff();
    row = (row - largest).exp();
    const Scalar sum = row.sum();
    row /= sum;
  }
}

template <class Scalar>
Matrix<Scalar> softmax(const Matrix<Scalar>& a) {
  check_finite("a", a);
  Matrix<Scalar> y = a;
  softmax_in_place<Scalar>(y);
  return y;
}

template float sigmoid(float);
template double sigmoid(double);
template Matrix<float> activate(Activation, const Matrix<float>&);
template Matrix<double> activate(Activation, const Matrix<double>&);
template void activate_in_place<float>(Activation, MatrixRef<float>);
template void activate_in_place<double>(Activation, MatrixRef<double>);
template Matrix<float> activation_slope(Activation, const Matrix<float>&);
template Matrix<double> activation_slope(Activation, const Matrix<double>&);
template Matrix<float> softmax(const Matrix<float>&);
template Matrix<double> softmax(const Matrix<double>&);
template void softmax_in_place<float>(MatrixRef<float>);
template void softmax_in_place<double>(MatrixRef<double>);

}  // namespace downhill
