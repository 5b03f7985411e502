#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/expression.hpp>
#include <downhill/calculus/expression_error.hpp>

using namespace downhill;
using Catch::Contains;

namespace {

/// The error that parsing `source`, a function of x0 and x1, ends in.
ExpressionError error_of(const std::string& source) {
  const std::vector<std::string> variables = {"x0", "x1"};
  try {
    Expression::parse(source, variables);
  } catch (const ExpressionError& error) {
    return error;
  }
  FAIL("no error in " << source);
  throw 0;
}

void check_error(const std::string& source, std::size_t position, const std::string& message) {
  INFO(source);
  const ExpressionError error = error_of(source);
  CHECK(error.position == position);
  CHECK_THAT(error.what(), Contains(message));
}

std::string repeated(int times, const std::string& text) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("a mistake is reported with its position, what was found and what was expected") {
  check_error("1 + )", 4, "unexpected ')' at position 4: expected a number, a variable or '('");
  check_error("x0 +", 4, "unexpected end at position 4: expected a number, a variable or '('");
  check_error("*x0", 0, "unexpected '*' at position 0: expected a number");
  check_error("x0 ^ / 2", 5, "unexpected '/' at position 5");
  check_error("()", 1, "unexpected ')' at position 1: expected a number");
  check_error("(x0", 3, "unexpected end at position 3: expected ')' for the '(' at position 0");
  check_error("x0)", 2, "unexpected ')' at position 2: there is no '(' for it");
  check_error("x0***2", 4, "unexpected '*' at position 4");
  check_error("", 0, "the expression is empty");
  check_error("  \t\n", 0, "the expression is empty");
}

TEST_CASE("what can be read in two ways is refused with both of them") {
  check_error("1/2x0", 0, "'1/2x0' at position 0 can be read in two ways; write 1/(2*x0) or (1/2)*x0");
  check_error("x1 + x0/2(x1+1)", 5, "write x0/(2*(x1+1)) or (x0/2)*(x1+1)");
  check_error("2x0/3x1", 0, "write 2*x0/(3*x1) or (2*x0/3)*x1");
  check_error("1÷2π", 0, "write 1/(2*pi) or (1/2)*pi");
  check_error("e^2x0", 0, "write e^2*x0 or e^(2*x0)");
  check_error("-e^-x0 x1", 0, "write -e^-x0*x1 or -e^(-x0*x1)");
  check_error("2^x0(x1+1)", 0, "write 2^x0*(x1+1) or 2^(x0*(x1+1))");
  check_error("√2x0", 0, "write sqrt(2)*x0 or sqrt(2*x0)");
  check_error("x1*√x0²", 3, "write sqrt(x0)^2 or sqrt(x0^2)");
  check_error("√(x0)^2", 0, "write sqrt(x0)^2 or sqrt(x0^2)");
  check_error("2^x0²", 0, "write (2^x0)^2 or 2^(x0^2)");
  check_error("x0²^3", 0, "write (x0^2)^3 or x0^(2^3)");
  check_error("x0² ³", 0, "write (x0^2)^3 or x0^(2^3)");
  check_error("sin²(x0)^3", 0, "write (sin(x0)^2)^3 or sin(x0)^(2^3)");
  check_error("sin⁻¹(x0)", 0, "write asin(x0) or (1/sin(x0))");
  check_error("tanh^-1(x0)", 0, "write atanh(x0) or (1/tanh(x0))");
  check_error("e(x0+1)", 0, "write e*(x0+1) or e^(x0+1)");
  check_error("1 + max(0,5, x0)", 4, "write max(0.5, x0) or max(0, 5, x0)");
  // e is a name, though some numbers have one.
  check_error("1 + max(0,5, e)", 4, "write max(0.5, e) or max(0, 5, e)");
  check_error("min(x0,0,5)", 0, "write min(x0,0.5) or min(x0,0, 5)");
}

TEST_CASE("a number behind an operand may be a power that has lost its place") {
  check_error("x0 2", 3, "unexpected '2' at position 3: write ^ before it for a power, * for a product");
  check_error("(x0)2", 4, "write ^ before it for a power");
  check_error("1.2.3", 3, "expected an operator");
  check_error("1 000", 2, "a number is written without spaces");
}

TEST_CASE("bars that leave open where they begin are refused") {
  check_error("|x0|x1|", 4, "unexpected 'x1' at position 4: write * after |...|, or abs(...)");
  check_error("|2|x0||", 3, "write * after |...|");
  check_error("|x0|(x1)", 4, "write * after |...|");
  check_error("|x0 + 1", 7, "expected '|' for the '|' at position 0");
  check_error("(|x0)", 4, "unexpected ')' at position 4: expected '|' for the '|' at position 1");
  check_error("(x0]", 3, "unexpected ']' at position 3: expected ')' for the '(' at position 0");
  check_error("||", 2, "unexpected end at position 2");
}

TEST_CASE("an unknown name is reported together with the names that are known") {
  check_error("foo", 0, "unknown name 'foo' at position 0; known are x0, x1, pi, e, sin, cos, tan, asin");
  check_error("1 + x2", 4, "unknown name 'x2' at position 4; known are x0");
  check_error("x[2]", 0, "unknown name 'x[2]' at position 0; known are x0");
  check_error("f(x) = 2", 2, "unknown name 'x' at position 2; did you mean x0? Known are x0");
  const std::string message = error_of(std::string(5000, 'a')).what();
  CHECK(message.size() < 300);
}

TEST_CASE("with the nearest name, or with what to write in its place") {
  check_error("sni(x0)", 0, "unknown name 'sni' at position 0; did you mean sin?");
  check_error("sqt(x0)", 0, "did you mean sqrt?");
  check_error("arcsine(x0)", 0, "did you mean arcsin?");
  check_error("2*logarithm(x0)", 2, "known are x0");
  check_error("x0x1", 0, "did you mean x0*x1?");
  check_error("x0sin(x1)", 0, "did you mean x0*sin?");
  check_error("sinx0", 0, "did you mean sin(x0)?");
  check_error("ln2", 0, "did you mean ln(2)?");
  check_error("tg(x0)", 0, "unknown name 'tg' at position 0; write tan");
  check_error("1 + ctg(x0)", 4, "unknown name 'ctg(x0)' at position 4; write (1/tan(x0))");
  check_error("ctg", 0, "unknown name 'ctg' at position 0; write (1/tan(...))");
  check_error("sen(x0)", 0, "write sin");
  check_error("np.sum(x0)", 0, "'np.sum' at position 0 is not offered; what is: +");
  check_error("np.floor(x0)", 0, "'np.floor' at position 0 is not offered; what is: sin, cos, tan");
  check_error("math.foo(x0)", 0, "unknown name 'math.foo' at position 0");
  const std::vector<std::string> x = {"x"};
  CHECK_THROWS_WITH(Expression::parse("x2", x), Contains("write x^2 for the power, 2*x for the product"));
  CHECK_THROWS_WITH(Expression::parse("x[0]", x), Contains("unknown name 'x[0]' at position 0; write x"));
  CHECK_THROWS_WITH(Expression::parse("x[1]", x), Contains("unknown name 'x[1]' at position 0; known are x, pi"));
  CHECK_THROWS_WITH(Expression::parse("t", x), Contains("did you mean x?"));
  CHECK_THROWS_WITH(Expression::parse("xx", x), Contains("did you mean x*x?"));
}

TEST_CASE("functions want their parentheses and the right number of arguments") {
  check_error("1 + sin x0", 4, "'sin x0' at position 4: expected '(' after the function sin; write sin(x0)");
  check_error("sin", 0, "'sin' at position 0: expected '(' after the function sin; write sin(...)");
  check_error("sin + x0", 0, "'sin' at position 0");
  check_error("sin²x0", 0, "write sin(x0)^2");
  check_error("exp x0", 0, "write exp(x0)");
  check_error("sin^x1(x0)", 0, "the power of sin at position 0 is written behind its parentheses");
  check_error("sin⁻²(x0)", 0, "the power of sin");
  check_error("1 + sin()", 4, "sin at position 4 has 0; it takes one argument");
  check_error("sin(x0, x1)", 0, "sin at position 0 has 2; it takes one argument");
  check_error("pow(2)", 0, "pow at position 0 has 1; it takes two arguments");
  check_error("pow(1, 2, 3)", 0, "pow at position 0 has 3; it takes two arguments");
  check_error("min(x0)", 0, "min at position 0 has 1; it takes two or more arguments");
  check_error("max()", 0, "max at position 0 has 0");
  check_error("max(1,)", 6, "unexpected ')' at position 6");
  check_error("max(,1)", 4, "unexpected ',' at position 4");
}

TEST_CASE("a decimal comma is answered with a point") {
  check_error("1,5", 1, "decimals have a point, as in 1.5");
  check_error("(2，75)", 2, "decimals have a point, as in 2.75");
  check_error("x0, x1", 2, "decimals have a point, as in 1.5");
  check_error("pow(1,5,x0)", 5, "decimals have a point, as in pow(1.5,x0)");
  check_error("sin(0,5)", 5, "decimals have a point, as in sin(0.5)");
  check_error("max(0,5; x0)", 7, "the arguments of a function have a comma between them");
  check_error("x0; x1", 2, "a formula is one only");
}

TEST_CASE("an equation and a wrong index are answered") {
  check_error("x0 = 1", 3, "unexpected '=' at position 3: give one side of an equation alone");
  check_error("y = x0 = 1", 7, "give one side");
  check_error("x0^2 == 1", 5, "give one side");
  check_error("y =", 3, "the expression is empty at position 3");
  check_error("x[i]", 2, "the index of x at position 2 must be a whole number, as in x[0]");
  check_error("x[-1]", 2, "must be a whole number");
  check_error("x[0", 2, "must be a whole number");
  check_error("x0]", 2, "there is no '[' for it");
  check_error("[x0+1]^2", 0, "unexpected '[' at position 0: write (");
  check_error("{x0}^2", 0, "unexpected '{' at position 0: write (");
  check_error("x0^{2", 5, "unexpected end at position 5: expected '}' for the '{' at position 3");
  check_error("_{0}", 0, "unknown name '_{0}' at position 0");
  check_error("X[:,0]", 2, "the index of X at position 2 must be a whole number, as in X[0]");
}

TEST_CASE("foreign characters are shown whole, with what to write instead") {
  check_error("x0—1", 2, "unexpected '—' at position 2: write -");
  check_error("½x0", 0, "unexpected '½' at position 0: write (1/2)");
  check_error("x0ⁿ", 2, "unexpected 'ⁿ' at position 2: write ^n");
  check_error("х + 1", 0, "unexpected 'х' at position 0: write x");
  check_error("\"x0\"", 0, "unexpected '\"' at position 0: leave it out");
  check_error("x0 + 你", 5, "unexpected '你' at position 5: allowed are numbers, names and + - * / ^ ( ) | ,");
  check_error("x0 + 🙂", 5, "unexpected '🙂' at position 5");
  check_error("x0²₃", 4, "unexpected '₃' at position 4");
  check_error(".", 0, "unexpected '.' at position 0");
  check_error("1 + .", 4, "unexpected '.' at position 4");
  check_error("x0××2", 4, "unexpected '×' at position 4");
}

TEST_CASE("positions count bytes, and in UTF-16 what JavaScript counts") {
  const auto check_units = [](const std::string& source, std::size_t bytes, std::size_t units, const std::string& message) {
    INFO(source);
    const ExpressionError error = error_of(source);
    CHECK(error.position == bytes);
    CHECK(error.in_utf16(source).position == units);
    CHECK_THAT(error.in_utf16(source).what(), Contains(message));
  };
  check_units("（x0 + 1", 9, 7, "unexpected end at position 7: expected ')' for the '(' at position 0");
  check_units("𝑥0 + (𝑥1", 14, 10, "unexpected end at position 10: expected ')' for the '(' at position 6");
  check_units("x₀² + 你", 9, 6, "unexpected '你' at position 6");
  check_units("\ufeff\u00a0x0 ** ** 2", 11, 8, "unexpected '**' at position 8");
}

TEST_CASE("every kind of mistake has a name of its own") {
  std::set<std::string_view> names;
  for (int kind = 0; kind <= static_cast<int>(ExpressionError::Kind::foreign_byte); ++kind) {
    const ExpressionError error(static_cast<ExpressionError::Kind>(kind), {"a", "b", "c"}, 0);
    names.insert(error.kind_name());
    CHECK(std::string(error.what()).size() > 10);
  }
  CHECK(names.size() == static_cast<std::size_t>(ExpressionError::Kind::foreign_byte) + 1);
}

TEST_CASE("bytes that are not text are shown as numbers") {
  check_error(std::string("x0\0+1", 5), 2, "unexpected byte 0x00 at position 2");
  check_error("x0\xff", 2, "unexpected byte 0xff at position 2");
  check_error("x0\xc3", 2, "unexpected byte 0xc3 at position 2");
  check_error("x0\xe4\xbd+", 2, "unexpected byte 0xe4 at position 2");
  check_error("\x1b[0m", 0, "unexpected byte 0x1b at position 0");
}

TEST_CASE("numbers too large for float64 are refused") {
  check_error("x0 + 1e999", 5, "the number '1e999' at position 5 is too large");
  check_error(std::string(400, '9'), 0, "is too large");
  check_error("1e99999999999999999999", 0, "is too large");
}

TEST_CASE("what is too deep or too long is refused and never overflows the stack") {
  const int deep = Expression::max_depth;
  const auto position = static_cast<std::size_t>(deep) + 1;
  check_error(std::string(deep + 1, '(') + "x0" + std::string(deep + 1, ')'), position, "too deep at position 201");
  check_error(std::string(deep + 1, '-') + "x0", position, "too deep");
  check_error(repeated(deep + 1, "x0^") + "x0", 3 * position, "too deep");
  check_error(repeated(deep + 1, "-(") + "x0", position, "too deep");
  check_error(repeated(deep + 1, "sin(") + "x0", 4 * position, "too deep");
  for (const char* opening : {"(", "-", "+", "2^", "-(", "sin(", "max(1,", "|1+", "√", "√(", "2^-", "2**", "1+2*3^("}) {
    const int times = static_cast<int>(Expression::max_source_length / std::string(opening).size());
    CHECK_THAT(error_of(repeated(times, opening)).what(), Contains("too deep"));
  }
  check_error(std::string(Expression::max_source_length + 1, ' '), Expression::max_source_length,
              "the expression has 10001 characters; allowed are at most 10000");
  check_error(repeated(Expression::max_source_length + 1, "²"), 2 * Expression::max_source_length, "10001 characters");
  CHECK_NOTHROW(Expression::parse("1" + repeated(Expression::max_source_length - 1, "\u00a0"), std::vector<std::string>{"x"}));
}

TEST_CASE("variables that cannot be names of variables are refused") {
  const auto parse_with = [](const std::vector<std::string>& variables) { return Expression::parse("1", variables); };
  CHECK_THROWS_AS(parse_with({}), RangeError);
  for (const char* name : {"", "1x", "x y", "x-1", "x\xc2\xb2", "é", " x"}) CHECK_THROWS_AS(parse_with({name}), RangeError);
  // Also where it is read as one: ln is log, LN and E are, and log_2 is log2.
  for (const char* name :
       {"pi", "e", "sin", "pow", "max", "cbrt", "ln", "arctan", "power", "maximum", "Sin", "E", "LN", "log_2"}) {
    CHECK_THROWS_WITH(parse_with({name}), Contains(std::string("variables[0] is \"") + name));
  }
  CHECK_THROWS_WITH(parse_with({"x", "y", "x"}), "variables[2] is \"x\"; allowed is each name once");
  CHECK_THROWS_AS(parse_with(std::vector<std::string>(65, "x")), RangeError);
  CHECK_NOTHROW(parse_with({"_", "X", "sin2", "e_", "np", "sec", "relu", "floor", "lambda"}));
}
