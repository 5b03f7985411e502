#include <algorithm>
#include <cmath>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>

#include <downhill/data/idx.hpp>
#include <downhill/support/error.hpp>

#include "images.hpp"

using namespace downhill;

namespace {

struct Paths {
  std::string images;
  std::string labels;
};

/// Takes --images=… and --labels=… out of the arguments; Google Benchmark reads the rest.
Paths take_paths(int& argc, char** argv) {
  Paths paths;
  const auto take = [](std::string_view argument, std::string_view name, std::string& into) {
    if (argument.substr(0, name.size()) != name) return false;
    into = argument.substr(name.size());
    return true;
  };
  char** const end = std::remove_if(argv + 1, argv + argc, [&](const char* argument) {
    return take(argument, "--images=", paths.images) || take(argument, "--labels=", paths.labels);
  });
  argc = static_cast<int>(end - argv);
  return paths;
}

std::vector<std::uint8_t> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw FormatError("cannot open \"" + path + "\"");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Dataset blots() {
  constexpr int count = 10'000, side = 28;
  Random random(1);
  std::vector<std::uint8_t> pixels(std::size_t{count} * side * side);
  std::vector<Label> labels(count);
  for (Label& label : labels) label = static_cast<Label>(random.below(10));
  for (std::size_t n = 0; n < count; ++n) {
    for (int y = 0; y < side; ++y) {
      for (int x = 0; x < side; ++x) {
        const double distance = std::hypot(y - 13.5, x - 13.5) / 7.5;
        if (random.uniform() < std::exp(-distance * distance)) {
          pixels[(n * side + static_cast<std::size_t>(y)) * side + static_cast<std::size_t>(x)] =
              static_cast<std::uint8_t>(1 + random.below(255));
        }
      }
    }
  }
  return Dataset::from_pixels(std::move(pixels), std::move(labels), side * side, 10);
}

std::optional<Dataset> loaded;

}  // namespace

const Dataset& bench::images() { return *loaded; }

std::vector<Index> bench::batch_of_100() {
  MiniBatchSampler sampler(images().size(), 100, Sampling::with_replacement, Random(1));
  const std::span<const Index> batch = sampler.draw();
  return {batch.begin(), batch.end()};
}

int main(int argc, char** argv) {
  try {
    const Paths paths = take_paths(argc, argv);
    const bool given = !paths.images.empty() && !paths.labels.empty();
    loaded = given ? dataset_from_idx(read_file(paths.images), read_file(paths.labels)) : blots();
    benchmark::AddCustomContext("images", given ? paths.images : "made up");
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
