// JSON of everything that has a list of fields: the templates behind json.h, for folders with structs of their own.
#pragma once

#include <fmt/format.h>

#include "base/json.h"
#include "flow/fields.h"

namespace hearth::flow::json {

// Containers nest in any order, so all are declared first.
template <Listed T>
Json write_fields(const T& value);
template <class A, class B>
Json write(const std::pair<A, B>& value);
template <class T>
Json write(const std::optional<T>& value);
template <class... T>
Json write(const std::variant<T...>& value);
template <class T>
Json write(const std::vector<T>& values);
/// The encoded results as {"port", "bytes"}, the bytes as hexadecimal digits.
Json write(const LaneReturn& value);

template <class T>
  requires std::is_arithmetic_v<T>
Json write(T value) {
  return value;
}
inline Json write(const std::string& value) { return value; }
inline Json write(Time value) { return to_iso8601(value); }
inline Json write(Capability value) { return std::string(home::facts(value).name); }
template <NamedEnum T>
Json write(T value) {
  return std::string(Names<T>::list[static_cast<size_t>(value)]);
}
template <class Tag, class Number>
Json write(Id<Tag, Number> id) {
  return id.value;
}
template <Listed T>
Json write(const T& value) {
  return write_fields(value);
}
inline Json write(const Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) return *yes;
  if (const double* number = std::get_if<double>(&value)) return *number;
  if (const std::string* word = std::get_if<std::string>(&value)) return *word;
  return nullptr;
}
template <class A, class B>
Json write(const std::pair<A, B>& value) {
  return Json::array({write(value.first), write(value.second)});
}
template <class T>
Json write(const std::optional<T>& value) {
  return value ? write(*value) : Json(nullptr);
}
template <class... T>
Json write(const std::variant<T...>& value) {
  const std::string name(Alternatives<std::variant<T...>>::list[value.index()]);
  return Json{{name, std::visit([](const auto& alternative) { return write(alternative); }, value)}};
}
template <class T>
Json write(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(write(value));
  return list;
}
template <Listed T>
Json write_fields(const T& value) {
  [[maybe_unused]] static const T kDefaults{};
  Json object = Json::object();
  each_field<T>([&](const auto& listed) {
    const auto& member = value.*(listed.member);
    if (member == kDefaults.*(listed.member)) return;
    object[std::string(listed.name)] = write(member);
  });
  return object;
}

inline Error expected(std::string_view what, const Json& json) {
  return invalid(fmt::format("expected {}, found {}", what, json.type_name()));
}

/// Puts the member's name in front of the place of an error.
inline Status inside(std::string_view member, Status status) {
  if (status) return status;
  Error error = std::move(status).error();
  error.place = error.place.empty() ? std::string(member) : fmt::format("{}.{}", member, error.place);
  return error;
}

template <Listed T>
Status read_fields(const Json& json, T& value);
template <class A, class B>
Status read(const Json& json, std::pair<A, B>& value);
template <class T>
Status read(const Json& json, std::optional<T>& value);
template <class... T>
Status read(const Json& json, std::variant<T...>& value);
template <class T>
Status read(const Json& json, std::vector<T>& values);
Status read(const Json& json, LaneReturn& value);

inline Status read(const Json& json, bool& value) {
  if (!json.is_boolean()) return expected("true or false", json);
  value = json.get<bool>();
  return ok();
}
template <class T>
  requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>)
Status read(const Json& json, T& value) {
  if (!json.is_number()) return expected("a number", json);
  if constexpr (std::is_integral_v<T>) {
    if (!json.is_number_integer()) return expected("a whole number", json);
  }
  value = json.get<T>();
  return ok();
}
inline Status read(const Json& json, std::string& value) {
  if (!json.is_string()) return expected("text", json);
  value = json.get<std::string>();
  return ok();
}
inline Status read(const Json& json, Time& value) {
  if (!json.is_string()) return expected("a time as text", json);
  value = TRY(parse_iso8601(json.get<std::string>()));
  return ok();
}
inline Status read(const Json& json, Capability& value) {
  if (!json.is_string()) return expected("the name of a capability", json);
  const auto found = home::find_capability(json.get<std::string>());
  if (!found) return invalid(fmt::format("'{}' is no capability", json.get<std::string>()));
  value = *found;
  return ok();
}
template <NamedEnum T>
Status read(const Json& json, T& value) {
  if (!json.is_string()) return expected("a word", json);
  const auto word = json.get<std::string>();
  for (size_t i = 0; i < Names<T>::list.size(); ++i) {
    if (Names<T>::list[i] == word) {
      value = static_cast<T>(i);
      return ok();
    }
  }
  return invalid(fmt::format("'{}' is none of {}", word, fmt::join(Names<T>::list, ", ")));
}
template <class Tag, class Number>
Status read(const Json& json, Id<Tag, Number>& id) {
  return read(json, id.value);
}
template <Listed T>
Status read(const Json& json, T& value) {
  return read_fields(json, value);
}
inline Status read(const Json& json, Value& value) {
  if (json.is_null()) {
    value = std::monostate{};
  } else if (json.is_boolean()) {
    value = json.get<bool>();
  } else if (json.is_number()) {
    value = json.get<double>();
  } else if (json.is_string()) {
    value = json.get<std::string>();
  } else {
    return expected("null, true, false, a number or text", json);
  }
  return ok();
}
template <class A, class B>
Status read(const Json& json, std::pair<A, B>& value) {
  if (!json.is_array() || json.size() != 2) return expected("a list of two", json);
  TRY(read(json[0], value.first));
  return read(json[1], value.second);
}
template <class T>
Status read(const Json& json, std::optional<T>& value) {
  if (json.is_null()) {
    value.reset();
    return ok();
  }
  return read(json, value.emplace());
}
template <class... T>
Status read(const Json& json, std::variant<T...>& value) {
  using Variant = std::variant<T...>;
  if (!json.is_object() || json.size() != 1) return expected("an object with one member, the kind", json);
  const std::string name = json.begin().key();
  Status taken = invalid(fmt::format("'{}' is none of {}", name, fmt::join(Alternatives<Variant>::list, ", ")));
  [&]<size_t... I>(std::index_sequence<I...>) {
    const auto attempt = [&]<size_t Index>(std::integral_constant<size_t, Index>) {
      if (Alternatives<Variant>::list[Index] != name) return;
      taken = inside(name, read(json.begin().value(), value.template emplace<Index>()));
    };
    (attempt(std::integral_constant<size_t, I>{}), ...);
  }(std::make_index_sequence<sizeof...(T)>{});
  return taken;
}
template <class T>
Status read(const Json& json, std::vector<T>& values) {
  if (!json.is_array()) return expected("a list", json);
  values.clear();
  for (const Json& item : json) {
    const std::string place = std::to_string(values.size());
    TRY(inside(place, read(item, values.emplace_back())));
  }
  return ok();
}

template <Listed T>
Status read_fields(const Json& json, T& value) {
  if (!json.is_object()) return expected("an object", json);
  for (const auto& [name, member] : json.items()) {
    Status taken = invalid("no such member", name);
    each_field<T>([&](const auto& listed) {
      if (listed.name == name) taken = inside(name, read(member, value.*(listed.member)));
    });
    TRY(taken);
  }
  return ok();
}

template <class T>
Result<T> read_whole(const Json& json) {
  T value;
  TRY(read(json, value));
  return value;
}

// Compiled once, in json.cc: what most others contain.
extern template Json write_fields<Header>(const Header&);
extern template Status read_fields<Header>(const Json&, Header&);
extern template Json write_fields<Phrase>(const Phrase&);
extern template Status read_fields<Phrase>(const Json&, Phrase&);
extern template Json write_fields<Request>(const Request&);
extern template Status read_fields<Request>(const Json&, Request&);
extern template Json write_fields<Slot>(const Slot&);
extern template Status read_fields<Slot>(const Json&, Slot&);
extern template Json write_fields<Ask>(const Ask&);
extern template Status read_fields<Ask>(const Json&, Ask&);
extern template Json write_fields<Lesson>(const Lesson&);
extern template Status read_fields<Lesson>(const Json&, Lesson&);
extern template Json write_fields<Observation>(const Observation&);
extern template Status read_fields<Observation>(const Json&, Observation&);
extern template Json write_fields<Promise>(const Promise&);
extern template Status read_fields<Promise>(const Json&, Promise&);
extern template Json write_fields<Set>(const Set&);
extern template Status read_fields<Set>(const Json&, Set&);
extern template Json write_fields<Show>(const Show&);
extern template Status read_fields<Show>(const Json&, Show&);
extern template Json write_fields<Wait>(const Wait&);
extern template Status read_fields<Wait>(const Json&, Wait&);
extern template Json write_fields<Plan>(const Plan&);
extern template Status read_fields<Plan>(const Json&, Plan&);
extern template Json write_fields<home::Entity>(const home::Entity&);
extern template Status read_fields<home::Entity>(const Json&, home::Entity&);
extern template Json write_fields<home::Listing>(const home::Listing&);
extern template Status read_fields<home::Listing>(const Json&, home::Listing&);
extern template Json write_fields<home::Device>(const home::Device&);
extern template Status read_fields<home::Device>(const Json&, home::Device&);

}  // namespace hearth::flow::json
