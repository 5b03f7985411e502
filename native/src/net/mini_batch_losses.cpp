#include <cmath>
#include <string>

#include <downhill/loss/loss.hpp>
#include <downhill/net/mini_batch_losses.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

#include "net/evaluation_blocks.hpp"

namespace downhill {
namespace {

struct Moments {
  double mean;
  double deviation;
};

template <class Value>
Moments moments_of(std::span<const Value> values) {
  const Eigen::Map<const Vector<Value>> all(values.data(), static_cast<Eigen::Index>(values.size()));
  const double mean = all.template cast<double>().mean();
  return {mean, std::sqrt((all.template cast<double>().array() - mean).square().mean())};
}

}  // namespace

std::vector<float> sample_losses(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end) {
  std::vector<float> losses;
  for_each_output(net, data, begin, end, [&](Index, Label label, std::span<const float> y) {
    losses.push_back(static_cast<float>(loss_of_probability(y[label])));
  });
  return losses;
}

std::vector<float> sample_losses(const TwoLayerNet<float>& net, const Dataset& data) {
  return sample_losses(net, data, 0, data.size());
}

MiniBatchLosses mini_batch_losses(std::span<const float> sample_losses, Index batch_size, Index batches, Random random) {
  require(!sample_losses.empty(), "the number of sample losses", sample_losses.size(), "a whole number from 1");
  check_finite("sample_losses", sample_losses);
  require(batch_size >= 1 && batch_size <= 1'000'000, "batch_size", batch_size, "a whole number from 1 to 1000000");
  require(batches >= 1 && batches <= 1'000'000, "batches", batches, "a whole number from 1 to 1000000");
  const std::uint64_t draws = std::uint64_t{batch_size} * batches;
  require(draws <= 100'000'000, "batch_size times batches", draws, "at most 100000000");

  MiniBatchLosses result;
  MiniBatchSampler sampler(static_cast<Index>(sample_losses.size()), batch_size, Sampling::with_replacement, random);
  result.losses.reserve(batches);
  for (Index batch = 0; batch < batches; ++batch) {
    double sum = 0;
    for (const Index sample : sampler.draw()) sum += sample_losses[sample];
    result.losses.push_back(sum / batch_size);
  }
  const Moments of_batches = moments_of(std::span<const double>(result.losses));
  const Moments of_samples = moments_of(sample_losses);
  result.mean = of_batches.mean;
  result.standard_deviation = of_batches.deviation;
  result.all = of_samples.mean;
  result.expected_deviation = of_samples.deviation / std::sqrt(static_cast<double>(batch_size));
  return result;
}

}  // namespace downhill
