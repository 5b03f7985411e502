#include <cmath>
#include <limits>
#include <memory>

#include <catch2/catch.hpp>

#include <downhill/data/toy_data.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "data/dataset_store.hpp"
#include "nets.hpp"

using namespace downhill;

namespace {

const NetOptions toy_net{.input_size = 2, .hidden_size = 8, .output_size = 2, .weight_init_std = 0.5, .seed = 5};

std::shared_ptr<TwoLayerNet<float>> make_net(const NetOptions& options = toy_net) {
  return std::make_shared<TwoLayerNet<float>>(options);
}

Dataset circle() { return toy_data(Toy::circle, {.size = 200, .noise = 0}); }

Trainer make_trainer(const TrainerOptions& options = {.batch_size = 10, .learning_rate = 0.5}) {
  return {make_net(), circle(), options};
}

std::vector<float> copy(std::span<const float> values) { return {values.begin(), values.end()}; }

}  // namespace

TEST_CASE("one step is mini-batch, gradient, update and the loss after the update") {
  Trainer trainer = make_trainer();
  const TwoLayerNet<float> before = *trainer.net();
  const std::span<const Index> batch = trainer.draw_mini_batch();
  const Matrix<float> x = trainer.train_data().inputs(batch);
  const std::vector<Label> labels = trainer.train_data().labels(batch);
  CHECK(trainer.phase() == Phase::gradient);
  const Vector<float> gradient = trainer.compute_gradient();
  CHECK(test::relative_error(gradient, before.gradient(x, labels)) < 1e-6);
  CHECK(trainer.net()->parameters() == before.parameters());
  CHECK(trainer.phase() == Phase::update);
  trainer.update();
  CHECK(test::relative_error(trainer.net()->parameters(), before.parameters() - 0.5f * gradient) < 1e-7);
  const double loss = trainer.record();
  CHECK(loss == Approx(trainer.net()->loss(x, labels)).epsilon(1e-6));
  CHECK(loss < before.loss(x, labels));
  CHECK(trainer.iteration() == 1);
  REQUIRE(trainer.losses().size() == 1);
  CHECK(trainer.losses()[0] == static_cast<float>(loss));
}

TEST_CASE("phases come in their order and step finishes an iteration that was begun") {
  Trainer trainer = make_trainer();
  Trainer whole = make_trainer();
  CHECK_THROWS_WITH(trainer.update(), Catch::Contains("out of turn") && Catch::Contains("mini-batch"));
  CHECK_THROWS_AS(trainer.record(), RangeError);
  trainer.draw_mini_batch();
  CHECK_THROWS_AS(trainer.draw_mini_batch(), RangeError);
  trainer.compute_gradient();
  CHECK(trainer.step() == whole.step());
  CHECK(trainer.iteration() == 1);
  CHECK(trainer.net()->parameters() == whole.net()->parameters());
}

TEST_CASE("the phases have the names mini-batch, gradient, update and record, in this order") {
  Trainer trainer = make_trainer();
  CHECK(name_of(trainer.phase()) == "mini-batch");
  trainer.draw_mini_batch();
  CHECK(name_of(trainer.phase()) == "gradient");
  trainer.compute_gradient();
  CHECK(name_of(trainer.phase()) == "update");
  trainer.update();
  CHECK(name_of(trainer.phase()) == "record");
}

TEST_CASE("equal seeds give equal runs bit for bit and other seeds give others") {
  Trainer first = make_trainer();
  Trainer second = make_trainer();
  Trainer other = make_trainer({.batch_size = 10, .learning_rate = 0.5, .seed = 2});
  const std::vector<float> losses = copy(first.run(50));
  CHECK(losses == copy(second.run(50)));
  CHECK(losses != copy(other.run(50)));
}

TEST_CASE("50 iterations at once are 50 iterations one by one") {
  Trainer at_once = make_trainer();
  Trainer one_by_one = make_trainer();
  std::vector<float> losses;
  for (int i = 0; i < 50; ++i) losses.push_back(static_cast<float>(one_by_one.step()));
  CHECK(copy(at_once.run(50)) == losses);
}

TEST_CASE("a small net learns the circle") {
  Trainer trainer(make_net({.input_size = 2, .hidden_size = 8, .output_size = 2, .weight_init_std = 1}), circle(),
                  {.batch_size = 20, .learning_rate = 0.05, .optimizer = OptimizerKind::adam});
  CHECK(evaluate(*trainer.net(), trainer.train_data()).accuracy() < 0.8);
  trainer.run(1'000);
  CHECK(evaluate(*trainer.net(), trainer.train_data()).accuracy() > 0.98);
}

TEST_CASE("learning by numerical gradient follows learning by backprop") {
  Trainer backprop = make_trainer();
  Trainer numerical = make_trainer({.batch_size = 10, .learning_rate = 0.5, .gradient = GradientMethod::numerical});
  backprop.run(20);
  numerical.run(20);
  CHECK(test::relative_error(backprop.net()->parameters(), numerical.net()->parameters()) < 1e-5);
}

TEST_CASE("step_on learns from the mini-batch given and leaves the random stream alone") {
  Trainer trainer = make_trainer();
  Trainer undisturbed = make_trainer();
  const std::vector<Index> batch = {3, 1, 4, 1, 5};
  trainer.step_on(batch);
  CHECK(std::vector<Index>(trainer.mini_batch().begin(), trainer.mini_batch().end()) == batch);
  CHECK(trainer.snapshot().sampler.random == undisturbed.snapshot().sampler.random);
}

TEST_CASE("a new learning rate acts from the next update on") {
  Trainer trainer = make_trainer();
  trainer.run(3);
  trainer.set_learning_rate(0);
  const Vector<float> before = trainer.net()->parameters();
  trainer.run(3);
  CHECK(trainer.net()->parameters() == before);
  CHECK_THROWS_AS(trainer.set_learning_rate(std::numeric_limits<double>::quiet_NaN()), RangeError);
  CHECK(trainer.learning_rate() == 0);
}

TEST_CASE("a restored snapshot goes on bit for bit, for every optimiser and either way of drawing") {
  const auto optimizer = GENERATE(OptimizerKind::sgd, OptimizerKind::momentum, OptimizerKind::nesterov, OptimizerKind::adagrad,
                                  OptimizerKind::rmsprop, OptimizerKind::adam);
  const auto sampling = GENERATE(Sampling::with_replacement, Sampling::epochs);
  const TrainerOptions options{.batch_size = 30, .learning_rate = 0.01, .optimizer = optimizer, .sampling = sampling};
  Trainer trainer = make_trainer(options);
  trainer.run(10);
  const std::vector<std::uint8_t> bytes = serialise(trainer.snapshot());
  const std::vector<float> losses_so_far = copy(trainer.losses());
  const std::vector<float> rest = copy(trainer.run(15));

  SECTION("in the same trainer, which goes back") {
    trainer.restore(deserialise(bytes));
    CHECK(trainer.iteration() == 10);
    CHECK(copy(trainer.losses()) == losses_so_far);
    CHECK(copy(trainer.run(15)) == rest);
  }
  SECTION("in a new trainer that is given the losses so far") {
    Trainer other = make_trainer(options);
    CHECK_THROWS_AS(other.restore(deserialise(bytes)), RangeError);
    other.restore(deserialise(bytes), losses_so_far);
    CHECK(copy(other.losses()) == losses_so_far);
    CHECK(copy(other.run(15)) == rest);
  }
}

TEST_CASE("a run that diverges stops, says at which iteration and keeps the net before it") {
  NetOptions relu = toy_net;
  relu.hidden_size = 40;  // Enough that some units stay alive.
  relu.activation = Activation::relu;
  const TrainerOptions options{.batch_size = 10, .learning_rate = 0.1};
  Trainer trainer(make_net(relu), circle(), options);
  trainer.run(4);
  const Snapshot before = trainer.snapshot();
  trainer.set_learning_rate(1e25);
  const std::span<const float> losses = trainer.run(20);
  CHECK(trainer.diverged());
  REQUIRE(trainer.diverged_at().has_value());
  CHECK(*trainer.diverged_at() == trainer.iteration() + 1);
  CHECK(losses.size() < 20);
  CHECK(trainer.losses().size() == trainer.iteration());
  CHECK(trainer.net()->parameters().allFinite());
  CHECK(std::isnan(trainer.step()));
  CHECK_THROWS_WITH(trainer.draw_mini_batch(), Catch::Contains("diverged"));
  CHECK(std::isnan(trainer.step_on(std::vector<Index>{199})));
  CHECK_THROWS_WITH(trainer.step_on(std::vector<Index>{0, 200}), "indices[1] is 200; allowed is a whole number from 0 to 199");
  CHECK_THROWS_AS(trainer.step_on({}), RangeError);

  trainer.restore(before);
  CHECK_FALSE(trainer.diverged());
  CHECK(trainer.learning_rate() == 0.1);
  Trainer undisturbed(make_net(relu), circle(), options);
  undisturbed.run(4);
  CHECK(copy(trainer.run(5)) == copy(undisturbed.run(5)));
}

TEST_CASE("with ReLU and weights times 1e25 the loss is NaN and the run is diverged before its first iteration") {
  auto net =
      make_net({.input_size = 2, .hidden_size = 8, .output_size = 2, .weight_init_std = 1, .activation = Activation::relu});
  net->parameters() *= 1e25f;
  const Vector<float> before = net->parameters();
  Trainer trainer(net, circle(), {.batch_size = 20, .learning_rate = 0.1});
  CHECK(std::isnan(
      net->loss(trainer.train_data().inputs(std::vector<Index>{0, 1, 2}), trainer.train_data().labels({{0, 1, 2}}))));
  CHECK(std::isnan(trainer.step()));
  CHECK(trainer.diverged_at() == Index{1});
  CHECK(trainer.losses().empty());
  CHECK(net->parameters() == before);
}

TEST_CASE("at rates of every size, every loss recorded is that of the net, and none stands over a net that is broken") {
  const auto optimizer = GENERATE(OptimizerKind::sgd, OptimizerKind::momentum, OptimizerKind::nesterov, OptimizerKind::adagrad,
                                  OptimizerKind::rmsprop, OptimizerKind::adam);
  const auto activation = GENERATE(Activation::sigmoid, Activation::relu, Activation::tanh);
  const bool pixels = GENERATE(false, true);
  std::vector<std::uint8_t> dots(40 * 9);
  Random random(3);
  for (std::uint8_t& dot : dots)
    dot = random.below(4) == 0 ? static_cast<std::uint8_t>(1 + random.below(255)) : std::uint8_t{0};
  std::vector<Label> labels(40);
  for (Label& label : labels) label = static_cast<Label>(random.below(3));
  const Dataset data = pixels ? Dataset::from_pixels(dots, labels, 9, 3) : circle();
  REQUIRE((sparse_pixels_of(data) != nullptr) == pixels);
  int recorded = 0, diverged = 0;
  for (int power = -2; power <= 40; power += 3) {
    auto net = make_net({.input_size = data.input_size(),
                         .hidden_size = 7,
                         .output_size = data.classes(),
                         .weight_init_std = 0.5,
                         .activation = activation});
    Trainer trainer(net, data, {.batch_size = 10, .learning_rate = std::pow(10.0, power), .optimizer = optimizer});
    for (int i = 0; i < 12 && !trainer.diverged(); ++i) {
      const double loss = trainer.step();
      INFO(name_of(optimizer) << ", " << name_of(activation) << ", rate 1e" << power << ", iteration " << trainer.iteration());
      REQUIRE(net->parameters().allFinite());
      REQUIRE(std::isnan(loss) == trainer.diverged());
      if (trainer.diverged()) break;
      ++recorded;
      const double plain = net->loss(data.inputs(trainer.mini_batch()), data.labels(trainer.mini_batch()));
      REQUIRE(std::isfinite(plain));
      // Beyond, what is left of a difference of two sums is rounding.
      if (net->parameters().cwiseAbs().maxCoeff() < 1e3f) CHECK(loss == Approx(plain).epsilon(1e-3).margin(1e-5));
    }
    diverged += trainer.diverged();
  }
  CHECK(recorded > 20);
  CHECK(diverged >= 1);
}

TEST_CASE("a trainer that was moved between drawing and learning has its data still, also where its net is broken") {
  std::vector<std::uint8_t> dots(20 * 9, 0);
  for (std::size_t i = 0; i < dots.size(); i += 5) dots[i] = 200;
  std::vector<Label> labels(20);
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = static_cast<Label>(i % 2);
  auto net = make_net({.input_size = 9, .hidden_size = 4, .output_size = 2});
  Trainer trainer(net, Dataset::from_pixels(dots, labels, 9, 2), {.batch_size = 5});
  trainer.draw_mini_batch();
  const std::vector<float> huge(static_cast<std::size_t>(net->parameters().size()), std::numeric_limits<float>::max());
  net->set_parameters(huge);
  Trainer moved = std::move(trainer);
  moved.compute_gradient();
  CHECK_FALSE(moved.last_gradient().allFinite());
}

TEST_CASE("an epoch is as many iterations as show the whole set once") {
  CHECK(make_trainer({.batch_size = 10}).iterations_per_epoch() == 20);
  CHECK(make_trainer({.batch_size = 150}).iterations_per_epoch() == 1);
  CHECK(make_trainer({.batch_size = 400}).iterations_per_epoch() == 1);
}

TEST_CASE("a trainer refuses what cannot be") {
  CHECK_THROWS_WITH(make_trainer({.batch_size = 0}), Catch::Contains("batch_size is 0"));
  CHECK_THROWS_WITH(make_trainer({.batch_size = 70'000}), Catch::Contains("65536"));
  CHECK_THROWS_AS(make_trainer({.learning_rate = -1}), RangeError);
  CHECK_THROWS_AS(make_trainer({.learning_rate = std::numeric_limits<double>::infinity()}), RangeError);
  CHECK_THROWS_AS(make_trainer({.h = 0}), RangeError);
  CHECK_THROWS_AS(make_trainer({.batch_size = 201, .sampling = Sampling::epochs}), RangeError);
  CHECK_THROWS_WITH(gradient_method_named("guess"), "gradient is \"guess\"; allowed is \"backprop\" or \"numerical\"");
  CHECK_THROWS_WITH((Trainer{make_net({.input_size = 3, .hidden_size = 2, .output_size = 2}), circle(), {}}),
                    Catch::Contains("2 inputs") && Catch::Contains("3"));
  CHECK_THROWS_AS((Trainer{make_net({.input_size = 2, .hidden_size = 2, .output_size = 1}), circle(), {}}), TypeError);

  Trainer trainer = make_trainer();
  CHECK_THROWS_AS(trainer.step_on({}), RangeError);
  CHECK_THROWS_AS(trainer.step_on(std::vector<Index>{200}), RangeError);
  CHECK(trainer.phase() == Phase::mini_batch);
  CHECK(trainer.iteration() == 0);
}

TEST_CASE("a snapshot that does not fit is refused and changes nothing") {
  const auto sampling = GENERATE(Sampling::with_replacement, Sampling::epochs);
  const TrainerOptions options{.batch_size = 10, .learning_rate = 0.1, .optimizer = OptimizerKind::adam, .sampling = sampling};
  Trainer trainer = make_trainer(options);
  trainer.run(3);
  const Snapshot good = trainer.snapshot();
  trainer.run(2);
  const std::vector<std::uint8_t> before = serialise(trainer.snapshot());
  const std::vector<float> losses = copy(trainer.losses());
  const auto refused = [&](auto&& spoil, std::span<const float> given = {}) {
    Snapshot bad = good;
    spoil(bad);
    bool threw = false;
    try {
      trainer.restore(bad, given);
    } catch (const RangeError&) {
      threw = true;
    } catch (const TypeError&) {
      threw = true;
    }
    return threw && serialise(trainer.snapshot()) == before && copy(trainer.losses()) == losses;
  };
  CHECK(refused([](Snapshot& s) { s.parameters.conservativeResize(3); }));
  CHECK(refused([](Snapshot& s) { s.optimizer.kind = OptimizerKind::sgd; }));
  CHECK(refused([](Snapshot& s) { s.optimizer.first.conservativeResize(3); }));
  CHECK(refused([](Snapshot& s) { s.optimizer.second.conservativeResize(s.optimizer.second.size() + 1); }));
  CHECK(refused([](Snapshot& s) { s.learning_rate = std::numeric_limits<double>::quiet_NaN(); }));
  CHECK(refused([](Snapshot& s) { s.learning_rate = -1; }));
  CHECK(refused([](Snapshot& s) { s.iteration = 9; }, std::vector<float>(8)));
  CHECK(refused([](Snapshot& s) { s.sampler.pack = {0, 1, 2}; }));
  CHECK(refused([](Snapshot& s) { s.sampler.next = 201; }));
  // Of an even increment a stream may be nothing but zeros, and drawing from it may never end.
  CHECK(refused([](Snapshot& s) { s.sampler.random = {}; }));
  CHECK_THROWS_WITH(trainer.restore([&] {
    Snapshot bad = good;
    bad.optimizer.first.conservativeResize(3);
    return bad;
  }()),
                    "the optimizer's state has 3 values; the parameters have 42");
  CHECK(refused([](Snapshot& s) { s.parameters[4] = std::numeric_limits<float>::quiet_NaN(); }));
  CHECK(refused([](Snapshot& s) { s.optimizer.first[4] = std::numeric_limits<float>::infinity(); }));
  CHECK(refused([](Snapshot& s) { s.optimizer.second[4] = -1; }));
  CHECK(refused([](Snapshot&) {}, std::vector<float>{1, 2, std::numeric_limits<float>::quiet_NaN()}));
  CHECK(refused([](Snapshot&) {}, std::vector<float>{losses[0], losses[1]}));
  CHECK(refused([](Snapshot&) {}, std::vector<float>{losses[0], losses[1], losses[2] + 1}));
  trainer.restore(good);
  CHECK(copy(trainer.run(2)) == std::vector<float>(losses.begin() + 3, losses.end()));
}

TEST_CASE("of a net that an update has just broken there is no snapshot until the next phase undoes it") {
  Trainer trainer = make_trainer();
  trainer.run(2);
  trainer.draw_mini_batch();
  trainer.compute_gradient();
  trainer.update();
  trainer.net()->parameters()[3] = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_WITH(trainer.snapshot(), "parameters[3] is NaN; allowed is a finite number");
  CHECK(std::isnan(trainer.record()));
  CHECK(trainer.diverged_at() == Index{3});
  CHECK(trainer.snapshot().iteration == 2);
}

TEST_CASE("bytes that are not a snapshot are refused and change nothing") {
  Trainer trainer = make_trainer({.batch_size = 10, .learning_rate = 0.1, .optimizer = OptimizerKind::adam});
  trainer.run(3);
  const std::vector<std::uint8_t> bytes = serialise(trainer.snapshot());
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    CHECK_THROWS_AS(deserialise(std::span(bytes).first(size)), FormatError);
  }
  std::vector<std::uint8_t> surplus = bytes;
  surplus.push_back(0);
  CHECK_THROWS_WITH(deserialise(surplus), Catch::Contains("bytes; by its beginning it should have"));
  std::vector<std::uint8_t> other = bytes;
  other[0] = 'X';
  CHECK_THROWS_WITH(deserialise(other), Catch::Contains("DHSN"));
  other = bytes;
  other[4] = 9;
  CHECK_THROWS_WITH(deserialise(other), "snapshot has version 9; this engine reads version 2");
  other[4] = 1;
  CHECK_THROWS_WITH(deserialise(other), Catch::StartsWith("snapshot has version 1; this engine reads version 2 alone"));

  Trainer sgd = make_trainer();
  CHECK_THROWS_WITH(sgd.restore(deserialise(bytes), std::vector<float>(3)), Catch::Contains("adam"));
  Trainer larger(make_net({.input_size = 2, .hidden_size = 9, .output_size = 2}), circle(), {.optimizer = OptimizerKind::adam});
  CHECK_THROWS_WITH(larger.restore(deserialise(bytes)), "the snapshot is of a 2-8-2 net; this run has a 2-9-2 net");
  CHECK(sgd.iteration() == 0);
}
