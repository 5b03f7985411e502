#pragma once

#include <array>
#include <span>
#include <vector>

#include <downhill/calculus/derivative.hpp>
#include <downhill/net/two_layer_net.hpp>

// Accuracy and loss of a net along one of its parameters: why learning follows the loss (chapter 4.2.5).

namespace downhill {

struct WeightSweep {
  struct Point {
    double weight = 0;
    double accuracy = 0;  // a step function: it changes only where an answer changes
    double loss = 0;      // smooth
  };
  std::vector<Point> points;
  Point now;  // at the parameter's present value
  /// Central differences at the parameter's present value. accuracy_slope is 0 unless an answer changes between −h and +h.
  double accuracy_slope = 0;
  double loss_slope = 0;
};

/// `count` values of the parameter from range[0] to range[1], ends included; all others stay. A parameter changes the input of
/// one unit only, so no product with W1 is needed per value. x: rows × input_size, labels: rows.
/// Throws TypeError if x or labels do not fit, RangeError for a value of x or of this parameter that is not finite, a number
/// past the last parameter, a range whose ends are not finite and in order, count outside 2 … 100,000, or h not finite or ≤ 0;
/// UnsoundNetError if the loss is NaN.
WeightSweep weight_sweep(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x, std::span<const Label> labels,
                         Eigen::Index parameter, std::array<double, 2> range, int count, double h = default_h);

}  // namespace downhill
