#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <downhill/data/dataset.hpp>
#include <downhill/net/two_layer_net.hpp>

#include "net_pass.hpp"
#include "sparse.hpp"

// What learning does with a net on one mini-batch of a data set, in buffers that are reused.

namespace downhill::kernels {

/// The fast form of TwoLayerNet<float>::predict, loss and gradient on samples of a data set; equal to them to rounding.
/// Images whose pixels are mostly 0 take the sparse kernels for both products with the inputs, other data the dense one; the
/// data set decides (sparse_pixels_of). Where W1 or the error of the hidden layer is not finite the dense one is taken for all:
/// what the sparse ones leave out is 0 times a number, and NaN only then.
///
/// While batches have one size, nothing is allocated after the first. `parameters` always means the net's flat array.
class NetWorkspace {
 public:
  /// For nets of this one's shape. Holds its parameters.
  explicit NetWorkspace(const TwoLayerNet<float>& net);

  /// The parameters that all below works with. They must stay where they are, and unchanged but by sgd_update, until this is
  /// called again: a copy of W1 is kept in the order of the sparse kernels. An update after which they are not all finite is
  /// followed by another call.
  void set_parameters(const float* parameters);

  /// Takes the samples named as the batch.
  /// Throws RangeError for an index past the set, std::bad_alloc for a batch that memory cannot hold.
  void load(const Dataset& data, std::span<const Index> indices);

  /// Predictions for the batch. `learn`: a gradient follows, so what it needs is collected on the way.
  void forward(bool learn = false);
  /// Mean cross-entropy of the last forward pass, with δ.
  double loss() const;
  /// Rows of the last forward pass whose largest output is at the label; a row with NaN in it is not among them.
  Index correct() const;
  /// Predictions of one row; output_size values.
  std::span<const float> output(std::size_t row) const;

  /// The errors of both layers after `forward`.
  void backward();
  /// ∂L/∂parameters after `backward`.
  void gradient(float* out);
  /// parameters −= learning_rate · gradient after `backward`, without writing the gradient of W1 where inputs are sparse.
  /// `parameters` are those set, writable.
  void sgd_update(float* parameters, float learning_rate);

  std::size_t rows() const { return labels_.size(); }

 private:
  ParameterViews<const float> parameters() const { return {parameters_, shape_}; }
  void load_dense();
  void upper_gradient(float* b1);
  void add_sparse_product(float scale, float* W1, TiledWeights* tiles);

  NetShape shape_;
  NetPass pass_;

  const float* parameters_ = nullptr;
  TiledWeights W1_;
  bool W1_is_current_ = false;
  bool W1_is_finite_ = true;
  std::vector<float> b1_;  // padded to whole Float4s

  std::optional<Dataset> data_;
  std::vector<Index> indices_;
  const SparsePixels* sparse_ = nullptr;
  std::vector<Index> sample_rows_;  // of the sparse store
  SparseColumns columns_;
  bool columns_hold_batch_ = false;
  std::uint32_t touched_ = 0;  // what touch() returned: kept, so that its reads are not optimised away
  bool inputs_are_loaded_ = false;
  Matrix<float> inputs_;  // dense
  std::vector<Label> labels_;

  bool delta1_is_finite_ = true;
  std::vector<float> scratch_;  // gradient of b1, W2 and b2; of W1 too where inputs are dense
};

}  // namespace downhill::kernels
