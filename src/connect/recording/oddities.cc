#include "connect/recording/oddities.h"

#include <algorithm>
#include <array>

namespace hearth::connect {

std::string_view to_string(OddityKind kind) {
  static constexpr std::array<std::string_view, 11> kNames{
      "unparsable line",      "line too long",         "impossible date", "lone jump in time",
      "out of order, sorted", "out of order",          "duplicate line",  "ends before it begins",
      "value does not fit",   "number without a name", "too many sensors"};
  return kNames[static_cast<size_t>(kind)];
}

void Oddities::add(OddityKind kind, uint64_t line, std::string_view text) {
  const auto known =
      std::find_if(list_.begin(), list_.end(), [&](const Oddity& oddity) { return oddity.kind == kind; });
  if (known != list_.end()) {
    ++known->count;
    return;
  }
  std::string example(text.substr(0, 120));
  std::replace_if(example.begin(), example.end(), [](unsigned char c) { return c < ' ' || c > '~'; }, '?');
  list_.push_back({kind, 1, line, std::move(example)});
}

}  // namespace hearth::connect
