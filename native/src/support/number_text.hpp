#pragma once

#include <string>
#include <string_view>

// Numbers as text and text as numbers. The C library does both for every format, rounding mode and float128, for a tenth of the
// WebAssembly module; these do what the engine needs, the same in every locale.

namespace downhill {

/// With 10 significant digits at most, as printf's %.10g: 0.1, 1e-07, 65537; NaN and Infinity as JavaScript writes them.
std::string shown(double value);

/// "%02x"
std::string in_hex(unsigned char byte);

/// Decimal digits with a point and an exponent, where they may be (2.5e-3), as a float64: the nearest one or, seldom, its
/// neighbour, for digits after the nineteenth are dropped and each step of the conversion cuts off what is below 2⁻¹¹⁰ of the
/// whole. Infinity if it is too large. `text` has no sign and nothing else in it.
double to_number(std::string_view text);

}  // namespace downhill
