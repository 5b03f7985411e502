#pragma once

#include <vector>

#include <downhill/data/dataset.hpp>
#include <downhill/net/two_layer_net.hpp>

// Which classes a net takes for which, and where it errs most (chapter 4.5.3).

namespace downhill {

/// A sample whose answer is wrong.
struct Mistake {
  Index index = 0;
  Label label = 0;
  Label predicted = 0;
  float probability = 0;        // that the net gives to its answer
  float label_probability = 0;  // that it gives to the right class
  double loss = 0;              // cross-entropy with δ
};

/// Parts of a data set add up: to 2³² − 1 samples at most, as data sets have.
struct Examination {
  Matrix<Index> confusion;     // outputs × outputs: how many samples of class `row` were taken for class `column`
  std::vector<Mistake> worst;  // the largest losses among the wrong answers, largest first

  Index count() const;
  Index correct() const;
  /// 0 for no samples.
  double accuracy() const;
  /// The fraction of right answers in each class; NaN where it has no sample.
  std::vector<double> class_accuracy() const;
};

/// Examines samples begin … end−1 and keeps up to `worst` mistakes; of equal losses the lower index comes first.
/// Throws as `evaluate` does.
Examination examine(const TwoLayerNet<float>& net, const Dataset& data, Index worst, Index begin, Index end);

/// Two parts as one, with the `worst` mistakes of both. Throws TypeError if they have not the same number of classes,
/// RangeError for more samples than a data set can have and for a mistake that no net makes.
Examination merge(const Examination& a, const Examination& b, Index worst);

}  // namespace downhill
