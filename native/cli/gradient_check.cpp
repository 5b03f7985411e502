#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>

#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/random.hpp>

#include "arguments.hpp"
#include "commands.hpp"

namespace downhill::cli {
namespace {

const std::vector<OptionHelp> check_options = {
    {"input-size", "N", "(8)"},
    {"hidden-size", "N", "(6)"},
    {"output-size", "N", "(4)"},
    {"batch-size", "N", "(5)"},
    {"activation", "NAME", "of the hidden layer: sigmoid, relu, tanh (sigmoid)"},
    {"step-size", "H", "h of the numerical gradient (0.0001)"},
    {"seed", "N", "(1)"},
    {"help", "", "this text"},
};

constexpr double tolerance = 1e-7;

}  // namespace

void gradient_check(std::span<const std::string> words) {
  const Arguments arguments(words, check_options);
  if (arguments.has("help")) {
    std::cout << help_text("downhill gradient-check [OPTION ...]",
                           "Compares backprop with central differences over all parameters of a random net, in float64.\n"
                           "Fails if ‖backprop − numerical‖ / (‖backprop‖ + ‖numerical‖) is above 1e-7.",
                           check_options);
    return;
  }
  if (!arguments.positional().empty())
    throw TypeError("\"" + arguments.positional()[0] + "\" is not an option; --help lists them");
  const auto size = [&](const char* name, int otherwise, int most = 4096) {
    return static_cast<int>(arguments.whole(name, otherwise, 1, most));
  };
  const auto seed = static_cast<std::uint64_t>(arguments.whole("seed", 1, 0, std::int64_t{1} << 53));
  const TwoLayerNet<double> net(NetOptions{.input_size = size("input-size", 8),
                                           .hidden_size = size("hidden-size", 6),
                                           .output_size = size("output-size", 4, 256),
                                           .weight_init_std = 1,
                                           .activation = activation_named(arguments.text("activation", "sigmoid")),
                                           .seed = seed});
  Random random(seed, 2);
  Matrix<double> x(size("batch-size", 5), net.input_size());
  for (double& value : x.reshaped()) value = random.normal();
  std::vector<Label> labels(static_cast<std::size_t>(x.rows()));
  for (Label& label : labels) label = static_cast<Label>(random.below(static_cast<std::uint32_t>(net.output_size())));

  const Vector<double> exact = net.gradient(x, labels);
  const Vector<double> numerical =
      net.numerical_gradient(x, labels, {.h = arguments.number("step-size", default_h), .method = NumericalMethod::naive});
  const double error = (exact - numerical).norm() / std::max(exact.norm() + numerical.norm(), 1e-300);
  Eigen::Index worst = 0;
  const double largest = (exact - numerical).cwiseAbs().maxCoeff(&worst);
  std::printf(
      "%td parameters\nrelative error   %.3g\nlargest difference %.3g at parameter %td (%.10g by backprop, %.10g "
      "numerically)\n",
      exact.size(), error, largest, worst, exact[worst], numerical[worst]);
  require(error <= tolerance, "relative error", error, "at most 1e-7");
}

}  // namespace downhill::cli
