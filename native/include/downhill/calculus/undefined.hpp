#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace downhill {

/// Why f has no value at a point: the first operation there that makes NaN of numbers.
struct Undefined {
  enum class Reason : std::uint8_t {
    odd_root,    // x^(1/3) of a negative number
    power,       // another power of a negative number whose exponent is not whole
    root,        // sqrt of a negative number
    logarithm,   // log, log2 or log10 of a negative number
    domain,      // asin, acos, acosh, atanh beyond what they are defined for
    quotient,    // 0/0, or infinity by infinity
    difference,  // infinity less infinity
    product,     // 0 times infinity
    angle,       // sin, cos or tan of infinity
  };
  Reason reason;
  /// "log", or "^"
  std::string_view operation;
  /// Its operands; a function of one has no b, which is NaN.
  double a;
  double b;
  /// n where the exponent is k/n with an odd n; else 0.
  int root;

  /// "oddRoot"
  std::string_view reason_name() const;
  /// The operation as it would be typed: (-8)^0.3333333333
  std::string written() const;
  /// The exponent that an odd root was meant to have: 1/3; else empty.
  std::string fraction() const;
  /// What to write for an odd root of a negative number: cbrt(...), -(-(...))^(1/5); else empty.
  std::string remedy() const;
  /// A sentence in English that says why, and what to write for a root of a negative number.
  std::string message() const;
};

}  // namespace downhill
