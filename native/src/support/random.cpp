#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

#include <downhill/support/error.hpp>
#include <downhill/support/random.hpp>

namespace downhill {

Random::Random(std::uint64_t seed, std::uint64_t stream) {
  state_.increment = (stream << 1) | 1;
  next();
  state_.state += seed;
  next();
}

void Random::set_state(const State& state) {
  if (state.increment % 2 == 0) throw_range_error({"the increment of the random numbers is even; allowed is an odd number"});
  state_ = state;
}

std::uint32_t Random::next() {
  const std::uint64_t old = state_.state;
  state_.state = old * 6364136223846793005u + state_.increment;
  const auto shifted = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
  const auto rotation = static_cast<std::uint32_t>(old >> 59);
  return (shifted >> rotation) | (shifted << ((32 - rotation) & 31));
}

double Random::uniform() {
  const std::uint64_t high = next() >> 5;
  const std::uint64_t low = next() >> 6;
  return static_cast<double>((high << 26) | low) * 0x1p-53;
}

std::uint32_t Random::below(std::uint32_t bound) {
  require(bound > 0, "bound", bound, "a whole number from 1");
  std::uint64_t product = std::uint64_t{next()} * bound;
  if (static_cast<std::uint32_t>(product) < bound) {
    const std::uint32_t threshold = (0u - bound) % bound;
    while (static_cast<std::uint32_t>(product) < threshold) product = std::uint64_t{next()} * bound;
  }
  return static_cast<std::uint32_t>(product >> 32);
}

double Random::normal() {
  if (state_.has_spare) {
    state_.has_spare = false;
    return std::exchange(state_.spare, 0.0);
  }
  // 1 − u lies in (0, 1], so the logarithm is finite.
  const double radius = std::sqrt(-2 * std::log(1 - uniform()));
  const double angle = 2 * std::numbers::pi * uniform();
  state_.spare = radius * std::sin(angle);
  state_.has_spare = true;
  return radius * std::cos(angle);
}

void shuffle(std::span<Index> indices, Random& random) {
  for (std::size_t left = indices.size(); left > 1; --left) {
    std::swap(indices[left - 1], indices[random.below(static_cast<std::uint32_t>(left))]);
  }
}

std::vector<Index> shuffled_indices(Index size, Random& random) {
  std::vector<Index> indices(size);
  std::iota(indices.begin(), indices.end(), Index{0});
  shuffle(indices, random);
  return indices;
}

}  // namespace downhill
