#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <downhill/net/evaluation.hpp>
#include <downhill/support/error.hpp>

#include "kernels/net_workspace.hpp"
#include "net/answer.hpp"

// A net's outputs for a part of a data set, block by block through the kernels.

namespace downhill {

inline constexpr Index evaluation_block = 100;

/// Calls block(workspace, first, rows) after the forward pass of each block of begin … end−1.
/// Throws RangeError for begin > end or end past the set, TypeError where net and data do not fit.
template <class Block>
void for_each_block(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end, Block&& block) {
  check_fits(net, data);
  require(begin <= end, "begin", begin, {"at most end, which is ", end});
  require(end <= data.size(), "end", end, {"at most the size of the data, which is ", data.size()});
  kernels::NetWorkspace workspace(net);
  std::vector<Index> indices;
  for (Index first = begin, rows = 0; first < end; first += rows) {
    rows = std::min(evaluation_block, end - first);
    indices.resize(rows);
    std::iota(indices.begin(), indices.end(), first);
    workspace.load(data, indices);
    workspace.forward();
    block(workspace, first, rows);
  }
}

/// Throws UnsoundNetError for the first sample of a block whose output is NaN.
inline void check_answers(const kernels::NetWorkspace& workspace, Index first, Index rows) {
  if (!std::isnan(workspace.loss())) return;
  for (Index row = 0; row < rows; ++row) {
    if (answer_of(workspace.output(row)) < 0) {
      throw_unsound_net({"output for sample ", first + row}, std::numeric_limits<double>::quiet_NaN());
    }
  }
}

/// Calls sample(index, label, probabilities) for each of begin … end−1. Throws UnsoundNetError where an output is NaN.
template <class Sample>
void for_each_output(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end, Sample&& sample) {
  for_each_block(net, data, begin, end, [&](const kernels::NetWorkspace& workspace, Index first, Index rows) {
    check_answers(workspace, first, rows);
    for (Index row = 0; row < rows; ++row) sample(first + row, data.label(first + row), workspace.output(row));
  });
}

}  // namespace downhill
