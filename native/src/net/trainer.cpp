#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include <downhill/net/evaluation.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

#include "kernels/net_workspace.hpp"
#include "kernels/sums.hpp"
#include "net/run_setup.hpp"
#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<GradientMethod>, 2> gradient_methods = {{
    {"backprop", GradientMethod::backprop},
    {"numerical", GradientMethod::numerical},
}};

constexpr std::array<Named<Phase>, 4> phases = {{
    {"mini-batch", Phase::mini_batch},
    {"gradient", Phase::gradient},
    {"update", Phase::update},
    {"record", Phase::record},
}};

constexpr Index max_batch_size = 65'536;
constexpr std::uint64_t mini_batch_stream = 1;  // another stream than the one that drew the weights with the same seed

void check_learning_rate(double learning_rate) {
  require(std::isfinite(learning_rate) && learning_rate >= 0, "learning_rate", learning_rate, "a finite number from 0");
}

void check_mini_batch(const Dataset& train, std::span<const Index> indices) {
  if (indices.empty() || indices.size() > max_batch_size) {
    throw_range_error("number of indices", indices.size(), {"a whole number from 1 to ", max_batch_size});
  }
  train.check_indices(indices);
}

/// An infinite mean square is reached by gradients whose own squares overflow; it only stops their parameters.
void check_state_values(const Optimizer<float>& optimizer) {
  check_finite("the optimizer's first", optimizer.first);
  for (Eigen::Index i = 0; i < optimizer.second.size(); ++i) {
    require(optimizer.second[i] >= 0, {"the optimizer's second[", i, "]"}, optimizer.second[i], "a number from 0");
  }
}

}  // namespace

GradientMethod gradient_method_named(std::string_view name) {
  return value_named<GradientMethod>(gradient_methods, "gradient", name);
}
std::string_view name_of(GradientMethod method) { return name_in<GradientMethod>(gradient_methods, method); }

MiniBatchSampler mini_batch_sampler(const Dataset& train, const TrainerOptions& options) {
  require(options.batch_size >= 1 && options.batch_size <= max_batch_size, "batch_size", options.batch_size,
          {"a whole number from 1 to ", max_batch_size});
  return {train.size(), options.batch_size, options.sampling, Random(options.seed, mini_batch_stream)};
}

std::string_view name_of(Phase phase) { return name_in<Phase>(phases, phase); }

struct Trainer::Workspace : kernels::NetWorkspace {
  using NetWorkspace::NetWorkspace;
};

Trainer::Trainer(std::shared_ptr<TwoLayerNet<float>> net, Dataset train, const TrainerOptions& options)
    : net_(std::move(net)), train_(std::move(train)), options_(options), sampler_(mini_batch_sampler(train_, options)) {
  check_fits(*net_, train_);
  check_learning_rate(options.learning_rate);
  require(std::isfinite(options.h) && options.h > 0, "h", options.h, "a finite number above 0");
  optimizer_.kind = options.optimizer;
  workspace_ = std::make_unique<Workspace>(*net_);
}

Trainer::Trainer(Trainer&&) noexcept = default;
Trainer& Trainer::operator=(Trainer&&) noexcept = default;
Trainer::~Trainer() = default;

void Trainer::expect(Phase phase, std::string_view call) const {
  if (diverged_at_) throw_range_error({call, " was called after the run diverged; restore a snapshot first"});
  if (phase_ != phase) {
    throw_range_error({call, " was called out of turn; the next phase is ", name_of(phase_)});
  }
}

void Trainer::diverge() {
  diverged_at_ = iteration_ + 1;
  phase_ = Phase::mini_batch;
}

std::span<const Index> Trainer::draw_mini_batch() {
  expect(Phase::mini_batch, "draw_mini_batch");
  take_mini_batch(sampler_.draw());
  return mini_batch_;
}

void Trainer::take_mini_batch(std::span<const Index> indices) {
  expect(Phase::mini_batch, "take_mini_batch");
  check_mini_batch(train_, indices);
  workspace_->load(train_, indices);
  mini_batch_.assign(indices.begin(), indices.end());
  phase_ = Phase::gradient;
}

const Vector<float>& Trainer::compute_gradient() {
  expect(Phase::gradient, "compute_gradient");
  gradient_.resize(net_->parameter_count());
  if (options_.gradient == GradientMethod::backprop) {
    take_weights();
    workspace_->forward(true);
    workspace_->backward();
    workspace_->gradient(gradient_.data());
  } else {
    gradient_ = net_->numerical_gradient(train_.inputs(mini_batch_), train_.labels(mini_batch_), {.h = options_.h});
  }
  if (gradient_.allFinite()) {
    phase_ = Phase::update;
  } else {
    diverge();
  }
  return gradient_;
}

void Trainer::update() {
  expect(Phase::update, "update");
  before_update_ = net_->parameters();
  optimizer_before_ = optimizer_;
  optimizer_.update(net_->parameters(), gradient_, static_cast<float>(options_.learning_rate));
  phase_ = Phase::record;
}

double Trainer::record() {
  expect(Phase::record, "record");
  take_weights();
  return record_loss();
}

/// The weights are taken.
double Trainer::record_loss() {
  const VectorMap<float> parameters = net_->parameters();
  double loss = std::numeric_limits<double>::quiet_NaN();
  // Parameters first: δ and saturation can hide an infinite weight from the loss.
  if (kernels::all_finite(parameters.data(), static_cast<std::size_t>(parameters.size()))) {
    workspace_->forward();
    loss = workspace_->loss();
  }
  if (!std::isfinite(loss)) {
    net_->parameters() = before_update_;
    optimizer_ = optimizer_before_;
    diverge();
    return std::numeric_limits<double>::quiet_NaN();
  }
  losses_.push_back(static_cast<float>(loss));
  ++iteration_;
  phase_ = Phase::mini_batch;
  return loss;
}

/// Gradient and update in one where that gives the same parameters as the two phases: plain SGD by backprop.
bool Trainer::update_at_once() {
  if (options_.optimizer != OptimizerKind::sgd || options_.gradient != GradientMethod::backprop) return false;
  before_update_ = net_->parameters();
  optimizer_before_ = optimizer_;
  workspace_->forward(true);
  workspace_->backward();
  workspace_->sgd_update(net_->parameters().data(), static_cast<float>(options_.learning_rate));
  ++optimizer_.steps;
  phase_ = Phase::record;
  return true;
}

/// The net is not the trainer's own: others may have changed it since.
void Trainer::take_weights() { workspace_->set_parameters(net_->parameters().data()); }

double Trainer::one_step() {
  if (!diverged() && phase_ == Phase::mini_batch) draw_mini_batch();
  if (!diverged() && phase_ == Phase::gradient) {
    if (update_at_once()) return record_loss();
    compute_gradient();
  }
  if (!diverged() && phase_ == Phase::update) update();
  return diverged() ? std::numeric_limits<double>::quiet_NaN() : record();
}

double Trainer::step() {
  take_weights();
  return one_step();
}

double Trainer::step_on(std::span<const Index> indices) {
  check_mini_batch(train_, indices);
  if (diverged()) return std::numeric_limits<double>::quiet_NaN();
  expect(Phase::mini_batch, "step_on");
  take_mini_batch(indices);
  return step();
}

std::span<const float> Trainer::run(Index iterations) {
  const std::size_t before = losses_.size();
  take_weights();
  for (Index i = 0; i < iterations && !diverged(); ++i) one_step();
  return std::span<const float>(losses_).subspan(before);
}

void Trainer::set_learning_rate(double learning_rate) {
  check_learning_rate(learning_rate);
  options_.learning_rate = learning_rate;
}

Index Trainer::iterations_per_epoch() const { return std::max<Index>(1, train_.size() / options_.batch_size); }

const RunSetup& Trainer::setup() const {
  if (!setup_) {
    setup_ = {.shape = net_->shape(),
              .activation = net_->activation(),
              .gradient = options_.gradient,
              .h = options_.gradient == GradientMethod::numerical ? options_.h : 0,
              .sampling = options_.sampling,
              .batch_size = options_.batch_size,
              .samples = train_.size(),
              .data = train_.fingerprint()};
  }
  return *setup_;
}

Snapshot Trainer::snapshot() const {
  check_finite("parameters", net_->parameters());
  return {.setup = setup(),
          .iteration = iteration_,
          .loss = losses_.empty() ? 0 : losses_.back(),
          .parameters = net_->parameters(),
          .optimizer = optimizer_,
          .sampler = sampler_.state(),
          .learning_rate = options_.learning_rate};
}

void Trainer::restore(const Snapshot& snapshot, std::span<const float> losses) {
  check_same(snapshot.setup, setup());
  check_same(snapshot.optimizer.kind, options_.optimizer);
  const Eigen::Index count = net_->parameter_count();
  if (snapshot.parameters.size() != count) {
    throw_type_error({"the snapshot has ", snapshot.parameters.size(), " parameters; the net has ", count});
  }
  snapshot.optimizer.check_state(count);
  check_learning_rate(snapshot.learning_rate);
  check_finite("parameters", snapshot.parameters);
  check_state_values(snapshot.optimizer);
  check_finite("losses", losses);
  const bool own_history = losses.empty() && snapshot.iteration <= losses_.size();
  require(own_history || losses.size() == snapshot.iteration, "number of losses", losses.size(),
          {"the snapshot's iteration, ", snapshot.iteration});
  if (snapshot.iteration > 0) {
    const std::size_t last = snapshot.iteration - 1;
    const float loss = own_history ? losses_[last] : losses[last];
    require(loss == snapshot.loss, {own_history ? "the trainer's own losses[" : "losses[", last, "]"}, loss,
            {"that of the snapshot's run, ", snapshot.loss});
  }
  // Copies first, for which memory may be lacking; from then on nothing can fail.
  MiniBatchSampler sampler = sampler_;
  sampler.set_state(snapshot.sampler);
  Optimizer<float> optimizer = snapshot.optimizer;
  std::vector<float> history;
  if (!own_history) history.assign(losses.begin(), losses.end());
  sampler_ = std::move(sampler);
  optimizer_ = std::move(optimizer);
  net_->parameters() = snapshot.parameters;
  options_.learning_rate = snapshot.learning_rate;
  if (own_history) {
    losses_.resize(snapshot.iteration);
  } else {
    losses_ = std::move(history);
  }
  iteration_ = snapshot.iteration;
  phase_ = Phase::mini_batch;
  diverged_at_.reset();
}

}  // namespace downhill
