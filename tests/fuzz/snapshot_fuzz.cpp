#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "net/snapshot_seal.hpp"
#include "promise.hpp"

// Any bytes are either a snapshot, which can be written again, or refused. A snapshot either fits a run, which then goes on, or
// is refused and leaves that run as it was. The first byte chooses the run. No fuzzer guesses a checksum: it is put right here
// first, unless the highest bit of that byte is set.

namespace {

using namespace downhill;

/// Three weights to each of two units and two to each of two answers: a snapshot of it is a few hundred bytes.
Trainer small_run(OptimizerKind optimizer, Sampling sampling) {
  const std::vector<float> inputs = {0, 1, 1, 0, 0, 0, 1, 1};
  const std::vector<Label> labels = {0, 1, 1, 0};
  auto net = std::make_shared<TwoLayerNet<float>>(
      NetOptions{.input_size = 2, .hidden_size = 2, .output_size = 2, .weight_init_std = 1});
  return {std::move(net),
          Dataset::from_inputs(inputs, labels, 2),
          {.batch_size = 2, .learning_rate = 0.1, .optimizer = optimizer, .sampling = sampling}};
}

struct Run {
  explicit Run(OptimizerKind optimizer, Sampling sampling) : trainer(small_run(optimizer, sampling)) {
    trainer.run(3);
    start = trainer.snapshot();
    start_bytes = serialise(start);
    losses.assign(trainer.losses().begin(), trainer.losses().end());
  }

  Trainer trainer;
  Snapshot start;
  std::vector<std::uint8_t> start_bytes;
  std::vector<float> losses;
};

Run& run_numbered(std::uint8_t number) {
  static std::array<Run, 3> runs = {Run(OptimizerKind::sgd, Sampling::with_replacement),
                                    Run(OptimizerKind::adam, Sampling::with_replacement),
                                    Run(OptimizerKind::momentum, Sampling::epochs)};
  return runs[number % runs.size()];
}

void go_on_from(Run& run, const Snapshot& snapshot) {
  Trainer& trainer = run.trainer;
  try {
    trainer.restore(snapshot);
  } catch (const RangeError&) {
    promise(serialise(trainer.snapshot()) == run.start_bytes, "a snapshot that is refused changes nothing");
    return;
  } catch (const TypeError&) {
    promise(serialise(trainer.snapshot()) == run.start_bytes, "a snapshot that is refused changes nothing");
    return;
  }
  const double loss = trainer.step();
  promise(std::isnan(loss) == trainer.diverged(), "a run that goes on has a loss");
  promise(trainer.diverged() || trainer.net()->parameters().allFinite(), "what is recorded stands over a sound net");
  trainer.restore(run.start, run.losses);
  promise(serialise(trainer.snapshot()) == run.start_bytes, "a run goes back to where it was");
}

bool is_refused(const std::vector<std::uint8_t>& bytes) {
  try {
    deserialise(bytes);
  } catch (const FormatError&) {
    return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::vector<std::uint8_t> bytes(data + 1, data + size);
  const bool as_it_is = data[0] >= 128;
  if (!as_it_is && bytes.size() >= snapshot_header_size) seal_snapshot(bytes);
  try {
    const Snapshot snapshot = deserialise(bytes);
    std::vector<std::uint8_t> again = serialise(snapshot);
    promise(again.size() == bytes.size(), "a snapshot is written as long as it was read");
    std::vector<std::uint8_t> flipped = bytes;
    flipped[data[0] % flipped.size()] ^= 1;
    promise(is_refused(flipped), "a byte that has changed is noticed");
    // A flag of any value but 0 comes back as 1, so the second round is the one that must be equal.
    promise(serialise(deserialise(again)) == again, "a snapshot that is read is the one that was written");
    go_on_from(run_numbered(data[0]), snapshot);
  } catch (const FormatError&) {
  }
  return 0;
}
