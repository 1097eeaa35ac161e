#include "score/understanding/judgement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/understanding/presupposed.h"

namespace hearth::score {
namespace {

using flow::Plan;
using home::Capability;

constexpr Time kNow = from_microseconds(1'700'000'000'000'000);

SuiteFile file(std::string intent, std::string combination = "area_domain") {
  SuiteFile file;
  file.intent = std::move(intent);
  file.combination = std::move(combination);
  file.home.areas = {{"Kitchen", "", false}, {"Attic", "", true}};
  return file;
}

SuiteTest test(Json slots, std::vector<std::string> responses = {}) {
  return {{"a sentence"}, std::move(slots), std::move(responses)};
}

/// One test with its home, its past and what is expected of it.
struct Case {
  Case(const SuiteFile& file, const SuiteTest& test)
      : furnished(furnish(file, test)),
        past(past_of(file, test, furnished, kNow)),
        expected(expectation_of(file, test, furnished, past.meant)) {}

  Judgement judged(const Plan& plan, const std::string& words = "said") const {
    return judge(expected, &plan, words, furnished.home);
  }
  Outcome outcome(const Plan& plan, const std::string& words = "said") const { return judged(plan, words).outcome; }
  home::EntityId in(const std::string& area) const {
    return furnished.home.in_area(furnished.home.find_area(area)).at(0);
  }

  FurnishedHome furnished;
  Past past;
  Expectation expected;
};

Plan does(std::vector<flow::Step> steps, Plan::Verdict verdict = Plan::Do) {
  Plan plan;
  plan.verdict = verdict;
  plan.steps = std::move(steps);
  return plan;
}
flow::Step set(home::EntityId entity, Capability capability, home::Value to) {
  return flow::Set{entity, capability, std::move(to), 0};
}

TEST(Furnish, EveryRoomHasWhatTheSentenceTakesForGranted) {
  const Case one(file("HassTurnOn"), test({{"area", "kitchen"}, {"domain", "light"}}));
  const home::Home& home = one.furnished.home;
  EXPECT_EQ(home.areas.size(), 3U) << "kitchen, attic, and a room that nobody means";
  EXPECT_EQ(home.entities.size(), 3U);
  EXPECT_EQ(home.entity(one.in("Kitchen"))->kind, "light");
  EXPECT_EQ(home.display_name(one.furnished.room), "Attic");
  ASSERT_EQ(one.expected.goals.size(), 1U);
  EXPECT_EQ(one.expected.goals[0].entity, one.in("Kitchen"));
}

TEST(Furnish, AThingWithoutARoomStandsWhereTheTestIsAbout) {
  SuiteFile with_lamp = file("HassTurnOn", "name_area");
  with_lamp.home.entities = {{"Lamp", "light", "", "", {}}, {"Fan", "fan", "on", "Attic", {}}};
  const Case one(with_lamp, test({{"area", "Kitchen"}, {"name", "Lamp"}}));
  EXPECT_EQ(one.furnished.home.display_name(one.in("Kitchen")), "Lamp");
  EXPECT_EQ(one.furnished.home.display_name(one.in("Attic")), "Fan");
  EXPECT_EQ(one.furnished.home.entities.size(), 2U) << "nothing is added beside a name";
}

TEST(Judge, ActsByTargetsAndValues) {
  const Case one(file("HassTurnOn"), test({{"area", "Kitchen"}, {"domain", "light"}}));
  const home::EntityId kitchen = one.in("Kitchen"), attic = one.in("Attic");
  EXPECT_EQ(one.outcome(does({set(kitchen, Capability::OnOff, true)})), Outcome::Right);
  EXPECT_EQ(one.outcome(does({}, Plan::Decline)), Outcome::Missed);
  EXPECT_EQ(judge(one.expected, nullptr, "", one.furnished.home).outcome, Outcome::Missed);
  for (const flow::Step& stray : {set(attic, Capability::OnOff, true), set(kitchen, Capability::OnOff, false),
                                  set(kitchen, Capability::Brightness, 100.0)}) {
    const Judgement judged = one.judged(does({set(kitchen, Capability::OnOff, true), stray}));
    EXPECT_EQ(judged.outcome, Outcome::Wrong);
    EXPECT_TRUE(judged.wrong_action);
  }
}

TEST(Judge, PartOfTheThingsIsNotAll) {
  SuiteFile everywhere = file("HassTurnOff", "domain_all");
  const Case one(everywhere, test({{"domain", "light"}}));
  ASSERT_EQ(one.expected.goals.size(), 3U);
  std::vector<flow::Step> steps{set(one.in("Kitchen"), Capability::OnOff, false),
                                set(one.in("Attic"), Capability::OnOff, false)};
  EXPECT_EQ(one.outcome(does(steps)), Outcome::Missed);
  steps.push_back(set(one.in("Room 903"), Capability::OnOff, false));
  EXPECT_EQ(one.outcome(does(steps)), Outcome::Right);
}

TEST(Judge, WhatWaitsForAReplyIsNotDone) {
  const Case one(file("HassTurnOn"), test({{"area", "Kitchen"}, {"domain", "light"}}));
  const flow::Step elsewhere = set(one.in("Attic"), Capability::OnOff, true);
  EXPECT_EQ(one.outcome(does({flow::Ask{}, elsewhere}, Plan::AskBack)), Outcome::Asked);
  EXPECT_EQ(one.outcome(does({elsewhere, flow::Ask{}}, Plan::AskBack)), Outcome::Wrong);
}

TEST(Judge, ALampMayBeLitToShowItsColour) {
  const Case one(file("HassLightSet"), test({{"area", "Kitchen"}, {"color", "red"}}));
  const home::EntityId kitchen = one.in("Kitchen");
  EXPECT_EQ(one.outcome(does({set(kitchen, Capability::Color, std::string("#ff0000"))})), Outcome::Right);
  EXPECT_EQ(one.outcome(
                does({set(kitchen, Capability::OnOff, true), set(kitchen, Capability::Color, std::string("#ff0000"))})),
            Outcome::Right);
  EXPECT_EQ(one.outcome(does({set(kitchen, Capability::OnOff, true)})), Outcome::Missed);
  EXPECT_EQ(one.outcome(does({set(kitchen, Capability::Color, std::string("#00ff00"))})), Outcome::Wrong);
}

TEST(Judge, LouderIsAnyGreaterVolume) {
  const Case up(file("HassSetVolumeRelative"), test({{"volume_step", "up"}}));
  const home::EntityId player = up.in("Attic");
  EXPECT_EQ(up.outcome(does({set(player, Capability::Volume, 60.0)})), Outcome::Right);
  EXPECT_EQ(up.outcome(does({set(player, Capability::Volume, 50.0)})), Outcome::Wrong);
  const Case by(file("HassSetVolumeRelative"), test({{"volume_step", -20}}));
  EXPECT_EQ(by.outcome(does({set(player, Capability::Volume, 30.0)})), Outcome::Right);
  EXPECT_EQ(by.outcome(does({set(player, Capability::Volume, 40.0)})), Outcome::Wrong);
}

flow::Promise timer(flow::Promise::Change change, double seconds, flow::MessageId of = {}) {
  flow::Promise promise;
  promise.change = change;
  promise.seconds = seconds;
  promise.changes = of;
  return promise;
}

TEST(Judge, TimersByLengthAndName) {
  const Case one(file("HassStartTimer"), test({{"hours", 1}, {"seconds", 30}, {"name", "Pizza"}}));
  flow::Promise pizza = timer(flow::Promise::Begin, 3630);
  EXPECT_EQ(one.outcome(does({pizza})), Outcome::Wrong) << "it has no name";
  pizza.about = flow::literal("pizza");
  EXPECT_EQ(one.outcome(does({pizza})), Outcome::Right);
  pizza.seconds = 3600;
  EXPECT_TRUE(one.judged(does({pizza})).wrong_action);
}

TEST(Judge, TheOtherTimerIsNotToBeTouched) {
  const Case one(file("HassDecreaseTimer"), test({{"start_minutes", 5}, {"minutes", 1}}));
  ASSERT_EQ(one.past.meant.size(), 1U);
  const flow::MessageId meant = one.past.meant[0], other{meant.value + 2};
  EXPECT_EQ(one.outcome(does({timer(flow::Promise::Extend, -60, meant)})), Outcome::Right);
  EXPECT_EQ(one.outcome(does({timer(flow::Promise::Extend, 60, meant)})), Outcome::Wrong);
  EXPECT_EQ(one.outcome(does({timer(flow::Promise::Extend, -60, other)})), Outcome::Wrong);
}

TEST(Judge, ADelayedCommandIsMoreThanATimer) {
  const Case one(file("HassStartTimer"), test({{"minutes", 5}, {"conversation_command", "turn off the lights"}}));
  EXPECT_EQ(one.outcome(does({timer(flow::Promise::Begin, 300)})), Outcome::Wrong);
  EXPECT_EQ(one.outcome(does({}, Plan::Decline)), Outcome::Missed);
  flow::Promise errand = timer(flow::Promise::Begin, 300);
  errand.kind = flow::Promise::Errand;
  EXPECT_EQ(one.outcome(does({errand})), Outcome::Wrong) << "it does nothing then";
  errand.requests.push_back({.intent = flow::Intent::TurnOff});
  EXPECT_EQ(one.outcome(does({errand})), Outcome::Right);
  errand.seconds = 60;
  EXPECT_EQ(one.outcome(does({errand})), Outcome::Wrong);
}

TEST(Judge, AnAnswerTellsWhatTheSuiteTells) {
  SuiteFile asks = file("HassGetState");
  asks.home.entities = {{"Lamp", "light", "on", "Kitchen", {}}, {"Desk Lamp", "light", "off", "Kitchen", {}}};
  const Case any(asks, test({{"state", "on"}}, {"Yes, Lamp"}));
  EXPECT_EQ(any.outcome(does({}), "Yes: the lamp in the kitchen."), Outcome::Right);
  EXPECT_EQ(any.outcome(does({}), "No, none is on."), Outcome::Wrong);
  EXPECT_EQ(any.outcome(does({}), "Yes: the desk lamp."), Outcome::Wrong);
  EXPECT_EQ(any.outcome(does({}), "Yes: the lamp and the desk lamp."), Outcome::Wrong);
  EXPECT_EQ(any.outcome(does({}, Plan::Decline), "I don't know that."), Outcome::Missed);
  EXPECT_FALSE(any.judged(does({}), "No").wrong_action);
  EXPECT_TRUE(any.judged(does({set({1}, Capability::OnOff, true)}), "Yes: the lamp.").wrong_action);
}

TEST(Tells, NumbersAndShortenedLists) {
  EXPECT_TRUE(tells("It is 20.5 degrees.", "20.5 degrees", {}));
  EXPECT_FALSE(tells("It is 20.05 degrees.", "20.5 degrees", {}));
  EXPECT_FALSE(tells("It is 120 degrees.", "20 degrees", {}));
  EXPECT_TRUE(tells("A, B and C", "A and 2 more", {"A", "B", "C"}));
  EXPECT_FALSE(tells("B and C", "A and 1 more", {"A", "B", "C"}));
}

TEST(Judge, NeverMindIsUnderstoodNotMissed) {
  const Case one(file("HassNevermind"), test(Json::object()));
  const Plan knowing = does({flow::Say{{"decline.nevermind", {}}}}, Plan::Decline);
  const Plan lost = does({flow::Say{{"decline.not_understood", {}}}}, Plan::Decline);
  EXPECT_EQ(one.outcome(knowing), Outcome::Right);
  EXPECT_EQ(one.outcome(lost), Outcome::Missed);
}

}  // namespace
}  // namespace hearth::score
