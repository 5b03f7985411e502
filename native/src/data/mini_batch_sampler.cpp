#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include <downhill/data/dataset.hpp>
#include <downhill/support/error.hpp>

#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<Sampling>, 2> names = {{
    {"with-replacement", Sampling::with_replacement},
    {"epochs", Sampling::epochs},
}};

bool is_permutation(std::span<const Index> pack, Index size) {
  if (pack.size() != size) return false;
  std::vector<bool> seen(size);
  for (const Index index : pack) {
    if (index >= size || seen[index]) return false;
    seen[index] = true;
  }
  return true;
}

}  // namespace

Sampling sampling_named(std::string_view name) { return value_named<Sampling>(names, "sampling", name); }
std::string_view name_of(Sampling sampling) { return name_in<Sampling>(names, sampling); }

MiniBatchSampler::MiniBatchSampler(Index size, Index batch_size, Sampling sampling, Random random)
    : size_(size), sampling_(sampling), random_(random) {
  require(size >= 1, "size", size, "a whole number from 1");
  require(batch_size >= 1, "batch_size", batch_size, "a whole number from 1");
  if (sampling == Sampling::epochs) {
    require(batch_size <= size, "batch_size", batch_size, {"a whole number from 1 to ", size});
    pack_.resize(size);
    std::iota(pack_.begin(), pack_.end(), Index{0});
    // Nothing is left to deal, so the first draw shuffles.
    next_ = size;
  }
  batch_.resize(batch_size);
}

std::span<const Index> MiniBatchSampler::draw() {
  for (Index& index : batch_) {
    if (sampling_ == Sampling::with_replacement) {
      index = random_.below(size_);
      continue;
    }
    if (next_ == size_) {
      shuffle(pack_, random_);
      next_ = 0;
    }
    index = pack_[next_++];
  }
  return batch_;
}

MiniBatchSampler::State MiniBatchSampler::state() const { return {random_.state(), pack_, next_}; }

void MiniBatchSampler::set_state(const State& state) {
  if (sampling_ == Sampling::with_replacement) {
    require(state.pack.empty(), "the length of the pack", state.pack.size(), "0 when drawing with replacement");
    require(state.next == 0, "next", state.next, "0 when drawing with replacement");
  } else {
    if (!is_permutation(state.pack, size_)) {
      throw_range_error({"the pack has ", state.pack.size(), " numbers; allowed is each of 0 to ", size_ - 1, " once"});
    }
    require(state.next <= size_, "next", state.next, {"a whole number from 0 to ", size_});
  }
  Random random = random_;
  random.set_state(state.random);
  pack_ = state.pack;
  next_ = state.next;
  random_ = random;
}

}  // namespace downhill
