#include <algorithm>
#include <array>

#include "understand/time/action_parts.h"

namespace hearth::understand {
namespace {

using calendar::Recurrence;

Partial with_rule(Recurrence rule) {
  PartialTime out;
  out.repeat = std::move(rule);
  return out;
}

std::optional<Recurrence> of_length(const TimeLength& length, int interval) {
  Recurrence rule;
  const auto scaled = [interval](double value) { return static_cast<int>(value) * interval; };
  const bool whole_minutes = length.seconds == std::floor(length.seconds / 60) * 60;
  if (length.months > 0 && length.days == 0 && length.seconds == 0) {
    rule.frequency = length.months % 12 == 0 ? Recurrence::Yearly : Recurrence::Monthly;
    rule.interval = scaled(length.months % 12 == 0 ? length.months / 12 : length.months);
  } else if (length.days > 0 && length.months == 0 && length.seconds == 0) {
    const bool weeks = length.finest == TimeUnit::Week;
    rule.frequency = weeks ? Recurrence::Weekly : Recurrence::Daily;
    rule.interval = scaled(weeks ? length.days / 7 : length.days);
  } else if (length.seconds >= 60 && length.days == 0 && length.months == 0 && whole_minutes) {
    const int minutes = static_cast<int>(length.seconds / 60);
    rule.frequency = minutes % 60 == 0 ? Recurrence::Hourly : Recurrence::Minutely;
    rule.interval = scaled(minutes % 60 == 0 ? minutes / 60 : minutes);
  } else {
    return std::nullopt;
  }
  return rule.interval >= 1 && rule.interval <= 10000 ? std::optional(rule) : std::nullopt;
}

std::optional<Recurrence> of_day(const DayChoice& day, int interval) {
  Recurrence rule;
  rule.interval = interval;
  if (day.which != DayChoice::Any || day.more_days != 0 || day.more_months != 0 || day.year != 0) return std::nullopt;
  switch (day.kind) {
    case DayChoice::Weekday:
      rule.frequency = Recurrence::Weekly;
      rule.by_day = {{0, static_cast<calendar::Weekday>(day.number)}};
      return rule;
    case DayChoice::NthWeekday:
      rule.frequency = day.month != 0 ? Recurrence::Yearly : Recurrence::Monthly;
      if (day.month != 0) rule.by_month = {day.month};
      if (day.number == 0) {
        rule.by_month_day = {day.nth};
      } else {
        rule.by_day = {{day.nth, static_cast<calendar::Weekday>(day.number)}};
      }
      return rule;
    case DayChoice::Date:
      rule.frequency = day.month != 0 ? Recurrence::Yearly : Recurrence::Monthly;
      if (day.month != 0) rule.by_month = {day.month};
      rule.by_month_day = {day.number};
      return rule;
    case DayChoice::Weekend:
      rule.frequency = Recurrence::Weekly;
      rule.by_day = {{0, calendar::Weekday::Saturday}, {0, calendar::Weekday::Sunday}};
      return rule;
    default:
      return std::nullopt;
  }
}

/// What, and every how many-th of it (1 when missing): "every day", "every other Tuesday", "every three hours".
Partial every(Arguments a) {
  const PartialTime* what = part_at(a, 0);
  const std::optional<int> interval = a.size() > 1 ? whole_at(a, 1, 1, 1000) : 1;
  if (what == nullptr || !interval || what->role != flow::When::At || what->repeat) return std::nullopt;
  std::optional<Recurrence> rule;
  if (what->length) {
    rule = of_length(*what->length, *interval);
  } else if (what->unit) {
    TimeLength one{.finest = *what->unit};
    if (*what->unit == TimeUnit::Minute) one.seconds = 60;
    if (*what->unit == TimeUnit::Hour) one.seconds = 3600;
    if (*what->unit == TimeUnit::Day) one.days = 1;
    if (*what->unit == TimeUnit::Week) one.days = 7;
    if (*what->unit == TimeUnit::Month) one.months = 1;
    if (*what->unit == TimeUnit::Year) one.months = 12;
    rule = of_length(one, *interval);
  } else if (what->day) {
    rule = of_day(*what->day, *interval);
  } else if (what->part || what->clock || what->sun) {
    rule = Recurrence{.frequency = Recurrence::Daily, .interval = *interval};
  }
  if (!rule) return std::nullopt;
  PartialTime out = with_rule(std::move(*rule)).value();
  out.part = what->part;
  out.clock = what->clock;
  out.sun = what->sun;
  out.shift_s = what->shift_s;
  return out;
}
/// Weekdays by their ISO numbers, weekly.
Partial weekly(Arguments a) {
  Recurrence rule{.frequency = Recurrence::Weekly};
  for (size_t i = 0; i < a.size(); ++i) {
    const std::optional<int> day = whole_at(a, i, 1, 7);
    if (!day) return std::nullopt;
    rule.by_day.push_back({0, static_cast<calendar::Weekday>(*day)});
  }
  return with_rule(std::move(rule));
}
bool is_weekday(const PartialTime* part) {
  return part != nullptr && part->day && part->day->kind == DayChoice::Weekday && part->day->which == DayChoice::Any;
}
/// Two weekdays side by side: "Monday and Thursday".
Partial both(Arguments a) {
  const PartialTime* first = part_at(a, 0);
  const PartialTime* second = part_at(a, 1);
  if (!is_weekday(first) || !is_weekday(second) || first->day->number == second->day->number) return std::nullopt;
  Recurrence rule{.frequency = Recurrence::Weekly};
  for (const PartialTime* one : {first, second}) {
    rule.by_day.push_back({0, static_cast<calendar::Weekday>(one->day->number)});
  }
  std::ranges::sort(rule.by_day, {}, &Recurrence::Day::weekday);
  return with_rule(std::move(rule));
}
/// A weekly rule and one more day, a weekday or a weekly rule itself: "every Monday and Thursday".
Partial also(Arguments a) {
  const PartialTime* rule = part_at(a, 0);
  const PartialTime* day = part_at(a, 1);
  if (rule == nullptr || day == nullptr || !rule->repeat || rule->repeat->by_day.empty()) return std::nullopt;
  if (rule->repeat->frequency != Recurrence::Weekly || rule->clock || rule->part) return std::nullopt;
  PartialTime out = *rule;
  std::vector<Recurrence::Day> more;
  if (is_weekday(day)) {
    more = {{0, static_cast<calendar::Weekday>(day->day->number)}};
  } else if (day->repeat && day->repeat->frequency == Recurrence::Weekly &&
             day->repeat->interval == rule->repeat->interval && !day->clock && !day->part) {
    more = day->repeat->by_day;
  }
  if (more.empty()) return std::nullopt;
  for (const Recurrence::Day& one : more) {
    if (std::ranges::find(out.repeat->by_day, one) != out.repeat->by_day.end()) return std::nullopt;
    out.repeat->by_day.push_back(one);
  }
  std::ranges::sort(out.repeat->by_day, {}, &Recurrence::Day::weekday);
  return out;
}
/// Every day from one weekday to another: "Monday to Friday".
Partial weekdays_through(Arguments a) {
  const auto number = [&](size_t i) -> int {
    const PartialTime* part = part_at(a, i);
    if (is_weekday(part)) return part->day->number;
    const bool single = part != nullptr && part->repeat && part->repeat->frequency == Recurrence::Weekly &&
                        part->repeat->by_day.size() == 1 && !part->clock && !part->part;
    return single ? static_cast<int>(part->repeat->by_day[0].weekday) : 0;
  };
  const int from = number(0), to = number(1);
  if (from == 0 || to == 0 || from == to) return std::nullopt;
  Recurrence rule{.frequency = Recurrence::Weekly};
  for (int day = from;; day = day % 7 + 1) {
    rule.by_day.push_back({0, static_cast<calendar::Weekday>(day)});
    if (day == to) break;
  }
  std::ranges::sort(rule.by_day, {}, &Recurrence::Day::weekday);
  return with_rule(std::move(rule));
}

/// Every so many minutes, days or months (7 days: the same weekday).
Partial every_minutes(Arguments a) {
  const std::optional<int> minutes = whole_at(a, 0, 1, 100000);
  const auto rule = minutes ? of_length({.seconds = *minutes * 60.0}, 1) : std::nullopt;
  return rule ? with_rule(*rule) : std::nullopt;
}
Partial every_days(Arguments a) {
  const std::optional<int> days = whole_at(a, 0, 1, 1000);
  if (!days) return std::nullopt;
  const bool weeks = *days % 7 == 0;
  return with_rule(
      {.frequency = weeks ? Recurrence::Weekly : Recurrence::Daily, .interval = weeks ? *days / 7 : *days});
}
Partial every_months(Arguments a) {
  const std::optional<int> months = whole_at(a, 0, 1, 1200);
  const auto rule = months ? of_length({.months = *months}, 1) : std::nullopt;
  return rule ? with_rule(*rule) : std::nullopt;
}
/// Every day's part: from, to, as the action `part` takes them.
Partial every_part(Arguments a) {
  const std::optional<double> from = number_at(a, 0), to = number_at(a, 1);
  if (!from || !to || *from >= *to || *from < 0 || *to > 36) return std::nullopt;
  PartialTime out = with_rule({.frequency = Recurrence::Daily}).value();
  out.part = DayPart{static_cast<int>(*from * 60), static_cast<int>(*to * 60)};
  return out;
}
/// nth, weekday: of every month.
Partial every_nth(Arguments a) {
  const std::optional<int> count = whole_at(a, 0, -1, 5);
  const PartialTime* day = part_at(a, 1);
  if (!count || *count == 0 || !is_weekday(day)) return std::nullopt;
  const auto named = static_cast<calendar::Weekday>(day->day->number);
  return with_rule({.frequency = Recurrence::Monthly, .by_day = {{*count, named}}});
}
/// The day of every month, -1 its last.
Partial every_date(Arguments a) {
  const std::optional<int> day = whole_at(a, 0, -1, 31);
  if (!day || *day == 0) return std::nullopt;
  return with_rule({.frequency = Recurrence::Monthly, .by_month_day = {*day}});
}

constexpr std::array kActions{
    TimeActionEntry{"every", &every, 1, 2},
    TimeActionEntry{"weekly", &weekly, 1, 7},
    TimeActionEntry{"both", &both, 2, 2},
    TimeActionEntry{"also", &also, 2, 2},
    TimeActionEntry{"every_minutes", &every_minutes, 1, 1},
    TimeActionEntry{"every_days", &every_days, 1, 1},
    TimeActionEntry{"every_months", &every_months, 1, 1},
    TimeActionEntry{"every_part", &every_part, 2, 2},
    TimeActionEntry{"every_nth", &every_nth, 2, 2},
    TimeActionEntry{"every_date", &every_date, 1, 1},
    TimeActionEntry{"through", &weekdays_through, 2, 2},
};

}  // namespace

std::span<const TimeActionEntry> repeat_actions() { return kActions; }

}  // namespace hearth::understand
