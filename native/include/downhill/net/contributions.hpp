#pragma once

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/types.hpp>

// What the sums of a forward pass are made of (chapter 4.1 and 4.5.1).

namespace downhill {

/// Of one sample. Each sum of the net is the sum of a column of these and a bias.
struct Contributions {
  Matrix<float> to_hidden;  // x(i)·W1(i, j): input_size × hidden_size
  Matrix<float> raising;    // the sum of the positive ones among x(i)·W1(i, j), for each hidden unit j: 1 × hidden_size
  Matrix<float> lowering;   // the same of the negative ones
  Matrix<float> to_output;  // z(j)·W2(j, k): hidden_size × output_size
};

/// x: 1 × input_size. Throws as TwoLayerNet::forward does, and RangeError for more than one row.
Contributions contributions(const TwoLayerNet<float>& net, const ConstMatrixRef<float>& x);

}  // namespace downhill
