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

  const auto g = gradient.array();
  auto m = first.array();
  auto s = second.array();
  const auto epsilon = static_cast<Scalar>(tiny);
  switch (kind) {
    case OptimizerKind::sgd:
      x.array() -= learning_rate * g;
      break;
    case OptimizerKind::momentum:
      m = static_cast<Scalar>(momentum_decay) * m - learning_rate * g;
      x += first;
      break;
    case OptimizerKind::nesterov:
      m = static_cast<Scalar>(momentum_decay) * m - learning_rate * g;
      x.array() += static_cast<Scalar>(momentum_decay) * m - learning_rate * g;
      break;
    case OptimizerKind::adagrad:
      s += g.square();
      x.array() -= learning_rate * g / (s.sqrt() + epsilon);
      break;
    case OptimizerKind::rmsprop:
      s = static_cast<Scalar>(rmsprop_decay) * s + static_cast<Scalar>(1 - rmsprop_decay) * g.square();
      x.array() -= learning_rate * g / (s.sqrt() + epsilon);
      break;
    case OptimizerKind::adam: {
      m = static_cast<Scalar>(adam_decay1) * m + static_cast<Scalar>(1 - adam_decay1) * g;
      s = static_cast<Scalar>(adam_decay2) * s + static_cast<Scalar>(1 - adam_decay2) * g.square();
      const auto k = static_cast<double>(steps);
      const double correction = std::sqrt(1 - std::pow(adam_decay2, k)) / (1 - std::pow(adam_decay1, k));
      const auto rate = static_cast<Scalar>(static_cast<double>(learning_rate) * correction);
      x.array() -= rate * m / (s.sqrt() + epsilon);
      break;
    }
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
