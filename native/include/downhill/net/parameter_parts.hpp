#pragma once

#include <array>
#include <string_view>

#include <downhill/net/two_layer_net.hpp>

// Where the weights and biases of each layer are among a net's parameters.

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

/// The Euclidean norm of a gradient and of each of its parts.
struct GradientNorms {
  std::array<double, 4> parts{};  // W1, b1, W2, b2
  double all = 0;
};

/// Throws TypeError unless gradient has one value per parameter.
GradientNorms gradient_norms(const TwoLayerNet<float>& net, const Eigen::Ref<const Vector<float>>& gradient);

}  // namespace downhill
