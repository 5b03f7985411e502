#include <array>
#include <cmath>
#include <string>

#include <downhill/descent/optimizer.hpp>

#include "support/names.hpp"

namespace downhill {
namespace {

constexpr std::array<Named<OptimizerKind>, 6> names = {{
    {"sgd", OptimizerKind::sgd},
    {"momentum", OptimizerKind::momentum},
    {"nesterov", OptimizerKind::nesterov},
    {"adagrad", OptimizerKind::adagrad},
    {"rmsprop", OptimizerKind::rmsprop},
    {"adam", OptimizerKind::adam},
}};

constexpr double momentum_decay = 0.9;
constexpr double rmsprop_decay = 0.99;
constexpr double adam_decay1 = 0.9;
constexpr double adam_decay2 = 0.999;
constexpr double tiny = 1e-7;

template <class Scalar>
using Values = Eigen::Map<Eigen::Array<Scalar, Eigen::Dynamic, 1>>;

template <class Scalar>
using ConstValues = Eigen::Map<const Eigen::Array<Scalar, Eigen::Dynamic, 1>>;

// The rules: x are the parameters and g their gradient; v, m and s are kept from step to step.

template <class Scalar>
void sgd(Values<Scalar> x, const ConstValues<Scalar>& g, Scalar learning_rate) {
  x -= learning_rate * g;
}

template <class Scalar>
void momentum(Values<Scalar> x, Values<Scalar> v, const ConstValues<Scalar>& g, Scalar learning_rate) {
  v = momentum_decay * v - learning_rate * g;
  x += v;
}

template <class Scalar>
void nesterov(Values<Scalar> x, Values<Scalar> v, const ConstValues<Scalar>& g, Scalar learning_rate) {
  v = momentum_decay * v - learning_rate * g;
  x += momentum_decay * v - learning_rate * g;
}

template <class Scalar>
void adagrad(Values<Scalar> x, Values<Scalar> s, const ConstValues<Scalar>& g, Scalar learning_rate) {
  s += g.square();
  x -= learning_rate * g / (s.sqrt() + tiny);
}

template <class Scalar>
void rmsprop(Values<Scalar> x, Values<Scalar> s, const ConstValues<Scalar>& g, Scalar learning_rate) {
  s = rmsprop_decay * s + (1 - rmsprop_decay) * g.square();
  x -= learning_rate * g / (s.sqrt() + tiny);
}

template <class Scalar>
void adam(Values<Scalar> x, Values<Scalar> m, Values<Scalar> s, double step, const ConstValues<Scalar>& g,
          double learning_rate) {
  m = adam_decay1 * m + (1 - adam_decay1) * g;
  s = adam_decay2 * s + (1 - adam_decay2) * g.square();
  const double correction = std::sqrt(1 - std::pow(adam_decay2, step)) / (1 - std::pow(adam_decay1, step));
  x -= learning_rate * correction * m / (s.sqrt() + tiny);
}

template <class Scalar>
void prepare(Vector<Scalar>& state, Eigen::Index size) {
  if (state.size() == 0) state = Vector<Scalar>::Zero(size);
}

}  // namespace

OptimizerKind optimizer_named(std::string_view name) { return value_named<OptimizerKind>(names, "optimizer", name); }

std::string_view name_of(OptimizerKind kind) { return name_in<OptimizerKind>(names, kind); }

template <class Scalar>
void Optimizer<Scalar>::update(Eigen::Ref<Vector<Scalar>> x, const Eigen::Ref<const Vector<Scalar>>& gradient,
                               Scalar learning_rate) {
  if (x.size() != gradient.size()) {
    throw_type_error({"the gradient has ", gradient.size(), " values; the parameters have ", x.size()});
  }
  check_state(x.size());
  const bool uses_first = kind == OptimizerKind::momentum || kind == OptimizerKind::nesterov || kind == OptimizerKind::adam;
  const bool uses_second = kind == OptimizerKind::adagrad || kind == OptimizerKind::rmsprop || kind == OptimizerKind::adam;
  if (uses_first) prepare(first, x.size());
  if (uses_second) prepare(second, x.size());
  ++steps;

  const Values<Scalar> values(x.data(), x.size());
  const Values<Scalar> m(first.data(), first.size());
  const Values<Scalar> s(second.data(), second.size());
  const ConstValues<Scalar> g(gradient.data(), gradient.size());
  switch (kind) {
    case OptimizerKind::sgd:
      return sgd(values, g, learning_rate);
    case OptimizerKind::momentum:
      return momentum(values, m, g, learning_rate);
    case OptimizerKind::nesterov:
      return nesterov(values, m, g, learning_rate);
    case OptimizerKind::adagrad:
      return adagrad(values, s, g, learning_rate);
    case OptimizerKind::rmsprop:
      return rmsprop(values, s, g, learning_rate);
    case OptimizerKind::adam:
      return adam(values, m, s, static_cast<double>(steps), g, static_cast<double>(learning_rate));
  }
}

template <class Scalar>
void Optimizer<Scalar>::check_state(Eigen::Index count) const {
  for (const Vector<Scalar>* state : {&first, &second}) {
    if (state->size() == 0 || state->size() == count) continue;
    throw_type_error({"the optimizer's state has ", state->size(), " values; the parameters have ", count});
  }
}

template struct Optimizer<float>;
template struct Optimizer<double>;

}  // namespace downhill
