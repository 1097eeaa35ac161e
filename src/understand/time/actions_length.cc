#include <algorithm>
#include <array>

#include "understand/time/action_parts.h"

namespace hearth::understand {
namespace {

using flow::When;

constexpr double kMost = 1e8;  ///< seconds: three years

Partial with_length(const TimeLength& length) {
  if (length.seconds > kMost || length.days > 40000 || length.months > 1200) return std::nullopt;
  if (length.seconds <= 0 && length.days <= 0 && length.months <= 0) return std::nullopt;
  PartialTime out;
  out.length = length;
  return out;
}

template <TimeUnit kUnit>
Partial unit(Arguments /*a*/) {
  PartialTime out;
  out.unit = kUnit;
  return out;
}

std::optional<TimeLength> times(double number, TimeUnit unit) {
  TimeLength out{.finest = unit};
  const double days = unit == TimeUnit::Week ? number * 7 : number;
  const double months = unit == TimeUnit::Year ? number * 12 : number;
  switch (unit) {
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Hour:
      out.seconds = number * (unit == TimeUnit::Second ? 1 : unit == TimeUnit::Minute ? 60 : 3600);
      return out;
    case TimeUnit::Day:
    case TimeUnit::Week:
      out.days = static_cast<int>(std::min(days, 1e6));
      if (days != std::floor(days)) out.seconds = (days - std::floor(days)) * 86400;
      return out;
    default:
      if (months != std::floor(months)) return std::nullopt;
      out.months = static_cast<int>(std::min(months, 1e6));
      return out;
  }
}
/// number, unit
Partial length(Arguments a) {
  const std::optional<double> number = number_at(a, 0);
  const PartialTime* of = part_at(a, 1);
  if (!number || of == nullptr || !of->unit) return std::nullopt;
  const std::optional<TimeLength> out = times(*number, *of->unit);
  return out ? with_length(*out) : std::nullopt;
}
/// A number of a unit that the rule names.
template <TimeUnit kUnit>
Partial length_in(Arguments a) {
  const std::optional<double> number = number_at(a, 0);
  const std::optional<TimeLength> out = number ? times(*number, kUnit) : std::nullopt;
  return out ? with_length(*out) : std::nullopt;
}
/// number, share, unit: "two and a half hours".
Partial length_more(Arguments a) {
  const std::optional<double> number = number_at(a, 0), share = number_at(a, 1);
  const PartialTime* of = part_at(a, 2);
  if (!number || !share || of == nullptr || !of->unit) return std::nullopt;
  const std::optional<TimeLength> out = times(*number + *share, *of->unit);
  return out ? with_length(*out) : std::nullopt;
}
TimeLength added(const TimeLength& a, const TimeLength& b) {
  return {a.seconds + b.seconds, a.days + b.days, a.months + b.months, b.finest};
}
/// The longer unit first: "an hour and ten minutes".
Partial sum(Arguments a) {
  const PartialTime* first = part_at(a, 0);
  const PartialTime* second = part_at(a, 1);
  if (first == nullptr || second == nullptr || !first->length || !second->length) return std::nullopt;
  if (first->length->finest <= second->length->finest) return std::nullopt;
  return with_length(added(*first->length, *second->length));
}
/// length, share: "two hours and a half" adds half of the unit said last.
Partial more(Arguments a) {
  const PartialTime* first = part_at(a, 0);
  const std::optional<double> share = number_at(a, 1);
  if (first == nullptr || !first->length || !share) return std::nullopt;
  const std::optional<TimeLength> rest = times(*share, first->length->finest);
  return rest ? with_length(added(*first->length, *rest)) : std::nullopt;
}
/// "1 hour 30": of the next smaller unit.
Partial and_minutes(Arguments a) {
  const PartialTime* first = part_at(a, 0);
  const std::optional<int> rest = whole_at(a, 1, 1, 59);
  if (first == nullptr || !first->length || !rest) return std::nullopt;
  if (first->length->finest != TimeUnit::Hour && first->length->finest != TimeUnit::Minute) return std::nullopt;
  const auto smaller = first->length->finest == TimeUnit::Hour ? TimeUnit::Minute : TimeUnit::Second;
  return with_length(added(*first->length, *times(*rest, smaller)));
}

/// "for half an hour".
Partial lasting(Arguments a) {
  const PartialTime* of = part_at(a, 0);
  if (of == nullptr || (!of->length && !of->unit)) return std::nullopt;
  PartialTime out = *of;
  if (!out.length) out.length = times(1, *of->unit);
  out.unit.reset();
  out.role = When::For;
  return out;
}
/// "in ten minutes". Whole days name a day, to which a time may still come: "in two days at eight".
Partial after(Arguments a) {
  const PartialTime* of = part_at(a, 0);
  if (of == nullptr || !of->length) return std::nullopt;
  PartialTime out = *of;
  out.role = When::After;
  if (of->length->seconds == 0) {
    out.day = DayChoice{.more_days = of->length->days, .more_months = of->length->months};
  }
  return out;
}
Partial ago(Arguments a) {
  const PartialTime* of = part_at(a, 0);
  if (of == nullptr || !of->length) return std::nullopt;
  PartialTime out;
  if (of->length->seconds == 0) {
    out.day = DayChoice{.more_days = -of->length->days, .more_months = -of->length->months};
    return out;
  }
  out.length = of->length;
  out.ago = true;
  return out;
}
/// "in the next three hours".
Partial within(Arguments a) {
  const PartialTime* of = part_at(a, 0);
  if (of == nullptr || (!of->length && !of->unit)) return std::nullopt;
  PartialTime out = *of;
  if (!out.length) out.length = times(1, *of->unit);
  out.unit.reset();
  out.role = When::Between;
  out.within = true;
  return out;
}

/// number, unit: "pendant les deux prochaines heures".
Partial for_units(Arguments a) {
  const Partial of = length(a);
  const std::array<ActionArgument, 1> inner{ActionArgument{0, of ? &*of : nullptr}};
  return lasting(inner);
}
Partial within_units(Arguments a) {
  const Partial of = length(a);
  const std::array<ActionArgument, 1> inner{ActionArgument{0, of ? &*of : nullptr}};
  return within(inner);
}
/// "1 h 30".
Partial hours_minutes(Arguments a) {
  const std::optional<int> hours = whole_at(a, 0, 0, 99), minutes = whole_at(a, 1, 0, 59);
  if (!hours || !minutes) return std::nullopt;
  return with_length({.seconds = *hours * 3600.0 + *minutes * 60.0, .finest = TimeUnit::Minute});
}

Partial until(Arguments a) {
  const PartialTime* of = part_at(a, 0);
  if (of == nullptr || !of->is_point() || of->role != When::At || of->repeat) return std::nullopt;
  PartialTime out = *of;
  out.role = When::Until;
  return out;
}
/// Two clocks, where the second may tell the half of the first ("from 7 to 9 pm"), or two days.
Partial between(Arguments a) {
  const PartialTime* first = part_at(a, 0);
  const PartialTime* second = part_at(a, 1);
  if (first == nullptr || second == nullptr) return std::nullopt;
  if (first->role != When::At || second->role != When::At || first->repeat || second->repeat) return std::nullopt;
  const bool clocks = (first->clock || first->sun) && (second->clock || second->sun);
  const bool days = first->day && second->day && !first->clock && !second->clock && !first->part && !second->part;
  if (!clocks && !days) return std::nullopt;
  PartialTime out = *first;
  PartialTime last = *second;
  if (out.clock && last.clock && out.clock->half != ClockTime::Fixed && last.clock->half == ClockTime::Fixed) {
    const int to = last.clock->hour * 60 + last.clock->minute;
    const int from = out.clock->hour * 60 + out.clock->minute;
    const int long_s = ((to - from) % 720 + 720) % 720;
    const int start = ((to - (long_s == 0 ? 720 : long_s)) % 1440 + 1440) % 1440;
    out.clock->hour = start / 60;
    out.clock->half = ClockTime::Fixed;
  }
  // "from nine to ten tonight": the day was said last and is that of the beginning.
  if (clocks && last.day && !out.day) {
    out.day = last.day;
    if (last.part && !out.part) out.part = last.part;
    last.day.reset();
    last.part.reset();
  }
  out.role = When::Between;
  out.end = {std::move(last)};
  return out;
}

constexpr std::array kActions{
    TimeActionEntry{"second", &unit<TimeUnit::Second>, 0, 0},
    TimeActionEntry{"minute", &unit<TimeUnit::Minute>, 0, 0},
    TimeActionEntry{"hour", &unit<TimeUnit::Hour>, 0, 0},
    TimeActionEntry{"day_unit", &unit<TimeUnit::Day>, 0, 0},
    TimeActionEntry{"week_unit", &unit<TimeUnit::Week>, 0, 0},
    TimeActionEntry{"month_unit", &unit<TimeUnit::Month>, 0, 0},
    TimeActionEntry{"year_unit", &unit<TimeUnit::Year>, 0, 0},
    TimeActionEntry{"length", &length, 2, 2},
    TimeActionEntry{"length_more", &length_more, 3, 3},
    TimeActionEntry{"seconds", &length_in<TimeUnit::Second>, 1, 1},
    TimeActionEntry{"minutes", &length_in<TimeUnit::Minute>, 1, 1},
    TimeActionEntry{"hours", &length_in<TimeUnit::Hour>, 1, 1},
    TimeActionEntry{"days", &length_in<TimeUnit::Day>, 1, 1},
    TimeActionEntry{"weeks", &length_in<TimeUnit::Week>, 1, 1},
    TimeActionEntry{"sum", &sum, 2, 2},
    TimeActionEntry{"more", &more, 2, 2},
    TimeActionEntry{"and_minutes", &and_minutes, 2, 2},
    TimeActionEntry{"for", &lasting, 1, 1},
    TimeActionEntry{"after", &after, 1, 1},
    TimeActionEntry{"ago", &ago, 1, 1},
    TimeActionEntry{"within", &within, 1, 1},
    TimeActionEntry{"for_units", &for_units, 2, 2},
    TimeActionEntry{"within_units", &within_units, 2, 2},
    TimeActionEntry{"hours_minutes", &hours_minutes, 2, 2},
    TimeActionEntry{"until", &until, 1, 1},
    TimeActionEntry{"between", &between, 2, 2},
};

}  // namespace

std::span<const TimeActionEntry> length_actions() { return kActions; }

}  // namespace hearth::understand
