#include <array>
#include <cmath>
#include <numbers>

#include <downhill/data/toy_data.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/random.hpp>

#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<Toy>, 4> toys = {{
    {"circle", Toy::circle},
    {"xor", Toy::xor_},
    {"gauss", Toy::gauss},
    {"spiral", Toy::spiral},
}};

constexpr double radius = 5;

struct Point {
  double x0;
  double x1;
};

void check(const ToyOptions& options) {
  require(options.size >= 2 && options.size <= 1'000'000, "size", options.size, "a whole number from 2 to 1000000");
  require(options.noise >= 0 && options.noise <= 0.5, "noise", options.noise, "a number from 0 to 0.5");
}

double uniform(double lo, double hi, Random& random) { return lo + (hi - lo) * random.uniform(); }

/// A shift of up to noise · spread along each axis.
Point shifted(Point point, double noise, double spread, Random& random) {
  point.x0 += noise * spread * uniform(-1, 1, random);
  point.x1 += noise * spread * uniform(-1, 1, random);
  return point;
}

/// A disc (class 1) within a ring.
Point circle(bool inner, double noise, Random& random) {
  const double r = inner ? uniform(0, 0.5 * radius, random) : uniform(0.7 * radius, radius, random);
  const double angle = uniform(0, 2 * std::numbers::pi, random);
  return shifted({r * std::sin(angle), r * std::cos(angle)}, noise, radius, random);
}

/// Four squares with a gap between them; class 1 where both coordinates have the same sign.
Point exclusive_or(bool same_sign, double noise, Random& random) {
  constexpr double gap = 0.3;
  const double sign = random.below(2) == 0 ? 1 : -1;
  const double x0 = sign * uniform(gap, radius + gap, random);
  const double x1 = (same_sign ? sign : -sign) * uniform(gap, radius + gap, random);
  return shifted({x0, x1}, noise, radius, random);
}

/// Two normal clouds about (2, 2) (class 1) and (−2, −2), variance 0.5 to 4.
Point gauss(bool upper, double noise, Random& random) {
  const double deviation = std::sqrt(0.5 + 7 * noise);
  const double centre = upper ? 2 : -2;
  const double x0 = centre + deviation * random.normal();
  const double x1 = centre + deviation * random.normal();
  return {x0, x1};
}

/// Two arms of 1¾ turns, half a turn apart. `along` goes from 0 in the centre to 1 at the tip.
Point spiral(bool first_arm, double along, double noise, Random& random) {
  const double angle = 1.75 * along * 2 * std::numbers::pi + (first_arm ? 0 : std::numbers::pi);
  const double r = along * radius;
  return shifted({r * std::sin(angle), r * std::cos(angle)}, noise, 1, random);
}

/// Points with labels, as float32 from the start.
struct Samples {
  std::vector<float> inputs;
  std::vector<Label> labels;

  explicit Samples(Index size) {
    inputs.reserve(2 * std::size_t{size});
    labels.reserve(size);
  }
  void add(Point point, bool label) {
    inputs.push_back(static_cast<float>(point.x0));
    inputs.push_back(static_cast<float>(point.x1));
    labels.push_back(label ? 1 : 0);
  }
  Dataset dataset() && { return Dataset::from_inputs(std::move(inputs), std::move(labels), 2, 2); }
};

}  // namespace

Toy toy_named(std::string_view name) { return value_named<Toy>(toys, "name", name); }

Dataset toy_data(Toy toy, const ToyOptions& options) {
  check(options);
  Random random(options.seed);
  const auto draw = [&](bool label, double along) -> Point {
    switch (toy) {
      case Toy::circle:
        return circle(label, options.noise, random);
      case Toy::xor_:
        return exclusive_or(label, options.noise, random);
      case Toy::gauss:
        return gauss(label, options.noise, random);
      case Toy::spiral:
        return spiral(label, along, options.noise, random);
    }
    return {};
  };
  Samples samples(options.size);
  for (Index i = 0; i < options.size; ++i) {
    // The classes take turns, so that every beginning of the set is balanced.
    const bool label = i % 2 == 0;
    const double of_class = label ? (options.size + 1) / 2 : options.size / 2;
    samples.add(draw(label, (i / 2) / of_class), label);
  }
  return std::move(samples).dataset();
}

Dataset toy_data_above(const std::function<double(double)>& f, std::array<double, 2> range, const ToyOptions& options) {
  check(options);
  const auto [lo, hi] = range;
  require(std::isfinite(lo), "range[0]", lo, "a finite number");
  require(std::isfinite(hi) && hi > lo, "range[1]", hi, "a finite number above range[0]");
  require(hi - lo <= 1e30, "the length of range", hi - lo, "at most 1e30");
  Random random(options.seed);
  Samples samples(options.size);
  for (Index i = 0; i < options.size; ++i) {
    const double x0 = static_cast<float>(uniform(lo, hi, random));
    const double x1 = static_cast<float>(uniform(lo, hi, random));
    const double shift = options.noise * (hi - lo) / 2 * uniform(-1, 1, random);
    samples.add({x0, x1}, x1 + shift > f(x0));
  }
  return std::move(samples).dataset();
}

}  // namespace downhill
