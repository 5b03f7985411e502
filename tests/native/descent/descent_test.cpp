#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/descent/descent.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

const std::array<double, 2> chapter_start = {-3, 4};

/// The chapter's descent on x0² + x1² from (−3, 4).
Descent chapter_descent(double learning_rate, int steps, Differentiation method = Differentiation::numerical) {
  return gradient_descent(of_two("x0^2 + x1^2"), chapter_start,
                          {.learning_rate = learning_rate, .steps = steps, .method = method});
}

std::array<double, 2> end_of(const Descent& descent) {
  return {descent.path[descent.path.size() - 2], descent.path[descent.path.size() - 1]};
}

}  // namespace

TEST_CASE("rate 0.1, 20 steps from (-3, 4) end at (-0.0345876451, 0.0461168602)") {
  const auto end = end_of(chapter_descent(0.1, 20));
  CHECK_THAT(end[0], WithinAbs(-0.0345876451, 5e-11));
  CHECK_THAT(end[1], WithinAbs(0.0461168602, 5e-11));
}

TEST_CASE("rate 0.1, 100 steps end at (-6.1111e-10, 8.1481e-10)") {
  const auto end = end_of(chapter_descent(0.1, 100));
  CHECK_THAT(end[0], WithinAbs(-6.1111e-10, 5e-15));
  CHECK_THAT(end[1], WithinAbs(8.1481e-10, 5e-15));
}

TEST_CASE("rate 10, 100 steps run away to about (-2.59e13, -1.30e12), but stay finite") {
  const Descent descent = chapter_descent(10, 100);
  CHECK_FALSE(descent.diverged);
  CHECK(descent.values.size() == 101);
  CHECK_THAT(end_of(descent)[0], WithinRel(-2.59e13, 1e-3));
  CHECK_THAT(end_of(descent)[1], WithinRel(-1.30e12, 1e-2));
}

TEST_CASE("rate 1e-10, 100 steps hardly move: (-2.99999994, 3.99999992)") {
  const auto end = end_of(chapter_descent(1e-10, 100));
  CHECK_THAT(end[0], WithinAbs(-2.99999994, 1e-13));
  CHECK_THAT(end[1], WithinAbs(3.99999992, 1e-13));
}

TEST_CASE("the path holds the start and the point after each step, with f at each") {
  const Descent descent = chapter_descent(0.1, 20);
  const Expression f = of_two("x0^2 + x1^2");
  REQUIRE(descent.path.size() == 21 * 2);
  REQUIRE(descent.values.size() == 21);
  CHECK(descent.path[0] == -3);
  CHECK(descent.path[1] == 4);
  for (std::size_t k = 0; k <= 20; ++k) {
    CHECK(descent.values[k] == f.value(std::span(descent.path).subspan(2 * k, 2)));
    CHECK_THAT(descent.path[2 * k], WithinAbs(-3 * std::pow(0.8, k), 1e-10));
    CHECK_THAT(descent.path[2 * k + 1], WithinAbs(4 * std::pow(0.8, k), 1e-10));
  }
  CHECK(chapter_descent(0.1, 0).path == std::vector<double>{-3, 4});
}

TEST_CASE("the caller's start is not overwritten") {
  std::vector<double> start = {-3, 4};
  gradient_descent(of_two("x0^2 + x1^2"), start, {.learning_rate = 0.1, .steps = 20});
  CHECK(start == std::vector<double>{-3, 4});
}

TEST_CASE("exact and numerical gradients walk the same way") {
  const Expression f = of_two("(1 - x0)^2 + 5*(x1 - x0^2)^2");
  for (const OptimizerKind kind : {OptimizerKind::sgd, OptimizerKind::momentum, OptimizerKind::nesterov, OptimizerKind::adagrad,
                                   OptimizerKind::rmsprop, OptimizerKind::adam}) {
    DescentOptions options{.learning_rate = 0.01, .steps = 50, .optimizer = kind};
    const Descent numerical = gradient_descent(f, std::array{-1.0, 1.5}, options);
    options.method = Differentiation::exact;
    const Descent exact = gradient_descent(f, std::array{-1.0, 1.5}, options);
    REQUIRE(numerical.path.size() == exact.path.size());
    for (std::size_t i = 0; i < exact.path.size(); ++i) CHECK_THAT(numerical.path[i], WithinAbs(exact.path[i], 1e-6));
    CHECK(exact.values.back() < exact.values.front());
  }
}

TEST_CASE("a run that overflows says that it diverged, and its path ends before") {
  const Descent descent = chapter_descent(10, 1000, Differentiation::exact);
  CHECK(descent.diverged);
  CHECK(descent.values.size() < 1000);
  CHECK(descent.path.size() == 2 * descent.values.size());
  for (const double value : descent.path) CHECK(std::isfinite(value));
  for (const double value : descent.values) CHECK(std::isfinite(value));
  // Each step multiplies x by 1 − 20; f grows by 361 and passes the largest float64 after 120 of them.
  CHECK(descent.values.size() == 120);
  CHECK_THAT(descent.values.back(), WithinRel(25 * std::pow(361.0, 119), 1e-12));

  const Descent off_the_edge =
      gradient_descent(of_two("log(x0) + x1^2"), std::array{1.0, 1.0}, {.learning_rate = 2, .steps = 9});
  CHECK(off_the_edge.diverged);
  CHECK(off_the_edge.values.size() == 1);
}

TEST_CASE("a descent that leaves the place where f is defined says why there is no value") {
  const Expression root = Expression::parse("sqrt(x0)", std::array<std::string, 1>{"x0"});
  const Descent over =
      gradient_descent(root, std::array{0.01}, {.learning_rate = 1, .steps = 3, .method = Differentiation::exact});
  CHECK(over.diverged);
  REQUIRE(over.undefined.has_value());
  CHECK(over.undefined->reason_name() == "root");
  // Here it is the numerical gradient that looks beyond the edge.
  const Descent beside = gradient_descent(root, std::array{0.25}, {.learning_rate = 1e-9, .steps = 3, .h = 0.5});
  CHECK(beside.diverged);
  REQUIRE(beside.undefined.has_value());
  CHECK(beside.undefined->written() == "sqrt(-0.25)");
}

TEST_CASE("runaway_step finds the step at which a rate of 10 leaves the valley, and nothing for 0.1 and 1e-10") {
  CHECK(runaway_step(chapter_descent(10, 100).values) == 1);
  CHECK(runaway_step(chapter_descent(0.1, 100).values) == std::nullopt);
  CHECK(runaway_step(chapter_descent(1e-10, 100).values) == std::nullopt);
  // Rate 1.1: f grows by 1.44 a step; 1.44⁶ − 1 = 7.9 and 1.44⁷ − 1 = 11.8.
  CHECK(runaway_step(chapter_descent(1.1, 100).values) == 7);
  CHECK(runaway_step(chapter_descent(1.1, 100).values, 5) == 5);
}

TEST_CASE("runaway_step measures a rise by what the run has gained or by f at the start") {
  CHECK(runaway_step(std::vector<double>{}) == std::nullopt);
  CHECK(runaway_step(std::vector<double>{3}) == std::nullopt);
  CHECK(runaway_step(std::vector<double>{1, 11, 12}) == 2);
  CHECK(runaway_step(std::vector<double>{1, -4, 50, 52}) == 3);
  CHECK(runaway_step(std::vector<double>{0, 1e-20, 1e-9, 1e-7}) == 3);
  CHECK(runaway_step(std::vector<double>{-2, 17, 19}) == 2);
  CHECK_THROWS_AS(runaway_step(std::vector<double>{1}, 0), RangeError);
  CHECK_THROWS_AS(runaway_step(std::vector<double>{1}, std::nan("")), RangeError);
}

TEST_CASE("bad starts and options are refused") {
  const Expression f = of_two("x0^2 + log(x1)");
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto descend = [&](std::vector<double> start, DescentOptions options) { return gradient_descent(f, start, options); };
  CHECK_THROWS_AS(descend({1}, {}), TypeError);
  CHECK_THROWS_AS(descend({1, 2, 3}, {}), TypeError);
  CHECK_THROWS_WITH(descend({1, nan}, {}), "start[1] is NaN; allowed is a finite number");
  CHECK_THROWS_WITH(descend({1, -1}, {}),
                    Catch::Contains("f at the start is") && Catch::Contains("choose a start where f is defined"));
  CHECK_THROWS_AS(descend({1, 0}, {}), RangeError);
  for (const double bad : {nan, -0.1, std::numeric_limits<double>::infinity()}) {
    CHECK_THROWS_AS(descend({1, 1}, {.learning_rate = bad}), RangeError);
    CHECK_THROWS_AS(descend({1, 1}, {.h = bad}), RangeError);
  }
  CHECK_THROWS_AS(descend({1, 1}, {.h = 0}), RangeError);
  CHECK_THROWS_WITH(descend({1, 1}, {.steps = -1}), "steps is -1; allowed is a whole number from 0 to 1000000");
  CHECK_THROWS_AS(descend({1, 1}, {.steps = 1'000'001}), RangeError);
}

TEST_CASE("where f is flat because an overflow has swallowed x, the exact method stays and does not call it divergence") {
  for (const auto& [source, start] : {std::pair{"1/(1+exp(-100*x0))", -8.0}, std::pair{"1/cosh(x0)", 800.0}}) {
    const Expression f = Expression::parse(source, std::vector<std::string>{"x0"});
    const Descent descent = gradient_descent(f, std::array{start}, {.steps = 5, .method = Differentiation::exact});
    CHECK_FALSE(descent.diverged);
    CHECK(descent.path == std::vector<double>(6, start));
  }
}
