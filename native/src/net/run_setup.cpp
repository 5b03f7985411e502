#include <downhill/support/error.hpp>

#include "net/run_setup.hpp"

namespace downhill {
namespace {

/// Throws TypeError "the snapshot was taken with <name> <one>; this run has <other>" unless they are equal.
void require_same(const char* name, const Piece& of_snapshot, const Piece& of_run, bool same) {
  if (!same) throw_type_error({"the snapshot was taken with ", name, " ", of_snapshot, "; this run has ", of_run});
}

}  // namespace

void check_same(const RunSetup& snapshot, const RunSetup& run) {
  const NetShape &one = snapshot.shape, &other = run.shape;
  if (one != other) {
    throw_type_error({"the snapshot is of a ", one.input_size, "-", one.hidden_size, "-", one.output_size,
                      " net; this run has a ", other.input_size, "-", other.hidden_size, "-", other.output_size, " net"});
  }
  require_same("activation", name_of(snapshot.activation), name_of(run.activation), snapshot.activation == run.activation);
  require_same("gradient", name_of(snapshot.gradient), name_of(run.gradient), snapshot.gradient == run.gradient);
  require_same("h", snapshot.h, run.h, snapshot.h == run.h);
  require_same("sampling", name_of(snapshot.sampling), name_of(run.sampling), snapshot.sampling == run.sampling);
  require_same("batch_size", snapshot.batch_size, run.batch_size, snapshot.batch_size == run.batch_size);
  if (snapshot.samples != run.samples) {
    throw_type_error({"the snapshot was taken with ", snapshot.samples, " samples; this run has ", run.samples});
  }
  if (snapshot.data != run.data) {
    throw_type_error({"the snapshot was taken with other data than this run has: as many samples, but not the same"});
  }
}

void check_same(OptimizerKind snapshot, OptimizerKind run) {
  require_same("optimizer", name_of(snapshot), name_of(run), snapshot == run);
}

}  // namespace downhill
