#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace downhill {

/// Why f is undefined at a point: the first operation there that returns NaN although its operands are numbers.
struct Undefined {
  enum class Reason : std::uint8_t {
    odd_root,    // x^(1/3) of a negative number
    power,       // another power of a negative number whose exponent is not whole
    root,        // sqrt of a negative number
    logarithm,   // log, log2 or log10 of a negative number
    domain,      // asin, acos, acosh or atanh outside its domain
    quotient,    // 0/0, or infinity/infinity
    difference,  // infinity minus infinity
    product,     // 0 times infinity
    angle,       // sin, cos or tan of infinity
  };
  Reason reason;
  /// "log", or "^"
  std::string_view operation;
  /// Its operands; b is NaN for a function of one argument.
  double a;
  double b;
  /// n if the exponent is k/n with odd n, else 0.
  int root;

  /// "oddRoot"
  std::string_view reason_name() const;
  /// The operation as it would be typed: (-8)^0.3333333333
  std::string written() const;
  /// The exponent of an odd root as a fraction, 1/3; else empty.
  std::string fraction() const;
  /// What to write for an odd root of a negative number: cbrt(...), -(-(...))^(1/5); else empty.
  std::string remedy() const;
  /// An English sentence that says why, and for an odd root of a negative number what to write instead.
  std::string message() const;
};

}  // namespace downhill
