#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/support/random.hpp>

#include "kernels/numerical_gradient.hpp"
#include "loss/unchecked_loss.hpp"
#include "net/answer.hpp"
#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<NumericalMethod>, 2> methods = {{
    {"naive", NumericalMethod::naive},
    {"incremental", NumericalMethod::incremental},
}};

template <class Scalar>
void fill_normal(Eigen::Ref<Vector<Scalar>> weights, double standard_deviation, Random& random) {
  // A net that takes over another's parameters (cast) is spared as many logarithms and cosines as it has weights.
  if (standard_deviation == 0) return;
  for (Scalar& weight : weights) weight = static_cast<Scalar>(standard_deviation * random.normal());
}

template <class Scalar>
void check_inputs(const TwoLayerNet<Scalar>& net, const ConstMatrixRef<Scalar>& x) {
  require(x.rows() > 0, "the number of rows of x", x.rows(), "a whole number from 1");
  if (x.cols() != net.input_size()) {
    throw_type_error({"x has ", x.cols(), " values a row; the net takes ", net.input_size()});
  }
  check_finite("x", x);
}

void check_labels_of_rows(std::span<const Label> labels, Eigen::Index rows, int classes) {
  if (static_cast<std::size_t>(rows) != labels.size()) {
    throw_type_error({"labels has ", labels.size(), " values for ", rows, " rows of x"});
  }
  check_labels(labels, classes);
}

void check_options(const NumericalGradientOptions& options, Eigen::Index parameters) {
  require(std::isfinite(options.h) && options.h > 0, "h", options.h, "a finite number above 0");
  for (std::size_t k = 0; k < options.parameters.size(); ++k) {
    // Unsigned: in WebAssembly Eigen::Index has 32 bits, and a large number would become a negative one.
    require(options.parameters[k] < static_cast<Index>(parameters), {"parameters[", k, "]"}, options.parameters[k],
            {"a whole number from 0 to ", parameters - 1});
  }
}

template <class Scalar>
Matrix<Scalar> h(Activation activation, Matrix<Scalar> a) {
  activate_in_place<Scalar>(activation, a);
  return a;
}

/// NaN stays NaN: `softmax` refuses it.
template <class Scalar>
Matrix<Scalar> softmax_of(Matrix<Scalar> a) {
  softmax_in_place<Scalar>(a);
  return a;
}

/// Two losses for each of the parameters that are named.
template <class Scalar>
Vector<Scalar> naive_gradient(TwoLayerNet<Scalar> net, const ConstMatrixRef<Scalar>& x, std::span<const Label> labels,
                              const std::vector<Index>& named, double h) {
  Vector<Scalar> gradient(std::ssize(named));
  for (Eigen::Index k = 0; k < gradient.size(); ++k) {
    Scalar& p = net.parameters()[named[static_cast<std::size_t>(k)]];
    const Scalar kept = p;
    p = kept + static_cast<Scalar>(h);
    const double above = net.loss(x, labels);
    p = kept - static_cast<Scalar>(h);
    const double below = net.loss(x, labels);
    p = kept;
    gradient[k] = static_cast<Scalar>((above - below) / (2 * h));
  }
  return gradient;
}

/// The incremental form is one of float64.
Vector<double> incremental_gradient(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x,
                                    std::span<const Label> labels, double h) {
  return kernels::incremental_gradient(net, x, labels, h);
}
Vector<float> incremental_gradient(const TwoLayerNet<float>& net, const ConstMatrixRef<float>& x, std::span<const Label> labels,
                                   double h) {
  return kernels::incremental_gradient(net.cast<double>(), x.cast<double>(), labels, h).cast<float>();
}

}  // namespace

NumericalMethod numerical_method_named(std::string_view name) { return value_named<NumericalMethod>(methods, "method", name); }

template <class Scalar>
TwoLayerNet<Scalar>::TwoLayerNet(const NetOptions& options)
    : shape_{options.input_size, options.hidden_size, options.output_size}, activation_(options.activation) {
  const auto check_size = [](const char* name, int size, int largest) {
    require(size >= 1 && size <= largest, name, size, {"a whole number from 1 to ", largest});
  };
  check_size("input_size", input_size(), max_size);
  check_size("hidden_size", hidden_size(), max_size);
  check_size("output_size", output_size(), 256);
  require(options.weight_init_std >= 0 && options.weight_init_std <= max_weight_init_std, "weight_init_std",
          options.weight_init_std, {"a number from 0 to ", max_weight_init_std});
  // In 64 bits: Eigen::Index has 32 in WebAssembly, where this may overflow before it is refused.
  const std::int64_t count =
      std::int64_t{hidden_size()} * (input_size() + 1) + std::int64_t{output_size()} * (hidden_size() + 1);
  require(count <= max_parameters, "the number of parameters (input_size·hidden_size + …)", count,
          {"at most ", max_parameters, "; make the layers smaller"});
  parameters_.setZero(count);

  Random random(options.seed);
  const auto std_of = [&](int inputs) { return options.xavier ? 1 / std::sqrt(inputs) : options.weight_init_std; };
  fill_normal<Scalar>(parameters_.segment(shape_.begin_of_W1(), W1().size()), std_of(input_size()), random);
  fill_normal<Scalar>(parameters_.segment(shape_.begin_of_W2(), W2().size()), std_of(hidden_size()), random);
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
ForwardPass<Scalar> TwoLayerNet<Scalar>::forward(const Batch& x) const {
  check_inputs(*this, x);
  ForwardPass<Scalar> pass;
  pass.a1 = (x * W1()).rowwise() + b1();
  pass.z = h(activation_, pass.a1);
  pass.a2 = (pass.z * W2()).rowwise() + b2();
  pass.y = softmax_of(pass.a2);
  return pass;
}

template <class Scalar>
Matrix<Scalar> TwoLayerNet<Scalar>::predict(const Batch& x) const {
  return forward(x).y;
}

template <class Scalar>
double TwoLayerNet<Scalar>::loss(const Batch& x, std::span<const Label> labels) const {
  const Matrix<Scalar> y = predict(x);
  check_labels_of_rows(labels, y.rows(), output_size());
  return unchecked::cross_entropy_error<Scalar>(y, labels);
}

template <class Scalar>
double TwoLayerNet<Scalar>::accuracy(const Batch& x, std::span<const Label> labels) const {
  const Matrix<Scalar> y = predict(x);
  check_labels_of_rows(labels, y.rows(), output_size());
  check_sound("output", std::span<const Scalar>(y.data(), static_cast<std::size_t>(y.size())));
  return accuracy_of<Scalar>(y, labels);
}

template <class Scalar>
Vector<Scalar> TwoLayerNet<Scalar>::gradient(const Batch& x, std::span<const Label> labels) const {
  const ForwardPass<Scalar> pass = forward(x);
  check_labels_of_rows(labels, x.rows(), output_size());
  // delta2 is ∂L/∂a2, delta1 is ∂L/∂a1.
  const Matrix<Scalar> delta2 = unchecked::softmax_cross_entropy_gradient<Scalar>(pass.y, labels);
  const Matrix<Scalar> slope = activation_slope<Scalar>(activation_, pass.z);
  const Matrix<Scalar> delta1 = (delta2 * W2().transpose()).cwiseProduct(slope);

  Vector<Scalar> gradient(parameter_count());
  const ParameterViews<Scalar> of(gradient.data(), shape_);
  of.W1().noalias() = x.transpose() * delta1;
  of.b1() = delta1.colwise().sum();
  of.W2().noalias() = pass.z.transpose() * delta2;
  of.b2() = delta2.colwise().sum();
  return gradient;
}

template <class Scalar>
Vector<Scalar> TwoLayerNet<Scalar>::numerical_gradient(const Batch& x, std::span<const Label> labels,
                                                       const NumericalGradientOptions& options) const {
  check_inputs(*this, x);
  check_labels_of_rows(labels, x.rows(), output_size());
  check_options(options, parameter_count());
  std::vector<Index> named(options.parameters.begin(), options.parameters.end());
  if (named.empty()) {
    named.resize(static_cast<std::size_t>(parameter_count()));
    std::iota(named.begin(), named.end(), Index{0});
  }
  if (options.method == NumericalMethod::naive) return naive_gradient(*this, x, labels, named, options.h);
  return incremental_gradient(*this, x, labels, options.h)(named);
}

template class TwoLayerNet<float>;
template class TwoLayerNet<double>;

}  // namespace downhill
