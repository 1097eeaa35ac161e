#include "understand/time/actions.h"

#include <algorithm>
#include <array>

#include "understand/time/action_parts.h"

namespace hearth::understand {
namespace {

Partial join(Arguments a) {
  const PartialTime* first = part_at(a, 0);
  const PartialTime* second = part_at(a, 1);
  if (first == nullptr || second == nullptr) return std::nullopt;
  Partial joined = merge(*first, *second);
  const PartialTime* third = part_at(a, 2);
  return joined && third != nullptr ? merge(*joined, *third) : joined;
}
Partial number(Arguments a) {
  const std::optional<double> value = number_at(a, 0);
  if (!value) return std::nullopt;
  PartialTime out;
  out.number = value;
  return out;
}
/// "1,5" and "2.25".
Partial decimal(Arguments a) {
  const std::optional<double> whole = number_at(a, 0), rest = number_at(a, 1);
  if (!whole || !rest || part_at(a, 1) == nullptr || part_at(a, 1)->written_digits == 0) return std::nullopt;
  PartialTime out;
  out.number = *whole + *rest / std::pow(10, part_at(a, 1)->written_digits);
  return out;
}

/// Two numbers together: "three" and 0.5.
Partial add(Arguments a) {
  const std::optional<double> first = number_at(a, 0), second = number_at(a, 1);
  if (!first || !second) return std::nullopt;
  PartialTime out;
  out.number = *first + *second;
  return out;
}

constexpr std::array kActions{TimeActionEntry{"join", &join, 2, 3}, TimeActionEntry{"number", &number, 1, 1},
                              TimeActionEntry{"decimal", &decimal, 2, 2}, TimeActionEntry{"add", &add, 2, 2}};

}  // namespace

const TimeActionEntry* find_time_action(std::string_view name) {
  for (const std::span<const TimeActionEntry> list : {std::span<const TimeActionEntry>(kActions), clock_actions(),
                                                      day_actions(), length_actions(), repeat_actions()}) {
    const auto found = std::ranges::find(list, name, &TimeActionEntry::name);
    if (found != list.end()) return &*found;
  }
  return nullptr;
}

}  // namespace hearth::understand
