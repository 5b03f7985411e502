#pragma once

#include <cstddef>
#include <vector>

#include <downhill/support/types.hpp>

// The path of a run through parameter space, thinned as it grows.

namespace downhill {

/// Keeps the parameters of every `stride`-th iteration. When there are more than `capacity` points, every second one is dropped
/// and the stride doubles. So memory stays bounded, and which points are kept depends only on the iterations, not on the clock.
class ParameterPath {
 public:
  /// Throws RangeError unless capacity ≥ 4 and stride ≥ 1.
  explicit ParameterPath(std::size_t capacity = 96, Index stride = 1);

  struct Point {
    Index iteration;
    Vector<float> parameters;
  };

  /// Keeps the point if iteration is a multiple of the stride. Throws RangeError unless it is past the last one kept, and for a
  /// parameter that is not finite; TypeError for another number of parameters than the points before have.
  void record(Index iteration, const Vector<float>& parameters);

  /// Drops the points after `iteration`.
  void rewind(Index iteration);

  const std::vector<Point>& points() const { return points_; }
  Index stride() const { return stride_; }

 private:
  std::size_t capacity_;
  Index stride_;
  std::vector<Point> points_;
};

}  // namespace downhill
