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
  void done(std::vector<flow::Request> requests, std::vector<home::EntityId> before = {}) {
    memory::Conversation talk;
    talk.before = std::move(before);
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

TEST_F(FollowUpTest, ALevelGoesOnTheWayOfItsVerb) {
  done("lower the left blind to 40 percent");
  EXPECT_LT(number(only("a bit more"), "position_step"), 0);
  EXPECT_GT(number(only("too much"), "position_step"), 0);
  done("set the left blind to 40 percent");
  EXPECT_GT(number(only("a bit more"), "position_step"), 0);
}

TEST_F(FollowUpTest, TheOtherOfThoseSpokenOfTogether) {
  done("turn off the desk lamp");
  const std::vector<flow::Request> off = say("turn off the desk lamp");
  done(off, {{1}, {4}});
  EXPECT_EQ(ids(only("the other one too")), Ids{4}) << "in another room";
  done(off, {{4}});
  EXPECT_EQ(ids(only("turn both on again")), (Ids{1, 4})) << "one after the other";
}

TEST_F(FollowUpTest, WordsInFrontSayNothing) {
  done("turn on the desk lamp");
  for (const char* said : {"okay, you can turn it off again", "whoa, off", "right then, just switch it off please"}) {
    const flow::Request off = only(said);
    EXPECT_EQ(off.intent, Intent::TurnOff) << said;
    EXPECT_EQ(ids(off), Ids{1}) << said;
  }
}

TEST_F(FollowUpTest, OffNotOn) {
  done("turn on the desk lamp");
  const std::vector<flow::Request> parts = say("sorry, off, not on");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts.front().intent, Intent::Undo);
  EXPECT_EQ(parts.back().intent, Intent::TurnOff);
}

TEST_F(FollowUpTest, WhetherItIsSo) {
  done("turn on the desk lamp");
  const flow::Request asked = only("is it off now");
  ASSERT_TRUE(asked.question.has_value());
  EXPECT_EQ(asked.question->kind, "is");
  EXPECT_EQ(ids(asked), Ids{1});
  EXPECT_TRUE(say("is it locked now").empty()) << "a lamp";
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

TEST_F(FollowUpTest, AChainOfSteps) {
  done("turn on the desk lamp");
  EXPECT_EQ(only("brighter").intent, Intent::LightBrighter);
  done({only("brighter")});
  EXPECT_EQ(only("again").intent, Intent::LightBrighter);
  EXPECT_EQ(only("a bit more").intent, Intent::LightBrighter);
  EXPECT_EQ(only("a bit less").intent, Intent::LightDimmer);
  done({only("warmer")});
  EXPECT_EQ(number(only("more"), "temperature_step"), -500) << "more of that: warmer, not brighter";
  EXPECT_EQ(number(only("too much"), "temperature_step"), 500);
}

TEST_F(FollowUpTest, AStepHasTheUnitOfItsThing) {
  done("turn on the desk lamp");
  EXPECT_TRUE(say("two degrees more").empty());
  EXPECT_EQ(number(only("10 percent more"), "brightness_step"), 10);
  done("set the heating to 20 degrees");
  EXPECT_TRUE(say("10 percent more").empty());
  EXPECT_EQ(number(only("turn it up 2 degrees"), "temperature_step"), 2);
  EXPECT_EQ(number(only("turn it up to 22"), "temperature"), 22);
}

TEST_F(FollowUpTest, OpenItSaysTheActOfOneThing) {
  done("close the garage door");
  EXPECT_TRUE(only("open it again").explicit_words);
  EXPECT_FALSE(only("up").explicit_words);
  done("lock the front door");
  const flow::Request open = only("open it");
  EXPECT_EQ(open.intent, Intent::Unlock);
  EXPECT_FALSE(open.explicit_words) << "opening a door is not in so many words unlocking it";
}

TEST_F(FollowUpTest, BothAreItAndTheOnlyOther) {
  done("turn on the desk lamp");
  EXPECT_EQ(ids(only("both please")), (Ids{1, 2}));
  EXPECT_EQ(ids(only("turn both off")), (Ids{1, 2}));
  EXPECT_EQ(ids(only("turn off the others")), Ids{2});
  EXPECT_EQ(only("the other one to 30").intent, Intent::LightSet);
}

TEST_F(FollowUpTest, PartOfANameAmongThingsOfItsKind) {
  done("turn on the desk lamp");
  EXPECT_EQ(ids(only("and the ceiling one")), Ids{2});
  EXPECT_TRUE(say("and the big one").empty());
}

TEST_F(FollowUpTest, SeveralThingsFollowOrNone) {
  done("turn on the desk lamp");
  EXPECT_EQ(say("the kitchen light and the bedside lamp too").size(), 2U);
  EXPECT_TRUE(say("the kitchen light and the weather too").empty());
}

TEST_F(FollowUpTest, ThereIsTheRoomSpokenOf) {
  done("turn on the kitchen light");
  EXPECT_EQ(ids(only("turn off the lights in there")), Ids{3});
}

TEST_F(FollowUpTest, NotThereGoesBack) {
  done("turn on all the lights");
  const flow::Request back = only("but not in the kitchen");
  EXPECT_EQ(back.intent, Intent::TurnOff);
  EXPECT_EQ(ids(back), Ids{3});
  done("turn on the desk lamp");
  EXPECT_TRUE(say("not the kitchen").empty()) << "nothing was done there";
}

TEST_F(FollowUpTest, AnotherLengthOfATimer) {
  done("set a timer for ten minutes");
  const std::vector<flow::Request> other = say("make it fifteen");
  ASSERT_EQ(other.size(), 2U);
  EXPECT_EQ(other[0].intent, Intent::Undo);
  EXPECT_EQ(number(other[1], "minutes"), 15);
  const flow::Request one_more = only("and one for twenty minutes");
  EXPECT_EQ(one_more.intent, Intent::StartTimer);
  EXPECT_EQ(number(one_more, "minutes"), 20);
  const flow::Request longer = only("five more minutes");
  EXPECT_EQ(longer.intent, Intent::IncreaseTimer);
  EXPECT_EQ(number(longer, "start_minutes"), 10) << "the timer that was spoken of";
  done({longer});
  EXPECT_EQ(only("two minutes less").intent, Intent::DecreaseTimer);
  EXPECT_EQ(only("cancel it").intent, Intent::CancelTimer) << "not what was added to it";
  EXPECT_EQ(ids(only("brighter")), (Ids{1, 2})) << "the room: a timer is not brighter";
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
