#pragma once

#include <cstdint>
#include <string_view>

#include <downhill/support/types.hpp>

// Activation functions (chapter 4.5.1; ReLU and tanh as alternatives for the hidden layer).

namespace downhill {

enum class Activation : std::uint8_t { sigmoid, relu, tanh };

/// "sigmoid", "relu" or "tanh". Throws RangeError for any other name.
Activation activation_named(std::string_view name);
std::string_view name_of(Activation activation);

/// 1 / (1 + e⁻ᵃ); finite for every finite a.
template <class Scalar>
Scalar sigmoid(Scalar a);

/// z = h(a), element by element; at ±∞ its limit. Throws RangeError for NaN.
template <class Scalar>
Matrix<Scalar> activate(Activation activation, const Matrix<Scalar>& a);

/// The same in place, for a net's own values: NaN stays NaN.
template <class Scalar>
void activate_in_place(Activation activation, MatrixRef<Scalar> a);

/// h′(a) as a function of the output z = h(a): z(1−z), [z>0], 1−z². NaN stays NaN.
template <class Scalar>
Matrix<Scalar> activation_slope(Activation activation, const Matrix<Scalar>& z);

/// exp(aₖ − max a) / Σ exp(aⱼ − max a) for each row separately: every row sums to 1.
/// (The post takes maximum and sum over the whole batch; then only all rows together sum to 1.) Throws RangeError for a value
/// that is not finite.
template <class Scalar>
Matrix<Scalar> softmax(const Matrix<Scalar>& a);

/// The same in place, for a net's own values: a row with NaN or +∞, or with −∞ only, becomes NaN.
template <class Scalar>
void softmax_in_place(MatrixRef<Scalar> a);

}  // namespace downhill
