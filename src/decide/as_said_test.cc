#include "decide/as_said.h"

#include <gmock/gmock.h>

#include "decide/test_house.h"

namespace hearth::decide {
namespace {

using flow::Intent;
using home::Capability;
using House = TestHouse;

class AsSaid : public testing::Test {
 protected:
  /// As a whole sentence with that reply is understood.
  static flow::Request said(Intent intent, std::vector<uint32_t> targets, std::string reply,
                            std::vector<flow::Slot> slots = {}) {
    flow::Request wanted = House::request(intent, std::move(targets));
    wanted.response = std::move(reply);
    wanted.slots = std::move(slots);
    return wanted;
  }
  static std::string argument(const flow::Plan& plan, std::string_view name) {
    for (const flow::Say& say : House::only<flow::Say>(plan)) {
      for (const auto& [key, value] : say.words.with) {
        if (key == name) return home::to_text(value);
      }
    }
    return "-";
  }
  std::string reply(flow::Request request) { return argument(house.say(std::move(request)), "reply"); }
  std::string abroad(flow::Request request) { return argument(house.say(std::move(request)), "reply_abroad"); }

  House house;
};

TEST_F(AsSaid, TheReplyGoesWithThePhraseAndItsSlots) {
  const flow::Plan plan =
      house.say(said(Intent::TurnOn, {House::kDesk}, "default",
                     {{"name", "the DESK lamp", std::string("desk lamp"), {}}, House::word("domain", "light")}));
  EXPECT_THAT(House::said(plan), testing::ElementsAre("done.turned_on"));
  EXPECT_EQ(argument(plan, "reply"), "HassTurnOn/default");
  EXPECT_EQ(argument(plan, "reply.name"), "desk lamp");
  EXPECT_EQ(argument(plan, "reply.domain"), "light");
}

TEST_F(AsSaid, WhatFollowsFromATalkHasNone) {
  EXPECT_EQ(reply(said(Intent::TurnOn, {House::kDesk}, "")), "-");
  flow::Request confirmed = said(Intent::TurnOn, {House::kDesk}, "default");
  confirmed.confirmed = true;
  EXPECT_EQ(reply(confirmed), "-");
}

TEST_F(AsSaid, OfSeveralThingsTheSentenceHasToSayWhere) {
  const std::vector<uint32_t> lamps{House::kDesk, House::kCeiling};
  EXPECT_EQ(reply(said(Intent::TurnOn, lamps, "lights_area", {House::word("area", "study")})),
            "HassTurnOn/lights_area");
  EXPECT_EQ(reply(said(Intent::TurnOff, lamps, "lights_area")), "-");
  EXPECT_EQ(reply(said(Intent::TurnOn, lamps, "light_all")), "HassTurnOn/light_all");
  EXPECT_EQ(reply(said(Intent::TurnOff, lamps, "default", {House::word("area", "study")})), "-")
      << "\"the light\" is one";
}

TEST_F(AsSaid, NotWhereSomeOfItIsLeftOut) {
  EXPECT_EQ(reply(said(Intent::LightSet, {House::kDesk, House::kPlug}, "brightness",
                       {House::word("area", "study"), House::number("brightness", 40)})),
            "-");
  house.observe(House::kCeiling, Capability::Available, false);
  EXPECT_EQ(reply(said(Intent::TurnOn, {House::kDesk, House::kCeiling}, "lights_area", {House::word("area", "study")})),
            "-");
}

TEST_F(AsSaid, NumbersAreTheOnesThatWereSaid) {
  const auto heat = [&](double degrees) {
    return reply(
        said(Intent::ClimateSetTemperature, {House::kHeating}, "default", {House::number("temperature", degrees)}));
  };
  EXPECT_EQ(heat(21.5), "HassClimateSetTemperature/default");
  EXPECT_EQ(heat(21.3), "-") << "it is set by halves of a degree";
}

TEST_F(AsSaid, OfWhatIsSecureOrOnlyBeginsThePhraseIsSaid) {
  EXPECT_EQ(abroad(said(Intent::Unlock, {House::kFront}, "lock")), "-") << "no intent of Home Assistant's";
  const flow::Request open = said(Intent::TurnOn, {House::kBlind}, "cover", {House::word("name", "blind")});
  EXPECT_EQ(reply(open), "-");
  EXPECT_EQ(abroad(open), "HassTurnOn/cover");
  const flow::Request garage = said(Intent::SetPosition, {House::kGarage}, "default", {House::number("position", 50)});
  EXPECT_EQ(reply(garage), "-");
}

TEST_F(AsSaid, SeveralCommandsAreOneSummary) {
  flow::Meaning both = house.meaning(said(Intent::TurnOn, {House::kDesk}, "default"));
  both.readings[0].requests.push_back(said(Intent::TurnOn, {House::kPlug}, "default"));
  const flow::Plan plan = house.say(both);
  EXPECT_EQ(argument(plan, "reply"), "-");
  EXPECT_EQ(argument(plan, "reply.name"), "-");
  EXPECT_THAT(House::said(plan), testing::ElementsAre("done.turned_on"));
}

TEST_F(AsSaid, TimersAndListsTellWhatWasSaid) {
  EXPECT_EQ(reply(said(Intent::StartTimer, {}, "default", {{"minutes", "five", 5.0, {}}})), "HassStartTimer/default");
  EXPECT_EQ(reply(said(Intent::StartTimer, {}, "default", {{"duration", "", 300.0, {}}})), "-");
  EXPECT_EQ(reply(said(Intent::ShoppingListAddItem, {}, "item_added", {House::word("item", "milk")})),
            "HassShoppingListAddItem/item_added");
}

TEST_F(AsSaid, AnswersByWhatWasFoundOut) {
  const auto answered = [](Intent intent, std::string response, flow::Phrase words) {
    flow::Request request;
    request.intent = intent;
    request.response = std::move(response);
    request.question = flow::Question{"x", {}, {}};
    Grounded grounded;
    grounded.done = {std::move(words)};
    name_reply(request, home::Tier::Harmless, grounded);
    const auto& with = grounded.done.front().with;
    return std::ranges::find(with, "reply", &std::pair<std::string, home::Value>::first) != with.end();
  };
  EXPECT_TRUE(answered(Intent::GetState, "any", {"state.any_yes", {}}));
  EXPECT_TRUE(answered(Intent::GetState, "one", {"state.one", {{"value", 20.5}}}));
  EXPECT_FALSE(answered(Intent::GetState, "one", {"state.one", {{"value", true}}})) << "\"on\" in any language";
  EXPECT_FALSE(answered(Intent::GetState, "one_yesno", {"state.no", {{"value", true}}}));
  EXPECT_FALSE(answered(Intent::GetState, "any", {"state.unknown", {}}));
  EXPECT_TRUE(answered(Intent::ClimateGetTemperature, "default", {"state.temperature", {}}));
  EXPECT_FALSE(answered(Intent::ClimateGetTemperature, "default", {"state.temperature_mean", {}}));
  EXPECT_FALSE(answered(Intent::TimerStatus, "default", {"timers.left", {}}));
}

}  // namespace
}  // namespace hearth::decide
