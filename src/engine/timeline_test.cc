#include "engine/timeline.h"

#include <gtest/gtest.h>

#include <set>

namespace hearth::engine {
namespace {

class TimelineTest : public testing::Test {
 protected:
  TimelineTest() : worder_(act::Phrasebook::load("phrases").value()) {}

  uint64_t next() const { return journal_.last().value + 1; }
  void write(std::vector<flow::Entry> entries) { journal_.append({.entries = std::move(entries)}); }
  static flow::Entry entry(uint64_t seq, uint64_t trace, flow::Message message) {
    const bool input = seq == trace;
    flow::Entry made{
        {seq}, from_microseconds(static_cast<int64_t>(seq) * 1000), {}, {trace}, "test", std::move(message)};
    made.direction = input ? flow::Entry::Input : flow::Entry::Emission;
    flow::head_of(made.message).id = made.seq;
    flow::head_of(made.message).trace = made.trace;
    return made;
  }
  void report() { write({entry(next(), next(), flow::Observation{})}); }
  void by_hand() {
    const uint64_t seq = next();
    flow::Actuation changed;
    changed.capability = home::Capability::OnOff;
    changed.after = true;
    changed.by = flow::Actuation::ByHand;
    write({entry(seq, seq, flow::Observation{}), entry(seq + 1, seq, changed)});
  }
  void said(const std::string& text) {
    flow::Utterance utterance;
    utterance.text = text;
    write({entry(next(), next(), utterance)});
  }
  Json page(uint64_t before, uint64_t limit) const {
    const Telling telling{worder_, "en", home_, marks_};
    return timeline_page(journal_, {before, limit, journal_.last().value}, telling).value();
  }
  /// All traces, page by page.
  std::vector<uint64_t> traces(uint64_t limit) const {
    std::vector<uint64_t> all;
    uint64_t before = 0;
    while (true) {
      const Json one = page(before, limit);
      for (const Json& item : one.at("items")) all.push_back(item.at("trace"));
      if (one.at("next").is_null()) return all;
      const uint64_t next = one.at("next");
      EXPECT_TRUE(before == 0 || next < before) << "it always comes further";
      before = next;
    }
  }

  memory::MemoryJournal journal_;
  act::Worder worder_;
  home::Home home_;
  PlanMarks marks_;
};

TEST_F(TimelineTest, ReportsAreNoNewsAndHandsAre) {
  report();
  by_hand();
  report();
  said("good morning");
  const Json one = page(0, 10);
  ASSERT_EQ(one.at("items").size(), 2u);
  EXPECT_EQ(one.at("items")[0].at("heard").at("text"), "good morning");
  EXPECT_EQ(one.at("items")[0].at("kind"), "request");
  EXPECT_EQ(one.at("items")[1].at("kind"), "hand");
  EXPECT_EQ(one.at("items")[1].at("did")[0].at("outcome"), "seen");
  EXPECT_EQ(one.at("next"), nullptr);
}

TEST_F(TimelineTest, EveryPageSizeShowsTheSame) {
  for (int i = 0; i < 60; ++i) {
    if (i % 3 == 0) report();
    if (i % 4 == 0) by_hand();
    if (i % 2 == 0) said("sentence " + std::to_string(i));
  }
  const std::vector<uint64_t> whole = traces(200);
  EXPECT_EQ(whole.size(), 45u);
  EXPECT_TRUE(std::ranges::is_sorted(whole, std::greater<>()));
  for (const uint64_t limit : {1, 2, 3, 7, 44, 45, 46}) EXPECT_EQ(traces(limit), whole) << limit;
}

TEST_F(TimelineTest, WhatBeginsWithSomethingThatIsNotShownComesOnceAndCounts) {
  for (int i = 0; i < 6; ++i) {
    const uint64_t wake = next();
    flow::Actuation changed;
    changed.capability = home::Capability::OnOff;
    changed.by = flow::Actuation::ByHand;
    write({entry(wake, wake, flow::Wake{}), entry(wake + 1, wake, flow::Plan{})});
    said("in between");
    write({entry(wake + 3, wake, changed)});
  }
  for (const uint64_t limit : {1, 2, 3, 5}) {
    EXPECT_LE(page(0, limit).at("items").size(), limit);
    const std::vector<uint64_t> all = traces(limit);
    EXPECT_EQ(all.size(), 12u) << limit;
    EXPECT_EQ(std::set(all.begin(), all.end()).size(), 12u) << limit;
  }
}

TEST_F(TimelineTest, ItPromisesNoMoreThanIsWritten) {
  said("written");
  const Telling telling{worder_, "en", home_, marks_};
  const Json ahead = timeline_page(journal_, {0, 10, 5}, telling).value();  // four more are on their way
  EXPECT_EQ(ahead.at("seq"), 1);
  EXPECT_EQ(ahead.at("items").size(), 1u);
}

TEST_F(TimelineTest, ALongQuietTimeIsCrossedInSteps) {
  said("long ago");
  for (int i = 0; i < 450'000; ++i) report();
  said("now");
  const Json first = page(0, 10);
  ASSERT_EQ(first.at("items").size(), 1u);
  EXPECT_GT(first.at("next"), 1);
  EXPECT_EQ(traces(10).size(), 2u);
}

}  // namespace
}  // namespace hearth::engine
