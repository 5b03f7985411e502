#include <emscripten/bind.h>

#include <downhill/calculus/expression.hpp>
#include <downhill/data/idx.hpp>
#include <downhill/data/toy_data.hpp>

#include "arrays.hpp"
#include "guarded.hpp"
#include "options.hpp"

// Chapter 4.1: data sets.

namespace downhill::bindings {

namespace {

val from_idx(val images, val labels, val given) {
  IdxOptions options;
  if (!given["classes"].isUndefined()) options.classes = numbers<Label>(given["classes"]);
  read(given, "scale", options.scale);
  read(given, "transpose", options.transpose);
  return handle(dataset_from_idx(numbers<std::uint8_t>(images), numbers<std::uint8_t>(labels), options));
}

val from_values(val values, val labels, int input_size, int classes) {
  return handle(Dataset::standardised(numbers<double>(values), numbers<Label>(labels), input_size, classes));
}

val from_points(val inputs, val labels, int input_size, int classes) {
  return handle(Dataset::from_inputs(numbers<float>(inputs), numbers<Label>(labels), input_size, classes));
}

ToyOptions toy_options(const val& given) {
  ToyOptions options;
  read(given, "size", options.size);
  read(given, "noise", options.noise);
  read(given, "seed", options.seed);
  return options;
}

val toy(std::string name, val options) { return handle(toy_data(toy_named(name), toy_options(options))); }

val toy_above(const Expression& f, val range, val options) {
  return handle(toy_data_above(function_of_one(f), range_of(range), toy_options(options)));
}

val size(const Dataset& data) { return val(data.size()); }
val input_size(const Dataset& data) { return val(data.input_size()); }
val classes(const Dataset& data) { return val(data.classes()); }
val has_pixels(const Dataset& data) { return val(data.has_pixels()); }
val inputs(const Dataset& data, val indices) { return copied(data.inputs(numbers<Index>(indices))); }
val labels(const Dataset& data, val indices) { return copied(data.labels(numbers<Index>(indices))); }
val class_counts(const Dataset& data) { return copied(data.class_counts()); }
val subset(const Dataset& data, val indices) { return handle(data.subset(numbers<Index>(indices))); }

val pixels(const Dataset& data, val indices) {
  std::vector<std::uint8_t> values;
  const std::vector<Index> chosen = numbers<Index>(indices);
  data.check_indices(chosen);
  for (const Index index : chosen) {
    const auto image = data.pixels(index);
    values.insert(values.end(), image.begin(), image.end());
  }
  return copied(values);
}

val scale(const Dataset& data) { return val(data.scale()); }
val class_labels(const Dataset& data) { return copied(data.class_labels()); }
val values(const Dataset& data, val indices) { return copied(data.values(numbers<Index>(indices))); }

val input_scales(const Dataset& data) {
  std::vector<double> pairs;
  for (const InputScale& scale : data.input_scales()) pairs.insert(pairs.end(), {scale.centre, scale.spread});
  return copied(pairs);
}

val inputs_of_pixels(val pixels, int scale) { return copied(downhill::inputs_of_pixels(numbers<std::uint8_t>(pixels), scale)); }

val split(const Dataset& data, double test_fraction, double seed) {
  auto [train, test] = data.split(test_fraction, static_cast<std::uint64_t>(seed));
  val parts = val::array();
  parts.set(0, handle(std::move(train)));
  parts.set(1, handle(std::move(test)));
  return parts;
}

}  // namespace

EMSCRIPTEN_BINDINGS(data) {
  emscripten::class_<Dataset>("Dataset")
      .smart_ptr<std::shared_ptr<Dataset>>("shared_ptr<Dataset>")
      .function("size", guarded<size>)
      .function("inputSize", guarded<input_size>)
      .function("classes", guarded<classes>)
      .function("hasPixels", guarded<has_pixels>)
      .function("scale", guarded<scale>)
      .function("classLabels", guarded<class_labels>)
      .function("values", guarded<values>)
      .function("inputScales", guarded<input_scales>)
      .function("inputs", guarded<inputs>)
      .function("labels", guarded<labels>)
      .function("pixels", guarded<pixels>)
      .function("classCounts", guarded<class_counts>)
      .function("subset", guarded<subset>)
      .function("split", guarded<split>);
  emscripten::function("datasetFromIdx", guarded<from_idx>);
  emscripten::function("datasetFromPoints", guarded<from_points>);
  emscripten::function("datasetFromValues", guarded<from_values>);
  emscripten::function("inputsOfPixels", guarded<inputs_of_pixels>);
  emscripten::function("toyDataset", guarded<toy>);
  emscripten::function("toyDatasetAbove", guarded<toy_above>);
}

}  // namespace downhill::bindings
