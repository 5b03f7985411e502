#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <downhill/errata/errata.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "kernels/net_workspace.hpp"
#include "net/evaluation_blocks.hpp"
#include "support/names.hpp"

namespace downhill::errata {
namespace {

constexpr std::array<Named<TrainingMistake>, 3> names = {{
    {"summed-loss", TrainingMistake::summed_loss},
    {"unit-weights", TrainingMistake::unit_weights},
    {"loss-inside-loop", TrainingMistake::loss_inside_loop},
}};

/// Standard deviation of the book's initial weights.
constexpr double book_std = 0.01;

Trainer trainer_for(const Dataset& data, const TrainingOptions& options, double weight_init_std, double learning_rate) {
  auto net = std::make_shared<TwoLayerNet<float>>(NetOptions{.input_size = data.input_size(),
                                                             .hidden_size = options.hidden_size,
                                                             .output_size = data.classes(),
                                                             .weight_init_std = weight_init_std,
                                                             .seed = options.seed});
  return {std::move(net), data, {.batch_size = options.batch_size, .learning_rate = learning_rate, .seed = options.seed}};
}

/// A run that has all but broken its net may leave samples without an answer; these are none of the right ones.
double accuracy_of(const Trainer& trainer) {
  const Dataset& data = trainer.train_data();
  Index correct = 0;
  for_each_block(*trainer.net(), data, 0, data.size(),
                 [&](const kernels::NetWorkspace& workspace, Index, Index) { correct += workspace.correct(); });
  return static_cast<double>(correct) / data.size();
}

std::optional<Trainer> mistaken(TrainingMistake mistake, const Dataset& data, const TrainingOptions& options) {
  switch (mistake) {
    case TrainingMistake::summed_loss:
      // The gradient of a sum over the batch is batch_size times that of its mean.
      return trainer_for(data, options, book_std, options.learning_rate * options.batch_size);
    case TrainingMistake::unit_weights:
      return trainer_for(data, options, 1, options.learning_rate);
    case TrainingMistake::loss_inside_loop:
      break;
  }
  return std::nullopt;
}

Index left_to_do(const Trainer& trainer, Index iterations) { return trainer.diverged() ? 0 : iterations - trainer.iteration(); }

/// The post's loop: W1, b1, W2, b2 are updated in turn, and the loss is recorded after each.
void record_inside_loop(const Trainer& trainer, kernels::NetWorkspace& workspace, std::vector<float>& losses) {
  workspace.load(trainer.train_data(), trainer.mini_batch());
  Vector<float> parameters = trainer.net()->parameters();
  const auto learning_rate = static_cast<float>(trainer.learning_rate());
  for (const ParameterPart& part : parameter_parts(trainer.net()->shape())) {
    parameters.segment(part.begin, part.size()) -= learning_rate * trainer.last_gradient().segment(part.begin, part.size());
    workspace.set_parameters(parameters.data());
    workspace.forward();
    losses.push_back(static_cast<float>(workspace.loss()));
  }
}

}  // namespace

TrainingMistake training_mistake_named(std::string_view name) { return value_named<TrainingMistake>(names, "mistake", name); }

struct Training::Workspace : kernels::NetWorkspace {
  using NetWorkspace::NetWorkspace;
};

Training::Training(TrainingMistake mistake, const Dataset& data, const TrainingOptions& options)
    : iterations_(options.iterations),
      right_(trainer_for(data, options, book_std, options.learning_rate)),
      wrong_(mistaken(mistake, data, options)) {
  require(iterations_ >= 1 && iterations_ <= 100'000, "iterations", iterations_, "a whole number from 1 to 100000");
  if (!wrong_) workspace_ = std::make_unique<Workspace>(*right_.net());
}

Training::Training(Training&&) noexcept = default;
Training& Training::operator=(Training&&) noexcept = default;
Training::~Training() = default;

void Training::run(Index iterations) {
  if (!wrong_) return run_inside_loop(std::min(iterations, left_to_do(right_, iterations_)));
  for (Trainer* trainer : {&right_, &*wrong_}) trainer->run(std::min(iterations, left_to_do(*trainer, iterations_)));
}

void Training::run_inside_loop(Index iterations) {
  for (Index i = 0; i < iterations; ++i) {
    right_.draw_mini_batch();
    right_.compute_gradient();
    if (right_.diverged()) return;
    record_inside_loop(right_, *workspace_, inside_loop_);
    right_.update();
    if (right_.diverged()) return;
    right_.record();
  }
}

double Training::share_done() const {
  const Index left = std::max(left_to_do(right_, iterations_), wrong_ ? left_to_do(*wrong_, iterations_) : 0);
  return 1 - static_cast<double>(left) / static_cast<double>(iterations_);
}

Runs Training::runs() const {
  const Trainer& wrong = wrong_ ? *wrong_ : right_;
  const auto copied = [](std::span<const float> losses) { return std::vector<float>(losses.begin(), losses.end()); };
  return {.right = copied(right_.losses()),
          .wrong = wrong_ ? copied(wrong.losses()) : inside_loop_,
          .right_accuracy = accuracy_of(right_),
          .wrong_accuracy = accuracy_of(wrong),
          .wrong_diverged_at = wrong.diverged_at()};
}

}  // namespace downhill::errata
