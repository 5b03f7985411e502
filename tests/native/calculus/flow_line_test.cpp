#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/flow_line.hpp>
#include <downhill/support/error.hpp>

#include "formulas.hpp"

using namespace downhill;
using namespace downhill::test;

TEST_CASE("on x0^2 + x1^2 a drop runs straight to the minimum and stops there") {
  const std::array<double, 2> start = {-3, 4};
  const std::vector<double> line = flow_line(of_two("x0^2 + x1^2"), start, 0.1, 1000);
  REQUIRE(line.size() >= 2 * 49);
  CHECK(line.size() <= 2 * 52);
  for (std::size_t i = 0; i < line.size(); i += 2) {
    if (i < 2 || i + 4 >= line.size()) continue;  // the last step meets the minimum, where −∇f/|∇f| jumps
    CHECK(line[i] * 4 == Approx(line[i + 1] * -3).margin(1e-9));
    CHECK(std::hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]) == Approx(0.1));
  }
  CHECK(std::hypot(line[line.size() - 2], line[line.size() - 1]) < 0.1);
}

TEST_CASE("on x0^2/20 + x1^2 it keeps to the curve x1 = c·x0^20 that the field has there") {
  const std::array<double, 2> start = {-7, 2};
  const std::vector<double> line = flow_line(of_two("x0^2/20 + x1^2"), start, 0.01, 400);
  REQUIRE(line.size() == 800);
  for (std::size_t i = 0; i < line.size(); i += 200) {
    CHECK(line[i + 1] == Approx(2 * std::pow(line[i] / -7, 20)).margin(1e-6));
  }
}

TEST_CASE("where there is no downhill the line is the start alone") {
  CHECK(flow_line(of_two("x0^2 + x1^2"), std::array<double, 2>{0, 0}, 0.1, 9) == std::vector<double>{0, 0});
  CHECK(flow_line(of_two("log(x0) + x1"), std::array<double, 2>{-1, 0}, 0.1, 9) == std::vector<double>{-1, 0});
}

TEST_CASE("a start that is not finite or does not fit, and a step of 0 are refused") {
  const Expression f = of_two("x0 + x1");
  CHECK_THROWS_WITH(flow_line(f, std::array<double, 2>{0, NAN}, 0.1, 9), Catch::Contains("start[1]"));
  CHECK_THROWS_AS(flow_line(f, std::array<double, 1>{0}, 0.1, 9), TypeError);
  CHECK_THROWS_WITH(flow_line(f, std::array<double, 1>{0}, 0.1, 9), "start has 1 values; the function has 2 variables");
  CHECK_THROWS_WITH(flow_line(f, std::array<double, 2>{0, 0}, 0, 9), "step is 0; allowed is a finite number above 0");
  CHECK_THROWS_AS(flow_line(f, std::array<double, 2>{0, 0}, 0.1, 0), RangeError);
}
