#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include <catch2/catch.hpp>

#include <downhill/calculus/scalar_field.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;
using Catch::WithinAbs;

namespace {

double value(std::string_view name, double x0, double x1) {
  return expression_of(scalar_field_named(name)).value(std::array{x0, x1});
}

}  // namespace

TEST_CASE("the catalogue begins with the chapter's bowl and names each function once") {
  std::set<std::string_view> names;
  for (const ScalarField& field : scalar_fields()) names.insert(field.name);
  CHECK(scalar_fields().front().name == "bowl");
  CHECK(names == std::set<std::string_view>{"bowl", "valley", "saddle", "rosenbrock", "himmelblau", "beale", "rastrigin",
                                            "pass", "trap", "cliff"});
}

TEST_CASE("at each minimum that is known the value is the least and the gradient is 0") {
  for (const ScalarField& field : scalar_fields()) {
    INFO(field.name);
    const Expression f = expression_of(field);
    CHECK(field.minima.size() == (field.name == "himmelblau" ? 4 : field.name == "pass" ? 2 : field.name == "saddle" ? 0 : 1));
    for (const auto& minimum : field.minima) {
      std::array<double, 2> gradient{};
      CHECK_THAT(f.value_and_gradient(minimum, gradient), WithinAbs(field.minimum, field.minimum == 0 ? 1e-20 : 1e-15));
      CHECK_THAT(gradient[0], WithinAbs(0, 1e-12));
      CHECK_THAT(gradient[1], WithinAbs(0, 1e-12));
      CHECK((minimum[0] > field.x0[0] && minimum[0] < field.x0[1]));
      CHECK((minimum[1] > field.x1[0] && minimum[1] < field.x1[1]));
    }
    for (int i = 0; i <= 20 && !field.minima.empty(); ++i) {
      for (int j = 0; j <= 20; ++j) {
        const std::array<double, 2> point = {field.x0[0] + (field.x0[1] - field.x0[0]) * i / 20,
                                             field.x1[0] + (field.x1[1] - field.x1[0]) * j / 20};
        CHECK(f.value(point) >= field.minimum - 1e-15);
      }
    }
  }
}

TEST_CASE("the functions have their published values") {
  CHECK(value("bowl", 3, 4) == 25);
  CHECK_THAT(value("valley", -7, 2), WithinAbs(6.45, 1e-15));
  CHECK(value("saddle", 1, 2) == -3);
  CHECK(value("rosenbrock", -1, 1) == 4);
  CHECK(value("himmelblau", 0, 0) == 170);
  CHECK_THAT(value("beale", 0, 0), WithinAbs(14.203125, 1e-14));
  CHECK_THAT(value("rastrigin", 1, 1), WithinAbs(2, 1e-13));
}

TEST_CASE("the pass has a saddle between its valleys, the trap a second, higher valley, and the cliff falls by 3") {
  const Expression pass = expression_of(scalar_field_named("pass"));
  std::array<double, 2> gradient{};
  CHECK(pass.value_and_gradient(std::array<double, 2>{0, 0}, gradient) == 1);
  CHECK(gradient == std::array<double, 2>{0, 0});

  const Expression trap = expression_of(scalar_field_named("trap"));
  CHECK_THAT(trap.value_and_gradient(std::array<double, 2>{-0.9601495555191055, 0}, gradient),
             WithinAbs(0.29414648102826285, 1e-15));
  CHECK_THAT(gradient[0], WithinAbs(0, 1e-12));

  CHECK_THAT(value("cliff", -1.5, 0) - value("cliff", -0.5, 0), WithinAbs(0.2 + 3 * std::tanh(2), 1e-12));
}

TEST_CASE("an unknown function is refused with the names that are known") {
  CHECK_THROWS_AS(scalar_field_named("ackley"), RangeError);
  CHECK_THROWS_WITH(scalar_field_named("ackley"), Catch::Contains("function is \"ackley\"; allowed is \"bowl\", \"valley\""));
}
