#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

#include <downhill/data/dataset.hpp>

// Small two-dimensional sets that need no download. The four shapes are those of TensorFlow Playground, on [−6, 6]²;
// noise may move points outside.

namespace downhill {

enum class Toy : std::uint8_t { circle, xor_, gauss, spiral };

/// "circle", "xor", "gauss" or "spiral". Throws RangeError for any other name.
Toy toy_named(std::string_view name);

struct ToyOptions {
  Index size = 500;
  double noise = 0.1;  // 0 … 0.5: circle and xor shift each coordinate by up to noise · 5, spiral by up to noise · 1; gauss has
                       // the variance 0.5 + 7 · noise
  std::uint64_t seed = 1;
};

/// `size` points, alternately of two classes. Equal options give equal sets. Throws RangeError for size < 2 or above 1,000,000
/// and noise outside [0, 0.5].
Dataset toy_data(Toy toy, const ToyOptions& options);

/// Points uniform in [lo, hi]², range = {lo, hi}, with label [x1 + ν > f(x0)], ν uniform up to ±noise · (hi − lo)/2; 0 where f
/// is undefined. Throws as above, and RangeError unless lo < hi, both finite and at most 1e30 apart.
Dataset toy_data_above(const std::function<double(double)>& f, std::array<double, 2> range, const ToyOptions& options);

}  // namespace downhill
