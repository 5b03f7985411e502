#include <downhill/errata/errata.hpp>

namespace downhill::errata {

std::span<const Erratum> list() {
  static constexpr std::array<Erratum, 13> all = {{
      {"label-shape", "4.2.4", true},
      {"quiver", "4.4", true},
      {"integer-gradient", "4.4", true},
      {"crossed-update", "4.4.1", true},
      {"overwritten-start", "4.4.1", true},
      {"missing-last-point", "4.4.1", true},
      {"softmax-of-batch", "4.4.2", true},
      {"log-divided", "4.5.1", false},
      {"summed-loss", "4.5.1", true},
      {"unit-weights", "4.5.1", true},
      {"gradient-of-wrong-matrix", "4.5.1", true},
      {"network-called", "4.5.2", false},
      {"loss-inside-loop", "4.5.2", true},
  }};
  return all;
}

}  // namespace downhill::errata
