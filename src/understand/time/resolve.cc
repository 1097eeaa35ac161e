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
  // A dial without its half is the next after the beginning, whatever the day.
  const std::optional<When> found = resolve_point(end, later);
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

/// A rule of days or longer, from the first time that it comes round.
class Repeat {
 public:
  Repeat(const PartialTime& said, const TimeContext& context)
      : said_(said), context_(context), today_(at_midnight(context.civil)), first_(*said.repeat) {
    // With a time of day the first is the next that comes; "every three days" alone begins three days from now.
    const bool days_said = !first_.by_day.empty() || !first_.by_month_day.empty();
    if (said.clock || said.part || said.sun || days_said) first_.interval = 1;
  }

  std::optional<When> read() {
    if (said_.clock) return by_clock();
    if (said_.sun) return by_sun();
    When out;
    out.grain = said_.part ? When::PartOfDay : When::Day;
    const std::optional<Time> from = at(said_.part ? int64_t{said_.part->from} * 60 : 0);
    if (!from) return std::nullopt;
    out.from = *from;
    out.to = said_.part ? *from + std::chrono::minutes(said_.part->to - said_.part->from)
                        : context_.zone.to_utc(calendar::add_days(context_.zone.to_civil(*from), 1));
    return out;
  }

 private:
  /// The first time so many seconds after a midnight.
  std::optional<Time> at(int64_t seconds) const {
    const CivilTime start = calendar::from_civil_seconds(civil_seconds(today_) + seconds);
    return first_.next_after(context_.now, start, context_.zone);
  }
  PartialTime once() const {
    PartialTime out = said_;
    out.repeat.reset();
    out.end.clear();
    return out;
  }
  bool on_working_days() const {
    return first_.by_day.size() >= 4 && std::ranges::none_of(first_.by_day, [](const Recurrence::Day& day) {
             return day.weekday >= calendar::Weekday::Saturday;
           });
  }
  std::optional<ClockReading> hour() const {
    if (said_.part) {  // merge has seen that clock and part fit
      const std::optional<When> single = resolve_point(once(), context_);
      if (!single) return std::nullopt;
      return ClockReading{context_.zone.to_civil(single->from).hour, std::nullopt};
    }
    if (said_.clock->half == ClockTime::Fixed) return ClockReading{said_.clock->hour % 24, std::nullopt};
    return read_clock(*said_.clock, context_.waking, on_working_days());
  }
  std::optional<When> by_clock() const {
    const std::optional<ClockReading> reading = hour();
    if (!reading) return std::nullopt;
    const int64_t rest = said_.clock->minute * 60 + said_.clock->second;
    const std::optional<Time> from = at(reading->hour * 3600 + rest);
    if (!from) return std::nullopt;
    When out;
    out.grain = said_.clock->second != 0 ? When::Second : When::Minute;
    out.from = *from + from_seconds(said_.shift_s);
    out.to = after_grain(out.from, out.grain);
    if (reading->other_hour) {
      if (const auto other = at(*reading->other_hour * 3600 + rest)) out.others = {*other};
    }
    return out;
  }
  std::optional<When> by_sun() const {
    if (said_.repeat->frequency != Recurrence::Daily) return std::nullopt;
    return resolve_point(once(), context_);
  }

  const PartialTime& said_;
  const TimeContext& context_;
  const CivilTime today_;
  Recurrence first_;
};

}  // namespace

std::optional<When> resolve_repeat(const PartialTime& said, const TimeContext& context) {
  const Recurrence& rule = *said.repeat;
  std::optional<When> out;
  if (rule.frequency < Recurrence::Daily) {
    const int64_t minutes = int64_t{rule.interval} * (rule.frequency == Recurrence::Hourly ? 60 : 1);
    out.emplace();
    out->from = context.now + std::chrono::minutes(minutes);
    out->to = after_grain(out->from, out->grain);
  } else {
    out = Repeat(said, context).read();
  }
  if (!out) return std::nullopt;
  out->recurrence = to_string(rule);
  out->zone = context.zone.name();
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
