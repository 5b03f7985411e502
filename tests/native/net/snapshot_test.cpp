#include <array>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/data/toy_data.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "net/snapshot_seal.hpp"
#include "support/checksum.hpp"

using namespace downhill;

namespace {

const NetOptions saved_net{.input_size = 2, .hidden_size = 5, .output_size = 2, .weight_init_std = 0.5, .seed = 5};
const TrainerOptions saved_options{.batch_size = 10, .learning_rate = 0.1};

Dataset noisy_circle(std::uint64_t seed = 1) { return toy_data(Toy::circle, {.size = 60, .noise = 0.1, .seed = seed}); }

Trainer run_of(const NetOptions& net, const Dataset& data, const TrainerOptions& options) {
  return {std::make_shared<TwoLayerNet<float>>(net), data, options};
}

/// Three iterations of the plain run, and what they left.
struct Plain {
  Trainer trainer = run_of(saved_net, noisy_circle(), saved_options);
  std::vector<std::uint8_t> bytes;
  std::vector<float> losses;

  Plain() {
    trainer.run(3);
    bytes = serialise(trainer.snapshot());
    losses.assign(trainer.losses().begin(), trainer.losses().end());
  }
};

std::string refusal(Trainer other) {
  const Plain plain;
  const Vector<float> before = other.net()->parameters();
  std::string message = "it was taken";
  try {
    other.restore(deserialise(plain.bytes), plain.losses);
  } catch (const TypeError& error) {
    message = error.what();
    CHECK(other.net()->parameters() == before);
    CHECK(other.iteration() == 0);
  }
  return message;
}

template <class Change>
TrainerOptions with(Change change) {
  TrainerOptions options = saved_options;
  change(options);
  return options;
}

}  // namespace

TEST_CASE("a snapshot is refused if any one of its bytes has changed") {
  const Plain plain;
  for (std::size_t at = 0; at < plain.bytes.size(); ++at) {
    for (const int bits : {1, 128, 255}) {
      std::vector<std::uint8_t> changed = plain.bytes;
      changed[at] = static_cast<std::uint8_t>(changed[at] ^ bits);
      INFO("byte " << at);
      CHECK_THROWS_AS(deserialise(changed), FormatError);
    }
  }
  std::vector<std::uint8_t> changed = plain.bytes;
  changed.back() ^= 1;
  CHECK_THROWS_WITH(deserialise(changed), Catch::StartsWith("snapshot is damaged"));
  seal_snapshot(changed);
  CHECK_NOTHROW(deserialise(changed));
}

TEST_CASE("a snapshot is restored by a run of the same net, data and options alone; the rate and the seed may be others") {
  const Dataset data = noisy_circle();
  const auto net = [](auto change) {
    NetOptions options = saved_net;
    change(options);
    return options;
  };
  CHECK(refusal(run_of(net([](NetOptions& n) { n.hidden_size = 6; }), data, saved_options)) ==
        "the snapshot is of a 2-5-2 net; this run has a 2-6-2 net");
  CHECK(refusal(run_of(net([](NetOptions& n) { n.activation = Activation::tanh; }), data, saved_options)) ==
        "the snapshot was taken with activation sigmoid; this run has tanh");
  CHECK(refusal(run_of(saved_net, data, with([](TrainerOptions& o) { o.gradient = GradientMethod::numerical; }))) ==
        "the snapshot was taken with gradient backprop; this run has numerical");
  CHECK(refusal(run_of(saved_net, data, with([](TrainerOptions& o) { o.sampling = Sampling::epochs; }))) ==
        "the snapshot was taken with sampling with-replacement; this run has epochs");
  CHECK(refusal(run_of(saved_net, data, with([](TrainerOptions& o) { o.batch_size = 11; }))) ==
        "the snapshot was taken with batch_size 10; this run has 11");
  CHECK(refusal(run_of(saved_net, data, with([](TrainerOptions& o) { o.optimizer = OptimizerKind::adam; }))) ==
        "the snapshot was taken with optimizer sgd; this run has adam");
  CHECK(refusal(run_of(saved_net, data.subset(std::vector<Index>{0, 1, 2}), saved_options)) ==
        "the snapshot was taken with 60 samples; this run has 3");
  CHECK(refusal(run_of(saved_net, noisy_circle(2), saved_options)) ==
        "the snapshot was taken with other data than this run has: as many samples, but not the same");

  const Plain plain;
  Trainer other = run_of(net([](NetOptions& n) { n.seed = 9; }), noisy_circle(), with([](TrainerOptions& o) {
                           o.learning_rate = 7;
                           o.seed = 9;
                           o.h = 0.5;  // of the numerical gradient, which is not taken
                         }));
  other.restore(deserialise(plain.bytes), plain.losses);
  Trainer same = run_of(saved_net, noisy_circle(), saved_options);
  same.run(8);
  const std::span<const float> onward = other.run(5);
  CHECK(std::vector<float>(onward.begin(), onward.end()) == std::vector<float>(same.losses().begin() + 3, same.losses().end()));
}

TEST_CASE("losses of another run are not taken for those of the snapshot") {
  const Plain plain;
  Trainer other = run_of(saved_net, noisy_circle(), with([](TrainerOptions& o) { o.seed = 9; }));
  other.run(4);
  CHECK_THROWS_WITH(other.restore(deserialise(plain.bytes)),
                    Catch::StartsWith("the trainer's own losses[2] is ") && Catch::Contains("that of the snapshot's run"));
  other.restore(deserialise(plain.bytes), plain.losses);
  CHECK(std::vector<float>(other.losses().begin(), other.losses().end()) == plain.losses);
}

TEST_CASE("a fingerprint is that of the contents, in their order, wherever they lie") {
  const Dataset data = noisy_circle();
  std::vector<Index> all(data.size());
  for (Index i = 0; i < data.size(); ++i) all[i] = i;
  CHECK(data.subset(all).fingerprint() == data.fingerprint());
  CHECK(noisy_circle().fingerprint() == data.fingerprint());
  std::swap(all[0], all[59]);
  CHECK(data.subset(all).fingerprint() != data.fingerprint());

  const auto pixels = [](std::uint8_t last, std::vector<Label> labels, int classes, int scale) {
    return Dataset::from_pixels({0, 9, 0, last}, std::move(labels), 2, classes, scale).fingerprint();
  };
  const std::uint64_t plain = pixels(7, {0, 1}, 2, 16);
  CHECK(pixels(7, {0, 1}, 2, 16) == plain);
  CHECK(pixels(8, {0, 1}, 2, 16) != plain);
  CHECK(pixels(7, {1, 0}, 2, 16) != plain);
  CHECK(pixels(7, {0, 1}, 3, 16) != plain);
  CHECK(pixels(7, {0, 1}, 2, 255) != plain);
}

TEST_CASE("a checksum tells every bit, the length and what comes before") {
  std::vector<std::uint8_t> bytes(77, 0);
  const std::uint64_t plain = checksum(bytes);
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1u << bit % 8));
    CHECK(checksum(bytes) != plain);
    bytes[bit / 8] = 0;
  }
  CHECK(checksum(std::span(bytes).first(76)) != plain);
  CHECK(checksum(bytes, 1) != plain);
  CHECK(checksum(bytes) == plain);
}
