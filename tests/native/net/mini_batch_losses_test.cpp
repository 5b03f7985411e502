#include <array>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/data/toy_data.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/mini_batch_losses.hpp>
#include <downhill/support/error.hpp>

#include "nets.hpp"

using namespace downhill;

namespace {

std::vector<float> spread_losses() {
  Random random(5);
  std::vector<float> losses(2000);
  for (float& loss : losses) loss = static_cast<float>(-std::log(1 - random.uniform()));
  return losses;
}

}  // namespace

TEST_CASE("the loss of each sample is that of a batch that holds it alone, and their mean is the loss of all") {
  const Dataset data = toy_data(Toy::spiral, {.size = 230});
  const TwoLayerNet<float> net({.input_size = 2, .hidden_size = 7, .output_size = 2, .weight_init_std = 1});
  const std::vector<float> losses = sample_losses(net, data);
  REQUIRE(losses.size() == 230);
  double sum = 0;
  for (Index i = 0; i < 230; ++i) {
    const std::array<Index, 1> one = {i};
    CHECK(losses[i] == Approx(net.loss(data.inputs(one), data.labels(one))).epsilon(1e-4).margin(1e-6));
    sum += losses[i];
  }
  CHECK(sum / 230 == Approx(evaluate(net, data).loss()).epsilon(1e-6));
  const std::vector<float> part = sample_losses(net, data, 95, 205);
  CHECK(std::equal(part.begin(), part.end(), losses.begin() + 95));
  CHECK_THROWS_AS(sample_losses(net, data, 0, 231), RangeError);
}

TEST_CASE("the losses of mini-batches lie around the loss of all data, and their spread falls as one over the root of n") {
  const std::vector<float> losses = spread_losses();
  double before = 0;
  for (const Index batch_size : {1u, 4u, 16u, 64u, 256u}) {
    const MiniBatchLosses of = mini_batch_losses(losses, batch_size, 4000, Random(1));
    REQUIRE(of.losses.size() == 4000);
    CHECK(std::abs(of.mean - of.all) < 4 * of.expected_deviation / std::sqrt(4000.0));
    CHECK(of.standard_deviation == Approx(of.expected_deviation).epsilon(0.06));
    if (before > 0) CHECK(of.standard_deviation == Approx(before / 2).epsilon(0.08));
    before = of.standard_deviation;
  }
}

TEST_CASE("a mini-batch loss is the mean of its samples' losses, and a seed repeats the draw") {
  const std::array<float, 2> losses = {1, 3};
  const MiniBatchLosses of = mini_batch_losses(losses, 2, 50, Random(7));
  for (const double loss : of.losses) CHECK((loss == 1 || loss == 2 || loss == 3));
  CHECK(of.all == 2);
  CHECK(of.expected_deviation == Approx(1 / std::sqrt(2.0)));
  CHECK(of.losses == mini_batch_losses(losses, 2, 50, Random(7)).losses);
  CHECK(of.losses != mini_batch_losses(losses, 2, 50, Random(8)).losses);
}

TEST_CASE("mini-batches without samples, of size 0 or of losses that are not finite are refused") {
  const std::array<float, 2> losses = {1, 3};
  CHECK_THROWS_AS(mini_batch_losses({}, 2, 50, Random(7)), RangeError);
  CHECK_THROWS_WITH(mini_batch_losses(losses, 0, 50, Random(7)),
                    "batch_size is 0; allowed is a whole number from 1 to 1000000");
  CHECK_THROWS_AS(mini_batch_losses(losses, 1'000'000, 1'000'000, Random(7)), RangeError);
  CHECK_THROWS_WITH(mini_batch_losses(std::array<float, 2>{1, NAN}, 1, 1, Random(7)), Catch::Contains("sample_losses[1]"));
}
