#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <emscripten/val.h>

#include <downhill/support/error.hpp>
#include <downhill/support/types.hpp>

// Conversions between typed arrays and the engine's arrays. Everything is copied: no view of the module's memory leaves it. The
// functions are not inlined, because each is called in many places and the download must be small.

namespace downhill::bindings {

using emscripten::val;

/// JavaScript values copied into the engine's memory.
template <class Element>
[[gnu::noinline]] void copy_into(const val& array, Element* target, std::size_t count) {
  val(emscripten::typed_memory_view(count, target)).template call<void>("set", array);
}

/// The values of a typed array of the same element type.
template <class Element>
[[gnu::noinline]] std::vector<Element> numbers(const val& array) {
  std::vector<Element> values(array["length"].as<std::size_t>());
  copy_into(array, values.data(), values.size());
  return values;
}

template <class Scalar>
[[gnu::noinline]] Vector<Scalar> vector_of(const val& array) {
  Vector<Scalar> values(array["length"].as<Eigen::Index>());
  copy_into(array, values.data(), static_cast<std::size_t>(values.size()));
  return values;
}

/// Rows of `columns` values. Throws TypeError if the last row is not full.
template <class Scalar>
[[gnu::noinline]] Matrix<Scalar> rows_of(const val& array, Eigen::Index columns, const char* name) {
  const auto count = array["length"].as<Eigen::Index>();
  if (columns < 1 || count % columns != 0) {
    throw_type_error({name, " has ", count, " values; allowed is a multiple of ", columns, ", one row after the other"});
  }
  Matrix<Scalar> matrix(count / columns, columns);
  copy_into(array, matrix.data(), static_cast<std::size_t>(count));
  return matrix;
}

/// `rows` rows of equal length. Throws TypeError if the values cannot be divided so, RangeError if there are none.
template <class Scalar>
[[gnu::noinline]] Matrix<Scalar> in_rows(const val& array, double rows, const char* name) {
  const auto count = array["length"].as<Eigen::Index>();
  const auto wanted = static_cast<Eigen::Index>(rows);
  require(count > 0, {name, ".length"}, count, "1 or more");
  if (count % wanted != 0) {
    throw_type_error({name, " has ", count, " values; allowed is a multiple of rows = ", wanted});
  }
  Matrix<Scalar> matrix(wanted, count / wanted);
  copy_into(array, matrix.data(), static_cast<std::size_t>(count));
  return matrix;
}

/// A copy that JavaScript owns, of anything with data() and size().
template <class Values>
[[gnu::noinline]] val copied(const Values& values) {
  return val(emscripten::typed_memory_view(static_cast<std::size_t>(values.size()), values.data())).template call<val>("slice");
}

/// [a, b]
[[gnu::noinline]] inline val pair(double a, double b) {
  val array = val::array();
  array.set(0, a);
  array.set(1, b);
  return array;
}
inline val pair(const std::array<double, 2>& values) { return pair(values[0], values[1]); }

[[gnu::noinline]] inline std::array<double, 2> range_of(const val& pair) {
  return {pair[0].as<double>(), pair[1].as<double>()};
}

/// A handle that JavaScript owns: freed by delete(), or with the last one that shares it.
template <class Object>
[[gnu::noinline]] val handle(Object object) {
  return val(std::make_shared<Object>(std::move(object)));
}

}  // namespace downhill::bindings
