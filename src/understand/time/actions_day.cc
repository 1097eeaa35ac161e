#include <algorithm>
#include <array>

#include "understand/time/action_parts.h"

namespace hearth::understand {
namespace {

Partial with_day(const DayChoice& day) {
  PartialTime out;
  out.day = day;
  return out;
}

/// Days from today.
Partial day(Arguments a) {
  const std::optional<int> days = whole_at(a, 0, -400, 400);
  return days ? with_day({.kind = DayChoice::Offset, .number = *days}) : std::nullopt;
}
Partial weekday(Arguments a) {
  const std::optional<int> number = whole_at(a, 0, 1, 7);
  return number ? with_day({.kind = DayChoice::Weekday, .number = *number}) : std::nullopt;
}
/// Of next week, without doubt: "Friday next week".
Partial weekday_next_week(Arguments a) {
  const PartialTime* part = part_at(a, 0);
  if (part == nullptr || !part->day || part->day->kind != DayChoice::Weekday) return std::nullopt;
  PartialTime out = *part;
  out.day->which = DayChoice::NextWeek;
  return out;
}
Partial month_name(Arguments a) {
  const std::optional<int> number = whole_at(a, 0, 1, 12);
  return number ? with_day({.kind = DayChoice::NamedMonth, .month = *number}) : std::nullopt;
}
/// The month that an argument names or counts; 0 when it does neither.
int month_at(Arguments a, size_t index) {
  const PartialTime* part = part_at(a, index);
  if (part != nullptr && part->day) return part->day->kind == DayChoice::NamedMonth ? part->day->month : 0;
  return whole_at(a, index, 1, 12).value_or(0);
}
/// Of two digits in this century; 0 when it is none.
int year_at(Arguments a, size_t index) {
  const std::optional<int> year = whole_at(a, index, 0, 9999);
  const PartialTime* part = part_at(a, index);
  if (!year || part == nullptr || (part->written_digits != 4 && part->written_digits != 2)) return 0;
  return part->written_digits == 2 ? 2000 + *year : (*year >= 1970 && *year < 2200 ? *year : 0);
}
/// day, month, year (which may be missing); month 0: a day of whichever month comes.
Partial date(Arguments a) {
  const std::optional<int> number = whole_at(a, 0, 1, 31);
  if (!number) return std::nullopt;
  DayChoice out{.kind = DayChoice::Date, .number = *number};
  if (a.size() == 1) {
    Partial lone = with_day(out);
    lone->shy = true;
    return lone;
  }
  if (a.size() > 1) {
    out.month = month_at(a, 1);
    if (out.month == 0) return std::nullopt;
    if (*number > calendar::days_in_month(2000, out.month)) return std::nullopt;
  }
  if (a.size() > 2 && part_at(a, 2) != nullptr) {
    out.year = year_at(a, 2);
    if (out.year == 0 || *number > calendar::days_in_month(out.year, out.month)) return std::nullopt;
  }
  return with_day(out);
}
/// nth, weekday, month; without a weekday the nth day itself ("the last day of June"), without a month the next.
Partial nth(Arguments a) {
  const PartialTime* named = part_at(a, 1);
  const PartialTime* month = part_at(a, 2);
  if (named != nullptr && named->day && named->day->kind != DayChoice::Weekday && month == nullptr) {
    month = named;
    named = nullptr;
  }
  const std::optional<int> count = whole_at(a, 0, -1, named != nullptr ? 5 : 31);
  if (!count || *count == 0) return std::nullopt;
  DayChoice out{.kind = DayChoice::NthWeekday, .nth = *count};
  if (named != nullptr) {
    if (!named->day || named->day->kind != DayChoice::Weekday) return std::nullopt;
    out.number = named->day->number;
  }
  if (month != nullptr) {
    if (!month->day) return std::nullopt;
    if (month->day->kind == DayChoice::NamedMonth) {
      out.month = month->day->month;
    } else if (month->day->kind == DayChoice::Month) {
      out.more_months = month->day->number;
      out.which = DayChoice::This;
    } else {
      return std::nullopt;
    }
  }
  return with_day(out);
}
Partial feast(Arguments a) {
  const std::optional<int> number = whole_at(a, 0, 0, 1000);
  return number ? with_day({.kind = DayChoice::Feast, .number = *number}) : std::nullopt;
}
template <DayChoice::Kind kKind>
Partial stretch(Arguments a) {
  const std::optional<int> number = whole_at(a, 0, -400, 400);
  return number ? with_day({.kind = kKind, .number = *number}) : std::nullopt;
}

/// "this", "coming", "next", "last" before or after a day.
template <DayChoice::Which kWhich>
Partial which(Arguments a) {
  const PartialTime* part = part_at(a, 0);
  if (part == nullptr || !part->day || part->day->which != DayChoice::Any) return std::nullopt;
  const DayChoice::Kind kind = part->day->kind;
  const bool takes = kind == DayChoice::Weekday || kind == DayChoice::Feast || kind == DayChoice::NamedMonth ||
                     kind == DayChoice::Date || kind == DayChoice::Season || kind == DayChoice::Weekend;
  if (!takes) return std::nullopt;
  PartialTime out = *part;
  out.day->which = kWhich;
  return out;
}
/// A day, so much later (or earlier, by a third argument of -1): "Friday in two weeks", "a week from tomorrow".
Partial later(Arguments a) {
  const PartialTime* at = part_at(a, 0);
  const PartialTime* by = part_at(a, 1);
  if (at == nullptr || by == nullptr || !by->length) return std::nullopt;
  const int sign = number_at(a, 2).value_or(1) < 0 ? -1 : 1;
  const TimeLength& length = *by->length;
  PartialTime out = *at;
  if (length.seconds != 0) {
    if (!(at->clock || at->sun || at->part || at->now) || at->shift_s != 0) return std::nullopt;
    if (length.days != 0 || length.months != 0) return std::nullopt;
    out.shift_s = sign * length.seconds;
    return out;
  }
  if (!at->day) return std::nullopt;
  out.day->more_days += sign * length.days;
  out.day->more_months += sign * length.months;
  return out;
}

/// day, months from this one: "the 3rd of next month".
Partial day_of(Arguments a) {
  const std::optional<int> day = whole_at(a, 0, 1, 31), months = whole_at(a, 1, 0, 24);
  if (!day || !months) return std::nullopt;
  return with_day({.kind = DayChoice::NthWeekday, .which = DayChoice::This, .nth = *day, .more_months = *months});
}

/// A day and days more: "tomorrow week".
Partial later_days(Arguments a) {
  const PartialTime* at = part_at(a, 0);
  const std::optional<int> days = whole_at(a, 1, -400, 400);
  if (at == nullptr || !at->day || !days) return std::nullopt;
  PartialTime out = *at;
  out.day->more_days += *days;
  return out;
}

constexpr std::array kActions{
    TimeActionEntry{"day", &day, 1, 1},
    TimeActionEntry{"weekday", &weekday, 1, 1},
    TimeActionEntry{"weekday_next_week", &weekday_next_week, 1, 1},
    TimeActionEntry{"month_name", &month_name, 1, 1},
    TimeActionEntry{"date", &date, 1, 3},
    TimeActionEntry{"nth", &nth, 1, 3},
    TimeActionEntry{"feast", &feast, 1, 1},
    TimeActionEntry{"week", &stretch<DayChoice::Week>, 1, 1},
    TimeActionEntry{"weekend", &stretch<DayChoice::Weekend>, 1, 1},
    TimeActionEntry{"month", &stretch<DayChoice::Month>, 1, 1},
    TimeActionEntry{"season", &stretch<DayChoice::Season>, 1, 1},
    TimeActionEntry{"year", &stretch<DayChoice::Year>, 1, 1},
    TimeActionEntry{"this", &which<DayChoice::This>, 1, 1},
    TimeActionEntry{"coming", &which<DayChoice::Coming>, 1, 1},
    TimeActionEntry{"next", &which<DayChoice::Next>, 1, 1},
    TimeActionEntry{"last", &which<DayChoice::Last>, 1, 1},
    TimeActionEntry{"later", &later, 2, 3},
    TimeActionEntry{"day_of", &day_of, 2, 2},
    TimeActionEntry{"later_days", &later_days, 2, 2},
};

}  // namespace

std::span<const TimeActionEntry> day_actions() { return kActions; }

}  // namespace hearth::understand
