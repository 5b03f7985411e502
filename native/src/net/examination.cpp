#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <downhill/loss/loss.hpp>
#include <downhill/net/examination.hpp>
#include <downhill/support/error.hpp>

#include "net/answer.hpp"
#include "net/evaluation_blocks.hpp"

namespace downhill {
namespace {

bool worse(const Mistake& a, const Mistake& b) { return a.loss != b.loss ? a.loss > b.loss : a.index < b.index; }

std::uint64_t sum_of(const auto& counts) { return counts.template cast<std::uint64_t>().sum(); }

/// Checks an examination that was kept elsewhere.
void check_mistakes(const Examination& examination) {
  for (std::size_t i = 0; i < examination.worst.size(); ++i) {
    const Mistake& mistake = examination.worst[i];
    const auto check_class = [&](const char* name, Label label) {
      require(label < examination.confusion.rows(), {"worst[", i, "].", name}, label,
              {"a class from 0 to ", examination.confusion.rows() - 1});
    };
    const auto check_probability = [&](const char* name, float value) {
      require(value >= 0 && value <= 1, {"worst[", i, "].", name}, value, "a number from 0 to 1");
    };
    check_class("label", mistake.label);
    check_class("predicted", mistake.predicted);
    check_probability("probability", mistake.probability);
    check_probability("label_probability", mistake.label_probability);
    require(std::isfinite(mistake.loss), {"worst[", i, "].loss"}, mistake.loss, "a finite number");
  }
}

void keep_worst(std::vector<Mistake>& mistakes, Index count) {
  std::sort(mistakes.begin(), mistakes.end(), worse);
  if (mistakes.size() > count) mistakes.resize(count);
}

}  // namespace

Index Examination::count() const { return static_cast<Index>(sum_of(confusion)); }
Index Examination::correct() const { return static_cast<Index>(sum_of(confusion.diagonal())); }

double Examination::accuracy() const {
  const Index all = count();
  return all ? static_cast<double>(correct()) / all : 0;
}

std::vector<double> Examination::class_accuracy() const {
  std::vector<double> accuracy;
  for (Eigen::Index label = 0; label < confusion.rows(); ++label) {
    const std::uint64_t all = sum_of(confusion.row(label));
    accuracy.push_back(all ? confusion(label, label) / static_cast<double>(all) : std::numeric_limits<double>::quiet_NaN());
  }
  return accuracy;
}

Examination examine(const TwoLayerNet<float>& net, const Dataset& data, Index worst, Index begin, Index end) {
  Examination examination{.confusion = Matrix<Index>::Zero(net.output_size(), net.output_size()), .worst = {}};
  for_each_output(net, data, begin, end, [&](Index index, Label label, std::span<const float> y) {
    const auto predicted = static_cast<Label>(answer_of(y));
    ++examination.confusion(label, predicted);
    if (predicted == label) return;
    examination.worst.push_back({.index = index,
                                 .label = label,
                                 .predicted = predicted,
                                 .probability = y[predicted],
                                 .label_probability = y[label],
                                 .loss = loss_of_probability(y[label])});
  });
  keep_worst(examination.worst, worst);
  return examination;
}

Examination merge(const Examination& a, const Examination& b, Index worst) {
  if (a.confusion.rows() != b.confusion.rows()) {
    throw_type_error({"a has ", a.confusion.rows(), " classes and b has ", b.confusion.rows(), "; both must have as many"});
  }
  check_mistakes(a);
  check_mistakes(b);
  const std::uint64_t samples = sum_of(a.confusion) + sum_of(b.confusion);
  require(samples <= std::numeric_limits<Index>::max(), "the number of samples of both parts", samples, "at most 4294967295");
  Examination both{.confusion = a.confusion + b.confusion, .worst = a.worst};
  both.worst.insert(both.worst.end(), b.worst.begin(), b.worst.end());
  keep_worst(both.worst, worst);
  return both;
}

}  // namespace downhill
