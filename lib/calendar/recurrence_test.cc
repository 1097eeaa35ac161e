#include "calendar/recurrence.h"

#include <gmock/gmock.h>

namespace hearth::calendar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Zone zone(std::string_view name) { return Zone::find(name).value(); }
CivilTime civil(std::string_view text) { return parse_civil(text).value(); }
Time utc(std::string_view text) { return parse_iso8601(text).value(); }
Recurrence rule(std::string_view text) { return Recurrence::parse(text).value(); }

/// The first `most` times of a rule, as its zone's clocks show them.
std::vector<std::string> times(std::string_view text, std::string_view start, size_t most,
                               std::string_view zone_name = "Europe/Berlin") {
  const Zone at = zone(zone_name);
  std::vector<std::string> found;
  Time after = at.to_utc(civil(start)) - Duration{1};
  while (found.size() < most) {
    const auto next = rule(text).next_after(after, civil(start), at);
    if (!next) break;
    EXPECT_GT(*next, after);
    const std::string shown = to_string(at.to_civil(*next));
    found.push_back(shown.substr(0, shown.size() - 3));
    after = *next;
  }
  return found;
}

TEST(Recurrence, EveryDayAtHalfPastSixStaysThereWhenClocksChange) {
  const Zone berlin = zone("Europe/Berlin");
  const Recurrence daily = rule("FREQ=DAILY");
  const CivilTime start = civil("2026-01-01T06:30");
  EXPECT_EQ(to_iso8601(*daily.next_after(utc("2026-03-28T12:00:00Z"), start, berlin)), "2026-03-29T04:30:00Z");
  EXPECT_EQ(to_iso8601(*daily.next_after(utc("2026-03-27T12:00:00Z"), start, berlin)), "2026-03-28T05:30:00Z");
  EXPECT_EQ(to_iso8601(*daily.next_after(utc("2026-10-24T12:00:00Z"), start, berlin)), "2026-10-25T05:30:00Z");
  // Strictly after: asked at the very moment, it is the next day's.
  EXPECT_EQ(to_iso8601(*daily.next_after(utc("2026-03-28T05:30:00Z"), start, berlin)), "2026-03-29T04:30:00Z");
}

TEST(Recurrence, ATimeInTheGapMovesForwardAndOneThatComesTwiceIsTheFirst) {
  EXPECT_THAT(times("FREQ=DAILY", "2026-03-28T02:30", 3),
              ElementsAre("2026-03-28T02:30", "2026-03-29T03:30", "2026-03-30T02:30"));
  const Zone berlin = zone("Europe/Berlin");
  const auto next = [&](std::string_view after) {
    return to_iso8601(*rule("FREQ=DAILY").next_after(utc(after), civil("2026-01-01T02:30"), berlin));
  };
  EXPECT_EQ(next("2026-10-24T12:00:00Z"), "2026-10-25T00:30:00Z");
  EXPECT_EQ(next("2026-10-25T00:30:00Z"), "2026-10-26T01:30:00Z");
}

TEST(Recurrence, ASkippedDayFallsOnItsNeighbour) {
  EXPECT_THAT(times("FREQ=DAILY;COUNT=4", "2011-12-29T06:30", 9, "Pacific/Apia"),
              ElementsAre("2011-12-29T06:30", "2011-12-31T06:30", "2012-01-01T06:30"));
  EXPECT_THAT(times("FREQ=DAILY", "2018-11-03T00:00", 3, "America/Sao_Paulo"),
              ElementsAre("2018-11-03T00:00", "2018-11-04T01:00", "2018-11-05T00:00"));
}

TEST(Recurrence, SubDailyRulesCountElapsedTime) {
  EXPECT_THAT(
      times("FREQ=MINUTELY;INTERVAL=30", "2026-03-29T01:00", 5),
      ElementsAre("2026-03-29T01:00", "2026-03-29T01:30", "2026-03-29T03:00", "2026-03-29T03:30", "2026-03-29T04:00"));
  EXPECT_THAT(times("FREQ=HOURLY", "2026-10-25T01:00", 4),
              ElementsAre("2026-10-25T01:00", "2026-10-25T02:00", "2026-10-25T02:00", "2026-10-25T03:00"));
  EXPECT_THAT(times("FREQ=HOURLY;INTERVAL=8;BYDAY=SA", "2026-11-20T06:00", 4),
              ElementsAre("2026-11-21T06:00", "2026-11-21T14:00", "2026-11-21T22:00", "2026-11-28T06:00"));
  EXPECT_THAT(times("FREQ=MINUTELY;INTERVAL=10;COUNT=3", "2026-11-20T06:00", 9),
              ElementsAre("2026-11-20T06:00", "2026-11-20T06:10", "2026-11-20T06:20"));
  EXPECT_THAT(times("FREQ=HOURLY;BYMONTH=1;COUNT=2", "2026-11-20T06:30", 9),
              ElementsAre("2027-01-01T00:30", "2027-01-01T01:30"));
}

TEST(Recurrence, WeeksBeginOnMonday) {
  EXPECT_THAT(times("FREQ=WEEKLY;BYDAY=SU,MO", "2026-11-18T07:00", 3),
              ElementsAre("2026-11-22T07:00", "2026-11-23T07:00", "2026-11-29T07:00"));
  EXPECT_THAT(
      times("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "2026-11-17T07:00", 5),
      ElementsAre("2026-11-17T07:00", "2026-11-22T07:00", "2026-12-01T07:00", "2026-12-06T07:00", "2026-12-15T07:00"));
  EXPECT_THAT(times("FREQ=WEEKLY", "2026-12-29T07:00", 2), ElementsAre("2026-12-29T07:00", "2027-01-05T07:00"));
  EXPECT_THAT(times("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-19T07:00", 3),
              ElementsAre("2026-11-19T07:00", "2026-11-20T07:00", "2026-11-23T07:00"));
}

TEST(Recurrence, MonthEndsAreLeftOutOrCountedFromBehind) {
  EXPECT_THAT(times("FREQ=MONTHLY", "2026-01-31T08:00", 4),
              ElementsAre("2026-01-31T08:00", "2026-03-31T08:00", "2026-05-31T08:00", "2026-07-31T08:00"));
  EXPECT_THAT(times("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T08:00", 4),
              ElementsAre("2026-01-31T08:00", "2026-02-28T08:00", "2026-03-31T08:00", "2026-04-30T08:00"));
  EXPECT_THAT(times("FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-01-10T08:00", 3),
              ElementsAre("2026-01-15T08:00", "2026-02-01T08:00", "2026-02-15T08:00"));
}

TEST(Recurrence, NumberedWeekdays) {
  EXPECT_THAT(times("FREQ=MONTHLY;BYDAY=2MO", "2026-11-01T18:00", 3),
              ElementsAre("2026-11-09T18:00", "2026-12-14T18:00", "2027-01-11T18:00"));
  EXPECT_THAT(times("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-01T18:00", 3),
              ElementsAre("2026-11-27T18:00", "2026-12-25T18:00", "2027-01-29T18:00"));
  EXPECT_THAT(times("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-01-01T18:00", 4),
              ElementsAre("2026-02-13T18:00", "2026-03-13T18:00", "2026-11-13T18:00", "2027-08-13T18:00"));
  EXPECT_THAT(times("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-01-01T12:00", 2, "America/New_York"),
              ElementsAre("2026-11-26T12:00", "2027-11-25T12:00"));
  EXPECT_THAT(times("FREQ=YEARLY;BYDAY=20MO", "1997-05-19T09:00", 3, "America/New_York"),
              ElementsAre("1997-05-19T09:00", "1998-05-18T09:00", "1999-05-17T09:00"));
}

TEST(Recurrence, LeapDaysComeInLeapYears) {
  EXPECT_THAT(times("FREQ=YEARLY", "2024-02-29T09:00", 3),
              ElementsAre("2024-02-29T09:00", "2028-02-29T09:00", "2032-02-29T09:00"));
  EXPECT_THAT(times("FREQ=YEARLY", "2096-02-29T09:00", 2), ElementsAre("2096-02-29T09:00", "2104-02-29T09:00"));
  EXPECT_THAT(times("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2023-01-01T09:00", 3),
              ElementsAre("2023-02-28T09:00", "2024-02-29T09:00", "2025-02-28T09:00"));
}

TEST(Recurrence, EndsByCountOrUntil) {
  EXPECT_THAT(times("FREQ=DAILY;COUNT=2", "2026-01-01T06:30", 9), ElementsAre("2026-01-01T06:30", "2026-01-02T06:30"));
  EXPECT_THAT(times("FREQ=DAILY;UNTIL=20260102", "2026-01-01T06:30", 9),
              ElementsAre("2026-01-01T06:30", "2026-01-02T06:30"));
  EXPECT_THAT(times("FREQ=DAILY;UNTIL=20260102T062959", "2026-01-01T06:30", 9), ElementsAre("2026-01-01T06:30"));
  EXPECT_THAT(times("FREQ=DAILY;UNTIL=20260102T053000Z", "2026-01-01T06:30", 9),
              ElementsAre("2026-01-01T06:30", "2026-01-02T06:30"));
  const auto far = rule("FREQ=DAILY;COUNT=1000")
                       .next_after(utc("2028-09-25T12:00:00Z"), civil("2026-01-01T06:30"), zone("Europe/Berlin"));
  EXPECT_EQ(to_iso8601(*far), "2028-09-26T04:30:00Z");  // the thousandth
  EXPECT_FALSE(rule("FREQ=DAILY;COUNT=1000").next_after(*far, civil("2026-01-01T06:30"), zone("Europe/Berlin")));
}

TEST(Recurrence, ExceptionsAreLeftOutButCounted) {
  EXPECT_THAT(times("RRULE:FREQ=DAILY;COUNT=4\nEXDATE:20260102T063000,20260103T053000Z\n", "2026-01-01T06:30", 9),
              ElementsAre("2026-01-01T06:30", "2026-01-04T06:30"));
  EXPECT_THAT(times("EXDATE;VALUE=DATE:20261224\nRRULE:FREQ=DAILY", "2026-12-23T18:00", 2),
              ElementsAre("2026-12-23T18:00", "2026-12-25T18:00"));
}

TEST(Recurrence, ImpossibleRulesEndTheSearch) {
  const Zone berlin = zone("Europe/Berlin");
  for (const char* text : {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                           "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31;INTERVAL=100000", "FREQ=MONTHLY;BYDAY=6MO",
                           "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=6;BYMONTHDAY=31;COUNT=5",
                           "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=100000"}) {
    EXPECT_FALSE(rule(text).next_after(utc("2026-01-01T00:00:00Z"), civil("2026-01-01T00:00"), berlin)) << text;
  }
}

TEST(Recurrence, FarTimesNeitherLoopNorOverflow) {
  const Zone berlin = zone("Europe/Berlin");
  for (const char* text : {"FREQ=MINUTELY", "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY",
                           "FREQ=YEARLY;INTERVAL=100000", "FREQ=MINUTELY;COUNT=100000"}) {
    EXPECT_FALSE(rule(text).next_after(kNever, civil("2026-01-01T00:00"), berlin)) << text;
    EXPECT_EQ(rule(text).next_after(Time::min(), civil("2026-01-01T00:00"), berlin), utc("2025-12-31T23:00:00Z"))
        << text;
    EXPECT_FALSE(rule(text).next_after(Time::min(), civil("9995-01-01T00:00"), berlin)) << text;
  }
}

TEST(Recurrence, ReadsWhatItWrites) {
  for (const char* text :
       {"FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "FREQ=MONTHLY;BYDAY=2MO,-1FR",
        "FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=-1,15;COUNT=7", "FREQ=HOURLY;INTERVAL=6;UNTIL=20261231",
        "FREQ=MINUTELY;INTERVAL=15;UNTIL=20261231T120000Z\nEXDATE:20260101T000000,20260102,20260103T000000Z"}) {
    EXPECT_EQ(to_string(rule(text)), text);
    EXPECT_EQ(rule(to_string(rule(text))), rule(text));
  }
  EXPECT_EQ(to_string(rule("rrule:interval=1;freq=weekly;byday=mo,mo;wkst=mo;\r\n")), "FREQ=WEEKLY;BYDAY=MO");
}

struct Wrong {
  const char* text;
  const char* place;
};

TEST(Recurrence, AnErrorNamesThePart) {
  for (const Wrong& wrong : {Wrong{"", "RRULE"},
                             Wrong{"\n\n", "RRULE"},
                             Wrong{"INTERVAL=2", "FREQ"},
                             Wrong{"FREQ=SECONDLY", "FREQ"},
                             Wrong{"FREQ=", "FREQ"},
                             Wrong{"FREQ=DAILY;INTERVAL=0", "INTERVAL"},
                             Wrong{"FREQ=DAILY;INTERVAL=99999999999", "INTERVAL"},
                             Wrong{"FREQ=DAILY;INTERVAL=2x", "INTERVAL"},
                             Wrong{"FREQ=DAILY;BYDAY=XX", "BYDAY"},
                             Wrong{"FREQ=DAILY;BYDAY=", "BYDAY"},
                             Wrong{"FREQ=MONTHLY;BYDAY=0MO", "BYDAY"},
                             Wrong{"FREQ=MONTHLY;BYDAY=54MO", "BYDAY"},
                             Wrong{"FREQ=WEEKLY;BYDAY=2MO", "BYDAY"},
                             Wrong{"FREQ=WEEKLY;BYMONTHDAY=2", "BYMONTHDAY"},
                             Wrong{"FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"},
                             Wrong{"FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"},
                             Wrong{"FREQ=YEARLY;BYMONTH=13", "BYMONTH"},
                             Wrong{"FREQ=DAILY;COUNT=0", "COUNT"},
                             Wrong{"FREQ=DAILY;UNTIL=2026-01-01", "UNTIL"},
                             Wrong{"FREQ=DAILY;UNTIL=20260231", "UNTIL"},
                             Wrong{"FREQ=DAILY;UNTIL=20260201T250000", "UNTIL"},
                             Wrong{"FREQ=DAILY;COUNT=2;UNTIL=20260201", "UNTIL"},
                             Wrong{"FREQ=DAILY;BYHOUR=6", "BYHOUR"},
                             Wrong{"FREQ=DAILY;FREQ=DAILY", "FREQ"},
                             Wrong{"FREQ=DAILY\nFREQ=DAILY", "RRULE"},
                             Wrong{"FREQ=DAILY\nEXDATE:tomorrow", "EXDATE"},
                             Wrong{"FREQ=DAILY\nEXDATE;TZID=Europe/Berlin:20260101", "EXDATE"}}) {
    const auto parsed = Recurrence::parse(wrong.text);
    ASSERT_FALSE(parsed.ok()) << wrong.text;
    EXPECT_EQ(parsed.error().kind, Error::InvalidInput);
    EXPECT_EQ(parsed.error().place, wrong.place) << wrong.text;
    EXPECT_THAT(parsed.error().message, HasSubstr("expected")) << wrong.text;
  }
}

TEST(Recurrence, AnyTextIsReadOrRefused) {
  const std::string whole = "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO,-1FR;UNTIL=20261231T120000Z\nEXDATE:20260101";
  for (size_t cut = 0; cut <= whole.size(); ++cut) (void)Recurrence::parse(whole.substr(0, cut)).ok();
  for (size_t at = 0; at < whole.size(); ++at) {
    for (const char c : {'\0', '=', ';', ',', ':', '-', '9', '\n', '\xff'}) {
      std::string text = whole;
      text[at] = c;
      (void)Recurrence::parse(text).ok();
    }
  }
  EXPECT_FALSE(Recurrence::parse(std::string(100'000, 'A')).ok());
}

}  // namespace
}  // namespace hearth::calendar
