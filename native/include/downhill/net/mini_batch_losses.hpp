#pragma once

#include <span>
#include <vector>

#include <downhill/data/dataset.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/random.hpp>

// The loss of a mini-batch as an estimate of the loss of all data (chapter 4.2.3).

namespace downhill {

/// The cross-entropy (with δ) of each sample from begin to end−1. Throws as `evaluate` does.
std::vector<float> sample_losses(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end);
std::vector<float> sample_losses(const TwoLayerNet<float>& net, const Dataset& data);

struct MiniBatchLosses {
  std::vector<double> losses;     // of each mini-batch
  double mean = 0;                // of the losses
  double standard_deviation = 0;  // of the losses about their mean (the root of the mean square)
  double all = 0;                 // the loss of all samples
  double expected_deviation = 0;  // σ/√batch_size, σ the standard deviation of one sample's loss
};

/// Draws `batches` mini-batches with replacement, as the chapter does. The loss of a mini-batch is the mean of its samples'
/// losses, so no further forward pass is needed. Throws RangeError for no samples, a loss that is not finite, batch_size
/// outside 1 … 1,000,000, batches outside 1 … 1,000,000, or more than 100,000,000 draws in all.
MiniBatchLosses mini_batch_losses(std::span<const float> sample_losses, Index batch_size, Index batches, Random random);

}  // namespace downhill
