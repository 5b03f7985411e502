#include <cmath>
#include <optional>
#include <string>

#include <downhill/calculus/flow_line.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/support/types.hpp>

namespace downhill {
namespace {

using Point = Vector<double>;

/// −∇f/|∇f|, or nothing where it has no direction.
std::optional<Point> downhill_direction(const Expression& f, const Point& x) {
  Point gradient(x.size());
  const auto size = static_cast<std::size_t>(x.size());
  f.value_and_gradient({x.data(), size}, {gradient.data(), size});
  const double length = gradient.stableNorm();
  if (!std::isfinite(length) || length == 0) return std::nullopt;
  return -gradient / length;
}

std::optional<Point> runge_kutta_step(const Expression& f, const Point& x, double step) {
  const auto k1 = downhill_direction(f, x);
  if (!k1) return std::nullopt;
  const auto k2 = downhill_direction(f, x + step / 2 * *k1);
  if (!k2) return std::nullopt;
  const auto k3 = downhill_direction(f, x + step / 2 * *k2);
  if (!k3) return std::nullopt;
  const auto k4 = downhill_direction(f, x + step * *k3);
  if (!k4) return std::nullopt;
  return x + step / 6 * (*k1 + 2 * *k2 + 2 * *k3 + *k4);
}

}  // namespace

std::vector<double> flow_line(const Expression& f, std::span<const double> start, double step, int points) {
  f.check_length("start", start.size());
  check_finite("start", start);
  require(std::isfinite(step) && step > 0, "step", step, "a finite number above 0");
  require(points >= 1 && points <= 100'000, "points", points, "a whole number from 1 to 100000");
  double value = f.value(start);
  std::vector<double> line(start.begin(), start.end());
  Point x = ConstVectorMap<double>(start.data(), static_cast<Eigen::Index>(start.size()));
  for (int i = 1; i < points; ++i) {
    const std::optional<Point> next = runge_kutta_step(f, x, step);
    if (!next) break;
    const double next_value = f.value({next->data(), start.size()});
    if (!(next_value < value)) break;
    x = *next;
    value = next_value;
    line.insert(line.end(), x.begin(), x.end());
  }
  return line;
}

}  // namespace downhill
