#include <benchmark/benchmark.h>

#include <downhill/calculus/gradient.hpp>
#include <downhill/surface/loss_surface.hpp>

#include "images.hpp"

using namespace downhill;

namespace {

template <LossSurface (*function)(const TwoLayerNet<float>&, const Plane&, const ConstMatrixRef<float>&, std::span<const Label>,
                                  const Grid&)>
void surface_21x21(benchmark::State& state) {
  const Dataset& data = bench::images();
  const TwoLayerNet<float> net(NetOptions{});
  const std::vector<Index> batch = bench::batch_of_100();
  const Matrix<float> x = data.inputs(batch);
  const std::vector<Label> labels = data.labels(batch);
  const Plane plane = plane_through(net.parameters(), net.parameters(), net.parameters(), Random(2));
  const Grid grid{.x0 = {-1, 1}, .x1 = {-1, 1}, .columns = 21, .rows = 21};
  for (auto _ : state) benchmark::DoNotOptimize(function(net, plane, x, labels, grid));
}
BENCHMARK_TEMPLATE(surface_21x21, loss_surface)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(surface_21x21, loss_surface_plain)->Unit(benchmark::kMillisecond)->Iterations(2);

void field_100x100(benchmark::State& state, Differentiation method) {
  const std::vector<std::string> variables = {"x0", "x1"};
  const Expression f = Expression::parse("x0^2/20 + x1^2 + sin(x0*x1)", variables);
  const Grid grid{.x0 = {-2, 2}, .x1 = {-2, 2}, .columns = 100, .rows = 100};
  for (auto _ : state) benchmark::DoNotOptimize(gradient_field(f, grid, method));
}
BENCHMARK_CAPTURE(field_100x100, numerical, Differentiation::numerical)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(field_100x100, exact, Differentiation::exact)->Unit(benchmark::kMillisecond);

}  // namespace
