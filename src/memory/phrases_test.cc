#include "memory/phrases.h"

#include <gmock/gmock.h>

namespace hearth::memory {
namespace {

using namespace std::chrono_literals;
using flow::MessageId;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const flow::Address kKitchen{home::DoorId{1}, home::DeviceId{1}, ""};
const flow::Address kHall{home::DoorId{1}, home::DeviceId{2}, ""};

class PhrasesTest : public testing::Test {
 protected:
  template <class T>
  MessageId fold(T message) {
    message.head.id = {journal.last().value + 1};
    message.head.at = now;
    flow::Entry entry{message.head.id, now, flow::Entry::Input, {}, "test", std::move(message)};
    journal.append({.entries = {std::move(entry)}});
    now += 1s;
    return journal.last();
  }
  MessageId hear(const std::string& text, const flow::Address& where = kKitchen) {
    return fold(flow::Utterance{.text = text, .language = "en", .heard = where});
  }
  /// What the lane made of it, by the house as it was at `view`.
  MessageId understood(MessageId utterance, const std::string& text, uint64_t view, const flow::Address& where,
                       bool at_all = true, flow::Faculty by = flow::Faculty::Grammar) {
    fold(flow::LaneReturn{.node = "understand", .request = utterance, .view = view});
    flow::Meaning meaning{.heard = where, .language = "en", .text = text};
    meaning.head.from = {utterance};
    meaning.head.because = {{by, {}, {}, 1}};
    flow::Request request{.intent = flow::Intent::TurnOn};
    request.targets = {home::EntityId{1}};
    if (at_all) meaning.readings = {{{request}, 0.9F}};
    return fold(meaning);
  }
  MessageId say(const std::string& text, const flow::Address& where = kKitchen, bool at_all = true) {
    const MessageId utterance = hear(text, where);
    return understood(utterance, text, utterance.value, where, at_all);
  }
  void settle(MessageId meaning, flow::Plan::Verdict verdict, const flow::Address& where = kKitchen) {
    flow::Plan plan{.settles = meaning, .verdict = verdict, .reply = where};
    plan.steps = {flow::Set{home::EntityId{1}, home::Capability::OnOff, true, 0}};
    fold(plan);
  }
  Phrases gathered(size_t most = 100) {
    Phrases phrases(most);
    EXPECT_TRUE(gather_phrases(journal, journal.last(), phrases));
    return phrases;
  }
  static std::vector<std::string> texts(const Phrases& phrases) {
    std::vector<std::string> all;
    for (const KeptPhrase& phrase : phrases.all()) all.push_back(phrase.said.text);
    return all;
  }

  MemoryJournal journal;
  Time now = from_microseconds(1'000'000'000'000'000);
};

TEST_F(PhrasesTest, OnceForEachRoomWithItsCountAndWhatItCameTo) {
  settle(say("Lamp on"), flow::Plan::Do);
  settle(say("lamp on", kHall), flow::Plan::AskBack, kHall);
  settle(say("lamp  ON"), flow::Plan::Decline);
  const std::vector<KeptPhrase> all = gathered().all();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].said.heard, kHall);
  EXPECT_EQ(all[0].verdict, flow::Plan::AskBack);
  EXPECT_EQ(all[1].said.text, "lamp  ON") << "as it was said last";
  EXPECT_EQ(all[1].count, 2U);
  EXPECT_EQ(all[1].verdict, flow::Plan::Decline);
}

TEST_F(PhrasesTest, WhatWasNotUnderstoodTakesNothingAway) {
  settle(say("lamp on"), flow::Plan::Do);
  say("lamp on", kKitchen, false);
  say("mumble", kKitchen, false);
  const std::vector<KeptPhrase> all = gathered().all();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].count, 1U);
  EXPECT_EQ(all[0].verdict, flow::Plan::Do) << "the reading that it had";
}

TEST_F(PhrasesTest, WithTheTalkAsTheLaneSawIt) {
  settle(say("lamp on"), flow::Plan::Do);
  const MessageId first = hear("and the hall");
  const uint64_t view = journal.last().value;
  // Somebody else's plan for the same conversation comes in between: the lane does not know of it.
  settle(say("everything off"), flow::Plan::Do);
  understood(first, "and the hall", view, kKitchen, true, flow::Faculty::Coreference);
  const std::vector<KeptPhrase> all = gathered().all();
  ASSERT_THAT(all, SizeIs(3));
  const KeptPhrase& follow = all[1];
  ASSERT_EQ(follow.said.text, "and the hall");
  ASSERT_THAT(follow.talk->all, SizeIs(1));
  EXPECT_EQ(follow.talk->all.front().plan.value, 4U) << "of \"lamp on\"";
  EXPECT_FALSE(follow.verdict) << "nobody settled it";
}

TEST_F(PhrasesTest, SaidAsReplyItIsAnother) {
  say("the kitchen");
  const MessageId again = hear("the kitchen");
  understood(again, "the kitchen", again.value, kKitchen, true, flow::Faculty::DialoguePolicy);
  EXPECT_THAT(gathered().all(), SizeIs(2));
}

TEST_F(PhrasesTest, TheNewestAreKept) {
  for (const char* text : {"one", "two", "three", "four", "five", "six", "five"}) say(text);
  const Phrases phrases = gathered(2);
  EXPECT_THAT(texts(phrases), ElementsAre("six", "five"));
  EXPECT_EQ(phrases.dropped(), 4U);
}

TEST_F(PhrasesTest, WhatLeftTheJournalIsNotKept) {
  say("lamp on");
  EXPECT_THAT(gathered().all(), SizeIs(1));
  // An entry that cannot be read any more stands there as a gap.
  MemoryJournal erased;
  for (flow::Entry entry : journal.entries()) {
    const bool words = std::holds_alternative<flow::Utterance>(entry.message);
    if (words) entry.message = flow::Gap{.lost = 1, .reason = "erased"};
    erased.append({.entries = {entry}});
  }
  Phrases phrases;
  ASSERT_TRUE(gather_phrases(erased, erased.last(), phrases));
  EXPECT_THAT(phrases.all(), IsEmpty());
}

}  // namespace
}  // namespace hearth::memory
