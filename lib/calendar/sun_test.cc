#include "calendar/sun.h"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>
#include <string>

namespace hearth::calendar {
namespace {

Time utc(std::string_view text) { return parse_iso8601(text).value(); }

/// Computed with PyEphem 4 (libastro, which has its own theory of the planets) without refraction, the sun's centre at
/// -0.833 and -6 degrees. Zone, latitude, longitude, date; then dawn, sunrise, noon, sunset, dusk of 2026 in UTC.
constexpr const char* kEphemeris = R"(
Europe/Berlin         52.52    13.405 2026-03-20 03-20T04:35:14 03-20T05:09:16 03-20T11:13:49 03-20T17:19:25 03-20T17:53:34
Europe/Berlin         52.52    13.405 2026-06-21 06-21T01:52:51 06-21T02:43:06 06-21T11:08:11 06-21T19:33:16 06-21T20:23:30
Europe/Berlin         52.52    13.405 2026-09-01 09-01T03:41:12 09-01T04:17:04 09-01T11:06:23 09-01T17:54:35 09-01T18:30:16
Europe/Berlin         52.52    13.405 2026-12-21 12-21T06:33:13 12-21T07:14:54 12-21T11:04:25 12-21T14:53:55 12-21T15:35:37
America/New_York    40.7128   -74.006 2026-03-20 03-20T10:32:01 03-20T10:59:18 03-20T17:03:23 03-20T23:08:10 03-20T23:35:31
America/New_York    40.7128   -74.006 2026-06-21 06-21T08:51:35 06-21T09:25:01 06-21T16:57:53 06-22T00:30:44 06-22T01:04:10
America/New_York    40.7128   -74.006 2026-09-01 09-01T09:55:00 09-01T10:23:07 09-01T16:55:57 09-01T23:28:06 09-01T23:56:07
America/New_York    40.7128   -74.006 2026-12-21 12-21T11:45:34 12-21T12:16:34 12-21T16:54:11 12-21T21:31:47 12-21T22:02:48
Australia/Sydney   -33.8688  151.2093 2026-03-20 03-19T19:33:01 03-19T19:57:57 03-20T02:02:43 03-20T08:06:56 03-20T08:31:50
Australia/Sydney   -33.8688  151.2093 2026-06-21 06-20T20:32:13 06-20T20:59:57 06-21T01:56:53 06-21T06:53:48 06-21T07:21:32
Australia/Sydney   -33.8688  151.2093 2026-09-01 08-31T19:48:58 08-31T20:14:04 09-01T01:55:18 09-01T07:36:59 09-01T08:02:07
Australia/Sydney   -33.8688  151.2093 2026-12-21 12-20T18:11:29 12-20T18:40:39 12-21T01:53:01 12-21T09:05:24 12-21T09:34:34
Atlantic/Reykjavik  64.1466  -21.9426 2026-03-20 03-20T06:40:56 03-20T07:28:38 03-20T13:35:11 03-20T19:43:24 03-20T20:31:21
Atlantic/Reykjavik  64.1466  -21.9426 2026-06-21 above          06-21T02:55:12 06-21T13:29:36 06-22T00:03:57 above
Atlantic/Reykjavik  64.1466  -21.9426 2026-09-01 09-01T05:16:35 09-01T06:10:03 09-01T13:27:45 09-01T20:43:29 09-01T21:36:25
Atlantic/Reykjavik  64.1466  -21.9426 2026-12-21 12-21T10:03:01 12-21T11:22:21 12-21T13:25:51 12-21T15:29:21 12-21T16:48:42
Europe/Oslo         69.6492   18.9553 2026-03-20 03-20T03:43:49 03-20T04:43:55 03-20T10:51:37 03-20T17:01:30 03-20T18:02:05
Europe/Oslo         69.6492   18.9553 2026-06-21 above          above          06-21T10:45:59 above          above
Europe/Oslo         69.6492   18.9553 2026-09-01 09-01T01:47:16 09-01T03:01:01 09-01T10:44:12 09-01T18:24:31 09-01T19:36:57
Europe/Oslo         69.6492   18.9553 2026-12-21 12-21T08:31:15 below          12-21T10:42:13 below          12-21T12:53:09
Pacific/Kiritimati   1.8721 -157.4278 2026-03-20 03-19T16:13:26 03-19T16:34:06 03-19T22:37:18 03-20T04:40:32 03-20T05:01:12
Pacific/Kiritimati   1.8721 -157.4278 2026-06-21 06-20T16:01:54 06-20T16:24:28 06-20T22:31:24 06-21T04:38:19 06-21T05:00:54
Pacific/Kiritimati   1.8721 -157.4278 2026-09-01 08-31T16:04:35 08-31T16:25:30 08-31T22:29:53 09-01T04:34:16 09-01T04:55:09
Pacific/Kiritimati   1.8721 -157.4278 2026-12-21 12-20T16:04:27 12-20T16:26:59 12-20T22:27:29 12-21T04:27:59 12-21T04:50:31
Asia/Kathmandu      27.7172    85.324 2026-03-20 03-19T23:59:41 03-20T00:23:01 03-20T06:26:12 03-20T12:29:48 03-20T12:53:10
Asia/Kathmandu      27.7172    85.324 2026-06-21 06-20T22:56:52 06-20T23:23:32 06-21T06:20:28 06-21T13:17:24 06-21T13:44:03
Asia/Kathmandu      27.7172    85.324 2026-09-01 08-31T23:33:33 08-31T23:57:22 09-01T06:18:47 09-01T12:39:46 09-01T13:03:33
Asia/Kathmandu      27.7172    85.324 2026-12-21 12-21T00:39:17 12-21T01:05:00 12-21T06:16:39 12-21T11:28:17 12-21T11:54:00
)";

double seconds_apart(Time a, const std::string& b) { return std::abs(to_seconds(a - utc("2026-" + b + "Z"))); }

void expect_crossing(const Crossing& got, const std::string& up, const std::string& down, const std::string& where) {
  if (up == "above" || up == "below") {
    EXPECT_EQ(got.kind, up == "above" ? Crossing::AlwaysAbove : Crossing::AlwaysBelow) << where;
    return;
  }
  ASSERT_EQ(got.kind, Crossing::RisesAndSets) << where;
  EXPECT_LT(seconds_apart(got.up, up), 60) << where << " up " << to_iso8601(got.up) << " for " << up;
  EXPECT_LT(seconds_apart(got.down, down), 60) << where << " down " << to_iso8601(got.down) << " for " << down;
}

TEST(Sun, AgreesWithAnEphemerisWithinAMinute) {
  std::istringstream table(kEphemeris);
  size_t rows = 0;
  std::string zone, date, dawn, sunrise, noon, sunset, dusk;
  for (Place place;
       table >> zone >> place.latitude >> place.longitude >> date >> dawn >> sunrise >> noon >> sunset >> dusk;
       ++rows) {
    const std::string where = zone + " " + date;
    const SunDay day = sun_day(parse_civil(date).value(), place, Zone::find(zone).value());
    EXPECT_LT(seconds_apart(day.noon, noon), 60) << where << " noon " << to_iso8601(day.noon);
    expect_crossing(day.sun, sunrise, sunset, where);
    expect_crossing(day.twilight, dawn, dusk, where);
  }
  EXPECT_EQ(rows, 28U);
}

TEST(Sun, StandsWhereEphemeridesPutIt) {
  struct Row {
    Place place;
    const char* at;
    double elevation, azimuth;
  };
  const Row rows[] = {
      {{52.52, 13.405}, "2026-03-20T10:00:00Z", 35.17, 157.21},
      {{52.52, 13.405}, "2026-06-21T04:30:00Z", 12.89, 68.16},
      {{52.52, 13.405}, "2026-12-21T15:45:00Z", -7.23, 240.43},
      {{40.7128, -74.006}, "2026-06-21T04:30:00Z", -25.53, 352.94},
      {{-33.8688, 151.2093}, "2026-06-21T04:30:00Z", 22.11, 322.16},
      {{-33.8688, 151.2093}, "2026-12-21T15:45:00Z", -26.84, 151.22},
      {{-0.1807, -78.4678}, "2026-03-20T10:00:00Z", -20.34, 90.15},
      {{64.1466, -21.9426}, "2026-06-21T04:30:00Z", 4.34, 40.69},
  };
  for (const Row& row : rows) {
    const SunPosition position = sun_position(utc(row.at), row.place);
    EXPECT_NEAR(position.elevation, row.elevation, 0.05) << row.at;
    EXPECT_NEAR(position.azimuth, row.azimuth, 0.05) << row.at;
  }
}

TEST(Sun, ElevationAtACrossingIsTheOneAskedFor) {
  for (int day = 0; day < 365; day += 3) {
    const CivilTime date = add_days({.year = 2026}, day);
    const Place place{48.2, 16.4};
    const SunDay sun = sun_day(date, place, Zone::find("Europe/Vienna").value());
    EXPECT_NEAR(sun_position(sun.sun.up, place).elevation, -0.833, 0.01);
    EXPECT_NEAR(sun_position(sun.sun.down, place).elevation, -0.833, 0.01);
    EXPECT_NEAR(sun_position(sun.twilight.up, place).elevation, -6, 0.01);
    EXPECT_NEAR(sun_position(sun.twilight.down, place).elevation, -6, 0.01);
    EXPECT_LT(sun.twilight.up, sun.sun.up);
    EXPECT_LT(sun.sun.up, sun.noon);
    EXPECT_LT(sun.noon, sun.sun.down);
  }
}

TEST(Sun, NextEventsComeOnceADay) {
  const Place vienna{48.2, 16.4};
  for (const SunEvent event : {SunEvent::Dawn, SunEvent::Sunrise, SunEvent::Noon, SunEvent::Sunset, SunEvent::Dusk}) {
    Time at = *next_sun_event(event, utc("2026-01-01T00:00:00Z"), vienna);
    for (int day = 1; day < 365; ++day) {
      const Time next = *next_sun_event(event, at, vienna);
      ASSERT_NEAR(to_seconds(next - at), 86'400, 200) << to_iso8601(at);
      at = next;
    }
    EXPECT_LT(at, utc("2027-01-01T00:00:00Z"));
  }
}

TEST(Sun, AfterThePolarNightTheNextSunriseIsWeeksAway) {
  const Place tromso{69.6492, 18.9553};
  const auto sunrise = next_sun_event(SunEvent::Sunrise, utc("2026-12-01T00:00:00Z"), tromso);
  ASSERT_TRUE(sunrise);
  EXPECT_GT(*sunrise, utc("2027-01-12T00:00:00Z"));
  EXPECT_LT(*sunrise, utc("2027-01-18T00:00:00Z"));
}

TEST(Sun, ThePolesAndTheDateLineGiveAnswers) {
  const Zone zone;
  EXPECT_EQ(sun_day({2026, 6, 21}, {90, 0}, zone).sun.kind, Crossing::AlwaysAbove);
  EXPECT_EQ(sun_day({2026, 6, 21}, {-90, 0}, zone).sun.kind, Crossing::AlwaysBelow);
  EXPECT_EQ(sun_day({2026, 3, 21}, {0, 180}, zone).sun.kind, Crossing::RisesAndSets);
  EXPECT_EQ(sun_day({2026, 3, 21}, {0, -180}, zone).sun.kind, Crossing::RisesAndSets);
}

}  // namespace
}  // namespace hearth::calendar
