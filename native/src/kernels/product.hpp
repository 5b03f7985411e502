#pragma once

#include <downhill/support/types.hpp>

// Dense products of whole matrices, for the plain forms of the net. Two forms in all: Eigen instantiates its own product
// anew for each pair of operand types, 3 KB of WebAssembly each time, and has no packets there that would make it fast.

namespace downhill::kernels {

using ConstFloats = Eigen::Ref<const Matrix<float>>;
using ConstDoubles = Eigen::Ref<const Matrix<double>>;
using FloatsOut = Eigen::Ref<Matrix<float>>;
using DoublesOut = Eigen::Ref<Matrix<double>>;

/// c = a·b; c is rows of a × columns of b, is overwritten, and is neither a nor b.
///
/// Plain twin: c.noalias() = a * b in Eigen.
void product(const ConstFloats& a, const ConstFloats& b, FloatsOut c);
void product(const ConstDoubles& a, const ConstDoubles& b, DoublesOut c);

/// c = aᵀ·b; c is columns of a × columns of b.
///
/// Plain twin: c.noalias() = a.transpose() * b in Eigen.
void product_of_transpose(const ConstFloats& a, const ConstFloats& b, FloatsOut c);
void product_of_transpose(const ConstDoubles& a, const ConstDoubles& b, DoublesOut c);

/// c = a·bᵀ; c is rows of a × rows of b.
///
/// Plain twin: c.noalias() = a * b.transpose() in Eigen.
void product_with_transpose(const ConstFloats& a, const ConstFloats& b, FloatsOut c);
void product_with_transpose(const ConstDoubles& a, const ConstDoubles& b, DoublesOut c);

}  // namespace downhill::kernels
