#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace downhill {

/// Magic, version, how many bytes there are in all, and the checksum of those after the header.
inline constexpr std::size_t snapshot_header_size = 2 * sizeof(std::uint32_t) + 2 * sizeof(std::uint64_t);

/// Writes the number and the checksum into the header of `bytes`, which are at least as many as that has.
void seal_snapshot(std::span<std::uint8_t> bytes);

}  // namespace downhill
