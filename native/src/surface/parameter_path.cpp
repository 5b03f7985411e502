#include <algorithm>

#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/surface/parameter_path.hpp>

namespace downhill {

ParameterPath::ParameterPath(std::size_t capacity, Index stride) : capacity_(capacity), stride_(stride) {
  require(capacity >= 4, "capacity", capacity, "a whole number from 4");
  require(stride >= 1, "stride", stride, "a whole number from 1");
}

void ParameterPath::record(Index iteration, const Vector<float>& parameters) {
  if (!points_.empty()) {
    const Point& last = points_.back();
    require(iteration > last.iteration, "iteration", iteration, "more than that of the last point kept");
    if (parameters.size() != last.parameters.size()) {
      throw_type_error({"parameters has ", parameters.size(), " values; the points of the path have ", last.parameters.size()});
    }
  }
  check_finite("parameters", parameters);
  if (iteration % stride_ != 0) return;
  points_.push_back({iteration, parameters});
  while (points_.size() > capacity_) {
    stride_ *= 2;
    std::erase_if(points_, [this](const Point& point) { return point.iteration % stride_ != 0; });
  }
}

void ParameterPath::rewind(Index iteration) {
  std::erase_if(points_, [iteration](const Point& point) { return point.iteration > iteration; });
}

}  // namespace downhill
