#include <string>

#include <downhill/net/parameter_parts.hpp>
#include <downhill/support/error.hpp>

namespace downhill {

std::array<ParameterPart, 4> parameter_parts(const NetShape& shape) {
  return {{
      {.name = "W1", .begin = shape.begin_of_W1(), .rows = shape.input_size, .columns = shape.hidden_size},
      {.name = "b1", .begin = shape.begin_of_b1(), .rows = 1, .columns = shape.hidden_size},
      {.name = "W2", .begin = shape.begin_of_W2(), .rows = shape.hidden_size, .columns = shape.output_size},
      {.name = "b2", .begin = shape.begin_of_b2(), .rows = 1, .columns = shape.output_size},
  }};
}

GradientNorms gradient_norms(const NetShape& shape, const Eigen::Ref<const Vector<float>>& gradient) {
  if (gradient.size() != shape.parameter_count()) {
    throw_type_error({"gradient has ", gradient.size(), " values; the net has ", shape.parameter_count(), " parameters"});
  }
  const auto norm = [](const auto& values) { return values.template cast<double>().norm(); };
  GradientNorms norms;
  const std::array<ParameterPart, 4> parts = parameter_parts(shape);
  for (std::size_t i = 0; i < parts.size(); ++i) norms.parts[i] = norm(gradient.segment(parts[i].begin, parts[i].size()));
  norms.all = norm(gradient);
  return norms;
}

}  // namespace downhill
