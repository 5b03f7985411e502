#include <emscripten/bind.h>

#include <downhill/net/trainer.hpp>

#include "arrays.hpp"
#include "guarded.hpp"
#include "options.hpp"

// Chapter 4.5.2: training.

namespace downhill::bindings {

namespace {

val trainer(std::shared_ptr<TwoLayerNet<float>> net, const Dataset& train, val given) {
  TrainerOptions options;
  read(given, "batchSize", options.batch_size);
  read(given, "learningRate", options.learning_rate);
  read(given, "optimizer", options.optimizer, optimizer_named);
  read(given, "gradient", options.gradient, gradient_method_named);
  read(given, "h", options.h);
  read(given, "sampling", options.sampling, sampling_named);
  read(given, "seed", options.seed);
  return handle(Trainer(std::move(net), train, options));
}

val iteration(const Trainer& trainer) { return val(trainer.iteration()); }
val diverged_at(const Trainer& trainer) { return optional_value(trainer.diverged_at()); }
val iterations_per_epoch(const Trainer& trainer) { return val(trainer.iterations_per_epoch()); }
val phase(const Trainer& trainer) { return val(std::string(name_of(trainer.phase()))); }
val learning_rate(const Trainer& trainer) { return val(trainer.learning_rate()); }

val set_learning_rate(Trainer& trainer, double learning_rate) {
  trainer.set_learning_rate(learning_rate);
  return val::undefined();
}

val step(Trainer& trainer) { return val(trainer.step()); }
val step_on(Trainer& trainer, val indices) { return val(trainer.step_on(numbers<Index>(indices))); }
val run(Trainer& trainer, double iterations) { return copied(trainer.run(static_cast<Index>(iterations))); }
val mini_batch(const Trainer& trainer) { return copied(trainer.mini_batch()); }
val draw_mini_batch(Trainer& trainer) { return copied(trainer.draw_mini_batch()); }

val take_mini_batch(Trainer& trainer, val indices) {
  trainer.take_mini_batch(numbers<Index>(indices));
  return val::undefined();
}

val compute_gradient(Trainer& trainer) { return copied(trainer.compute_gradient()); }
val last_gradient(const Trainer& trainer) { return copied(trainer.last_gradient()); }

val update(Trainer& trainer) {
  trainer.update();
  return val::undefined();
}

val record(Trainer& trainer) { return val(trainer.record()); }

val losses(const Trainer& trainer, double from) {
  const std::span<const float> all = trainer.losses();
  require(from <= static_cast<double>(all.size()), "from", from, {"0 … ", all.size()});
  return copied(all.subspan(static_cast<std::size_t>(from)));
}

val snapshot(const Trainer& trainer) { return copied(serialise(trainer.snapshot())); }

val restore(Trainer& trainer, val snapshot, val losses) {
  trainer.restore(deserialise(numbers<std::uint8_t>(snapshot)), numbers<float>(losses));
  return val::undefined();
}

}  // namespace

EMSCRIPTEN_BINDINGS(training) {
  emscripten::class_<Trainer>("Trainer")
      .smart_ptr<std::shared_ptr<Trainer>>("shared_ptr<Trainer>")
      .function("iteration", guarded<iteration>)
      .function("divergedAt", guarded<diverged_at>)
      .function("iterationsPerEpoch", guarded<iterations_per_epoch>)
      .function("phase", guarded<phase>)
      .function("learningRate", guarded<learning_rate>)
      .function("setLearningRate", guarded<set_learning_rate>)
      .function("step", guarded<step>)
      .function("stepOn", guarded<step_on>)
      .function("run", guarded<run>)
      .function("miniBatch", guarded<mini_batch>)
      .function("drawMiniBatch", guarded<draw_mini_batch>)
      .function("takeMiniBatch", guarded<take_mini_batch>)
      .function("computeGradient", guarded<compute_gradient>)
      .function("lastGradient", guarded<last_gradient>)
      .function("update", guarded<update>)
      .function("record", guarded<record>)
      .function("losses", guarded<losses>)
      .function("snapshot", guarded<snapshot>)
      .function("restore", guarded<restore>);
  emscripten::function("trainer", guarded<trainer>);
}

}  // namespace downhill::bindings
