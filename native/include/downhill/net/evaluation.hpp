#pragma once

#include <downhill/data/dataset.hpp>
#include <downhill/net/two_layer_net.hpp>

// Accuracy and loss of a net on a whole data set (chapter 4.5.3).

namespace downhill {

/// Correct answers, their number and the summed loss of a part of a data set; parts add up, to 2³² − 1 samples (RangeError).
struct Evaluation {
  Index correct = 0;
  Index count = 0;
  double loss_sum = 0;
  double accuracy() const { return count ? static_cast<double>(correct) / count : 0; }
  double loss() const { return count ? loss_sum / count : 0; }
  Evaluation& operator+=(const Evaluation& other);
};

/// Evaluates samples begin … end−1 in blocks, so that a caller can spread a large set over several turns.
/// Throws RangeError for begin > end or end past the set, TypeError where net and data do not fit, UnsoundNetError where an
/// output is NaN.
Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end);
Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data);

/// Throws TypeError, naming both sizes, unless data fits into the net.
void check_fits(const TwoLayerNet<float>& net, const Dataset& data);

}  // namespace downhill
