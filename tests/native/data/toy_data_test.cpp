#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/expression.hpp>
#include <downhill/data/toy_data.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;

namespace {

struct Sample {
  double x0;
  double x1;
  bool upper;  // label 1
};

std::vector<Sample> samples_of(const Dataset& data) {
  std::vector<Sample> samples;
  for (Index i = 0; i < data.size(); ++i) {
    const Matrix<float> x = data.inputs(std::array{i});
    samples.push_back({x(0, 0), x(0, 1), data.label(i) == 1});
  }
  return samples;
}

std::vector<Sample> clean(Toy toy) { return samples_of(toy_data(toy, {.size = 1000, .noise = 0})); }

bool equal(const Dataset& a, const Dataset& b) {
  const std::vector<Sample> left = samples_of(a);
  const std::vector<Sample> right = samples_of(b);
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Sample& l, const Sample& r) { return l.x0 == r.x0 && l.x1 == r.x1 && l.upper == r.upper; });
}

}  // namespace

TEST_CASE("toy sets have two inputs, two classes and half of the points in each") {
  for (const Toy toy : {Toy::circle, Toy::xor_, Toy::gauss, Toy::spiral}) {
    const Dataset data = toy_data(toy, {.size = 101, .noise = 0.5, .seed = 3});
    CHECK(data.size() == 101);
    CHECK(data.input_size() == 2);
    CHECK(data.classes() == 2);
    CHECK(data.class_counts() == std::vector<Index>{50, 51});
    CHECK(toy_data(toy, {.size = 2}).class_counts() == std::vector<Index>{1, 1});
  }
}

TEST_CASE("equal seeds give equal toy sets, other seeds and other noise give others") {
  for (const Toy toy : {Toy::circle, Toy::xor_, Toy::gauss, Toy::spiral}) {
    const Dataset data = toy_data(toy, {.noise = 0.2, .seed = 3});
    CHECK(equal(data, toy_data(toy, {.noise = 0.2, .seed = 3})));
    CHECK_FALSE(equal(data, toy_data(toy, {.noise = 0.2, .seed = 4})));
    CHECK_FALSE(equal(data, toy_data(toy, {.noise = 0.1, .seed = 3})));
  }
}

TEST_CASE("circle is a disc of radius 2.5 in a ring from 3.5 to 5") {
  for (const Sample& s : clean(Toy::circle)) {
    const double r = std::hypot(s.x0, s.x1);
    CHECK((s.upper ? r <= 2.500001 : r >= 3.499999 && r <= 5.000001));
  }
}

TEST_CASE("xor has class 1 where both coordinates have the same sign, all four squares and a gap of 0.3") {
  std::array<int, 4> corners{};
  for (const Sample& s : clean(Toy::xor_)) {
    CHECK(s.upper == (s.x0 * s.x1 > 0));
    CHECK(std::min(std::abs(s.x0), std::abs(s.x1)) >= 0.3f);
    CHECK(std::max(std::abs(s.x0), std::abs(s.x1)) <= 5.300001);
    ++corners.at((s.x0 > 0 ? 1u : 0u) + (s.x1 > 0 ? 2u : 0u));
  }
  for (const int count : corners) CHECK(std::abs(count - 250) < 60);
}

TEST_CASE("gauss has a cloud of variance 0.5 about (2, 2) and one about (-2, -2); noise 0.5 widens it to 4") {
  for (const auto& [noise, variance] : {std::pair{0.0, 0.5}, {0.5, 4.0}}) {
    double mean = 0;
    double squares = 0;
    constexpr Index size = 20'000;
    for (const Sample& s : samples_of(toy_data(Toy::gauss, {.size = size, .noise = noise}))) {
      for (const double x : {s.x0, s.x1}) {
        const double from_centre = x - (s.upper ? 2 : -2);
        mean += from_centre / (2 * size);
        squares += from_centre * from_centre / (2 * size);
      }
    }
    CHECK_THAT(mean, Catch::WithinAbs(0, 0.03));
    CHECK_THAT(squares, Catch::WithinRel(variance, 0.03));
  }
}

TEST_CASE("spiral has two arms of one and three quarter turns, each the other turned by half a turn") {
  const std::vector<Sample> samples = clean(Toy::spiral);
  for (std::size_t i = 0; i + 1 < samples.size(); i += 2) {
    CHECK_THAT(samples[i].x0, Catch::WithinAbs(-samples[i + 1].x0, 1e-5));
    CHECK_THAT(samples[i].x1, Catch::WithinAbs(-samples[i + 1].x1, 1e-5));
    const double along = static_cast<double>(i / 2) / 500;
    CHECK_THAT(std::hypot(samples[i].x0, samples[i].x1), Catch::WithinAbs(5 * along, 1e-5));
    const double angle = 3.5 * 3.141592653589793 * along;
    CHECK_THAT(samples[i].x0 * std::cos(angle) - samples[i].x1 * std::sin(angle), Catch::WithinAbs(0, 1e-5));
  }
}

TEST_CASE("noise shifts by no more than documented") {
  for (const Sample& s : samples_of(toy_data(Toy::circle, {.size = 1000, .noise = 0.1}))) {
    const double r = std::hypot(s.x0, s.x1);
    CHECK((s.upper ? r <= 2.5 + 0.5 * 1.4143 : r >= 3.5 - 0.5 * 1.4143 && r <= 5 + 0.5 * 1.4143));
  }
}

TEST_CASE("toy_data_above labels a point by whether it lies above the curve") {
  const Expression f = of_x("2*sin(x)");
  const Dataset data = toy_data_above(function_of_one(f), {-3, 3}, {.size = 2000, .noise = 0, .seed = 2});
  double lowest = 3;
  double highest = -3;
  for (const Sample& s : samples_of(data)) {
    CHECK(s.upper == (s.x1 > f.value(std::array{s.x0})));
    lowest = std::min({lowest, s.x0, s.x1});
    highest = std::max({highest, s.x0, s.x1});
  }
  CHECK(lowest >= -3);
  CHECK(lowest < -2.95);
  CHECK(highest <= 3);
  CHECK(highest > 2.95);
  CHECK(data.class_counts()[0] + data.class_counts()[1] == 2000);

  int wrong = 0;
  for (const Sample& s : samples_of(toy_data_above(function_of_one(f), {-3, 3}, {.size = 2000, .noise = 0.1, .seed = 2}))) {
    const double height = s.x1 - f.value(std::array{s.x0});
    const bool flipped = s.upper != (height > 0);
    wrong += flipped;
    if (flipped) CHECK(std::abs(height) <= 0.3);
  }
  CHECK(wrong > 10);
}

TEST_CASE("where f is not defined no point is above it, and one class may be empty") {
  const Dataset data = toy_data_above(function_of_one(of_x("log(x)")), {-2, -1}, {.size = 50});
  CHECK(data.class_counts() == std::vector<Index>{50, 0});
}

TEST_CASE("bad toy options are refused") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(toy_data(Toy::circle, {.size = 1}), RangeError);
  CHECK_THROWS_WITH(toy_data(Toy::circle, {.size = 0}), "size is 0; allowed is a whole number from 2 to 1000000");
  CHECK_THROWS_AS(toy_data(Toy::circle, {.size = 1'000'001}), RangeError);
  for (const double noise : {-0.1, 0.51, nan, infinity}) CHECK_THROWS_AS(toy_data(Toy::gauss, {.noise = noise}), RangeError);
  const Expression f = of_x("x");
  CHECK_THROWS_AS(toy_data_above(function_of_one(f), {1, 1}, {}), RangeError);
  CHECK_THROWS_AS(toy_data_above(function_of_one(f), {2, 1}, {}), RangeError);
  CHECK_THROWS_AS(toy_data_above(function_of_one(f), {nan, 1}, {}), RangeError);
  CHECK_THROWS_AS(toy_data_above(function_of_one(f), {0, infinity}, {}), RangeError);
  CHECK_THROWS_AS(toy_data_above(function_of_one(f), {-1e300, 1e300}, {}), RangeError);
  CHECK_THROWS_AS(toy_data_above(function_of_one(f), {-1, 1}, {.noise = nan}), RangeError);
  CHECK_THROWS_AS(function_of_one(Expression::parse("x*y", std::array<std::string, 2>{"x", "y"})), TypeError);
  CHECK(toy_named("xor") == Toy::xor_);
  CHECK(toy_named("spiral") == Toy::spiral);
  CHECK_THROWS_WITH(toy_named("moons"), "name is \"moons\"; allowed is \"circle\", \"xor\", \"gauss\" or \"spiral\"");
}
