#include "calendar/recurrence.h"

#include <algorithm>
#include <limits>

namespace hearth::calendar {
namespace {

/// Periods without a hit before a rule is held to be impossible: the calendar repeats every 400 years, and whatever
/// happens at all happens within 54 years of days.
int64_t patience_of(Recurrence::Frequency frequency) {
  switch (frequency) {
    case Recurrence::Yearly:
      return 500;
    case Recurrence::Monthly:
      return 5'000;
    default:
      return 20'000;
  }
}
constexpr int kLastYear = 9'990;  ///< far enough from 9999 that no arithmetic leaves the calendar

template <class T>
bool has(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// The BY parts as a question about a day.
class DayFilter {
 public:
  explicit DayFilter(const Recurrence& rule) : rule_(rule) {}

  bool accepts(const CivilTime& day) const { return month_fits(day) && month_day_fits(day) && weekday_fits(day); }
  /// No BY part at all: every day fits.
  bool open() const { return rule_.by_month.empty() && rule_.by_month_day.empty() && rule_.by_day.empty(); }

  bool month_fits(const CivilTime& day) const { return rule_.by_month.empty() || has(rule_.by_month, day.month); }

 private:
  bool month_day_fits(const CivilTime& day) const {
    if (rule_.by_month_day.empty()) return true;
    return has(rule_.by_month_day, day.day) ||
           has(rule_.by_month_day, day.day - days_in_month(day.year, day.month) - 1);
  }
  bool weekday_fits(const CivilTime& day) const {
    if (rule_.by_day.empty()) return true;
    const Weekday name = weekday(day);
    const bool in_year = rule_.frequency == Recurrence::Yearly && rule_.by_month.empty();
    const int from_start = in_year ? day_of_year(day) : day.day;
    const int length = in_year ? (is_leap_year(day.year) ? 366 : 365) : days_in_month(day.year, day.month);
    const int nth = (from_start - 1) / 7 + 1;
    const int nth_last = -((length - from_start) / 7 + 1);
    return std::any_of(rule_.by_day.begin(), rule_.by_day.end(), [&](const Recurrence::Day& wanted) {
      return wanted.weekday == name && (wanted.nth == 0 || wanted.nth == nth || wanted.nth == nth_last);
    });
  }

  const Recurrence& rule_;
};

/// UNTIL and EXDATE, read in the zone of the rule.
class Limits {
 public:
  Limits(const Recurrence& rule, const Zone& zone) : rule_(rule), zone_(zone) {
    if (!rule.until) return;
    const CivilTime& at = rule.until->at;
    switch (rule.until->form) {
      case Recurrence::Moment::Utc:
        last_ = Zone().to_utc(at);
        break;
      case Recurrence::Moment::Civil:
        last_ = zone.to_utc(at);
        break;
      case Recurrence::Moment::WholeDay:
        last_ = zone.to_utc(add_days(at, 1)) - Duration{1};
        break;
    }
  }
  bool ended(Time time) const { return time > last_; }
  bool excluded(Time time) const {
    return std::any_of(rule_.except.begin(), rule_.except.end(), [&](const Recurrence::Moment& moment) {
      switch (moment.form) {
        case Recurrence::Moment::Utc:
          return Zone().to_utc(moment.at) == time;
        case Recurrence::Moment::Civil:
          return zone_.to_utc(moment.at) == time;
        default:
          return at_midnight(zone_.to_civil(time)) == moment.at;
      }
    });
  }

 private:
  const Recurrence& rule_;
  const Zone& zone_;
  Time last_ = kNever;
};

/// Walks a rule of days, weeks, months or years, period by period, in civil time.
class CivilWalk {
 public:
  CivilWalk(const Recurrence& rule, const CivilTime& start) : rule_(rule), start_(start), filter_(rule) {}

  /// The period that holds the civil day, or the last one before it; 0 is the start's.
  int64_t period_of(const CivilTime& day) const {
    return std::max<int64_t>(0, (unit(day) - unit(start_)) / rule_.interval);
  }
  /// The civil times of period `index` that are not before the start, in order. Empty beyond the calendar.
  void list(int64_t index, std::vector<CivilTime>& out) const {
    out.clear();
    const int64_t at = unit(start_) + index * rule_.interval;
    switch (rule_.frequency) {
      case Recurrence::Daily:
        list_days(at, at, out);
        break;
      case Recurrence::Weekly:
        list_days(at * 7 - 3, at * 7 + 3, out);
        break;  // Monday 1969-12-29 is day -3
      case Recurrence::Monthly:
        list_month(at, out);
        break;
      default:
        list_year(static_cast<int>(at), out);
        break;
    }
  }
  bool beyond(int64_t index) const {
    const int64_t at = unit(start_) + index * rule_.interval;
    return at > unit({.year = kLastYear});
  }

 private:
  /// Days, weeks, months or years since a fixed point.
  int64_t unit(const CivilTime& day) const {
    switch (rule_.frequency) {
      case Recurrence::Daily:
        return day_number(day);
      case Recurrence::Weekly:
        return floor_divide(day_number(day) + 3, 7);
      case Recurrence::Monthly:
        return int64_t{day.year} * 12 + day.month - 1;
      default:
        return day.year;
    }
  }
  static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

  void add(CivilTime day, std::vector<CivilTime>& out) const {
    day.hour = start_.hour, day.minute = start_.minute, day.second = start_.second;
    if (day >= start_) out.push_back(day);
  }
  void list_days(int64_t first, int64_t last, std::vector<CivilTime>& out) const {
    const bool own_weekday = rule_.frequency == Recurrence::Weekly && rule_.by_day.empty();
    for (int64_t number = first; number <= last; ++number) {
      const CivilTime day = from_day_number(number);
      if (own_weekday && weekday(day) != weekday(start_)) continue;
      if (filter_.accepts(day)) add(day, out);
    }
  }
  void list_month(int64_t month_index, std::vector<CivilTime>& out) const {
    CivilTime day{.year = static_cast<int>(month_index / 12), .month = static_cast<int>(month_index % 12) + 1};
    if (!filter_.month_fits(day)) return;
    const int length = days_in_month(day.year, day.month);
    const bool own_day = rule_.by_month_day.empty() && rule_.by_day.empty();
    for (day.day = own_day ? start_.day : 1; day.day <= length; ++day.day) {
      if (filter_.accepts(day)) add(day, out);
      if (own_day) break;
    }
  }
  void list_year(int year, std::vector<CivilTime>& out) const {
    const bool own_month = rule_.by_month.empty() && rule_.by_month_day.empty() && rule_.by_day.empty();
    for (int month = own_month ? start_.month : 1; month <= (own_month ? start_.month : 12); ++month) {
      list_month(int64_t{year} * 12 + month - 1, out);
    }
  }

  const Recurrence& rule_;
  const CivilTime start_;
  const DayFilter filter_;
};

std::optional<Time> next_civil(const Recurrence& rule, Time after, const CivilTime& start, const Zone& zone) {
  const CivilWalk walk(rule, start);
  const Limits limits(rule, zone);
  // Two days of slack cover every offset and a skipped day. Counting has to begin at the beginning.
  const CivilTime soon = add_days(zone.to_civil(std::max(after, zone.to_utc(start))), -2);
  int64_t index = rule.count ? 0 : walk.period_of(soon);
  int64_t left = rule.count.value_or(std::numeric_limits<int>::max());
  int64_t patience = patience_of(rule.frequency);
  std::vector<CivilTime> found;
  for (; patience > 0 && !walk.beyond(index); ++index, --patience) {
    walk.list(index, found);
    if (!found.empty()) patience = patience_of(rule.frequency);
    for (const CivilTime& civil : found) {
      if (civil >= soon) {  // what lies before is counted without asking the zone
        const Time time = zone.to_utc(civil);
        if (limits.ended(time)) return std::nullopt;
        if (time > after && !limits.excluded(time)) return time;
      }
      if (--left == 0) return std::nullopt;
    }
  }
  return std::nullopt;
}

/// Minutely and hourly rules: elapsed time from the start, on the days that fit.
std::optional<Time> next_elapsed(const Recurrence& rule, Time after, const CivilTime& start, const Zone& zone) {
  const DayFilter filter(rule);
  const Limits limits(rule, zone);
  const Time first = zone.to_utc(start);
  const Duration step =
      (rule.frequency == Recurrence::Hourly ? Duration{3'600'000'000} : Duration{60'000'000}) * rule.interval;
  const Time end = Zone().to_utc({.year = kLastYear});
  const auto at_or_after = [&](Time time) { return first + (time - first + step - Duration{1}) / step * step; };
  const bool from_start = rule.count && !filter.open();
  Time time = after < first || from_start ? first : at_or_after(after + Duration{1});
  int64_t left = rule.count.value_or(std::numeric_limits<int>::max());
  if (rule.count && !from_start) left -= (time - first) / step;
  for (int64_t patience = patience_of(rule.frequency); patience > 0 && left > 0 && time < end;) {
    const CivilTime civil = zone.to_civil(time);
    if (!filter.accepts(civil)) {
      time = std::max(time + step, at_or_after(zone.to_utc(add_days(at_midnight(civil), 1))));
      --patience;
      continue;
    }
    if (limits.ended(time)) return std::nullopt;
    if (time > after && !limits.excluded(time)) return time;
    patience = patience_of(rule.frequency);
    --left;
    time += step;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Time> Recurrence::next_after(Time after, const CivilTime& start, const Zone& zone) const {
  CHECK(is_valid(start) && interval >= 1);
  if (start.year >= kLastYear || after >= Zone().to_utc({.year = kLastYear})) return std::nullopt;
  // Before the start nothing happens, so how long before does not matter; this keeps the arithmetic in range.
  after = std::max(after, zone.to_utc(start) - std::chrono::days{1});
  return frequency <= Hourly ? next_elapsed(*this, after, start, zone) : next_civil(*this, after, start, zone);
}

}  // namespace hearth::calendar
