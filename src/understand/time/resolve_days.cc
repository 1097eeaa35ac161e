#include <algorithm>

#include "understand/time/feasts.h"
#include "understand/time/resolve_parts.h"

namespace hearth::understand {
namespace {

using calendar::add_days;
using calendar::add_months;
using calendar::CivilTime;
using flow::When;

CivilStretch one_day(const CivilTime& day) { return {day, add_days(day, 1), When::Day}; }

/// What was said around a day: "in two weeks", and the range of the calendar.
std::optional<CivilTime> moved(const CivilTime& day, const DayChoice& by) {
  const CivilTime out = add_days(add_months(day, by.more_months), by.more_days);
  return out.year >= 1900 && out.year < 2500 ? std::optional(out) : std::nullopt;
}

class Days {
 public:
  Days(const DayChoice& day, bool with_time, const TimeContext& context)
      : day_(day), with_time_(with_time), today_(at_midnight(context.civil)) {}

  DayReadings read() {
    switch (day_.kind) {
      case DayChoice::Offset:
        add(add_days(today_, day_.number));
        break;
      case DayChoice::Weekday:
        weekdays();
        break;
      case DayChoice::Date:
        dates();
        break;
      case DayChoice::NthWeekday:
        nth_weekdays();
        break;
      case DayChoice::Feast:
        feasts();
        break;
      default:
        stretches();
        break;
    }
    return std::move(out_);
  }

 private:
  void add(const CivilTime& day) {
    const auto at = moved(day, day_);
    if (at) out_.stretches.push_back(one_day(*at));
  }
  void add_future(const CivilTime& day) {
    if (day >= today_) add(day);
  }
  CivilTime monday() const { return add_days(today_, 1 - static_cast<int>(weekday(today_))); }

  void weekdays() {
    const CivilTime this_week = add_days(monday(), day_.number - 1);
    const bool ahead = this_week > today_;
    switch (day_.which) {
      case DayChoice::This:
        add(this_week >= today_ ? this_week : add_days(this_week, 7));
        break;
      case DayChoice::Next:
        // Next week's; but in everyday speech also the one that comes next.
        add(add_days(this_week, 7));
        if (ahead) out_.other = one_day(this_week);
        break;
      case DayChoice::NextWeek:
        add(add_days(this_week, 7));
        break;
      case DayChoice::Last:
        add(this_week < today_ ? this_week : add_days(this_week, -7));
        break;
      default: {
        if (this_week == today_ && with_time_ && day_.which == DayChoice::Any) add(today_);
        const CivilTime first = ahead ? this_week : add_days(this_week, 7);
        for (int week = 0; week < 2; ++week) add(add_days(first, 7 * week));
        break;
      }
    }
  }

  void add_date(int year, int month) {
    CivilTime date{.year = year, .month = month, .day = day_.number};
    if (!is_valid(date)) return;
    if (day_.weekday != 0 && static_cast<int>(weekday(date)) != day_.weekday) return;
    if (day_.year != 0) {
      add(date);
    } else {
      add_future(date);
    }
  }
  void dates() {
    if (day_.year != 0) {
      add_date(day_.year, day_.month);
    } else if (day_.which == DayChoice::Last) {
      return;
    } else if (day_.month != 0) {
      for (int year = today_.year; year < today_.year + 9; ++year) add_date(year, day_.month);
    } else {
      CivilTime first{.year = today_.year, .month = today_.month};
      for (int month = 0; month < 14; ++month) {
        const CivilTime at = add_months(first, month);
        add_date(at.year, at.month);
      }
    }
  }

  void add_nth(int year, int month) {
    const CivilTime first{.year = year, .month = month, .day = 1};
    const int length = calendar::days_in_month(year, month);
    int day = 0;
    if (day_.number == 0) {
      day = day_.nth > 0 ? day_.nth : length;
    } else if (day_.nth > 0) {
      day = 1 + (day_.number - static_cast<int>(weekday(first)) + 7) % 7 + 7 * (day_.nth - 1);
    } else {
      const CivilTime last{.year = year, .month = month, .day = length};
      day = length - (static_cast<int>(weekday(last)) - day_.number + 7) % 7;
    }
    if (day > length) return;
    const CivilTime at{.year = year, .month = month, .day = day};
    if (at >= today_) out_.stretches.push_back(one_day(at));
  }
  void nth_weekdays() {
    const CivilTime first{.year = today_.year, .month = today_.month};
    const int from = day_.which == DayChoice::This ? day_.more_months : 0;
    const int to = day_.which == DayChoice::This && from != 0 ? from + 1 : from + 26;
    for (int month = from; month < to; ++month) {
      const CivilTime at = add_months(first, month);
      if (day_.month == 0 || day_.month == at.month) add_nth(at.year, at.month);
    }
  }

  void feasts() {
    if (day_.which == DayChoice::Last) {
      for (int year = today_.year; year > today_.year - 2; --year) {
        const auto at = feast_day(day_.number, year);
        if (at && *at < today_) return add(*at);
      }
      return;
    }
    for (int year = today_.year; year < today_.year + 3; ++year) {
      if (const auto at = feast_day(day_.number, year)) add_future(*at);
    }
  }

  void add_stretch(const CivilTime& from, const CivilTime& to, When::Grain grain) {
    out_.stretches.push_back({from, to, grain});
  }
  void stretches() {
    const CivilTime month{.year = today_.year, .month = today_.month};
    switch (day_.kind) {
      case DayChoice::Week: {
        const CivilTime from = add_days(monday(), 7 * day_.number);
        return add_stretch(from, add_days(from, 7), When::Week);
      }
      case DayChoice::Weekend: {
        CivilTime from = add_days(monday(), 5 + 7 * day_.number);
        if (day_.which == DayChoice::Next) {
          out_.other = CivilStretch{from, add_days(from, 2), When::Weekend};
          from = add_days(from, 7);
        } else if (day_.which == DayChoice::Last) {
          from = add_days(from, -7);
        }
        return add_stretch(from, add_days(from, 2), When::Weekend);
      }
      case DayChoice::Month: {
        const CivilTime from = add_months(month, day_.number);
        return add_stretch(from, add_months(from, 1), When::Month);
      }
      case DayChoice::NamedMonth:
        return periods(day_.month, 1, When::Month);
      case DayChoice::Season:
        return periods(day_.number * 3, 3, When::Season);
      default: {
        const CivilTime from{.year = today_.year + day_.number};
        return add_stretch(from, {.year = from.year + 1}, When::Year);
      }
    }
  }
  /// A month or season by name: the one that is now or comes. Seasons are the meteorological ones of the north: 1 is
  /// spring, from March; 4 is winter, from December.
  void periods(int first_month, int months, When::Grain grain) {
    for (int year = today_.year - 1; year < today_.year + 3; ++year) {
      const CivilTime from = add_months({.year = year, .month = 1}, first_month - 1);
      const CivilTime to = add_months(from, months);
      const bool over = to <= today_;
      if (over || (day_.which == DayChoice::Next && from <= today_)) continue;
      return add_stretch(from, to, grain);
    }
  }

  const DayChoice& day_;
  const bool with_time_;
  const CivilTime today_;
  DayReadings out_;
};

}  // namespace

DayReadings read_days(const DayChoice& day, bool with_time, const TimeContext& context) {
  return Days(day, with_time, context).read();
}

}  // namespace hearth::understand
