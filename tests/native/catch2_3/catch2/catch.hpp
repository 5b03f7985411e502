#pragma once

// The tests are written for Catch2 2, which Debian 12 has: one header of this name. Debian 13 has Catch2 3, with many headers
// and some other names. Where CMake finds that one, this header stands in the place of the other and gives its names.

#if __has_include(<catch_amalgamated.hpp>)
#include <catch_amalgamated.hpp>
#else
#include <catch2/catch_all.hpp>
#endif

using Catch::Approx;

namespace Catch {

using namespace Matchers;

/// Of strings in version 2; Matchers::Contains of version 3 looks for an element of a range.
inline auto Contains(const std::string& part, CaseSensitive case_sensitivity = CaseSensitive::Yes) {
  return Matchers::ContainsSubstring(part, case_sensitivity);
}

}  // namespace Catch
