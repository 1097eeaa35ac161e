#include "understand/time/feasts.h"

#include <array>

namespace hearth::understand {
namespace {

using calendar::CivilTime;

/// A fixed day, a number of days from Easter, or the nth Thursday of November.
struct Feast {
  enum Kind : unsigned char { Fixed, FromEaster, Thursday };
  std::string_view name;
  Kind kind;
  int month, day;  ///< FromEaster: days in `day`; Thursday: nth in `day`
};

constexpr std::array kFeasts{
    Feast{"new_year", Feast::Fixed, 1, 1},
    Feast{"epiphany", Feast::Fixed, 1, 6},
    Feast{"valentine", Feast::Fixed, 2, 14},
    Feast{"saint_patrick", Feast::Fixed, 3, 17},
    Feast{"labour_day", Feast::Fixed, 5, 1},
    Feast{"independence_day", Feast::Fixed, 7, 4},
    Feast{"bastille_day", Feast::Fixed, 7, 14},
    Feast{"assumption", Feast::Fixed, 8, 15},
    Feast{"german_unity", Feast::Fixed, 10, 3},
    Feast{"hispanic_day", Feast::Fixed, 10, 12},
    Feast{"halloween", Feast::Fixed, 10, 31},
    Feast{"all_saints", Feast::Fixed, 11, 1},
    Feast{"saint_john", Feast::Fixed, 6, 24},
    Feast{"bonfire_night", Feast::Fixed, 11, 5},
    Feast{"armistice", Feast::Fixed, 11, 11},
    Feast{"saint_martin", Feast::Fixed, 11, 11},
    Feast{"saint_nicholas", Feast::Fixed, 12, 6},
    Feast{"christmas_eve", Feast::Fixed, 12, 24},
    Feast{"christmas", Feast::Fixed, 12, 25},
    Feast{"boxing_day", Feast::Fixed, 12, 26},
    Feast{"new_years_eve", Feast::Fixed, 12, 31},
    Feast{"easter", Feast::FromEaster, 0, 0},
    Feast{"good_friday", Feast::FromEaster, 0, -2},
    Feast{"maundy_thursday", Feast::FromEaster, 0, -3},
    Feast{"easter_eve", Feast::FromEaster, 0, -1},
    Feast{"easter_monday", Feast::FromEaster, 0, 1},
    Feast{"ascension", Feast::FromEaster, 0, 39},
    Feast{"pentecost", Feast::FromEaster, 0, 49},
    Feast{"whit_monday", Feast::FromEaster, 0, 50},
    Feast{"corpus_christi", Feast::FromEaster, 0, 60},
    Feast{"ash_wednesday", Feast::FromEaster, 0, -46},
    Feast{"thanksgiving", Feast::Thursday, 11, 4},
};

CivilTime easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {.year = year, .month = n / 31, .day = n % 31 + 1};
}

}  // namespace

int feast_named(std::string_view name) {
  for (size_t i = 0; i < kFeasts.size(); ++i) {
    if (kFeasts[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

std::optional<CivilTime> feast_day(int feast, int year) {
  if (feast < 0 || feast >= static_cast<int>(kFeasts.size()) || year < 1583 || year > 9999) return std::nullopt;
  const Feast& of = kFeasts[static_cast<size_t>(feast)];
  switch (of.kind) {
    case Feast::Fixed:
      return CivilTime{.year = year, .month = of.month, .day = of.day};
    case Feast::FromEaster:
      return calendar::add_days(easter(year), of.day);
    default: {
      const CivilTime first{.year = year, .month = of.month, .day = 1};
      const int ahead = (static_cast<int>(calendar::Weekday::Thursday) - static_cast<int>(weekday(first)) + 7) % 7;
      return calendar::add_days(first, ahead + 7 * (of.day - 1));
    }
  }
}

}  // namespace hearth::understand
