#pragma once

#include <cstddef>

namespace downhill::test {

/// How often memory was asked for since the program began, by `new` or by malloc (Eigen's way).
std::size_t allocations();

}  // namespace downhill::test
