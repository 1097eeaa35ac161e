#include "understand/time/resolve.h"

#include <algorithm>
#include <cmath>

#include "understand/time/resolve_parts.h"

namespace hearth::understand {
namespace {

using calendar::CivilTime;
using calendar::Recurrence;
using flow::When;

When::Grain grain_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Second:
      return When::Second;
    case TimeUnit::Minute:
      return When::Minute;
    case TimeUnit::Hour:
      return When::Hour;
    case TimeUnit::Day:
      return When::Day;
    case TimeUnit::Week:
      return When::Week;
    case TimeUnit::Month:
      return When::Month;
    default:
      return When::Year;
  }
}

/// Months and days by the calendar, the rest by elapsed time.
Time added(Time from, const TimeLength& length, int sign, const TimeContext& context) {
  Time out = from;
  if (length.days != 0 || length.months != 0) {
    const CivilTime civil = context.zone.to_civil(from);
    out =
        context.zone.to_utc(calendar::add_days(calendar::add_months(civil, sign * length.months), sign * length.days));
  }
  return out + from_seconds(sign * length.seconds);
}

When resolve_length(const PartialTime& said, const TimeContext& context) {
  const TimeLength& length = *said.length;
  When out;
  if (said.ago) {
    out.grain = length.finest == TimeUnit::Second ? When::Second : When::Minute;
    out.from = added(context.now, length, -1, context);
    out.to = after_grain(out.from, out.grain);
    return out;
  }
  const Time end = added(context.now, length, 1, context);
  out.seconds = to_seconds(end - context.now);
  if (said.role == When::After) {
    out.role = When::After;
    out.grain = length.finest == TimeUnit::Second ? When::Second : When::Minute;
    out.from = end;
    out.to = after_grain(end, out.grain);
    return out;
  }
  out.role = said.within ? When::Between : When::For;
  out.grain = grain_of(length.finest);
  out.from = context.now;
  out.to = end;
  if (said.within) out.seconds = 0;
  return out;
}

/// The end of "from seven to nine": the first such moment after the beginning.
std::optional<Time> end_after(const PartialTime& end, const When& start, const TimeContext& context) {
  TimeContext later(start.from, context.zone);
  later.place = context.place;
  PartialTime point = end;
  // A dial without its half is the next after the beginning, whatever the day.
  const std::optional<When> found = resolve_point(point, later);
  if (!found) return std::nullopt;
  // Days are meant whole: "from Monday to Wednesday".
  return found->grain >= When::Day ? found->to : found->from;
}

std::optional<When> resolve_between(const PartialTime& said, const TimeContext& context) {
  PartialTime start = said;
  start.end.clear();
  start.role = When::At;
  std::optional<When> out = said.repeat ? resolve_repeat(start, context) : resolve_point(start, context);
  if (!out) return std::nullopt;
  const std::optional<Time> to = end_after(said.end.front(), *out, context);
  if (!to || *to <= out->from) return std::nullopt;
  out->role = When::Between;
  out->to = *to;
  return out;
}

std::optional<When> resolve_until(const PartialTime& said, const TimeContext& context) {
  PartialTime point = said;
  point.role = When::At;
  std::optional<When> out = resolve_point(point, context);
  if (!out || out->from <= context.now) return std::nullopt;
  out->role = When::Until;
  out->to = out->from;
  out->from = context.now;
  out->grain = std::min(out->grain, When::Minute);
  return out;
}

}  // namespace

std::optional<When> resolve_repeat(const PartialTime& said, const TimeContext& context) {
  const Recurrence& rule = *said.repeat;
  const auto next = [&](const Recurrence& by, const CivilTime& start) {
    return by.next_after(context.now, start, context.zone);
  };
  When out;
  out.recurrence = to_string(rule);
  out.zone = context.zone.name();
  if (rule.frequency < Recurrence::Daily) {
    const int64_t minutes = int64_t{rule.interval} * (rule.frequency == Recurrence::Hourly ? 60 : 1);
    out.from = context.now + std::chrono::minutes(minutes);
    out.to = after_grain(out.from, out.grain);
    return out;
  }
  const CivilTime today = at_midnight(context.civil);
  // With a time of day the first is the next that comes; "every three days" alone begins three days from now.
  const bool own_start = said.clock || said.part || said.sun || !rule.by_day.empty() || !rule.by_month_day.empty();
  Recurrence first = rule;
  if (own_start) first.interval = 1;
  const auto at = [&](int64_t seconds) {
    return next(first, calendar::from_civil_seconds(civil_seconds(today) + seconds));
  };
  std::optional<Time> from;
  out.grain = said.part ? When::PartOfDay : When::Day;
  if (said.clock) {
    const bool workday = rule.by_day.size() >= 4 && std::ranges::none_of(rule.by_day, [](const Recurrence::Day& day) {
                           return day.weekday >= calendar::Weekday::Saturday;
                         });
    ClockReading reading{said.clock->hour % 24, std::nullopt};
    if (said.clock->half != ClockTime::Fixed) reading = read_clock(*said.clock, context.waking, workday);
    if (said.part) {
      // The half of the day is the part's: merge has seen that they fit.
      PartialTime single = said;
      single.repeat.reset();
      single.end.clear();
      const std::optional<When> once = resolve_point(single, context);
      if (!once) return std::nullopt;
      reading = {context.zone.to_civil(once->from).hour, std::nullopt};
    }
    const int64_t rest = said.clock->minute * 60 + said.clock->second;
    from = at(reading.hour * 3600 + rest);
    out.grain = said.clock->second != 0 ? When::Second : When::Minute;
    if (reading.other_hour) {
      if (const auto other = at(*reading.other_hour * 3600 + rest)) out.others = {*other};
    }
  } else if (said.sun) {
    PartialTime single = said;
    single.repeat.reset();
    std::optional<When> once = resolve_point(single, context);
    if (!once || rule.frequency != Recurrence::Daily) return std::nullopt;
    from = once->from;
    out.grain = When::Minute;
  } else {
    from = at(said.part ? int64_t{said.part->from} * 60 : 0);
  }
  if (!from) return std::nullopt;
  out.from = *from;
  if (said.shift_s != 0 && said.clock) out.from += from_seconds(said.shift_s);
  if (out.grain == When::Day) {
    out.to = context.zone.to_utc(calendar::add_days(context.zone.to_civil(*from), 1));
  } else if (out.grain == When::PartOfDay) {
    out.to = *from + std::chrono::minutes(said.part->to - said.part->from);
  } else {
    out.to = after_grain(out.from, out.grain);
  }
  return out;
}

std::optional<When> resolve(const PartialTime& said, const TimeContext& context) {
  if (said.length && !(said.role == When::After && said.day)) return resolve_length(said, context);
  std::optional<When> out;
  if (!said.end.empty()) {
    out = resolve_between(said, context);
  } else if (said.repeat) {
    out = resolve_repeat(said, context);
  } else if (said.role == When::Until) {
    out = resolve_until(said, context);
  } else {
    out = resolve_point(said, context);
    if (out && said.role == When::After) {
      out->role = When::After;
      out->seconds = to_seconds(added(context.now, *said.length, 1, context) - context.now);
    }
  }
  if (!out || out->to <= out->from) return std::nullopt;
  return out;
}

}  // namespace hearth::understand
