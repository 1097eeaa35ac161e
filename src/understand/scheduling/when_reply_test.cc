#include "understand/scheduling/when_reply.h"

#include <gtest/gtest.h>

namespace hearth::understand {
namespace {

using flow::When;

constexpr Time kMidnight = from_microseconds(1'772'409'600'000'000);  // 2026-03-02, UTC
Time hour(int hours) { return kMidnight + std::chrono::hours(hours); }

TimeWords knows(std::string expression, When when) {
  TimeWords words;
  words.find = [=](std::string_view text, std::string_view, Time, const calendar::Zone&) {
    const size_t at = text.find(expression);
    return at == std::string_view::npos ? std::vector<SpokenTime>{}
                                        : std::vector<SpokenTime>{{at, at + expression.size(), when}};
  };
  return words;
}

memory::OpenQuestion asks(std::optional<When> open) {
  memory::OpenQuestion question;
  question.ask.slot = "when";
  question.ask.hole.intent = flow::Intent::SetAlarm;
  question.ask.hole.when = std::move(open);
  return question;
}

When at(Time from, std::vector<Time> others = {}) {
  When when;
  when.from = from;
  when.others = std::move(others);
  return when;
}

When part(int from, int to, When::Grain grain = When::PartOfDay) {
  When when = at(hour(from));
  when.to = hour(to);
  when.grain = grain;
  return when;
}

TEST(WhenReply, APartOfTheDayChoosesAmongWhatWasOffered) {
  const auto filled = read_when_reply("in the evening", asks(at(hour(30), {hour(42)})), "en", kMidnight,
                                      knows("in the evening", part(18, 22)));
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->when->from, hour(42));
  EXPECT_TRUE(filled->when->others.empty());
}

TEST(WhenReply, WhatWasNotOfferedIsNoReply) {
  EXPECT_FALSE(
      read_when_reply("at noon", asks(at(hour(30), {hour(42)})), "en", kMidnight, knows("at noon", at(hour(12)))));
}

TEST(WhenReply, ATimeOfDayCompletesTheDay) {
  const auto filled = read_when_reply("seven please", asks(part(24, 48, When::Day)), "en", kMidnight,
                                      knows("seven", at(hour(7), {hour(19)})));
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->when->from, hour(31));
  EXPECT_EQ(filled->when->others, std::vector{hour(43)});  // and is asked again: morning or evening
  const auto morning =
      read_when_reply("seven", asks(part(29, 36)), "en", kMidnight, knows("seven", at(hour(7), {hour(19)})));
  ASSERT_TRUE(morning);
  EXPECT_EQ(morning->when->from, hour(31));
  EXPECT_TRUE(morning->when->others.empty());
}

TEST(WhenReply, WhereNoTimeWasSaidItIsTaken) {
  const auto filled = read_when_reply("at noon", asks(std::nullopt), "en", kMidnight, knows("at noon", at(hour(12))));
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->when->from, hour(12));
}

TEST(WhenReply, AWholeSentenceIsNoReply) {
  EXPECT_FALSE(read_when_reply("turn on every lamp in the house at noon", asks(std::nullopt), "en", kMidnight,
                               knows("at noon", at(hour(12)))));
}

TEST(WhenReply, AnHourOfAnEveningIsInTheEvening) {
  When seven = at(hour(7));  // the next that comes
  const auto filled = read_when_reply("at seven", asks(part(42, 46)), "en", kMidnight, knows("at seven", seven));
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->when->from, hour(24 + 19));
  EXPECT_TRUE(filled->when->others.empty());
}

TEST(WhenReply, APartCompletesADayAndStaysVague) {
  const auto filled = read_when_reply("in the evening", asks(part(24, 48, When::Day)), "en", kMidnight,
                                      knows("in the evening", part(18, 22)));
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->when->from, hour(42));
  EXPECT_EQ(filled->when->to, hour(46));
}

TEST(WhenReply, ADayOfTheWeekThatWasNamedIsThatDay) {
  const auto filled = read_when_reply("wednesday at nine", asks(part(0, 168, When::Week)), "en", kMidnight,
                                      knows("wednesday at nine", at(hour(57))));
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->when->from, hour(57));
}

}  // namespace
}  // namespace hearth::understand
