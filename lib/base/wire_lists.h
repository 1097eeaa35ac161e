// Lists in the format of wire.h, and plain numbers by the thousand.
#pragma once

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <vector>

#include "base/wire.h"

namespace hearth::wire {

/// The number of items, then what `write_one` makes of each.
template <class Item, class WriteOne>
void write_each(Writer& out, const std::vector<Item>& items, WriteOne&& write_one) {
  out.varint(items.size());
  for (const Item& item : items) write_one(item);
}

/// Appends what write_each wrote: `read_one` gives a Result of an item. A damaged number costs no memory. Errors: those
/// of `read_one`; Corrupt past a million items.
template <class Item, class ReadOne>
Status read_each(Reader& in, std::vector<Item>& items, ReadOne&& read_one) {
  const uint64_t count = TRY(in.varint());
  if (count > 1'000'000) return corrupt("more than a million items", in.place());
  items.reserve(items.size() + std::min<size_t>(count, 1024));
  for (uint64_t i = 0; i < count; ++i) items.push_back(TRY(read_one()));
  return ok();
}

/// Plain structs as they lie in memory: for files that never leave this machine and this build.
template <class Plain>
void write_plain(Writer& out, const std::vector<Plain>& values) {
  static_assert(std::is_trivially_copyable_v<Plain>);
  out.bytes({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Plain)});
}

/// Errors: Corrupt when a struct is cut short.
template <class Plain>
Result<std::vector<Plain>> read_plain(Reader& in) {
  static_assert(std::is_trivially_copyable_v<Plain>);
  const std::string_view whole = TRY(in.bytes());
  if (whole.size() % sizeof(Plain) != 0) return corrupt("ends within a number", in.place());
  std::vector<Plain> values(whole.size() / sizeof(Plain));
  if (!whole.empty()) std::memcpy(static_cast<void*>(values.data()), whole.data(), whole.size());
  return values;
}

}  // namespace hearth::wire
