#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <downhill/calculus/expression.hpp>
#include <downhill/support/grid.hpp>

// From where the gradient method comes to which minimum (chapter 4.4.1).

namespace downhill {

struct BasinOptions {
  double learning_rate = 0.01;
  int steps = 40;
  int begin = 0;  // rows begin … end−1 of the grid, so that a caller can spread a large one over several turns
  std::optional<int> end = std::nullopt;  // all by default
};

/// In place of the number of a minimum: the walk came to a value that is not finite.
inline constexpr std::uint8_t no_basin = 255;

/// For each start of a grid the number of the minimum at which x ← x − η ∇f(x), with the exact gradient, arrives: the first
/// that it comes nearer to than 0.1, otherwise that which is nearest after `steps` steps. (end − begin) × columns numbers.
/// minima: x0 and x1 in turn, 1 to 255 of them. Throws TypeError unless f has two variables and minima are pairs, RangeError
/// for a grid that check_grid refuses, minima or a learning rate that are not finite, a learning rate below 0, steps outside 0
/// … 1,000,000, and unless 0 ≤ begin ≤ end ≤ rows.
std::vector<std::uint8_t> basins(const Expression& f, const Grid& grid, std::span<const double> minima,
                                 const BasinOptions& options = {});

}  // namespace downhill
