#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the run, so that the fuzzer keeps the input, unless what the engine promises holds.
inline void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}
