#include "calendar/zone.h"

#include <gmock/gmock.h>

#include <thread>

namespace hearth::calendar {
namespace {

Zone zone(const std::string& name) { return Zone::find(name).value(); }
CivilTime civil(std::string_view text) { return parse_civil(text).value(); }
Time utc(std::string_view text) { return parse_iso8601(text).value(); }

struct Case {
  const char* zone;
  const char* civil;
  Placement::Kind kind;
  const char* earlier;
  const char* later;
  const char* back;  // what `earlier` reads as in the zone
};

class Placements : public testing::TestWithParam<Case> {};

TEST_P(Placements, FollowTheRulesOfTheZone) {
  const Case& c = GetParam();
  const Zone at = zone(c.zone);
  const Placement placement = at.place(civil(c.civil));
  EXPECT_EQ(placement.kind, c.kind);
  EXPECT_EQ(to_iso8601(placement.earlier), c.earlier);
  EXPECT_EQ(to_iso8601(placement.later), c.later);
  EXPECT_EQ(to_string(at.to_civil(placement.earlier)), c.back);
  EXPECT_EQ(at.to_utc(civil(c.civil)), placement.earlier);
  EXPECT_EQ(at.to_utc(civil(c.civil), Ambiguous::Later), placement.later);
}

constexpr auto kUnique = Placement::Unique;
constexpr auto kGap = Placement::Gap;
constexpr auto kOverlap = Placement::Overlap;

INSTANTIATE_TEST_SUITE_P(
    Table, Placements,
    testing::Values(
        // Berlin: 2026-03-29 02:00 to 03:00 is missing, 2026-10-25 02:00 to 03:00 comes twice.
        Case{"Europe/Berlin", "2026-03-29T01:59:59", kUnique, "2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z",
             "2026-03-29T01:59:59"},
        Case{"Europe/Berlin", "2026-03-29T02:00", kGap, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z",
             "2026-03-29T03:00:00"},
        Case{"Europe/Berlin", "2026-03-29T02:30", kGap, "2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z",
             "2026-03-29T03:30:00"},
        Case{"Europe/Berlin", "2026-03-29T03:00", kUnique, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z",
             "2026-03-29T03:00:00"},
        Case{"Europe/Berlin", "2026-10-25T02:30", kOverlap, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z",
             "2026-10-25T02:30:00"},
        Case{"Europe/Berlin", "2026-10-25T03:00", kUnique, "2026-10-25T02:00:00Z", "2026-10-25T02:00:00Z",
             "2026-10-25T03:00:00"},
        Case{"Europe/Berlin", "2036-07-01T12:00", kUnique, "2036-07-01T10:00:00Z", "2036-07-01T10:00:00Z",
             "2036-07-01T12:00:00"},
        // New York: 2026-03-08 and 2026-11-01.
        Case{"America/New_York", "2026-03-08T02:15", kGap, "2026-03-08T07:15:00Z", "2026-03-08T07:15:00Z",
             "2026-03-08T03:15:00"},
        Case{"America/New_York", "2026-11-01T01:15", kOverlap, "2026-11-01T05:15:00Z", "2026-11-01T06:15:00Z",
             "2026-11-01T01:15:00"},
        // Lord Howe moves by half an hour: +11 to +10:30 on 2026-04-05, back on 2026-10-04.
        Case{"Australia/Lord_Howe", "2026-04-05T01:45", kOverlap, "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z",
             "2026-04-05T01:45:00"},
        Case{"Australia/Lord_Howe", "2026-10-04T02:10", kGap, "2026-10-03T15:40:00Z", "2026-10-03T15:40:00Z",
             "2026-10-04T02:40:00"},
        Case{"Australia/Lord_Howe", "2026-10-04T02:30", kUnique, "2026-10-03T15:30:00Z", "2026-10-03T15:30:00Z",
             "2026-10-04T02:30:00"},
        // Casablanca is at +01 but for Ramadan, when it falls back to +00 (2026-02-15 03:00 to 2026-03-22 02:00).
        Case{"Africa/Casablanca", "2026-02-15T02:30", kOverlap, "2026-02-15T01:30:00Z", "2026-02-15T02:30:00Z",
             "2026-02-15T02:30:00"},
        Case{"Africa/Casablanca", "2026-03-01T12:00", kUnique, "2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z",
             "2026-03-01T12:00:00"},
        Case{"Africa/Casablanca", "2026-03-22T02:30", kGap, "2026-03-22T02:30:00Z", "2026-03-22T02:30:00Z",
             "2026-03-22T03:30:00"},
        // Kathmandu keeps +05:45 all year.
        Case{"Asia/Kathmandu", "2026-07-01T00:00", kUnique, "2026-06-30T18:15:00Z", "2026-06-30T18:15:00Z",
             "2026-07-01T00:00:00"},
        // Sao Paulo lost the hour from midnight on 2018-11-04, and had 23:00 to 24:00 twice on 2018-02-17.
        Case{"America/Sao_Paulo", "2018-11-04T00:00", kGap, "2018-11-04T03:00:00Z", "2018-11-04T03:00:00Z",
             "2018-11-04T01:00:00"},
        Case{"America/Sao_Paulo", "2018-02-17T23:30", kOverlap, "2018-02-18T01:30:00Z", "2018-02-18T02:30:00Z",
             "2018-02-17T23:30:00"},
        Case{"America/Sao_Paulo", "2026-11-04T00:00", kUnique, "2026-11-04T03:00:00Z", "2026-11-04T03:00:00Z",
             "2026-11-04T00:00:00"},
        // Apia crossed the date line: the whole of 2011-12-30 is missing.
        Case{"Pacific/Apia", "2011-12-29T23:59:59", kUnique, "2011-12-30T09:59:59Z", "2011-12-30T09:59:59Z",
             "2011-12-29T23:59:59"},
        Case{"Pacific/Apia", "2011-12-30T12:00", kGap, "2011-12-30T22:00:00Z", "2011-12-30T22:00:00Z",
             "2011-12-31T12:00:00"},
        Case{"Pacific/Apia", "2011-12-31T00:00", kUnique, "2011-12-30T10:00:00Z", "2011-12-30T10:00:00Z",
             "2011-12-31T00:00:00"},
        Case{"UTC", "2024-02-29T23:59:59", kUnique, "2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z",
             "2024-02-29T23:59:59"}));

TEST(Zone, TellsOffsetAndAbbreviation) {
  using std::chrono::minutes;
  EXPECT_EQ(zone("Europe/Berlin").offset(utc("2026-07-01T12:00:00Z")), minutes(120));
  EXPECT_EQ(zone("Europe/Berlin").abbreviation(utc("2026-07-01T12:00:00Z")), "CEST");
  EXPECT_EQ(zone("Europe/Berlin").abbreviation(utc("2026-01-01T12:00:00Z")), "CET");
  EXPECT_EQ(zone("Asia/Kathmandu").offset(utc("2026-01-01T00:00:00Z")), minutes(345));
  EXPECT_EQ(zone("America/New_York").offset(utc("2026-01-01T00:00:00Z")), minutes(-300));
  EXPECT_EQ(Zone().offset(utc("2026-01-01T00:00:00Z")), minutes(0));
  EXPECT_EQ(Zone().abbreviation(utc("2026-01-01T00:00:00Z")), "UTC");
}

TEST(Zone, FractionsBeforeTheEpochRoundDown) {
  EXPECT_EQ(to_string(Zone().to_civil(from_microseconds(-1))), "1969-12-31T23:59:59");
}

TEST(Zone, FindsTheNextTransition) {
  const auto next = [](const char* name, const char* after) {
    const auto found = zone(name).next_transition(utc(after));
    return found ? to_iso8601(*found) : "none";
  };
  EXPECT_EQ(next("Europe/Berlin", "2026-01-01T00:00:00Z"), "2026-03-29T01:00:00Z");
  EXPECT_EQ(next("Europe/Berlin", "2026-03-29T00:59:59Z"), "2026-03-29T01:00:00Z");
  EXPECT_EQ(next("Europe/Berlin", "2026-03-29T01:00:00Z"), "2026-10-25T01:00:00Z");
  EXPECT_EQ(next("Asia/Kathmandu", "2026-01-01T00:00:00Z"), "none");
  EXPECT_EQ(next("America/Sao_Paulo", "2026-01-01T00:00:00Z"), "none");
  EXPECT_EQ(next("UTC", "2026-01-01T00:00:00Z"), "none");
}

TEST(Zone, AWrongNameSaysWhatWasExpected) {
  const auto wrong = Zone::find("europe/berlin");
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().kind, Error::NotFound);
  EXPECT_THAT(wrong.error().message, testing::HasSubstr("did you mean Europe/Berlin?"));
  for (const char* name : {"", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "CEST-bogus", "Europe/"}) {
    const auto zone = Zone::find(name);
    ASSERT_FALSE(zone.ok()) << name;
    EXPECT_THAT(zone.error().message, testing::HasSubstr("expected an IANA name")) << name;
  }
}

TEST(Zone, EveryHourOfAYearComesBackFromCivilTime) {
  for (const char* name : {"Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "America/St_Johns"}) {
    const Zone at = zone(name);
    for (Time time = utc("2026-01-01T00:00:00Z"); time < utc("2027-01-01T00:00:00Z");
         time += std::chrono::minutes(15)) {
      const Placement placement = at.place(at.to_civil(time));
      ASSERT_NE(placement.kind, Placement::Gap) << name << to_iso8601(time);
      ASSERT_TRUE(placement.earlier == time || placement.later == time) << name << to_iso8601(time);
    }
  }
}

TEST(Zone, ManyThreadsMayUseItAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::string> read(8);
  for (size_t i = 0; i < read.size(); ++i) {
    threads.emplace_back(
        [&, i] { read[i] = to_string(zone("Pacific/Chatham").to_civil(utc("2026-07-01T00:00:00Z"))); });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(read, testing::Each("2026-07-01T12:45:00"));
}

}  // namespace
}  // namespace hearth::calendar
