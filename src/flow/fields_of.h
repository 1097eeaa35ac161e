// How a struct's fields are listed once: by number, by name, by member. `fields.h` holds the lists; `codec.h` and
// `json.h` read them. A list that leaves a member out does not compile.
#pragma once

#include <array>
#include <string_view>
#include <tuple>

namespace hearth::flow {

/// Field numbers are written in every journal: never reused, never changed.
template <class Struct, class Member>
struct Field {
  uint32_t number;
  std::string_view name;
  Member Struct::* member;
};

template <class Struct, class Member>
constexpr Field<Struct, Member> field(uint32_t number, std::string_view name, Member Struct::* member) {
  return {number, name, member};
}

/// Specialised in fields.h: `static constexpr auto list = std::tuple(field(1, "name", &T::name), …)`.
template <class T>
struct Fields;

/// Specialised in fields.h for every enum: the names in the order of the values.
template <class T>
struct Names;

/// Specialised in fields.h for variants of structs: the names of the alternatives in their order.
template <class T>
struct Alternatives;

template <class T>
concept Listed = requires { Fields<T>::list; };
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires { Names<T>::list; };

/// References to all members of an aggregate. Fails to compile when the number of members is not `Count`.
template <size_t Count, class T>
constexpr auto tie_all(T& value) {
  // clang-format off
  if constexpr (Count == 1) { auto& [a] = value; return std::tie(a); }
  else if constexpr (Count == 2) { auto& [a, b] = value; return std::tie(a, b); }
  else if constexpr (Count == 3) { auto& [a, b, c] = value; return std::tie(a, b, c); }
  else if constexpr (Count == 4) { auto& [a, b, c, d] = value; return std::tie(a, b, c, d); }
  else if constexpr (Count == 5) { auto& [a, b, c, d, e] = value; return std::tie(a, b, c, d, e); }
  else if constexpr (Count == 6) { auto& [a, b, c, d, e, f] = value; return std::tie(a, b, c, d, e, f); }
  else if constexpr (Count == 7) { auto& [a, b, c, d, e, f, g] = value; return std::tie(a, b, c, d, e, f, g); }
  else if constexpr (Count == 8) { auto& [a, b, c, d, e, f, g, h] = value; return std::tie(a, b, c, d, e, f, g, h); }
  else if constexpr (Count == 9) { auto& [a, b, c, d, e, f, g, h, i] = value; return std::tie(a, b, c, d, e, f, g, h, i); }
  else if constexpr (Count == 10) { auto& [a, b, c, d, e, f, g, h, i, j] = value; return std::tie(a, b, c, d, e, f, g, h, i, j); }
  else if constexpr (Count == 11) { auto& [a, b, c, d, e, f, g, h, i, j, k] = value; return std::tie(a, b, c, d, e, f, g, h, i, j, k); }
  else if constexpr (Count == 12) { auto& [a, b, c, d, e, f, g, h, i, j, k, l] = value; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l); }
  else if constexpr (Count == 13) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = value; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m); }
  else if constexpr (Count == 14) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = value; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n); }
  else if constexpr (Count == 15) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = value; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o); }
  else if constexpr (Count == 16) { auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = value; return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p); }
  else static_assert(Count <= 16, "more members than tie_all knows: add a line");
  // clang-format on
}

/// True when the list names every member of T, each once and in the order of declaration.
template <Listed T>
constexpr bool is_complete() {
  constexpr size_t kCount = std::tuple_size_v<decltype(Fields<T>::list)>;
  using Tied = decltype(tie_all<kCount>(std::declval<T&>()));
  return []<size_t... I>(std::index_sequence<I...>) {
    return (std::is_same_v<std::tuple_element_t<I, Tied>,
                           decltype(std::declval<T&>().*(std::get<I>(Fields<T>::list).member))> &&
            ...);
  }(std::make_index_sequence<kCount>{});
}

/// Calls `function(field)` for each listed field, in the order of the list.
template <Listed T, class Function>
constexpr void each_field(Function&& function) {
  static_assert(is_complete<T>(), "the list in fields.h and the struct differ");
  std::apply([&](const auto&... listed) { (function(listed), ...); }, Fields<T>::list);
}

}  // namespace hearth::flow
