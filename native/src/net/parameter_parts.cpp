#include <string>

#include <downhill/net/parameter_parts.hpp>
#include <downhill/support/error.hpp>

namespace downhill {

std::array<ParameterPart, 4> parameter_parts(const TwoLayerNet<float>& net) {
  std::array<ParameterPart, 4> parts = {{
      {.name = "W1", .rows = net.input_size(), .columns = net.hidden_size()},
      {.name = "b1", .rows = 1, .columns = net.hidden_size()},
      {.name = "W2", .rows = net.hidden_size(), .columns = net.output_size()},
      {.name = "b2", .rows = 1, .columns = net.output_size()},
  }};
  for (std::size_t i = 1; i < parts.size(); ++i) parts[i].begin = parts[i - 1].begin + parts[i - 1].size();
  return parts;
}

GradientNorms gradient_norms(const TwoLayerNet<float>& net, const Eigen::Ref<const Vector<float>>& gradient) {
  if (gradient.size() != net.parameter_count()) {
    throw_type_error({"gradient has ", gradient.size(), " values; the net has ", net.parameter_count(), " parameters"});
  }
  const auto norm = [](const auto& values) { return values.template cast<double>().norm(); };
  GradientNorms norms;
  const std::array<ParameterPart, 4> parts = parameter_parts(net);
  for (std::size_t i = 0; i < parts.size(); ++i) norms.parts[i] = norm(gradient.segment(parts[i].begin, parts[i].size()));
  norms.all = norm(gradient);
  return norms;
}

}  // namespace downhill
