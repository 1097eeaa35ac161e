#include "understand/time/action_parts.h"

namespace hearth::understand {
namespace {

using calendar::Recurrence;
using flow::When;

/// A clock beside a part of the day, where no day holds the part: "at six in the evening".
bool bind_clock(PartialTime& to, const DayPart& part) {
  const std::optional<ClockTime> bound = in_part(*to.clock, part);
  if (!bound) return false;
  to.clock = *bound;
  return true;
}

bool merge_clock(PartialTime& a, const PartialTime& b) {
  if (b.clock) {
    if (a.clock || a.sun) return false;
    a.clock = b.clock;
  }
  if (b.sun) {
    if (a.clock || a.sun) return false;
    a.sun = b.sun;
  }
  if (b.shift_s != 0) {
    if (a.shift_s != 0) return false;
    a.shift_s = b.shift_s;
  }
  return true;
}

bool merge_part(PartialTime& a, const PartialTime& b) {
  if (!b.part) return true;
  if (a.part || a.sun) return false;
  if (!a.clock) {
    a.part = b.part;
    return true;
  }
  if (!b.day && !b.repeat) {
    if (!bind_clock(a, *b.part)) return false;
    return a.end.empty() || !a.end[0].clock || bind_clock(a.end[0], *b.part);
  }
  a.part = b.part;
  return in_part(*a.clock, *b.part).has_value();
}

/// A weekday beside a date says nothing new: "Friday, 4 December".
bool merge_days(DayChoice& a, const DayChoice& b) {
  if (a.kind == DayChoice::Date && b.kind == DayChoice::Weekday && b.which == DayChoice::Any && a.weekday == 0) {
    a.weekday = b.number;
    return true;
  }
  if (b.kind == DayChoice::Date && a.kind == DayChoice::Weekday && a.which == DayChoice::Any && b.weekday == 0) {
    const int weekday = a.number;
    a = b;
    a.weekday = weekday;
    return true;
  }
  return false;
}

/// "Every two weeks on Wednesday", "every month on the 15th", "every year on 5 May".
bool merge_into_rule(Recurrence& rule, const DayChoice& day) {
  if (!rule.by_day.empty() || !rule.by_month_day.empty() || !rule.by_month.empty()) return false;
  if (day.which != DayChoice::Any || day.more_days != 0 || day.more_months != 0 || day.year != 0) return false;
  if (rule.frequency == Recurrence::Weekly && day.kind == DayChoice::Weekday) {
    rule.by_day = {{0, static_cast<calendar::Weekday>(day.number)}};
    return true;
  }
  if (rule.frequency == Recurrence::Monthly && day.kind == DayChoice::Date && day.month == 0) {
    rule.by_month_day = {day.number};
    return true;
  }
  if (rule.frequency == Recurrence::Monthly && day.kind == DayChoice::NthWeekday && day.month == 0) {
    rule.by_day = {{day.nth, static_cast<calendar::Weekday>(day.number)}};
    return day.number != 0;
  }
  if (rule.frequency == Recurrence::Yearly && day.kind == DayChoice::Date && day.month != 0) {
    rule.by_month = {day.month};
    rule.by_month_day = {day.number};
    return true;
  }
  return false;
}

bool is_day_rule(const Recurrence& rule) { return rule.frequency >= Recurrence::Daily; }

bool merge_day(PartialTime& a, const PartialTime& b) {
  if (b.repeat) {
    if (a.repeat) {
      // "Every morning on weekdays": the finer rule has the days.
      const bool daily = a.repeat->frequency == Recurrence::Daily && a.repeat->interval == 1;
      const bool other_daily = b.repeat->frequency == Recurrence::Daily && b.repeat->interval == 1;
      if (!daily && !other_daily) return false;
      if (daily) a.repeat = b.repeat;
    } else if (a.day) {
      Recurrence rule = *b.repeat;
      if (!merge_into_rule(rule, *a.day)) return false;
      a.day.reset();
      a.repeat = rule;
      return !b.day;
    } else {
      a.repeat = b.repeat;
    }
  }
  if (b.day) {
    if (a.repeat) return merge_into_rule(*a.repeat, *b.day);
    if (a.day) return merge_days(*a.day, *b.day);
    a.day = b.day;
  }
  return true;
}

}  // namespace

std::optional<PartialTime> merge(const PartialTime& a, const PartialTime& b) {
  if (!b.end.empty() || (b.role == When::After && a.role == When::At)) {
    return a.end.empty() && (a.role == When::At || a.end.empty()) && b.role != a.role ? merge(b, a) : std::nullopt;
  }
  const bool after_days = a.role == When::After && a.day;
  const bool open = a.role == When::At || after_days || (a.role == When::Between && !a.end.empty());
  if (!open || b.role != When::At || a.now || b.now || a.ago || b.ago) return std::nullopt;
  // "From Monday to Friday at six" is a rule, no stretch of days.
  if (!a.end.empty() && a.end[0].day && (b.clock || b.part || b.sun)) return std::nullopt;
  if ((a.length && !after_days) || b.length || a.number || b.number || a.unit || b.unit) return std::nullopt;
  PartialTime out = a;
  out.shy = b.shy;  // what follows the whole follows the second
  if (after_days) {
    out.role = When::At;
    out.length.reset();
  }
  // A clock is bound to a part of the day by whichever holds no day.
  if (a.part && !a.day && !a.repeat && b.clock) {
    PartialTime second = b;
    if (b.part || !bind_clock(second, *a.part)) return std::nullopt;
    out.part.reset();
    if (!merge_clock(out, second) || !merge_day(out, second)) return std::nullopt;
    if (!b.end.empty()) return std::nullopt;
  } else if (!merge_clock(out, b) || !merge_part(out, b) || !merge_day(out, b)) {
    return std::nullopt;
  }
  if (out.day && out.repeat) return std::nullopt;
  if (out.repeat && !is_day_rule(*out.repeat) && (out.clock || out.part || out.sun)) return std::nullopt;
  if (out.part && (out.day || out.repeat) && out.clock && !in_part(*out.clock, *out.part)) return std::nullopt;
  const bool tod = out.clock || out.part || out.sun;
  const bool long_stretch = out.day && out.day->kind >= DayChoice::Week;
  return tod && long_stretch ? std::nullopt : std::optional(out);
}

}  // namespace hearth::understand
