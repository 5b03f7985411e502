#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/net/moving_average.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/random.hpp>

using namespace downhill;

TEST_CASE("a moving average is the mean of the last values, at the beginning of as many as there are") {
  CHECK(moving_average(std::array<float, 5>{2, 4, 6, 8, 1}, 3) == std::vector<float>{2, 3, 4, 6, 5});
  CHECK(moving_average(std::array<float, 3>{2, 4, 6}, 1) == std::vector<float>{2, 4, 6});
  CHECK(moving_average({}, 3).empty());
}

TEST_CASE("a long run's average is that of its last window, to rounding") {
  Random random(1);
  std::vector<float> values(100'000);
  for (float& value : values) value = static_cast<float>(random.uniform() * 1e3);
  const std::vector<float> averages = moving_average(values, 50);
  double sum = 0;
  for (std::size_t i = values.size() - 50; i < values.size(); ++i) sum += values[i];
  CHECK(averages.back() == Approx(sum / 50).epsilon(1e-7));
}

TEST_CASE("a value that is far larger than the others leaves no trace once the window has passed it") {
  CHECK(moving_average(std::array<float, 6>{1e20f, 1, 2, 4, 8, 16}, 2) == std::vector<float>{1e20f, 5e19f, 1.5f, 3, 6, 12});
}

TEST_CASE("a window as long as the values, or longer, holds all of them") {
  const std::array<float, 4> values = {1, 3, 5, 7};
  CHECK(moving_average(values, 4) == std::vector<float>{1, 2, 3, 4});
  CHECK(moving_average(values, 2'000'000'000) == std::vector<float>{1, 2, 3, 4});
}

TEST_CASE("values that are not finite are left out") {
  const float infinity = std::numeric_limits<float>::infinity();
  const std::vector<float> averages = moving_average(std::array<float, 5>{1, infinity, 3, 5, NAN}, 2);
  CHECK(averages == std::vector<float>{1, 1, 3, 4, 5});
  CHECK(std::isnan(moving_average(std::array<float, 1>{infinity}, 2)[0]));
  CHECK_THROWS_WITH(moving_average(averages, 0), "window is 0; allowed is a whole number from 1");
}
