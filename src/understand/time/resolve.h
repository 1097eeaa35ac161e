// From what was said to the moment that it means, here and now.
#pragma once

#include <optional>

#include "calendar/zone.h"
#include "understand/time/partial_time.h"

namespace hearth::understand {

/// When and where the words were said.
struct TimeContext {
  Time now;
  calendar::Zone zone;
  std::optional<calendar::Place> place;  ///< for the sun; without it nothing is known of sunset
  bool waking = false;                   ///< somebody wants to be woken: morning or evening is asked, never guessed
  calendar::CivilTime civil{};           ///< now on the wall

  TimeContext(Time at, const calendar::Zone& in) : now(at), zone(in), civil(in.to_civil(at)) {}
};

/// The first occurrence that fits, at or after now; a past one where the words say so ("yesterday"). `spoken` is left
/// empty. Nothing where the words name no moment (30 February, a sunset that never comes).
///
/// A clock without its half of the day is the next that comes; with a day it is read as people mean it, and where both
/// halves are likely (six to eight), `others` has the second. The rules: docs in README.md of this folder.
std::optional<flow::When> resolve(const PartialTime& said, const TimeContext& context);

}  // namespace hearth::understand
