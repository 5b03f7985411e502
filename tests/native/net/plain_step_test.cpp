#include <cmath>
#include <memory>

#include <catch2/catch.hpp>

#include <downhill/net/trainer.hpp>

#include "data/dataset_store.hpp"
#include "nets.hpp"
#include "numbers.hpp"

// The fast trainer does what plain_step does, in which the chapter's four steps stand as they are.

using namespace downhill;
using downhill::test::up_to;

namespace {

enum class Data { sparse_pixels, dense_pixels, inputs };

Dataset random_samples(Data kind, int inputs, int classes, Random& random) {
  constexpr int samples = 30;
  std::vector<Label> labels(samples);
  for (Label& label : labels) label = static_cast<Label>(random.below(static_cast<std::uint32_t>(classes)));
  const auto size = static_cast<std::size_t>(samples * inputs);
  if (kind == Data::inputs) {
    std::vector<float> values(size);
    for (float& value : values) value = static_cast<float>(random.normal());
    return Dataset::from_inputs(std::move(values), std::move(labels), inputs, classes);
  }
  std::vector<std::uint8_t> pixels(size, 0);
  const double density = kind == Data::sparse_pixels ? 0.2 : 0.9;
  for (std::uint8_t& pixel : pixels) {
    if (random.uniform() < density) pixel = static_cast<std::uint8_t>(1 + random.below(255));
  }
  return Dataset::from_pixels(std::move(pixels), std::move(labels), inputs, classes);
}

/// 1 in every third case, else up to `largest`.
int size_up_to(int largest, Random& random) { return random.below(3) == 0 ? 1 : up_to(largest, random); }

TrainerOptions random_options(int trial, double learning_rate, Random& random) {
  const bool deal = random.below(2) == 0;
  return {.batch_size = static_cast<Index>(up_to(deal ? 30 : 300, random)),
          .learning_rate = learning_rate,
          .optimizer = static_cast<OptimizerKind>(trial % 6),
          .sampling = deal ? Sampling::epochs : Sampling::with_replacement,
          .seed = static_cast<std::uint64_t>(trial)};
}

bool broken(const TwoLayerNet<float>& net, double loss) { return !std::isfinite(loss) || !net.parameters().allFinite(); }

/// A net and its trainer beside a copy of the net that learns by plain_step.
struct Twins {
  std::shared_ptr<TwoLayerNet<float>> net;
  Trainer trainer;
  TwoLayerNet<float> plain;
  MiniBatchSampler sampler;
  Optimizer<float> optimizer;

  Twins(const TwoLayerNet<float>& start, const Dataset& data, const TrainerOptions& options)
      : net(std::make_shared<TwoLayerNet<float>>(start)),
        trainer(net, data, options),
        plain(start),
        sampler(mini_batch_sampler(data, options)),
        optimizer{.kind = options.optimizer, .first = {}, .second = {}} {}

  double step_plainly() {
    return plain_step(plain, trainer.train_data(), sampler, optimizer, static_cast<float>(trainer.learning_rate()));
  }
};

}  // namespace

TEST_CASE("a trainer learns as plain_step does, for any shape, optimiser, activation, data and way of drawing") {
  Random random(1);
  for (int trial = 0; trial < 108; ++trial) {
    const auto activation = static_cast<Activation>(trial / 6 % 3);
    const auto kind = static_cast<Data>(trial / 18 % 3);
    const int classes = size_up_to(6, random);
    const Dataset data =
        random_samples(kind, kind == Data::inputs ? size_up_to(12, random) : 20 + up_to(20, random), classes, random);
    REQUIRE((sparse_pixels_of(data) != nullptr) == (kind == Data::sparse_pixels));
    const TwoLayerNet<float> start({.input_size = data.input_size(),
                                    .hidden_size = size_up_to(20, random),
                                    .output_size = classes + static_cast<int>(random.below(2)),
                                    .weight_init_std = 0.5,
                                    .activation = activation,
                                    .seed = static_cast<std::uint64_t>(trial)});
    const bool scaled = trial % 6 > 2;  // these divide by the gradient's size, so the rate alone is the length of a step
    const TrainerOptions options = random_options(trial, scaled ? 0.003 : 0.1, random);
    Twins twins(start, data, options);
    for (int i = 0; i < 10; ++i) {
      INFO(start.input_size() << "-" << start.hidden_size() << "-" << start.output_size() << " " << name_of(activation) << ", "
                              << name_of(options.optimizer) << ", batches of " << options.batch_size << ", data "
                              << static_cast<int>(kind) << ", iteration " << i + 1 << ", trial " << trial);
      const double loss = twins.step_plainly();
      CHECK(twins.trainer.step() == Approx(loss).epsilon(1e-4).margin(1e-6));
      CHECK(test::relative_error(twins.net->parameters(), twins.plain.parameters()) < 1e-4);
    }
    CHECK(twins.trainer.snapshot().sampler.random == twins.sampler.state().random);
    CHECK(twins.trainer.snapshot().optimizer.steps == twins.optimizer.steps);
  }
}

TEST_CASE("a trainer diverges at the iteration at which plain_step breaks the net, for numbers of any size, NaN and infinity") {
  Random random(2);
  int broken_at_once = 0, broken_later = 0, sound = 0;
  for (int trial = 0; trial < 288; ++trial) {
    const auto activation = static_cast<Activation>(trial / 6 % 3);
    const int classes = 1 + size_up_to(5, random);
    const Dataset data = random_samples(static_cast<Data>(trial / 18 % 2 == 0 ? 0 : 2), 20, classes, random);
    TwoLayerNet<float> start({.input_size = data.input_size(),
                              .hidden_size = size_up_to(20, random),
                              .output_size = classes,
                              .weight_init_std = 0.5,
                              .activation = activation,
                              .seed = static_cast<std::uint64_t>(trial)});
    // Sound until the rate jumps; too large; a few numbers that are none; many of them.
    const int way = trial / 36 % 4;
    if (way == 1) start.parameters() *= 1e25f;
    if (way == 2) test::break_some(start.parameters(), 1.5 / static_cast<double>(start.parameter_count()), random);
    if (way == 3) test::break_some(start.parameters(), 0.2, random);
    const TrainerOptions options = random_options(trial, 0.1, random);
    const int jump = static_cast<int>(random.below(6));
    Twins twins(start, data, options);
    for (int i = 0; i < 8; ++i) {
      INFO(start.input_size() << "-" << start.hidden_size() << "-" << start.output_size() << " " << name_of(activation) << ", "
                              << name_of(options.optimizer) << ", way " << way << ", iteration " << i + 1 << ", trial "
                              << trial);
      if (way == 0 && i == jump) twins.trainer.set_learning_rate(1e30);
      const Vector<float> before = twins.net->parameters();
      const double plain = twins.step_plainly(), loss = twins.trainer.step();
      REQUIRE(twins.trainer.diverged() == broken(twins.plain, plain));
      CHECK(std::isnan(loss) == twins.trainer.diverged());
      if (twins.trainer.diverged()) {
        CHECK(twins.trainer.diverged_at() == static_cast<Index>(i + 1));
        CHECK(test::difference_of<float>(twins.net->parameters().transpose(), before.transpose(), 0) == "");
        ++(i == 0 ? broken_at_once : broken_later);
        break;
      }
      sound += i == 7;
    }
  }
  CHECK(broken_at_once > 20);
  CHECK(broken_later > 5);
  CHECK(sound > 20);
}

TEST_CASE("plain_step is the chapter's iteration: draw, gradient, update, and the loss after it") {
  Random random(3);
  const Dataset data = random_samples(Data::inputs, 3, 2, random);
  TwoLayerNet<float> net({.input_size = 3, .hidden_size = 4, .output_size = 2, .weight_init_std = 1});
  const TwoLayerNet<float> before = net;
  const TrainerOptions options{.batch_size = 5};
  MiniBatchSampler sampler = mini_batch_sampler(data, options), same = sampler;
  Optimizer<float> sgd;
  const double loss = plain_step(net, data, sampler, sgd, 0.5f);
  const std::span<const Index> batch = same.draw();
  const Matrix<float> x = data.inputs(batch);
  const std::vector<Label> labels = data.labels(batch);
  CHECK(sampler == same);
  CHECK(net.parameters() == before.parameters() - 0.5f * before.gradient(x, labels));
  CHECK(loss == net.loss(x, labels));
  CHECK(loss < before.loss(x, labels));
  CHECK_THROWS_WITH(mini_batch_sampler(data, {.batch_size = 0}), Catch::Contains("batch_size is 0"));
  CHECK_THROWS_WITH(mini_batch_sampler(data, {.batch_size = 31, .sampling = Sampling::epochs}),
                    "batch_size is 31; allowed is a whole number from 1 to 30");
}
