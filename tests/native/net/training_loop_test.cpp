#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include <catch2/catch.hpp>

#include <downhill/net/trainer.hpp>

#include "data/dataset_store.hpp"
#include "nets.hpp"
#ifndef __EMSCRIPTEN__
#include "allocations.hpp"
#endif

// The loop as a whole: sparse and dense kernels learn the same, and nothing is allocated on the way.

using namespace downhill;

namespace {

constexpr int side = 14;
constexpr int classes = 10;

/// Blots on an empty ground, one place for each class: images that can be learnt, with most pixels 0.
struct Images {
  std::vector<std::uint8_t> pixels;
  std::vector<Label> labels;
};

Images blots(int count) {
  Random random(7);
  Images images{std::vector<std::uint8_t>(static_cast<std::size_t>(count * side * side)),
                std::vector<Label>(static_cast<std::size_t>(count))};
  for (int n = 0; n < count; ++n) {
    const int label = static_cast<int>(random.below(classes));
    images.labels[static_cast<std::size_t>(n)] = static_cast<Label>(label);
    for (int dot = 0; dot < 30; ++dot) {
      const int row = std::clamp(2 + 3 * (label / 3) + static_cast<int>(std::lround(1.5 * random.normal())), 0, side - 1);
      const int column = std::clamp(3 + 4 * (label % 3) + static_cast<int>(std::lround(1.5 * random.normal())), 0, side - 1);
      images.pixels[static_cast<std::size_t>((n * side + row) * side + column)] =
          static_cast<std::uint8_t>(1 + random.below(255));
    }
  }
  return images;
}

Dataset sparse_data(const Images& images) { return Dataset::from_pixels(images.pixels, images.labels, side * side, classes); }

Dataset dense_data(const Images& images) {
  std::vector<float> inputs(images.pixels.begin(), images.pixels.end());
  for (float& value : inputs) value /= 255.f;
  return Dataset::from_inputs(inputs, images.labels, side * side, classes);
}

Trainer trainer_on(const Dataset& data, const TrainerOptions& options, Activation activation = Activation::sigmoid) {
  return {std::make_shared<TwoLayerNet<float>>(
              NetOptions{.input_size = side * side, .hidden_size = 50, .output_size = classes, .activation = activation}),
          data, options};
}

}  // namespace

TEST_CASE("100 iterations on sparse and on dense inputs record the same losses to 1e-4, for every optimiser and activation") {
  const auto optimizer = GENERATE(OptimizerKind::sgd, OptimizerKind::momentum, OptimizerKind::nesterov, OptimizerKind::adagrad,
                                  OptimizerKind::rmsprop, OptimizerKind::adam);
  const auto activation = GENERATE(Activation::sigmoid, Activation::relu, Activation::tanh);
  const Images images = blots(400);
  const Dataset sparse = sparse_data(images), dense = dense_data(images);
  REQUIRE(sparse_pixels_of(sparse) != nullptr);
  REQUIRE(sparse_pixels_of(dense) == nullptr);
  const double rate = optimizer == OptimizerKind::sgd ? 0.1 : 0.002;
  const TrainerOptions options{.batch_size = 50, .learning_rate = rate, .optimizer = optimizer};
  Trainer on_sparse = trainer_on(sparse, options, activation), on_dense = trainer_on(dense, options, activation);
  const std::span<const float> a = on_sparse.run(100), b = on_dense.run(100);
  REQUIRE(a.size() == 100);
  REQUIRE(b.size() == 100);
  for (std::size_t i = 0; i < a.size(); ++i) {
    INFO("iteration " << i + 1);
    CHECK(a[i] == Approx(b[i]).epsilon(1e-4));
  }
  // One mini-batch may be harder than another.
  CHECK(std::accumulate(a.begin() + 80, a.end(), 0.0) < std::accumulate(a.begin(), a.begin() + 20, 0.0));
}

#ifndef __EMSCRIPTEN__  // The linker there cannot wrap malloc.
TEST_CASE("100 iterations allocate nothing once the first ones are done") {
  const auto optimizer = GENERATE(OptimizerKind::sgd, OptimizerKind::adam);
  const bool sparse = GENERATE(true, false);
  const Images images = blots(300);
  const Dataset data = sparse ? sparse_data(images) : dense_data(images);
  Trainer trainer = trainer_on(data, {.batch_size = 50, .learning_rate = 0.01, .optimizer = optimizer});
  trainer.run(10);
  const Snapshot start = trainer.snapshot();
  trainer.run(100);
  // The history of losses now has room for as many.
  trainer.restore(start);
  const std::size_t before = test::allocations();
  trainer.run(100);
  CHECK(test::allocations() == before);
  CHECK(trainer.iteration() == 110);
}

TEST_CASE("the history of losses grows in few steps however short the runs are") {
  Trainer trainer = trainer_on(sparse_data(blots(50)), {.batch_size = 5});
  trainer.run(10);
  const std::size_t before = test::allocations();
  for (int i = 0; i < 1'000; ++i) trainer.run(1);
  CHECK(test::allocations() - before < 10);
}

TEST_CASE("a trainer shares the data set with others instead of copying it") {
  const Dataset data = sparse_data(blots(2'000));
  const std::size_t before = test::allocations();
  const Dataset same = data;
  CHECK(test::allocations() == before);
  CHECK(sparse_pixels_of(same) == sparse_pixels_of(data));
  CHECK(sparse_pixels_of(trainer_on(data, {}).train_data()) == sparse_pixels_of(data));
}
#endif
