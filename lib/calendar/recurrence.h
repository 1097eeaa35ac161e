// Things that happen again and again: the part of RFC 5545 recurrence rules that a home needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "calendar/civil.h"
#include "calendar/zone.h"

namespace hearth::calendar {

/// A rule without its start and zone: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" (RFC 5545, section 3.3.10).
/// Left out of the standard: SECONDLY, BYHOUR, BYMINUTE, BYSECOND, BYWEEKNO, BYYEARDAY, BYSETPOS, WKST (weeks start on
/// Monday); the start gives the time of day. A plain value; every function on it is const and thread-safe.
struct Recurrence {
  enum Frequency : unsigned char { Minutely, Hourly, Daily, Weekly, Monthly, Yearly };
  /// 2MO is {2, Monday}, -1FR {-1, Friday}; nth 0 is every such day. Counted in the month, or in the year of a yearly
  /// rule without BYMONTH.
  struct Day {
    int nth = 0;
    Weekday weekday = Weekday::Monday;
    bool operator==(const Day&) const = default;
  };
  /// A moment written as text: in UTC ("…Z"), civil, or a whole civil day.
  struct Moment {
    enum Form : unsigned char { Utc, Civil, WholeDay };
    CivilTime at;
    Form form = Civil;
    bool operator==(const Moment&) const = default;
  };

  Frequency frequency = Daily;
  int interval = 1;               ///< 1 to 100000
  std::vector<Day> by_day;        ///< in the order written
  std::vector<int> by_month_day;  ///< 1 to 31, or -1 (the last) to -31
  std::vector<int> by_month;      ///< 1 to 12
  std::optional<int> count;       ///< 1 to 100000; not together with `until`; counts civil times, exceptions too
  std::optional<Moment> until;    ///< the last moment at which it may happen
  std::vector<Moment> except;     ///< EXDATE

  bool operator==(const Recurrence&) const = default;

  /// Reads "[RRULE:]FREQ=…" and further lines "EXDATE[;VALUE=DATE]:20261224T063000,…", in any case of letters.
  /// Errors: InvalidInput with the part at fault as its place ("BYDAY") and what was expected there.
  static Result<Recurrence> parse(std::string_view text);

  /// The first time strictly after `after` that the rule, begun at `start` in `zone`, comes round; nothing when it
  /// ended or never comes (30 February). Civil times that do not exist or come twice are placed as Zone::to_utc does,
  /// so "daily at 06:30" is 06:30 all year. Hourly and minutely rules count elapsed time from the start instead, and
  /// the BY parts choose days. `start` itself counts only where it fits the rule. Gives up after 20000 days
  /// or weeks, 5000 months or 500 years without a hit, so a rule that never comes costs a bounded time as well.
  std::optional<Time> next_after(Time after, const CivilTime& start, const Zone& zone) const;
};

/// The one-line form that parse reads, EXDATE on a line of its own where there are exceptions.
std::string to_string(const Recurrence& rule);

}  // namespace hearth::calendar
