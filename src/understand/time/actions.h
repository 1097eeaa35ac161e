// What a rule does with the parts that it matched: the functions that a file of time rules may name.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "understand/time/partial_time.h"

namespace hearth::understand {

/// A number written in the rule, or a part that its pattern matched ($1). `part` is null for a part of an alternative
/// that was not taken, and for numbers.
struct ActionArgument {
  double number = 0;
  const PartialTime* part = nullptr;
};

/// Nothing where the parts do not fit ("25 o'clock", "30 February"): the rule then has not matched.
using TimeAction = std::optional<PartialTime> (*)(std::span<const ActionArgument> arguments);

/// Null when there is no action of that name. `least`, `most`: how many arguments it takes.
struct TimeActionEntry {
  std::string_view name;
  TimeAction action = nullptr;
  size_t least = 0, most = 0;
};
const TimeActionEntry* find_time_action(std::string_view name);

/// Two things said side by side ("tomorrow", "at six"); nothing where they do not go together.
std::optional<PartialTime> merge(const PartialTime& a, const PartialTime& b);

}  // namespace hearth::understand
