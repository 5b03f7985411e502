#pragma once

#include <downhill/net/two_layer_net.hpp>

namespace downhill::kernels {

/// The numerical gradient by all parameters, only what a nudge changes worked out anew (NumericalMethod::incremental says how).
/// x and labels fit the net, h is finite and above 0. Plain twin: NumericalMethod::naive.
Vector<double> incremental_gradient(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x,
                                    std::span<const Label> labels, double h);

}  // namespace downhill::kernels
