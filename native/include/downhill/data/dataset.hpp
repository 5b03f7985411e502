#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <downhill/support/random.hpp>
#include <downhill/support/types.hpp>

// Data to learn from (chapter 4.1, 4.2.3).

namespace downhill {

/// input = (value − centre) / spread.
struct InputScale {
  double centre = 0;
  double spread = 1;
};

/// Inputs, labels and the number of classes. Pixels stay bytes and become value/scale when a batch is taken; other data
/// are float32. A Dataset is a cheap value: copies and the parts of a split share one immutable store.
class Dataset {
 public:
  /// pixels: labels.size() × input_size. `classes` 0 means: largest label + 1. A pixel of `scale` is an input of 1.
  /// Throws RangeError for an empty set, an input_size below 1, classes outside 0 … 256 or a label not below them, a scale
  /// outside 1 … 255, TypeError if the sizes do not fit, and unless there are as many class_labels as classes, or none.
  static Dataset from_pixels(std::vector<std::uint8_t> pixels, std::vector<Label> labels, int input_size, int classes = 0,
                             int scale = 255, std::vector<Label> class_labels = {});

  /// inputs: labels.size() × input_size, row by row. Throws as above, and RangeError for a value that is not finite.
  static Dataset from_inputs(std::vector<float> inputs, std::vector<Label> labels, int input_size, int classes = 0);

  /// Values of any size in float64, of which each column is shifted to mean 0 and scaled to standard deviation 1 (a column of
  /// one value alone: shifted to 0) before it becomes float32: what differs in the seventh digit still differs then, and no
  /// activation is saturated by where the origin lies. Throws as from_inputs, and RangeError for a value beyond ±1e100.
  static Dataset standardised(std::span<const double> values, std::vector<Label> labels, int input_size, int classes = 0);

  Index size() const { return static_cast<Index>(rows_->size()); }
  int input_size() const;
  int classes() const;
  bool has_pixels() const;

  /// The pixel that is an input of 1; 255 where there are no pixels.
  int scale() const;

  /// What the file calls class k, where that is not k itself; empty where it is.
  const std::vector<Label>& class_labels() const;

  /// How the inputs were made of the values that were given; empty where they are these values.
  std::span<const InputScale> input_scales() const;

  /// Throws RangeError for an index past the end.
  void check_indices(std::span<const Index> indices) const;

  /// The values of the samples named as they were given: indices.size() × input_size.
  /// Throws RangeError for an index past the end.
  Matrix<double> values(std::span<const Index> indices) const;

  /// Writes the inputs of the samples named (float32, indices.size() × input_size). Throws RangeError for an index past the
  /// end, TypeError for another shape of `out`.
  void copy_inputs(std::span<const Index> indices, Eigen::Ref<Matrix<float>> out) const;
  Matrix<float> inputs(std::span<const Index> indices) const;

  /// The pixels of one sample as bytes. Throws TypeError where the set has none, RangeError for an index past the end.
  std::span<const std::uint8_t> pixels(Index index) const;

  /// Throw RangeError for an index past the end.
  Label label(Index index) const;
  std::vector<Label> labels(std::span<const Index> indices) const;

  /// The samples named, in that order, sharing this store. Throws RangeError for no index or one past the end.
  Dataset subset(std::span<const Index> indices) const;

  /// {training part, test part} after one shuffle by `seed`; the test part has round(fraction·size) samples, and each part at
  /// least one. Throws RangeError unless 0 < test_fraction < 1 and size ≥ 2.
  std::pair<Dataset, Dataset> split(double test_fraction, std::uint64_t seed) const;

  /// What all parts of a split share; the kernels look into it.
  struct Store;
  const Store& store() const { return *store_; }
  /// The row of the store at which sample `index` lies. Throws RangeError for an index past the end.
  Index row(Index index) const;

  /// A checksum of all that is learned from, in its order: inputs as they lie in memory, labels, the number of classes. Equal
  /// contents have equal ones wherever they lie. Looks at every value: to be kept by who needs it often.
  std::uint64_t fingerprint() const;

  /// How many samples each class has.
  std::vector<Index> class_counts() const;

 private:
  Dataset(std::shared_ptr<const Store> store, std::shared_ptr<const std::vector<Index>> rows);
  std::shared_ptr<const Store> store_;
  std::shared_ptr<const std::vector<Index>> rows_;
};

/// Pixels as a net takes them, value/scale: what Dataset::inputs makes of them.
/// Throws RangeError for a scale outside 1 … 255.
std::vector<float> inputs_of_pixels(std::span<const std::uint8_t> pixels, int scale = 255);

/// What the largest pixel of a set stands for: black ink is 1 in sets of two values, 16 in the digits of UCI and scikit-learn,
/// 2ᵇ − 1 in images of b bits, 100 in per cent. The least of these that no pixel exceeds; 255 for images without ink.
int full_scale(std::span<const std::uint8_t> pixels);

/// How mini-batches are drawn: the chapter's np.random.choice draws with replacement; `epochs` deals a shuffled pack
/// to its end and then shuffles it anew, so that each sample comes once an epoch; a batch may span the end of one.
enum class Sampling : std::uint8_t { with_replacement, epochs };

/// "with-replacement" or "epochs". Throws RangeError for any other name.
Sampling sampling_named(std::string_view name);

/// Draws mini-batches of `batch_size` sample numbers (4.2.3). A plain value, like Random.
class MiniBatchSampler {
 public:
  /// Throws RangeError unless 1 ≤ size and 1 ≤ batch_size, and for `epochs` unless batch_size ≤ size.
  MiniBatchSampler(Index size, Index batch_size, Sampling sampling, Random random);

  /// The next mini-batch; valid until the next call. Allocates nothing.
  std::span<const Index> draw();

  Index batch_size() const { return static_cast<Index>(batch_.size()); }
  Sampling sampling() const { return sampling_; }
  const Random& random() const { return random_; }

  friend bool operator==(const MiniBatchSampler&, const MiniBatchSampler&) = default;

  /// What must be kept to go on drawing the same batches; `pack` is empty when drawing with replacement.
  struct State {
    Random::State random;
    std::vector<Index> pack;
    Index next = 0;
  };
  State state() const;
  /// Throws RangeError if the pack is not a permutation of this sampler's size (drawing with replacement: if there is one), if
  /// `next` lies past its end, or for a state that no Random has; nothing is changed then.
  void set_state(const State& state);

 private:
  Index size_;
  Sampling sampling_;
  Random random_;
  std::vector<Index> batch_;
  std::vector<Index> pack_;
  Index next_ = 0;
};

}  // namespace downhill
