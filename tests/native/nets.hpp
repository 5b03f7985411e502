#pragma once

#include <vector>

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/random.hpp>

// Random nets and batches for tests of what is built on them.

namespace downhill::test {

template <class Scalar>
struct Batch {
  Matrix<Scalar> x;
  std::vector<Label> labels;
};

/// A whole number from 1 to `largest`.
inline int up_to(int largest, Random& random) {
  return 1 + static_cast<int>(random.below(static_cast<std::uint32_t>(largest)));
}

/// The options of the naive numerical gradient, the plainest form of any.
inline NumericalGradientOptions naive(double h = default_h, std::span<const Index> parameters = {}) {
  return {.h = h, .method = NumericalMethod::naive, .parameters = parameters};
}

/// Standard normal inputs, each 0 with probability `zeros`; uniform labels.
template <class Scalar>
Batch<Scalar> random_batch(int rows, int inputs, int classes, Random& random, double zeros = 0) {
  Batch<Scalar> batch{Matrix<Scalar>(rows, inputs), std::vector<Label>(static_cast<std::size_t>(rows))};
  for (Scalar& value : batch.x.reshaped()) {
    const double draw = random.normal();
    value = random.uniform() < zeros ? Scalar{0} : static_cast<Scalar>(draw);
  }
  for (Label& label : batch.labels) label = static_cast<Label>(random.below(static_cast<std::uint32_t>(classes)));
  return batch;
}

/// Standard normal.
template <class Scalar>
Matrix<Scalar> random_matrix(Eigen::Index rows, Eigen::Index columns, Random& random) {
  return Matrix<Scalar>::NullaryExpr(rows, columns, [&] { return static_cast<Scalar>(random.normal()); });
}

/// Standard normal.
inline Vector<float> random_vector(Eigen::Index size, std::uint64_t seed) {
  Random random(seed);
  Vector<float> values(size);
  for (float& value : values) value = static_cast<float>(random.normal());
  return values;
}

/// ‖a − b‖ / (‖a‖ + ‖b‖)
template <class A, class B>
double relative_error(const A& a, const B& b) {
  const double scale = a.template cast<double>().norm() + b.template cast<double>().norm();
  return scale > 0 ? (a.template cast<double>() - b.template cast<double>()).norm() / scale : 0;
}

}  // namespace downhill::test
