// Messages with random content in every field, by the lists of flow/fields.h: a field that is listed is filled.
#pragma once

#include <limits>
#include <random>

#include "flow/fields.h"

namespace hearth::contracts {

/// The same seed gives the same messages.
class RandomMessage {
 public:
  explicit RandomMessage(uint64_t seed) : dice_(seed) {}

  /// A message of that kind.
  flow::Message of_kind(size_t kind) {
    return make_of<flow::Message>(kind, std::make_index_sequence<std::variant_size_v<flow::Message>>{});
  }

  template <class T>
  T make() {
    T value{};
    fill(value);
    return value;
  }

 private:
  uint64_t dice() { return dice_(); }
  size_t below(size_t bound) { return dice_() % bound; }

  template <class Variant, size_t... I>
  Variant make_of(size_t kind, std::index_sequence<I...>) {
    Variant value;
    (void)((I == kind && (value.template emplace<I>(make<std::variant_alternative_t<I, Variant>>()), true)) || ...);
    return value;
  }

  void fill(bool& value) { value = dice() % 2 == 1; }
  void fill(double& value) { value = static_cast<double>(static_cast<int64_t>(dice())) / 1024.0; }
  void fill(float& value) { value = static_cast<float>(static_cast<int32_t>(dice())) / 64.0F; }
  void fill(std::string& value) {
    static constexpr std::string_view kParts[] = {"a", "light", "\"", "\\", "\n", "ü", "日", "🙂", " ", "}", "0"};
    for (size_t left = below(9); left > 0; --left) value += kParts[below(std::size(kParts))];
  }
  void fill(Time& value) { value = from_microseconds(static_cast<int64_t>(dice() % 4'000'000'000'000'000)); }
  template <class T>
    requires std::is_integral_v<T>
  void fill(T& value) {
    value = static_cast<T>(dice() >> below(64));
  }
  template <flow::NamedEnum T>
  void fill(T& value) {
    value = static_cast<T>(below(flow::Names<T>::list.size()));
  }
  void fill(home::Capability& value) { value = static_cast<home::Capability>(below(home::capabilities().size())); }
  template <class Tag, class Number>
  void fill(Id<Tag, Number>& value) {
    fill(value.value);
  }
  void fill(std::monostate&) {}
  template <class T>
  void fill(std::vector<T>& values) {
    for (size_t left = below(4); left > 0; --left) values.push_back(make<T>());
  }
  template <class T>
  void fill(std::optional<T>& value) {
    if (dice() % 2 == 1) value = make<T>();
  }
  template <class A, class B>
  void fill(std::pair<A, B>& value) {
    fill(value.first);
    fill(value.second);
  }
  template <class... T>
  void fill(std::variant<T...>& value) {
    value = make_of<std::variant<T...>>(below(sizeof...(T)), std::index_sequence_for<T...>{});
  }
  template <flow::Listed T>
  void fill(T& value) {
    flow::each_field<T>([&](const auto& listed) { fill(value.*(listed.member)); });
  }

  std::mt19937_64 dice_;
};

}  // namespace hearth::contracts
