#include <array>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/net/probabilities.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;

TEST_CASE("a probability that is set leaves the others their proportions, and all sum to 1") {
  const std::array<double, 3> y = {0.2, 0.6, 0.2};
  const std::vector<double> changed = set_probability(y, 0, 0.6);
  CHECK(changed[0] == 0.6);
  CHECK(changed[1] == Approx(0.3));
  CHECK(changed[2] == Approx(0.1));
}

TEST_CASE("if the others are 0 they share what is left") {
  const std::vector<double> changed = set_probability(std::array<double, 3>{0, 1, 0}, 1, 0.5);
  CHECK(changed == std::vector<double>{0.25, 0.5, 0.25});
  CHECK(set_probability(std::array<double, 3>{0.2, 0.6, 0.2}, 1, 1) == std::vector<double>{0, 1, 0});
  CHECK(set_probability(std::array<double, 1>{0.3}, 0, 0.5) == std::vector<double>{1});
}

TEST_CASE("a probability above 1, below 0 or past the end is refused") {
  const std::array<double, 2> y = {0.5, 0.5};
  CHECK_THROWS_WITH(set_probability(y, 0, 1.5), "value is 1.5; allowed is a number from 0 to 1");
  CHECK_THROWS_AS(set_probability(y, 2, 0.5), RangeError);
  CHECK_THROWS_AS(set_probability(std::array<double, 2>{-1, 2}, 0, 0.5), RangeError);
}
