#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/expression.hpp>
#include <downhill/support/random.hpp>

// The exact gradient of random formulas at points from 1e-200 to 1e200, against differences in long double, which know nothing
// of the rules of differentiation and have an exponent of fifteen bits.

using namespace downhill;
using Catch::WithinRel;

// Elsewhere (WebAssembly) some functions of long double are those of double.
#if LDBL_MANT_DIG == 64
namespace {

using Long = long double;
using Point = std::array<Long, 2>;

/// Differences over many periods say nothing.
Long angle(Long a) { return std::abs(a) < 100 ? a : std::numeric_limits<Long>::quiet_NaN(); }

struct Function {
  const char* name;
  Long (*at)(Long);
};

constexpr std::array<Function, 16> functions = {{
    {"sin", [](Long a) { return std::sin(angle(a)); }},
    {"cos", [](Long a) { return std::cos(angle(a)); }},
    {"tan", [](Long a) { return std::tan(angle(a)); }},
    {"atan", [](Long a) { return std::atan(a); }},
    {"asin", [](Long a) { return std::asin(a); }},
    {"acos", [](Long a) { return std::acos(a); }},
    {"sinh", [](Long a) { return std::sinh(a); }},
    {"cosh", [](Long a) { return std::cosh(a); }},
    {"tanh", [](Long a) { return std::tanh(a); }},
    {"asinh", [](Long a) { return std::asinh(a); }},
    {"exp", [](Long a) { return std::exp(a); }},
    {"log", [](Long a) { return std::log(a); }},
    {"log10", [](Long a) { return std::log10(a); }},
    {"sqrt", [](Long a) { return std::sqrt(a); }},
    {"cbrt", [](Long a) { return std::cbrt(a); }},
    {"abs", [](Long a) { return std::abs(a); }},
}};

/// A formula as text and as a function of its own.
struct Formula {
  std::string text;
  std::vector<Formula> parts;
  int variable = -1;
  Long constant = 0;
  const Function* function = nullptr;
  char operation = 0;
  /// By how much, of 2⁻⁵³, the rounding of its result may be off.
  Long rounding = 0;

  Long at(const Point& x, bool rounded) const {
    Long y = constant;
    if (variable >= 0) y = x[static_cast<std::size_t>(variable)];
    const Long a = parts.empty() ? 0 : parts[0].at(x, rounded);
    const Long b = parts.size() < 2 ? 0 : parts[1].at(x, rounded);
    if (function != nullptr) y = function->at(a);
    if (operation == '+') y = a + b;
    if (operation == '-') y = a - b;
    if (operation == '*') y = a * b;
    if (operation == '/') y = a / b;
    if (operation == '^') y = std::pow(a, b);
    return rounded && !parts.empty() ? y * (1 + rounding * std::numeric_limits<double>::epsilon() / 2) : y;
  }
};

Formula random_formula(int depth, Random& random) {
  Formula f;
  f.rounding = 2 * random.uniform() - 1;
  if (depth == 0) {
    const std::uint32_t leaf = random.below(5);
    if (leaf < 4) {
      f.variable = leaf < 3 ? 0 : 1;
      f.text = f.variable == 0 ? "x" : "y";
    } else {
      f.constant = 1 + random.below(3);
      f.text = std::to_string(static_cast<int>(f.constant));
    }
    return f;
  }
  f.parts.push_back(random_formula(depth - 1, random));
  const std::string& a = f.parts[0].text;
  const std::uint32_t kind = random.below(7);
  if (kind < 3) {
    f.function = &functions[random.below(functions.size())];
    f.text = std::string(f.function->name) + "(" + a + ")";
  } else if (kind == 3) {
    static constexpr std::array<double, 8> exponents = {2, 3, -1, -2, 0.5, 1.75, -20, -0.25};
    Formula exponent;
    exponent.constant = static_cast<Long>(exponents[random.below(exponents.size())]);
    f.operation = '^';
    std::string written = std::to_string(static_cast<double>(exponent.constant));
    f.text = "(" + a + ")^(" + written + ")";
    f.parts.push_back(exponent);
  } else {
    f.parts.push_back(random_formula(depth - 1, random));
    f.operation = "+-*/"[random.below(4)];
    f.text = "(" + f.parts[0].text + ")" + f.operation + "(" + f.parts[1].text + ")";
  }
  return f;
}

struct Slope {
  Long slope = 0;
  Long error = std::numeric_limits<Long>::infinity();
};

/// By central differences of ever smaller steps, extrapolated (Ridders 1982). The first is a `part` of the coordinate.
Slope slope_of(const Formula& f, Point point, std::size_t variable, bool rounded, Long part) {
  constexpr std::size_t levels = 8;
  const Long place = point[variable];
  std::array<std::array<Long, levels>, levels> table{};
  Slope best;
  Long h = std::abs(place) * part;
  for (std::size_t i = 0; i < levels; ++i, h /= 2) {
    point[variable] = place + h;
    const Long above = f.at(point, rounded);
    point[variable] = place - h;
    table[0][i] = (above - f.at(point, rounded)) / (2 * h);
    Long factor = 4;
    for (std::size_t j = 1; j <= i; ++j, factor *= 4) {
      table[j][i] = (table[j - 1][i] * factor - table[j - 1][i - 1]) / (factor - 1);
      const Long error = std::max(std::abs(table[j][i] - table[j - 1][i]), std::abs(table[j][i] - table[j - 1][i - 1]));
      if (error < best.error) best = {table[j][i], error};
    }
  }
  return best;
}

double random_coordinate(Random& random) {
  const double sign = random.below(4) == 0 ? -1 : 1;
  switch (random.below(3)) {
    case 0:
      return sign * (0.2 + 2 * random.uniform());
    case 1:
      return sign * std::pow(10, 24 * random.uniform() - 12);
    default:
      return sign * std::pow(10, 400 * random.uniform() - 200);
  }
}

}  // namespace

TEST_CASE("the exact gradient of random formulas is that of differences in long double, from 1e-200 to 1e200") {
  const std::vector<std::string> variables = {"x", "y"};
  Random random(5);
  int trusted = 0;
  int far = 0;  // where float64 has not all the numbers on the way
  for (int trial = 0; trial < 30'000; ++trial) {
    const Formula formula = random_formula(1 + static_cast<int>(random.below(3)), random);
    const std::array<double, 2> point = {random_coordinate(random), random_coordinate(random)};
    const Expression f = Expression::parse(formula.text, variables);
    std::array<double, 2> exact{};
    const double value = f.value_and_gradient(point, exact);
    if (std::isnan(value)) continue;
    for (std::size_t i = 0; i < 2; ++i) {
      const Slope truth = slope_of(formula, {point[0], point[1]}, i, false, 1.0L / 64);
      const Long size = std::abs(truth.slope);
      // Less of f than its ten-thousandth and differences do not see it well enough.
      if (!(size * std::abs(point[i]) > 1e-4L * std::abs(formula.at({point[0], point[1]}, false)))) continue;
      if (!(truth.error < 1e-9L * size) || !(size > 1e-290L) || !(size < 1e290L)) continue;
      // What float64's own rounding would change is another matter; and what other steps would change is no truth.
      const Slope rounded = slope_of(formula, {point[0], point[1]}, i, true, 1.0L / 45);
      if (!(std::abs(rounded.slope - truth.slope) < 1e-9L * size)) continue;
      ++trusted;
      if (std::abs(std::log10(std::abs(point[0]))) > 100) ++far;
      INFO(formula.text << " at (" << point[0] << ", " << point[1] << "), variable " << i);
      CHECK_THAT(exact[i], WithinRel(static_cast<double>(truth.slope), 1e-7));
    }
  }
  CHECK(trusted > 8000);
  CHECK(far > 1500);
}
#endif

TEST_CASE("beside a kink that rounding hides the slope is that of its side, however near") {
  // Each u is c·x² to the second order, and each root of it k·√u to the first.
  const std::vector<std::pair<std::string, double>> squares = {
      {"1 - cos(x)", 0.5},        {"exp(x^2) - 1", 1},  {"cosh(x) - 1", 0.5},
      {"log(1 + 3*x^2)", 3},      {"1 - exp(-x^2)", 1}, {"sin(x)^2", 1},
      {"sqrt(1 + x^2) - 1", 0.5}, {"x*tanh(x)", 1},     {"2^(x^2) - 1", std::log(2.0)}};
  const std::vector<std::pair<std::string, double>> roots = {{"sqrt(u)", 1},
                                                             {"(u)^0.5", 1},
                                                             {"acosh(1 + u)", std::sqrt(2.0)},
                                                             {"acos(1 - (u))", std::sqrt(2.0)},
                                                             {"sqrt(log(1 + u))", 1},
                                                             {"2*sqrt(u) + x - acos(1 - (u))", 2 - std::sqrt(2.0)},
                                                             {"exp(sqrt(u))", 1},
                                                             {"-asin(1 - (u))", std::sqrt(2.0)},
                                                             {"sqrt(u)*cos(x)", 1}};
  const std::vector<std::string> variables = {"x"};
  for (const auto& [square, c] : squares) {
    for (auto [text, k] : roots) {
      const double beside = text.find("+ x") != std::string::npos ? 1 : 0;
      for (std::size_t at = 0; (at = text.find('u', at)) != std::string::npos; at += square.size()) text.replace(at, 1, square);
      const Expression f = Expression::parse(text, variables);
      const auto slope = [&](double x) {
        double result = 0;
        f.value_and_gradient({&x, 1}, {&result, 1});
        return result;
      };
      INFO(text);
      CHECK_THAT(slope(0), WithinRel(beside, 1e-7) || Catch::WithinAbs(beside, 1e-7));
      for (const double x : {1e-7, 3e-8, 1e-8, 1e-9, 1e-12, 1e-16, 1e-30, 1e-100, 1e-200}) {
        INFO(x);
        CHECK_THAT(slope(x), WithinRel(beside + k * std::sqrt(c), 3e-6));
        CHECK_THAT(slope(-x), WithinRel(beside - k * std::sqrt(c), 3e-6));
      }
    }
  }
}
