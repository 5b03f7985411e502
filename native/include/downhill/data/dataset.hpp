#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <downhill/support/random.hpp>
#include <downhill/support/types.hpp>

// Data sets and mini-batches (chapter 4.1, 4.2.3).

namespace downhill {

/// input = (value − centre) / spread.
struct InputScale {
  double centre = 0;
  double spread = 1;
};

/// Inputs, labels and the number of classes. Pixels are kept as bytes and become value/scale when a batch is taken; other data
/// are float32. A Dataset is cheap to copy: copies and the parts of a split share one immutable store.
class Dataset {
 public:
  /// pixels: labels.size() × input_size. `classes` = 0 means largest label + 1. A pixel of value `scale` becomes the input 1.
  /// Throws RangeError for an empty set, input_size < 1, classes outside 0 … 256, a label ≥ classes, or a scale outside 1 …
  /// 255. Throws TypeError if the sizes do not match, or if class_labels is not empty and does not have one label per class.
  static Dataset from_pixels(std::vector<std::uint8_t> pixels, std::vector<Label> labels, int input_size, int classes = 0,
                             int scale = 255, std::vector<Label> class_labels = {});

  /// inputs: labels.size() × input_size, row by row. Throws as above, and RangeError for a value that is not finite.
  static Dataset from_inputs(std::vector<float> inputs, std::vector<Label> labels, int input_size, int classes = 0);

  /// Values of any magnitude in float64. Each column is shifted to mean 0 and scaled to standard deviation 1 before it becomes
  /// float32 (a constant column is only shifted). So values that differ only in the seventh digit stay different, and an offset
  /// of the data does not saturate the activations. Throws as from_inputs, and RangeError for a value beyond ±1e100.
  static Dataset standardised(std::span<const double> values, std::vector<Label> labels, int input_size, int classes = 0);

  Index size() const { return static_cast<Index>(rows_->size()); }
  int input_size() const;
  int classes() const;
  bool has_pixels() const;

  /// The pixel value that becomes the input 1; 255 if there are no pixels.
  int scale() const;

  /// The label of class k in the file; empty if every label is its class.
  const std::vector<Label>& class_labels() const;

  /// How the inputs were computed from the given values; empty if they are the given values.
  std::span<const InputScale> input_scales() const;

  /// Throws RangeError for an index past the end.
  void check_indices(std::span<const Index> indices) const;

  /// The given values of these samples, before scaling: indices.size() × input_size.
  /// Throws RangeError for an index past the end.
  Matrix<double> values(std::span<const Index> indices) const;

  /// Writes the inputs of these samples (float32, indices.size() × input_size). Throws RangeError for an index past the end,
  /// TypeError if `out` has another shape.
  void copy_inputs(std::span<const Index> indices, MatrixRef<float> out) const;
  Matrix<float> inputs(std::span<const Index> indices) const;

  /// The pixels of one sample as bytes. Throws TypeError if the set has none, RangeError for an index past the end.
  std::span<const std::uint8_t> pixels(Index index) const;

  /// Throw RangeError for an index past the end.
  Label label(Index index) const;
  std::vector<Label> labels(std::span<const Index> indices) const;

  /// These samples in this order; shares the store. Throws RangeError if there are no indices, and for one past the end.
  Dataset subset(std::span<const Index> indices) const;

  /// {training part, test part} after one shuffle by `seed`; the test part has round(fraction·size) samples, and each part at
  /// least one. Throws RangeError unless 0 < test_fraction < 1 and size ≥ 2.
  std::pair<Dataset, Dataset> split(double test_fraction, std::uint64_t seed) const;

  /// What all parts of a split share; the kernels look into it.
  struct Store;
  const Store& store() const { return *store_; }
  /// The row of the store that holds sample `index`. Throws RangeError for an index past the end.
  Index row(Index index) const;

  /// A checksum of all that is learned from, in its order: inputs as they are in memory, labels, the number of classes. Equal
  /// contents have equal checksums. Reads every value, so keep the result if you need it often.
  std::uint64_t fingerprint() const;

  /// The number of samples in each class.
  std::vector<Index> class_counts() const;

 private:
  Dataset(std::shared_ptr<const Store> store, std::shared_ptr<const std::vector<Index>> rows);
  std::shared_ptr<const Store> store_;
  std::shared_ptr<const std::vector<Index>> rows_;
};

/// Pixels as inputs of a net, value/scale, as in Dataset::inputs.
/// Throws RangeError for a scale outside 1 … 255.
std::vector<float> inputs_of_pixels(std::span<const std::uint8_t> pixels, int scale = 255);

/// The pixel value of full ink: 1 in binary images, 16 in the digits of UCI and scikit-learn, 2ᵇ − 1 in images of b bits, 100
/// in percent. Returns the least of these that no pixel exceeds; 255 for images without ink.
int full_scale(std::span<const std::uint8_t> pixels);

/// How mini-batches are drawn. `with_replacement`: as the chapter's np.random.choice. `epochs`: from a shuffled pack of all
/// samples, which is shuffled again at its end, so that each sample comes once per epoch; a batch may span two epochs.
enum class Sampling : std::uint8_t { with_replacement, epochs };

/// "with-replacement" or "epochs". Throws RangeError for any other name.
Sampling sampling_named(std::string_view name);
std::string_view name_of(Sampling sampling);

/// Draws mini-batches of `batch_size` sample numbers (4.2.3). A plain value, like Random.
class MiniBatchSampler {
 public:
  /// Throws RangeError unless size ≥ 1 and batch_size ≥ 1; `epochs` also needs batch_size ≤ size.
  MiniBatchSampler(Index size, Index batch_size, Sampling sampling, Random random);

  /// The next mini-batch; valid until the next call. Does not allocate.
  std::span<const Index> draw();

  Index batch_size() const { return static_cast<Index>(batch_.size()); }
  Sampling sampling() const { return sampling_; }
  const Random& random() const { return random_; }

  friend bool operator==(const MiniBatchSampler&, const MiniBatchSampler&) = default;

  /// What is needed to continue with the same batches; `pack` is empty when drawing with replacement.
  struct State {
    Random::State random;
    std::vector<Index> pack;
    Index next = 0;
  };
  State state() const;
  /// Throws RangeError, and changes nothing, if the pack is not a permutation of 0 … size−1 (with replacement: not empty), if
  /// `next` is past its end, or if the state of the generator is invalid.
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
