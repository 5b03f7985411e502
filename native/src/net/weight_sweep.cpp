#include <cmath>
#include <string>

#include <downhill/loss/activation.hpp>
#include <downhill/net/weight_sweep.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/grid.hpp>

#include "kernels/product.hpp"
#include "loss/unchecked_loss.hpp"
#include "net/answer.hpp"

namespace downhill {
namespace {

/// The net on one batch, ready for other values of one parameter.
class AlongParameter {
 public:
  AlongParameter(const TwoLayerNet<double>& net, const Matrix<double>& x, std::span<const Label> labels, Eigen::Index parameter)
      : net_(net), labels_(labels), weight_(net.parameters()[parameter]) {
    Matrix<double> input(x.rows(), net.hidden_size());
    kernels::product(x, net.W1(), input);
    input.rowwise() += net.b1().transpose();
    Matrix<double> hidden = input;
    activate_in_place<double>(net.activation(), hidden);
    logits_.resize(x.rows(), net.output_size());
    kernels::product(hidden, net.W2(), logits_);
    logits_.rowwise() += net.b2().transpose();
    const Vector<double> ones = Vector<double>::Ones(x.rows());
    const Eigen::Index b1 = net.W1().size();
    const Eigen::Index W2 = b1 + net.b1().size();
    const Eigen::Index b2 = W2 + net.W2().size();
    if (parameter < W2) {
      in_first_layer_ = true;
      unit_ = parameter < b1 ? parameter % net.hidden_size() : parameter - b1;
      factor_ = parameter < b1 ? Vector<double>(x.col(parameter / net.hidden_size())) : ones;
      unit_input_ = input.col(unit_);
      unit_output_ = hidden.col(unit_);
    } else {
      unit_ = parameter < b2 ? (parameter - W2) % net.output_size() : parameter - b2;
      factor_ = parameter < b2 ? Vector<double>(hidden.col((parameter - W2) / net.output_size())) : ones;
    }
  }

  double weight() const { return weight_; }

  WeightSweep::Point at(double weight) {
    y_ = logits_;
    const double change = weight - weight_;
    if (in_first_layer_) {
      Matrix<double> output = unit_input_ + change * factor_;
      activate_in_place<double>(net_.activation(), output);
      y_.noalias() += (output - unit_output_).lazyProduct(net_.W2().row(unit_));
    } else {
      y_.col(unit_) += change * factor_;
    }
    softmax_in_place<double>(y_);
    return {weight, accuracy(), unchecked::cross_entropy_error<double>(y_, labels_)};
  }

 private:
  double accuracy() const { return static_cast<double>(count_correct(y_, labels_)) / static_cast<double>(y_.rows()); }

  const TwoLayerNet<double>& net_;
  std::span<const Label> labels_;
  double weight_;
  bool in_first_layer_ = false;
  Eigen::Index unit_ = 0;  // whose input the parameter moves
  Vector<double> factor_;  // by how much, for each row
  Matrix<double> unit_input_;
  Matrix<double> unit_output_;
  Matrix<double> logits_;
  Matrix<double> y_;
};

}  // namespace

WeightSweep weight_sweep(const TwoLayerNet<double>& net, const Matrix<double>& x, std::span<const Label> labels,
                         Eigen::Index parameter, std::array<double, 2> range, int count, double h) {
  net.loss(x, labels);  // refuses a batch that does not fit
  require(parameter >= 0 && parameter < net.parameter_count(), "parameter", parameter,
          {"a whole number from 0 to ", net.parameter_count() - 1});
  const double weight = net.parameters()[parameter];
  require(std::isfinite(weight), {"parameters[", parameter, "]"}, weight, "a finite number: others are reached from it");
  require(std::isfinite(range[0]), "range[0]", range[0], "a finite number");
  require(std::isfinite(range[1]) && range[1] > range[0], "range[1]", range[1], "a finite number above range[0]");
  require(count >= 2 && count <= 100'000, "count", count, "a whole number from 2 to 100000");
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");

  AlongParameter along(net, x, labels, parameter);
  const auto sound_at = [&](double value) {
    WeightSweep::Point point = along.at(value);
    if (std::isnan(point.loss)) throw_unsound_net({"loss where parameter ", parameter, " is ", value}, point.loss);
    return point;
  };
  WeightSweep sweep;
  sweep.now = sound_at(along.weight());
  for (int i = 0; i < count; ++i) sweep.points.push_back(sound_at(grid_coordinate(range, count, i)));
  const WeightSweep::Point above = sound_at(along.weight() + h);
  const WeightSweep::Point below = sound_at(along.weight() - h);
  sweep.accuracy_slope = (above.accuracy - below.accuracy) / (2 * h);
  sweep.loss_slope = (above.loss - below.loss) / (2 * h);
  return sweep;
}

}  // namespace downhill
