#include "calendar/civil.h"

#include <gmock/gmock.h>

namespace hearth::calendar {
namespace {

CivilTime civil(std::string_view text) { return parse_civil(text).value(); }

TEST(Civil, ReadsAndWrites) {
  EXPECT_EQ(to_string(civil("2026-03-29T02:30:15")), "2026-03-29T02:30:15");
  EXPECT_EQ(to_string(civil("2026-03-29 02:30")), "2026-03-29T02:30:00");
  EXPECT_EQ(to_string(civil("2026-03-29")), "2026-03-29T00:00:00");
}

TEST(Civil, RefusesWhatIsNotATime) {
  for (const char* text : {"", "2026", "2026-3-1", "2026-03-29T", "2026-03-29T2:30", "2026-03-29T02:30:15Z",
                           "2026-03-29T02:30:1", "26-03-29", "2026/03/29", "2026-03-29x"}) {
    const auto time = parse_civil(text);
    ASSERT_FALSE(time.ok()) << text;
    EXPECT_THAT(time.error().message, testing::HasSubstr("expected YYYY-MM-DD")) << text;
  }
  for (const char* text : {"2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
                           "0000-01-01", "2026-01-01T24:00", "2026-01-01T23:60", "2026-01-01T23:59:60"}) {
    EXPECT_FALSE(parse_civil(text).ok()) << text;
  }
  EXPECT_TRUE(parse_civil("2000-02-29").ok());
}

TEST(Civil, KnowsWeekdaysAndLeapYears) {
  EXPECT_EQ(weekday(civil("2024-02-29")), Weekday::Thursday);
  EXPECT_EQ(weekday(civil("1970-01-01")), Weekday::Thursday);
  EXPECT_EQ(weekday(civil("1969-07-20")), Weekday::Sunday);
  EXPECT_EQ(to_string(Weekday::Sunday), "Sunday");
  EXPECT_EQ(day_of_year(civil("2024-12-31")), 366);
  EXPECT_EQ(day_of_year(civil("2026-01-01")), 1);
  EXPECT_EQ(days_in_month(2100, 2), 28);
}

TEST(Civil, AddsCalendarDaysAndMonths) {
  EXPECT_EQ(to_string(add_days(civil("2024-02-28T06:30"), 1)), "2024-02-29T06:30:00");
  EXPECT_EQ(to_string(add_days(civil("2025-02-28T06:30"), 1)), "2025-03-01T06:30:00");
  EXPECT_EQ(to_string(add_days(civil("2026-01-01"), -1)), "2025-12-31T00:00:00");
  EXPECT_EQ(to_string(add_months(civil("2026-01-31T08:00"), 1)), "2026-02-28T08:00:00");
  EXPECT_EQ(to_string(add_months(civil("2024-01-31"), 1)), "2024-02-29T00:00:00");
  EXPECT_EQ(to_string(add_months(civil("2026-01-15"), -1)), "2025-12-15T00:00:00");
  EXPECT_EQ(to_string(add_months(civil("2024-02-29"), 12)), "2025-02-28T00:00:00");
}

TEST(Civil, DayNumbersRunWithoutGapsThroughFourCenturies) {
  CivilTime before = from_day_number(-80'000);
  for (int64_t day = -79'999; day < 70'000; ++day) {
    const CivilTime time = from_day_number(day);
    ASSERT_TRUE(is_valid(time));
    ASSERT_EQ(day_number(time), day);
    ASSERT_LT(before, time);
    before = time;
  }
}

TEST(Civil, SecondsBeforeTheEpochCountDown) {
  EXPECT_EQ(to_string(from_civil_seconds(-1)), "1969-12-31T23:59:59");
  EXPECT_EQ(to_string(from_civil_seconds(-86'400)), "1969-12-31T00:00:00");
  EXPECT_EQ(civil_seconds(civil("1969-12-31T23:59:59")), -1);
}

}  // namespace
}  // namespace hearth::calendar
