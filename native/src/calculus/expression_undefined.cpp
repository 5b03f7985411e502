#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <downhill/calculus/expression.hpp>

#include "calculus/expression_ops.hpp"
#include "support/number_text.hpp"

namespace downhill {
namespace {

using Reason = Undefined::Reason;

constexpr std::array<std::string_view, 9> reason_names = {"oddRoot",  "power",      "root",    "logarithm", "domain",
                                                          "quotient", "difference", "product", "angle"};
static_assert(reason_names.size() == static_cast<std::size_t>(Reason::angle) + 1);

/// n where x is k/n with an odd n, to rounding; 0 where there is none below a hundred, and for an x from a million on.
int odd_denominator(double x) {
  if (!(std::abs(x) < 1e6)) return 0;
  for (int n = 3; n < 100; n += 2) {
    const double k = x * n;
    if (std::abs(k - std::nearbyint(k)) <= 4 * std::numeric_limits<double>::epsilon() * std::abs(k)) return n;
  }
  return 0;
}

struct Cause {
  Reason reason;
  std::string_view operation;
};

/// Why an operation gave NaN.
Cause cause_of(Op op) {
  switch (op) {
    case Op::sin:
      return {Reason::angle, "sin"};
    case Op::cos:
      return {Reason::angle, "cos"};
    case Op::tan:
      return {Reason::angle, "tan"};
    case Op::asin:
      return {Reason::domain, "asin"};
    case Op::acos:
      return {Reason::domain, "acos"};
    case Op::acosh:
      return {Reason::domain, "acosh"};
    case Op::atanh:
      return {Reason::domain, "atanh"};
    case Op::log:
      return {Reason::logarithm, "log"};
    case Op::log2:
      return {Reason::logarithm, "log2"};
    case Op::log10:
      return {Reason::logarithm, "log10"};
    case Op::sqrt:
      return {Reason::root, "sqrt"};
    case Op::power:
      return {Reason::power, "^"};
    case Op::divide:
      return {Reason::quotient, "/"};
    case Op::multiply:
      return {Reason::product, "*"};
    case Op::subtract:
      return {Reason::difference, "-"};
    default:
      return {Reason::difference, "+"};
  }
}

Undefined undefined(Op op, double a, double b) {
  const auto [reason, operation] = cause_of(op);
  const int root = reason == Reason::power ? odd_denominator(b) : 0;
  return {root > 0 ? Reason::odd_root : reason, operation, a, b, root};
}

std::string operand(double value) { return std::signbit(value) ? "(" + shown(value) + ")" : shown(value); }

/// What to write for the k-th power of the n-th root of a negative number.
std::string root_written(int root, double exponent) {
  const int k = static_cast<int>(std::nearbyint(exponent * root));
  if (root == 3) return k == 1 ? "cbrt(...)" : "cbrt(...)^" + (k < 0 ? "(" + std::to_string(k) + ")" : std::to_string(k));
  const std::string power = "(-(...))^(" + std::to_string(k) + "/" + std::to_string(root) + ")";
  return k % 2 == 0 ? power : "-" + power;
}

}  // namespace

std::string_view Undefined::reason_name() const { return reason_names[static_cast<std::size_t>(reason)]; }

std::string Undefined::written() const {
  if (operation[0] >= 'a' && operation[0] <= 'z') return std::string(operation) + "(" + shown(a) + ")";
  return operand(a) + std::string(operation) + operand(b);
}

std::string Undefined::fraction() const {
  if (root == 0) return "";
  return shown(std::nearbyint(b * root)) + "/" + std::to_string(root);
}

std::string Undefined::remedy() const { return root == 0 ? "" : root_written(root, b); }

std::string Undefined::message() const {
  const std::string none = written() + " is not a number: ";
  switch (reason) {
    case Reason::odd_root:
      return none + "the computer's " + shown(b) + " is not exactly " + fraction() +
             ", and a negative number has powers with whole exponents only; for the root write " + remedy();
    case Reason::power:
      return none + "a negative number has powers with whole exponents only";
    case Reason::root:
      return none + "a negative number has no square root";
    case Reason::logarithm:
      return none + "a negative number has no logarithm";
    case Reason::domain:
      return none + std::string(operation) + " is defined " + (operation == "acosh" ? "from 1 on" : "from -1 to 1");
    case Reason::quotient:
      return none + "0/0, or infinity by infinity, has no value";
    case Reason::difference:
      return none + "infinity less infinity has no value";
    case Reason::product:
      return none + "0 times infinity has no value";
    case Reason::angle:
      return none + "infinity is no angle";
  }
  return {};
}

std::optional<Undefined> Expression::undefined_at(std::span<const double> x) const {
  if (!std::isnan(value(x))) return std::nullopt;
  std::vector<double> stack;
  for (const Instruction instruction : program_) {
    const auto argument = static_cast<std::size_t>(instruction.argument);
    if (instruction.op == Op::constant) {
      stack.push_back(constants_[argument]);
    } else if (instruction.op == Op::variable) {
      stack.push_back(x[argument]);
    } else if (is_binary(instruction.op)) {
      const double b = stack.back();
      stack.pop_back();
      double& a = stack.back();
      double y = 0;
      with_binary(instruction.op, [&](auto f) { y = f(a, b); });
      if (std::isnan(y) && !std::isnan(a) && !std::isnan(b)) return undefined(instruction.op, a, b);
      a = y;
    } else {
      double& a = stack.back();
      double y = 0;
      with_unary(instruction, [&](auto f) { y = f(a); });
      if (std::isnan(y) && !std::isnan(a)) return undefined(instruction.op, a, std::numeric_limits<double>::quiet_NaN());
      a = y;
    }
  }
  return std::nullopt;
}

}  // namespace downhill
