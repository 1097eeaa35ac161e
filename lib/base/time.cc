#include "base/time.h"

#include <fmt/format.h>

#include <cctype>

namespace hearth {
namespace {

// Days from 1970-01-01 to a civil date, and back (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
int64_t days_from_civil(int64_t y, unsigned m, unsigned d) {
  return std::chrono::sys_days{std::chrono::year{static_cast<int>(y)} / static_cast<int>(m) / static_cast<int>(d)}
      .time_since_epoch()
      .count();
}

bool read_digits(std::string_view text, size_t& at, size_t count, int64_t& value) {
  value = 0;
  if (at + count > text.size()) return false;
  for (size_t end = at + count; at < end; ++at) {
    if (!std::isdigit(static_cast<unsigned char>(text[at]))) return false;
    value = value * 10 + (text[at] - '0');
  }
  return true;
}

bool read_char(std::string_view text, size_t& at, char expected) {
  if (at >= text.size() || text[at] != expected) return false;
  ++at;
  return true;
}

}  // namespace

std::string to_iso8601(Time time) {
  if (time == kNever) return "never";
  const auto days = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{days};
  const int64_t us = (time - days).count();
  std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                 us / 3'600'000'000, us / 60'000'000 % 60, us / 1'000'000 % 60);
  if (const int64_t fraction = us % 1'000'000; fraction % 1000 != 0) {
    text += fmt::format(".{:06}", fraction);
  } else if (fraction != 0) {
    text += fmt::format(".{:03}", fraction / 1000);
  }
  return text + "Z";
}

Result<Time> parse_iso8601(std::string_view text) {
  if (text == "never") return kNever;
  const auto bad = [&] {
    return invalid(fmt::format("'{}' is not a time; expected YYYY-MM-DDTHH:MM:SS[.ffffff](Z|±HH:MM)", text));
  };
  size_t at = 0;
  int64_t year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0;
  if (!read_digits(text, at, 4, year) || !read_char(text, at, '-') || !read_digits(text, at, 2, month) ||
      !read_char(text, at, '-') || !read_digits(text, at, 2, day)) {
    return bad();
  }
  if (at >= text.size() || (text[at] != 'T' && text[at] != ' ')) return bad();
  ++at;
  if (!read_digits(text, at, 2, hour) || !read_char(text, at, ':') || !read_digits(text, at, 2, minute)) return bad();
  if (read_char(text, at, ':') && !read_digits(text, at, 2, second)) return bad();
  if (read_char(text, at, '.')) {
    if (at >= text.size() || !std::isdigit(static_cast<unsigned char>(text[at]))) return bad();
    int64_t scale = 100'000;
    for (; at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])); ++at, scale /= 10) {
      fraction += scale * (text[at] - '0');
    }
  }
  int64_t offset_minutes = 0;
  if (!read_char(text, at, 'Z')) {
    const bool negative = at < text.size() && text[at] == '-';
    if (at >= text.size() || (text[at] != '+' && text[at] != '-')) return bad();
    ++at;
    int64_t zone_hours = 0, zone_minutes = 0;
    if (!read_digits(text, at, 2, zone_hours)) return bad();
    read_char(text, at, ':');
    if (!read_digits(text, at, 2, zone_minutes) || zone_hours > 23 || zone_minutes > 59) return bad();
    offset_minutes = (negative ? -1 : 1) * (zone_hours * 60 + zone_minutes);
  }
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(year)},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (at != text.size() || !date.ok() || hour > 24 || minute > 59 || second > 60) return bad();
  if (hour == 24 && (minute != 0 || second != 0 || fraction != 0)) return bad();
  const int64_t seconds = days_from_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day)) * 86'400 +
                          hour * 3'600 + (minute - offset_minutes) * 60 + second;
  return from_microseconds(seconds * 1'000'000 + fraction);
}

}  // namespace hearth
