#include "base/time.h"

#include <gtest/gtest.h>

#include "base/clock.h"

namespace hearth {
namespace {

using namespace std::chrono_literals;

Time at(std::string_view text) {
  const Result<Time> time = parse_iso8601(text);
  EXPECT_TRUE(time.ok()) << text;
  return time.ok() ? *time : Time{};
}

TEST(Time, WritesAFractionOnlyWhereThereIsOne) {
  const Time whole = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 19h;
  EXPECT_EQ(to_iso8601(whole), "2026-11-22T19:00:00Z");
  EXPECT_EQ(to_iso8601(whole + 250ms), "2026-11-22T19:00:00.250Z");
  EXPECT_EQ(to_iso8601(whole + 5ms), "2026-11-22T19:00:00.005Z");
  EXPECT_EQ(to_iso8601(whole + 1us), "2026-11-22T19:00:00.000001Z");
  EXPECT_EQ(to_iso8601(Time{}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_iso8601(Time{-1us}), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(to_iso8601(kNever), "never");
}

TEST(Time, ReadsWhatItWrites) {
  for (const int64_t us : {0L, -1L, 1'700'000'000'123'456L, -62'135'596'800'000'000L, 253'402'300'799'999'999L}) {
    EXPECT_EQ(at(to_iso8601(from_microseconds(us))), from_microseconds(us)) << us;
  }
  EXPECT_EQ(at("never"), kNever);
}

TEST(Time, ReadsOffsetsAndFractions) {
  const Time noon = at("2026-11-22T12:00:00Z");
  EXPECT_EQ(at("2026-11-22T13:00:00+01:00"), noon);
  EXPECT_EQ(at("2026-11-22T13:00:00+0100"), noon);
  EXPECT_EQ(at("2026-11-22T06:30:00-05:30"), noon);
  EXPECT_EQ(at("2026-11-23T00:00:00+12:00"), noon);
  EXPECT_EQ(at("2026-11-22 12:00Z"), noon);
  EXPECT_EQ(at("2026-11-22T12:00:00.5Z"), noon + 500ms);
  EXPECT_EQ(at("2026-11-22T12:00:00.1234567Z"), noon + 123'456us) << "beyond microseconds is cut off";
  EXPECT_EQ(at("2026-11-22T24:00:00Z"), at("2026-11-23T00:00:00Z"));
  EXPECT_EQ(at("2016-12-31T23:59:60Z"), at("2017-01-01T00:00:00Z"));
  EXPECT_EQ(at("2024-02-29T00:00:00Z"), at("2024-02-28T24:00:00Z"));
}

TEST(Time, RefusesWhatIsNone) {
  for (const std::string_view bad : {"",
                                     "now",
                                     "2026-11-22",
                                     "2026-11-22T12",
                                     "2026-11-22T12:00",
                                     "2026-11-22T12:00:00",
                                     "2026-02-29T00:00:00Z",
                                     "2026-13-01T00:00:00Z",
                                     "2026-00-01T00:00:00Z",
                                     "2026-11-22T25:00:00Z",
                                     "2026-11-22T24:00:01Z",
                                     "2026-11-22T12:60:00Z",
                                     "2026-11-22T12:00:61Z",
                                     "2026-11-22T12:00:00.Z",
                                     "2026-11-22T12:00:00+",
                                     "2026-11-22T12:00:00+1",
                                     "2026-11-22T12:00:00+99:00",
                                     "2026-11-22T12:00:00+01:60",
                                     "2026-11-22T12:00:00Z ",
                                     "2026-11-22T12:00:00ZZ",
                                     "26-11-22T12:00:00Z",
                                     "2026-11-22T1a:00:00Z"}) {
    const Result<Time> time = parse_iso8601(bad);
    ASSERT_FALSE(time.ok()) << bad;
    EXPECT_EQ(time.error().kind, Error::InvalidInput);
    EXPECT_NE(time.error().message.find("'" + std::string(bad) + "'"), std::string::npos) << "names what it read";
  }
}

TEST(Time, SecondsAndBack) {
  EXPECT_DOUBLE_EQ(to_seconds(1500ms), 1.5);
  EXPECT_EQ(from_seconds(0.25), 250ms);
  EXPECT_EQ(from_seconds(-2), -2s);
}

TEST(Clock, ASimulatedOneMovesOnlyWhenTold) {
  SimulatedClock clock(at("2026-11-22T12:00:00Z"));
  const Duration start = clock.steady();
  clock.advance(90s);
  EXPECT_EQ(clock.now(), at("2026-11-22T12:01:30Z"));
  EXPECT_EQ(clock.steady() - start, 90s);
  clock.step(-1h);
  EXPECT_EQ(clock.now(), at("2026-11-22T11:01:30Z"));
  EXPECT_EQ(clock.steady() - start, 90s) << "a step of the wall clock takes no time";
  clock.advance_to(at("2026-11-22T12:00:00Z"));
  EXPECT_EQ(clock.steady() - start, 90s + 58min + 30s);
  EXPECT_DEATH(clock.advance(-1us), "CHECK failed");
}

TEST(Clock, TheSystemsSteadyClockDoesNotGoBack) {
  const SystemClock clock;
  const Duration first = clock.steady();
  EXPECT_GE(clock.steady(), first);
  EXPECT_GT(clock.now(), at("2024-01-01T00:00:00Z"));
}

}  // namespace
}  // namespace hearth
