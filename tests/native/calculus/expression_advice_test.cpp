#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/expression.hpp>

#include "followed_advice.hpp"

using namespace downhill;

// Whoever writes to the letter what a message offers, until the formula is read, has what was meant, or one of the two
// readings.

namespace {

struct Written {
  const char* formula;
  /// In the plain spelling; with one of them the formula itself may be read.
  std::vector<const char*> meant;
};

bool close(double a, double b) { return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-12 * (1 + std::abs(b)); }

bool same_values(const std::string& a, const std::string& b, const std::vector<std::string>& variables) {
  const Expression f = Expression::parse(a, variables);
  const Expression g = Expression::parse(b, variables);
  for (const auto& point : {std::array{3.0, 4.5}, std::array{-0.25, 0.75}, std::array{0.5, 2.0}, std::array{0.7, -1.3}}) {
    const std::span<const double> x(point.data(), variables.size());
    if (!close(f.value(x), g.value(x))) return false;
  }
  return true;
}

void check(const std::vector<Written>& table, const std::vector<std::string>& variables) {
  constexpr int steps = 8;
  for (const auto& [formula, meant] : table) {
    INFO(formula);
    Followed followed;
    follow(formula, variables, steps, followed);
    for (const std::string& refused : followed.refused) {
      INFO(refused);
      CHECK(false);
    }
    std::vector<bool> reached(meant.size());
    for (const std::string& reading : followed.formulas) {
      INFO(reading);
      bool known = false;
      for (std::size_t i = 0; i < meant.size(); ++i) {
        if (!same_values(reading, meant[i], variables)) continue;
        known = true;
        reached[i] = true;
      }
      CHECK(known);
    }
    for (std::size_t i = 0; i < meant.size(); ++i) {
      INFO(meant[i]);
      CHECK(reached[i]);
    }
  }
}

}  // namespace

TEST_CASE("what is offered for a formula of a pupil, followed to the letter, is what was meant") {
  check(
      {
          {"2³√8", {"8*sqrt(8)", "4"}},
          {"x0²√x1", {"x0^2*sqrt(x1)", "x0*sqrt(x1)"}},
          {"2⁴√x1", {"16*sqrt(x1)", "2*x1^(1/4)"}},
          {"1/2³√8", {"1/(8*sqrt(8))", "1/4"}},
          {"⁴√(x1+1)", {"(x1+1)^(1/4)"}},
          {"2^∜16", {"4"}},
          {"1½", {"1.5"}},
          {"2 ¾x0", {"2.75*x0"}},
          {"x1^1⅓", {"x1^(4/3)"}},
          {"x0/½", {"x0*2"}},
          {"1⅒ + 1⅞", {"1.1 + 1.875"}},
          {"⅟3", {"1/3"}},
          {"1 1/2", {"1.5", "5.5"}},
          {"sin 2x0", {"sin(2*x0)"}},
          {"1/sin 2x0 + cos 3x1", {"1/sin(2*x0) + cos(3*x1)"}},
          {"sin x0/2", {"sin(x0)/2", "sin(x0/2)"}},
          {"sin x0 x1", {"sin(x0)*x1", "sin(x0*x1)"}},
          {"sin x0 cos x1", {"sin(x0)*cos(x1)"}},
          {"exp -x0²", {"exp(-x0^2)"}},
          {"ln|x0|", {"log(abs(x0))"}},
          {"sin cos x0", {"sin(cos(x0))"}},
          {"sinx0²", {"sin(x0)^2", "sin(x0^2)"}},
          {"sin2x0", {"sin(2*x0)"}},
          {"sin2(x0)", {"sin(x0)^2", "sin(2*x0)"}},
          {"log2x1", {"log2(x1)", "log(2*x1)"}},
          {"log28", {"3", "log(28)"}},
          {"2^sin⁻¹(x0)", {"2^asin(x0)", "2^(1/sin(x0))"}},
          {"log₃(9)", {"2"}},
          {"2^log₃ 9", {"4"}},
          {"log_3(x1)", {"log(x1)/log(3)"}},
          {"1/ctg x0", {"tan(x0)"}},
          {"ctg²(x0)", {"1/tan(x0)^2"}},
          {"2 tg(x0)", {"2*tan(x0)"}},
          {"sin 30°", {"0.5"}},
          {"30⁰", {"1", "pi/6"}},
          {"x0/50%", {"2*x0"}},
          {"x1^1/3", {"x1^(1/3)", "x1/3"}},
          {"8^1/3", {"2", "8/3"}},
          {"1/x0x1", {"1/(x0*x1)", "x1/x0"}},
          {"e^x0x1", {"e^x0*x1", "e^(x0*x1)"}},
          {"√x1x0", {"sqrt(x1)*x0", "sqrt(x1*x0)"}},
          {"x0 x 2", {"x0*2"}},
          {"5x10^-3", {"0.005"}},
          {"2[x0+1]", {"2*(x0+1)"}},
          {"‖x0‖", {"abs(x0)"}},
          {"|x0|x1|x0|", {"abs(x0)*x1*abs(x0)"}},
          {"x0^2.", {"x0^2"}},
          {"sin(x0", {"sin(x0)"}},
      },
      {"x0", "x1"});
}

TEST_CASE("of a writer of Python, MATLAB or LaTeX") {
  check(
      {
          {"math.log(8,2)", {"3", "log(8.2)"}},
          {"1/np.log(8, 2)", {"1/3"}},
          {"torch.sigmoid(x0)", {"1/(1+exp(-x0))"}},
          {"F.relu(x0 - 1)", {"max(0, x0-1)"}},
          {"np.square(x0)", {"x0^2"}},
          {"np.exp2(x0)", {"2^x0"}},
          {"2/np.sign(x0)", {"2*x0/abs(x0)"}},
          {"np.hypot(x0, x1)", {"sqrt(x0^2+x1^2)"}},
          {"np.clip(x0, 0, 1)", {"max(0, min(x0, 1))"}},
          {"np.max([x0, x1])", {"max(x0, x1)"}},
          {"np.sni(x0)", {"sin(x0)"}},
          {"lambda x0, x1: x0**2", {"x0^2"}},
          {"def f(x0): return x0**2", {"x0^2"}},
          {"(x0, x1) => x0*x1", {"x0*x1"}},
          {"f: x0 ↦ x0²", {"x0^2"}},
          {"z:=x0", {"x0"}},
          {"y == x0", {"x0"}},
          {"x0.^2.*x1", {"x0^2*x1"}},
          {"1_000", {"1000"}},
          {"x1[0] + x0[i]", {"x1 + x0"}},
          {"1e -5", {"0.00001", "e-5"}},
          {"1.5 e5", {"150000", "1.5*e^5"}},
          {"2e + 3", {"2000", "2*e+3"}},
          {"\\frac{1}{1+e^{-x0}}", {"1/(1+exp(-x0))"}},
          {"\\frac12 x0^{2}", {"x0^2/2"}},
          {"\\sqrt[3]{x0}+\\sqrt{x1^2}", {"cbrt(x0)+abs(x1)"}},
          {"x0\\sin 2\\pi x1", {"x0*sin(2*pi*x1)"}},
          {"\\left|x0\\right|\\cdot x1", {"abs(x0)*x1"}},
          {"\\log_{3} x1", {"log(x1)/log(3)"}},
          {"$x_0^2$", {"x0^2"}},
      },
      {"x0", "x1"});
  // Where the half angle has a value.
  check({{"np.arctan2(x0,x1)", {"2*atan(x0/(sqrt(x0^2+x1^2)+x1))"}}}, {"x0", "x1"});
  const Expression angle = Expression::parse("(2*atan((x0)/(sqrt((x0)^2+(x1)^2)+(x1))))", std::vector<std::string>{"x0", "x1"});
  CHECK(close(angle.value(std::array{0.7, -1.3}), std::atan2(0.7, -1.3)));
  CHECK(close(angle.value(std::array{-3.0, 4.5}), std::atan2(-3.0, 4.5)));
}

TEST_CASE("of one who writes decimal commas, a spreadsheet, or on a phone") {
  check(
      {
          {"0,5x0² − 1,25", {"0.5*x0^2 - 1.25"}},
          {"1,5E-3*x0", {"0.0015*x0"}},
          {",5x0", {"0.5*x0"}},
          {"1.000,5", {"1000.5"}},
          {"1,000.5", {"1000.5"}},
          {"1,000", {"1", "1000"}},
          {"1,000,000", {"1000000"}},
          {"1 000,5", {"1000.5"}},
          {"max(1,5, 2,5)", {"2.5", "5"}},
          {"max(1,5,2,5)", {"2.5", "5"}},
          {"max(0,05, x0)", {"max(0.05, x0)", "max(5, x0)"}},
          {"min(1,5x0,2)", {"min(1.5*x0, 2)", "min(1, 5*x0, 2)"}},
          {"pow(x1,0,5)", {"sqrt(x1)"}},
          {"pow(1,5,2)", {"2.25", "1"}},
          {"2*sin²(0,5)", {"2*sin(0.5)^2"}},
          {"log(1,5)", {"log(1.5)", "0"}},
          {"=LOG(8; 2)", {"3"}},
          {"=LOG(1,5; 2)", {"log2(1.5)"}},
          {"=POTENZ(x0;2)+WURZEL(x1^2)", {"x0^2+abs(x1)"}},
          {"=SIN(PI()*x0)", {"sin(pi*x0)"}},
          {"=ROOT(8;3)", {"2"}},
          {"“x0^2”", {"x0^2"}},
          {"„x0“", {"x0"}},
          {"x0—1", {"x0-1"}},
          {"x0^2。", {"x0^2"}},
          {"x0：x1", {"x0/x1"}},
          {"max（x0；x1）", {"max(x0, x1)"}},
      },
      {"x0", "x1"});
}

TEST_CASE("of one variable") {
  check(
      {{"x2", {"x^2", "2*x"}}, {"1/x2", {"1/x^2", "1/(2*x)"}}, {"x[0]", {"x"}}, {"1/xx", {"1/x^2", "1"}}, {"5x10^3", {"5000"}}},
      {"x"});
}

TEST_CASE("an index is no digit of a name") {
  const std::vector<std::string> variables = {"x1", "x10"};
  check({{"x1[0]", {"x1"}}, {"x10[0]", {"x10"}}, {"x[10]", {"x10"}}}, variables);
  for (const char* other : {"x1_0", "x1₀"}) CHECK_THROWS_AS(Expression::parse(other, variables), ExpressionError);
}

TEST_CASE("what is not offered has no advice that would be something else") {
  for (const char* formula : {"x0 % 2", "floor(x0)", "if(x0, 1, 2)", "x0 mod 2", "np.sum(x0)"}) {
    Followed followed;
    follow(formula, {"x0", "x1"}, 8, followed);
    INFO(formula);
    CHECK(followed.formulas.empty());
  }
  // Two formulas in two lines are no product.
  CHECK_THROWS_AS(Expression::parse("x0^2\nx1^2", std::vector<std::string>{"x0", "x1"}), ExpressionError);
  CHECK_NOTHROW(Expression::parse("x0^2\n+ x1^2", std::vector<std::string>{"x0", "x1"}));
}
