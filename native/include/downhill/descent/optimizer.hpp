#pragma once

#include <cstdint>
#include <string_view>

#include <downhill/support/types.hpp>

// Optimisers: how a gradient becomes a step (chapter 4.4.1; the others as in chapter 6 of the book).

namespace downhill {

enum class OptimizerKind : std::uint8_t { sgd, momentum, nesterov, adagrad, rmsprop, adam };

/// "sgd", "momentum", "nesterov", "adagrad", "rmsprop" or "adam". Throws RangeError for any other name.
OptimizerKind optimizer_named(std::string_view name);
std::string_view name_of(OptimizerKind kind);

/// g: gradient, x: parameters, η: learning rate; operations element by element.
///   sgd       x ← x − ηg                                           (4.4.1)
///   momentum  v ← αv − ηg; x ← x + v                               (Polyak 1964; α = 0.9)
///   nesterov  v ← αv − ηg; x ← x + αv − ηg                         (Nesterov 1983, in the form of Bengio et al., below)
///   adagrad   s ← s + g²; x ← x − ηg/(√s + ε)                      (Duchi et al. 2011; ε = 1e-7)
///   rmsprop   s ← ρs + (1−ρ)g²; x ← x − ηg/(√s + ε)                (Hinton 2012; ρ = 0.99, ε = 1e-7)
///   adam      m ← β₁m + (1−β₁)g; s ← β₂s + (1−β₂)g²;
///             x ← x − η·√(1−β₂ᵏ)/(1−β₁ᵏ)·m/(√s + ε)                (Kingma, Ba 2015, §2; β₁ = 0.9, β₂ = 0.999, ε = 1e-7)
/// The constants are the book's; Hinton's slides have ρ = 0.9, Kingma and Ba ε = 1e-8. Nesterov's x is the point at which the
/// next gradient is taken: Bengio, Boulanger-Lewandowski, Pascanu, "Advances in Optimizing Recurrent Networks", 2013,
/// arXiv:1212.0901.
///
/// A plain value: its state can be copied, stored and restored.
template <class Scalar>
struct Optimizer {
  OptimizerKind kind = OptimizerKind::sgd;
  Vector<Scalar> first;   // v or m, if the kind has one; empty before the first step
  Vector<Scalar> second;  // s
  std::uint64_t steps = 0;

  /// Changes x by one step. Throws TypeError if the sizes differ from each other or from the state.
  void update(Eigen::Ref<Vector<Scalar>> x, const Eigen::Ref<const Vector<Scalar>>& gradient, Scalar learning_rate);

  /// Throws TypeError unless `first` and `second` are empty or have one value for each of `count` parameters.
  void check_state(Eigen::Index count) const;
};

}  // namespace downhill
