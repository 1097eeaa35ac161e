#include "understand/scheduling/cuts.h"

#include <gtest/gtest.h>

namespace hearth::understand {
namespace {

using flow::When;

constexpr Time kNow = from_microseconds(1'772'470'800'000'000);

/// Knows three expressions, and two of them together.
TimeWords words() {
  TimeWords words;
  words.find = [](std::string_view text, std::string_view, Time now, const calendar::Zone&) {
    std::vector<SpokenTime> found;
    const auto add = [&](std::string_view spoken, When::Role role, double seconds, int hours) {
      const size_t at = text.find(spoken);
      if (at == std::string_view::npos) return;
      SpokenTime one{at, at + spoken.size(), {}};
      one.when.role = role;
      one.when.seconds = seconds;
      one.when.spoken = spoken;
      one.when.from = now + std::chrono::hours(hours);
      found.push_back(std::move(one));
    };
    add("for half an hour", When::For, 1800, 0);
    add("at seven", When::At, 0, 5);
    add("tomorrow", When::At, 0, 24);
    return found;
  };
  words.gather = [](std::string_view text, std::string_view, Time now, const calendar::Zone&) {
    const size_t day = text.find("tomorrow"), hour = text.find("at seven");
    std::optional<ScatteredTime> both;
    if (day >= hour || hour == std::string_view::npos) return both;
    both.emplace().spans = {{day, day + 8}, {hour, hour + 8}};
    both->when.from = now + std::chrono::hours(20);
    return both;
  };
  return words;
}

std::vector<Cut> cut(std::string_view text) { return cuts(text, "en", kNow, words()); }

TEST(Cuts, TheTimeGoesWhereverItStands) {
  ASSERT_EQ(cut("turn on the porch light at seven").size(), 1U);
  EXPECT_EQ(cut("turn on the porch light at seven")[0].rest, "turn on the porch light");
  EXPECT_EQ(cut("at seven, turn on the porch light")[0].rest, "turn on the porch light");
  EXPECT_EQ(cut("turn on at seven the porch light")[0].rest, "turn on the porch light");
  EXPECT_EQ(cut("turn on the porch light at seven")[0].when.from, kNow + std::chrono::hours(5));
}

TEST(Cuts, ATimeAloneLeavesNothing) { EXPECT_TRUE(cut("at seven").empty()); }

TEST(Cuts, NoTimeNoCut) { EXPECT_TRUE(cut("turn on the porch light").empty()); }

TEST(Cuts, ABeginningAndALengthAreFromTo) {
  const std::vector<Cut> found = cut("turn on the light at seven for half an hour");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[2].rest, "turn on the light");
  EXPECT_EQ(found[2].when.role, When::Between);
  EXPECT_EQ(found[2].when.from, kNow + std::chrono::hours(5));
  EXPECT_EQ(found[2].when.to, kNow + std::chrono::minutes(330));
}

TEST(Cuts, NowIsNoTime) {
  When now;
  now.grain = When::Second;
  now.from = kNow;
  EXPECT_TRUE(is_now(now, kNow));
  EXPECT_FALSE(is_now(now, kNow - std::chrono::minutes(1)));
  now.recurrence = "FREQ=DAILY";
  EXPECT_FALSE(is_now(now, kNow));
}

TEST(Cuts, ADayAndATimeOfDayAreReadTogether) {
  const std::vector<Cut> found = cut("tomorrow wake me at seven");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[2].rest, "wake me");
  EXPECT_EQ(found[2].when.from, kNow + std::chrono::hours(20));
}

TEST(Cuts, WithoutAReaderThereAreNone) { EXPECT_TRUE(cuts("at seven turn on", "en", kNow, {}).empty()); }

}  // namespace
}  // namespace hearth::understand
