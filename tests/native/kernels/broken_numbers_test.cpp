#include <cmath>
#include <limits>
#include <new>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/loss/activation.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/surface/loss_surface.hpp>

#include "data/dataset_store.hpp"
#include "kernels/activation.hpp"
#include "kernels/cross_entropy.hpp"
#include "kernels/float4.hpp"
#include "kernels/multiply.hpp"
#include "kernels/net_pass.hpp"
#include "kernels/net_workspace.hpp"
#include "kernels/sparse.hpp"
#include "kernels/sums.hpp"
#include "loss/unchecked_loss.hpp"
#include "net/answer.hpp"
#include "nets.hpp"
#include "numbers.hpp"

// Every fast form agrees with its plain twin also where numbers are NaN or infinite, or become so on the way.

using namespace downhill;
using namespace downhill::test;

namespace {

/// 1 in every third case, else up to `largest`.
int size_up_to(int largest, Random& random) { return random.below(3) == 0 ? 1 : up_to(largest, random); }

Matrix<float> as_row(const Vector<float>& values) { return values.transpose(); }

/// Eigen's exp of −∞ may be 1e-40 instead of 0; then ∞ stands where 0·∞, which is NaN, belongs.
Matrix<float> infinity_as_nan(const Matrix<float>& values) { return values.array() * 0 + values.array(); }

/// A net whose numbers may end anywhere: as drawn, times 1e25, or with some that are none.
TwoLayerNet<float> wild_net(int trial, Random& random) {
  TwoLayerNet<float> net(NetOptions{.input_size = size_up_to(30, random),
                                    .hidden_size = size_up_to(60, random),
                                    .output_size = size_up_to(14, random),
                                    .weight_init_std = 0.5,
                                    .activation = static_cast<Activation>(trial % 3),
                                    .seed = static_cast<std::uint64_t>(trial)});
  if (trial % 4 == 1) net.parameters() *= 1e25f;
  if (trial % 4 >= 2)
    break_some(net.parameters(), trial % 8 == 2 ? 0.2 : 1.5 / static_cast<double>(net.parameter_count()), random);
  return net;
}

Dataset pixel_data(const TwoLayerNet<float>& net, double density, Random& random) {
  constexpr int images = 6;
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(images * net.input_size()));
  for (std::uint8_t& pixel : pixels) pixel = random.uniform() < density ? static_cast<std::uint8_t>(1 + random.below(255)) : 0;
  std::vector<Label> labels(images);
  for (Label& label : labels) label = static_cast<Label>(random.below(static_cast<std::uint32_t>(net.output_size())));
  return Dataset::from_pixels(std::move(pixels), std::move(labels), net.input_size(), net.output_size());
}

}  // namespace

TEST_CASE("exp, sigmoid and tanh of four floats have the limits of the functions, and NaN stays NaN") {
  using kernels::Float4;
  const float large = std::numeric_limits<float>::infinity();
  const Float4 x = {large, -large, NAN, 1e30f};
  const Float4 e = kernels::exp(x), s = kernels::sigmoid(x), t = kernels::tanh(x);
  CHECK(e[0] == large);
  CHECK(e[1] == 0);
  CHECK(std::isnan(e[2]));
  CHECK(s[0] == 1);
  CHECK(s[1] == 0);
  CHECK(std::isnan(s[2]));
  CHECK(t[0] == 1);
  CHECK(t[1] == -1);
  CHECK(std::isnan(t[2]));
  CHECK(t[3] == 1);
}

TEST_CASE("activations, slopes and softmax agree with the plain forms on NaN and infinity") {
  Random random(1);
  for (int trial = 0; trial < 300; ++trial) {
    const int rows = up_to(5, random), size = size_up_to(14, random), stride = kernels::padded(size);
    const auto activation = static_cast<Activation>(trial % 3);
    Matrix<float> a = 5 * random_matrix<float>(rows, size, random);
    break_some(a, trial % 2 == 0 ? 0.1 : 0.7, random);
    Matrix<float> padded = Matrix<float>::Zero(rows, stride);
    padded.leftCols(size) = a;
    INFO(rows << " rows of " << size << ", " << name_of(activation) << "\n" << a);

    Matrix<float> plain = a;
    activate_in_place<float>(activation, plain);
    Matrix<float> z = padded;
    kernels::activate(activation, z.data(), static_cast<std::size_t>(z.size()));
    CHECK(difference_of<float>(z.leftCols(size), plain, 1e-6) == "");

    Matrix<float> delta = Matrix<float>::Constant(rows, stride, 2);
    kernels::multiply_by_slope(activation, delta.data(), z.data(), static_cast<std::size_t>(z.size()));
    CHECK(difference_of<float>(delta.leftCols(size), 2 * activation_slope<float>(activation, z.leftCols(size)), 1e-6) == "");

    Vector<float> bias = Vector<float>::Zero(stride);
    bias.head(size) = Vector<float>::LinSpaced(size, -1, 2);
    plain = a.rowwise() + bias.head(size).transpose();
    softmax_in_place<float>(plain);
    Matrix<float> y = padded;
    kernels::softmax_rows(y.data(), bias.data(), static_cast<std::size_t>(rows), stride, size);
    CHECK(difference_of<float>(y.leftCols(size), plain, 1e-6) == "");

    std::vector<Label> labels;
    for (int row = 0; row < rows; ++row) labels.push_back(static_cast<Label>(random.below(static_cast<std::uint32_t>(size))));
    const auto loss = unchecked::cross_entropy_error<float>(y.leftCols(size), labels);
    CHECK(same_kind(kernels::cross_entropy(y.data(), stride, labels), loss));
    kernels::softmax_cross_entropy_gradient(y.data(), stride, labels, delta.data());
    CHECK(difference_of<float>(delta.leftCols(size), unchecked::softmax_cross_entropy_gradient<float>(y.leftCols(size), labels),
                               1e-6) == "");
  }
}

TEST_CASE("products and sums agree with the plain forms on NaN and infinity") {
  Random random(2);
  for (int trial = 0; trial < 200; ++trial) {
    const int m = size_up_to(11, random), n = size_up_to(30, random), inner = size_up_to(40, random);
    const double share = trial % 2 == 0 ? 0.02 : 0.3;
    Matrix<float> a = random_matrix<float>(m, inner, random);
    Vector<float> b = random_vector(inner * n + 3, static_cast<std::uint64_t>(trial));
    break_some(a, share, random);
    break_some(b, share, random);
    const Matrix<float> B = ConstMatrixMap<float>(b.data(), inner, n);
    const Matrix<float> expected = a.lazyProduct(B);
    INFO(m << "×" << inner << "×" << n << ", trial " << trial);

    Matrix<float> c(m, n);
    kernels::multiply({a.data(), inner, 1}, b.data(), n, c.data(), n, m, n, inner);
    CHECK(difference_of<float>(c, expected, 2e-6, 1) == "");
    // Eigen's own products, which the plain forms use.
    const Matrix<float> transposed = a.transpose(), B_transposed = B.transpose();
    CHECK(difference_of<float>(a * B, expected, 2e-6, 1) == "");
    CHECK(difference_of<float>(transposed.transpose() * B, expected, 2e-6, 1) == "");
    CHECK(difference_of<float>(a * B_transposed.transpose(), expected, 2e-6, 1) == "");

    Vector<float> sums(inner);
    const int stride = kernels::padded(inner);
    Matrix<float> padded = Matrix<float>::Zero(m, stride);
    padded.leftCols(inner) = a;
    kernels::column_sums(padded.data(), stride, static_cast<std::size_t>(m), inner, sums.data());
    CHECK(difference_of<float>(as_row(sums), a.colwise().sum(), 1e-5, 1) == "");
    const auto count = static_cast<std::size_t>(stride);
    CHECK(same_kind(kernels::dot(padded.data(), padded.data(), count), double{padded.row(0).dot(padded.row(0))}));
    Vector<float> scaled = padded.row(0);
    kernels::add_scaled(scaled.data(), 0.5f, padded.data(), count);
    CHECK(difference_of<float>(as_row(scaled), padded.row(0) + 0.5f * padded.row(0), 1e-6) == "");
    CHECK(kernels::all_finite(b.data(), static_cast<std::size_t>(b.size())) == b.allFinite());
  }
}

TEST_CASE("a number that is none is found at every place of an array of every length") {
  for (std::size_t count = 0; count < 13; ++count) {
    std::vector<float> values(count, -std::numeric_limits<float>::max());
    CHECK(kernels::all_finite(values.data(), count));
    for (float& value : values) {
      for (const float broken : {not_a_number, infinity, -infinity}) {
        const float before = value;
        value = broken;
        CHECK_FALSE(kernels::all_finite(values.data(), count));
        value = before;
      }
    }
  }
}

TEST_CASE("the workspace agrees with a net whose parameters are NaN, infinite or too large, on sparse and dense data") {
  Random random(3);
  for (int trial = 0; trial < 400; ++trial) {
    const TwoLayerNet<float> net = wild_net(trial, random);
    const Dataset data = pixel_data(net, trial % 2 == 0 ? 0.2 : 0.9, random);
    std::vector<Index> batch;
    for (int i = 0; i < 1 + trial % 5; ++i) batch.push_back(random.below(data.size()));
    const Matrix<float> x = data.inputs(batch);
    const std::vector<Label> labels = data.labels(batch);
    INFO(net.input_size() << "-" << net.hidden_size() << "-" << net.output_size() << " " << name_of(net.activation()) << ", "
                          << batch.size() << " samples, " << (sparse_pixels_of(data) ? "sparse" : "dense") << ", trial "
                          << trial);
    // What is a difference of sums as large as 1e25, or 1e50, is rounding and no more.
    const double tolerance = net.parameters().cwiseAbs().maxCoeff() < 1e6f ? 1e-4 : 1e30;

    kernels::NetWorkspace workspace(net);
    workspace.load(data, batch);
    workspace.forward(trial % 3 == 0);
    const Matrix<float> y = net.predict(x);
    for (std::size_t row = 0; row < batch.size(); ++row) {
      const std::span<const float> output = workspace.output(row);
      CHECK(difference_of<float>(ConstMatrixMap<float>(output.data(), 1, net.output_size()),
                                 y.row(static_cast<Eigen::Index>(row)), tolerance) == "");
    }
    CHECK(same_kind(workspace.loss(), net.loss(x, labels)));
    CHECK(std::isnan(workspace.loss()) == y.array().isNaN().any());
    if (tolerance < 1) CHECK(workspace.correct() == count_correct<float>(y, labels));

    workspace.backward();
    Vector<float> gradient(net.parameter_count());
    workspace.gradient(gradient.data());
    CHECK(difference_of<float>(infinity_as_nan(as_row(gradient)), infinity_as_nan(as_row(net.gradient(x, labels))),
                               tolerance) == "");
    Vector<float> updated = net.parameters();
    workspace.sgd_update(updated.data(), 0.1f);
    CHECK(difference_of<float>(as_row(updated), as_row(net.parameters() - 0.1f * gradient), 0) == "");
  }
}

TEST_CASE("the loss surface agrees with that of a net at each point also where numbers overflow") {
  Random random(4);
  for (int trial = 0; trial < 60; ++trial) {
    const TwoLayerNet<float> net(NetOptions{.input_size = size_up_to(9, random),
                                            .hidden_size = size_up_to(20, random),
                                            .output_size = size_up_to(9, random),
                                            .weight_init_std = 0.5,
                                            .activation = static_cast<Activation>(trial % 3),
                                            .seed = static_cast<std::uint64_t>(trial)});
    const auto batch = random_batch<float>(size_up_to(6, random), net.input_size(), net.output_size(), random);
    const auto seed = static_cast<std::uint64_t>(100 + trial);
    const Plane plane{net.parameters(), random_vector(net.parameter_count(), seed),
                      random_vector(net.parameter_count(), seed + 1)};
    const double far = std::pow(10.0, 20 + trial % 20);
    const Grid grid{.x0 = {-far, far}, .x1 = {-1, 1}, .columns = 5, .rows = 2};
    const LossSurface fast = loss_surface(net, plane, batch.x, batch.labels, grid);
    const LossSurface plain = loss_surface_plain(net, plane, batch.x, batch.labels, grid);
    INFO(net.input_size() << "-" << net.hidden_size() << "-" << net.output_size() << " " << name_of(net.activation())
                          << ", as far as " << far << ", trial " << trial);
    for (std::size_t i = 0; i < plain.loss.size(); ++i) {
      CHECK(same_kind(fast.loss[i], plain.loss[i]));
      CHECK(same_kind(fast.downhill_a[i], plain.downhill_a[i]));
    }
  }
}

TEST_CASE("a pass from a1 on agrees with a net whose parameters are NaN or infinite") {
  Random random(5);
  for (int trial = 0; trial < 200; ++trial) {
    const TwoLayerNet<float> net = wild_net(trial, random);
    const auto batch = random_batch<float>(size_up_to(9, random), net.input_size(), net.output_size(), random);
    const ParameterViews<const float> parameters(net.parameters().data(), net.shape());
    kernels::NetPass pass(net);
    pass.resize(batch.labels.size());
    pass.set_a1(batch.x, parameters);
    pass.set_output_layer(parameters);
    pass.forward();
    INFO("trial " << trial);
    CHECK(same_kind(pass.loss(batch.labels), net.loss(batch.x, batch.labels)));
  }
}

TEST_CASE("the incremental numerical gradient agrees with the naive one for steps of any size") {
  const double h = GENERATE(0.5, 0.7, 1.0, 30.0, 1000.0, 1e6, 1e100);
  Random random(6);
  for (std::uint64_t trial = 0; trial < 30; ++trial) {
    const TwoLayerNet<double> net({.input_size = size_up_to(6, random),
                                   .hidden_size = size_up_to(6, random),
                                   .output_size = size_up_to(6, random),
                                   .weight_init_std = trial % 5 == 0 ? 100 : 0.7,
                                   .activation = static_cast<Activation>(trial % 3),
                                   .seed = trial});
    const auto batch = random_batch<double>(size_up_to(5, random), net.input_size(), net.output_size(), random, 0.3);
    const Vector<double> plain = net.numerical_gradient(batch.x, batch.labels, naive(h));
    const Vector<double> incremental = net.numerical_gradient(batch.x, batch.labels, {.h = h});
    INFO(net.input_size() << "-" << net.hidden_size() << "-" << net.output_size() << " " << name_of(net.activation())
                          << ", h = " << h << ", trial " << trial);
    // As the losses that they are differences of, which have no digit more than these.
    CHECK(difference_of<double>(h * incremental.transpose(), h * plain.transpose(), 1e-9, 1) == "");
  }
}

TEST_CASE("the numerical gradient of a net that is broken is NaN in either form") {
  Random random(7);
  for (int trial = 0; trial < 60; ++trial) {
    const TwoLayerNet<double> net = wild_net(4 * trial + 2 + trial % 2, random).cast<double>();
    const auto batch = random_batch<double>(size_up_to(4, random), net.input_size(), net.output_size(), random, 0.3);
    std::vector<Index> some;
    for (int i = 0; i < 12; ++i) some.push_back(random.below(static_cast<std::uint32_t>(net.parameter_count())));
    const Vector<double> plain = net.numerical_gradient(batch.x, batch.labels, naive(default_h, some));
    const Vector<double> incremental = net.numerical_gradient(batch.x, batch.labels);
    for (std::size_t i = 0; i < some.size(); ++i) {
      INFO(net.input_size() << "-" << net.hidden_size() << "-" << net.output_size() << " " << name_of(net.activation())
                            << ", parameter " << some[i] << ", trial " << trial);
      CHECK(same_kind(incremental[some[i]], plain[static_cast<Eigen::Index>(i)]));
    }
  }
}

TEST_CASE("a buffer that no memory can hold is refused before its size wraps") {
  CHECK(kernels::buffer_size(100, 52) == 5'200);
  CHECK_THROWS_AS(kernels::buffer_size(std::numeric_limits<std::size_t>::max() / 4 + 1, 4), std::bad_alloc);
}
