#pragma once

#include <span>
#include <string>

// The commands of the program. Each writes to standard output and throws the engine's errors.

namespace downhill::cli {

void train(std::span<const std::string> words);
void descend(std::span<const std::string> words);
void gradient_check(std::span<const std::string> words);

}  // namespace downhill::cli
