#include "flow/codec.h"

#include <bit>

#include "base/wire.h"
#include "flow/fields.h"

namespace hearth::flow {
namespace {

using wire::Reader;
using wire::Type;
using wire::Writer;

// One `put` and one `take` a kind of value; `put` writes tag and content, `take` reads the content of a tag.

template <class T>
inline constexpr bool kScalar =
    std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::string> || std::is_same_v<T, Time>;
template <class T>
inline constexpr bool kScalar<std::vector<T>> = false;
template <class T>
inline constexpr bool kIsId = false;
template <class Tag, class Number>
inline constexpr bool kIsId<Id<Tag, Number>> = true;

template <Listed T>
void put_fields(Writer& out, const T& value);
template <Listed T>
Status take_fields(Reader in, T& value);

template <class T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>)
void put(Writer& out, uint32_t number, T value) {
  out.tag(number, Type::Varint);
  if constexpr (std::is_signed_v<T>) {
    out.varint(wire::zigzag(value));
  } else {
    out.varint(static_cast<uint64_t>(value));
  }
}
inline void put(Writer& out, uint32_t number, double value) {
  out.tag(number, Type::Fixed64);
  out.fixed64(std::bit_cast<uint64_t>(value));
}
inline void put(Writer& out, uint32_t number, float value) {
  out.tag(number, Type::Fixed32);
  out.fixed32(std::bit_cast<uint32_t>(value));
}
inline void put(Writer& out, uint32_t number, const std::string& value) {
  out.tag(number, Type::Bytes);
  out.bytes(value);
}
inline void put(Writer& out, uint32_t number, Time value) {
  out.tag(number, Type::Varint);
  out.varint(wire::zigzag(to_microseconds(value)));
}
template <class Tag, class Number>
void put(Writer& out, uint32_t number, Id<Tag, Number> id) {
  put(out, number, id.value);
}
template <Listed T>
void put(Writer& out, uint32_t number, const T& value) {
  std::string body;
  Writer inner(body);
  put_fields(inner, value);
  put(out, number, body);
}
template <class A, class B>
void put(Writer& out, uint32_t number, const std::pair<A, B>& value);
template <class... T>
void put(Writer& out, uint32_t number, const std::variant<T...>& value) {
  std::string body;
  Writer inner(body);
  std::visit(
      [&]<class Alternative>(const Alternative& alternative) {
        if constexpr (!std::is_same_v<Alternative, std::monostate>) {
          put(inner, static_cast<uint32_t>(value.index()) + 1, alternative);
        }
      },
      value);
  put(out, number, body);
}
template <class T>
void put(Writer& out, uint32_t number, const std::optional<T>& value) {
  if (value) put(out, number, *value);
}
template <class T>
void put(Writer& out, uint32_t number, const std::vector<T>& values) {
  for (const T& value : values) put(out, number, value);
}
template <class A, class B>
void put(Writer& out, uint32_t number, const std::pair<A, B>& value) {
  std::string body;
  Writer inner(body);
  put(inner, 1, value.first);
  put(inner, 2, value.second);
  put(out, number, body);
}

template <Listed T>
void put_fields(Writer& out, const T& value) {
  [[maybe_unused]] static const T kDefaults{};
  each_field<T>([&](const auto& listed) {
    const auto& member = value.*(listed.member);
    if (member == kDefaults.*(listed.member)) return;
    put(out, listed.number, member);
  });
}

Status wrong_type(const Reader& in) { return corrupt("a field of another wire type than its number has", in.place()); }

template <class T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>)
Status take(Reader& in, Type type, T& value) {
  if (type != Type::Varint) return wrong_type(in);
  const uint64_t raw = TRY(in.varint());
  if constexpr (std::is_same_v<T, bool>) {
    value = raw != 0;
  } else if constexpr (NamedEnum<T>) {
    if (raw >= Names<T>::list.size()) return corrupt("a word that this program does not know", in.place());
    value = static_cast<T>(raw);
  } else if constexpr (std::is_signed_v<T>) {
    value = static_cast<T>(wire::unzigzag(raw));
  } else {
    value = static_cast<T>(raw);
  }
  return ok();
}
inline Status take(Reader& in, Type type, double& value) {
  if (type != Type::Fixed64) return wrong_type(in);
  value = std::bit_cast<double>(TRY(in.fixed64()));
  return ok();
}
inline Status take(Reader& in, Type type, float& value) {
  if (type != Type::Fixed32) return wrong_type(in);
  value = std::bit_cast<float>(TRY(in.fixed32()));
  return ok();
}
inline Status take(Reader& in, Type type, std::string& value) {
  if (type != Type::Bytes) return wrong_type(in);
  value = TRY(in.bytes());
  return ok();
}
inline Status take(Reader& in, Type type, Time& value) {
  if (type != Type::Varint) return wrong_type(in);
  value = from_microseconds(wire::unzigzag(TRY(in.varint())));
  return ok();
}
template <class Tag, class Number>
Status take(Reader& in, Type type, Id<Tag, Number>& id) {
  return take(in, type, id.value);
}
template <Listed T>
Status take(Reader& in, Type type, T& value) {
  if (type != Type::Bytes) return wrong_type(in);
  return take_fields(Reader(TRY(in.bytes())), value);
}
template <class A, class B>
Status take(Reader& in, Type type, std::pair<A, B>& value);
template <class... T>
Status take(Reader& in, Type type, std::variant<T...>& value) {
  if (type != Type::Bytes) return wrong_type(in);
  Reader body(TRY(in.bytes()));
  value = {};
  while (!body.done()) {
    const Reader::Tag tag = TRY(body.tag());
    Status taken;
    bool known = false;
    [&]<size_t... I>(std::index_sequence<I...>) {
      const auto attempt = [&]<size_t Index>(std::integral_constant<size_t, Index>) {
        using Alternative = std::variant_alternative_t<Index, std::variant<T...>>;
        if constexpr (!std::is_same_v<Alternative, std::monostate>) {
          if (tag.number != Index + 1) return;
          known = true;
          taken = take(body, tag.type, value.template emplace<Index>());
        }
      };
      (attempt(std::integral_constant<size_t, I>{}), ...);
    }(std::make_index_sequence<sizeof...(T)>{});
    if (!known) taken = body.skip(tag.type);
    TRY(taken);
  }
  return ok();
}
template <class T>
Status take(Reader& in, Type type, std::optional<T>& value) {
  return take(in, type, value.emplace());
}
template <class T>
Status take(Reader& in, Type type, std::vector<T>& values) {
  return take(in, type, values.emplace_back());
}
template <class A, class B>
Status take(Reader& in, Type type, std::pair<A, B>& value) {
  if (type != Type::Bytes) return wrong_type(in);
  Reader body(TRY(in.bytes()));
  while (!body.done()) {
    const Reader::Tag tag = TRY(body.tag());
    if (tag.number == 1) {
      TRY(take(body, tag.type, value.first));
    } else if (tag.number == 2) {
      TRY(take(body, tag.type, value.second));
    } else {
      TRY(body.skip(tag.type));
    }
  }
  return ok();
}

template <Listed T>
Status take_fields(Reader in, T& value) {
  while (!in.done()) {
    const Reader::Tag tag = TRY(in.tag());
    Status taken;
    bool known = false;
    each_field<T>([&](const auto& listed) {
      if (listed.number != tag.number) return;
      known = true;
      taken = take(in, tag.type, value.*(listed.member));
    });
    if (!known) taken = in.skip(tag.type);
    TRY(taken);
  }
  return ok();
}

constexpr uint32_t kOriginField = 100;  // beside the message's own numbers in a body
constexpr uint32_t kMessageField = 101;

}  // namespace

std::string encode(const Message& message) {
  std::string bytes;
  Writer out(bytes);
  std::visit([&](const auto& alternative) { put_fields(out, alternative); }, message);
  return bytes;
}

Result<Message> decode(size_t kind, std::string_view bytes) {
  Result<Message> result = invalid("a kind of message that this program does not know: " + std::to_string(kind));
  [&]<size_t... I>(std::index_sequence<I...>) {
    const auto attempt = [&]<size_t Index>(std::integral_constant<size_t, Index>) {
      if (Index != kind) return;
      std::variant_alternative_t<Index, Message> value;
      const Status taken = take_fields(Reader(bytes), value);
      if (taken) {
        result = Message(std::in_place_index<Index>, std::move(value));
      } else {
        result = taken.error();
      }
    };
    (attempt(std::integral_constant<size_t, I>{}), ...);
  }(std::make_index_sequence<std::variant_size_v<Message>>{});
  return result;
}

std::string encode_body(const Entry& entry) {
  std::string body, inner;
  Writer out(body);
  put(out, kOriginField, entry.origin);
  out.tag(kMessageField, Type::Bytes);
  Writer message(inner);
  std::visit(
      [&]<class T>(const T& alternative) {
        T bare = alternative;
        bare.head.id = {};
        bare.head.trace = {};
        bare.head.at = {};
        put_fields(message, bare);
      },
      entry.message);
  out.bytes(inner);
  return body;
}

Status decode_body(size_t kind, std::string_view body, Entry& entry) {
  Reader in(body);
  while (!in.done()) {
    const Reader::Tag tag = TRY(in.tag());
    if (tag.number == kOriginField) {
      TRY(take(in, tag.type, entry.origin));
    } else if (tag.number == kMessageField && tag.type == Type::Bytes) {
      entry.message = TRY(decode(kind, TRY(in.bytes())));
    } else {
      TRY(in.skip(tag.type));
    }
  }
  if (entry.message.index() != kind) return corrupt("a body without a message");
  Header& head = head_of(entry.message);
  head.id = entry.seq;
  head.trace = entry.trace;
  head.at = entry.at;
  return ok();
}

}  // namespace hearth::flow
