#pragma once

#include <functional>
#include <limits>

namespace downhill {

/// A slope and how far off it may be; NaN if there is none.
struct UncertainSlope {
  double slope = std::numeric_limits<double>::quiet_NaN();
  double error = std::numeric_limits<double>::infinity();
};

/// Where f goes on as it is at a place, as far as is known.
enum class Side { unknown, left, right, both };

/// The slope of f at a place where f is finite and the rules of differentiation say 0·∞ or ∞ − ∞, or where rounding has left
/// little of what they say: the limit of the mean of its slopes at t to the left and to the right, as t goes to 0; where f has
/// only one side, of that side. So it is 1 for (x³)^(1/3) at 0, and for √(x²), which is |x|, 0 as for abs. Where the slopes
/// cannot be computed to the sides either, the difference of f takes their place: an overflow within f has swallowed x, and f
/// is flat, as is 1/(1 + e^(−100x)) at −8. Where the limits of the sides are two, it is that of `side`; if that is unknown, the
/// nearer to `here`, which is what the rules say, unless it lies midway. `here` itself where the limit is less sure.
///
/// value(t) and slope(t): f and f′ at `place` + t, NaN where there is none. Steps begin with an eighth of the place, or of 1.
/// Infinite where the slopes grow without end, NaN where they tend to nothing. Right to about 1e-9 of what is beside it.
double limit_of_slope(UncertainSlope here, Side side, const std::function<double(double)>& value,
                      const std::function<UncertainSlope(double)>& slope, double place);

}  // namespace downhill
