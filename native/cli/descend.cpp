#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include <downhill/descent/descent.hpp>
#include <downhill/support/error.hpp>

#include "arguments.hpp"
#include "commands.hpp"
#include "formula.hpp"

namespace downhill::cli {
namespace {

const std::vector<OptionHelp> descend_options = {
    {"start", "X0,X1,...", "where to begin (required); it also says how many variables x0, x1, ... there are"},
    {"learning-rate", "X", "(0.01)"},
    {"steps", "N", "(100)"},
    {"optimizer", "NAME", "sgd, momentum, nesterov, adagrad, rmsprop, adam (sgd)"},
    {"method", "NAME", "numerical or exact gradient (numerical)"},
    {"step-size", "H", "h of the numerical gradient (0.0001)"},
    {"csv", "", "prints step,x0,x1,...,f for every step instead of the last point"},
    {"help", "", "this text"},
};

constexpr const char* functions_help =
    "\nFunctions: sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp log log2 log10\n"
    "sqrt cbrt abs pow min max; constants pi and e; 2x is a product, x^2 or x**2 a power.\n"
    "A power of a negative number needs a whole exponent: write cbrt(x0), not x0^(1/3).\n";

}  // namespace

void descend(std::span<const std::string> words) {
  const Arguments arguments(words, descend_options);
  if (arguments.has("help")) {
    std::cout << help_text("downhill descend \"x0^2/20 + x1^2\" --start -7,2 [OPTION ...]",
                           "Walks downhill on a function of x0, x1, ... by the gradient method.", descend_options)
              << functions_help;
    return;
  }
  if (arguments.positional().size() != 1) {
    throw TypeError("got " + std::to_string(arguments.positional().size()) +
                    " functions; allowed is one, in quotes, such as \"x0^2 + x1^2\"");
  }
  const std::vector<double> start = parse_numbers("--start", arguments.required("start"));
  std::vector<std::string> variables;
  for (std::size_t i = 0; i < start.size(); ++i) variables.push_back("x" + std::to_string(i));
  const Expression f = parse_formula(arguments.positional()[0], variables);
  const Descent descent = gradient_descent(f, start,
                                           {.learning_rate = arguments.number("learning-rate", 0.01),
                                            .steps = static_cast<int>(arguments.whole("steps", 100, 0, 1'000'000)),
                                            .optimizer = optimizer_named(arguments.text("optimizer", "sgd")),
                                            .h = arguments.number("step-size", default_h),
                                            .method = differentiation_named(arguments.text("method", "numerical"))});
  const std::size_t points = descent.values.size();
  const auto print_point = [&](std::size_t step, const char* separator) {
    for (std::size_t i = 0; i < start.size(); ++i) std::printf("%s%.17g", separator, descent.path[step * start.size() + i]);
  };
  if (arguments.has("csv")) {
    std::printf("step");
    for (const std::string& variable : variables) std::printf(",%s", variable.c_str());
    std::printf(",f\n");
    for (std::size_t step = 0; step < points; ++step) {
      std::printf("%zu", step);
      print_point(step, ",");
      std::printf(",%.17g\n", descent.values[step]);
    }
  } else {
    std::printf("after %zu steps: x =", points - 1);
    print_point(points - 1, " ");
    std::printf("\nf = %.17g (at the start %.17g)\n", descent.values.back(), descent.values.front());
  }
  if (descent.diverged) std::fprintf(stderr, "diverged at step %zu: a value is no longer finite\n", points);
  if (descent.undefined) std::fprintf(stderr, "%s\n", descent.undefined->message().c_str());
}

}  // namespace downhill::cli
