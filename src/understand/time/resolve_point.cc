#include <algorithm>

#include "understand/time/action_parts.h"
#include "understand/time/resolve_parts.h"

namespace hearth::understand {
namespace {

using calendar::add_days;
using calendar::Ambiguous;
using calendar::at_midnight;
using calendar::CivilTime;
using flow::When;

constexpr int kEvening = 18 * 60;  ///< parts that begin here or later reach into the next day
constexpr int kEarlyMorning = 6;   ///< hours before this, of such a part, are the next day's
constexpr Duration kNear = std::chrono::hours(3);

/// A civil moment that comes twice is the first one that is still ahead.
Time ahead(const CivilTime& civil, const TimeContext& context) {
  const Time earlier = context.zone.to_utc(civil, Ambiguous::Earlier);
  return earlier > context.now ? earlier : context.zone.to_utc(civil, Ambiguous::Later);
}

class Point {
 public:
  Point(const PartialTime& said, const TimeContext& context)
      : said_(said), context_(context), today_(at_midnight(context.civil)) {}

  std::optional<When> read() {
    if (said_.now) return this_time();
    std::optional<When> out = said_.day ? on_days() : any_day();
    if (out && said_.shift_s != 0) {
      const Duration by = from_seconds(said_.shift_s);
      out->from += by;
      out->to += by;
      for (Time& other : out->others) other += by;
      if (out->grain > When::Minute) out->grain = When::Minute, out->to = after_grain(out->from, out->grain);
    }
    return out;
  }

 private:
  When moment(Time from, When::Grain grain) const {
    When out;
    out.grain = grain;
    out.from = from;
    out.to = after_grain(from, grain);
    return out;
  }
  When::Grain clock_grain() const { return said_.clock->second != 0 ? When::Second : When::Minute; }
  int64_t clock_seconds(int hour) const { return hour * 3600 + said_.clock->minute * 60 + said_.clock->second; }
  bool in_past() const {
    return said_.day && (said_.day->number < 0 || said_.day->more_days < 0 || said_.day->more_months < 0 ||
                         said_.day->which == DayChoice::Last || said_.day->year != 0);
  }

  /// Now, or what the clock shows now on another day.
  std::optional<When> this_time() const {
    if (!said_.day) return moment(context_.now, When::Second);
    const DayReadings days = read_days(*said_.day, true, context_);
    if (days.stretches.empty()) return std::nullopt;
    const int64_t since = civil_seconds(context_.civil) - civil_seconds(today_);
    return moment(moment_on(days.stretches.front().from, since, context_), When::Minute);
  }

  // --- no day was named ---

  std::optional<When> any_day() {
    if (said_.sun) return sun_after(context_.now);
    if (said_.part && !said_.clock) return part_ahead();
    if (!said_.clock) return std::nullopt;
    if (said_.part) return clock_in_part(today_, false);
    return said_.clock->half == ClockTime::Fixed ? next_fixed() : next_on_dial();
  }
  std::optional<When> part_ahead() const {
    for (int day = -1; day <= 2; ++day) {
      const CivilTime at = add_days(today_, day);
      const Time to = moment_on(at, int64_t{said_.part->to} * 60, context_);
      if (to <= context_.now) continue;
      When out;
      out.grain = When::PartOfDay;
      out.from = moment_on(at, int64_t{said_.part->from} * 60, context_);
      out.to = to;
      return out;
    }
    return std::nullopt;
  }
  /// The first moments ahead at these hours of the coming days, in order.
  std::vector<Time> coming(std::initializer_list<int> hours) const {
    std::vector<Time> found;
    for (int day = -1; day <= 3; ++day) {
      for (const int hour : hours) {
        const Time at = moment_on(add_days(today_, day), clock_seconds(hour), context_);
        if (at > context_.now) found.push_back(at);
      }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }
  std::optional<When> next_fixed() const {
    const std::vector<Time> found = coming({said_.clock->hour});
    if (found.empty()) return std::nullopt;
    return moment(found.front(), clock_grain());
  }
  /// The next time that the dial shows it. Asked, where somebody wants to be woken and the next is no morning, and
  /// where it is the dead of night and not close.
  std::optional<When> next_on_dial() const {
    const int hour = said_.clock->hour % 12;
    const std::vector<Time> found = coming({hour, hour + 12});
    if (found.size() < 2) return std::nullopt;
    When out = moment(found[0], clock_grain());
    const int local = context_.zone.to_civil(found[0]).hour;
    const bool not_morning = context_.waking && hour >= 4 && local >= 12;
    const bool dead_of_night = hour >= 1 && local < 5 && found[0] - context_.now > kNear;
    if (not_morning || dead_of_night) out.others = {found[1]};
    return out;
  }

  // --- a day was named ---

  std::optional<When> on_days() {
    const bool with_time = said_.clock || said_.part || said_.sun;
    const DayReadings days = read_days(*said_.day, with_time, context_);
    std::optional<When> out;
    for (const CivilStretch& stretch : days.stretches) {
      out = on(stretch);
      if (out) break;
    }
    if (!out || !days.other) return out;
    const std::optional<When> second = on(*days.other);
    if (second && second->from > context_.now) {
      out->others.push_back(second->from);
      std::ranges::sort(out->others);
    }
    return out;
  }
  /// What was said of this stretch; nothing where it is over.
  std::optional<When> on(const CivilStretch& stretch) {
    if (said_.clock && said_.part) return clock_in_part(stretch.from, true);
    if (said_.clock) return clock_on(stretch.from);
    if (said_.sun) return sun_on(stretch.from);
    When out;
    out.grain = said_.part ? When::PartOfDay : stretch.grain;
    if (said_.part) {
      CivilTime day = stretch.from;
      // Before dawn "tonight" is the night that it is.
      if (day == today_ && said_.part->to > 24 * 60 && context_.civil.hour * 60 < said_.part->to - 24 * 60) {
        day = add_days(day, -1);
      }
      out.from = moment_on(day, int64_t{said_.part->from} * 60, context_);
      out.to = moment_on(day, int64_t{said_.part->to} * 60, context_);
    } else {
      out.from = context_.zone.to_utc(stretch.from);
      out.to = context_.zone.to_utc(stretch.to);
    }
    if (out.to <= context_.now && !in_past()) return std::nullopt;
    return out;
  }
  std::optional<When> clock_in_part(const CivilTime& day, bool day_said) const {
    const std::optional<ClockTime> clock = in_part(*said_.clock, *said_.part);
    if (!clock) return std::nullopt;
    const bool next_day = said_.part->from >= kEvening && clock->hour < kEarlyMorning;
    const bool night_now = day_said && day == today_ && next_day && context_.civil.hour < kEarlyMorning;
    for (int add = next_day && !night_now ? 1 : 0; add < (day_said ? 2 : 4); ++add) {
      const Time at = moment_on(add_days(day, add), clock_seconds(clock->hour), context_);
      if (at > context_.now || in_past()) return moment(at, clock_grain());
      if (day_said && !night_now) break;
    }
    return std::nullopt;
  }
  std::optional<When> clock_on(const CivilTime& day) const {
    ClockReading reading{said_.clock->hour, std::nullopt};
    if (said_.clock->half != ClockTime::Fixed) reading = read_clock(*said_.clock, context_.waking, false);
    Time first = moment_on(day, clock_seconds(reading.hour), context_);
    if (said_.clock->half != ClockTime::Fixed && day == today_ && !in_past()) {
      const int half = said_.clock->hour % 12;
      const Time morning = moment_on(day, clock_seconds(half), context_);
      const Time evening = moment_on(day, clock_seconds(half + 12), context_);
      if (evening <= context_.now) return std::nullopt;
      if (morning <= context_.now) return moment(evening, clock_grain());
    }
    if (first <= context_.now && !in_past()) return std::nullopt;
    When out = moment(first, clock_grain());
    if (reading.other_hour) out.others = {moment_on(day, clock_seconds(*reading.other_hour), context_)};
    return out;
  }

  // --- the sun ---

  std::optional<When> sun_after(Time after) const {
    if (!context_.place) return std::nullopt;
    const Time since = after - from_seconds(said_.shift_s);
    const std::optional<Time> at = calendar::next_sun_event(*said_.sun, since, *context_.place);
    if (!at) return std::nullopt;
    return moment(std::chrono::floor<std::chrono::minutes>(*at), When::Minute);
  }
  std::optional<When> sun_on(const CivilTime& day) const {
    const Time midnight = context_.zone.to_utc(day);
    std::optional<When> out = sun_after(midnight + from_seconds(said_.shift_s));
    if (!out || context_.zone.to_civil(out->from) >= add_days(day, 1)) return std::nullopt;
    if (out->from + from_seconds(said_.shift_s) <= context_.now && !in_past()) return std::nullopt;
    return out;
  }

  const PartialTime& said_;
  const TimeContext& context_;
  const CivilTime today_;
};

}  // namespace

Time moment_on(const CivilTime& day, int64_t seconds, const TimeContext& context) {
  const CivilTime at = calendar::from_civil_seconds(calendar::civil_seconds(day) + seconds);
  return ahead(at, context);
}

Time after_grain(Time from, When::Grain grain) {
  switch (grain) {
    case When::Second:
      return from + std::chrono::seconds(1);
    case When::Hour:
      return from + std::chrono::hours(1);
    default:
      return from + std::chrono::minutes(1);
  }
}

ClockReading read_clock(const ClockTime& clock, bool waking, bool workday) {
  const int hour = clock.hour % 12;
  if (hour == 0) return {12, std::nullopt};
  if (waking || workday) {
    if (hour >= 4) return {hour, std::nullopt};
    return waking ? ClockReading{hour + 12, hour} : ClockReading{hour + 12, std::nullopt};
  }
  if (clock.half == ClockTime::Face) {
    return hour >= 5 ? ClockReading{hour, std::nullopt} : ClockReading{hour + 12, hour};
  }
  if (hour <= 5) return {hour + 12, std::nullopt};
  return hour >= 9 ? ClockReading{hour, std::nullopt} : ClockReading{hour, hour + 12};
}

std::optional<When> resolve_point(const PartialTime& said, const TimeContext& context) {
  return Point(said, context).read();
}

}  // namespace hearth::understand
