#include "calendar/civil.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace hearth::calendar {
namespace {

constexpr int64_t kDay = 86'400;

std::chrono::sys_days to_days(int year, int month, int day) {
  return std::chrono::sys_days{std::chrono::year{year} / month / day};
}

/// Reads exactly `count` digits, then `text` begins behind them.
bool take_number(std::string_view& text, size_t count, int& value) {
  if (text.size() < count) return false;
  value = 0;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return true;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

bool read_time_of_day(std::string_view& text, CivilTime& time) {
  if (!take_number(text, 2, time.hour) || !take(text, ':') || !take_number(text, 2, time.minute)) return false;
  return !take(text, ':') || take_number(text, 2, time.second);
}

}  // namespace

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> kLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  CHECK(month >= 1 && month <= 12);
  return kLengths[static_cast<size_t>(month - 1)] + (month == 2 && is_leap_year(year) ? 1 : 0);
}

bool is_valid(const CivilTime& time) {
  return time.year >= 1 && time.year <= 9999 && time.month >= 1 && time.month <= 12 && time.day >= 1 &&
         time.day <= days_in_month(time.year, time.month) && time.hour >= 0 && time.hour <= 23 && time.minute >= 0 &&
         time.minute <= 59 && time.second >= 0 && time.second <= 59;
}

int64_t day_number(const CivilTime& time) {
  return to_days(time.year, time.month, time.day).time_since_epoch().count();
}

CivilTime from_day_number(int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

Weekday weekday(const CivilTime& time) {
  return static_cast<Weekday>(std::chrono::weekday{to_days(time.year, time.month, time.day)}.iso_encoding());
}

int day_of_year(const CivilTime& time) {
  return static_cast<int>(day_number(time) - day_number({.year = time.year})) + 1;
}

int64_t civil_seconds(const CivilTime& time) {
  return day_number(time) * kDay + time.hour * 3'600 + time.minute * 60 + time.second;
}

CivilTime from_civil_seconds(int64_t seconds) {
  const int64_t days = seconds / kDay - (seconds % kDay < 0 ? 1 : 0);
  const int64_t rest = seconds - days * kDay;
  CivilTime time = from_day_number(days);
  time.hour = static_cast<int>(rest / 3'600);
  time.minute = static_cast<int>(rest / 60 % 60);
  time.second = static_cast<int>(rest % 60);
  return time;
}

CivilTime add_days(const CivilTime& time, int64_t days) {
  return from_civil_seconds(civil_seconds(time) + days * kDay);
}

CivilTime add_months(const CivilTime& time, int64_t months) {
  const int64_t index = int64_t{time.year} * 12 + time.month - 1 + months;
  CivilTime moved = time;
  moved.year = static_cast<int>(index / 12);
  moved.month = static_cast<int>(index % 12) + 1;
  moved.day = std::min(time.day, days_in_month(moved.year, moved.month));
  return moved;
}

CivilTime at_midnight(const CivilTime& time) { return {.year = time.year, .month = time.month, .day = time.day}; }

std::string to_string(const CivilTime& time) {
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", time.year, time.month, time.day, time.hour, time.minute,
                     time.second);
}

Result<CivilTime> parse_civil(std::string_view text) {
  std::string_view rest = text;
  CivilTime time;
  bool read = take_number(rest, 4, time.year) && take(rest, '-') && take_number(rest, 2, time.month) &&
              take(rest, '-') && take_number(rest, 2, time.day);
  if (read && (take(rest, 'T') || take(rest, ' '))) read = read_time_of_day(rest, time);
  if (!read || !rest.empty()) {
    return invalid(fmt::format("'{}' is not a civil time; expected YYYY-MM-DD[THH:MM[:SS]]", text));
  }
  if (!is_valid(time)) return invalid(fmt::format("'{}' names a date or time that no calendar has", text));
  return time;
}

std::string_view to_string(Weekday day) {
  static constexpr std::array<std::string_view, 7> kNames{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                          "Friday", "Saturday", "Sunday"};
  return kNames[static_cast<size_t>(day) - 1];
}

}  // namespace hearth::calendar
