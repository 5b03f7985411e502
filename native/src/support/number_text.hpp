#pragma once

#include <string>
#include <string_view>

// Numbers as text and text as numbers, the same in every locale.

namespace downhill {

/// With 10 significant digits at most, as printf's %.10g: 0.1, 1e-07, 65537; NaN and Infinity as JavaScript writes them.
std::string shown(double value);

/// "%02x"
std::string in_hex(unsigned char byte);

/// The float64 nearest to decimal digits with a point and an exponent, where they have them (2.5e-3); Infinity if it is too
/// large. `text` has no sign and nothing else in it.
double to_number(std::string_view text);

}  // namespace downhill
