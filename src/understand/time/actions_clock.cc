#include <algorithm>
#include <array>
#include <cstdlib>

#include "understand/time/action_parts.h"

namespace hearth::understand {
namespace {

constexpr int kDay = 24 * 60;

Partial with_clock(const ClockTime& clock) {
  PartialTime out;
  out.clock = clock;
  return out;
}
const ClockTime* clock_at(Arguments a, size_t index) {
  const PartialTime* part = part_at(a, index);
  return part != nullptr && part->clock ? &*part->clock : nullptr;
}

/// hour, minutes, seconds: "7", "6:30". A leading zero and what no dial shows leave no doubt.
Partial dial(Arguments a) {
  const std::optional<int> hour = whole_at(a, 0, 0, 24);
  if (!hour) return std::nullopt;
  ClockTime clock{.hour = *hour};
  for (size_t i = 1; i < a.size(); ++i) {
    const std::optional<int> value = whole_at(a, i, 0, 59);
    if (!value || (part_at(a, i) != nullptr && part_at(a, i)->written_digits == 1)) return std::nullopt;
    (i == 1 ? clock.minute : clock.second) = *value;
  }
  if (clock.hour == 24 && (clock.minute != 0 || clock.second != 0)) return std::nullopt;
  const PartialTime* first = part_at(a, 0);
  const bool padded = first != nullptr && first->written_digits == 2 && clock.hour < 10;
  if (first != nullptr && first->written_digits > 2) return std::nullopt;
  if (padded || clock.hour == 0 || clock.hour > 12) clock.half = ClockTime::Fixed;
  return with_clock(clock);
}
/// The same, said as people do on a clock of 24 hours, but of the dial too.
Partial face(Arguments a) {
  if (const ClockTime* clock = clock_at(a, 0)) {
    ClockTime out = *clock;
    if (out.half == ClockTime::Dial) out.half = ClockTime::Face;
    return with_clock(out);
  }
  Partial out = dial(a);
  if (out && out->clock->half == ClockTime::Dial) out->clock->half = ClockTime::Face;
  return out;
}
/// Hour, minutes, seconds of 24 hours, without doubt.
Partial clock24(Arguments a) {
  Partial out = dial(a);
  if (out) out->clock->half = ClockTime::Fixed;
  return out;
}

/// "1730": a number of four digits.
Partial military(Arguments a) {
  const std::optional<int> number = whole_at(a, 0, 0, 2359);
  if (!number || part_at(a, 0) == nullptr || part_at(a, 0)->written_digits != 4 || *number % 100 > 59) {
    return std::nullopt;
  }
  return with_clock({.hour = *number / 100, .minute = *number % 100, .half = ClockTime::Fixed});
}

/// Minutes added on the dial: "quarter to one" is 12:45.
Partial shifted(const ClockTime& clock, int minutes) {
  ClockTime out = clock;
  const bool open = clock.half != ClockTime::Fixed;
  const int around = open ? 12 * 60 : kDay;
  int at = ((clock.hour * 60 + clock.minute + minutes) % around + around) % around;
  if (open && at < 60) at += 12 * 60;
  out.hour = at / 60;
  out.minute = at % 60;
  return with_clock(out);
}
Partial plus(Arguments a) {
  const ClockTime* clock = clock_at(a, 0);
  const std::optional<int> minutes = whole_at(a, 1, 0, 59);
  return clock != nullptr && minutes && clock->minute + *minutes < 60 ? shifted(*clock, *minutes) : std::nullopt;
}
/// Only what takes two digits: "seven thirty", not "seven five".
Partial plus_tens(Arguments a) { return whole_at(a, 1, 10, 59) ? plus(a) : std::nullopt; }
Partial minus(Arguments a) {
  const ClockTime* clock = clock_at(a, 0);
  const std::optional<int> minutes = whole_at(a, 1, 1, 59);
  return clock != nullptr && minutes ? shifted(*clock, -*minutes) : std::nullopt;
}

Partial halved(Arguments a, bool afternoon) {
  const ClockTime* clock = clock_at(a, 0);
  if (clock == nullptr) return std::nullopt;
  ClockTime out = *clock;
  if (out.half == ClockTime::Fixed) {
    const bool fits = afternoon ? out.hour >= 12 && out.hour < 24 : out.hour < 12;
    return fits ? with_clock(out) : std::nullopt;
  }
  out.hour = out.hour % 12 + (afternoon ? 12 : 0);
  out.half = ClockTime::Fixed;
  return with_clock(out);
}
Partial am(Arguments a) { return halved(a, false); }
Partial pm(Arguments a) { return halved(a, true); }

/// from, to: hours after midnight; past 24 is the next day.
Partial part(Arguments a) {
  const std::optional<double> from = number_at(a, 0), to = number_at(a, 1);
  if (!from || !to || *from < 0 || *to > 36 || *from >= *to) return std::nullopt;
  PartialTime out;
  out.part = DayPart{static_cast<int>(std::lround(*from * 60)), static_cast<int>(std::lround(*to * 60))};
  return out;
}

/// A day, from, to: "Friday night".
Partial with_part(Arguments a) {
  const PartialTime* day = part_at(a, 0);
  if (day == nullptr || !day->day || day->part || day->clock || a.size() != 3) return std::nullopt;
  Partial out = part(a.subspan(1));
  if (out) out->day = day->day;
  return out;
}
/// ISO weekday, from, to: "Freitagabend".
Partial weekday_part(Arguments a) {
  const std::optional<int> number = whole_at(a, 0, 1, 7);
  if (!number || a.size() != 3) return std::nullopt;
  Partial out = part(a.subspan(1));
  if (out) out->day = DayChoice{.kind = DayChoice::Weekday, .number = *number};
  return out;
}
/// Days from today, from, to: "tonight".
Partial on_part(Arguments a) {
  const std::optional<int> days = whole_at(a, 0, -400, 400);
  if (!days || a.size() != 3) return std::nullopt;
  Partial out = part(a.subspan(1));
  if (out) out->day = DayChoice{.number = *days};
  return out;
}

template <calendar::SunEvent kEvent>
Partial sun(Arguments /*a*/) {
  PartialTime out;
  out.sun = kEvent;
  return out;
}
Partial right_now(Arguments /*a*/) {
  PartialTime out;
  out.now = true;
  return out;
}

/// "This time tomorrow".
Partial same_time(Arguments a) {
  const PartialTime* day = part_at(a, 0);
  if (day == nullptr || !day->day || day->clock || day->part) return std::nullopt;
  PartialTime out = *day;
  out.now = true;
  return out;
}

constexpr std::array kActions{
    TimeActionEntry{"dial", &dial, 1, 3},
    TimeActionEntry{"face", &face, 1, 3},
    TimeActionEntry{"clock24", &clock24, 1, 3},
    TimeActionEntry{"military", &military, 1, 1},
    TimeActionEntry{"plus", &plus, 2, 2},
    TimeActionEntry{"plus_tens", &plus_tens, 2, 2},
    TimeActionEntry{"minus", &minus, 2, 2},
    TimeActionEntry{"am", &am, 1, 1},
    TimeActionEntry{"pm", &pm, 1, 1},
    TimeActionEntry{"part", &part, 2, 2},
    TimeActionEntry{"with_part", &with_part, 3, 3},
    TimeActionEntry{"weekday_part", &weekday_part, 3, 3},
    TimeActionEntry{"on_part", &on_part, 3, 3},
    TimeActionEntry{"same_time", &same_time, 1, 1},
    TimeActionEntry{"dawn", &sun<calendar::SunEvent::Dawn>, 0, 0},
    TimeActionEntry{"sunrise", &sun<calendar::SunEvent::Sunrise>, 0, 0},
    TimeActionEntry{"sunset", &sun<calendar::SunEvent::Sunset>, 0, 0},
    TimeActionEntry{"dusk", &sun<calendar::SunEvent::Dusk>, 0, 0},
    TimeActionEntry{"now", &right_now, 0, 0},
};

/// Minutes around the clock from `at` to the nearest moment of the part; 0 inside.
int distance(int at, const DayPart& part) {
  int best = kDay;
  for (const int day : {-kDay, 0, kDay}) {
    const int moment = at + day;
    const int away = moment < part.from ? part.from - moment : (moment >= part.to ? moment - part.to + 1 : 0);
    best = std::min(best, away);
  }
  return best;
}

}  // namespace

std::span<const TimeActionEntry> clock_actions() { return kActions; }

std::optional<ClockTime> in_part(const ClockTime& clock, const DayPart& part) {
  constexpr int kFarthest = 3 * 60;
  ClockTime out = clock;
  if (clock.half != ClockTime::Fixed) {
    const int first = clock.hour % 12 * 60 + clock.minute;
    const bool later = distance(first + kDay / 2, part) < distance(first, part);
    out.hour = clock.hour % 12 + (later ? 12 : 0);
    out.half = ClockTime::Fixed;
  }
  if (distance(out.hour * 60 + out.minute, part) > kFarthest) return std::nullopt;
  return out;
}

}  // namespace hearth::understand
