#pragma once

#include <vector>

#include <downhill/data/dataset.hpp>
#include <downhill/net/two_layer_net.hpp>

// The confusion matrix of a net, and its worst mistakes (chapter 4.5.3).

namespace downhill {

/// A misclassified sample.
struct Mistake {
  Index index = 0;
  Label label = 0;
  Label predicted = 0;
  float probability = 0;        // of the predicted class
  float label_probability = 0;  // of the right class
  double loss = 0;              // cross-entropy with δ
};

/// The results for parts of a data set can be merged, up to 2³² − 1 samples.
struct Examination {
  Matrix<Index> confusion;     // outputs × outputs: the number of samples of class `row` classified as `column`
  std::vector<Mistake> worst;  // the largest losses among the wrong answers, largest first

  Index count() const;
  Index correct() const;
  /// 0 for no samples.
  double accuracy() const;
  /// The accuracy in each class; NaN for a class without samples.
  std::vector<double> class_accuracy() const;
};

/// Examines samples begin … end−1 and keeps up to `worst` mistakes; equal losses are ordered by index. Throws as `evaluate`
/// does.
Examination examine(const TwoLayerNet<float>& net, const Dataset& data, Index worst, Index begin, Index end);

/// Merges two parts and keeps the `worst` mistakes of both. Throws TypeError if they differ in the number of classes,
/// RangeError for more samples than a data set can have and for a mistake that no net makes.
Examination merge(const Examination& a, const Examination& b, Index worst);

}  // namespace downhill
