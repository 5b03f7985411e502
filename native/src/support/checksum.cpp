#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

#include "support/checksum.hpp"

namespace downhill {
namespace {

constexpr std::uint64_t basis = 0xcbf2'9ce4'8422'2325;
constexpr std::uint64_t prime = 0x100'0000'01b3;
constexpr std::size_t word_size = sizeof(std::uint64_t);

std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
  sum = (sum ^ word) * prime;
  return sum ^ (sum >> 32);
}

std::uint64_t word_at(const std::uint8_t* from, std::size_t size) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, size);
  return word;
}

}  // namespace

std::uint64_t checksum(std::span<const std::uint8_t> bytes, std::uint64_t before) {
  std::array<std::uint64_t, 4> lanes;
  lanes.fill(basis);
  std::size_t at = 0;
  for (; at + lanes.size() * word_size <= bytes.size(); at += lanes.size() * word_size) {
    for (std::size_t k = 0; k < lanes.size(); ++k)
      lanes[k] = mixed(lanes[k], word_at(bytes.data() + at + k * word_size, word_size));
  }
  for (; at < bytes.size(); at += word_size) {
    lanes[0] = mixed(lanes[0], word_at(bytes.data() + at, std::min(word_size, bytes.size() - at)));
  }
  std::uint64_t sum = mixed(before, bytes.size());
  for (const std::uint64_t lane : lanes) sum = mixed(sum, lane);
  return sum;
}

}  // namespace downhill
