#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/calculus/flow_line.hpp>
#include <downhill/calculus/slice.hpp>
#include <downhill/descent/descent.hpp>
#include <downhill/errata/errata.hpp>
#include <downhill/loss/loss.hpp>
#include <downhill/net/decision_map.hpp>
#include <downhill/net/evaluation.hpp>
#include <downhill/net/examination.hpp>
#include <downhill/net/mini_batch_losses.hpp>
#include <downhill/net/simple_net.hpp>
#include <downhill/net/weight_sweep.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/finite.hpp>
#include <downhill/surface/loss_surface.hpp>

#include "nets.hpp"
#include "numbers.hpp"

// The rule of finite.hpp: what a reader brings is refused by name and index, what training has broken is shown.

using namespace downhill;
using namespace downhill::test;

namespace {

const std::vector<Label> labels = {0, 1};
const TwoLayerNet<float> net({.input_size = 3, .hidden_size = 2, .output_size = 2, .weight_init_std = 1});
const Grid grid{.x0 = {-1, 1}, .x1 = {-1, 1}, .columns = 2, .rows = 2};

/// Two rows of three with `broken` at index 4.
template <class Scalar>
Matrix<Scalar> inputs(double broken) {
  Matrix<Scalar> x = Matrix<Scalar>::Ones(2, 3);
  x.data()[4] = static_cast<Scalar>(broken);
  return x;
}

Vector<float> point(double broken) {
  Vector<float> values = net.parameters();
  values[4] = static_cast<float>(broken);
  return values;
}

std::vector<double> numbers(double broken) { return {0.1, 0.2, broken, 0.3}; }

Matrix<double> rows(double broken) {
  Matrix<double> y(2, 2);
  y << 0.1, 0.9, broken, 0.5;
  return y;
}

const std::vector<double> sound = {0.1, 0.2, 0.3, 0.4};

struct EntryPoint {
  const char* name;
  const char* argument;
  std::function<void(double)> call;
};

const Vector<float> here = net.parameters();

const std::vector<EntryPoint> entry_points = {
    {"predict", "x[4]", [](double b) { net.predict(inputs<float>(b)); }},
    {"loss", "x[4]", [](double b) { net.loss(inputs<float>(b), labels); }},
    {"accuracy", "x[4]", [](double b) { net.accuracy(inputs<float>(b), labels); }},
    {"gradient", "x[4]", [](double b) { net.gradient(inputs<float>(b), labels); }},
    {"naive gradient", "x[4]",
     [](double b) { net.cast<double>().numerical_gradient(inputs<double>(b), labels, test::naive()); }},
    {"incremental gradient", "x[4]", [](double b) { net.cast<double>().numerical_gradient(inputs<double>(b), labels); }},
    {"set_parameters", "parameters[4]",
     [](double b) {
       TwoLayerNet<float> changed = net;
       const Vector<float> values = point(b);
       changed.set_parameters({values.data(), static_cast<std::size_t>(values.size())});
     }},
    {"weight_sweep", "x[4]", [](double b) { weight_sweep(net.cast<double>(), inputs<double>(b), labels, 0, {-1, 1}, 3); }},
    {"weight_sweep of what is none", "parameters[4]",
     [](double b) {
       TwoLayerNet<double> broken = net.cast<double>();
       broken.parameters()[4] = b;
       weight_sweep(broken, inputs<double>(1), labels, 4, {-1, 1}, 3);
     }},
    {"softmax", "a[2]", [](double b) { softmax<double>(rows(b)); }},
    {"mean_squared_error by y", "y[2]", [](double b) { mean_squared_error(numbers(b), sound); }},
    {"mean_squared_error by t", "t[2]", [](double b) { mean_squared_error(sound, numbers(b)); }},
    {"squared_error_terms", "t[2]", [](double b) { squared_error_terms(sound, numbers(b)); }},
    {"cross_entropy_terms", "y[2]", [](double b) { cross_entropy_terms(numbers(b), sound); }},
    {"cross_entropy_error by y", "y[2]", [](double b) { cross_entropy_error(rows(b), rows(1)); }},
    {"cross_entropy_error by t", "t[2]", [](double b) { cross_entropy_error(rows(1), rows(b)); }},
    {"cross_entropy_error of labels", "y[2]", [](double b) { cross_entropy_error<double>(rows(b), labels); }},
    {"its gradient", "y[2]", [](double b) { softmax_cross_entropy_gradient<double>(rows(b), labels); }},
    {"plane_through by start", "start[4]", [](double b) { plane_through(point(b), here, here, Random(1)); }},
    {"plane_through by between", "between[4]", [](double b) { plane_through(here, point(b), here, Random(1)); }},
    {"plane_through by now", "now[4]", [](double b) { plane_through(here, here, point(b), Random(1)); }},
    {"principal_plane", "points[1][4]", [](double b) { principal_plane(std::vector{here, point(b)}, Random(1)); }},
    {"plane_of_weights", "parameters[4]",
     [](double b) {
       TwoLayerNet<float> broken = net;
       broken.parameters() = point(b);
       plane_of_weights(broken, 0, 1);
     }},
    {"plane_of_random_directions", "parameters[4]",
     [](double b) {
       TwoLayerNet<float> broken = net;
       broken.parameters() = point(b);
       plane_of_random_directions(broken, Random(1));
     }},
    {"project", "parameters[4]", [](double b) { project(plane_of_weights(net, 0, 1), point(b)); }},
    {"path_share", "points[1][4]", [](double b) { path_share(plane_of_weights(net, 0, 1), std::vector{here, point(b)}); }},
    {"loss_surface by centre", "centre[4]",
     [](double b) {
       Plane plane = plane_of_weights(net, 0, 1);
       plane.centre = point(b);
       loss_surface(net, plane, inputs<float>(1), labels, grid);
     }},
    {"loss_surface by v", "v[4]",
     [](double b) {
       Plane plane = plane_of_weights(net, 0, 1);
       plane.v = point(b);
       loss_surface(net, plane, inputs<float>(1), labels, grid);
     }},
    {"loss_surface by x", "x[4]",
     [](double b) { loss_surface(net, plane_of_weights(net, 0, 1), inputs<float>(b), labels, grid); }},
    {"run_surface", "points[0][4]",
     [](double b) { run_surface(net, std::vector{point(b), here}, inputs<float>(1), labels, 3, 3, 1); }},
    {"ParameterPath", "parameters[4]", [](double b) { ParameterPath().record(0, point(b)); }},
    {"SimpleNet by x", "x[1]", [](double b) { SimpleNet().predict({1, b}); }},
    {"SimpleNet by W", "W[3]",
     [](double b) {
       SimpleNet broken;
       broken.W(1, 0) = b;
       broken.scores({1, 1});
     }},
    {"sample losses", "sample_losses[1]",
     [](double b) { mini_batch_losses(std::vector{1.f, static_cast<float>(b)}, 1, 1, Random(1)); }},
    {"runaway_step", "values[1]", [](double b) { runaway_step(std::vector{1.0, b}); }},
    {"softmax_of_batch", "a[2]", [](double b) { errata::softmax_of_batch(rows(b)); }},
    {"label_shape", "y[2]", [](double b) { errata::label_shape(rows(b), labels); }},
};

}  // namespace

TEST_CASE("NaN and infinity from a reader are refused by name and index") {
  for (const EntryPoint& entry : entry_points) {
    INFO(entry.name);
    CHECK_NOTHROW(entry.call(1));
    for (const auto& [broken, shown] :
         {std::pair{not_a_number, "NaN"}, std::pair{infinity, "Infinity"}, std::pair{-infinity, "-Infinity"}}) {
      CHECK_THROWS_AS(entry.call(broken), RangeError);
      CHECK_THROWS_WITH(entry.call(broken),
                        Catch::StartsWith(std::string(entry.argument) + " is " + shown + "; allowed is a finite number"));
    }
  }
}

TEST_CASE("an activation function has limits at infinity and no value at NaN") {
  Matrix<double> a(1, 2);
  a << -infinity, infinity;
  CHECK(activate<double>(Activation::sigmoid, a) == (Matrix<double>(1, 2) << 0, 1).finished());
  CHECK(activate<double>(Activation::tanh, a) == (Matrix<double>(1, 2) << -1, 1).finished());
  CHECK(activate<double>(Activation::relu, a)(0, 1) == infinity);
  a(0, 1) = not_a_number;
  CHECK_THROWS_WITH(activate<double>(Activation::relu, a), "a[1] is NaN; allowed is a number");
}

TEST_CASE("what is refused has changed nothing") {
  TwoLayerNet<float> changed = net;
  const Vector<float> values = point(not_a_number);
  CHECK_THROWS_AS(changed.set_parameters({values.data(), static_cast<std::size_t>(values.size())}), RangeError);
  CHECK(changed.parameters() == net.parameters());
  ParameterPath path;
  path.record(0, here);
  CHECK_THROWS_AS(path.record(1, values), RangeError);
  CHECK_THROWS_WITH(path.record(1, Vector<float>::Zero(2)), "parameters has 2 values; the points of the path have 14");
  CHECK(path.points().size() == 1);
  CHECK_NOTHROW(path.record(1, here));
}

TEST_CASE("a net that is broken is shown to be broken, where a sound one is needed it is refused") {
  TwoLayerNet<float> broken({.input_size = 2, .hidden_size = 3, .output_size = 2, .weight_init_std = 1});
  broken.parameters()[1] = static_cast<float>(not_a_number);
  const Matrix<float> x = Matrix<float>::Ones(1, 2);
  const std::vector<Label> label = {1};
  CHECK(broken.predict(x).array().isNaN().all());
  CHECK(std::isnan(broken.loss(x, label)));
  CHECK(broken.gradient(x, label).array().isNaN().any());
  const Dataset data = Dataset::from_inputs({1, 2}, {0}, 2, 2);
  const std::string refused = " is NaN: a parameter is NaN or too large; allowed is a net whose answers are finite numbers";
  CHECK_THROWS_WITH(decision_map(broken, grid), "the net's output[0]" + refused);
  CHECK_THROWS_WITH(broken.accuracy(x, label), "the net's output[0]" + refused);
  CHECK_THROWS_WITH(examine(broken, data, 1, 0, 1), "the net's output for sample 0" + refused);
  CHECK_THROWS_WITH(evaluate(broken, data), "the net's output for sample 0" + refused);
  CHECK_THROWS_WITH(sample_losses(broken, data), "the net's output for sample 0" + refused);
  CHECK_THROWS_AS(evaluate(broken, data), UnsoundNetError);
  CHECK_THROWS_WITH(weight_sweep(broken.cast<double>(), Matrix<double>::Ones(1, 2), label, 0, {-1, 1}, 2),
                    Catch::StartsWith("the net's loss where parameter 0 is "));
}

TEST_CASE("finite parameters may be too large for an answer, and then there is none") {
  TwoLayerNet<float> large({.input_size = 2, .hidden_size = 3, .output_size = 2, .activation = Activation::relu});
  large.parameters().setConstant(3e38f);
  const Dataset data = Dataset::from_inputs({-1, -1, 1, 2}, {0, 1}, 2, 2);
  CHECK_THROWS_AS(evaluate(large, data), UnsoundNetError);
  CHECK_THROWS_WITH(check_sound("gradient", std::vector{1.0, infinity}),
                    Catch::StartsWith("the net's gradient[1] is Infinity: a parameter is"));
}

TEST_CASE("no net begins with weights that are not finite") {
  const auto drawn = [](double std) {
    return TwoLayerNet<float>({.input_size = 100, .hidden_size = 100, .output_size = 9, .weight_init_std = std});
  };
  CHECK(drawn(1e37).parameters().allFinite());
  CHECK_THROWS_WITH(drawn(1e308), "weight_init_std is 1e+308; allowed is a number from 0 to 1e+37");
  CHECK_THROWS_AS(drawn(not_a_number), RangeError);
}

TEST_CASE("cross-entropy takes no y below 0 and no t outside 0 to 1, where it has no value") {
  const auto rows_of = [](double a, double b) { return (Matrix<double>(1, 2) << a, b).finished(); };
  const std::vector<Label> second = {1};
  const std::string from_0 = "y[1] is -0.5; allowed is a finite number from 0";
  CHECK_THROWS_WITH(cross_entropy_error(rows_of(0.5, -0.5), rows_of(0, 1)), from_0);
  CHECK_THROWS_WITH(cross_entropy_error<double>(rows_of(0.5, -0.5), second), from_0);
  CHECK_THROWS_WITH(softmax_cross_entropy_gradient<double>(rows_of(0.5, -0.5), second), from_0);
  CHECK_THROWS_WITH(cross_entropy_terms(std::vector{0.5, -0.5}, std::vector{0.0, 1.0}), from_0);
  CHECK_THROWS_WITH(cross_entropy_error(rows_of(0, 0), rows_of(1e308, -1e308)),
                    "t[0] is 1e+308; allowed is a finite number from 0 to 1");
  CHECK(cross_entropy_error(rows_of(0.5, 2), rows_of(1, 0)) == Approx(-std::log(0.5 + 1e-7)));
}

TEST_CASE("a 2x3 net whose scores are no float64 has no answer") {
  SimpleNet net;
  net.W.setConstant(1e308);
  CHECK_THROWS_WITH(net.predict({1e308, 1e308}), Catch::StartsWith("the net's scores[0] is Infinity"));
}

TEST_CASE("a decision map beyond float32 is refused, not drawn at infinity") {
  const TwoLayerNet<float> plane_net({.input_size = 2, .hidden_size = 3, .output_size = 2});
  CHECK_THROWS_WITH(decision_map(plane_net, {.x0 = {-1, 1e40}, .x1 = {0, 1}, .columns = 2, .rows = 2}),
                    Catch::Contains("x0[1] is 1e+40"));
}
