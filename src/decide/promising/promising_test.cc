#include <gtest/gtest.h>

#include "decide/test_house.h"

namespace hearth::decide {
namespace {

using House = TestHouse;
using flow::Intent;
using flow::Plan;
using flow::Promise;
using flow::When;

class PromisingTest : public testing::Test {
 protected:
  static When after(double seconds) {
    When when;
    when.role = When::After;
    when.seconds = seconds;
    return when;
  }
  When at(Duration later) const {
    When when;
    when.from = house.now + later;
    return when;
  }
  static flow::Request on(flow::Request request, When when) {
    request.when = std::move(when);
    return request;
  }
  /// The Proposal of the only promise, as act/promises sends it.
  Plan fall_due(Duration late = {}) {
    const memory::Promised promised = house.memory.promises.all().front();
    house.now = promised.promise.due + late;
    flow::Proposal ring;
    ring.kind = flow::Proposal::Ring;
    ring.steps = {promised.promise};
    ring.person = promised.person;
    ring.to = promised.where;
    ring.head.id = house.fold(ring);
    return house.decider.decide(ring, house.now);
  }
  Plan promise(flow::Request request, std::optional<flow::PersonId> speaker = House::kAnna) {
    const Plan plan = house.say(std::move(request), speaker);
    house.carry_out(plan);
    return plan;
  }
  House house;
};

TEST_F(PromisingTest, ACommandWithATimeIsPromisedNotDone) {
  const Plan plan = promise(on(House::request(Intent::TurnOn, {House::kPlug}), at(std::chrono::hours(2))));
  EXPECT_EQ(plan.verdict, Plan::Do);
  EXPECT_TRUE(House::sets(plan).empty());
  ASSERT_EQ(House::only<Promise>(plan).size(), 1U);
  EXPECT_EQ(House::only<Promise>(plan)[0].kind, Promise::Errand);
  EXPECT_EQ(House::said(plan), std::vector<std::string>{"errand.at"});
  const Plan due = fall_due();
  EXPECT_EQ(due.verdict, Plan::Do);
  EXPECT_TRUE(due.unasked);
  ASSERT_EQ(House::sets(due).size(), 1U);
  EXPECT_EQ(House::sets(due)[0].entity.value, House::kPlug);
}

TEST_F(PromisingTest, ForATimeIsNowAndThenBack) {
  house.observe(House::kPlug, House::Capability::OnOff, false);
  flow::Request request = House::request(Intent::TurnOn, {House::kPlug});
  request.when = after(1800);
  request.when->role = When::For;
  const Plan plan = promise(request);
  EXPECT_EQ(House::sets(plan).size(), 1U);
  ASSERT_EQ(House::only<Promise>(plan).size(), 1U);
  EXPECT_EQ(House::only<Promise>(plan)[0].kind, Promise::Ending);
  const Plan due = fall_due(std::chrono::hours(3));  // however late: it was for a time only
  ASSERT_EQ(House::sets(due).size(), 1U);
  EXPECT_EQ(House::sets(due)[0].to, flow::Value(false));
}

TEST_F(PromisingTest, TwoTimesAreAsked) {
  When when = at(std::chrono::hours(2));
  when.others = {house.now + std::chrono::hours(14)};
  const Plan plan = house.say(on(House::request(Intent::TurnOn, {House::kPlug}), when));
  EXPECT_EQ(plan.verdict, Plan::AskBack);
  ASSERT_EQ(House::only<flow::Ask>(plan).size(), 1U);
  EXPECT_EQ(House::only<flow::Ask>(plan)[0].slot, "when");
  EXPECT_EQ(House::only<flow::Ask>(plan)[0].choices.size(), 2U);
  EXPECT_TRUE(House::only<Promise>(plan).empty());
}

TEST_F(PromisingTest, SecureThingsNeedTheirWordsWhenTheyArePromised) {
  flow::Request unlock = on(House::request(Intent::Unlock, {House::kFront}), at(std::chrono::hours(1)));
  EXPECT_EQ(house.say(unlock, House::kTim).verdict, Plan::Decline);
  EXPECT_EQ(house.say(unlock, std::nullopt).verdict, Plan::Decline);
  flow::Request vague = unlock;
  vague.explicit_words = false;
  EXPECT_EQ(house.say(vague).verdict, Plan::AskBack);
  const Plan plan = promise(unlock);
  EXPECT_EQ(plan.verdict, Plan::Do);
  EXPECT_EQ(plan.tier, home::Tier::Secure);
  EXPECT_EQ(House::sets(fall_due()).size(), 1U);
}

TEST_F(PromisingTest, ASecureThingIsNeverALateSurprise) {
  promise(on(House::request(Intent::Unlock, {House::kFront}), at(std::chrono::hours(1))));
  const Plan due = fall_due(std::chrono::minutes(2));
  EXPECT_EQ(due.verdict, Plan::Offer);
}

TEST_F(PromisingTest, LockingForATimeAsksWhetherToUnlock) {
  house.observe(House::kFront, House::Capability::Lock, false);
  flow::Request lock = House::request(Intent::Lock, {House::kFront});
  lock.when = after(600);
  lock.when->role = When::For;
  const Plan plan = house.say(lock);
  EXPECT_EQ(plan.verdict, Plan::AskBack);
  EXPECT_EQ(House::only<flow::Ask>(plan).at(0).words.key, "errand.confirm");
  // A child's yes is none.
  EXPECT_EQ(house.say(House::request(Intent::Confirm), House::kTim).verdict, Plan::Decline);
}

TEST_F(PromisingTest, YesConfirmsWhatIsDoneThen) {
  house.observe(House::kFront, House::Capability::Lock, false);
  flow::Request lock = House::request(Intent::Lock, {House::kFront});
  lock.when = after(600);
  lock.when->role = When::For;
  house.say(lock);
  const Plan plan = house.say(House::request(Intent::Confirm));
  EXPECT_EQ(plan.verdict, Plan::Do);
  house.carry_out(plan);
  ASSERT_EQ(house.memory.promises.all().size(), 1U);
  EXPECT_TRUE(house.memory.promises.all()[0].promise.requests.at(0).confirmed);
  EXPECT_EQ(House::sets(fall_due()).size(), 1U);
}

TEST_F(PromisingTest, NobodyButAdultsCancelsWhatOthersAskedFor) {
  flow::Request alarm = on(House::request(Intent::SetAlarm), at(std::chrono::hours(8)));
  promise(alarm);
  EXPECT_EQ(house.say(House::request(Intent::CancelAlarm), House::kTim).verdict, Plan::Decline);
  EXPECT_EQ(house.say(House::request(Intent::CancelAlarm), std::nullopt).verdict, Plan::Decline);
  EXPECT_EQ(house.say(House::request(Intent::CancelAlarm)).verdict, Plan::Do);
}

TEST_F(PromisingTest, AnAlarmWithoutATimeAsksForIt) {
  const Plan plan = house.say(House::request(Intent::SetAlarm));
  EXPECT_EQ(plan.verdict, Plan::AskBack);
  EXPECT_EQ(House::only<flow::Ask>(plan).at(0).words.key, "ask.when_alarm");
}

TEST_F(PromisingTest, WhatHasPassedIsNotPromised) {
  const Plan plan = house.say(on(House::request(Intent::TurnOn, {House::kPlug}), at(-std::chrono::hours(1))));
  EXPECT_EQ(plan.verdict, Plan::Decline);
}

TEST_F(PromisingTest, ATimeThatNothingCanBeDoneWithForbidsActing) {
  flow::Request milk = House::request(Intent::ShoppingListAddItem);
  milk.slots = {House::word("item", "milk")};
  milk.when = after(60);
  const Plan plan = house.say(milk);
  EXPECT_EQ(plan.verdict, Plan::Decline);
  EXPECT_TRUE(House::only<Promise>(plan).empty());
}

TEST_F(PromisingTest, UndoLeavesWhatOthersWerePromised) {
  promise(on(House::request(Intent::SetAlarm), at(std::chrono::hours(8))));
  const Plan refused = house.say(House::request(Intent::Undo), House::kTim);
  EXPECT_EQ(refused.verdict, Plan::Decline);
  EXPECT_FALSE(refused.undoes);
  EXPECT_EQ(House::said(refused), std::vector<std::string>{"decline.not_yours"});
  EXPECT_EQ(house.say(House::request(Intent::Undo), std::nullopt).verdict, Plan::Decline);
  EXPECT_EQ(house.say(House::request(Intent::Undo)).verdict, Plan::Do);
}

TEST_F(PromisingTest, OnlyAdultsUndoWhatWasDoneElsewhere) {
  flow::Request lamp = House::request(Intent::TurnOn, {House::kDesk});
  house.observe(House::kDesk, House::Capability::OnOff, false);
  house.carry_out(house.say(lamp));
  flow::Meaning undo = house.meaning(House::request(Intent::Undo), House::kTim);
  undo.heard.device = {};
  const Plan none = house.say(undo);
  EXPECT_EQ(House::said(none), std::vector<std::string>{"undo.nothing"});
  undo.speaker = House::kAnna;
  EXPECT_EQ(house.say(undo).verdict, Plan::Do);
}

TEST_F(PromisingTest, AYesDoesNotChangeWhatOthersWerePromised) {
  promise(on(House::request(Intent::SetAlarm), at(std::chrono::hours(8))));
  Plan asks;
  asks.verdict = Plan::AskBack;
  asks.reply = house.here;
  Promise cancel;
  cancel.kind = Promise::Alarm;
  cancel.change = Promise::Cancel;
  cancel.changes = house.memory.promises.all().at(0).id;
  asks.steps = {flow::Ask{}, cancel};
  house.fold(asks);
  EXPECT_EQ(house.say(House::request(Intent::Confirm), House::kTim).verdict, Plan::Decline);
}

TEST_F(PromisingTest, ADayThatIsNamedIsThatDay) {
  When seven = at(std::chrono::hours(30));
  promise(on(House::request(Intent::SetAlarm), seven));
  When other = at(std::chrono::hours(6));
  other.dated = true;
  EXPECT_EQ(house.say(on(House::request(Intent::CancelAlarm), other)).verdict, Plan::Decline);
  const When clock = at(std::chrono::hours(6));  // "the alarm at seven"
  EXPECT_EQ(house.say(on(House::request(Intent::CancelAlarm), clock)).verdict, Plan::Do);
}

TEST_F(PromisingTest, OfADailyPromiseTheNamedDayIsLeftOut) {
  When daily = at(std::chrono::hours(10));
  daily.recurrence = "FREQ=DAILY";
  promise(on(House::request(Intent::SetAlarm), daily));
  When later = at(std::chrono::hours(10 + 72));
  later.dated = true;
  for (const Intent intent : {Intent::SkipAlarm, Intent::CancelAlarm}) {
    const Plan plan = house.say(on(House::request(intent), later));
    ASSERT_EQ(House::only<Promise>(plan).size(), 1U);
    const Promise step = House::only<Promise>(plan)[0];
    EXPECT_EQ(step.change, Promise::Skip);
    EXPECT_EQ(step.due, daily.from) << "the next is another day";
    EXPECT_NE(step.recurrence.find("EXDATE"), std::string::npos);
  }
}

}  // namespace
}  // namespace hearth::decide
