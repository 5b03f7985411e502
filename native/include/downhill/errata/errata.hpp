#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/gradient.hpp>
#include <downhill/data/dataset.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/grid.hpp>

// The mistakes of the blog post that the chapter follows, each beside the right form. FOR TEACHING ONLY: everything called
// `wrong` does, on purpose, what the post's listing does. Nothing else in the engine uses it.

namespace downhill::errata {

struct Erratum {
  std::string_view id;
  std::string_view section;
  bool runs;  // false: Python stops with an error at once, so that there is nothing to compute
};

/// All of them, in the order of the chapter.
std::span<const Erratum> list();

// --- 4.4: the gradient --------------------------------------------------------------------------------------------------

struct Quiver {
  GradientField right;   // one gradient per grid point, numerical
  GradientField wrong;   // what the post's listing computes; `value` as on the right
  int wrong_arrows = 0;  // how many of the wrong ones are not 0
};

/// The post passes the array [X, Y] of all coordinates to its batch version, which takes all X as ONE point of as many
/// dimensions as the grid has points, and all Y as another. f reads only the first two coordinates of each, so at most two
/// arrows are not 0. Throws as gradient_field does, and RangeError for a grid of fewer than two points.
Quiver quiver(const Expression& f, const Grid& grid);

struct IntegerGradient {
  std::vector<double> right;
  std::vector<double> wrong;
};

/// The post writes x + h into the caller's array; an array of integers truncates it towards 0. So at x = 3 the function is
/// evaluated at 3 and 2 instead of 3.0001 and 2.9999, and the difference is divided by 2h: 25,000 for x² at 3 instead of 6, and
/// 0 at 0. Throws TypeError unless x has one value per variable, RangeError for an invalid h.
IntegerGradient integer_gradient(const Expression& f, std::span<const std::int32_t> x, double h = default_h);

// --- 4.4.1: the gradient method. Paths hold points row by row, end before one that is not finite, and the gradients are
// numerical with h = 1e-4. All throw TypeError unless start has one value a variable, RangeError for a start or learning_rate
// that is not finite, and steps outside 1 … 100,000. ---------------------------------------------------------------------

struct Paths {
  std::vector<double> right;
  std::vector<double> wrong;
};

/// x1 ← x0 − η ∂f/∂x1, as the post prints the formula (x0 of the same point), instead of x1 ← x1 − η ∂f/∂x1.
/// Throws TypeError unless f has two variables.
Paths crossed_update(const Expression& f, std::span<const double> start, double learning_rate, int steps);

/// Two runs from the same variable; `paths` are those of the second. `x = init_x` does not copy the array and `x -= …` works in
/// place, so the first run leaves its end in the caller's start.
struct OverwrittenStart {
  Paths paths;
  std::vector<double> start_after_right;  // what the caller's variable holds after the first run
  std::vector<double> start_after_wrong;
};
OverwrittenStart overwritten_start(const Expression& f, std::span<const double> start, double learning_rate, int steps);

/// The post stores x before each step and never the last x: `steps` points instead of steps + 1.
Paths missing_last_point(const Expression& f, std::span<const double> start, double learning_rate, int steps);

// --- 4.4.2, 4.5: the net ------------------------------------------------------------------------------------------------

struct SoftmaxOfBatch {
  Matrix<double> right;
  Matrix<double> wrong;
  std::vector<double> right_sums;  // of each row
  std::vector<double> wrong_sums;
};

/// Maximum and sum over the whole array instead of over each row: the probabilities of ALL samples sum to 1.
/// Throws RangeError for an empty array.
SoftmaxOfBatch softmax_of_batch(const Matrix<double>& a);

struct LabelShape {
  double right = 0;   // labels of shape (N)
  double row = 0;     // (1, N), as the post reshapes them: the same numbers are picked, by luck
  double column = 0;  // (N, 1): each label is picked from every row
  int picks = 0;      // how many numbers the column form picks: N²
};

/// The cross-entropy that y[np.arange(N), labels] gives when labels have that shape, by NumPy's broadcasting.
/// Throws as cross_entropy_error does, and RangeError for more than 10,000 labels.
LabelShape label_shape(const Matrix<double>& y, std::span<const Label> labels);

struct WrongMatrix {
  std::array<Eigen::Index, 2> right;  // rows, columns of the gradient of W2
  std::array<Eigen::Index, 2> wrong;  // of the gradient it gets
  std::string message;                // the error that the update raises; empty if the shapes happen to agree
};

/// grads['W2'] taken with respect to W1, then W2 −= η·grads['W2']. Throws as TwoLayerNet::gradient does.
WrongMatrix gradient_of_wrong_matrix(const TwoLayerNet<float>& net, const ConstMatrixRef<float>& x,
                                     std::span<const Label> labels);

/// summed_loss: the loss is the sum over the batch, so every gradient, and every step, is batch_size times too large.
/// unit_weights: initial weights are standard normal, without a scale: the sigmoid saturates.
/// loss_inside_loop: the loss is recorded inside the loop over the four parameters: of nets that are only partly updated.
enum class TrainingMistake : std::uint8_t { summed_loss, unit_weights, loss_inside_loop };

/// "summed-loss", "unit-weights" or "loss-inside-loop". Throws RangeError for any other name.
TrainingMistake training_mistake_named(std::string_view name);

struct TrainingOptions {
  Index iterations = 300;
  int hidden_size = 50;
  Index batch_size = 100;
  double learning_rate = 0.1;
  std::uint64_t seed = 1;
};

/// Two runs with the same seed on the same mini-batches.
struct Runs {
  std::vector<float> right;   // the loss after each iteration, the mean over the batch
  std::vector<float> wrong;   // the same, so that both compare; of loss_inside_loop four an iteration
  double right_accuracy = 0;  // on all of `data` after the run; an output that is NaN is no right answer
  double wrong_accuracy = 0;
  std::optional<Index> wrong_diverged_at;
};

/// Both runs, in slices as short as the caller likes.
class Training {
 public:
  /// Throws as TwoLayerNet and Trainer do, and RangeError for iterations outside 1 … 100,000.
  Training(TrainingMistake mistake, const Dataset& data, const TrainingOptions& options);
  Training(Training&&) noexcept;
  Training& operator=(Training&&) noexcept;
  ~Training();

  /// Continues each run by up to `iterations` iterations.
  void run(Index iterations);
  /// The fraction of the iterations done, 0 … 1. A diverged run counts as done.
  double share_done() const;
  /// What has been recorded so far. Measures the accuracies.
  Runs runs() const;

 private:
  void run_inside_loop(Index iterations);

  Index iterations_;
  Trainer right_;
  // Empty for loss_inside_loop: both record the same net.
  std::optional<Trainer> wrong_;
  struct Workspace;
  std::unique_ptr<Workspace> workspace_;
  std::vector<float> inside_loop_;
};

}  // namespace downhill::errata
