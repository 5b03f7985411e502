#include <benchmark/benchmark.h>

#include <downhill/loss/activation.hpp>
#include <downhill/net/two_layer_net.hpp>

#include "data/dataset_store.hpp"
#include "images.hpp"
#include "kernels/float4.hpp"
#include "kernels/multiply.hpp"
#include "kernels/sparse.hpp"

// Each kernel, and under the name plain_… the form in Eigen that it must equal.

using namespace downhill;

namespace {

/// The arrays of one layer on a mini-batch of 100 images: x·W, and δ of the same shape as its result.
struct Layer {
  explicit Layer(int width)
      : n(width),
        stride(kernels::padded(width)),
        x(bench::images().inputs(bench::batch_of_100())),
        W(Matrix<float>::Constant(x.cols() + 1, n, 0.01f)),
        bias(Vector<float>::Zero(n + 3)),
        a(Matrix<float>::Zero(x.rows() + 1, stride)),
        delta(Matrix<float>::Constant(x.rows() + 1, stride, 1e-3f)) {
    for (const Index index : bench::batch_of_100()) rows.push_back(bench::images().row(index));
    kernels::copy_to_tiles(W.data(), inputs(), n, tiles);
  }

  int inputs() const { return static_cast<int>(x.cols()); }

  int n;
  int stride;
  Matrix<float> x;
  Matrix<float> W;  // and a row to read past the end
  kernels::TiledWeights tiles;
  Vector<float> bias;
  Matrix<float> a;
  Matrix<float> delta;
  std::vector<Index> rows;
};

void sparse_multiply(benchmark::State& state) {
  Layer layer(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    kernels::sparse_multiply(*sparse_pixels_of(bench::images()), layer.rows, layer.tiles, layer.inputs(), layer.bias.data(),
                             layer.n, layer.a.data(), layer.stride);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(sparse_multiply)->Arg(50)->Arg(200)->Arg(1000);

void dense_multiply(benchmark::State& state) {
  Layer layer(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    kernels::multiply({layer.x.data(), layer.x.cols(), 1}, layer.W.data(), layer.n, layer.a.data(), layer.stride,
                      static_cast<int>(layer.x.rows()), layer.n, layer.inputs());
    benchmark::ClobberMemory();
  }
}
BENCHMARK(dense_multiply)->Arg(50)->Arg(200)->Arg(1000);

void plain_multiply(benchmark::State& state) {
  Layer layer(static_cast<int>(state.range(0)));
  Matrix<float> a(layer.x.rows(), layer.n);
  for (auto _ : state) {
    a.noalias() = layer.x * layer.W.topRows(layer.x.cols());
    a.rowwise() += layer.bias.head(layer.n).transpose();
    benchmark::ClobberMemory();
  }
}
BENCHMARK(plain_multiply)->Arg(50)->Arg(200)->Arg(1000);

void sparse_update(benchmark::State& state) {
  Layer layer(static_cast<int>(state.range(0)));
  kernels::SparseColumns columns;
  kernels::collect(*sparse_pixels_of(bench::images()), layer.rows, layer.inputs(), columns);
  for (auto _ : state) {
    kernels::sparse_add_transposed_product(columns, layer.delta.data(), layer.stride, layer.n, -1e-6f, layer.W.data(),
                                           &layer.tiles);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(sparse_update)->Arg(50)->Arg(200)->Arg(1000);

void plain_update(benchmark::State& state) {
  Layer layer(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    layer.W.topRows(layer.x.cols()).noalias() -=
        1e-6f * (layer.x.transpose() * layer.delta.topLeftCorner(layer.x.rows(), layer.n));
    benchmark::ClobberMemory();
  }
}
BENCHMARK(plain_update)->Arg(50)->Arg(200)->Arg(1000);

void collect(benchmark::State& state) {
  Layer layer(50);
  kernels::SparseColumns columns;
  for (auto _ : state) {
    kernels::collect(*sparse_pixels_of(bench::images()), layer.rows, layer.inputs(), columns);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(collect);

void sigmoid(benchmark::State& state) {
  Vector<float> values = Vector<float>::LinSpaced(5'200, -8, 8);
  Vector<float> out(values.size());
  for (auto _ : state) {
    for (Eigen::Index i = 0; i < values.size(); i += kernels::lanes)
      kernels::store(out.data() + i, kernels::sigmoid(kernels::load(values.data() + i)));
    benchmark::ClobberMemory();
  }
}
BENCHMARK(sigmoid);

void plain_sigmoid(benchmark::State& state) {
  const Matrix<float> values = Vector<float>::LinSpaced(5'200, -8, 8);
  for (auto _ : state) benchmark::DoNotOptimize(activate<float>(Activation::sigmoid, values));
}
BENCHMARK(plain_sigmoid);

}  // namespace
