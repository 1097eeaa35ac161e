// A talk of two turns, from words to requests, with the real sentences of English.
#include "understand/dialogue/follow_up.h"

#include "understand/english_test.h"

namespace hearth::understand {
namespace {

using flow::Intent;
using Ids = std::vector<uint32_t>;

class FollowUpTest : public EnglishTest {
 protected:
  FollowUpTest() { now = from_microseconds(1'767'268'800'000'000); }

  /// As if the house had done it just now.
  void done(std::vector<flow::Request> requests) {
    memory::Conversation talk;
    talk.address = {{1}, TestHome::kStudySatellite, "c"};
    talk.last = now;
    for (const flow::Request& request : requests) {
      talk.targets.insert(talk.targets.end(), request.targets.begin(), request.targets.end());
    }
    talk.requests = std::move(requests);
    auto talks = std::make_shared<memory::ConversationsView>();
    talks->all.push_back(std::move(talk));
    view.conversations = talks;
  }
  void done(const std::string& text) {
    view.conversations = std::make_shared<memory::ConversationsView>();
    const std::vector<flow::Request> requests = say(text);
    ASSERT_FALSE(requests.empty()) << text;
    done(requests);
  }
  flow::Request only(const std::string& text) {
    const std::vector<flow::Request> requests = say(text);
    EXPECT_EQ(requests.size(), 1U) << text;
    return requests.size() == 1 ? requests.front() : flow::Request{};
  }
};

/// "It turned off" is no reply to anybody who does not know what it was.
TEST_F(FollowUpTest, OnlyWholeSentencesHaveAReply) {
  done("turn on the lights in the study");
  EXPECT_EQ(only("turn on the lights in the study").response, "lights_area");
  EXPECT_EQ(only("and in the kitchen?").response, "");
  EXPECT_EQ(only("turn them off").response, "");
}

TEST_F(FollowUpTest, AnotherPlace) {
  done("turn on the lights in the study");
  const flow::Request there = only("and in the kitchen?");
  EXPECT_EQ(there.intent, Intent::TurnOn);
  EXPECT_EQ(ids(there), Ids{3});
  EXPECT_EQ(ids(only("same for the bedroom")), Ids{4});
  EXPECT_EQ(ids(only("and the bedside lamp")), Ids{4});
}

TEST_F(FollowUpTest, ItIsWhatWasDone) {
  done("turn on the desk lamp");
  const flow::Request off = only("turn it off");
  EXPECT_EQ(off.intent, Intent::TurnOff);
  EXPECT_EQ(ids(off), Ids{1});
  done("turn on the lights in the study");
  EXPECT_EQ(ids(only("turn them off")), (Ids{1, 2}));
}

TEST_F(FollowUpTest, AStepOfWhatTheThingIsAbout) {
  done("set the desk lamp to 40 percent");
  EXPECT_EQ(only("brighter").intent, Intent::LightBrighter);
  EXPECT_EQ(ids(only("brighter")), Ids{1}) << "the lamp spoken of, not the room";
  EXPECT_EQ(only("a bit less").intent, Intent::LightDimmer);
  EXPECT_EQ(number(only("make it 30"), "brightness"), 30);
  done("set the heating to 20 degrees");
  EXPECT_EQ(number(only("two degrees more"), "temperature_step"), 2);
  EXPECT_EQ(number(only("make it 21"), "temperature"), 21);
}

TEST_F(FollowUpTest, WhatTheLastActDoesNotTakeIsNotUnderstood) {
  done("lock the front door");
  EXPECT_TRUE(say("louder").empty());
  EXPECT_TRUE(say("make it blue").empty());
  EXPECT_TRUE(say("40 percent").empty());
}

TEST_F(FollowUpTest, MoreGoesOnAsItWent) {
  done("dim the desk lamp");
  EXPECT_EQ(only("a bit more").intent, Intent::LightDimmer);
  EXPECT_EQ(only("too much").intent, Intent::LightBrighter);
  EXPECT_EQ(only("again").intent, Intent::LightDimmer);
}

TEST_F(FollowUpTest, TheOtherOneOfItsKindInTheRoom) {
  done("turn on the desk lamp");
  EXPECT_EQ(ids(only("and the other one")), Ids{2});
  EXPECT_EQ(only("make the other one blue").intent, Intent::LightSet);
}

TEST_F(FollowUpTest, ACorrectionTakesBackFirst) {
  done("turn on the desk lamp");
  const std::vector<flow::Request> meant = say("no, I meant the bedside lamp");
  ASSERT_EQ(meant.size(), 2U);
  EXPECT_EQ(meant[0].intent, Intent::Undo);
  EXPECT_NE(flow::find_slot(meant[0], "instead"), nullptr);
  EXPECT_EQ(meant[1].intent, Intent::TurnOn);
  EXPECT_EQ(ids(meant[1]), Ids{4});
}

TEST_F(FollowUpTest, AWholeSentenceBeatsAPatch) {
  done("turn on the desk lamp");
  EXPECT_EQ(ids(only("turn off the kitchen light")), Ids{3});
}

TEST_F(FollowUpTest, SecureThingsNeedTheActInWordsAndOneThing) {
  done("lock the front door");
  EXPECT_TRUE(only("unlock it").explicit_words) << "the act was spoken, and one thing is meant";
  done("unlock the front door");
  EXPECT_FALSE(only("again").explicit_words);
}

TEST_F(FollowUpTest, AfterTwoMinutesNothingIsFollowed) {
  done("turn on the desk lamp");
  now += std::chrono::seconds(121);
  EXPECT_TRUE(say("turn it off").empty());
  EXPECT_TRUE(say("and in the kitchen").empty());
}

TEST_F(FollowUpTest, NothingWasDoneBefore) {
  EXPECT_TRUE(say("turn it off").empty());
  EXPECT_TRUE(say("again").empty());
  EXPECT_TRUE(say("and in the kitchen").empty());
}

}  // namespace
}  // namespace hearth::understand
