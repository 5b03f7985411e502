#pragma once

#include <array>
#include <string_view>

#include <downhill/net/two_layer_net.hpp>

// Which of a net's parameters are weights and biases of which layer.

namespace downhill {

/// Entry (row, column) is parameter begin + row·columns + column; a bias is one row.
struct ParameterPart {
  std::string_view name;  // "W1", "b1", "W2", "b2"
  Eigen::Index begin = 0;
  Eigen::Index rows = 0;
  Eigen::Index columns = 0;
  Eigen::Index size() const { return rows * columns; }
};

/// In the order of TwoLayerNet::parameters.
std::array<ParameterPart, 4> parameter_parts(const TwoLayerNet<float>& net);

/// The Euclidean length of a gradient, part by part and as a whole.
struct GradientNorms {
  std::array<double, 4> parts{};  // W1, b1, W2, b2
  double all = 0;
};

/// Throws TypeError if gradient has not one value a parameter.
GradientNorms gradient_norms(const TwoLayerNet<float>& net, const Eigen::Ref<const Vector<float>>& gradient);

}  // namespace downhill
