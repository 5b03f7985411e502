#include <vector>

#include <catch2/catch.hpp>

#include <downhill/data/toy_data.hpp>
#include <downhill/net/two_layer_net.hpp>

#include "data/dataset_store.hpp"
#include "kernels/float4.hpp"
#include "kernels/multiply.hpp"
#include "kernels/net_workspace.hpp"
#include "kernels/sparse.hpp"
#include "nets.hpp"

using namespace downhill;
using downhill::test::relative_error;
using downhill::test::up_to;

namespace {

/// Bytes; a share of about `density` is not 0; the second image is empty and the third is full.
std::vector<std::uint8_t> random_pixels(int images, int size, double density, Random& random) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(images * size));
  for (int image = 0; image < images; ++image) {
    for (int i = 0; i < size; ++i) {
      const bool used = image == 2 || (image != 1 && random.uniform() < density);
      pixels[static_cast<std::size_t>(image * size + i)] =
          used ? static_cast<std::uint8_t>(1 + random.below(255)) : std::uint8_t{0};
    }
  }
  return pixels;
}

Vector<float> random_floats(Eigen::Index size, Random& random) {
  Vector<float> values(size);
  for (float& value : values) value = static_cast<float>(random.normal());
  return values;
}

}  // namespace

TEST_CASE("the dense product equals Eigen's on random shapes, plain and transposed, and writes only its own columns") {
  Random random(1);
  for (int trial = 0; trial < 60; ++trial) {
    const int m = up_to(11, random), n = up_to(30, random),
              inner = trial % 4 == 0 ? 250 + up_to(20, random) : up_to(40, random);
    const int b_stride = n + static_cast<int>(random.below(5)), c_stride = n + static_cast<int>(random.below(5));
    const Vector<float> a = random_floats(m * inner, random), b = random_floats(inner * b_stride + 3, random);
    const Matrix<float> B =
        Eigen::Map<const Matrix<float>, 0, Eigen::OuterStride<>>(b.data(), inner, n, Eigen::OuterStride<>(b_stride));
    const bool transposed = trial % 2 == 1;
    const Matrix<float> A = transposed ? Matrix<float>(ConstMatrixMap<float>(a.data(), inner, m).transpose())
                                       : Matrix<float>(ConstMatrixMap<float>(a.data(), m, inner));
    Matrix<float> C = Matrix<float>::Constant(m, c_stride, -7);
    kernels::multiply(transposed ? kernels::Strided{a.data(), 1, m} : kernels::Strided{a.data(), inner, 1}, b.data(), b_stride,
                      C.data(), c_stride, m, n, inner);
    INFO(m << "×" << inner << "×" << n << ", trial " << trial);
    CHECK(relative_error(C.leftCols(n), A * B) < 2e-6);
    CHECK((C.rightCols(c_stride - n).array() == -7).all());
  }
}

TEST_CASE("the sparse form of images holds every pixel that is not 0, across gaps of any length") {
  Random random(2);
  for (const int size : {37, 3000}) {
    const std::vector<std::uint8_t> pixels = random_pixels(5, size, size > 256 ? 0.002 : 0.3, random);
    const kernels::SparsePixels sparse = kernels::sparse_pixels(pixels, static_cast<std::size_t>(size));
    CHECK(sparse.image(1).empty());
    CHECK(sparse.image(2).size() == static_cast<std::size_t>(size));
    std::vector<std::uint8_t> back(pixels.size());
    for (Index image = 0; image < 5; ++image) {
      std::size_t at = image * static_cast<std::size_t>(size);
      for (const std::uint16_t pair : sparse.image(image)) {
        at += pair >> 8;
        back[at] = static_cast<std::uint8_t>(pair);
      }
    }
    CHECK(back == pixels);
  }
}

TEST_CASE("the sparse products equal the dense ones on random shapes, densities and widths") {
  Random random(3);
  for (int trial = 0; trial < 60; ++trial) {
    const int images = 3 + up_to(9, random), inputs = trial % 7 == 0 ? 300 + up_to(400, random) : up_to(90, random),
              n = trial % 10 == 0 ? 1000 + up_to(30, random) : up_to(70, random);
    const double density = inputs > 256 ? 0.01 : random.uniform();
    const int scale = trial % 2 == 0 ? 255 : 16;
    const std::vector<std::uint8_t> pixels = random_pixels(images, inputs, density, random);
    const kernels::SparsePixels sparse = kernels::sparse_pixels(pixels, static_cast<std::size_t>(inputs), scale);
    std::vector<Index> rows = {1, 2, 0, 2};
    for (int i = 0; i < 6; ++i) rows.push_back(random.below(static_cast<std::uint32_t>(images)));
    Matrix<float> X(static_cast<Eigen::Index>(rows.size()), inputs);
    for (std::size_t s = 0; s < rows.size(); ++s) {
      for (int i = 0; i < inputs; ++i) {
        X(static_cast<Eigen::Index>(s), i) =
            static_cast<float>(pixels[rows[s] * static_cast<std::size_t>(inputs) + static_cast<std::size_t>(i)]) /
            static_cast<float>(scale);
      }
    }
    const int stride = kernels::padded(n);
    const auto count = static_cast<Eigen::Index>(rows.size());
    const Vector<float> weights = random_floats(inputs * n + 3, random), bias = random_floats(n + 3, random);
    const ConstMatrixMap<float> W(weights.data(), inputs, n);
    INFO(images << " images of " << inputs << ", " << n << " wide, trial " << trial);

    Matrix<float> a(count, stride);
    kernels::TiledWeights tiles;
    kernels::copy_to_tiles(weights.data(), inputs, n, tiles);
    kernels::sparse_multiply(sparse, rows, tiles, inputs, bias.data(), n, a.data(), stride);
    CHECK(relative_error(a.leftCols(n), (X * W).rowwise() + bias.head(n).transpose()) < 2e-6);

    const Matrix<float> delta = Matrix<float>::NullaryExpr(count, stride, [&] { return static_cast<float>(random.normal()); });
    kernels::SparseColumns columns;
    kernels::collect(sparse, rows, inputs, columns);
    kernels::SparseColumns on_the_way;
    kernels::clear(on_the_way, rows.size(), inputs);
    kernels::sparse_multiply(sparse, rows, tiles, inputs, bias.data(), n, a.data(), stride, &on_the_way);
    CHECK(on_the_way.ends == columns.ends);
    CHECK(on_the_way.entries == columns.entries);
    Vector<float> gradient = Vector<float>::Zero(inputs * n + 3);
    gradient.tail(3).setConstant(-7);
    kernels::sparse_add_transposed_product(columns, delta.data(), stride, n, 1, gradient.data());
    CHECK(relative_error(MatrixMap<float>(gradient.data(), inputs, n), X.transpose() * delta.leftCols(n)) < 2e-6);
    CHECK((gradient.tail(3).array() == -7).all());

    Vector<float> updated = weights;
    kernels::sparse_add_transposed_product(columns, delta.data(), stride, n, -0.1f, updated.data(), &tiles);
    CHECK(updated.head(inputs * n) == weights.head(inputs * n) - 0.1f * gradient.head(inputs * n));
    CHECK(updated.tail(3) == weights.tail(3));
    // The tiles followed.
    const Matrix<float> before = a;
    kernels::sparse_multiply(sparse, rows, tiles, inputs, bias.data(), n, a.data(), stride);
    kernels::copy_to_tiles(updated.data(), inputs, n, tiles);
    Matrix<float> anew(count, stride);
    kernels::sparse_multiply(sparse, rows, tiles, inputs, bias.data(), n, anew.data(), stride);
    CHECK(a.leftCols(n) == anew.leftCols(n));
    CHECK(a.leftCols(n) != before.leftCols(n));
  }
}

TEST_CASE("the workspace predicts, loses and differentiates as the net's plain form does, on sparse and dense data") {
  Random random(4);
  for (int trial = 0; trial < 45; ++trial) {
    const NetOptions shape{.input_size = up_to(60, random),
                           .hidden_size = trial % 15 == 0   ? 1025 + up_to(30, random)
                                          : trial % 15 == 1 ? 1
                                                            : up_to(70, random),
                           .output_size = trial % 15 == 2 ? 1 : 1 + up_to(20, random),
                           .weight_init_std = 0.5,
                           .activation = static_cast<Activation>(trial % 3),
                           .seed = static_cast<std::uint64_t>(trial)};
    const TwoLayerNet<float> net(shape);
    const int images = 3 + up_to(6, random);
    std::vector<Label> labels(static_cast<std::size_t>(images));
    for (Label& label : labels) label = static_cast<Label>(random.below(static_cast<std::uint32_t>(shape.output_size)));
    const double density = trial % 2 == 0 ? 0.1 : 0.9;
    const Dataset data = Dataset::from_pixels(random_pixels(images, shape.input_size, density, random), labels,
                                              shape.input_size, shape.output_size);
    std::vector<Index> batch;
    for (int i = 0; i < 1 + trial % 7; ++i) batch.push_back(random.below(data.size()));
    const Matrix<float> x = data.inputs(batch);
    const std::vector<Label> right = data.labels(batch);
    INFO(shape.input_size << "-" << shape.hidden_size << "-" << shape.output_size << ", " << batch.size() << " samples, trial "
                          << trial);

    kernels::NetWorkspace workspace(net);
    workspace.load(data, batch);
    workspace.forward();
    const Matrix<float> y = net.predict(x);
    for (std::size_t row = 0; row < batch.size(); ++row) {
      const std::span<const float> output = workspace.output(row);
      CHECK(relative_error(ConstVectorMap<float>(output.data(), shape.output_size),
                           y.row(static_cast<Eigen::Index>(row)).transpose()) < 1e-5);
    }
    CHECK(workspace.loss() == Approx(net.loss(x, right)).epsilon(1e-5).margin(1e-6));
    CHECK(workspace.correct() / static_cast<double>(batch.size()) == Approx(net.accuracy(x, right)));

    workspace.backward();
    Vector<float> gradient(net.parameter_count());
    workspace.gradient(gradient.data());
    const Vector<float> plain = net.gradient(x, right);
    // It may be 0 but for rounding: of one output, or of one sample of each class on which all units are off.
    CHECK((gradient - plain).norm() < 1e-5 * plain.norm() + 1e-7);

    Vector<float> updated = net.parameters();
    workspace.set_parameters(updated.data());
    workspace.forward(true);
    workspace.backward();
    workspace.sgd_update(updated.data(), 0.1f);
    CHECK(updated == net.parameters() - 0.1f * gradient);
    workspace.forward();
    const double loss = workspace.loss();
    workspace.set_parameters(updated.data());
    workspace.forward();
    CHECK(workspace.loss() == loss);
  }
}

TEST_CASE("mostly empty images are kept sparse, full ones and other data are not") {
  Random random(5);
  const std::vector<Label> labels(10, 0);
  CHECK(sparse_pixels_of(Dataset::from_pixels(random_pixels(10, 100, 0.2, random), labels, 100)) != nullptr);
  CHECK(sparse_pixels_of(Dataset::from_pixels(random_pixels(10, 100, 0.9, random), labels, 100)) == nullptr);
  CHECK(sparse_pixels_of(toy_data(Toy::circle, {.size = 10})) == nullptr);
}
