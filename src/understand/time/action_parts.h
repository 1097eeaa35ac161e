// What the actions share: reading their arguments.
#pragma once

#include <cmath>

#include "understand/time/actions.h"

namespace hearth::understand {

using Arguments = std::span<const ActionArgument>;
using Partial = std::optional<PartialTime>;

/// The part of argument `index`, or null when it is a number, was not matched, or is missing.
inline const PartialTime* part_at(Arguments arguments, size_t index) {
  return index < arguments.size() ? arguments[index].part : nullptr;
}
/// The number that argument `index` is or carries.
inline std::optional<double> number_at(Arguments arguments, size_t index) {
  if (index >= arguments.size()) return std::nullopt;
  return arguments[index].part == nullptr ? std::optional(arguments[index].number) : arguments[index].part->number;
}
/// The same, where it is whole and within [from, to].
inline std::optional<int> whole_at(Arguments arguments, size_t index, int from, int to) {
  const std::optional<double> number = number_at(arguments, index);
  if (!number || *number != std::floor(*number) || *number < from || *number > to) return std::nullopt;
  return static_cast<int>(*number);
}

std::span<const TimeActionEntry> clock_actions();
std::span<const TimeActionEntry> day_actions();
std::span<const TimeActionEntry> length_actions();
std::span<const TimeActionEntry> repeat_actions();

/// A clock that the dial left open, in the half that lies in the part of the day or next to it; nothing where a clock
/// without doubt lies more than three hours outside.
std::optional<ClockTime> in_part(const ClockTime& clock, const DayPart& part);

}  // namespace hearth::understand
