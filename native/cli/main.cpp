#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "commands.hpp"

namespace {

constexpr const char* overview =
    "usage: downhill COMMAND [OPTION ...]\n\n"
    "  train           trains a two-layer net on images in IDX files\n"
    "  descend         walks downhill on a function that you type\n"
    "  gradient-check  compares backprop with the numerical gradient\n\n"
    "downhill COMMAND --help tells more of each.\n";

}  // namespace

int main(int argc, char** argv) {
  using namespace downhill::cli;
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::map<std::string, void (*)(std::span<const std::string>)> commands = {
      {"train", train}, {"descend", descend}, {"gradient-check", gradient_check}};
  if (words.empty() || words[0] == "--help" || words[0] == "help") {
    (words.empty() ? std::cerr : std::cout) << overview;
    return words.empty() ? 2 : 0;
  }
  const auto command = commands.find(words[0]);
  if (command == commands.end()) {
    std::cerr << "downhill: there is no command \"" << words[0] << "\"\n\n" << overview;
    return 2;
  }
  try {
    command->second(std::span(words).subspan(1));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "downhill " << words[0] << ": " << error.what() << "\n";
    return 1;
  }
}
