#include "act/nodes.h"

#include <gmock/gmock.h>

#include "act/nodes_test.h"

namespace hearth::act {
namespace {

using flow::Outcome;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using House = TestHouse;

class ActTest : public testing::Test {
 protected:
  ActTest() { house.move_in(); }
  Result<Phrasebook> book = Phrasebook::load("phrases");
  Worder worder{book.value()};
  House house{worder};

  flow::Step timer(double length) {
    flow::Promise promise;
    promise.seconds = length;
    promise.due = house.clock.now() + from_seconds(length);
    return promise;
  }
};

TEST_F(ActTest, DoneIsWhatTheDeviceReportsAndThenItIsSaid) {
  house.report(House::kLamp, false);
  house.carry_out({House::set(House::kLamp, true), House::say("done")});
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started));
  EXPECT_EQ(house.outcomes[0].before, home::Value(false));
  EXPECT_EQ(house.sent(), 1u);
  EXPECT_THAT(house.spoken(), SizeIs(0));
  house.report(House::kLamp, true);
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Done));
  EXPECT_THAT(house.spoken(), ElementsAre("done"));
  EXPECT_TRUE(house.memory.plans.all().back().finished);
  EXPECT_FALSE(house.executor.next_wake());
}

TEST_F(ActTest, WhatIsSoAlreadyNeedsNoCommand) {
  house.report(House::kLamp, true);
  house.carry_out({House::set(House::kLamp, true), House::say("done")});
  EXPECT_EQ(house.sent(), 0u);
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Done));
  EXPECT_THAT(house.spoken(), ElementsAre("done"));
}

TEST_F(ActTest, ASilentDeviceFailsAtTheDeadlineAndIsNamed) {
  house.carry_out({House::set(House::kLamp, true), House::set(House::kFan, true), House::say("done")});
  house.report(House::kFan, true);
  house.pass(seconds(4));
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started));
  house.pass(seconds(2));
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Failed));
  EXPECT_EQ(house.outcomes[house.outcomes.size() - 2].error->kind, Error::Timeout);
  ASSERT_THAT(house.spoken(), SizeIs(1));
  EXPECT_THAT(house.spoken()[0], HasSubstr("the desk lamp"));
  EXPECT_THAT(house.spoken()[0], Not(HasSubstr("fan")));
}

TEST_F(ActTest, ADeviceThatReportsTheOppositeIsNotDone) {
  house.carry_out({House::set(House::kLamp, true)});
  house.report(House::kLamp, false);
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started));
  house.pass(seconds(6));
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Failed));
}

TEST_F(ActTest, AReceiptIsDoneOnlyForWhatCannotReport) {
  const flow::MessageId plan = house.carry_out({House::set(House::kLamp, true), House::set(House::kHeater, true)});
  flow::Receipt receipt;
  receipt.plan = plan;
  for (const uint16_t step : {0, 1}) {
    receipt.step = step;
    house.take(receipt);
  }
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started));
  EXPECT_THAT(house.progress(1), ElementsAre(Outcome::Started, Outcome::Unconfirmed));
}

TEST_F(ActTest, WhatTheDoorRefusesIsRefusedAndSaid) {
  const flow::MessageId plan = house.carry_out({House::set(House::kLamp, true), House::say("done")});
  flow::Receipt receipt;
  receipt.plan = plan;
  receipt.error = unavailable("broker is gone");
  house.take(receipt);
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Refused));
  ASSERT_THAT(house.spoken(), SizeIs(1));
  EXPECT_THAT(house.spoken()[0], HasSubstr("the desk lamp"));
}

TEST_F(ActTest, ALaterWishOverrulesAnEarlierOne) {
  house.carry_out({House::set(House::kLamp, true), House::say("first")});
  house.carry_out({House::set(House::kLamp, false), House::say("second")});
  house.report(House::kLamp, false);
  house.pass(seconds(10));
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Interrupted, Outcome::Started, Outcome::Done));
  EXPECT_THAT(house.spoken(), ElementsAre("Something else was asked for before that was done.", "second"));
}

TEST_F(ActTest, AfterARestartASetIsSentAgainOnce) {
  house.carry_out({House::set(House::kLamp, true), House::say("done")});
  house.restart();
  EXPECT_EQ(house.sent(), 2u);
  house.restart();
  EXPECT_EQ(house.sent(), 2u);
  house.pass(seconds(6));
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Failed));
  EXPECT_THAT(house.spoken(), SizeIs(1));
}

TEST_F(ActTest, AfterARestartWhatShowsIsDoneAndWhatIsTooLateFailed) {
  house.carry_out({House::set(House::kLamp, true), House::set(House::kFan, true), House::say("done")});
  flow::Observation seen;
  seen.entity = House::kLamp;
  seen.capability = home::Capability::OnOff;
  seen.value = true;
  house.fold(seen);
  house.clock.advance(minutes(5));
  house.restart();
  EXPECT_EQ(house.sent(), 2u);
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Started, Outcome::Done));
  EXPECT_THAT(house.progress(1), ElementsAre(Outcome::Started, Outcome::Failed));
  EXPECT_THAT(house.spoken(), SizeIs(1));
}

TEST_F(ActTest, OfAQuestionOnlyTheQuestionIsCarriedOut) {
  flow::Ask ask;
  ask.words = {"ask.which", {{"entity", 1.0}, {"entity", 2.0}}};
  ask.choices = {{"choice.entity", {{"entity", 1.0}}}, {"choice.entity", {{"entity", 2.0}}}};
  house.carry_out({ask, House::set(House::kLamp, true)}, flow::Plan::AskBack);
  EXPECT_EQ(house.sent(), 0u);
  EXPECT_THAT(house.spoken(), ElementsAre("Which one: the desk lamp or the fan?"));
  EXPECT_THAT(std::get<flow::Words>(house.commands[0].what).choices, ElementsAre("the desk lamp", "the fan"));
  EXPECT_TRUE(house.memory.plans.all().back().finished);
}

TEST_F(ActTest, WhatNobodyAskedForIsMarked) {
  house.carry_out({House::say("answered")});
  house.carry_out({House::say("rung")}, flow::Plan::Do, true);
  ASSERT_THAT(house.commands, SizeIs(2));
  EXPECT_FALSE(std::get<flow::Words>(house.commands[0].what).unasked);
  EXPECT_TRUE(std::get<flow::Words>(house.commands[1].what).unasked);
}

TEST_F(ActTest, SaysInARowAreOneUtterance) {
  house.carry_out({House::say("One."), House::say("Two.")});
  EXPECT_THAT(house.spoken(), ElementsAre("One. Two."));
  EXPECT_THAT(house.progress(1), ElementsAre(Outcome::Done));
}

TEST_F(ActTest, WhatOthersAreToldIsNoPartOfTheReply) {
  const flow::Address there{home::DoorId{1}, home::DeviceId{2}, {}};
  house.carry_out({flow::Say{flow::literal("dinner"), there}, House::say("Told them."), House::say("All of them.")});
  EXPECT_THAT(house.spoken(), ElementsAre("dinner", "Told them. All of them."));
  ASSERT_THAT(house.commands, SizeIs(2));
  EXPECT_EQ(house.commands[0].to, there);
  EXPECT_TRUE(std::get<flow::Words>(house.commands[0].what).unasked);
  EXPECT_NE(house.commands[1].to, there);
  EXPECT_FALSE(std::get<flow::Words>(house.commands[1].what).unasked);
  EXPECT_THAT(house.progress(0), ElementsAre(Outcome::Done));
}

TEST_F(ActTest, ThatThereAreNoWordsIsSaidAndReported) {
  house.carry_out({flow::Say{{"no.such_key", {}}}});
  EXPECT_THAT(house.spoken(), ElementsAre("There is something that I should say, but I have no words for it."));
  ASSERT_THAT(house.faults, SizeIs(1));
  EXPECT_THAT(house.faults[0].message, HasSubstr("no.such_key"));
}

TEST_F(ActTest, ALessonIsSentOnceTheStepsBeforeItEnded) {
  flow::Lesson lesson;
  lesson.kind = flow::Lesson::Preference;
  lesson.stage = flow::Lesson::Active;
  lesson.body = "{}";
  house.carry_out({House::set(House::kLamp, true), lesson});
  EXPECT_THAT(house.lessons, SizeIs(0));
  house.report(House::kLamp, true);
  EXPECT_THAT(house.lessons, SizeIs(1));
  EXPECT_THAT(house.memory.lexicon.view()->lessons, SizeIs(1));
}

TEST_F(ActTest, ATimerRingsWhenItIsDue) {
  house.carry_out({timer(300), House::say("set")});
  house.pass(minutes(4));
  EXPECT_THAT(house.rings, SizeIs(0));
  house.pass(minutes(2));
  ASSERT_THAT(house.rings, SizeIs(1));
  EXPECT_EQ(house.rings[0].kind, flow::Proposal::Ring);
  const auto& words = std::get<flow::Say>(house.rings[0].steps[0]).words;
  EXPECT_EQ(*worder.say(words, "en", *house.memory.present.home()), "Your timer for 5 minutes is up.");
  EXPECT_THAT(house.memory.promises.all(), SizeIs(0));
}

TEST_F(ActTest, ATimerThatCameDueMeanwhileSaysHowLate) {
  house.carry_out({timer(60)});
  house.clock.advance(minutes(10));
  house.restart();
  house.wake_up();
  ASSERT_THAT(house.rings, SizeIs(1));
  const auto& words = std::get<flow::Say>(house.rings[0].steps[0]).words;
  EXPECT_THAT(*worder.say(words, "en", *house.memory.present.home()), HasSubstr("9 minutes ago"));
}

TEST_F(ActTest, ATimerCountsSteadyTimeThroughAClockStep) {
  house.carry_out({timer(600)});
  house.pass(minutes(1));
  house.clock.step(minutes(30));
  flow::ClockStep step;
  step.by_s = 1800;
  house.take(step);
  house.pass(minutes(8));
  EXPECT_THAT(house.rings, SizeIs(0));
  house.pass(minutes(1));
  EXPECT_THAT(house.rings, SizeIs(1));
}

TEST_F(ActTest, APausedTimerDoesNotRingUntilItIsResumed) {
  const flow::MessageId begun = house.carry_out({timer(60)});
  flow::Promise change;
  change.changes = begun;
  change.change = flow::Promise::Pause;
  house.pass(seconds(20));
  house.carry_out({change});
  house.pass(minutes(10));
  EXPECT_THAT(house.rings, SizeIs(0));
  change.change = flow::Promise::Resume;
  house.carry_out({change});
  house.pass(seconds(39));
  EXPECT_THAT(house.rings, SizeIs(0));
  house.pass(seconds(2));
  EXPECT_THAT(house.rings, SizeIs(1));
}

}  // namespace
}  // namespace hearth::act
