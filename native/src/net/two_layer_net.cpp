#include <cmath>
#include <limits>
#include <string>

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/support/random.hpp>

#include "kernels/product.hpp"
#include "loss/unchecked_loss.hpp"
#include "net/answer.hpp"
#include "net/evaluation_blocks.hpp"

namespace downhill {
namespace {

template <class Scalar>
void fill_normal(Eigen::Ref<Vector<Scalar>> weights, double standard_deviation, Random& random) {
  // A net that takes over another's parameters (cast) is spared as many logarithms and cosines as it has weights.
  if (standard_deviation == 0) return;
  for (Scalar& weight : weights) weight = static_cast<Scalar>(standard_deviation * random.normal());
}

template <class Scalar>
void check_batch(const TwoLayerNet<Scalar>& net, const Matrix<Scalar>& x) {
  require(x.rows() > 0, "the number of rows of x", x.rows(), "a whole number from 1");
  if (x.cols() != net.input_size()) {
    throw_type_error({"x has ", x.cols(), " values a row; the net takes ", net.input_size()});
  }
  check_finite("x", x);
}

template <class Scalar>
void check_batch(const TwoLayerNet<Scalar>& net, const Matrix<Scalar>& x, std::span<const Label> labels) {
  check_batch(net, x);
  if (static_cast<std::size_t>(x.rows()) != labels.size()) {
    throw_type_error({"labels has ", labels.size(), " values for ", x.rows(), " rows of x"});
  }
  check_labels(labels, net.output_size());
}

}  // namespace

template <class Scalar>
TwoLayerNet<Scalar>::TwoLayerNet(const NetOptions& options)
    : input_size_(options.input_size),
      hidden_size_(options.hidden_size),
      output_size_(options.output_size),
      activation_(options.activation) {
  const auto check_size = [](const char* name, int size, int largest) {
    require(size >= 1 && size <= largest, name, size, {"a whole number from 1 to ", largest});
  };
  check_size("input_size", input_size_, max_size);
  check_size("hidden_size", hidden_size_, max_size);
  check_size("output_size", output_size_, 256);
  require(options.weight_init_std >= 0 && options.weight_init_std <= max_weight_init_std, "weight_init_std",
          options.weight_init_std, {"a number from 0 to ", max_weight_init_std});
  // In 64 bits: Eigen::Index has 32 in WebAssembly, where this may overflow before it is refused.
  const std::int64_t first = std::int64_t{input_size_} * hidden_size_;
  const std::int64_t second = std::int64_t{hidden_size_} * output_size_;
  const std::int64_t count = first + hidden_size_ + second + output_size_;
  require(count <= max_parameters, "the number of parameters (input_size·hidden_size + …)", count,
          {"at most ", max_parameters, "; make the layers smaller"});
  parameters_.setZero(count);

  Random random(options.seed);
  const auto std_of = [&](int inputs) { return options.xavier ? 1 / std::sqrt(inputs) : options.weight_init_std; };
  fill_normal<Scalar>(parameters_.head(first), std_of(input_size_), random);
  fill_normal<Scalar>(parameters_.segment(first + hidden_size_, second), std_of(hidden_size_), random);
}

template <class Scalar>
void TwoLayerNet<Scalar>::set_parameters(std::span<const Scalar> parameters) {
  if (static_cast<Eigen::Index>(parameters.size()) != parameters_.size()) {
    throw_type_error({"parameters has ", parameters.size(), " values; the net has ", parameters_.size()});
  }
  const ConstVectorMap<Scalar> given(parameters.data(), parameters_.size());
  check_finite("parameters", parameters);
  parameters_ = given;
}

template <class Scalar>
Matrix<Scalar> TwoLayerNet<Scalar>::hidden(const Matrix<Scalar>& x) const {
  Matrix<Scalar> z(x.rows(), hidden_size_);
  kernels::product(x, W1(), z);
  z.rowwise() += b1().transpose();
  activate_in_place<Scalar>(activation_, z);
  return z;
}

template <class Scalar>
Matrix<Scalar> TwoLayerNet<Scalar>::output(const Matrix<Scalar>& z) const {
  Matrix<Scalar> y(z.rows(), output_size_);
  kernels::product(z, W2(), y);
  y.rowwise() += b2().transpose();
  softmax_in_place<Scalar>(y);
  return y;
}

template <class Scalar>
Matrix<Scalar> TwoLayerNet<Scalar>::predict(const Matrix<Scalar>& x) const {
  check_batch(*this, x);
  return output(hidden(x));
}

template <class Scalar>
double TwoLayerNet<Scalar>::loss(const Matrix<Scalar>& x, std::span<const Label> labels) const {
  check_batch(*this, x, labels);
  return unchecked::cross_entropy_error<Scalar>(output(hidden(x)), labels);
}

template <class Scalar>
double TwoLayerNet<Scalar>::accuracy(const Matrix<Scalar>& x, std::span<const Label> labels) const {
  check_batch(*this, x, labels);
  const Matrix<Scalar> y = predict(x);
  check_sound("output", std::span<const Scalar>(y.data(), static_cast<std::size_t>(y.size())));
  return static_cast<double>(count_correct(y, labels)) / static_cast<double>(labels.size());
}

template <class Scalar>
Vector<Scalar> TwoLayerNet<Scalar>::gradient(const Matrix<Scalar>& x, std::span<const Label> labels) const {
  check_batch(*this, x, labels);
  const Matrix<Scalar> z = hidden(x);
  const Matrix<Scalar> delta2 = unchecked::softmax_cross_entropy_gradient<Scalar>(output(z), labels);
  Matrix<Scalar> delta1(x.rows(), hidden_size_);
  kernels::product_with_transpose(delta2, W2(), delta1);
  delta1.array() *= activation_slope<Scalar>(activation_, z).array();

  Vector<Scalar> gradient(parameter_count());
  Scalar* at = gradient.data();
  kernels::product_of_transpose(x, delta1, MatrixMap<Scalar>(at, input_size_, hidden_size_));
  at += W1().size();
  VectorMap<Scalar>(at, hidden_size_) = delta1.colwise().sum();
  at += hidden_size_;
  kernels::product_of_transpose(z, delta2, MatrixMap<Scalar>(at, hidden_size_, output_size_));
  at += W2().size();
  VectorMap<Scalar>(at, output_size_) = delta2.colwise().sum();
  return gradient;
}

template <class Scalar>
Vector<Scalar> TwoLayerNet<Scalar>::numerical_gradient(const Matrix<Scalar>& x, std::span<const Label> labels, double h,
                                                       std::span<const Index> parameters) const {
  check_batch(*this, x, labels);
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
  const Eigen::Index count = parameters.empty() ? parameter_count() : static_cast<Eigen::Index>(parameters.size());
  TwoLayerNet nudged = *this;
  Vector<Scalar> gradient(count);
  for (Eigen::Index k = 0; k < count; ++k) {
    // Unsigned until it is checked: in WebAssembly Eigen::Index has 32 bits, and a large number would become a negative one.
    const Index named = parameters.empty() ? static_cast<Index>(k) : parameters[static_cast<std::size_t>(k)];
    require(named < static_cast<Index>(parameter_count()), {"parameters[", k, "]"}, named,
            {"a whole number from 0 to ", parameter_count() - 1});
    const auto i = static_cast<Eigen::Index>(named);
    const Scalar p = parameters_[i];
    nudged.parameters_[i] = p + static_cast<Scalar>(h);
    const double above = nudged.loss(x, labels);
    nudged.parameters_[i] = p - static_cast<Scalar>(h);
    const double below = nudged.loss(x, labels);
    nudged.parameters_[i] = p;
    gradient[k] = static_cast<Scalar>((above - below) / (2 * h));
  }
  return gradient;
}

template class TwoLayerNet<float>;
template class TwoLayerNet<double>;

Evaluation& Evaluation::operator+=(const Evaluation& other) {
  const std::uint64_t both = std::uint64_t{count} + other.count;
  require(both <= std::numeric_limits<Index>::max(), "the number of samples of both parts", both, "at most 4294967295");
  correct += other.correct;
  count += other.count;
  loss_sum += other.loss_sum;
  return *this;
}

void check_fits(const TwoLayerNet<float>& net, const Dataset& data) {
  if (net.input_size() != data.input_size()) {
    throw_type_error({"the data have ", data.input_size(), " inputs a sample; the net takes ", net.input_size()});
  }
  if (data.classes() > net.output_size()) {
    throw_type_error({"the data have ", data.classes(), " classes; the net tells only ", net.output_size(), " apart"});
  }
}

Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end) {
  Evaluation evaluation;
  for_each_block(net, data, begin, end, [&](const kernels::NetWorkspace& workspace, Index first, Index rows) {
    check_answers(workspace, first, rows);
    evaluation += {workspace.correct(), rows, workspace.loss() * rows};
  });
  return evaluation;
}

Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data) { return evaluate(net, data, 0, data.size()); }

}  // namespace downhill
