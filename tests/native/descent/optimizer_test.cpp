#include <array>
#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include <downhill/descent/optimizer.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;

namespace {

/// x after one step by the gradient 2 and after another by the gradient −1, from x = 1 with learning rate 0.1.
std::array<double, 2> two_steps(OptimizerKind kind) {
  Optimizer<double> optimizer{.kind = kind, .first = {}, .second = {}};
  Vector<double> x = Vector<double>::Constant(1, 1.0);
  optimizer.update(x, Vector<double>::Constant(1, 2.0), 0.1);
  const double first = x[0];
  optimizer.update(x, Vector<double>::Constant(1, -1.0), 0.1);
  CHECK(optimizer.steps == 2);
  return {first, x[0]};
}

void check_steps(OptimizerKind kind, double first, double second) {
  const auto steps = two_steps(kind);
  CHECK_THAT(steps[0], Catch::WithinAbs(first, 1e-15));
  CHECK_THAT(steps[1], Catch::WithinAbs(second, 1e-15));
}

}  // namespace

TEST_CASE("SGD steps from 1 to 1 - 0.1*2 = 0.8 and to 0.8 + 0.1 = 0.9") { check_steps(OptimizerKind::sgd, 0.8, 0.9); }

TEST_CASE("momentum: v = -0.2, x = 0.8; v = -0.18 + 0.1 = -0.08, x = 0.72") { check_steps(OptimizerKind::momentum, 0.8, 0.72); }

TEST_CASE("Nesterov: x = 1 - 0.18 - 0.2 = 0.62; v = -0.08, x = 0.62 - 0.072 + 0.1 = 0.648") {
  check_steps(OptimizerKind::nesterov, 0.62, 0.648);
}

TEST_CASE("AdaGrad: s = 4, x = 1 - 0.2/(2 + 1e-7); s = 5, x = that + 0.1/(sqrt(5) + 1e-7)") {
  check_steps(OptimizerKind::adagrad, 0.90000000499999975, 0.944721362549995633);
}

TEST_CASE("RMSProp: s = 0.04, x = 1 - 0.2/(0.2 + 1e-7); s = 0.0496, x = that + 0.1/(sqrt(0.0496) + 1e-7)") {
  check_steps(OptimizerKind::rmsprop, 4.99999750000124999e-7, 0.449013553453874553);
}

TEST_CASE(
    "Adam: m = 0.2, s = 0.004, x = 1 - 0.1*sqrt(0.001)/0.1*0.2/(sqrt(0.004) + 1e-7); "
    "m = 0.08, s = 0.004996, x = that - 0.1*sqrt(0.001999)/0.19*0.08/(sqrt(0.004996) + 1e-7)") {
  check_steps(OptimizerKind::adam, 0.900000158113633009, 0.873366491828360150);
}

TEMPLATE_TEST_CASE("every parameter is stepped by its own gradient alone", "", float, double) {
  for (const OptimizerKind kind : {OptimizerKind::sgd, OptimizerKind::momentum, OptimizerKind::nesterov, OptimizerKind::adagrad,
                                   OptimizerKind::rmsprop, OptimizerKind::adam}) {
    constexpr Eigen::Index size = 19;
    const Vector<TestType> start = Vector<TestType>::LinSpaced(size, -1, 1);
    const Vector<TestType> gradient = Vector<TestType>::LinSpaced(size, 3, -2);
    Vector<TestType> together = start;
    Optimizer<TestType> optimizer{.kind = kind, .first = {}, .second = {}};
    for (int step = 0; step < 3; ++step) optimizer.update(together, gradient, TestType{0.25});
    for (Eigen::Index i = 0; i < size; ++i) {
      Vector<TestType> alone = start.segment(i, 1);
      Optimizer<TestType> own{.kind = kind, .first = {}, .second = {}};
      for (int step = 0; step < 3; ++step) own.update(alone, gradient.segment(i, 1), TestType{0.25});
      CHECK_THAT(together[i], Catch::WithinAbs(alone[0], 8 * std::numeric_limits<TestType>::epsilon()));
    }
  }
}

TEST_CASE("a gradient of 0 leaves a fresh optimiser where it is, and NaN shows") {
  for (const OptimizerKind kind : {OptimizerKind::sgd, OptimizerKind::momentum, OptimizerKind::nesterov, OptimizerKind::adagrad,
                                   OptimizerKind::rmsprop, OptimizerKind::adam}) {
    Optimizer<double> optimizer{.kind = kind, .first = {}, .second = {}};
    Vector<double> x = Vector<double>::Constant(2, 3.0);
    optimizer.update(x, Vector<double>::Zero(2), 0.1);
    CHECK(x == Vector<double>::Constant(2, 3.0));
    optimizer.update(x, Vector<double>::Constant(2, std::nan("")), 0.1);
    CHECK(x.array().isNaN().all());
  }
}

TEST_CASE("a copied optimiser goes on as the original does") {
  Optimizer<double> optimizer{.kind = OptimizerKind::adam, .first = {}, .second = {}};
  Vector<double> x = Vector<double>::Ones(3);
  optimizer.update(x, Vector<double>::Constant(3, 0.5), 0.1);
  Optimizer<double> other = optimizer;
  Vector<double> y = x;
  optimizer.update(x, Vector<double>::Constant(3, -0.25), 0.1);
  other.update(y, Vector<double>::Constant(3, -0.25), 0.1);
  CHECK(x == y);
}

TEST_CASE("sizes that differ are refused") {
  Optimizer<double> optimizer{.kind = OptimizerKind::momentum, .first = {}, .second = {}};
  Vector<double> x = Vector<double>::Ones(3);
  CHECK_THROWS_AS(optimizer.update(x, Vector<double>::Ones(2), 0.1), TypeError);
  optimizer.update(x, Vector<double>::Ones(3), 0.1);
  Vector<double> longer = Vector<double>::Ones(4);
  CHECK_THROWS_WITH(optimizer.update(longer, Vector<double>::Ones(4), 0.1),
                    "the optimizer's state has 3 values; the parameters have 4");
  CHECK(optimizer.steps == 1);
  CHECK(longer == Vector<double>::Ones(4));
}

TEST_CASE("optimisers are known by name") {
  for (const char* name : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"}) {
    CHECK(name_of(optimizer_named(name)) == name);
  }
  CHECK_THROWS_AS(optimizer_named("Adam"), RangeError);
  CHECK_THROWS_WITH(optimizer_named("lion"), Catch::Contains("\"lion\"") && Catch::Contains("\"adam\""));
}
