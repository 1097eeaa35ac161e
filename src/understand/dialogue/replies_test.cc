#include "understand/dialogue/replies.h"

#include "understand/linking/spoken_names.h"
#include "understand/test_home.h"
#include "understand/understander.h"

namespace hearth::understand {
namespace {

using flow::Intent;

class RepliesTest : public testing::Test {
 protected:
  void SetUp() override {
    if (english() == nullptr) GTEST_SKIP() << "build/fetched/intents is absent; tools/setup fetches it";
    view = home.view();
  }
  /// The house has asked which of `choices` is meant.
  void which(std::vector<home::EntityId> choices) {
    question.ask = {};
    question.ask.slot = "name";
    question.ask.hole.intent = Intent::TurnOn;
    question.ask.hole.slots = {{"name", "lamp", std::string("lamp"), {}}};
    question.ask.entities = std::move(choices);
    question.ask.choices.resize(question.ask.entities.size());
  }
  void value(Intent intent, std::string slot) {
    question.ask = {};
    question.ask.slot = std::move(slot);
    question.ask.hole.intent = intent;
    question.ask.hole.targets = {{1}};
  }
  flow::Request reply(std::string text) {
    question.plan = {40};
    memory::Conversation conversation;
    conversation.address = {{1}, TestHome::kStudySatellite, "c"};
    conversation.question = question;
    view.conversations = std::make_shared<const memory::ConversationsView>(memory::ConversationsView{{conversation}});
    Understander understander(*english());
    flow::Utterance said;
    said.text = std::move(text);
    said.language = "en";
    said.heard = conversation.address;
    const flow::Meaning meaning = understander.understand(said, view);
    return meaning.readings.empty() ? flow::Request{} : meaning.readings.front().requests.front();
  }
  std::vector<uint32_t> chosen(std::string text) {
    std::vector<uint32_t> ids;
    const flow::Request request = reply(std::move(text));
    if (request.intent != Intent::TurnOn) return ids;
    for (const home::EntityId id : request.targets) ids.push_back(id.value);
    return ids;
  }
  static flow::Value slot(const flow::Request& request, std::string_view name) {
    const flow::Slot* found = flow::find_slot(request, name);
    return found == nullptr ? flow::Value() : found->value;
  }
  using Ids = std::vector<uint32_t>;

  TestHome home;
  memory::View view;
  memory::OpenQuestion question;
};

TEST_F(RepliesTest, AChoiceByName) {
  which({{1}, {2}});
  EXPECT_EQ(chosen("the desk lamp"), Ids{1});
  EXPECT_EQ(chosen("the desk one"), Ids{1});
  EXPECT_EQ(chosen("desk"), Ids{1});
  EXPECT_EQ(chosen("Ceiling light, please."), Ids{2});
}

TEST_F(RepliesTest, AChoiceByPlaceInTheList) {
  which({{1}, {2}});
  EXPECT_EQ(chosen("the second one"), Ids{2});
  EXPECT_EQ(chosen("the first"), Ids{1});
  EXPECT_EQ(chosen("the last one"), Ids{2});
  EXPECT_EQ(chosen("both"), (Ids{1, 2}));
  EXPECT_EQ(chosen("all of them"), (Ids{1, 2}));
}

TEST_F(RepliesTest, AChoiceByRoom) {
  which({{9}, {10}});
  EXPECT_EQ(chosen("the one in the bedroom"), Ids{10});
  EXPECT_EQ(chosen("in the kitchen"), Ids{9});
}

TEST_F(RepliesTest, WhatFitsNoChoiceIsStillAReply) {
  which({{1}, {2}});
  EXPECT_EQ(reply("the third one").intent, Intent::Choose);
  EXPECT_EQ(reply("the green one").intent, Intent::Choose);
}

TEST_F(RepliesTest, AWholeSentenceGoesBeforeAReply) {
  which({{1}, {2}});
  const flow::Request other = reply("turn off the kitchen light");
  EXPECT_EQ(other.intent, Intent::TurnOff);
  EXPECT_EQ(other.targets, std::vector<home::EntityId>{{3}});
  EXPECT_EQ(reply("never mind").intent, Intent::Nevermind);
}

TEST_F(RepliesTest, AValue) {
  value(Intent::LightSet, "brightness");
  EXPECT_EQ(slot(reply("fifty percent"), "brightness"), flow::Value(50.0));
  EXPECT_EQ(reply("50").targets, std::vector<home::EntityId>{{1}});
  value(Intent::ClimateSetTemperature, "temperature");
  EXPECT_EQ(slot(reply("21.5 degrees"), "temperature"), flow::Value(21.5));
}

TEST_F(RepliesTest, ALength) {
  value(Intent::StartTimer, "duration");
  const flow::Request timer = reply("five minutes");
  EXPECT_EQ(timer.intent, Intent::StartTimer);
  EXPECT_EQ(slot(timer, "minutes"), flow::Value(5.0));
}

TEST_F(RepliesTest, FreeText) {
  value(Intent::ListAddItem, "item");
  EXPECT_EQ(slot(reply("oat milk"), "item"), flow::Value(std::string("oat milk")));
}

TEST_F(RepliesTest, ATimerByItsLength) {
  question.ask = {};
  question.ask.slot = "name";
  question.ask.hole.intent = Intent::CancelTimer;
  question.ask.choices = {{"choice.timer", {{"seconds", 300.0}}}, {"choice.timer", {{"seconds", 600.0}}}};
  EXPECT_EQ(slot(reply("the ten minute one"), "start_seconds"), flow::Value(600.0));
  EXPECT_EQ(slot(reply("the first one"), "start_seconds"), flow::Value(300.0));
}

TEST_F(RepliesTest, YesAndNo) {
  question.ask = {};
  question.ask.hole.intent = Intent::TurnOff;
  EXPECT_EQ(reply("yes please").intent, Intent::Confirm);
  EXPECT_EQ(reply("go ahead").intent, Intent::Confirm);
  EXPECT_EQ(reply("no").intent, Intent::Refuse);
  EXPECT_EQ(reply("better not").intent, Intent::Refuse);
}

}  // namespace
}  // namespace hearth::understand
