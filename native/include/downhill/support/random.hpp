#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <downhill/support/types.hpp>

// Random numbers that are the same on every platform.

namespace downhill {

/// PCG32 (XSH-RR 64/32) of O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for
/// Random Number Generation" (2014). Equal seeds give equal streams natively, in Node and in every browser; `normal`
/// differs between platforms only by the last bit of their logarithm and cosine.
///
/// A plain value: a copy remembers its place in the stream, and equal generators give equal streams.
class Random {
 public:
  /// `stream` chooses one of 2⁶³ independent sequences with the same seed.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 54);

  /// 32 uniform bits.
  std::uint32_t next();

  /// Uniform in [0, 1) with 53 random bits.
  double uniform();

  /// Uniform in {0, …, bound−1}, without bias (Lemire 2019). Throws RangeError if bound is 0.
  std::uint32_t below(std::uint32_t bound);

  /// Standard normal by the Box–Muller transform; the second value of each pair is kept for the next call.
  double normal();

  friend bool operator==(const Random&, const Random&) = default;

  /// The whole state, so that a run can be saved and resumed.
  struct State {
    std::uint64_t state = 0;
    std::uint64_t increment = 0;
    double spare = 0;
    bool has_spare = false;
    friend bool operator==(const State&, const State&) = default;
  };
  const State& state() const { return state_; }
  /// Throws RangeError unless the increment is odd, as in every stream: with an even one the period is short.
  void set_state(const State& state);

 private:
  State state_;
};

/// Shuffles in place (Fisher–Yates). Does not allocate.
void shuffle(std::span<Index> indices, Random& random);

/// The numbers 0 … size−1 in random order.
std::vector<Index> shuffled_indices(Index size, Random& random);

}  // namespace downhill
