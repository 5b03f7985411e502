#pragma once

#include <downhill/data/dataset.hpp>

// The images that the benchmarks learn from.

namespace downhill::bench {

/// Those of --images and --labels (IDX files, not gzipped); without them 10,000 made-up ones of 28 × 28, in which,
/// as in MNIST, about 19 % of the pixels are not 0, in one blot. Read once.
const Dataset& images();

/// A mini-batch of 100 of them, always the same.
std::vector<Index> batch_of_100();

}  // namespace downhill::bench
