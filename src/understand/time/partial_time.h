// What a few words say about time, before it is known which moment that is.
#pragma once

#include <optional>
#include <vector>

#include "calendar/recurrence.h"
#include "calendar/sun.h"
#include "flow/when.h"

namespace hearth::understand {

/// What a clock shows, as it was said.
struct ClockTime {
  int hour = 0;  ///< 0 to 24; of a dial 1 to 12
  int minute = 0, second = 0;
  /// Dial: "six", morning or evening. Face: said as on a clock of 24 hours, but people say so of the dial too ("sechs
  /// Uhr"). Fixed: no doubt ("18:00", "6 pm").
  enum Half : uint8_t { Dial, Face, Fixed };
  Half half = Dial;
  bool operator==(const ClockTime&) const = default;
};

/// "Morning": minutes after a day's midnight, `to` up to 36 hours.
struct DayPart {
  int from = 0, to = 0;
  bool operator==(const DayPart&) const = default;
};

enum class TimeUnit : uint8_t { Second, Minute, Hour, Day, Week, Month, Year };

/// A length of time. Days and months are the calendar's, not a number of seconds.
struct TimeLength {
  double seconds = 0;
  int days = 0, months = 0;
  TimeUnit finest = TimeUnit::Second;  ///< the unit said last
  bool operator==(const TimeLength&) const = default;
};

/// Which day, or which longer stretch of the calendar.
struct DayChoice {
  enum Kind : uint8_t { Offset, Weekday, Date, NthWeekday, Feast, Week, Weekend, NamedMonth, Month, Season, Year };
  enum Which : uint8_t { Any, This, Coming, Next, NextWeek, Last };
  Kind kind = Offset;
  Which which = Any;
  int number = 0;  ///< days from today; ISO weekday; day of the month; feast; weeks, months or years from this; season
  int nth = 0;     ///< of NthWeekday, negative from the end; its `number` 0 is any day
  int month = 0, year = 0;             ///< 0: not said
  int more_days = 0, more_months = 0;  ///< "Friday in two weeks"
  int weekday = 0;                     ///< said beside a date: "Friday, 4 December"
  bool operator==(const DayChoice&) const = default;
};

/// What was said, part by part; a rule adds parts or joins two of these.
struct PartialTime {
  std::optional<double> number;
  int written_digits = 0;  ///< of the number: "06" has two; 0 for a word
  std::optional<TimeUnit> unit;
  std::optional<ClockTime> clock;
  std::optional<DayPart> part;
  std::optional<calendar::SunEvent> sun;
  std::optional<DayChoice> day;
  std::optional<TimeLength> length;
  std::optional<calendar::Recurrence> repeat;
  double shift_s = 0;  ///< "ten minutes before …"
  flow::When::Role role = flow::When::At;
  bool now = false;     ///< "now"
  bool within = false;  ///< of a length: "in the next …"
  bool ago = false;
  bool shy = false;              ///< a lone day of the month: "on the second" is none in "on the second lamp"
  std::vector<PartialTime> end;  ///< of Between: one
  bool operator==(const PartialTime&) const = default;

  /// Whether it names a moment or a day.
  bool is_point() const { return clock || part || sun || day || now; }
};

}  // namespace hearth::understand
