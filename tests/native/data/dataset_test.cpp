#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <set>

#include <catch2/catch.hpp>

#include <downhill/data/dataset.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "data/dataset_store.hpp"

using namespace downhill;

namespace {

/// `size` samples of one number each, which is the sample's own; labels 0, 1, 2, 0, …
Dataset numbered(Index size) {
  std::vector<float> inputs(size);
  std::iota(inputs.begin(), inputs.end(), 0.0f);
  std::vector<Label> labels(size);
  for (Index i = 0; i < size; ++i) labels[i] = static_cast<Label>(i % 3);
  return Dataset::from_inputs(std::move(inputs), std::move(labels), 1);
}

std::vector<int> numbers_of(const Dataset& data) {
  std::vector<int> numbers;
  for (Index i = 0; i < data.size(); ++i) numbers.push_back(static_cast<int>(data.inputs(std::array{i})(0, 0)));
  return numbers;
}

std::vector<Index> copy(std::span<const Index> indices) { return {indices.begin(), indices.end()}; }

}  // namespace

TEST_CASE("pixels become value/255 when a batch is taken, and can be read as bytes") {
  const Dataset data = Dataset::from_pixels({0, 255, 51, 1, 2, 3}, {1, 4}, 3);
  CHECK(data.size() == 2);
  CHECK(data.input_size() == 3);
  CHECK(data.classes() == 5);
  CHECK(data.has_pixels());
  const Matrix<float> x = data.inputs(std::array<Index, 3>{1, 0, 1});
  CHECK(x.rows() == 3);
  CHECK(x(1, 0) == 0);
  CHECK(x(1, 1) == 1);
  CHECK(x(1, 2) == 0.2f);
  CHECK(x(0, 0) == 1.0f / 255);
  CHECK(x.row(2) == x.row(0));
  const auto bytes = data.pixels(1);
  CHECK(std::vector<int>(bytes.begin(), bytes.end()) == std::vector<int>{1, 2, 3});
  CHECK(data.label(1) == 4);
  CHECK(data.labels(std::array<Index, 2>{1, 0}) == std::vector<Label>{4, 1});
}

TEST_CASE("other inputs are handed on as they are") {
  const Dataset data = Dataset::from_inputs({1.5f, -2, 0, 1e30f}, {0, 1}, 2, 7);
  CHECK(data.classes() == 7);
  CHECK_FALSE(data.has_pixels());
  CHECK(data.inputs(std::array<Index, 1>{1})(0, 1) == 1e30f);
  CHECK_THROWS_AS(data.pixels(0), TypeError);
  CHECK(data.inputs({}).rows() == 0);
}

TEST_CASE("class_counts counts the labels") {
  CHECK(numbered(10).class_counts() == std::vector<Index>{4, 3, 3});
  CHECK(Dataset::from_inputs({0, 0}, {2, 2}, 1, 4).class_counts() == std::vector<Index>{0, 0, 2, 0});
}

TEST_CASE("a subset keeps order and repetitions, and a subset of it counts its own samples") {
  const Dataset part = numbered(10).subset(std::array<Index, 4>{7, 2, 2, 9});
  CHECK(numbers_of(part) == std::vector<int>{7, 2, 2, 9});
  CHECK(part.label(3) == 0);
  CHECK(part.classes() == 3);
  CHECK(numbers_of(part.subset(std::array<Index, 2>{3, 0})) == std::vector<int>{9, 7});
}

TEST_CASE("a split deals every sample into one of two parts, the same for equal seeds") {
  const Dataset data = numbered(100);
  const auto [train, test] = data.split(0.2, 3);
  CHECK(train.size() == 80);
  CHECK(test.size() == 20);
  std::vector<int> all = numbers_of(train);
  const std::vector<int> tests = numbers_of(test);
  all.insert(all.end(), tests.begin(), tests.end());
  CHECK(std::set<int>(all.begin(), all.end()).size() == 100);
  CHECK(numbers_of(data.split(0.2, 3).second) == tests);
  CHECK(numbers_of(data.split(0.2, 4).second) != tests);
  CHECK(numbered(3).split(0.001, 1).second.size() == 1);
  CHECK(numbered(3).split(0.999, 1).first.size() == 1);
  CHECK(numbered(5).split(0.5, 1).second.size() == 3);
}

TEST_CASE("data sets that cannot be are refused") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_AS(Dataset::from_pixels({}, {}, 3), RangeError);
  CHECK_THROWS_AS(Dataset::from_pixels({1, 2, 3}, {0}, 0), RangeError);
  CHECK_THROWS_AS(Dataset::from_pixels({1, 2, 3}, {0}, -3), RangeError);
  CHECK_THROWS_AS(Dataset::from_pixels({1, 2, 3}, {0}, 2), TypeError);
  CHECK_THROWS_WITH(Dataset::from_pixels({1, 2, 3}, {0, 1}, 2), Catch::Contains("3 values") && Catch::Contains("need 4"));
  CHECK_THROWS_WITH(Dataset::from_pixels({1, 2}, {0, 10}, 1, 10), "labels[1] is 10; allowed is a class from 0 to 9");
  CHECK_THROWS_AS(Dataset::from_pixels({1}, {0}, 1, -1), RangeError);
  CHECK_THROWS_AS(Dataset::from_pixels({1}, {0}, 1, 257), RangeError);
  CHECK_THROWS_WITH(Dataset::from_inputs({1, nan}, {0}, 2), "inputs[1] is NaN; allowed is a finite number");
  CHECK_THROWS_AS(Dataset::from_inputs({1, std::numeric_limits<float>::infinity()}, {0}, 2), RangeError);
}

TEST_CASE("samples past the end and splits without two parts are refused") {
  const Dataset data = numbered(4);
  const std::array<Index, 2> past = {0, 4};
  Matrix<float> out(2, 1);
  CHECK_THROWS_WITH(data.inputs(past), "indices[1] is 4; allowed is a whole number from 0 to 3");
  CHECK_THROWS_AS(data.copy_inputs(past, out), RangeError);
  CHECK_THROWS_AS(data.copy_inputs(std::array<Index, 1>{0}, out), TypeError);
  CHECK_THROWS_AS(data.label(4), RangeError);
  CHECK_THROWS_AS(data.labels(past), RangeError);
  CHECK_THROWS_AS(data.subset(past), RangeError);
  CHECK_THROWS_AS(data.subset({}), RangeError);
  for (const double fraction : {0.0, 1.0, -0.5, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_THROWS_AS(data.split(fraction, 1), RangeError);
  }
  CHECK_THROWS_AS(numbered(1).split(0.5, 1), RangeError);
}

TEST_CASE("sampling with replacement draws each sample equally often") {
  MiniBatchSampler sampler(10, 100, Sampling::with_replacement, Random(1));
  std::array<int, 10> counts{};
  for (int i = 0; i < 1000; ++i) {
    for (const Index index : sampler.draw()) ++counts.at(index);
  }
  for (const int count : counts) CHECK(std::abs(count - 10'000) < 400);
  CHECK(sampler.batch_size() == 100);
}

TEST_CASE("sampling by epochs deals each sample once an epoch, also where batches do not divide it") {
  MiniBatchSampler sampler(10, 4, Sampling::epochs, Random(1));
  std::vector<Index> dealt;
  for (int i = 0; i < 5; ++i) {
    const auto batch = sampler.draw();
    dealt.insert(dealt.end(), batch.begin(), batch.end());
  }
  const std::set<Index> first(dealt.begin(), dealt.begin() + 10);
  const std::set<Index> second(dealt.begin() + 10, dealt.end());
  CHECK(first.size() == 10);
  CHECK(second.size() == 10);
  CHECK_FALSE(std::equal(dealt.begin(), dealt.begin() + 10, dealt.begin() + 10));
}

TEST_CASE("a sampler put back to a state draws the same batches again") {
  for (const Sampling sampling : {Sampling::with_replacement, Sampling::epochs}) {
    MiniBatchSampler sampler(10, 3, sampling, Random(5));
    MiniBatchSampler fresh(10, 3, sampling, Random(77));
    fresh.set_state(sampler.state());
    CHECK(copy(fresh.draw()) == copy(sampler.draw()));
    sampler.draw();
    const MiniBatchSampler::State state = sampler.state();
    const std::vector<Index> next = copy(sampler.draw());
    const std::vector<Index> after = copy(sampler.draw());
    sampler.set_state(state);
    CHECK(copy(sampler.draw()) == next);
    CHECK(copy(sampler.draw()) == after);
  }
}

TEST_CASE("samplers and states that cannot be are refused, and a refused state changes nothing") {
  CHECK_THROWS_AS(MiniBatchSampler(0, 1, Sampling::with_replacement, Random(1)), RangeError);
  CHECK_THROWS_AS(MiniBatchSampler(1, 0, Sampling::with_replacement, Random(1)), RangeError);
  CHECK_THROWS_WITH(MiniBatchSampler(3, 4, Sampling::epochs, Random(1)),
                    "batch_size is 4; allowed is a whole number from 1 to 3");
  CHECK_NOTHROW(MiniBatchSampler(3, 4, Sampling::with_replacement, Random(1)));

  MiniBatchSampler dealing(3, 2, Sampling::epochs, Random(1));
  dealing.draw();
  const MiniBatchSampler before = dealing;
  const auto with_pack = [&](std::vector<Index> pack, Index next) {
    MiniBatchSampler::State state = dealing.state();
    state.random = Random(9).state();
    state.pack = std::move(pack);
    state.next = next;
    return state;
  };
  CHECK_THROWS_AS(dealing.set_state(with_pack({0, 1}, 0)), RangeError);
  CHECK_THROWS_AS(dealing.set_state(with_pack({0, 1, 1}, 0)), RangeError);
  CHECK_THROWS_AS(dealing.set_state(with_pack({0, 1, 3}, 0)), RangeError);
  CHECK_THROWS_AS(dealing.set_state(with_pack({}, 0)), RangeError);
  CHECK_THROWS_AS(dealing.set_state(with_pack({2, 1, 0}, 4)), RangeError);
  CHECK(dealing == before);
  MiniBatchSampler replacing(3, 2, Sampling::with_replacement, Random(1));
  CHECK_THROWS_AS(replacing.set_state(with_pack({2, 1, 0}, 0)), RangeError);
}

TEST_CASE("pixels by themselves become the inputs that a data set makes of them") {
  const std::vector<std::uint8_t> pixels = {0, 255, 51, 7, 8, 9};
  const Dataset data = Dataset::from_pixels(pixels, {0, 1}, 3);
  const Matrix<float> inputs = data.inputs(std::array<Index, 2>{0, 1});
  CHECK(inputs_of_pixels(pixels) == std::vector<float>(inputs.data(), inputs.data() + inputs.size()));
  CHECK(inputs_of_pixels(pixels)[2] == 0.2f);
}

TEST_CASE("values whose last digits differ differ still when they are standardised") {
  const std::vector<double> places = {35.68952, 139.69171, 35.68957, 139.69143, 35.69021, 139.69204,
                                      35.68871, 139.69255, 35.68901, 139.69310, 35.68823, 139.69288};
  const Dataset data = Dataset::standardised(places, {0, 0, 0, 1, 1, 1}, 2);
  const std::vector<Index> all = {0, 1, 2, 3, 4, 5};
  const Matrix<float> inputs = data.inputs(all);
  for (Eigen::Index column = 0; column < 2; ++column) {
    CHECK(inputs.col(column).mean() == Approx(0).margin(1e-6));
    CHECK(inputs.col(column).squaredNorm() / 6 == Approx(1));
  }
  CHECK(inputs(1, 0) - inputs(0, 0) == Approx(0.00005 / data.input_scales()[0].spread).epsilon(1e-5));
  const Matrix<double> values = data.values(all);
  CHECK(std::equal(places.begin(), places.end(), values.data()));
  CHECK(data.subset(std::vector<Index>{4}).values(std::vector<Index>{0})(0, 1) == 139.69310);
  CHECK(data.classes() == 2);
}

TEST_CASE("values of any size are standardised, a column of one value becomes 0") {
  const std::vector<double> values = {-1e100, 0.1, 5e-324, 1e100, 0.1, 0};
  const Dataset data = Dataset::standardised(values, {0, 1}, 3);
  const Matrix<float> inputs = data.inputs(std::vector<Index>{0, 1});
  CHECK(inputs(0, 0) == -1);
  CHECK(inputs(1, 0) == 1);
  CHECK(inputs.col(1).isZero(0));
  CHECK(inputs(0, 2) == 1);
  CHECK_THROWS_WITH(Dataset::standardised(std::vector<double>{0, 1e308}, {0, 1}, 1),
                    "values[1] is 1e+308; allowed is a number from -1e100 to 1e100");
  CHECK_THROWS_AS(Dataset::standardised(std::vector<double>{0, std::nan("")}, {0, 1}, 1), RangeError);
  CHECK(Dataset::from_inputs({3, 4}, {0, 1}, 1).values(std::vector<Index>{1})(0, 0) == 4);
}

TEST_CASE("a net learns the same from pixels of 0 to 16 as from the same numbers divided by 16") {
  std::vector<std::uint8_t> pixels;
  std::vector<float> numbers;
  std::vector<Label> labels;
  Random random(7);
  for (int i = 0; i < 40 * 64; ++i) {
    pixels.push_back(random.below(3) == 0 ? static_cast<std::uint8_t>(random.below(17)) : 0);
    numbers.push_back(static_cast<float>(pixels.back()) / 16.0f);
  }
  for (int i = 0; i < 40; ++i) labels.push_back(static_cast<Label>(i % 3));
  const Dataset images = Dataset::from_pixels(pixels, labels, 64, 0, 16);
  REQUIRE(sparse_pixels_of(images) != nullptr);
  const auto losses = [](const Dataset& data) {
    const auto net = std::make_shared<TwoLayerNet<float>>(
        NetOptions{.input_size = 64, .hidden_size = 7, .output_size = 3, .weight_init_std = 0.3});
    Trainer trainer(net, data, {.batch_size = 10, .learning_rate = 0.5});
    const auto values = trainer.run(30);
    return std::vector<float>(values.begin(), values.end());
  };
  const auto sparse = losses(images), dense = losses(Dataset::from_inputs(numbers, labels, 64));
  REQUIRE(sparse.size() == 30);
  for (std::size_t i = 0; i < sparse.size(); ++i) CHECK(sparse[i] == Approx(dense[i]).epsilon(1e-5));
}

TEST_CASE("the names of the ways of drawing are with-replacement and epochs") {
  CHECK(sampling_named("with-replacement") == Sampling::with_replacement);
  CHECK(sampling_named("epochs") == Sampling::epochs);
  CHECK_THROWS_WITH(sampling_named("all"), "sampling is \"all\"; allowed is \"with-replacement\" or \"epochs\"");
}
