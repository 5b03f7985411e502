#pragma once

#include <array>
#include <string_view>
#include <type_traits>

#include <downhill/support/types.hpp>

// Where the weights and biases of each layer are among a net's parameters.

namespace downhill {

/// The sizes of a two-layer net. Its parameters lie in one array: W1 (input × hidden, row by row), b1, W2 (hidden × output, row
/// by row), b2; so an optimiser, a snapshot or a plane through parameter space need not know the layers.
struct NetShape {
  int input_size = 0;
  int hidden_size = 0;
  int output_size = 0;

  // Where each part begins.
  constexpr Eigen::Index begin_of_W1() const { return 0; }
  constexpr Eigen::Index begin_of_b1() const { return Eigen::Index{input_size} * hidden_size; }
  constexpr Eigen::Index begin_of_W2() const { return begin_of_b1() + hidden_size; }
  constexpr Eigen::Index begin_of_b2() const { return begin_of_W2() + Eigen::Index{hidden_size} * output_size; }
  /// input·hidden + hidden + hidden·output + output; 39,760 for 784-50-10.
  constexpr Eigen::Index parameter_count() const { return begin_of_b2() + output_size; }

  friend bool operator==(const NetShape&, const NetShape&) = default;
};

/// W1, b1, W2 and b2 by name in an array of all parameters: a net's own, their gradient, or a direction through parameter
/// space. It looks into that array and copies nothing. Value is float or double, or const of them where the array is only read.
template <class Value>
class ParameterViews {
  using Scalar = std::remove_const_t<Value>;
  template <class Array>
  using View = Eigen::Map<std::conditional_t<std::is_const_v<Value>, const Array, Array>>;

 public:
  /// values: shape.parameter_count() of them.
  ParameterViews(Value* values, const NetShape& shape) : values_(values), shape_(shape) {}

  View<Matrix<Scalar>> W1() const { return {values_ + shape_.begin_of_W1(), shape_.input_size, shape_.hidden_size}; }
  View<RowVector<Scalar>> b1() const { return {values_ + shape_.begin_of_b1(), shape_.hidden_size}; }
  View<Matrix<Scalar>> W2() const { return {values_ + shape_.begin_of_W2(), shape_.hidden_size, shape_.output_size}; }
  View<RowVector<Scalar>> b2() const { return {values_ + shape_.begin_of_b2(), shape_.output_size}; }

 private:
  Value* values_;
  NetShape shape_;
};

/// Entry (row, column) is parameter begin + row·columns + column; a bias is one row.
struct ParameterPart {
  std::string_view name;  // "W1", "b1", "W2", "b2"
  Eigen::Index begin = 0;
  Eigen::Index rows = 0;
  Eigen::Index columns = 0;
  Eigen::Index size() const { return rows * columns; }
};

/// In the order in which they lie.
std::array<ParameterPart, 4> parameter_parts(const NetShape& shape);

/// The Euclidean norm of a gradient and of each of its parts.
struct GradientNorms {
  std::array<double, 4> parts{};  // W1, b1, W2, b2
  double all = 0;
};

/// Throws TypeError unless gradient has one value per parameter.
GradientNorms gradient_norms(const NetShape& shape, const Eigen::Ref<const Vector<float>>& gradient);

}  // namespace downhill
