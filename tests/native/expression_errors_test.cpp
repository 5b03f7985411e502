#include <cmath>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/error.hpp>
#include <downhill/expression.hpp>

using namespace downhill;
using Catch::Contains;

namespace {

/// The error that parsing `source`, a function of x0 and x1, ends in.
SyntaxError error_of(const std::string& source) {
  const std::vector<std::string> variables = {"x0", "x1"};
  try {
    Expression::parse(source, variables);
  } catch (const SyntaxError& error) {
    return error;
  }
  FAIL("no error in " << source);
  throw 0;
}

void check_error(const std::string& source, std::size_t position, const std::string& message) {
  INFO(source);
  const SyntaxError error = error_of(source);
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
  check_error("(x0 x1)", 4, "unexpected 'x1' at position 4");
  check_error("x0)", 2, "unexpected ')' at position 2: there is no '(' for it");
  check_error("x0***2", 4, "unexpected '*' at position 4");
  check_error("", 0, "the expression is empty");
  check_error("  \t\n", 0, "the expression is empty");
}

TEST_CASE("a multiplication that is not written is asked for") {
  for (const auto& [source, position] : std::vector<std::pair<std::string, std::size_t>>{{"2x0", 1},
                                                                                         {"2 x0", 2},
                                                                                         {"x0 x1", 3},
                                                                                         {"x0(x1)", 2},
                                                                                         {"(x0)(x1)", 4},
                                                                                         {"2(x0)", 1},
                                                                                         {"pi x0", 3},
                                                                                         {"2e", 1},
                                                                                         {"0x10", 1}}) {
    check_error(source, position, "write * for a multiplication");
  }
  check_error("x0 2", 3, "expected an operator");
  check_error("1.2.3", 3, "expected an operator");
}

TEST_CASE("an unknown name is reported together with the names that are known") {
  check_error("foo", 0, "unknown name 'foo' at position 0; known are x0, x1, pi, e, sin, cos, tan, asin");
  check_error("1 + x2", 4, "unknown name 'x2' at position 4");
  check_error("sni(x0)", 0, "unknown name 'sni'");
  check_error("X0", 0, "unknown name 'X0'");
  const std::string message = error_of(std::string(5000, 'a')).what();
  CHECK(message.size() < 300);
}

TEST_CASE("functions want their parentheses and the right number of arguments") {
  check_error("sin x0", 4, "unexpected 'x0' at position 4: expected '(' after the function sin, as in sin(...)");
  check_error("sin", 3, "unexpected end at position 3: expected '('");
  check_error("1 + sin()", 4, "sin at position 4 has 0; it takes one argument");
  check_error("sin(x0, x1)", 0, "sin at position 0 has 2; it takes one argument");
  check_error("pow(2)", 0, "pow at position 0 has 1; it takes two arguments");
  check_error("pow(1, 2, 3)", 0, "pow at position 0 has 3; it takes two arguments");
  check_error("min(x0)", 0, "min at position 0 has 1; it takes two or more arguments");
  check_error("max()", 0, "max at position 0 has 0");
  check_error("max(1,)", 6, "unexpected ')' at position 6");
  check_error("max(,1)", 4, "unexpected ',' at position 4");
  check_error("1,5", 1, "decimals have a point");
  check_error("(1,5)", 2, "decimals have a point");
}

TEST_CASE("foreign characters are shown whole, with what to write instead") {
  check_error("2×x0", 1, "unexpected '×' at position 1: write *");
  check_error("x0²", 2, "unexpected '²' at position 2: write ^2");
  check_error("3 − x0", 2, "unexpected '−' at position 2: write -");
  check_error("（x0）", 0, "unexpected '（' at position 0: write (");
  check_error("x0 + 你", 5, "unexpected '你' at position 5: allowed are numbers, names and + - * / ^ ( ) ,");
  check_error("x0 + 🙂", 5, "unexpected '🙂' at position 5");
  check_error("x0 = 1", 3, "unexpected '=' at position 3");
  check_error(".", 0, "unexpected '.' at position 0");
  check_error("1 + .", 4, "unexpected '.' at position 4");
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
  for (const char* opening : {"(", "-", "+", "2^", "-(", "sin(", "max(1,", "2^-", "2**", "1+2*3^("}) {
    const int times = static_cast<int>(Expression::max_source_length / std::string(opening).size());
    CHECK_THAT(error_of(repeated(times, opening)).what(), Contains("too deep"));
  }
  check_error(std::string(Expression::max_source_length + 1, ' '), Expression::max_source_length,
              "the expression has 10001 characters; allowed are at most 10000");
}

TEST_CASE("variables that cannot be names of variables are refused") {
  const auto parse_with = [](const std::vector<std::string>& variables) { return Expression::parse("1", variables); };
  CHECK_THROWS_AS(parse_with({}), RangeError);
  for (const char* name : {"", "1x", "x y", "x-1", "x\xc2\xb2", "é", " x"}) CHECK_THROWS_AS(parse_with({name}), RangeError);
  for (const char* name : {"pi", "e", "sin", "pow", "max"}) {
    CHECK_THROWS_WITH(parse_with({name}), Contains(std::string("variables[0] is \"") + name));
  }
  CHECK_THROWS_WITH(parse_with({"x", "y", "x"}), "variables[2] is \"x\"; allowed is each name once");
  CHECK_THROWS_AS(parse_with(std::vector<std::string>(65, "x")), RangeError);
  CHECK_NOTHROW(parse_with({"_", "X", "sin2", "e_"}));
}
