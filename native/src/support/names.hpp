#pragma once

#include <span>
#include <string>
#include <string_view>

#include <downhill/support/error.hpp>

// Names of enumerators, for options that come as text.

namespace downhill {

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

/// "a", "b" or "c" of the names in a table, each in quotes.
template <class Value>
std::string listed(std::span<const Named<Value>> table) {
  std::string list;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (i > 0) list += i + 1 < table.size() ? ", " : " or ";
    list += '"' + std::string(table[i].name) + '"';
  }
  return list;
}

/// The value of that name. Throws RangeError "<what> is "<name>"; allowed is …" if there is none.
template <class Value>
Value value_named(std::span<const Named<Value>> table, std::string_view what, std::string_view name) {
  for (const Named<Value>& entry : table) {
    if (entry.name == name) return entry.value;
  }
  throw_range_error({what, " is \"", name, "\"; allowed is ", listed(table)});
}

template <class Value>
std::string_view name_in(std::span<const Named<Value>> table, Value value) {
  for (const Named<Value>& entry : table) {
    if (entry.value == value) return entry.name;
  }
  return "?";
}

}  // namespace downhill
