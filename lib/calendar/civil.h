// What a wall clock and a calendar show, with no zone: the proleptic Gregorian calendar, years 1 to 9999.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace hearth::calendar {

/// Numbered as ISO 8601 does.
enum class Weekday : unsigned char { Monday = 1, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

/// Compares in order of time. Valid only when is_valid() says so; every function below but that one expects it valid.
struct CivilTime {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to the month's length
  int hour = 0;   ///< 0 to 23
  int minute = 0;
  int second = 0;  ///< 0 to 59: leap seconds are not represented

  constexpr auto operator<=>(const CivilTime&) const = default;
};

bool is_valid(const CivilTime& time);
bool is_leap_year(int year);
/// 28 to 31. `month` is 1 to 12.
int days_in_month(int year, int month);
Weekday weekday(const CivilTime& time);
/// 1 for the first of January, to 366.
int day_of_year(const CivilTime& time);

/// Days from 1970-01-01 and back; the time of day of the result is midnight.
int64_t day_number(const CivilTime& time);
CivilTime from_day_number(int64_t days);
/// Seconds that the same reading in UTC would lie after 1970: civil times as points on a line without any zone.
int64_t civil_seconds(const CivilTime& time);
CivilTime from_civil_seconds(int64_t seconds);

/// The same time of day `days` calendar days later, or earlier when negative.
CivilTime add_days(const CivilTime& time, int64_t days);
/// The same day and time `months` later; a day that the month lacks becomes its last: 31 January + 1 = 28 February.
CivilTime add_months(const CivilTime& time, int64_t months);
CivilTime at_midnight(const CivilTime& time);

/// "2026-03-29T02:30:00".
std::string to_string(const CivilTime& time);
/// Reads "2026-03-29", "2026-03-29T02:30" and "2026-03-29 02:30:15". Errors: InvalidInput, naming what was expected.
Result<CivilTime> parse_civil(std::string_view text);

/// "Monday" and so on, in English, for logs; what people hear is worded elsewhere.
std::string_view to_string(Weekday day);

}  // namespace hearth::calendar
