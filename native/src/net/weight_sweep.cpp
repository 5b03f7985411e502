#include <algorithm>
#include <cmath>
#include <string>

#include <downhill/loss/activation.hpp>
#include <downhill/net/weight_sweep.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/grid.hpp>

#include "loss/unchecked_loss.hpp"
#include "net/answer.hpp"

namespace downhill {
namespace {

/// The net on one batch, ready for other values of one parameter.
class AlongParameter {
 public:
  AlongParameter(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x, std::span<const Label> labels,
                 Eigen::Index parameter)
      : net_(net), labels_(labels), weight_(net.parameters()[parameter]) {
    const ForwardPass<double> pass = net.forward(x);
    const ParameterPart part = part_with(parameter, net.shape());
    const Eigen::Index row = (parameter - part.begin) / part.columns;
    unit_ = (parameter - part.begin) % part.columns;
    in_first_layer_ = part.name == "W1" || part.name == "b1";
    factor_ = Vector<double>::Ones(x.rows());
    if (part.name == "W1") factor_ = x.col(row);
    if (part.name == "W2") factor_ = pass.z.col(row);
    a2_ = pass.a2;
    if (in_first_layer_) {
      a1_of_unit_ = pass.a1.col(unit_);
      z_of_unit_ = pass.z.col(unit_);
    }
  }

  double weight() const { return weight_; }

  WeightSweep::Point at(double weight) {
    y_ = a2_;
    const double change = weight - weight_;
    if (in_first_layer_) {
      Matrix<double> z = a1_of_unit_ + change * factor_;
      activate_in_place<double>(net_.activation(), z);
      y_.noalias() += (z.col(0) - z_of_unit_) * net_.W2().row(unit_);
    } else {
      y_.col(unit_) += change * factor_;
    }
    softmax_in_place<double>(y_);
    return {weight, accuracy_of<double>(y_, labels_), unchecked::cross_entropy_error<double>(y_, labels_)};
  }

 private:
  static ParameterPart part_with(Eigen::Index parameter, const NetShape& shape) {
    const std::array<ParameterPart, 4> parts = parameter_parts(shape);
    return *std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return parameter < part.begin + part.size(); });
  }

  const TwoLayerNet<double>& net_;
  std::span<const Label> labels_;
  double weight_;
  bool in_first_layer_ = false;
  Eigen::Index unit_ = 0;  // whose input the parameter moves
  Vector<double> factor_;  // by how much, for each row
  Vector<double> a1_of_unit_;
  Vector<double> z_of_unit_;
  Matrix<double> a2_;
  Matrix<double> y_;
};

void check_sweep(const TwoLayerNet<double>& net, Eigen::Index parameter, std::array<double, 2> range, int count, double h) {
  require(parameter >= 0 && parameter < net.parameter_count(), "parameter", parameter,
          {"a whole number from 0 to ", net.parameter_count() - 1});
  const double weight = net.parameters()[parameter];
  require(std::isfinite(weight), {"parameters[", parameter, "]"}, weight, "a finite number: others are reached from it");
  require(std::isfinite(range[0]), "range[0]", range[0], "a finite number");
  require(std::isfinite(range[1]) && range[1] > range[0], "range[1]", range[1], "a finite number above range[0]");
  require(count >= 2 && count <= 100'000, "count", count, "a whole number from 2 to 100000");
  require(std::isfinite(h) && h > 0, "h", h, "a finite number above 0");
}

}  // namespace

WeightSweep weight_sweep(const TwoLayerNet<double>& net, const ConstMatrixRef<double>& x, std::span<const Label> labels,
                         Eigen::Index parameter, std::array<double, 2> range, int count, double h) {
  net.loss(x, labels);  // refuses a batch that does not fit
  check_sweep(net, parameter, range, count, h);
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
