#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include <benchmark/benchmark.h>

#include <downhill/net/evaluation.hpp>
#include <downhill/net/trainer.hpp>

#include "images.hpp"

using namespace downhill;

namespace {

/// One iteration as the chapter has it; the argument is the batch size, the second one the hidden size.
void train_iteration(benchmark::State& state, OptimizerKind optimizer) {
  const auto net = std::make_shared<TwoLayerNet<float>>(NetOptions{.hidden_size = static_cast<int>(state.range(1))});
  Trainer trainer(net, bench::images(), {.batch_size = static_cast<Index>(state.range(0)), .optimizer = optimizer});
  trainer.run(10);
  for (auto _ : state) trainer.run(1);
  state.counters["iterations/s"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(train_iteration, sgd, OptimizerKind::sgd)
    ->Args({100, 50})
    ->Args({10, 50})
    ->Args({1000, 50})
    ->Args({10000, 50})
    ->Args({100, 10})
    ->Args({100, 200})
    ->Args({100, 1000});
BENCHMARK_CAPTURE(train_iteration, adam, OptimizerKind::adam)->Args({100, 50});

/// The same by its plain twin.
void plain_iteration(benchmark::State& state) {
  TwoLayerNet<float> net(NetOptions{});
  Optimizer<float> optimizer;
  MiniBatchSampler sampler = mini_batch_sampler(bench::images(), {});
  for (auto _ : state) benchmark::DoNotOptimize(plain_step(net, bench::images(), sampler, optimizer, 0.1f));
  state.counters["iterations/s"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(plain_iteration);

/// The argument is the percentage of pixels that are not 0: shows where the sparse form stops paying.
void density(benchmark::State& state, bool sparse) {
  Random random(1);
  std::vector<std::uint8_t> pixels(1000 * 784);
  for (std::uint8_t& pixel : pixels) pixel = random.below(100) < static_cast<std::uint32_t>(state.range(0)) ? 200 : 0;
  std::vector<Label> labels(1000);
  for (Label& label : labels) label = static_cast<Label>(random.below(10));
  std::vector<float> inputs(pixels.begin(), pixels.end());
  const Dataset data = sparse ? Dataset::from_pixels(pixels, labels, 784) : Dataset::from_inputs(inputs, labels, 784);
  Trainer trainer(std::make_shared<TwoLayerNet<float>>(NetOptions{}), data, {});
  for (auto _ : state) trainer.run(1);
}
BENCHMARK_CAPTURE(density, pixels, true)->DenseRange(10, 60, 10);
BENCHMARK_CAPTURE(density, dense, false)->Arg(20);

void numerical_gradient(benchmark::State& state) {
  const Dataset& data = bench::images();
  const TwoLayerNet<double> net = TwoLayerNet<float>(NetOptions{}).cast<double>();
  const std::vector<Index> batch = bench::batch_of_100();
  const Matrix<double> x = data.inputs(batch).cast<double>();
  const std::vector<Label> labels = data.labels(batch);
  const double h = std::pow(10., -static_cast<double>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(net.numerical_gradient(x, labels, {.h = h}));
}
// h = 1e-4 takes the series, h = 1e-2 the functions.
BENCHMARK(numerical_gradient)->Arg(4)->Arg(2)->Unit(benchmark::kMillisecond);

/// 100 of the 39,760 parameters by the naive form: the whole takes 398 times as long.
void plain_numerical_gradient_of_100(benchmark::State& state) {
  const Dataset& data = bench::images();
  const TwoLayerNet<double> net = TwoLayerNet<float>(NetOptions{}).cast<double>();
  const std::vector<Index> batch = bench::batch_of_100();
  const Matrix<double> x = data.inputs(batch).cast<double>();
  const std::vector<Label> labels = data.labels(batch);
  std::vector<Index> parameters(100);
  std::iota(parameters.begin(), parameters.end(), Index{20'000});
  const NumericalGradientOptions options{.method = NumericalMethod::naive, .parameters = parameters};
  for (auto _ : state) benchmark::DoNotOptimize(net.numerical_gradient(x, labels, options));
}
BENCHMARK(plain_numerical_gradient_of_100)->Unit(benchmark::kMillisecond);

void snapshot(benchmark::State& state) {
  const Trainer trainer(std::make_shared<TwoLayerNet<float>>(NetOptions{}), bench::images(), {});
  for (auto _ : state) benchmark::DoNotOptimize(trainer.snapshot());
}
BENCHMARK(snapshot);

/// How the time of an iteration grows with the size of the set that mini-batches are drawn from.
void data_size(benchmark::State& state) {
  std::vector<Index> first(std::min<Index>(static_cast<Index>(state.range(0)), bench::images().size()));
  std::iota(first.begin(), first.end(), Index{0});
  Trainer trainer(std::make_shared<TwoLayerNet<float>>(NetOptions{}), bench::images().subset(first), {});
  trainer.run(10);
  for (auto _ : state) trainer.run(1);
}
BENCHMARK(data_size)->Arg(100)->Arg(1'000)->Arg(10'000)->Arg(60'000);

void evaluate_10000(benchmark::State& state) {
  const Dataset& data = bench::images();
  const TwoLayerNet<float> net(NetOptions{});
  const Index end = std::min<Index>(10'000, data.size());
  for (auto _ : state) benchmark::DoNotOptimize(evaluate(net, data, 0, end));
}
BENCHMARK(evaluate_10000)->Unit(benchmark::kMillisecond);

}  // namespace
