#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <downhill/data/toy_data.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/net/two_layer_net.hpp>
#include <downhill/support/error.hpp>

// Somebody else's program: it trains a net, catches an error, and relies on Eigen's assertions.

#ifdef EIGEN_NO_DEBUG
#error "The package turns the assertions of its users off."
#endif
static_assert(__cplusplus >= 202002L, "The package asks for C++20.");

namespace {

double accuracy_after_training() {
  const downhill::Dataset data = downhill::toy_data(downhill::Toy::gauss, {.size = 200});
  const auto net = std::make_shared<downhill::TwoLayerNet<float>>(
      downhill::NetOptions{.input_size = 2, .hidden_size = 8, .output_size = 2, .xavier = true});
  downhill::Trainer trainer(net, data, {.batch_size = 20, .learning_rate = 0.5});
  trainer.run(500);
  return downhill::evaluate(*net, data).accuracy();
}

std::string error_of_a_wrong_name() {
  try {
    downhill::toy_named("sinc");
  } catch (const downhill::RangeError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 1 && std::string(arguments[1]) == "--past-the-end") {
    // An assertion that fails is what is wanted, and no crash to report.
    std::signal(SIGABRT, [](int) { std::_Exit(0); });
    const downhill::Vector<double> v = downhill::Vector<double>::Zero(count);
    std::printf("read past the end: %g\n", v[count]);
    return 1;
  }
  const double accuracy = accuracy_after_training();
  const std::string error = error_of_a_wrong_name();
  std::printf("accuracy %g; %s\n", accuracy, error.c_str());
  return accuracy > 0.9 && error.find("sinc") != std::string::npos ? 0 : 1;
}
