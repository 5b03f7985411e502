#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace downhill {

/// How many letters must be put in, left out, replaced, or exchanged with their neighbour (Damerau 1964, without a second
/// change to letters that were exchanged).
inline std::size_t edits_between(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> cost((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * width + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
      at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
    }
  }
  return cost.back();
}

/// The name that differs by one letter, or by two where `given` has five or more; none where that is none.
inline std::optional<std::string_view> nearest_name(std::string_view given, std::span<const std::string_view> names) {
  constexpr std::size_t longest = 40;
  if (given.size() > longest) return std::nullopt;
  std::size_t fewest = given.size() < 5 ? 2 : 3;
  std::optional<std::string_view> nearest;
  for (const std::string_view name : names) {
    const std::size_t edits = edits_between(given, name);
    if (edits >= fewest) continue;
    fewest = edits;
    nearest = name;
  }
  return nearest;
}

}  // namespace downhill
