#include <array>
#include <clocale>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/gradient.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/random.hpp>

#include "formulas.hpp"
#include "numbers.hpp"

using namespace downhill;
using namespace downhill::test;
using Catch::WithinAbs;
using Catch::WithinRel;

TEST_CASE("operators have the usual rank, and those of one rank are taken from left to right") {
  CHECK(value("1 + 2*3") == 7);
  CHECK(value("(1 + 2)*3") == 9);
  CHECK(value("10 - 4 - 3") == 3);
  CHECK(value("24/4/3") == 2);
  CHECK(value("2 - 3 + 4") == 3);
  CHECK(value("12/3*2") == 8);
}

TEST_CASE("a power is taken before a sign and from right to left") {
  CHECK(value("-x^2", 3) == -9);
  CHECK(value("(-x)^2", 3) == 9);
  CHECK(value("2^-x", 1) == 0.5);
  CHECK(value("2^-x^2", 2) == 0.0625);
  CHECK(value("2^3^2") == 512);
  CHECK(value("2**3**2") == 512);
  CHECK(value("(2^3)^2") == 64);
  CHECK(value("2*x^2", 3) == 18);
  CHECK(value("x**2", 3) == 9);
  CHECK(value("--x", 3) == 3);
  CHECK(value("-+-+x", 3) == 3);
  CHECK(value("2*-x", 3) == -6);
  CHECK(value("2--x", 3) == 5);
}

TEST_CASE("numbers are read as C++ reads them") {
  CHECK(value("0.1") == 0.1);
  CHECK(value(".5") == 0.5);
  CHECK(value("5.") == 5);
  CHECK(value("2e-3") == 2e-3);
  CHECK(value("2.5E+3") == 2.5e3);
  CHECK(value("1.7976931348623157e308") == std::numeric_limits<double>::max());
  CHECK(value("4.9406564584124654e-324") == std::numeric_limits<double>::denorm_min());
  CHECK(value("1e-999") == 0);
  CHECK(value("0.1000000000000000055511151231257827021181583404541015625") == 0.1);
  CHECK(value(std::string(5000, '0') + "1." + std::string(3000, '0')) == 1);
}

TEST_CASE("the decimal point is a point in every locale") {
  const std::string before = std::setlocale(LC_NUMERIC, nullptr);
  for (const char* locale : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "C"}) {
    if (std::setlocale(LC_NUMERIC, locale) != nullptr) CHECK(value("1.5e1 + .25") == 15.25);
  }
  std::setlocale(LC_NUMERIC, before.c_str());
}

TEST_CASE("pi, e and every function have their values") {
  CHECK(value("pi") == std::numbers::pi);
  CHECK(value("e") == std::numbers::e);
  constexpr double a = 0.37;
  for (const auto& [source, expected] : std::vector<std::pair<std::string, double>>{{"sin(x)", std::sin(a)},
                                                                                    {"cos(x)", std::cos(a)},
                                                                                    {"tan(x)", std::tan(a)},
                                                                                    {"asin(x)", std::asin(a)},
                                                                                    {"acos(x)", std::acos(a)},
                                                                                    {"atan(x)", std::atan(a)},
                                                                                    {"sinh(x)", std::sinh(a)},
                                                                                    {"cosh(x)", std::cosh(a)},
                                                                                    {"tanh(x)", std::tanh(a)},
                                                                                    {"asinh(x)", std::asinh(a)},
                                                                                    {"acosh(x+1)", std::acosh(a + 1)},
                                                                                    {"atanh(x)", std::atanh(a)},
                                                                                    {"log2(x)", std::log2(a)},
                                                                                    {"cbrt(-x)", -std::cbrt(a)},
                                                                                    {"exp(x)", std::exp(a)},
                                                                                    {"log(x)", std::log(a)},
                                                                                    {"log10(x)", std::log10(a)},
                                                                                    {"sqrt(x)", std::sqrt(a)},
                                                                                    {"abs(-x)", a},
                                                                                    {"min(x, 1)", a},
                                                                                    {"max(x, 1)", 1},
                                                                                    {"pow(x, .3)", std::pow(a, .3)},
                                                                                    {"min(3, x, 2, 9)", a},
                                                                                    {"max(3, x, 2, 9)", 9},
                                                                                    {"pow(2, x)", std::pow(2, a)},
                                                                                    {"x^x", std::pow(a, a)},
                                                                                    {"sin(cos(x))", std::sin(std::cos(a))}}) {
    INFO(source);
    // The compiler's own constant and the library's function may differ in the last bit.
    CHECK_THAT(value(source, a), WithinRel(expected, 1e-15));
  }
}

TEST_CASE("x^2 is x*x to the last bit, and so is pow(x, 2)") {
  Random random(1);
  for (int i = 0; i < 1000; ++i) {
    const double x = random.normal() * 100;
    CHECK(value("x^2", x) == x * x);
    CHECK(value("pow(x, 2)", x) == x * x);
    CHECK(value("x^3", x) == x * x * x);
    CHECK(value("x^-2", x) == 1 / (x * x));
    CHECK(value("x^(4/2)", x) == x * x);
    CHECK_THAT(value("x^13", x), WithinRel(std::pow(x, 13), 1e-14));
    CHECK(value("x^17", x) == std::pow(x, 17));
  }
  CHECK(value("x^0", 0) == 1);
  CHECK(value("x^-1", 0) == infinity);
}

TEST_CASE("where f is not defined its value is NaN or infinite") {
  CHECK(std::isnan(value("log(x)", -1)));
  CHECK(std::isnan(value("sqrt(-1)")));
  CHECK(value("1/x", 0) == infinity);
  CHECK(value("log(x)", 0) == -infinity);
  CHECK(std::isnan(value("min(x, 1)", std::nan(""))));
  CHECK(std::isnan(value("min(1, x)", std::nan(""))));
  CHECK(std::isnan(value("max(1, x)", std::nan(""))));
}

TEST_CASE("where a part of f has no value, f has none and no gradient") {
  for (const char* source : {"(x/x)^0", "1^(x/x)", "(0/0)^0", "1^(0/0)", "1^log(x - 1)", "log(x - 1)^0 + y", "log(x - 1)^y",
                             "pow(1, sqrt(x - 1))", "max(2, acosh(x)^0)", "(y*0*x^-1)^0"}) {
    INFO(source);
    const Expression f = Expression::parse(source, x_and_y);
    const std::array<double, 2> point = {0, 0};
    std::array<double, 2> partials{};
    std::array<double, 1> one{};
    f.values(std::array<std::span<const double>, 2>{std::span(point).first(1), std::span(point).last(1)}, one);
    CHECK(std::isnan(f.value(point)));
    CHECK(std::isnan(one[0]));
    CHECK(std::isnan(f.value_and_gradient(point, partials)));
    CHECK(std::isnan(partials[0]));
    CHECK(std::isnan(partials[1]));
    CHECK(f.undefined_at(point));
    CHECK(std::isnan(Expression::parse(f.canonical(), x_and_y).value(point)));
  }
  CHECK(std::isnan(value("x^0", std::nan(""))));
  CHECK(value("0^0") == 1);
  CHECK(value("x^x", 0) == 1);
  CHECK(value("(1/x)^0", 0) == 1);
}

TEST_CASE("the gradient of x^2 + y^2 at (3, 4) is (6, 8)") {
  CHECK(gradient("x^2 + y^2", 3, 4) == std::array<double, 2>{6, 8});
  CHECK(gradient("x*y", 3, 4) == std::array<double, 2>{4, 3});
  CHECK(gradient("x/y", 3, 4) == std::array<double, 2>{0.25, -3.0 / 16});
  CHECK(gradient("5", 3, 4) == std::array<double, 2>{0, 0});
  CHECK(gradient("y - x", 3, 4) == std::array<double, 2>{-1, 1});
}

TEST_CASE("the exact gradient of every operation agrees with the central difference") {
  for (const char* source : {"sin(x*y)",
                             "cos(x + 2*y)",
                             "tan(x/y)",
                             "asin(x*y/3)",
                             "acos(x - y/2)",
                             "atan(x^3 - y)",
                             "sinh(x - y)",
                             "cosh(x*y)",
                             "tanh(2*x - y)",
                             "asinh(x - 2*y)",
                             "acosh(1 + x*y)",
                             "atanh(x*y/3)",
                             "exp(-x^2/y)",
                             "log(x + y)",
                             "log10(x*y + 1)",
                             "log2(x*y + 1)",
                             "sqrt(x + y^2)",
                             "cbrt(x - 3*y)",
                             "abs(x - 2*y)",
                             "min(x, y, x*y)",
                             "max(x, y, x*y)",
                             "pow(x, 1.7)*y",
                             "x^y",
                             "y^x",
                             "2^(x*y)",
                             "x^-3 + y^5",
                             "-x^2*-y",
                             "(x + 1)^16/(y + 1)^20",
                             "x^2.5/y^0.5"}) {
    INFO(source);
    const Expression f = Expression::parse(source, x_and_y);
    for (const auto& point : {std::array{0.7, 1.1}, std::array{0.31, 0.8}}) {
      std::array<double, 2> exact{};
      f.value_and_gradient(point, exact);
      const std::vector<double> numerical = numerical_gradient(f, point, 1e-6);
      const double scale = 1 + std::abs(f.value(point)) + std::abs(exact[0]) + std::abs(exact[1]);
      CHECK_THAT(exact[0], WithinAbs(numerical[0], 1e-8 * scale));
      CHECK_THAT(exact[1], WithinAbs(numerical[1], 1e-8 * scale));
    }
  }
}

TEST_CASE("functions have the values of a table") {
  for (const auto& [source, expected] : std::vector<std::pair<std::string, double>>{{"cbrt(2)", 1.2599210498948732},
                                                                                    {"log2(10)", 3.3219280948873623},
                                                                                    {"log10(2)", 0.3010299956639812},
                                                                                    {"asinh(1)", 0.881373587019543},
                                                                                    {"acosh(2)", 1.3169578969248167},
                                                                                    {"atanh(0.5)", 0.5493061443340549},
                                                                                    {"asinh(-1e-9)", -1e-9},
                                                                                    {"atanh(1e-9)", 1e-9}}) {
    INFO(source);
    CHECK_THAT(value(source), WithinRel(expected, 4e-16));
  }
}

TEST_CASE("a cube root is one of a negative number, too, which the power 1/3 is not") {
  CHECK(value("cbrt(x)", -8) == -2);
  CHECK(std::isnan(value("x^(1/3)", -8)));
  CHECK_THAT(derivative("cbrt(x)", -8), WithinRel(1.0 / 12, 1e-15));
  CHECK(derivative("cbrt(x)", 0) == infinity);
}

TEST_CASE("the slopes of asinh, acosh, atanh and log2 are right at the ends of what they are defined for") {
  CHECK(derivative("asinh(x)", 1e300) == 1e-300);
  CHECK(derivative("asinh(x)", 0) == 1);
  CHECK(derivative("acosh(x)", 1) == infinity);
  CHECK_THAT(derivative("acosh(x)", 1e300), WithinRel(1e-300, 1e-15));
  CHECK(std::isnan(derivative("acosh(x)", 0.5)));
  CHECK(derivative("atanh(x)", 0) == 1);
  CHECK(derivative("atanh(x)", -1) == infinity);
  CHECK(std::isnan(derivative("atanh(x)", 2)));
  CHECK_THAT(derivative("log2(x)", 4), WithinRel(0.25 / std::numbers::ln2, 1e-15));
  CHECK(derivative("log2(x)", 0) == infinity);
  CHECK(std::isnan(derivative("log2(x)", -1)));
  CHECK(value("log2(x)", 1024) == 10);
}

TEST_CASE("whole powers have a derivative at 0 and below") {
  CHECK(derivative("x^2", 0) == 0);
  CHECK(derivative("x^3", -2) == 12);
  CHECK(derivative("x^1", 0) == 1);
  CHECK(derivative("x^0", 0) == 0);
  CHECK(derivative("x^-1", -2) == -0.25);
  CHECK(derivative("x^20", -1) == -20);
  CHECK(derivative("x^2.5", 0) == 0);
}

TEST_CASE("a power of 0 has a finite derivative by an exponent above 0") {
  CHECK(gradient("x^y", 0, 2) == std::array<double, 2>{0, 0});
  CHECK(gradient("x^y", 0, 1) == std::array<double, 2>{1, 0});
  CHECK(gradient("0^y", 7, 0.5) == std::array<double, 2>{0, 0});
  CHECK(gradient("(-2)^(y + 0*x)", 1, 3)[0] == 0);
  CHECK(derivative("(x - 5)^2.0", 2) == -6);
  CHECK(gradient("x^4.5 + y", 0, 3) == std::array<double, 2>{0, 1});
}

TEST_CASE("at a corner the gradient is the documented one") {
  CHECK(derivative("abs(x)", 0) == 0);
  CHECK(derivative("abs(x)", -3) == -1);
  CHECK(gradient("min(x, y)", 2, 2) == std::array<double, 2>{1, 0});
  CHECK(gradient("max(x, y)", 2, 2) == std::array<double, 2>{1, 0});
  CHECK(gradient("max(x, y)", 2, 3) == std::array<double, 2>{0, 1});
  CHECK(gradient("min(y, x, 9)", 2, 2) == std::array<double, 2>{0, 1});
  CHECK(derivative("max(0, x)", -1) == 0);
}

TEST_CASE("an infinite slope along one variable leaves the other partial derivative alone") {
  CHECK(gradient("sqrt(x) + y^2", 0, 3) == std::array<double, 2>{infinity, 6});
  CHECK(std::isnan(derivative("log(x)", -1)));
  CHECK(std::isnan(derivative("sqrt(x)", -1)));
}

TEST_CASE("value, values and value_and_gradient agree to the last bit, whatever the length") {
  Random random(2);
  for (const char* source : {"sin(x)*exp(-y^2) + x^3*y - pow(x, y)", "max(x, y/x, 2)^2 - min(x^-4, log(x + y), tanh(y))",
                             "x0 + 1 - 1", "atan(x^11)/(1 + abs(y))*sqrt(x) + 2^3^x",
                             "cbrt(x)*log2(y) + asinh(x/y) - acosh(x) + atanh(y)", "(-8)^(1/3) + x", "3"}) {
    const std::vector<std::string> variables = {"x", "y", "x0"};
    const Expression f = Expression::parse(source, variables);
    for (const std::size_t size : {0u, 1u, 7u, 255u, 256u, 257u, 1000u}) {
      std::vector<std::vector<double>> columns(3, std::vector<double>(size));
      for (auto& column : columns) {
        for (double& entry : column) entry = random.normal() * 2;
      }
      std::vector<double> out(size);
      const std::array<std::span<const double>, 3> arrays = {columns[0], columns[1], columns[2]};
      f.values(arrays, out);
      bool equal = true;
      for (std::size_t i = 0; i < size; ++i) {
        const std::array<double, 3> point = {columns[0][i], columns[1][i], columns[2][i]};
        std::array<double, 3> partials{};
        equal = equal && same(out[i], f.value(point)) && same(out[i], f.value_and_gradient(point, partials));
      }
      INFO(source << ", " << size << " points");
      CHECK(equal);
    }
  }
}

TEST_CASE("long sums, many arguments, deep nesting and many variables are within the limits") {
  std::string sum = "x";
  std::string arguments = "x";
  for (int i = 0; i < 2000; ++i) sum += "+x";
  for (int i = 0; i < 2000; ++i) arguments += ",x";
  CHECK(value(sum, 1) == 2001);
  CHECK(value("max(" + arguments + ")", 4) == 4);
  const int deep = Expression::max_depth;
  CHECK(value(std::string(deep, '(') + "x" + std::string(deep, ')'), 3) == 3);
  CHECK(value(std::string(deep, '-') + "x", 3) == 3);
  std::string right;
  for (int i = 0; i < deep; ++i) right += "1+2*x^(";
  CHECK_NOTHROW(value(right.substr(0, 7 * (deep / 2)) + "x" + std::string(deep / 2, ')'), 0.5));

  std::vector<std::string> names;
  std::string squares = "0";
  std::vector<double> point;
  for (int i = 0; i < Expression::max_variables; ++i) {
    names.push_back("v" + std::to_string(i));
    squares += " + " + names.back() + "^2";
    point.push_back(i);
  }
  std::vector<double> partials(point.size());
  const Expression f = Expression::parse(squares, names);
  CHECK(f.value_and_gradient(point, partials) == 63 * 64 * 127 / 6);
  for (std::size_t i = 0; i < point.size(); ++i) CHECK(partials[i] == 2 * point[i]);
}

TEST_CASE("an expression is a value: a copy outlives the original, source and variables are kept") {
  Expression copy = Expression::parse("1", x_alone);
  {
    const Expression f = Expression::parse(" x ^ 2 ", x_alone);
    copy = f;
  }
  CHECK(copy.value(std::array{5.0}) == 25);
  CHECK(copy.source() == " x ^ 2 ");
  CHECK(copy.variables() == x_alone);
  CHECK(copy.dimension() == 1);
}

TEST_CASE("points and arrays that do not fit are refused") {
  const Expression f = Expression::parse("x*y", x_and_y);
  const std::array<double, 3> three{};
  std::array<double, 3> gradient_of_three{};
  std::array<double, 2> two{};
  CHECK_THROWS_AS(f.value(three), TypeError);
  CHECK_THROWS_WITH(f.value(three), "x has 3 values; the function has 2 variables");
  CHECK_THROWS_AS(f.value_and_gradient(three, two), TypeError);
  CHECK_THROWS_AS(f.value_and_gradient(two, gradient_of_three), TypeError);
  CHECK_THROWS_AS(f.values(std::array<std::span<const double>, 1>{three}, two), TypeError);
  CHECK_THROWS_AS(f.values(std::array<std::span<const double>, 2>{three, two}, two), TypeError);
}
