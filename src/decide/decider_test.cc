#include "decide/decider.h"

#include <gmock/gmock.h>

#include <random>

#include "decide/test_house.h"

namespace hearth::decide {
namespace {

using flow::Intent;
using flow::Plan;
using home::Capability;
using home::Value;
using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;
using House = TestHouse;

class DeciderTest : public testing::Test {
 protected:
  House house;
};

TEST_F(DeciderTest, TurnsOnAndSaysSo) {
  const Plan plan = house.say(House::request(Intent::TurnOn, {House::kDesk}));
  EXPECT_EQ(plan.verdict, Plan::Do);
  ASSERT_THAT(House::sets(plan), SizeIs(1));
  EXPECT_EQ(House::sets(plan)[0], (flow::Set{home::EntityId{House::kDesk}, Capability::OnOff, true, 0}));
  EXPECT_THAT(House::said(plan), ElementsAre("done.turned_on"));
  EXPECT_EQ(plan.person, House::kAnna);
  EXPECT_FALSE(plan.head.because.empty());
  EXPECT_EQ(plan.head.from.front(), plan.settles);
}

TEST_F(DeciderTest, DeclinesWhatIsNotLikelyEnough) {
  flow::Meaning said = house.meaning(House::request(Intent::TurnOn, {House::kDesk}));
  said.readings[0].confidence = 0.2F;
  const Plan plan = house.say(said);
  EXPECT_EQ(plan.verdict, Plan::Decline);
  EXPECT_THAT(House::said(plan), ElementsAre("decline.not_understood", "help.example"));
  said.readings.clear();
  EXPECT_EQ(house.say(said).verdict, Plan::Decline);
}

TEST_F(DeciderTest, BrighterCountsFromWhatIs) {
  house.observe(House::kDesk, Capability::OnOff, true);
  house.observe(House::kDesk, Capability::Brightness, 35.0);
  const Plan plan = house.say(House::request(Intent::LightBrighter, {House::kDesk}));
  ASSERT_THAT(House::sets(plan), SizeIs(1));
  EXPECT_EQ(House::sets(plan)[0].to, Value(55.0));
}

TEST_F(DeciderTest, DimmingAnUnknownLightTakesADefaultAndSaysSo) {
  const Plan plan = house.say(House::request(Intent::LightDimmer, {House::kDesk}));
  ASSERT_THAT(House::sets(plan), SizeIs(1));
  EXPECT_EQ(House::sets(plan)[0].to, Value(40.0));
  EXPECT_THAT(House::said(plan), Contains("remark.assumed"));
}

TEST_F(DeciderTest, AStaleStateIsNoBaseForBrighter) {
  house.observe(House::kDesk, Capability::Brightness, 10.0);
  house.now += std::chrono::hours(30);
  const Plan plan = house.say(House::request(Intent::LightBrighter, {House::kDesk}));
  EXPECT_THAT(House::said(plan), Contains("remark.assumed"));
}

TEST_F(DeciderTest, DimmingIsNotTurningOff) {
  house.observe(House::kDesk, Capability::Brightness, 12.0);
  EXPECT_EQ(House::sets(house.say(House::request(Intent::LightDimmer, {House::kDesk})))[0].to, Value(5.0));
  house.observe(House::kDesk, Capability::Brightness, 100.0);
  const Plan plan = house.say(House::request(Intent::LightBrighter, {House::kDesk}));
  EXPECT_EQ(plan.verdict, Plan::Decline);
  EXPECT_THAT(House::said(plan), ElementsAre("decline.already_highest"));
}

TEST_F(DeciderTest, DimmingInTheDarkLightsALittle) {
  house.observe(House::kDesk, Capability::Brightness, 70.0);
  house.observe(House::kDesk, Capability::OnOff, false);
  EXPECT_EQ(House::sets(house.say(House::request(Intent::LightDimmer, {House::kDesk})))[0].to, Value(20.0));
  flow::Request by_ten = House::request(Intent::LightDimmer, {House::kDesk});
  by_ten.slots = {House::number("brightness", 10)};
  EXPECT_EQ(house.say(by_ten).verdict, Plan::Decline) << "there is no light to take ten percent from";
  house.observe(House::kDesk, Capability::Brightness, 8.0);
  const Plan plan = house.say(House::request(Intent::LightDimmer, {House::kDesk}));
  EXPECT_EQ(House::sets(plan)[0].to, Value(8.0)) << "no more than it gave when it was last lit";
}

TEST_F(DeciderTest, NamesWhatCannotDoIt) {
  flow::Request request = House::request(Intent::LightSet, {House::kPlug});
  request.slots = {House::number("brightness", 40)};
  const Plan plan = house.say(request);
  EXPECT_EQ(plan.verdict, Plan::Decline);
  ASSERT_THAT(House::only<flow::Say>(plan), SizeIs(1));
  EXPECT_EQ(House::only<flow::Say>(plan)[0].words.with[0], named(home::EntityId{House::kPlug}));
}

TEST_F(DeciderTest, OfManyThoseThatCanDoIt) {
  flow::Request request = House::request(Intent::LightSet, {House::kDesk, House::kPlug, House::kCeiling});
  request.slots = {House::number("brightness", 40)};
  const Plan plan = house.say(request);
  EXPECT_EQ(plan.verdict, Plan::Do);
  EXPECT_THAT(House::sets(plan), SizeIs(2));
}

TEST_F(DeciderTest, AnUnreachableDeviceIsNamed) {
  house.observe(House::kDesk, Capability::Available, false);
  EXPECT_THAT(House::said(house.say(House::request(Intent::TurnOn, {House::kDesk}))),
              ElementsAre("decline.unavailable"));
  const Plan both = house.say(House::request(Intent::TurnOn, {House::kDesk, House::kCeiling}));
  EXPECT_THAT(House::said(both), ElementsAre("done.turned_on", "decline.unavailable"));
}

TEST_F(DeciderTest, KeepsToTheBoundsOfTheTrait) {
  flow::Request request = House::request(Intent::ClimateSetTemperature, {House::kHeating});
  request.slots = {House::number("temperature", 21.3)};
  EXPECT_EQ(House::sets(house.say(request))[0].to, Value(21.5));
  request.slots = {House::number("temperature", 45)};
  EXPECT_THAT(House::said(house.say(request)), ElementsAre("decline.out_of_range"));
}

TEST_F(DeciderTest, ABlindThatOnlyOpensAndClosesIsNotClosedInPlaceOfHalfWay) {
  flow::Request request = House::request(Intent::SetPosition, {House::kBlind});
  request.slots = {House::number("position", 40)};
  EXPECT_EQ(house.say(request).verdict, Plan::Do);
  request.targets = {home::EntityId{House::kAwning}};
  EXPECT_THAT(House::said(house.say(request)), ElementsAre("decline.too_coarse"));
  request.slots = {House::number("position", 100)};
  EXPECT_EQ(house.say(request).verdict, Plan::Do);
}

TEST_F(DeciderTest, AsksForAMissingValue) {
  const Plan plan = house.say(House::request(Intent::ClimateSetTemperature, {House::kHeating}));
  EXPECT_EQ(plan.verdict, Plan::AskBack);
  EXPECT_EQ(House::only<flow::Ask>(plan).at(0).slot, "temperature");
}

TEST_F(DeciderTest, AsksWhichOneAndRemembersTheAnswer) {
  const Plan asked = house.say(House::ambiguous(Intent::TurnOn));
  ASSERT_EQ(asked.verdict, Plan::AskBack);
  const flow::Ask ask = House::only<flow::Ask>(asked).at(0);
  EXPECT_EQ(ask.words.key, "ask.which");
  EXPECT_THAT(ask.entities, ElementsAre(home::EntityId{House::kDesk}, home::EntityId{House::kCeiling}));

  flow::Request chosen = ask.hole;
  chosen.targets = {home::EntityId{House::kDesk}};
  const Plan done = house.say(chosen);
  ASSERT_EQ(done.verdict, Plan::Do);
  EXPECT_THAT(House::only<flow::Lesson>(done), SizeIs(1));
  house.carry_out(done);

  const Plan again = house.say(House::ambiguous(Intent::TurnOn));
  ASSERT_EQ(again.verdict, Plan::Do);
  EXPECT_EQ(House::sets(again).at(0).entity, home::EntityId{House::kDesk});
  bool says_so = false;
  for (const flow::Because& reason : again.head.because) says_so |= reason.faculty == flow::Faculty::Preference;
  EXPECT_TRUE(says_so);
}

TEST_F(DeciderTest, SecureThingsNeedAKnownPersonOfAge) {
  EXPECT_EQ(house.say(House::request(Intent::Unlock, {House::kFront})).verdict, Plan::Do);
  const Plan child = house.say(House::request(Intent::Unlock, {House::kFront}), House::kTim);
  EXPECT_EQ(child.verdict, Plan::Decline);
  EXPECT_THAT(House::said(child), ElementsAre("decline.not_allowed"));
  EXPECT_THAT(House::said(house.say(House::request(Intent::Unlock, {House::kFront}), std::nullopt)),
              ElementsAre("decline.unknown_voice"));
  EXPECT_EQ(house.say(House::request(Intent::Lock, {House::kFront}), std::nullopt).verdict, Plan::Do);
}

TEST_F(DeciderTest, ALocalDoorSpeaksAsAConfiguredPerson) {
  house.settings.voices["simulator"] = {"Anna", home::Role::Guest};
  const Plan plan = house.say(House::request(Intent::Open, {House::kGarage}), std::nullopt);
  EXPECT_EQ(plan.verdict, Plan::Do);
  EXPECT_EQ(plan.tier, home::Tier::Secure);
  EXPECT_EQ(plan.person, House::kAnna);
}

TEST_F(DeciderTest, WithoutExplicitWordsASecureActIsConfirmed) {
  flow::Request request = House::request(Intent::TurnOff, {House::kFront});
  request.explicit_words = false;
  const Plan asked = house.say(request);
  ASSERT_EQ(asked.verdict, Plan::AskBack);
  EXPECT_EQ(House::only<flow::Ask>(asked).at(0).words.key, "confirm.unlocked");

  EXPECT_EQ(house.say(House::request(Intent::Confirm), House::kTim).verdict, Plan::Decline);
  house.say(request);
  const Plan done = house.say(House::request(Intent::Confirm));
  ASSERT_EQ(done.verdict, Plan::Do);
  EXPECT_EQ(House::sets(done).at(0).to, Value(false));
  EXPECT_THAT(House::said(done), ElementsAre("done.unlocked"));
  EXPECT_THAT(House::said(house.say(House::request(Intent::Confirm))), ElementsAre("decline.nothing_asked"));
}

TEST_F(DeciderTest, NoAndNeverMindCloseTheQuestion) {
  house.say(House::ambiguous(Intent::TurnOn));
  EXPECT_THAT(House::said(house.say(House::request(Intent::Nevermind))), ElementsAre("decline.nevermind"));
  flow::Request request = House::request(Intent::TurnOff, {House::kFront});
  request.explicit_words = false;
  house.say(request);
  EXPECT_THAT(House::said(house.say(House::request(Intent::Refuse))), ElementsAre("decline.ok"));
  EXPECT_THAT(House::said(house.say(House::request(Intent::Confirm))), ElementsAre("decline.nothing_asked"));
}

TEST_F(DeciderTest, AReplyThatFitsNothingIsAskedAgain) {
  house.say(House::ambiguous(Intent::TurnOn));
  const Plan again = house.say(House::request(Intent::Choose));
  EXPECT_EQ(again.verdict, Plan::AskBack);
  EXPECT_EQ(House::only<flow::Ask>(again).at(0).words.key, "ask.which");
}

TEST_F(DeciderTest, TheSameActOnSeveralThingsIsOneSentence) {
  flow::Meaning both = house.meaning(House::request(Intent::TurnOn, {House::kDesk}));
  both.readings[0].requests.push_back(House::request(Intent::TurnOn, {House::kCeiling}));
  EXPECT_THAT(House::said(house.say(both)), ElementsAre("done.turned_on"));
}

TEST_F(DeciderTest, TwoSecureWishesAreConfirmedTogether) {
  flow::Meaning both = house.meaning(House::request(Intent::Unlock, {House::kFront}));
  both.readings[0].requests.push_back(House::request(Intent::Open, {House::kGarage}));
  for (flow::Request& request : both.readings[0].requests) request.explicit_words = false;
  const Plan asked = house.say(both);
  EXPECT_EQ(asked.verdict, Plan::AskBack);
  const auto asks = House::only<flow::Ask>(asked);
  ASSERT_THAT(asks, SizeIs(1));
  EXPECT_THAT(asks[0].words.with, Contains(named(home::EntityId{House::kFront})));
  EXPECT_THAT(asks[0].words.with, Contains(named(home::EntityId{House::kGarage})));
}

TEST_F(DeciderTest, SaysAgainWhatItSaid) {
  flow::Request again = House::request(Intent::Respond);
  again.response = "repeat";
  EXPECT_EQ(house.say(again).verdict, Plan::Decline) << "nothing was said yet";
  house.carry_out(house.say(House::request(Intent::TurnOn, {House::kDesk})));
  EXPECT_THAT(House::said(house.say(again)), ElementsAre("done.turned_on"));
}

TEST_F(DeciderTest, TimersAreFoundByNameLengthOrBecauseThereIsOne) {
  flow::Request start = House::request(Intent::StartTimer);
  start.slots = {House::number("minutes", 5)};
  house.carry_out(house.say(start));
  const Plan paused = house.say(House::request(Intent::PauseTimer));
  ASSERT_EQ(paused.verdict, Plan::Do);
  EXPECT_EQ(House::only<flow::Promise>(paused).at(0).change, flow::Promise::Pause);

  start.slots = {House::number("minutes", 7), House::word("name", "Pizza")};
  house.carry_out(house.say(start));
  EXPECT_EQ(house.say(House::request(Intent::CancelTimer)).verdict, Plan::AskBack);
  flow::Request cancel = House::request(Intent::CancelTimer);
  cancel.slots = {House::word("name", "pizza")};
  EXPECT_EQ(house.say(cancel).verdict, Plan::Do);
  cancel.slots = {House::number("start_minutes", 5)};
  EXPECT_EQ(house.say(cancel).verdict, Plan::Do);
  cancel.slots = {House::number("start_minutes", 6)};
  EXPECT_THAT(House::said(house.say(cancel)), ElementsAre("timer.none_such"));
}

TEST_F(DeciderTest, ATimerIsOfTheRoomInWhichItWasAskedFor) {
  flow::Request start = House::request(Intent::StartTimer);
  start.slots = {House::number("minutes", 5)};
  house.carry_out(house.say(start));
  for (const Intent intent : {Intent::CancelTimer, Intent::CancelAllTimers}) {
    flow::Request cancel = House::request(intent);
    cancel.slots = {House::word("area", "hall")};
    EXPECT_EQ(house.say(cancel).verdict, Plan::Decline);
    cancel.slots = {House::word("area", "study")};
    EXPECT_EQ(house.say(cancel).verdict, Plan::Do);
  }
}

TEST_F(DeciderTest, ListsKnowWhatIsOnThem) {
  flow::Request add = House::request(Intent::ShoppingListAddItem);
  add.slots = {House::word("item", "milk")};
  house.carry_out(house.say(add));
  EXPECT_THAT(House::said(house.say(add)), ElementsAre("list.already"));
  add.intent = Intent::ShoppingListCompleteItem;
  EXPECT_EQ(house.say(add).verdict, Plan::Do);
  add.slots = {House::word("item", "salt")};
  EXPECT_THAT(House::said(house.say(add)), ElementsAre("list.no_item"));
}

TEST_F(DeciderTest, TheLikeliestAnswerIsSaid) {
  flow::Request request = House::request(Intent::GetState);
  request.question = flow::Question{"state", "is it on", {}};
  const flow::Meaning said = house.meaning(request);
  EXPECT_TRUE(house.decider.asks(said));
  std::vector<flow::Answer> answers(2);
  answers[0].absent = true;
  answers[1].words = phrase("respond.hello");
  answers[1].confidence = 0.9F;
  EXPECT_THAT(House::said(house.decider.decide(said, answers, house.now)), ElementsAre("respond.hello"));
  const Plan none = house.decider.decide(said, {}, house.now);
  EXPECT_EQ(none.verdict, Plan::Decline);
  EXPECT_THAT(House::said(none), ElementsAre("answer.unknown"));
}

TEST_F(DeciderTest, UnaskedThingsAreOfferedAndRingsAreTold) {
  flow::Proposal proposal;
  proposal.kind = flow::Proposal::Hunch;
  proposal.episode = "lock.front";
  proposal.to = house.here;
  proposal.steps = {flow::Set{home::EntityId{House::kFront}, Capability::Lock, true, 0}};
  Plan offered = house.decider.decide(proposal, house.now);
  EXPECT_EQ(offered.verdict, Plan::Offer);
  EXPECT_TRUE(offered.unasked);
  EXPECT_EQ(House::only<flow::Ask>(offered).at(0).words.key, "confirm.locked");
  house.fold(offered);
  const Plan accepted = house.say(House::request(Intent::Confirm));
  EXPECT_EQ(accepted.verdict, Plan::Do);
  EXPECT_FALSE(accepted.unasked);

  house.observe(House::kPlug, Capability::Awake, false);
  EXPECT_EQ(house.decider.decide(proposal, house.now).verdict, Plan::Defer);
  proposal.kind = flow::Proposal::Ring;
  EXPECT_EQ(house.decider.decide(proposal, house.now).verdict, Plan::Do);
  proposal.withdrawn = true;
  EXPECT_EQ(house.decider.decide(proposal, house.now).verdict, Plan::Decline);
}

TEST_F(DeciderTest, WhatWasDeferredIsJudgedAgainOnce) {
  house.observe(House::kPlug, Capability::Awake, false);
  flow::Proposal proposal;
  proposal.episode = "lock.front";
  proposal.to = house.here;
  proposal.steps = {flow::Set{home::EntityId{House::kFront}, Capability::Lock, true, 0}};
  proposal.head.id = house.fold(proposal);
  house.fold(house.decider.decide(proposal, house.now));
  EXPECT_THAT(house.decider.judge_again(house.now), SizeIs(0));
  house.observe(House::kPlug, Capability::Awake, true);
  const std::vector<Plan> settled = house.decider.judge_again(house.now);
  ASSERT_THAT(settled, SizeIs(1));
  EXPECT_EQ(settled[0].verdict, Plan::Offer);
  EXPECT_EQ(settled[0].settles, proposal.head.id);
  house.fold(settled[0]);
  EXPECT_THAT(house.decider.judge_again(house.now), SizeIs(0));
}

/// Whatever is meant, there is one Plan with a reason, and nothing Secure is done without a permitted person and
/// explicit words or a yes.
TEST_F(DeciderTest, RandomMeaningsNeverActSecurelyOnAGuess) {
  std::mt19937 random(7);
  const auto below = [&](uint32_t end) { return static_cast<uint32_t>(random() % end); };
  const std::vector<std::string> slots{"brightness", "temperature", "position", "percentage", "volume_level", "minutes",
                                       "name",       "item",        "color",    "area",       "volume_step"};
  for (int round = 0; round < 3000; ++round) {
    const bool is_explicit = below(2) == 0;
    flow::Meaning said = house.meaning({});
    said.readings = {{{}, static_cast<float>(below(101)) / 100}};
    for (uint32_t count = below(3); count > 0; --count) {
      flow::Request request = House::request(static_cast<Intent>(below(static_cast<uint32_t>(Intent::ListQuery) + 1)));
      request.explicit_words = is_explicit;
      for (uint32_t targets = below(4); targets > 0; --targets) request.targets.push_back(home::EntityId{below(12)});
      for (uint32_t filled = below(3); filled > 0; --filled) {
        const std::string& name = slots[below(static_cast<uint32_t>(slots.size()))];
        request.slots.push_back(below(2) == 0 ? House::number(name, below(120)) : House::word(name, "red"));
      }
      said.readings[0].requests.push_back(std::move(request));
    }
    const std::optional<flow::PersonId> speakers[] = {House::kAnna, House::kTim, std::nullopt};
    said.speaker = speakers[below(3)];
    const bool confirms =
        !said.readings[0].requests.empty() && said.readings[0].requests.front().intent == Intent::Confirm;
    const Plan plan = house.say(said);
    ASSERT_FALSE(plan.head.because.empty()) << round;
    ASSERT_EQ(plan.settles.value, plan.head.from.front().value);
    if (plan.verdict != Plan::Do) continue;
    const home::Tier tier = tier_of(plan.steps, *house.memory.present.home(), house.settings.heat_above);
    if (tier == home::Tier::Secure) {
      ASSERT_EQ(said.speaker, House::kAnna) << round;
      ASSERT_TRUE(is_explicit || confirms) << round;
    }
    if (below(4) == 0) house.carry_out(plan);
  }
}

}  // namespace
}  // namespace hearth::decide
