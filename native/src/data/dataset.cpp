#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string>

#include <downhill/data/dataset.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>

#include "data/dataset_store.hpp"
#include "kernels/sparse.hpp"
#include "support/checksum.hpp"

namespace downhill {

namespace {

// Where the sparse and the dense kernels take equal time; native/bench measures it.
constexpr double largest_sparse_density = 0.5;
constexpr int most_classes = std::numeric_limits<Label>::max() + 1;

void check_sizes(std::size_t values, std::size_t labels, int input_size) {
  require(labels >= 1 && labels <= std::numeric_limits<Index>::max(), "the number of labels", labels,
          "a whole number from 1 to 4294967295");
  require(input_size >= 1, "input_size", input_size, "a whole number from 1");
  if (std::uint64_t{labels} * static_cast<std::uint64_t>(input_size) != values) {
    throw_type_error({"inputs has ", values, " values; ", labels, " labels with input_size ", input_size, " need ",
                      std::uint64_t{labels} * static_cast<std::uint64_t>(input_size)});
  }
}

int checked_classes(const std::vector<Label>& labels, int classes) {
  require(classes >= 0 && classes <= most_classes, "classes", classes,
          {"a whole number from 0 (as many as the labels say) to ", most_classes});
  const auto largest = std::max_element(labels.begin(), labels.end());
  if (classes == 0) return *largest + 1;
  require(*largest < classes, {"labels[", largest - labels.begin(), "]"}, *largest, {"a class from 0 to ", classes - 1});
  return classes;
}

/// The sparse form, where it is worth its memory: in dense images it would only slow the products down.
std::optional<kernels::SparsePixels> sparse_form(const std::vector<std::uint8_t>& pixels, int input_size, int scale) {
  const auto zeros = static_cast<double>(std::count(pixels.begin(), pixels.end(), 0));
  const double density = 1 - zeros / static_cast<double>(pixels.size());
  if (density > largest_sparse_density) return std::nullopt;
  return kernels::sparse_pixels(pixels, static_cast<std::size_t>(input_size), scale);
}

std::shared_ptr<const std::vector<Index>> all_rows(std::size_t size) {
  auto rows = std::make_shared<std::vector<Index>>(size);
  std::iota(rows->begin(), rows->end(), Index{0});
  return rows;
}

void check_index(Index index, Index size) {
  if (index >= size) throw_range_error("index", index, {"a whole number from 0 to ", size - 1});
}

void check_scale(int scale) { require(scale >= 1 && scale <= 255, "scale", scale, "a whole number from 1 to 255"); }

void scale_pixels(std::span<const std::uint8_t> pixels, int scale, float* out) {
  for (std::size_t i = 0; i < pixels.size(); ++i) out[i] = static_cast<float>(pixels[i]) / static_cast<float>(scale);
}

constexpr double largest_value = 1e100;  // its square is finite

/// Replaces a column by (value − mean) / standard deviation and says what these were. All is worked out within the range of
/// the column, where nothing overflows and nothing cancels.
InputScale standardise(Eigen::Ref<Vector<double>, 0, Eigen::InnerStride<>> column) {
  const double lowest = column.minCoeff();
  const double range = column.maxCoeff() - lowest;
  column.array() -= lowest;
  if (range == 0) return {.centre = lowest, .spread = 1};
  column /= range;
  const double mean = column.mean();
  column.array() -= mean;
  const double deviation = std::sqrt(column.squaredNorm() / static_cast<double>(column.size()));
  column /= deviation;
  return {.centre = lowest + range * mean, .spread = std::max(range * deviation, std::numeric_limits<double>::min())};
}

}  // namespace

Dataset::Dataset(std::shared_ptr<const Store> store, std::shared_ptr<const std::vector<Index>> rows)
    : store_(std::move(store)), rows_(std::move(rows)) {}

Dataset Dataset::from_pixels(std::vector<std::uint8_t> pixels, std::vector<Label> labels, int input_size, int classes,
                             int scale, std::vector<Label> class_labels) {
  check_sizes(pixels.size(), labels.size(), input_size);
  check_scale(scale);
  classes = checked_classes(labels, classes);
  if (!class_labels.empty() && class_labels.size() != static_cast<std::size_t>(classes)) {
    throw_type_error({"class_labels has ", class_labels.size(), " values; the data have ", classes, " classes"});
  }
  auto rows = all_rows(labels.size());
  auto sparse = sparse_form(pixels, input_size, scale);
  return {std::make_shared<Store>(Store{.pixels = std::move(pixels),
                                        .inputs = {},
                                        .values = {},
                                        .labels = std::move(labels),
                                        .input_size = static_cast<std::size_t>(input_size),
                                        .classes = classes,
                                        .scale = scale,
                                        .class_labels = std::move(class_labels),
                                        .input_scales = {},
                                        .sparse = std::move(sparse)}),
          std::move(rows)};
}

Dataset Dataset::from_inputs(std::vector<float> inputs, std::vector<Label> labels, int input_size, int classes) {
  check_sizes(inputs.size(), labels.size(), input_size);
  classes = checked_classes(labels, classes);
  check_finite("inputs", std::span<const float>(inputs));
  auto rows = all_rows(labels.size());
  return {std::make_shared<Store>(Store{.pixels = {},
                                        .inputs = std::move(inputs),
                                        .values = {},
                                        .labels = std::move(labels),
                                        .input_size = static_cast<std::size_t>(input_size),
                                        .classes = classes,
                                        .scale = 255,
                                        .class_labels = {},
                                        .input_scales = {},
                                        .sparse = std::nullopt}),
          std::move(rows)};
}

Dataset Dataset::standardised(std::span<const double> values, std::vector<Label> labels, int input_size, int classes) {
  check_sizes(values.size(), labels.size(), input_size);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::abs(values[i]) <= largest_value) continue;
    throw_range_error({"values[", i, "]"}, values[i], "a number from -1e100 to 1e100");
  }
  Matrix<double> columns = ConstMatrixMap<double>(values.data(), static_cast<Eigen::Index>(labels.size()), input_size);
  std::vector<InputScale> scales;
  for (Eigen::Index i = 0; i < columns.cols(); ++i) scales.push_back(standardise(columns.col(i)));
  std::vector<float> inputs(values.size());
  std::copy_n(columns.data(), inputs.size(), inputs.begin());
  const Dataset plain = from_inputs(std::move(inputs), std::move(labels), input_size, classes);
  Store store = *plain.store_;
  store.values.assign(values.begin(), values.end());
  store.input_scales = std::move(scales);
  return {std::make_shared<Store>(std::move(store)), plain.rows_};
}

int Dataset::input_size() const { return static_cast<int>(store_->input_size); }

int Dataset::classes() const { return store_->classes; }

bool Dataset::has_pixels() const { return !store_->pixels.empty(); }

int Dataset::scale() const { return store_->scale; }

const std::vector<Label>& Dataset::class_labels() const { return store_->class_labels; }

std::span<const InputScale> Dataset::input_scales() const { return store_->input_scales; }

Matrix<double> Dataset::values(std::span<const Index> indices) const {
  check_indices(indices);
  if (store_->values.empty()) return inputs(indices).cast<double>();
  const ConstMatrixMap<double> all(store_->values.data(), static_cast<Eigen::Index>(store_->labels.size()), input_size());
  Matrix<double> values(static_cast<Eigen::Index>(indices.size()), input_size());
  for (Eigen::Index i = 0; i < values.rows(); ++i) values.row(i) = all.row(row(indices[static_cast<std::size_t>(i)]));
  return values;
}

void Dataset::check_indices(std::span<const Index> indices) const {
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (indices[i] < size()) continue;
    throw_range_error({"indices[", i, "]"}, indices[i], {"a whole number from 0 to ", size() - 1});
  }
}

Index Dataset::row(Index index) const {
  check_index(index, size());
  return (*rows_)[index];
}

void Dataset::copy_inputs(std::span<const Index> indices, MatrixRef<float> out) const {
  if (static_cast<std::size_t>(out.rows()) != indices.size() || out.cols() != input_size()) {
    throw_type_error({"out is ", out.rows(), "x", out.cols(), "; these inputs need ", indices.size(), "x", input_size()});
  }
  check_indices(indices);
  const std::size_t width = store_->input_size;
  for (std::size_t n = 0; n < indices.size(); ++n) {
    float* row = out.row(static_cast<Eigen::Index>(n)).data();
    const std::size_t from = (*rows_)[indices[n]] * width;
    if (has_pixels()) {
      scale_pixels({store_->pixels.data() + from, width}, store_->scale, row);
    } else {
      std::copy_n(store_->inputs.data() + from, width, row);
    }
  }
}

Matrix<float> Dataset::inputs(std::span<const Index> indices) const {
  Matrix<float> out(static_cast<Eigen::Index>(indices.size()), input_size());
  copy_inputs(indices, out);
  return out;
}

std::span<const std::uint8_t> Dataset::pixels(Index index) const {
  check_index(index, size());
  if (!has_pixels()) throw_type_error({"this data set has no pixels: its inputs are numbers"});
  return {store_->pixels.data() + (*rows_)[index] * store_->input_size, store_->input_size};
}

Label Dataset::label(Index index) const {
  check_index(index, size());
  return store_->labels[(*rows_)[index]];
}

std::vector<Label> Dataset::labels(std::span<const Index> indices) const {
  check_indices(indices);
  std::vector<Label> labels;
  labels.reserve(indices.size());
  for (const Index index : indices) labels.push_back(label(index));
  return labels;
}

Dataset Dataset::subset(std::span<const Index> indices) const {
  require(!indices.empty(), "the number of indices", indices.size(), "a whole number from 1");
  check_indices(indices);
  auto rows = std::make_shared<std::vector<Index>>();
  rows->reserve(indices.size());
  for (const Index index : indices) rows->push_back((*rows_)[index]);
  return {store_, std::move(rows)};
}

std::pair<Dataset, Dataset> Dataset::split(double test_fraction, std::uint64_t seed) const {
  require(test_fraction > 0 && test_fraction < 1, "test_fraction", test_fraction, "a number between 0 and 1");
  require(size() >= 2, "the number of samples to split", size(), "a whole number from 2");
  Random random(seed);
  const std::vector<Index> order = shuffled_indices(size(), random);
  const auto wanted = static_cast<std::size_t>(std::llround(test_fraction * size()));
  const std::size_t tests = std::clamp<std::size_t>(wanted, 1, order.size() - 1);
  const std::span<const Index> all(order);
  return {subset(all.subspan(tests)), subset(all.first(tests))};
}

std::vector<Index> Dataset::class_counts() const {
  std::vector<Index> counts(static_cast<std::size_t>(classes()));
  for (const Index row : *rows_) ++counts[store_->labels[row]];
  return counts;
}

std::uint64_t Dataset::fingerprint() const {
  const std::array<std::uint64_t, 4> form{store_->input_size, static_cast<std::uint64_t>(classes()), has_pixels(),
                                          static_cast<std::uint64_t>(scale())};
  std::uint64_t sum = checksum_of(std::span<const std::uint64_t>(form));
  const auto add = [&](const auto& values) {
    const std::span all(values);
    for (const Index row : *rows_) sum = checksum_of(all.subspan(row * store_->input_size, store_->input_size), sum);
  };
  if (has_pixels()) {
    add(store_->pixels);
  } else {
    add(store_->inputs);
  }
  std::vector<Label> labels;
  labels.reserve(rows_->size());
  for (const Index row : *rows_) labels.push_back(store_->labels[row]);
  return checksum(labels, sum);
}

std::vector<float> inputs_of_pixels(std::span<const std::uint8_t> pixels, int scale) {
  check_scale(scale);
  std::vector<float> inputs(pixels.size());
  scale_pixels(pixels, scale, inputs.data());
  return inputs;
}

int full_scale(std::span<const std::uint8_t> pixels) {
  static constexpr std::array scales{1, 3, 7, 15, 16, 31, 63, 100, 127, 255};
  const auto largest = std::max_element(pixels.begin(), pixels.end());
  if (largest == pixels.end() || *largest == 0) return 255;
  return *std::find_if(scales.begin(), scales.end(), [&](int scale) { return *largest <= scale; });
}

}  // namespace downhill
