#include <array>
#include <limits>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/loss/histogram.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;

TEST_CASE("a bin holds its lower edge, the last one its upper edge too") {
  const std::array<double, 6> values = {0, 0.5, 1, 1.5, 2, 3};
  const Histogram of = histogram(values, {0, 3}, 3);
  CHECK(of.edges == std::vector<double>{0, 1, 2, 3});
  CHECK(of.counts == std::vector<Index>{2, 2, 2});
  CHECK(of.below == 0);
  CHECK(of.above == 0);
}

TEST_CASE("every value is counted once, inside or outside the range") {
  std::vector<double> values;
  for (int i = -50; i <= 150; ++i) values.push_back(0.01 * i);
  const Histogram of = histogram(values, {0, 1}, 7);
  CHECK(of.below == 50);
  CHECK(of.above == 50);
  CHECK(std::accumulate(of.counts.begin(), of.counts.end(), Index{0}) == 101);
}

TEST_CASE("a range whose length is no float64 has bins all the same") {
  const std::array<double, 3> values = {-1.2e308, 0, 1.2e308};
  const Histogram of = histogram(values, {-1.5e308, 1.5e308}, 3);
  CHECK(of.edges == std::vector<double>{-1.5e308, of.edges[1], of.edges[2], 1.5e308});
  CHECK(of.edges[1] == Approx(-0.5e308));
  CHECK(of.edges[2] == Approx(0.5e308));
  CHECK(of.counts == std::vector<Index>{1, 1, 1});
}

TEST_CASE("a histogram without bins, with a range out of order or of NaN is refused") {
  const std::array<double, 1> one = {1};
  CHECK_THROWS_WITH(histogram(one, {0, 1}, 0), "bins is 0; allowed is a whole number from 1 to 100000");
  CHECK_THROWS_AS(histogram(one, {1, 1}, 3), RangeError);
  CHECK_THROWS_AS(histogram(std::array<double, 1>{std::numeric_limits<double>::quiet_NaN()}, {0, 1}, 3), RangeError);
}
