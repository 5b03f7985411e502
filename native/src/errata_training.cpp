#include <array>
#include <memory>
#include <utility>

#include <downhill/errata.hpp>
#include <downhill/error.hpp>
#include <downhill/parameter_parts.hpp>
#include <downhill/trainer.hpp>

#include "kernels/net_workspace.hpp"
#include "names.hpp"

namespace downhill::errata {
namespace {

constexpr std::array<Named<TrainingMistake>, 3> names = {{
    {"summed-loss", TrainingMistake::summed_loss},
    {"unit-weights", TrainingMistake::unit_weights},
    {"loss-inside-loop", TrainingMistake::loss_inside_loop},
}};

Trainer trainer_for(const Dataset& data, const TrainingOptions& options, double weight_init_std, double learning_rate) {
  auto net = std::make_shared<TwoLayerNet<float>>(NetOptions{.input_size = data.input_size(),
                                                             .hidden_size = options.hidden_size,
                                                             .output_size = data.classes(),
                                                             .weight_init_std = weight_init_std,
                                                             .seed = options.seed});
  return {std::move(net), data, {.batch_size = options.batch_size, .learning_rate = learning_rate, .seed = options.seed}};
}

double accuracy_of(const Trainer& trainer) { return evaluate(*trainer.net(), trainer.train_data()).accuracy(); }

std::vector<float> losses_of(Trainer& trainer, Index iterations) {
  const std::span<const float> losses = trainer.run(iterations);
  return {losses.begin(), losses.end()};
}

/// The post's loop: W1, b1, W2, b2 are updated in turn, and the loss is recorded after each.
void record_inside_loop(const Trainer& trainer, kernels::NetWorkspace& workspace, std::vector<float>& losses) {
  workspace.load(trainer.train_data(), trainer.mini_batch());
  Vector<float> parameters = trainer.net()->parameters();
  const auto learning_rate = static_cast<float>(trainer.learning_rate());
  for (const ParameterPart& part : parameter_parts(*trainer.net())) {
    parameters.segment(part.begin, part.size()) -= learning_rate * trainer.last_gradient().segment(part.begin, part.size());
    workspace.set_parameters(parameters.data());
    workspace.forward();
    losses.push_back(static_cast<float>(workspace.loss()));
  }
}

Runs loss_inside_loop(Trainer trainer, Index iterations) {
  Runs runs;
  kernels::NetWorkspace workspace(*trainer.net());
  for (Index i = 0; i < iterations; ++i) {
    trainer.draw_mini_batch();
    trainer.compute_gradient();
    if (trainer.diverged()) break;
    record_inside_loop(trainer, workspace, runs.wrong);
    trainer.update();
    if (trainer.diverged()) break;
    runs.right.push_back(static_cast<float>(trainer.record()));
  }
  runs.right_accuracy = runs.wrong_accuracy = accuracy_of(trainer);
  runs.wrong_diverged_at = trainer.diverged_at();
  return runs;
}

}  // namespace

TrainingMistake training_mistake_named(std::string_view name) { return value_named<TrainingMistake>(names, "mistake", name); }

Runs training(TrainingMistake mistake, const Dataset& data, const TrainingOptions& options) {
  require(options.iterations >= 1 && options.iterations <= 100'000, "iterations", options.iterations,
          "a whole number from 1 to 100000");
  constexpr double book_std = 0.01;
  Trainer right = trainer_for(data, options, book_std, options.learning_rate);
  if (mistake == TrainingMistake::loss_inside_loop) return loss_inside_loop(std::move(right), options.iterations);

  // The gradient of a sum over the batch is batch_size times that of its mean.
  Trainer wrong = mistake == TrainingMistake::summed_loss
                      ? trainer_for(data, options, book_std, options.learning_rate * options.batch_size)
                      : trainer_for(data, options, 1, options.learning_rate);
  Runs runs;
  runs.right = losses_of(right, options.iterations);
  runs.wrong = losses_of(wrong, options.iterations);
  runs.right_accuracy = accuracy_of(right);
  runs.wrong_accuracy = accuracy_of(wrong);
  runs.wrong_diverged_at = wrong.diverged_at();
  return runs;
}

}  // namespace downhill::errata
