#pragma once

#include <span>

#include <downhill/data/dataset.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/grid.hpp>

// The output of a net with two inputs over the plane, which shows its decision boundary.

namespace downhill {

/// The probabilities at each point of the grid: (rows·columns) × output_size, points in the order of Grid. With `scales`
/// (Dataset::input_scales) the grid is in the coordinates of the given values, from which the net's inputs were computed.
/// Throws TypeError unless the net has two inputs and there are no scales or two, RangeError for an invalid grid or one outside
/// the range of float32, UnsoundNetError if an output is NaN.
Matrix<float> decision_map(const TwoLayerNet<float>& net, const Grid& grid, std::span<const InputScale> scales = {});

}  // namespace downhill
