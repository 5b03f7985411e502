#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/derivative_sweep.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;

namespace {

/// How many decades the median error rises for each decade of h, between two ranges of one decade.
double slope_between(const DerivativeSweep& sweep, const std::vector<double>& errors, double from, double to) {
  const auto mean_log_error = [&](double h) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < sweep.h.size(); ++i) {
      if (std::abs(std::log10(sweep.h[i] / h)) > 0.5 || errors[i] == 0) continue;
      sum += std::log10(errors[i]);
      ++count;
    }
    return sum / count;
  };
  return (mean_log_error(to) - mean_log_error(from)) / std::log10(to / from);
}

}  // namespace

TEST_CASE("right of the V the error falls with slope 2 or 1, left of it rises with slope -1, in both precisions") {
  const Expression f = of_x("exp(x)*sin(3*x)");
  for (const auto& [scheme, order, turn] :
       {std::tuple{Scheme::central, 2.0, 1e-7}, {Scheme::forward, 1.0, 1e-9}, {Scheme::backward, 1.0, 1e-9}}) {
    const DerivativeSweep sweep = derivative_sweep(f, 0.7, scheme, 1e-1, 1e-13, 241);
    CHECK(slope_between(sweep, sweep.errors.float64, 1e-3, 1e-2) == Approx(order).margin(0.1));
    CHECK(slope_between(sweep, sweep.errors.float64, 1e-12, turn) == Approx(-1).margin(0.25));
  }
  const DerivativeSweep sweep = derivative_sweep(f, 0.7, Scheme::central, 1e-1, 1e-13, 241);
  CHECK(slope_between(sweep, sweep.errors.float32, 1e-5, 1e-3) == Approx(-1).margin(0.25));
  CHECK(slope_between(sweep, sweep.errors.float32, 1e-2, 5e-2) == Approx(2).margin(0.3));
}

TEST_CASE("the best h is where the two errors meet: near 1e-5 in float64 for the central difference, 1e-8 for the others") {
  const Expression f = of_x("exp(x)");
  const DerivativeSweep central = derivative_sweep(f, 1, Scheme::central);
  CHECK(central.best_float64.h > 1e-7);
  CHECK(central.best_float64.h < 1e-4);
  CHECK(central.best_float32.h > 1e-4);
  CHECK(central.best_float32.h < 1e-1);
  const DerivativeSweep forward = derivative_sweep(f, 1, Scheme::forward);
  CHECK(forward.best_float64.h > 1e-10);
  CHECK(forward.best_float64.h < 1e-6);
  CHECK(forward.best_float64.error > central.best_float64.error);
  for (std::size_t i = 0; i < central.h.size(); ++i) CHECK(central.errors.float64[i] >= central.best_float64.error);
}

TEST_CASE("theory predicts the truncation error, and bounds cancellation within a small factor") {
  const Expression f = of_x("exp(x)");
  const DerivativeSweep central = derivative_sweep(f, 1, Scheme::central, 1e-1, 1e-12, 111);
  const DerivativeSweep forward = derivative_sweep(f, 1, Scheme::forward, 1e-1, 1e-12, 111);
  for (std::size_t i = 0; i < central.h.size(); ++i) {
    if (central.h[i] > 1e-3) {
      CHECK(central.truncation[i] == Approx(central.errors.float64[i]).epsilon(0.01));
      CHECK(forward.truncation[i] == Approx(forward.errors.float64[i]).epsilon(0.06));
    }
    CHECK(central.errors.float64[i] < 1.1 * central.truncation[i] + 2 * central.cancellation_float64[i]);
  }
  CHECK(central.truncation.front() == Approx(std::exp(1.0) / 6 * 1e-2).epsilon(1e-4));
  CHECK(central.cancellation_float32.front() == Approx(0x1p-23 * std::exp(1.0) / 1e-1));
}

TEST_CASE("the central difference of the chapter's parabola has no truncation error") {
  const DerivativeSweep sweep = derivative_sweep(of_x("0.01*x^2 + 0.1*x"), 5, Scheme::central);
  for (const double truncation : sweep.truncation) CHECK(truncation == 0);
  CHECK(sweep.best_float64.h > 1e-2);
  CHECK(derivative_sweep(of_x("0.01*x^2 + 0.1*x"), 5, Scheme::forward).truncation.front() == Approx(0.01));
}

TEST_CASE("steps run evenly in log h from the largest to the smallest, and a range out of order is refused") {
  const DerivativeSweep sweep = derivative_sweep(of_x("x"), 1, Scheme::central, 1, 1e-4, 5);
  for (int i = 0; i < 5; ++i) CHECK(sweep.h[static_cast<std::size_t>(i)] == Approx(std::pow(10, -i)));
  CHECK_THROWS_AS(derivative_sweep(of_x("x"), 1, Scheme::central, 1e-4, 1e-4), RangeError);
  CHECK_THROWS_AS(derivative_sweep(of_x("x"), 1, Scheme::central, 1, 0), RangeError);
  CHECK_THROWS_AS(derivative_sweep(of_x("x"), 1, Scheme::central, 1, 1e-4, 1), RangeError);
  CHECK_THROWS_AS(derivative_sweep(of_x("x"), NAN, Scheme::central), RangeError);
}
