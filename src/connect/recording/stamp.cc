#include "connect/recording/stamp.h"

#include <algorithm>
#include <array>

namespace hearth::connect {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes `least` to `most` digits.
bool take_number(std::string_view& text, size_t least, size_t most, int& value) {
  size_t length = 0;
  value = 0;
  while (length < text.size() && length < most && is_digit(text[length])) value = value * 10 + (text[length++] - '0');
  text.remove_prefix(length);
  return length >= least;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

bool take_month_name(std::string_view& text, int& month) {
  static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto name = std::find(kMonths.begin(), kMonths.end(), text.substr(0, 3));
  if (name == kMonths.end()) return false;
  month = static_cast<int>(name - kMonths.begin()) + 1;
  text.remove_prefix(3);
  return true;
}

bool take_date(std::string_view& text, calendar::CivilTime& civil) {
  std::string_view rest = text;
  if (take_number(rest, 4, 4, civil.year) && take(rest, '-') && take_number(rest, 1, 2, civil.month) &&
      take(rest, '-') && take_number(rest, 1, 2, civil.day)) {
    text = rest;
    return true;
  }
  rest = text;
  if (take_number(rest, 1, 2, civil.day) && take(rest, '-') && take_month_name(rest, civil.month) && take(rest, '-') &&
      take_number(rest, 4, 4, civil.year)) {
    text = rest;
    return true;
  }
  return false;
}

/// The digits behind the point; what is finer than a microsecond is cut off.
void take_fraction(std::string_view& text, int& microsecond) {
  if (text.size() < 2 || text[0] != '.' || !is_digit(text[1])) return;
  text.remove_prefix(1);
  int scale = 100'000;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1), scale /= 10) {
    microsecond += scale * (text.front() - '0');
  }
}

}  // namespace

StampFound take_stamp(std::string_view& text, Stamp& stamp) {
  std::string_view rest = text;
  Stamp found;
  calendar::CivilTime& civil = found.civil;
  if (!take_date(rest, civil) || rest.empty() || (rest.front() != ' ' && rest.front() != 'T' && rest.front() != '\t')) {
    return StampFound::Missing;
  }
  rest.remove_prefix(1);
  if (!take_number(rest, 1, 2, civil.hour) || !take(rest, ':') || !take_number(rest, 2, 2, civil.minute) ||
      !take(rest, ':') || !take_number(rest, 2, 2, civil.second)) {
    return StampFound::Missing;
  }
  take_fraction(rest, found.microsecond);
  if (civil.month < 1 || civil.month > 12 || !calendar::is_valid(civil)) return StampFound::Impossible;
  stamp = found;
  text = rest;
  return StampFound::Yes;
}

int64_t wall_microseconds(const Stamp& stamp) {
  return calendar::civil_seconds(stamp.civil) * 1'000'000 + stamp.microsecond;
}

}  // namespace hearth::connect
