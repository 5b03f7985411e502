#pragma once

#include <functional>

namespace downhill {

/// The slope of f at a place where the rules of differentiation say 0·∞ or ∞ − ∞, although f is finite there: the limit of the
/// mean of its slopes at t to the left and to the right, as t goes to 0; where f has only one side, of that side. So it is 1
/// for (x³)^(1/3) at 0, and for √(x²), which is |x|, 0 as for abs. Where the slopes cannot be computed to the sides either, the
/// difference of f takes their place: an overflow within f has swallowed x, and f is flat, as is 1/(1 + e^(−100x)) at −8.
///
/// value(t) and slope(t): f and f′ at the place + t, NaN where there is none. `size` of the place: steps begin with an eighth
/// of it. Infinite where the slopes grow without end, NaN where they tend to nothing. Right to about 1e-9 of what it is.
double limit_of_slope(const std::function<double(double)>& value, const std::function<double(double)>& slope, double size);

}  // namespace downhill
