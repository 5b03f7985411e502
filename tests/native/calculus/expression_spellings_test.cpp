#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/expression_error.hpp>
#include <downhill/support/random.hpp>

#include "formulas.hpp"
#include "support/nearest_name.hpp"

using namespace downhill;
using namespace downhill::test;
using Catch::Contains;

// Formulas as people type and paste them.

namespace {

bool same_function(const Expression& f, const Expression& g) {
  for (const auto& point : {std::array{3.0, 4.5}, std::array{-0.25, 0.75}, std::array{0.5, -2.0}}) {
    std::array<double, 2> of_f{};
    std::array<double, 2> of_g{};
    if (!same(f.value_and_gradient(point, of_f), g.value_and_gradient(point, of_g))) return false;
    if (!same(of_f[0], of_g[0]) || !same(of_f[1], of_g[1])) return false;
  }
  return true;
}

/// `source` is read as the formula `plain`.
void check_reading(const std::string& source, const std::string& plain) {
  INFO(source);
  const Expression f = Expression::parse(source, x0_and_x1);
  CHECK(f.source() == source);
  CHECK(f.canonical() == plain);
  CHECK(same_function(f, Expression::parse(plain, x0_and_x1)));
}

}  // namespace

TEST_CASE("x₀² + x₁², as the label has it, is x0^2 + x1^2, with value and gradient") {
  const Expression f = Expression::parse("f(x₀, x₁) = x₀² + x₁²", x0_and_x1);
  std::array<double, 2> gradient{};
  CHECK(f.value_and_gradient(std::array{3.0, 4.0}, gradient) == 25);
  CHECK(gradient == std::array<double, 2>{6, 8});
}

TEST_CASE("variables are read with subscripts, indices and underscores") {
  check_reading("x₀² + x₁²", "x0^2 + x1^2");
  check_reading("x[0]**2 + x[1]**2", "x0^2 + x1^2");
  check_reading("x_0 + x_{1}", "x0 + x1");
  check_reading("X0 + x [ 1 ]", "x0 + x1");
  const std::vector<std::string> many = {"x10", "x_2", "X", "y"};
  CHECK(Expression::parse("x₁₀ + x₂ + X + Y", many).canonical() == "x10 + x_2 + X + y");
}

TEST_CASE("powers are read from raised digits") {
  check_reading("x₀⁴ − x₁⁻²", "x0^4 - x1^-2");
  check_reading("x₀¹² + 2³ + (x1+1)⁰", "x0^12 + 2^3 + (x1+1)^0");
  check_reading("-x₀²", "-x0^2");
  check_reading("|x₀|⁺³", "abs(x0)^3");
  check_reading("x0^{2} + e^{-x1}x0", "x0^(2) + e^(-x1)*x0");
  check_reading("x0²³", "x0^23");
  check_reading("x0↑2", "x0^2");
}

TEST_CASE("spaces of every kind separate, and what is not seen does not") {
  check_reading("\ufeff x0\u00a0+\u2009x1\u3000", "x0 + x1");
  check_reading("x\u200b0 + 1\u00ad2 + s\u2060in(x1)", "x0 + 12 + sin(x1)");
  check_reading("2\u2062x0", "2*x0");
  for (const char* space :
       {" ", "\t", "\u0085", "\u00a0", "\u1680", "\u2000", "\u2003", "\u200a", "\u2028", "\u202f", "\u205f"}) {
    check_reading(std::string("x0") + space + "-" + space + "1", "x0 - 1");
  }
}

TEST_CASE("full-width and mathematical letters, digits and signs are read") {
  check_reading("ｘ０＾２　＋　（ｘ１－１．５）＊３／２", "x0^2 + (x1-1.5)*3/2");
  check_reading("ｓｉｎ（ｘ０）＊＊２", "sin(x0)^2");
  check_reading("ｍａｘ（x0，x1）", "max(x0,x1)");
  check_reading("｜ｘ０｜", "abs(x0)");
  check_reading("𝑥₀ + 𝐱𝟏 + 𝜋", "x0 + x1 + pi");
  check_reading("ℯ^x0", "e^x0");
}

TEST_CASE("the signs of arithmetic are read") {
  for (const char* sign : {"*", "·", "×", "⋅", "∗", "•", "∙", "✕", "＊"}) check_reading(std::string("x0") + sign + "2", "x0*2");
  for (const char* sign : {"/", "÷", "∕", "⁄", "／", "➗"}) check_reading(std::string("x0") + sign + "2", "x0/2");
  for (const char* sign : {"-", "−", "–", "‑", "－", "➖"})
    check_reading(std::string("x0") + sign + "2e" + sign + "3", "x0-2e-3");
  for (const char* sign : {"+", "＋", "➕"}) check_reading(std::string("x0") + sign + "2", "x0+2");
}

TEST_CASE("a product that is not written is read where it has one meaning") {
  check_reading("2x0", "2*x0");
  check_reading("2(x0+1)", "2*(x0+1)");
  check_reading("(x0+1)(x0-1)x1", "(x0+1)*(x0-1)*x1");
  check_reading("x0(x0+1)", "x0*(x0+1)");
  check_reading("x₀x₁", "x0*x1");
  check_reading("2 x0 x1", "2*x0*x1");
  check_reading("x0 sin(x1)cos(x0)", "x0*sin(x1)*cos(x0)");
  check_reading("2x0^2", "2*x0^2");
  check_reading("2x₀²x₁", "2*x0^2*x1");
  check_reading("2x0/3", "2*x0/3");
  check_reading("1/(2x0)", "1/(2*x0)");
  check_reading("x0^(2)x1", "x0^(2)*x1");
  check_reading("2π x0", "2*pi*x0");
  check_reading("2e^x0 - 2e-3x0", "2*e^x0 - 2e-3*x0");
  check_reading("5.x0 + .5x1", "5.*x0 + .5*x1");
}

TEST_CASE("bars are absolute values, also within each other") {
  check_reading("|x0|", "abs(x0)");
  check_reading("|x0 - |x1||", "abs(x0 - abs(x1))");
  check_reading("||x0| - 1|", "abs(abs(x0) - 1)");
  check_reading("|x0||x1| + |x0|·x1", "abs(x0)*abs(x1) + abs(x0)*x1");
  check_reading("2|x0| + x1|x0|", "2*abs(x0) + x1*abs(x0)");
  check_reading("|(|x0|)(x1)|", "abs((abs(x0))*(x1))");
  check_reading("max(|x0|, |x1|)", "max(abs(x0), abs(x1))");
}

TEST_CASE("roots are read") {
  check_reading("√x₀ + √(x1+3) + 2√3", "sqrt(x0) + sqrt(x1+3) + 2*sqrt(3)");
  check_reading("∛x0·√√x1", "cbrt(x0)*sqrt(sqrt(x1))");
  check_reading("√|x0|", "sqrt(abs(x0))");
  check_reading("√(x0+1)(x1-1)", "sqrt(x0+1)*(x1-1)");
  check_reading("√sin²(x0)", "sqrt(sin(x0)^2)");
  check_reading("³√x0 + 2 - ²√(x1+3)", "cbrt(x0) + 2 - sqrt(x1+3)");
  check_reading("2³·√x0 + 2³ √x0 + 2³∛x0", "2^3*sqrt(x0) + 2^3*sqrt(x0) + 2^3*cbrt(x0)");
}

TEST_CASE("what stands before the formula and behind it is left out") {
  for (const char* before : {"y = ", "f(x0, x1) = ", "F(x₀,x₁)=", "z=", "= ",
                             "f (x_0, X1) = ", "z:=", "f(x0,x1) := ", "f(x0;x1) ≔ ", "y = f(x0, x1) = "})
    check_reading(before + std::string("x0 - x1"), "x0 - x1");
  check_reading("x0^2;", "x0^2");
}

TEST_CASE("functions are read under the names of other programs") {
  for (const auto& [other, ours] : std::vector<std::pair<std::string, std::string>>{
           {"ln", "log"},          {"lg", "log10"},        {"lb", "log2"},         {"arcsin", "asin"},
           {"arccos", "acos"},     {"arctan", "atan"},     {"arsinh", "asinh"},    {"arccosh", "acosh"},
           {"artanh", "atanh"},    {"np.sin", "sin"},      {"numpy.exp", "exp"},   {"math.exp", "exp"},
           {"torch.tanh", "tanh"}, {"Math.cbrt", "cbrt"},  {"tf.math.abs", "abs"}, {"np.arctan", "atan"},
           {"log₂", "log2"},       {"log_10", "log10"},    {"Sin", "sin"},         {"LOG", "log"},
           {"np.absolute", "abs"}, {"numpy.log2", "log2"}, {"jnp.sqrt", "sqrt"},
       }) {
    check_reading(other + "(x0)", ours + "(x0)");
  }
  check_reading("np.maximum(x0, np.minimum(x1, Math.PI)) + np.power(x0, 2)", "max(x0, min(x1, pi)) + pow(x0, 2)");
  check_reading("sin²(x0) + cos^2(x1) + tanh**3(x0)", "sin(x0)^2 + cos(x1)^2 + tanh(x0)^3");
  check_reading("sin^{2}(x0) + log_{2}(x0)", "sin(x0)^2 + log2(x0)");
}

TEST_CASE("a comma between arguments is a comma") {
  check_reading("pow(2,5)", "pow(2,5)");
  check_reading("max(1,2,3)", "max(1,2,3)");
  check_reading("max(0, 5, x0)", "max(0, 5, x0)");
  check_reading("min(x0,5)", "min(x0,5)");
  check_reading("max(1, 5, 2, 5)", "max(1, 5, 2, 5)");
  check_reading("max(0.5,1,x0)", "max(0.5,1,x0)");
}

TEST_CASE("a formula in its plain spelling is its own canonical form") {
  for (const char* source : {"0.01*x0^2+0.1*x0", "-x0^2 - -x1", "(1 - x0)^2 + 100*(x1 - x0^2)^2", "2^-x0^x1", "pow(x0, 2)/e"}) {
    check_reading(source, source);
  }
  check_reading("007*x0 + 00.5", "7*x0 + 0.5");
  check_reading("x0 **\n 2", "x0 ^ 2");
}

namespace {

/// A random formula in random spellings.
std::string random_spelling(Random& random, int depth) {
  const auto one_of = [&](const std::vector<std::string>& choices) { return choices[random.below(choices.size())]; };
  if (depth == 0) return one_of({"x0", "x₁", "x[0]", "x_1", "2", "0.5", "π", "e", "３", "1e-3", "𝑥₁"});
  const auto inner = [&] { return random_spelling(random, depth - 1); };
  switch (random.below(12)) {
    case 0:
      return inner() + one_of({" + ", "−", " ＋\u00a0"}) + inner();
    case 1:
      return "(" + inner() + ")" + one_of({"·", " × ", "*", "÷", " / "}) + "(" + inner() + ")";
    case 2:
      return "(" + inner() + ")(" + inner() + ")";
    case 3:
      return "(" + inner() + ")" + one_of({"²", "⁻¹", "³", "^2", "**3", "^-2"});
    case 4:
      return "|" + inner() + "|";
    case 5:
      return one_of({"√(", "∛(", "ln(", "np.sin(", "lg(", "arctan(", "Exp(", "tanh²(", "log₂(", "asinh("}) + inner() + ")";
    case 6:
      return "-(" + inner() + ")";
    case 7:
      return "max(" + inner() + ", " + inner() + ", " + inner() + ")";
    case 8:
      return one_of({"2", "0.5", "1e-3"}) + "(" + inner() + ")";
    case 9:
      return "（" + inner() + "）^（" + inner() + "）";
    case 10:
      return "2^-(" + inner() + ")";
    default:
      return "(" + inner() + ")";
  }
}

std::optional<Expression> parsed(const std::string& source) {
  try {
    return Expression::parse(source, x0_and_x1);
  } catch (const ExpressionError&) {
    return std::nullopt;
  }
}

}  // namespace

TEST_CASE("the canonical form of any formula parses to the same function, and is its own canonical form") {
  Random random(7);
  int read = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string source = random_spelling(random, 1 + static_cast<int>(random.below(4)));
    INFO(source);
    const std::optional<Expression> f = parsed(source);
    // Bars beside each other may be refused.
    if (!f) continue;
    ++read;
    const Expression g = Expression::parse(f->canonical(), x0_and_x1);
    CHECK(g.canonical() == f->canonical());
    CHECK(same_function(*f, g));
  }
  CHECK(read > 2500);
}

TEST_CASE("where f is NaN, the operation that made it so is named") {
  const auto message = [](const std::string& source, double x0, double x1) {
    const auto undefined = Expression::parse(source, x0_and_x1).undefined_at(std::array{x0, x1});
    return undefined ? std::string(undefined->reason_name()) + ": " + undefined->message() : std::string("defined");
  };
  CHECK(message("x0^(1/3)", -8, 0) ==
        "oddRoot: (-8)^0.3333333333 is not a number: the computer's 0.3333333333 is not exactly 1/3, and a negative number has "
        "powers with whole exponents only; for the root write cbrt(...)");
  CHECK_THAT(message("1 + x0^(2/3)", -8, 0), Contains("oddRoot") && Contains("write cbrt(...)^2"));
  CHECK_THAT(message("pow(x0, 0.2)", -8, 0), Contains("not exactly 1/5") && Contains("write -(-(...))^(1/5)"));
  CHECK_THAT(message("(0-8)^(1/3)", 0, 0), Contains("oddRoot: (-8)^0.333"));
  CHECK_THAT(message("x0^x1", -8, 0.5), Contains("power: (-8)^0.5 is not a number: a negative number has powers with whole"));
  CHECK_THAT(message("x0^0.3", -8, 0), Contains("power: "));
  CHECK_THAT(message("sqrt(x0)", -1, 0), Contains("root: sqrt(-1) is not a number: a negative number has no square root"));
  CHECK_THAT(message("ln(x0)", -1, 0), Contains("logarithm: log(-1)"));
  CHECK_THAT(message("arcsin(x0)", 2, 0), Contains("domain: asin(2) is not a number: asin is defined from -1 to 1"));
  CHECK_THAT(message("acosh(x0)", 0, 0), Contains("from 1 on"));
  CHECK_THAT(message("x0/x1", 0, 0), Contains("quotient: 0/0"));
  CHECK_THAT(message("exp(x0) - exp(x0)", 1000, 0), Contains("difference: Infinity-Infinity"));
  CHECK_THAT(message("x1*exp(x0)", 1000, 0), Contains("product: "));
  CHECK_THAT(message("sin(exp(x0))", 1000, 0), Contains("angle: sin(Infinity)"));
  CHECK(message("x0^(1/3)", 8, 0) == "defined");
  CHECK(message("cbrt(x0)", -8, 0) == "defined");
  CHECK(message("1/x0", 0, 0) == "defined");
  // f has no value where a part of it has none, although pow(NaN, 0) and pow(1, NaN) are 1 in C.
  CHECK_THAT(message("sqrt(x0)^0", -1, 0), Contains("root: sqrt(-1)"));
  CHECK_THAT(message("1^sqrt(x0)", -1, 0), Contains("root: sqrt(-1)"));
  CHECK_THAT(message("1^log(x0)", -1, 0), Contains("logarithm: log(-1)"));
  CHECK_THAT(message("(x0/x0)^0", 0, 0), Contains("quotient: 0/0"));
  CHECK_THAT(message("(x0/x0)^x1", 0, 0), Contains("quotient: 0/0"));
  CHECK_THAT(message("(0/0)^0", 1, 0), Contains("quotient: 0/0"));
  CHECK_THAT(message("1^(0/0)", 1, 0), Contains("quotient: 0/0"));
  CHECK_THAT(message("max(x0, sqrt(x1))^0 + 1", 1, -1), Contains("root: sqrt(-1)"));
  CHECK(message("0^0 + x0^x1", 0, 0) == "defined");
  // So large an exponent is no odd root, and rounding would call it one.
  CHECK_THAT(message("x0^10000000000.333333", -1, 0), Contains("power: "));
}

TEST_CASE("the nearest name is that with the fewest edits, if they are few") {
  const std::vector<std::string_view> names = {"sin", "sinh", "sqrt", "maximum"};
  CHECK(nearest_name("sni", names) == "sin");
  CHECK(nearest_name("sqtr", names) == "sqrt");
  CHECK(nearest_name("maxmum", names) == "maximum");
  CHECK(nearest_name("mxmum", names) == "maximum");
  CHECK_FALSE(nearest_name("cosine", names).has_value());
  CHECK(edits_between("", "abc") == 3);
  CHECK(edits_between("abc", "acb") == 1);
}
