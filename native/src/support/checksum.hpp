#pragma once

#include <cstdint>
#include <span>

namespace downhill {

/// 64 bits that tell other bytes from these: FNV-1a (Fowler, Noll, Vo) taking eight bytes at a time, in four lanes, with the
/// high bits folded down. Each step can be undone, so that no change within one word is missed; of more than one word, one in
/// 2⁶⁴ is. Not a CRC-32, which byte by byte takes many times as long, and a snapshot is taken every few iterations. `before` is
/// the checksum of what comes before these bytes.
std::uint64_t checksum(std::span<const std::uint8_t> bytes, std::uint64_t before = 0);

/// The same of the bytes that an array is made of.
template <class T>
std::uint64_t checksum_of(std::span<const T> values, std::uint64_t before = 0) {
  return checksum({reinterpret_cast<const std::uint8_t*>(values.data()), values.size_bytes()}, before);
}

}  // namespace downhill
