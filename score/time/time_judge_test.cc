#include "score/time/time_judge.h"

#include <gtest/gtest.h>

namespace hearth::score {
namespace {

using flow::When;

TimeRow row(const std::string& expect) {
  const auto read = read_time_row(R"({"id":"1","language":"de","now":"2026-11-18T12:10+01:00","zone":"Europe/Berlin",)"
                                  R"("text":"um sechs","expect":)" +
                                      expect + "}",
                                  "rows:1");
  EXPECT_TRUE(read.ok()) << (read.ok() ? "" : to_string(read.error()));
  return *read;
}

When at(const char* from, const char* to, When::Grain grain) {
  When when;
  when.from = parse_iso8601(from).value();
  when.to = parse_iso8601(to).value();
  when.grain = grain;
  return when;
}

TEST(TimeJudge, AMomentIsRightWhenItIsTheSameMoment) {
  const TimeRow six = row(R"({"from":"2026-11-18T18:00+01:00","grain":"hour"})");
  EXPECT_EQ(judge_time(six, at("2026-11-18T17:00Z", "2026-11-18T17:01Z", When::Minute)), Outcome::Right);
  EXPECT_EQ(judge_time(six, at("2026-11-18T17:00Z", "2026-11-18T17:01Z", When::Day)), Outcome::Wrong);
  EXPECT_EQ(judge_time(six, at("2026-11-18T18:00Z", "2026-11-18T18:01Z", When::Minute)), Outcome::Wrong);
  EXPECT_EQ(judge_time(six, std::nullopt), Outcome::Missed);
  When asked = at("2026-11-18T17:00Z", "2026-11-18T17:01Z", When::Minute);
  asked.others = {asked.to};
  EXPECT_EQ(judge_time(six, asked), Outcome::Asked);
  EXPECT_EQ(judge_time(row(R"("ask")"), asked), Outcome::Right);
  asked.others.clear();
  EXPECT_EQ(judge_time(row(R"("ask")"), asked), Outcome::Wrong);
}

TEST(TimeJudge, EndsCountWhereTheyAreExpected) {
  const TimeRow stretch = row(R"({"from":"2026-11-18T18:00","to":"2026-11-18T20:00","grain":"minute"})");
  EXPECT_EQ(judge_time(stretch, at("2026-11-18T17:00Z", "2026-11-18T19:00Z", When::Minute)), Outcome::Right);
  EXPECT_EQ(judge_time(stretch, at("2026-11-18T17:00Z", "2026-11-18T19:30Z", When::Minute)), Outcome::Wrong);
  When until = at("2026-11-18T11:10Z", "2026-11-18T17:00Z", When::Minute);
  until.role = When::Until;
  EXPECT_EQ(judge_time(row(R"({"from":"2026-11-18T18:00","grain":"minute"})"), until), Outcome::Right);
}

TEST(TimeJudge, RulesAreTheirOccurrences) {
  const TimeRow weekly = row(R"({"from":"2026-11-24T07:00","grain":"minute","recurrence":"FREQ=WEEKLY;BYDAY=TU"})");
  When when = at("2026-11-24T06:00Z", "2026-11-24T06:01Z", When::Minute);
  EXPECT_EQ(judge_time(weekly, when), Outcome::Wrong) << "once";
  when.recurrence = "FREQ=WEEKLY";
  EXPECT_EQ(judge_time(weekly, when), Outcome::Right) << "the same Tuesdays";
  when.recurrence = "FREQ=DAILY";
  EXPECT_EQ(judge_time(weekly, when), Outcome::Wrong);
}

TEST(TimeJudge, LengthsAreSeconds) {
  When when;
  when.role = When::For;
  when.seconds = 5400;
  EXPECT_EQ(judge_time(row(R"("PT1H30M")"), when), Outcome::Right);
  EXPECT_EQ(judge_time(row(R"("PT90S")"), when), Outcome::Wrong);
  EXPECT_EQ(read_length("P1DT2H3M4.5S").value(), 93784.5);
  EXPECT_EQ(read_length("P2W").value(), 1'209'600);
  for (const char* bad : {"", "P", "1H", "PT1", "PTH", "P1H", "PT1D"}) EXPECT_FALSE(read_length(bad).ok()) << bad;
}

TEST(TimeRows, ErrorsNameLineAndMember) {
  EXPECT_EQ(read_time_row("{}", "rows:7").error().place, "rows:7");
  EXPECT_NE(read_time_row(R"({"id":"1","language":"en","text":"x","zone":"UTC","now":"soon","expect":"ask"})", "rows:7")
                .error()
                .message.find("'now'"),
            std::string::npos);
  EXPECT_EQ(read_time_rows("/no/such/rows", {}).error().kind, Error::NotFound);
}

}  // namespace
}  // namespace hearth::score
