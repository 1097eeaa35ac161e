#include "score/dialogue/effects.h"

#include <gtest/gtest.h>

#include "home/merge.h"

namespace hearth::score {
namespace {

using home::Capability;

class EffectsTest : public testing::Test {
 protected:
  EffectsTest() {
    const Json devices = Json::parse(R"([
      {"name": "desk lamp", "kind": "light", "area": "office", "aliases": ["lamp"]},
      {"name": "office light", "kind": "light", "area": "office"},
      {"name": "hall light", "kind": "light", "area": "hall"},
      {"name": "office blinds", "kind": "cover", "area": "office"},
      {"name": "office curtains", "kind": "cover", "area": "office"},
      {"name": "garage door", "kind": "cover", "area": "garage"},
      {"name": "tv", "kind": "media_player", "area": "office"},
      {"name": "radio", "kind": "media_player", "area": "office"},
      {"name": "kettle", "kind": "switch", "area": "hall"}])");
    Result<ScoredHome> made = scored_home(devices, "office");
    EXPECT_TRUE(made.ok());
    home = home::merge({}, made->listing);
    for (const ScoredHome::Report& report : made->reports) {
      shown[home::EntityId{report.entity}][report.capability] = report.value;
    }
    here = home.find_area("office");
  }
  TalkGoal goal(const char* frame) const { return goal_of(Json::parse(frame), home, here); }
  std::vector<std::string> names(const std::vector<home::EntityId>& things) const {
    std::vector<std::string> found;
    for (const home::EntityId id : things) found.emplace_back(home.display_name(id));
    return found;
  }
  Outcome outcome(std::vector<std::vector<TalkGoal>> readings, std::vector<flow::Set> sets) const {
    Answered answered;
    answered.plan = flow::Plan{};
    answered.sets = std::move(sets);
    return judge(readings, answered, shown, shown);
  }
  static flow::Set set(uint32_t id, Capability capability, home::Value to) { return {{id}, capability, std::move(to)}; }
  using Names = std::vector<std::string>;

  home::Home home;
  home::AreaId here;
  Everything shown;
};

TEST_F(EffectsTest, WhomAnActIsAbout) {
  EXPECT_EQ(names(goal(R"({"act": "light_on"})").things), (Names{"desk lamp", "office light"}));
  EXPECT_EQ(names(goal(R"({"act": "light_on", "area": ["hall"]})").things), Names{"hall light"});
  EXPECT_EQ(names(goal(R"({"act": "light_on", "name": "lamp"})").things), Names{"desk lamp"});
  EXPECT_EQ(names(goal(R"({"act": "blinds_close"})").things), Names{"office blinds"});
  EXPECT_EQ(names(goal(R"({"act": "blinds_close"})").besides), Names{"office curtains"});
  EXPECT_EQ(names(goal(R"({"act": "garage_close"})").things), Names{"garage door"});
  EXPECT_TRUE(goal(R"({"act": "volume_up"})").any);
}

TEST_F(EffectsTest, RightIsAllOfItAndNothingElse) {
  const TalkGoal lamp = goal(R"({"act": "light_on", "name": "desk lamp"})");
  const TalkGoal kettle = goal(R"({"act": "device_on", "name": "kettle"})");
  const flow::Set lit = set(1, Capability::OnOff, true), boils = set(9, Capability::OnOff, true);
  EXPECT_EQ(outcome({{lamp, kettle}}, {lit, boils}), Outcome::Right);
  EXPECT_EQ(outcome({{lamp, kettle}}, {lit}), Outcome::Missed);
  EXPECT_EQ(outcome({{lamp}}, {lit, boils}), Outcome::Wrong);
  EXPECT_EQ(outcome({{kettle}, {lamp}}, {lit}), Outcome::Right) << "any reading will do";
  EXPECT_EQ(outcome({{lamp}}, {}), Outcome::Missed);
}

TEST_F(EffectsTest, DimOfADarkLampMayBeLittleLight) {
  const TalkGoal dimmer = goal(R"({"act": "light_dimmer", "name": "desk lamp"})");
  const TalkGoal by_ten = goal(
      R"({"act": "light_dimmer", "name": "desk lamp", "value": {"amount": 10, "unit": "percent", "relative": true}})");
  EXPECT_EQ(outcome({{dimmer}}, {set(1, Capability::Brightness, 20.0)}), Outcome::Right);
  EXPECT_EQ(outcome({{dimmer}}, {set(1, Capability::Brightness, 90.0)}), Outcome::Wrong) << "that is bright";
  EXPECT_EQ(outcome({{by_ten}}, {set(1, Capability::Brightness, 20.0)}), Outcome::Wrong) << "said of light that is";
  const TalkGoal lit = goal(R"({"act": "light_on", "name": "desk lamp"})");
  EXPECT_EQ(outcome({{lit}}, {set(1, Capability::Brightness, 20.0)}), Outcome::Right) << "a brightness lights";
}

TEST_F(EffectsTest, WhatALaterGoalUndoesOnlyHadToBeSoForAWhile) {
  const TalkGoal off = goal(R"({"act": "light_off", "name": "desk lamp"})");
  const TalkGoal on = goal(R"({"act": "light_on", "name": "desk lamp"})");
  const flow::Set dark = set(1, Capability::OnOff, false), lit = set(1, Capability::OnOff, true);
  EXPECT_EQ(outcome({{off, on}}, {dark, lit}), Outcome::Right);
  EXPECT_NE(outcome({{off, on}}, {lit, dark}), Outcome::Right) << "the order counts";
  EXPECT_NE(outcome({{off, on}}, {lit}), Outcome::Right);
  EXPECT_NE(outcome({{on}}, {lit, dark}), Outcome::Right) << "in the end it is off";
}

TEST_F(EffectsTest, TheSameEffectByAnotherActIsEqual) {
  const TalkGoal brighter = goal(R"({"act": "light_brighter", "name": "desk lamp"})");
  EXPECT_EQ(outcome({{brighter}}, {set(1, Capability::Brightness, 80.0), set(1, Capability::OnOff, true)}),
            Outcome::Right);
  shown[home::EntityId{1}][Capability::OnOff] = true;
  EXPECT_EQ(outcome({{brighter}}, {set(1, Capability::Brightness, 30.0)}), Outcome::Wrong) << "it was lit, at 50";
  const TalkGoal half =
      goal(R"({"act": "light_set", "name": "desk lamp", "value": {"amount": 70, "unit": "percent"}})");
  EXPECT_EQ(outcome({{half}}, {set(1, Capability::Brightness, 70.0)}), Outcome::Right);
  EXPECT_EQ(outcome({{half}}, {set(1, Capability::Brightness, 60.0)}), Outcome::Wrong);
}

TEST_F(EffectsTest, WhatIsMeantForLaterMayNotBeDoneNow) {
  const TalkGoal later = goal(R"({"act": "light_on", "name": "desk lamp", "when": "in ten minutes"})");
  EXPECT_EQ(outcome({{later}}, {set(1, Capability::OnOff, true)}), Outcome::Wrong);
}

TEST_F(EffectsTest, ALengthIsDoneAtOnceAndItsEndPromised) {
  Answered lit;
  lit.plan = flow::Plan{};
  lit.sets = {set(1, Capability::OnOff, true)};
  Answered promised = lit;
  promised.promises.emplace_back();
  for (const char* when :
       {"until ten", "for five minutes", "für eine Stunde", "jusqu'à dix heures", "hasta las diez"}) {
    TalkGoal goal = this->goal(R"({"act": "light_on", "name": "desk lamp"})");
    goal.when = when;
    EXPECT_EQ(judge({{goal}}, promised, shown, shown), Outcome::Right) << when;
    EXPECT_EQ(judge({{goal}}, lit, shown, shown), Outcome::Missed) << when;
  }
}

TEST_F(EffectsTest, AHomeThatMakesNoSenseIsRefused) {
  EXPECT_FALSE(scored_home(Json::parse(R"([{"name": "x"}])"), "").ok());
  EXPECT_FALSE(scored_home(Json("x"), "").ok());
}

}  // namespace
}  // namespace hearth::score
