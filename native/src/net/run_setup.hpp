#pragma once

#include <downhill/net/trainer.hpp>

namespace downhill {

/// Throw TypeError "the snapshot was taken with <this>; this run has <that>" unless a snapshot is of a run of the same setup.
void check_same(const RunSetup& snapshot, const RunSetup& run);
void check_same(OptimizerKind snapshot, OptimizerKind run);

}  // namespace downhill
