#include <algorithm>
#include <array>
#include <cmath>

#include <catch2/catch.hpp>

#include <downhill/support/error.hpp>
#include <downhill/support/random.hpp>

using namespace downhill;

TEST_CASE("seed 42 on stream 54 gives the published output of PCG32") {
  Random random(42, 54);
  const std::array<std::uint32_t, 6> published = {0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e};
  for (const std::uint32_t word : published) CHECK(random.next() == word);
}

TEST_CASE("uniform, below and shuffled_indices give the same numbers on every platform") {
  Random random(1);
  for (const double expected : {0.6071146506640145, 0.8070064150429078, 0.579079442525411}) CHECK(random.uniform() == expected);
  for (const std::uint32_t expected : {6u, 7u, 1u, 4u, 3u, 3u, 5u, 4u}) CHECK(random.below(10) == expected);
  CHECK(shuffled_indices(10, random) == std::vector<Index>{3, 2, 6, 5, 4, 1, 0, 9, 8, 7});
}

TEST_CASE("normal gives the same numbers on every platform, but for the last bits of logarithm, sine and cosine") {
  // Worked out from O'Neill's and Box and Muller's formulas by a program in another language.
  Random random(1);
  for (const double expected : {0.4792045624901359, -1.2801710317678228, -0.5073405793582986, -1.2137659831773626,
                                -0.3390429782870848, 0.43021596310061444}) {
    CHECK(random.normal() == Approx(expected).epsilon(1e-15));
  }
  Random other(42, 1);
  for (const double expected : {-0.4894480284542247, 0.6975710003903333, -2.1319287154744715, -0.37376271906808467}) {
    CHECK(other.normal() == Approx(expected).epsilon(1e-15));
  }
}

TEST_CASE("equal seeds give equal streams; other seeds and other streams give others") {
  Random one(7);
  Random same(7);
  CHECK(one == same);
  Random other_seed(8);
  Random other_stream(7, 55);
  const std::uint32_t first = one.next();
  CHECK(same.next() == first);
  CHECK(other_seed.next() != first);
  CHECK(other_stream.next() != first);
}

TEST_CASE("uniform lies in [0, 1) with mean 1/2 and variance 1/12") {
  Random random(2);
  constexpr int count = 200'000;
  double sum = 0;
  double squares = 0;
  bool inside = true;
  for (int i = 0; i < count; ++i) {
    const double value = random.uniform();
    inside = inside && value >= 0 && value < 1;
    sum += value;
    squares += value * value;
  }
  CHECK(inside);
  CHECK_THAT(sum / count, Catch::WithinAbs(0.5, 0.003));
  CHECK_THAT(squares / count - (sum / count) * (sum / count), Catch::WithinAbs(1.0 / 12, 0.002));
}

TEST_CASE("below gives each number equally often, and never the bound") {
  Random random(3);
  std::array<int, 7> counts{};
  for (int i = 0; i < 70'000; ++i) ++counts.at(random.below(7));
  for (const int count : counts) CHECK(std::abs(count - 10'000) < 400);
  CHECK(random.below(1) == 0);
  for (int i = 0; i < 1000; ++i) CHECK(random.below(0xffffffff) < 0xffffffff);
  CHECK_THROWS_AS(random.below(0), RangeError);
}

TEST_CASE("normal has mean 0, variance 1, no skew and kurtosis 3") {
  Random random(4);
  constexpr int count = 400'000;
  std::array<double, 4> moments{};
  for (int i = 0; i < count; ++i) {
    const double value = random.normal();
    for (int power = 1; power <= 4; ++power) moments.at(static_cast<std::size_t>(power - 1)) += std::pow(value, power) / count;
  }
  CHECK_THAT(moments[0], Catch::WithinAbs(0, 0.006));
  CHECK_THAT(moments[1], Catch::WithinAbs(1, 0.01));
  CHECK_THAT(moments[2], Catch::WithinAbs(0, 0.02));
  CHECK_THAT(moments[3], Catch::WithinAbs(3, 0.06));
}

TEST_CASE("a restored state goes on with the same numbers, in the middle of a pair of normals too") {
  Random random(5);
  random.normal();
  const Random::State state = random.state();
  const double spare = random.normal();
  const double next = random.normal();
  Random restored(99);
  restored.set_state(state);
  CHECK(restored.normal() == spare);
  CHECK(restored.normal() == next);
  CHECK(restored == random);
}

TEST_CASE("shuffled_indices holds every number once; each place is as likely as another") {
  Random random(6);
  std::vector<Index> indices = shuffled_indices(1000, random);
  std::sort(indices.begin(), indices.end());
  for (Index i = 0; i < 1000; ++i) CHECK(indices[i] == i);
  CHECK(shuffled_indices(0, random).empty());
  CHECK(shuffled_indices(1, random) == std::vector<Index>{0});
  std::array<int, 4> places_of_0{};
  for (int i = 0; i < 40'000; ++i) {
    const std::vector<Index> four = shuffled_indices(4, random);
    ++places_of_0.at(static_cast<std::size_t>(std::find(four.begin(), four.end(), 0u) - four.begin()));
  }
  for (const int count : places_of_0) CHECK(std::abs(count - 10'000) < 400);
}
