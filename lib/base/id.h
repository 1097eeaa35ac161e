// Strongly typed dense numbers: an EntityId is not an AreaId.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace hearth {

/// 0 means none. Given out in journal order, never reused.
template <class Tag, class Number = uint32_t>
struct Id {
  Number value = 0;
  constexpr explicit operator bool() const { return value != 0; }
  constexpr auto operator<=>(const Id&) const = default;
};

}  // namespace hearth

template <class Tag, class Number>
struct std::hash<hearth::Id<Tag, Number>> {
  size_t operator()(const hearth::Id<Tag, Number>& id) const noexcept { return std::hash<Number>{}(id.value); }
};
