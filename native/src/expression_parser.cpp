#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <downhill/error.hpp>

#include "expression_program.hpp"
#include "expression_scanner.hpp"

namespace downhill {
namespace {

struct Constant {
  std::string_view name;
  double value;
};
constexpr std::array<Constant, 2> known_constants = {{{"pi", std::numbers::pi}, {"e", std::numbers::e}}};

struct Function {
  std::string_view name;
  Op op;
  int fewest;
  int most;  // 0: any number
};
constexpr std::array<Function, 17> known_functions = {{
    {"sin", Op::sin, 1, 1},
    {"cos", Op::cos, 1, 1},
    {"tan", Op::tan, 1, 1},
    {"asin", Op::asin, 1, 1},
    {"acos", Op::acos, 1, 1},
    {"atan", Op::atan, 1, 1},
    {"sinh", Op::sinh, 1, 1},
    {"cosh", Op::cosh, 1, 1},
    {"tanh", Op::tanh, 1, 1},
    {"exp", Op::exp, 1, 1},
    {"log", Op::log, 1, 1},
    {"log10", Op::log10, 1, 1},
    {"sqrt", Op::sqrt, 1, 1},
    {"abs", Op::abs, 1, 1},
    {"pow", Op::power, 2, 2},
    {"min", Op::min, 2, 0},
    {"max", Op::max, 2, 0},
}};

template <class Table>
auto find_named(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [name](const auto& entry) { return entry.name == name; });
  return found == table.end() ? nullptr : &*found;
}

bool is_identifier(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto letter_or_digit = [letter](char c) { return letter(c) || (c >= '0' && c <= '9'); };
  return !name.empty() && letter(name[0]) && std::all_of(name.begin(), name.end(), letter_or_digit);
}

void check_variables(std::span<const std::string> variables) {
  require(!variables.empty() && variables.size() <= Expression::max_variables, "the number of variables", variables.size(),
          {"a whole number from 1 to ", Expression::max_variables});
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const std::string& name = variables[i];
    const auto refuse = [&](const char* allowed) {
      throw_range_error({"variables[", i, "] is \"", name, "\"; allowed is ", allowed});
    };
    if (!is_identifier(name)) refuse("a name of letters, digits and _ that does not begin with a digit");
    if (find_named(known_constants, name) || find_named(known_functions, name)) refuse("no name of a constant or function");
    if (std::find(variables.begin(), variables.begin() + static_cast<std::ptrdiff_t>(i), name) !=
        variables.begin() + static_cast<std::ptrdiff_t>(i)) {
      refuse("each name once");
    }
  }
}

std::string at(std::size_t position) { return " at position " + std::to_string(position); }

}  // namespace

/// Recursive descent:
///   sum     = product { (+ | −) product }
///   product = factor { (* | /) factor }
///   factor  = (+ | −) factor | power
///   power   = primary [ ^ factor ]
///   primary = number | variable | constant | function ( sum { , sum } ) | ( sum )
/// Every recursion passes through `factor`, which counts the depth.
class ExpressionParser {
 public:
  ExpressionParser(std::string_view source, std::span<const std::string> variables) : scanner_(source) {
    result_.source_ = source;
    result_.variables_.assign(variables.begin(), variables.end());
  }

  Expression parse() {
    advance();
    if (token_.kind == Token::Kind::end) throw_syntax_error({"the expression is empty: expected a formula such as x^2"}, 0);
    sum();
    if (token_.kind != Token::Kind::end) unexpected_after_operand();
    result_.program_ = program_.take_instructions();
    result_.constants_ = program_.take_constants();
    result_.stack_size_ = program_.stack_size();
    return std::move(result_);
  }

 private:
  void advance() { token_ = scanner_.next(); }

  void sum() {
    product();
    while (token_.is('+') || token_.is('-')) {
      const Op op = token_.is('+') ? Op::add : Op::subtract;
      advance();
      product();
      program_.binary(op);
    }
  }

  void product() {
    factor();
    while (token_.is('*') || token_.is('/')) {
      const Op op = token_.is('*') ? Op::multiply : Op::divide;
      advance();
      factor();
      program_.binary(op);
    }
  }

  void factor() {
    if (depth_ > Expression::max_depth) {
      throw_syntax_error({"too deep", at(token_.position), ": allowed are ", Expression::max_depth,
                          " levels of parentheses, signs and powers"},
                         token_.position);
    }
    ++depth_;
    if (token_.is('+') || token_.is('-')) {
      const bool minus = token_.is('-');
      advance();
      factor();
      if (minus) program_.unary({Op::negate});
    } else {
      power();
    }
    --depth_;
  }

  void power() {
    primary();
    if (!token_.is('^')) return;
    advance();
    factor();
    program_.binary(Op::power);
  }

  void primary() {
    if (token_.kind == Token::Kind::number) {
      program_.constant(token_.number);
      advance();
    } else if (token_.kind == Token::Kind::name) {
      name();
    } else if (token_.is('(')) {
      const std::size_t opened = token_.position;
      advance();
      sum();
      close(opened);
    } else {
      unexpected("expected a number, a variable or '('");
    }
  }

  void name() {
    const Token token = token_;
    advance();
    if (const Function* function = find_named(known_functions, token.text)) return call(*function, token);
    const auto& variables = result_.variables_;
    if (const auto found = std::find(variables.begin(), variables.end(), token.text); found != variables.end()) {
      program_.variable(static_cast<std::int32_t>(found - variables.begin()));
    } else if (const Constant* constant = find_named(known_constants, token.text)) {
      program_.constant(constant->value);
    } else {
      unknown(token);
    }
    if (token_.is('(')) {
      unexpected("'" + std::string(token.text) + "' is not a function; write * for a multiplication");
    }
  }

  void call(const Function& function, const Token& token) {
    const std::string name(function.name);
    if (!token_.is('(')) unexpected("expected '(' after the function " + name + ", as in " + name + "(...)");
    const std::size_t opened = token_.position;
    advance();
    int arguments = 0;
    while (!(arguments == 0 && token_.is(')'))) {
      sum();
      ++arguments;
      // Folded at once, so that the stack stays small however many arguments there are.
      if (arguments >= 2 && (function.most == 0 || arguments <= function.most)) program_.binary(function.op);
      if (!token_.is(',')) break;
      advance();
    }
    close(opened);
    if (arguments < function.fewest || (function.most > 0 && arguments > function.most)) {
      const std::string wanted = function.most == 0   ? "two or more arguments"
                                 : function.most == 1 ? "one argument"
                                                      : "two arguments";
      throw_syntax_error({name, at(token.position), " has ", arguments, "; it takes ", wanted}, token.position);
    }
    if (function.most == 1) program_.unary({function.op});
  }

  void close(std::size_t opened) {
    if (token_.is(')')) return advance();
    if (token_.kind == Token::Kind::end) unexpected("expected ')' for the '('" + at(opened));
    unexpected_after_operand();
  }

  [[noreturn]] void unexpected(const std::string& explanation) const {
    throw_syntax_error({"unexpected ", described(token_), at(token_.position), ": ", explanation}, token_.position);
  }

  [[noreturn]] void unexpected_after_operand() const {
    if (token_.is(')')) unexpected("there is no '(' for it");
    if (token_.is(',')) unexpected("a comma stands only between the arguments of a function; decimals have a point, as in 1.5");
    if (token_.kind == Token::Kind::number) unexpected("expected an operator such as + or *");
    unexpected("expected an operator; write * for a multiplication, as in 2*x");
  }

  [[noreturn]] void unknown(const Token& token) const {
    std::string known;
    for (const std::string& variable : result_.variables_) known += variable + ", ";
    for (const Constant& constant : known_constants) known += std::string(constant.name) + ", ";
    for (const Function& function : known_functions) known += std::string(function.name) + ", ";
    known.resize(known.size() - 2);
    throw_syntax_error({"unknown name ", described(token), at(token.position), "; known are ", known}, token.position);
  }

  ExpressionScanner scanner_;
  Token token_;
  Expression result_;
  int depth_ = 0;
  ExpressionProgram program_;
};

Expression Expression::parse(std::string_view source, std::span<const std::string> variables) {
  check_variables(variables);
  if (source.size() > max_source_length) {
    throw_syntax_error({"the expression has ", source.size(), " characters; allowed are at most ", max_source_length},
                       max_source_length);
  }
  return ExpressionParser(source, variables).parse();
}

}  // namespace downhill
