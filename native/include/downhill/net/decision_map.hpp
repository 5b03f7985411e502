#pragma once

#include <span>

#include <downhill/data/dataset.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/grid.hpp>

// What a net of two inputs says at each point of the plane: where it draws the line between classes.

namespace downhill {

/// The probabilities at each point of the grid: (rows·columns) × output_size, points in the order of Grid. The grid lies among
/// the values that were given, if `scales` (Dataset::input_scales) says how the net's inputs were made of them.
/// Throws TypeError unless the net has two inputs and scales are none or two, RangeError for a bad grid or one beyond float32.
/// Throws UnsoundNetError where an output is NaN.
Matrix<float> decision_map(const TwoLayerNet<float>& net, const Grid& grid, std::span<const InputScale> scales = {});

}  // namespace downhill
