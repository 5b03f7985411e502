#pragma once

#include <span>
#include <vector>

#include <downhill/support/types.hpp>

// Loss functions (chapter 4.2). y: the net's output, t: the target. All but loss_of_probability and one_hot throw RangeError
// for a value of y or t that is not finite; the cross-entropies also for a y below 0 and a t outside 0 … 1.

namespace downhill {

/// The chapter's δ, which avoids log(0). The loss of one sample is at most −log δ = 16.118.
inline constexpr double cross_entropy_delta = 1e-7;

/// ½ Σ (yₖ − tₖ)² of one sample (4.2.1). Throws TypeError if the lengths differ, RangeError if they are 0.
double mean_squared_error(std::span<const double> y, std::span<const double> t);

/// −1/N Σₙ Σₖ tₙₖ log(yₙₖ + δ), t one-hot (4.2.2, 4.2.4). y, t: N × classes.
/// Throws TypeError if the shapes differ, RangeError if they are empty.
double cross_entropy_error(const Matrix<double>& y, const Matrix<double>& t);

/// The same for labels: −1/N Σₙ log(y[n, labels[n]] + δ) (4.2.4).
/// y: N × classes, labels: N. The mean is taken in float64 whatever the scalar.
/// Throws TypeError if the number of labels is not N, RangeError if one is not below `classes`.
template <class Scalar>
double cross_entropy_error(const Matrix<Scalar>& y, std::span<const Label> labels);

/// ∂L/∂a for y = softmax(a) and L = cross_entropy_error(y, labels): (y − t)/N, each row times y_l/(y_l + δ), where l is its
/// label. The factor comes from δ; without it the gradient has a relative error of δ/y_l. Shapes and errors as for
/// cross_entropy_error with labels.
template <class Scalar>
Matrix<Scalar> softmax_cross_entropy_gradient(const Matrix<Scalar>& y, std::span<const Label> labels);

/// ½(yₖ − tₖ)² of each output; they sum to mean_squared_error. Throws as that does.
std::vector<double> squared_error_terms(std::span<const double> y, std::span<const double> t);

/// −tₖ log(yₖ + δ) of each output; they sum to cross_entropy_error of one sample. Throws as mean_squared_error does.
std::vector<double> cross_entropy_terms(std::span<const double> y, std::span<const double> t);

/// −log(y + δ): the loss of one sample whose right class has probability y (4.2.2).
double loss_of_probability(double y);

/// One-hot rows: labels.size() × classes (4.2.2). Throws RangeError if there are no labels, for classes < 1 and for a label ≥
/// classes.
Matrix<double> one_hot(std::span<const Label> labels, int classes);

}  // namespace downhill
