#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include <downhill/data/idx.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/trainer.hpp>
#include <downhill/support/error.hpp>

#include "arguments.hpp"
#include "commands.hpp"

namespace downhill::cli {
namespace {

constexpr std::int64_t largest_seed = std::int64_t{1} << 53;

const std::vector<OptionHelp> train_options = {
    {"images", "FILE", "training images, IDX of unsigned bytes, not gzipped (required)"},
    {"labels", "FILE", "their labels (required)"},
    {"test-images", "FILE", "images to test on; without them a part of the training images is kept for the test"},
    {"test-labels", "FILE", "their labels"},
    {"test-fraction", "X", "the part kept for the test (0.2)"},
    {"scale", "N", "the pixel that is an input of 1 (what the largest pixel of the training images stands for)"},
    {"iterations", "N", "how many mini-batches to learn from (10000)"},
    {"batch-size", "N", "images in a mini-batch (100)"},
    {"hidden-size", "N", "neurons of the hidden layer (50)"},
    {"activation", "NAME", "of the hidden layer: sigmoid, relu, tanh (sigmoid)"},
    {"weight-std", "X", "standard deviation of the initial weights (0.01)"},
    {"learning-rate", "X", "(0.1)"},
    {"optimizer", "NAME", "sgd, momentum, nesterov, adagrad, rmsprop, adam (sgd)"},
    {"gradient", "NAME", "backprop or numerical (backprop)"},
    {"sampling", "NAME", "with-replacement or epochs (with-replacement)"},
    {"seed", "N", "equal seeds give equal runs (1)"},
    {"csv", "FILE", "writes iteration,loss of every iteration"},
    {"accuracy-csv", "FILE", "writes epoch,iteration,train_loss,train_accuracy,test_loss,test_accuracy"},
    {"help", "", "this text"},
};

std::vector<std::uint8_t> read_file(const std::string& option, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw FormatError("--" + option + ": cannot open " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Dataset read_images(const Arguments& arguments, const std::string& images, const std::string& labels, int scale) {
  return dataset_from_idx(read_file(images, arguments.required(images)), read_file(labels, arguments.required(labels)),
                          {.classes = {}, .scale = scale});
}

std::pair<Dataset, Dataset> read_data(const Arguments& arguments) {
  Dataset train = read_images(arguments, "images", "labels", static_cast<int>(arguments.whole("scale", 0, 0, 255)));
  if (arguments.has("test-images") || arguments.has("test-labels")) {
    return {train, read_images(arguments, "test-images", "test-labels", train.scale())};
  }
  return train.split(arguments.number("test-fraction", 0.2), 1);
}

/// A file for rows of numbers, or nothing where the option is not given.
class Csv {
 public:
  Csv(const Arguments& arguments, const std::string& option, const char* header) : path_(arguments.text(option, "")) {
    if (path_.empty()) return;
    file_.open(path_);
    if (!file_) throw FormatError("--" + option + ": cannot write " + path_);
    file_.precision(9);
    file_ << header << "\n";
  }

  template <class... Values>
  void row(const Values&... values) {
    if (path_.empty()) return;
    const char* comma = "";
    ((file_ << comma << values, comma = ","), ...);
    file_ << "\n";
    if (!file_) throw FormatError("cannot write " + path_ + ": is the disk full?");
  }

 private:
  std::string path_;
  std::ofstream file_;
};

}  // namespace

void train(std::span<const std::string> words) {
  const Arguments arguments(words, train_options);
  if (arguments.has("help")) {
    std::cout << help_text("downhill train --images FILE --labels FILE [OPTION ...]",
                           "Trains a two-layer net and prints loss and accuracy after each epoch.\n"
                           "Gzipped files can be given as <(zcat FILE.gz).",
                           train_options);
    return;
  }
  if (!arguments.positional().empty())
    throw TypeError("\"" + arguments.positional()[0] + "\" is not an option; --help lists them");
  const auto seed = static_cast<std::uint64_t>(arguments.whole("seed", 1, 0, largest_seed));
  const auto iterations = static_cast<Index>(arguments.whole("iterations", 10'000, 0, 100'000'000));
  const auto data = read_data(arguments);
  const Dataset& train_set = data.first;
  const Dataset& test_set = data.second;
  auto net = std::make_shared<TwoLayerNet<float>>(
      NetOptions{.input_size = train_set.input_size(),
                 .hidden_size = static_cast<int>(arguments.whole("hidden-size", 50, 1, TwoLayerNet<float>::max_size)),
                 .output_size = std::max(train_set.classes(), test_set.classes()),
                 .weight_init_std = arguments.number("weight-std", 0.01),
                 .activation = activation_named(arguments.text("activation", "sigmoid")),
                 .seed = seed});
  check_fits(*net, test_set);
  Trainer trainer(net, train_set,
                  {.batch_size = static_cast<Index>(arguments.whole("batch-size", 100, 1, 65'536)),
                   .learning_rate = arguments.number("learning-rate", 0.1),
                   .optimizer = optimizer_named(arguments.text("optimizer", "sgd")),
                   .gradient = gradient_method_named(arguments.text("gradient", "backprop")),
                   .sampling = sampling_named(arguments.text("sampling", "with-replacement")),
                   .seed = seed});
  Csv losses(arguments, "csv", "iteration,loss");
  Csv accuracies(arguments, "accuracy-csv", "epoch,iteration,train_loss,train_accuracy,test_loss,test_accuracy");

  std::printf("%u training images, %u test images, pixels from 0 to %d, %d-%d-%d net, %td parameters\n", train_set.size(),
              test_set.size(), train_set.scale(), net->input_size(), net->hidden_size(), net->output_size(),
              net->parameter_count());
  std::printf("%8s %10s %11s %15s %10s %14s\n", "epoch", "iteration", "train loss", "train accuracy", "test loss",
              "test accuracy");
  const auto report = [&] {
    const double epoch = static_cast<double>(trainer.iteration()) / trainer.iterations_per_epoch();
    Evaluation on_train, on_test;
    try {
      on_train = evaluate(*net, train_set);
      on_test = evaluate(*net, test_set);
    } catch (const UnsoundNetError& error) {
      std::printf("%8.2f %10u %s\n", epoch, trainer.iteration(), error.what());
      return;
    }
    std::printf("%8.2f %10u %11.4f %15.4f %10.4f %14.4f\n", epoch, trainer.iteration(), on_train.loss(), on_train.accuracy(),
                on_test.loss(), on_test.accuracy());
    std::fflush(stdout);
    accuracies.row(epoch, trainer.iteration(), on_train.loss(), on_train.accuracy(), on_test.loss(), on_test.accuracy());
  };
  report();
  while (trainer.iteration() < iterations && !trainer.diverged()) {
    const Index first = trainer.iteration();
    Index number = first;
    for (const float loss : trainer.run(std::min(trainer.iterations_per_epoch(), iterations - first)))
      losses.row(++number, loss);
    report();
  }
  if (trainer.diverged()) {
    std::printf("diverged at iteration %u; the net is as it was before. Try a smaller --learning-rate.\n",
                *trainer.diverged_at());
  }
}

}  // namespace downhill::cli
