#include <limits>

#include <downhill/net/evaluation.hpp>
#include <downhill/support/error.hpp>

#include "net/evaluation_blocks.hpp"

namespace downhill {

Evaluation& Evaluation::operator+=(const Evaluation& other) {
  const std::uint64_t both = std::uint64_t{count} + other.count;
  require(both <= std::numeric_limits<Index>::max(), "the number of samples of both parts", both, "at most 4294967295");
  correct += other.correct;
  count += other.count;
  loss_sum += other.loss_sum;
  return *this;
}

void check_fits(const TwoLayerNet<float>& net, const Dataset& data) {
  if (net.input_size() != data.input_size()) {
    throw_type_error({"the data have ", data.input_size(), " inputs a sample; the net takes ", net.input_size()});
  }
  if (data.classes() > net.output_size()) {
    throw_type_error({"the data have ", data.classes(), " classes; the net tells only ", net.output_size(), " apart"});
  }
}

Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data, Index begin, Index end) {
  Evaluation evaluation;
  for_each_block(net, data, begin, end, [&](const kernels::NetWorkspace& workspace, Index first, Index rows) {
    check_answers(workspace, first, rows);
    evaluation += {workspace.correct(), rows, workspace.loss() * rows};
  });
  return evaluation;
}

Evaluation evaluate(const TwoLayerNet<float>& net, const Dataset& data) { return evaluate(net, data, 0, data.size()); }

}  // namespace downhill
