#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "support/number_text.hpp"

namespace downhill {
namespace {

constexpr int significant = 10;

/// value·10^exponent, also where 10^exponent is no float64.
double scaled(double value, int exponent) {
  const int half = exponent / 2;
  return value * std::pow(10, half) * std::pow(10, exponent - half);
}

std::string without_trailing_zeros(std::string digits) {
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

/// 128 bits, the least significant 32 first. What is cut off by the steps of a conversion is below 2^-110 of the whole.
class Mantissa {
 public:
  explicit Mantissa(std::uint64_t value)
      : limbs_{0, 0, static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32)} {
    normalise();
  }

  void multiply_by(std::uint32_t factor) {
    // One limb of room above.
    exponent_ += 32;
    std::uint64_t carry = std::uint64_t{limbs_[0]} * factor;
    exact_ = exact_ && static_cast<std::uint32_t>(carry) == 0;
    carry >>= 32;
    for (std::size_t i = 1; i < limbs_.size(); ++i) {
      carry += std::uint64_t{limbs_[i]} * factor;
      limbs_[i - 1] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    limbs_.back() = static_cast<std::uint32_t>(carry);
    normalise();
  }

  void divide_by(std::uint32_t divisor) {
    std::uint64_t rest = 0;
    for (std::size_t i = limbs_.size(); i-- > 0;) {
      rest = rest << 32 | limbs_[i];
      limbs_[i] = static_cast<std::uint32_t>(rest / divisor);
      rest %= divisor;
    }
    exact_ = exact_ && rest == 0;
    normalise();
  }

  /// Rounded to the nearest float64, ties to even.
  double value() const {
    const std::uint64_t high = std::uint64_t{limbs_[3]} << 32 | limbs_[2];
    // Where the result is subnormal, fewer bits are left.
    const int dropped = std::clamp(-1074 - (exponent_ + 64), 11, 64);
    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    const std::uint64_t below = dropped == 64 ? high : high & (2 * half - 1);
    std::uint64_t kept = dropped == 64 ? 0 : high >> dropped;
    const bool more = below > half || (below == half && (limbs_[0] != 0 || limbs_[1] != 0 || !exact_));
    if (more || (below == half && (kept & 1) != 0)) ++kept;
    return std::ldexp(static_cast<double>(kept), exponent_ + 64 + dropped);
  }

 private:
  /// Until the highest bit is set.
  void normalise() {
    if (std::all_of(limbs_.begin(), limbs_.end(), [](std::uint32_t limb) { return limb == 0; })) return;
    while (limbs_.back() >> 31 == 0) {
      for (std::size_t i = limbs_.size(); i-- > 1;) limbs_[i] = limbs_[i] << 1 | limbs_[i - 1] >> 31;
      limbs_[0] <<= 1;
      --exponent_;
    }
  }

  std::array<std::uint32_t, 4> limbs_;
  /// The value is that of the limbs as a whole number, times 2 to this.
  int exponent_ = -64;
  bool exact_ = true;
};

}  // namespace

std::string shown(double value) {
  if (std::isnan(value)) return "NaN";
  const std::string sign = std::signbit(value) ? "-" : "";
  value = std::abs(value);
  if (std::isinf(value)) return sign + "Infinity";
  if (value == 0) return sign + "0";

  int exponent = static_cast<int>(std::floor(std::log10(value)));
  auto whole = static_cast<std::int64_t>(std::nearbyint(scaled(value, significant - 1 - exponent)));
  // Rounded up to one digit more, or the logarithm was rounded down.
  constexpr std::int64_t limit = 10'000'000'000;
  if (whole >= limit) {
    ++exponent;
    whole = static_cast<std::int64_t>(std::nearbyint(scaled(value, significant - 1 - exponent)));
  }
  const std::string digits = std::to_string(whole);
  if (exponent < -4 || exponent >= significant) {
    const std::string fraction = without_trailing_zeros(digits.substr(1));
    const std::string size = std::to_string(std::abs(exponent));
    return sign + digits[0] + (fraction.empty() ? "" : "." + fraction) + "e" + (exponent < 0 ? "-" : "+") +
           (size.size() < 2 ? "0" : "") + size;
  }
  if (exponent < 0)
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + without_trailing_zeros(digits);
  const auto point = static_cast<std::size_t>(exponent) + 1;
  const std::string fraction = without_trailing_zeros(digits.substr(point));
  return sign + digits.substr(0, point) + (fraction.empty() ? "" : "." + fraction);
}

std::string in_hex(unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  return {digits[byte >> 4], digits[byte & 15]};
}

double to_number(std::string_view text) {
  std::uint64_t digits = 0;
  int exponent = 0;
  std::size_t at = 0;
  bool after_point = false;
  for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
    if (text[at] == '.') {
      after_point = true;
      continue;
    }
    // Nineteen digits fit; what comes after them is below the rounding of a float64.
    const bool fits = digits < 1'000'000'000'000'000'000;
    if (fits) digits = 10 * digits + static_cast<std::uint64_t>(text[at] - '0');
    exponent += (after_point ? -1 : 0) + (fits ? 0 : 1);
  }
  if (at < text.size()) {
    const bool negative = text[at + 1] == '-';
    constexpr int beyond = 100'000;
    int given = 0;
    for (++at; at < text.size(); ++at) {
      if (text[at] >= '0' && text[at] <= '9') given = std::min(10 * given + (text[at] - '0'), beyond);
    }
    exponent += negative ? -given : given;
  }
  if (digits == 0 || exponent < -400) return 0;
  if (exponent > 400) return HUGE_VAL;

  Mantissa mantissa(digits);
  constexpr std::array<std::uint32_t, 10> powers = {1,       10,        100,        1000,        10'000,
                                                    100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
  // As many powers of ten at once as fit a limb, so that short numbers are exact until they are rounded.
  for (int left = std::abs(exponent); left > 0;) {
    const int step = std::min(left, 9);
    const std::uint32_t power = powers[static_cast<std::size_t>(step)];
    if (exponent > 0) {
      mantissa.multiply_by(power);
    } else {
      mantissa.divide_by(power);
    }
    left -= step;
  }
  return mantissa.value();
}

}  // namespace downhill
