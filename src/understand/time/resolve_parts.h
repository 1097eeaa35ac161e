// The steps of resolve: days, clocks, rules that come round.
#pragma once

#include "understand/time/resolve.h"

namespace hearth::understand {

/// A stretch of civil days.
struct CivilStretch {
  calendar::CivilTime from, to;  ///< midnights; [from, to)
  flow::When::Grain grain = flow::When::Day;
};

/// The stretches that a choice of days may mean, the likeliest first and then as they come round; all lie at or after
/// today but those that the words put into the past. `with_time`: a time of day was said as well, so today counts.
/// `other`: where the words may as well mean another day ("next Friday" on a Wednesday).
struct DayReadings {
  std::vector<CivilStretch> stretches;
  std::optional<CivilStretch> other;
};
DayReadings read_days(const DayChoice& day, bool with_time, const TimeContext& context);

/// Which half of the day a clock means where the day is known. `other`: the second half is as likely.
struct ClockReading {
  int hour = 0;  ///< 0 to 24
  std::optional<int> other_hour;
};
/// `workday`: of a rule for working days, whose clocks ring in the morning.
ClockReading read_clock(const ClockTime& clock, bool waking, bool workday);

/// Seconds since 1970 of a civil day and minutes after its midnight, which may lie beyond the day.
Time moment_on(const calendar::CivilTime& day, int64_t seconds, const TimeContext& context);

std::optional<flow::When> resolve_repeat(const PartialTime& said, const TimeContext& context);
/// One moment or stretch, no role, no repetition.
std::optional<flow::When> resolve_point(const PartialTime& said, const TimeContext& context);

/// The end of a moment of that grain: one second, minute or hour later.
Time after_grain(Time from, flow::When::Grain grain);

}  // namespace hearth::understand
