// Recurrence rules as RFC 5545 writes them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "calendar/recurrence.h"

namespace hearth::calendar {
namespace {

constexpr std::array<std::string_view, 6> kFrequencies{"MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 7> kWeekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr size_t kLongestText = 64 * 1024;
constexpr int kMost = 100'000;

Error bad(std::string_view part, std::string_view value, std::string_view expected) {
  return invalid(fmt::format("'{}'; expected {}", value.substr(0, 60), expected), std::string(part));
}

/// The text before the next `separator`, which is taken off `rest` with it.
std::string_view take_until(std::string_view& rest, char separator) {
  const size_t end = rest.find(separator);
  const std::string_view head = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return head;
}

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\r' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<int> to_number(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

Result<int> read_number(std::string_view part, std::string_view text, int low, int high) {
  const auto value = to_number(text);
  if (!value || *value < low || *value > high) return bad(part, text, fmt::format("a number from {} to {}", low, high));
  return *value;
}

Result<std::vector<int>> read_numbers(std::string_view part, std::string_view text, int low, int high) {
  std::vector<int> values;
  do {
    const int value = TRY(read_number(part, take_until(text, ','), low, high));
    if (value == 0) return bad(part, "0", fmt::format("a number from {} to {} that is not 0", low, high));
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  } while (!text.empty());
  return values;
}

Result<std::vector<Recurrence::Day>> read_days(std::string_view text) {
  constexpr std::string_view kExpected = "days such as MO, 2MO or -1FR, separated by commas";
  std::vector<Recurrence::Day> days;
  do {
    const std::string_view item = take_until(text, ',');
    if (item.size() < 2) return bad("BYDAY", item, kExpected);
    const std::string_view number = item.substr(0, item.size() - 2);
    const auto name = std::find(kWeekdays.begin(), kWeekdays.end(), item.substr(item.size() - 2));
    const std::optional<int> nth = number.empty() ? 0 : to_number(number);
    if (name == kWeekdays.end() || !nth || (!number.empty() && (*nth == 0 || std::abs(*nth) > 53))) {
      return bad("BYDAY", item, kExpected);
    }
    const Recurrence::Day day{*nth, static_cast<Weekday>(name - kWeekdays.begin() + 1)};
    if (std::find(days.begin(), days.end(), day) == days.end()) days.push_back(day);
  } while (!text.empty());
  return days;
}

Result<Recurrence::Moment> read_moment(std::string_view part, std::string_view text) {
  constexpr std::string_view kExpected = "YYYYMMDD, YYYYMMDDTHHMMSS or YYYYMMDDTHHMMSSZ";
  const bool whole_day = text.size() == 8;
  const bool utc = text.size() == 16 && text.back() == 'Z';
  if (!whole_day && !utc && (text.size() != 15 || text[8] != 'T')) return bad(part, text, kExpected);
  const auto digits = [&](size_t at, size_t count) { return text.substr(at, count); };
  std::string extended = fmt::format("{}-{}-{}", digits(0, 4), digits(4, 2), digits(6, 2));
  if (!whole_day) {
    if (text[8] != 'T') return bad(part, text, kExpected);
    extended += fmt::format("T{}:{}:{}", digits(9, 2), digits(11, 2), digits(13, 2));
  }
  const auto at = parse_civil(extended);
  if (!at.ok()) return bad(part, text, kExpected);
  const auto form = whole_day ? Recurrence::Moment::WholeDay
                    : utc     ? Recurrence::Moment::Utc
                              : Recurrence::Moment::Civil;
  return Recurrence::Moment{*at, form};
}

Status read_exceptions(std::string_view line, Recurrence& rule) {
  const std::string_view parameters = take_until(line, ':');
  if (parameters != "EXDATE" && parameters != "EXDATE;VALUE=DATE" && parameters != "EXDATE;VALUE=DATE-TIME") {
    return bad("EXDATE", parameters, "EXDATE: or EXDATE;VALUE=DATE:, times being in the zone of the rule");
  }
  do { rule.except.push_back(TRY(read_moment("EXDATE", take_until(line, ',')))); } while (!line.empty());
  return ok();
}

Status read_frequency(std::string_view value, Recurrence& rule) {
  const auto name = std::find(kFrequencies.begin(), kFrequencies.end(), value);
  if (name == kFrequencies.end()) return bad("FREQ", value, fmt::format("one of {}", fmt::join(kFrequencies, ", ")));
  rule.frequency = static_cast<Recurrence::Frequency>(name - kFrequencies.begin());
  return ok();
}

Status read_part(std::string_view name, std::string_view value, Recurrence& rule) {
  if (name == "FREQ") return read_frequency(value, rule);
  if (name == "INTERVAL") {
    rule.interval = TRY(read_number(name, value, 1, kMost));
  } else if (name == "COUNT") {
    rule.count = TRY(read_number(name, value, 1, kMost));
  } else if (name == "UNTIL") {
    rule.until = TRY(read_moment(name, value));
  } else if (name == "BYDAY") {
    rule.by_day = TRY(read_days(value));
  } else if (name == "BYMONTHDAY") {
    rule.by_month_day = TRY(read_numbers(name, value, -31, 31));
  } else if (name == "BYMONTH") {
    rule.by_month = TRY(read_numbers(name, value, 1, 12));
  } else if (name == "WKST" && value == "MO") {
    return ok();
  } else {
    return bad(name, value, "FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY or BYMONTH: other parts are not read");
  }
  return ok();
}

Status read_rule(std::string_view line, Recurrence& rule) {
  if (line.starts_with("RRULE:")) line.remove_prefix(6);
  std::vector<std::string_view> seen;
  do {
    std::string_view value = take_until(line, ';');
    if (value.empty() && line.empty() && !seen.empty()) break;  // a semicolon at the end
    const std::string_view name = take_until(value, '=');
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) return bad(name, value, "each part once");
    seen.push_back(name);
    TRY(read_part(name, value, rule));
  } while (!line.empty());
  if (std::find(seen.begin(), seen.end(), "FREQ") == seen.end()) {
    return bad("FREQ", "", fmt::format("one of {}", fmt::join(kFrequencies, ", ")));
  }
  return ok();
}

/// Combinations that the standard forbids or that cannot mean anything.
Status check_together(const Recurrence& rule) {
  if (rule.count && rule.until) return bad("UNTIL", "with COUNT", "COUNT or UNTIL, not both");
  const bool nth = std::any_of(rule.by_day.begin(), rule.by_day.end(), [](const auto& day) { return day.nth != 0; });
  if (nth && rule.frequency < Recurrence::Monthly) {
    return bad("BYDAY", "a numbered day", "numbers only with FREQ=MONTHLY or FREQ=YEARLY");
  }
  if (rule.frequency == Recurrence::Weekly && !rule.by_month_day.empty()) {
    return bad("BYMONTHDAY", "with FREQ=WEEKLY", "FREQ=MONTHLY, or BYDAY");
  }
  return ok();
}

std::string to_text(const Recurrence::Moment& moment) {
  const CivilTime& at = moment.at;
  std::string text = fmt::format("{:04}{:02}{:02}", at.year, at.month, at.day);
  if (moment.form == Recurrence::Moment::WholeDay) return text;
  text += fmt::format("T{:02}{:02}{:02}", at.hour, at.minute, at.second);
  return moment.form == Recurrence::Moment::Utc ? text + "Z" : text;
}

std::string to_text(const Recurrence::Day& day) {
  const std::string_view name = kWeekdays[static_cast<size_t>(day.weekday) - 1];
  return day.nth == 0 ? std::string(name) : fmt::format("{}{}", day.nth, name);
}

template <class Items>
std::string joined(const Items& items) {
  std::vector<std::string> texts;
  for (const auto& item : items) texts.push_back(to_text(item));
  return fmt::format("{}", fmt::join(texts, ","));
}

}  // namespace

Result<Recurrence> Recurrence::parse(std::string_view text) {
  if (text.size() > kLongestText) return bad("RRULE", text, fmt::format("at most {} bytes", kLongestText));
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  Recurrence rule;
  bool rule_seen = false;
  for (std::string_view rest = upper; !rest.empty();) {
    const std::string_view line = trim(take_until(rest, '\n'));
    if (line.empty()) continue;
    if (line.starts_with("EXDATE")) {
      TRY(read_exceptions(line, rule));
    } else if (rule_seen) {
      return bad("RRULE", line, "one rule, then EXDATE lines");
    } else {
      TRY(read_rule(line, rule));
      rule_seen = true;
    }
  }
  if (!rule_seen) return bad("RRULE", text, "FREQ=…;…");
  TRY(check_together(rule));
  return rule;
}

std::string to_string(const Recurrence& rule) {
  std::string text = fmt::format("FREQ={}", kFrequencies[rule.frequency]);
  if (rule.interval != 1) text += fmt::format(";INTERVAL={}", rule.interval);
  if (!rule.by_month.empty()) text += fmt::format(";BYMONTH={}", fmt::join(rule.by_month, ","));
  if (!rule.by_month_day.empty()) text += fmt::format(";BYMONTHDAY={}", fmt::join(rule.by_month_day, ","));
  if (!rule.by_day.empty()) text += ";BYDAY=" + joined(rule.by_day);
  if (rule.count) text += fmt::format(";COUNT={}", *rule.count);
  if (rule.until) text += ";UNTIL=" + to_text(*rule.until);
  if (!rule.except.empty()) text += "\nEXDATE:" + joined(rule.except);
  return text;
}

}  // namespace hearth::calendar
