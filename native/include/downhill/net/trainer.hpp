#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <downhill/data/dataset.hpp>
#include <downhill/descent/optimizer.hpp>
#include <downhill/net/two_layer_net.hpp>

// Learning in four steps: mini-batch, gradient, update, repeat (chapter 4.5, 4.5.2).

namespace downhill {

/// `numerical`: central differences over all parameters, NumericalMethod::incremental.
enum class GradientMethod : std::uint8_t { backprop, numerical };

/// "backprop" or "numerical". Throws RangeError for any other name.
GradientMethod gradient_method_named(std::string_view name);
std::string_view name_of(GradientMethod method);

struct TrainerOptions {
  Index batch_size = 100;
  double learning_rate = 0.1;
  OptimizerKind optimizer = OptimizerKind::sgd;
  GradientMethod gradient = GradientMethod::backprop;
  double h = 1e-4;  // of the numerical gradient
  Sampling sampling = Sampling::with_replacement;
  std::uint64_t seed = 1;
};

/// The mini-batches that a trainer draws with these options. Throws RangeError for a batch_size outside 1 … 65,536 (or above
/// the size of the set when dealing epochs).
MiniBatchSampler mini_batch_sampler(const Dataset& train, const TrainerOptions& options);

/// One iteration as the chapter has it, in the net's own formulas: draws a mini-batch, changes the net by one step of the
/// optimiser along the gradient by backprop, and returns the loss on the same mini-batch after it. Trainer::step is its fast
/// twin: a test holds the two together. Here a net that breaks stays broken. Throws TypeError where net and data do not fit.
double plain_step(TwoLayerNet<float>& net, const Dataset& train, MiniBatchSampler& sampler, Optimizer<float>& optimizer,
                  float learning_rate);

/// The phase that comes next.
enum class Phase : std::uint8_t { mini_batch, gradient, update, record };

/// "mini-batch", "gradient", "update" or "record".
std::string_view name_of(Phase phase);

/// What a run is made of, beside what a snapshot brings back: the learning rate, which may be changed on the way, the
/// parameters and the random numbers.
struct RunSetup {
  NetShape shape;
  Activation activation = Activation::sigmoid;
  GradientMethod gradient = GradientMethod::backprop;
  double h = 0;  // of the numerical gradient; 0 by backprop
  Sampling sampling = Sampling::with_replacement;
  Index batch_size = 0;
  Index samples = 0;
  std::uint64_t data = 0;  // Dataset::fingerprint
};

/// Everything that decides how a run of this setup and optimiser goes on; restoring it gives the same numbers bit for bit.
struct Snapshot {
  RunSetup setup;
  std::uint32_t iteration = 0;
  float loss = 0;  // of that iteration; 0 before the first
  Vector<float> parameters;
  Optimizer<float> optimizer;
  MiniBatchSampler::State sampler;
  double learning_rate = 0;
};

/// A snapshot as bytes (little-endian, with magic, version and checksum), and back. Throws FormatError for bytes that are not
/// one, of an earlier version, or damaged.
std::vector<std::uint8_t> serialise(const Snapshot& snapshot);
Snapshot deserialise(std::span<const std::uint8_t> bytes);

/// Trains a net on a data set, by the kernels that fit the data. Plain twin: plain_step. The net is shared: others may read and
/// change it between calls. By backprop with batches of one size nothing is allocated after the first iteration but the history
/// of losses; the numerical gradient makes its arrays anew each time.
class Trainer {
 public:
  /// Throws TypeError where net and data do not fit, RangeError for a batch_size outside 1 … 65,536 (or above the size of the
  /// set when dealing epochs), learning_rate not finite or below 0, h not finite or ≤ 0.
  Trainer(std::shared_ptr<TwoLayerNet<float>> net, Dataset train, const TrainerOptions& options);
  Trainer(Trainer&&) noexcept;
  Trainer& operator=(Trainer&&) noexcept;
  ~Trainer();

  // The four steps. Each throws RangeError if it is not its turn. A diverged trainer does nothing more: step returns NaN.

  /// 1. Draws a mini-batch.
  std::span<const Index> draw_mini_batch();
  /// 1. Takes the mini-batch given instead. Throws RangeError for no index, more than 65,536 or one past the set.
  void take_mini_batch(std::span<const Index> indices);
  /// 2. The gradient of the loss on it.
  const Vector<float>& compute_gradient();
  /// 3. One step of the optimiser.
  void update();
  /// 4. Records the loss on the same mini-batch after the update, and counts the iteration.
  double record();

  /// All four (finishing an iteration that was begun); returns the loss recorded.
  double step();
  /// Throws as take_mini_batch does, also after a divergence.
  double step_on(std::span<const Index> indices);
  /// `iterations` steps, fewer where the run diverges; returns the losses recorded.
  std::span<const float> run(Index iterations);

  Phase phase() const { return phase_; }
  std::span<const Index> mini_batch() const { return mini_batch_; }
  const Vector<float>& last_gradient() const { return gradient_; }

  /// Iterations done. The loss of iteration k (from 1) is losses()[k − 1].
  Index iteration() const { return iteration_; }
  std::span<const float> losses() const { return losses_; }

  /// True once a loss, gradient or parameter was not finite: the run has stopped. The net then holds what it held
  /// before the update that broke it.
  bool diverged() const { return diverged_at_.has_value(); }
  /// The iteration that would have been recorded.
  std::optional<Index> diverged_at() const { return diverged_at_; }

  double learning_rate() const { return options_.learning_rate; }
  /// Acts from the next update on. Throws RangeError for a rate not finite or below 0.
  void set_learning_rate(double learning_rate);

  const TrainerOptions& options() const { return options_; }
  const Dataset& train_data() const { return train_; }
  const std::shared_ptr<TwoLayerNet<float>>& net() const { return net_; }
  /// Iterations that show as many samples as the set has: max(1, size / batch_size) (4.5.3).
  Index iterations_per_epoch() const;

  /// Take it between two iterations: of an iteration that has begun it holds the parameters, but not the mini-batch.
  /// Throws RangeError where an update has just broken the net: record() undoes it.
  Snapshot snapshot() const;
  /// Goes back (or forward) to a snapshot. Losses after it are forgotten, losses before it stay; a trainer whose own history
  /// does not reach so far (one made anew after its worker was lost) takes `losses`, those of iterations 1 …
  /// snapshot.iteration. Only the learning rate and the seed may be others than those of the run that it was taken from.
  /// Throws TypeError for a snapshot of another net, other data or another way to learn from them, RangeError for a state that
  /// no run has (a value that is not finite, a learning rate or random numbers that are none) and where losses are missing,
  /// too many, or of another run. Nothing is changed then.
  void restore(const Snapshot& snapshot, std::span<const float> losses = {});

 private:
  void expect(Phase phase, std::string_view call) const;
  void diverge();
  double one_step();
  bool update_at_once();
  double record_loss();
  void take_weights();
  const RunSetup& setup() const;

  std::shared_ptr<TwoLayerNet<float>> net_;
  Dataset train_;
  TrainerOptions options_;
  MiniBatchSampler sampler_;
  Optimizer<float> optimizer_;
  struct Workspace;
  std::unique_ptr<Workspace> workspace_;
  Phase phase_ = Phase::mini_batch;
  std::vector<Index> mini_batch_;
  Vector<float> gradient_;
  // Net and optimiser before the last update, to undo one that breaks the net.
  Vector<float> before_update_;
  Optimizer<float> optimizer_before_;
  std::vector<float> losses_;
  Index iteration_ = 0;
  std::optional<Index> diverged_at_;
  // Worked out with the first snapshot: all data go into it.
  mutable std::optional<RunSetup> setup_;
};

}  // namespace downhill
