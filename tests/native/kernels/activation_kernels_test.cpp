#include <cmath>

#include <catch2/catch.hpp>

#include <downhill/loss/activation.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/support/random.hpp>

#include "kernels/activation.hpp"
#include "kernels/cross_entropy.hpp"
#include "kernels/float4.hpp"
#include "kernels/sums.hpp"
#include "nets.hpp"

using namespace downhill;
using downhill::test::relative_error;
using downhill::test::up_to;

TEST_CASE("exp, sigmoid and tanh of four floats are right to 3 units in the last place") {
  using kernels::Float4;
  for (float x = -87.f; x < 87.f; x += 0.37f) {
    const Float4 y = kernels::exp(Float4{x, -x, x / 50, x / 1000});
    CHECK(y[0] == Approx(std::exp(double{x})).epsilon(3.6e-7));
    CHECK(y[1] == Approx(std::exp(-double{x})).epsilon(3.6e-7));
    CHECK(y[2] == Approx(std::exp(double{x / 50})).epsilon(3.6e-7));
    CHECK(y[3] == Approx(std::exp(double{x / 1000})).epsilon(3.6e-7));
    const Float4 s = kernels::sigmoid(Float4{x, x / 10, x / 100, 0});
    CHECK(s[0] == Approx(1 / (1 + std::exp(-double{x}))).epsilon(3.6e-7));
    CHECK(s[1] == Approx(1 / (1 + std::exp(-double{x / 10}))).epsilon(3.6e-7));
    CHECK(s[3] == 0.5f);
    const Float4 t = kernels::tanh(Float4{x, x / 10, x / 100, x / 10000});
    CHECK(t[0] == Approx(std::tanh(double{x})).epsilon(3.6e-7));
    CHECK(t[1] == Approx(std::tanh(double{x / 10})).epsilon(3.6e-7));
    CHECK(t[2] == Approx(std::tanh(double{x / 100})).epsilon(3.6e-7));
    CHECK(t[3] == Approx(std::tanh(double{x / 10000})).epsilon(3.6e-7));
  }
  const Float4 ends = kernels::exp(Float4{-1000, 1000, -87.4f, 88});
  CHECK(ends[0] == 0);
  CHECK(std::isinf(ends[1]));
  CHECK(ends[2] == Approx(std::exp(-87.4)).epsilon(1e-2));
  CHECK(ends[3] == Approx(std::exp(88.0)).epsilon(3.6e-7));
}

TEST_CASE("activations, their slopes and softmax over padded rows equal the plain forms") {
  Random random(6);
  for (int trial = 0; trial < 30; ++trial) {
    const int rows = up_to(6, random), size = trial < 3 ? 1 : up_to(14, random), stride = kernels::padded(size);
    const auto activation = static_cast<Activation>(trial % 3);
    const Matrix<float> a = Matrix<float>::NullaryExpr(rows, size, [&] { return static_cast<float>(5 * random.normal()); });
    Matrix<float> padded = Matrix<float>::Zero(rows, stride);
    padded.leftCols(size) = a;
    INFO(rows << " rows of " << size << ", " << name_of(activation));

    Matrix<float> z = padded;
    kernels::activate(activation, z.data(), static_cast<std::size_t>(z.size()));
    CHECK(relative_error(z.leftCols(size), activate<float>(activation, a)) < 1e-6);
    Matrix<float> delta = Matrix<float>::Constant(rows, stride, 2);
    kernels::multiply_by_slope(activation, delta.data(), z.data(), static_cast<std::size_t>(z.size()));
    CHECK(relative_error(delta.leftCols(size), 2 * activation_slope<float>(activation, z.leftCols(size))) < 1e-6);

    Vector<float> bias = Vector<float>::Zero(stride);
    bias.head(size) = Vector<float>::LinSpaced(size, -1, 2);
    Matrix<float> y = padded;
    kernels::softmax_rows(y.data(), bias.data(), static_cast<std::size_t>(rows), stride, size);
    CHECK(relative_error(y.leftCols(size), softmax<float>(a.rowwise() + bias.head(size).transpose())) < 1e-6);
    CHECK((y.rightCols(stride - size).array() == 0).all());
  }
}

TEST_CASE("sums by column equal Eigen's, and write only their own columns") {
  Random random(7);
  for (int trial = 0; trial < 20; ++trial) {
    const int rows = up_to(40, random), n = up_to(20, random), stride = kernels::padded(n);
    const Matrix<float> values = Matrix<float>::NullaryExpr(rows, stride, [&] { return static_cast<float>(random.normal()); });
    Vector<float> sums = Vector<float>::Constant(n + 1, -7);
    kernels::column_sums(values.data(), stride, static_cast<std::size_t>(rows), n, sums.data());
    CHECK(relative_error(sums.head(n), values.leftCols(n).colwise().sum().transpose()) < 1e-5);
    CHECK(sums[n] == -7);
  }
}

TEST_CASE("sums of scaled arrays and products of arrays equal Eigen's, empty ones too") {
  Random random(8);
  for (int trial = 0; trial < 20; ++trial) {
    const Eigen::Index size = 4 * static_cast<Eigen::Index>(random.below(12));
    const auto floats = [&] { return static_cast<float>(random.normal()); };
    const Vector<float> a = Vector<float>::NullaryExpr(size, floats), b = Vector<float>::NullaryExpr(size, floats);
    const auto count = static_cast<std::size_t>(size);
    CHECK(kernels::dot(a.data(), b.data(), count) == Approx(a.dot(b)).epsilon(0).margin(1e-6 * a.norm() * b.norm()));
    Vector<float> sums = a;
    kernels::add_scaled(sums.data(), 0.7f, b.data(), count);
    CHECK(sums == a + 0.7f * b);
  }
}

TEST_CASE("cross-entropy and its gradient over padded rows equal the plain forms") {
  Random random(9);
  for (int trial = 0; trial < 30; ++trial) {
    const int classes = trial < 3 ? 1 : up_to(14, random), stride = kernels::padded(classes);
    const auto batch = test::random_batch<float>(up_to(6, random), classes, classes, random);
    const Matrix<float> y = softmax<float>(5 * batch.x);
    Matrix<float> padded = Matrix<float>::Zero(y.rows(), stride), delta = Matrix<float>::Constant(y.rows(), stride, -7);
    padded.leftCols(classes) = y;
    CHECK(kernels::cross_entropy(padded.data(), stride, batch.labels) ==
          Approx(cross_entropy_error<float>(y, batch.labels)).epsilon(1e-12));
    kernels::softmax_cross_entropy_gradient(padded.data(), stride, batch.labels, delta.data());
    CHECK(relative_error(delta.leftCols(classes), softmax_cross_entropy_gradient<float>(y, batch.labels)) < 1e-6);
    CHECK((delta.rightCols(stride - classes).array() == 0).all());
  }
}
