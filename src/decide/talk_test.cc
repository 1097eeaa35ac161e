// What is said beside commands: examples for who was not understood, and what is told to everybody.
#include <gmock/gmock.h>

#include "decide/test_house.h"

namespace hearth::decide {
namespace {

using flow::Intent;
using flow::Plan;
using home::Capability;
using testing::ElementsAre;
using testing::SizeIs;
using House = TestHouse;

class TalkTest : public testing::Test {
 protected:
  /// Satellites in the hall and in the study, beside the one that hears.
  void furnish(bool in_hall) {
    flow::Inventory inventory;
    home::Listing& listing = inventory.listing;
    listing.door = "simulator";
    listing.areas = {{home::AreaId{1}, {{"study", "en"}}, {}, {}}, {home::AreaId{2}, {{"hall", "en"}}, {}, {}}};
    const auto add = [&](const char* name, uint32_t area) {
      home::Device device;
      device.id = home::DeviceId{static_cast<uint32_t>(listing.devices.size() + 1)};
      device.names = {{name, "en"}};
      device.identifiers = {name};
      device.area = home::AreaId{area};
      listing.devices.push_back(device);
      home::Satellite satellite;
      satellite.device = device.id;
      satellite.speaker = true;
      listing.satellites.push_back(satellite);
    };
    add("satellite", 1);
    if (in_hall) add("hall satellite", 2);
    house.fold(inventory);
  }
  static flow::Request broadcast() {
    flow::Request request = House::request(Intent::Broadcast);
    request.slots = {{"message", "Dinner is Ready", std::string("Dinner is Ready"), {}}};
    return request;
  }
  /// What is said of a sentence that nothing was made of.
  Plan mumble(std::vector<home::EntityId> named = {}) {
    flow::Meaning said = house.meaning({});
    said.readings.clear();
    said.text = "mumble";
    said.named = std::move(named);
    return house.say(said);
  }
  static flow::Value reason(const Plan& plan) {
    for (const flow::Say& say : House::only<flow::Say>(plan)) {
      if (say.words.key == "help.example") return say.words.with.front().second;
    }
    return {};
  }
  House house;
};

TEST_F(TalkTest, ABroadcastIsSaidElsewhereAndReportedHere) {
  furnish(true);
  const Plan plan = house.say(broadcast());
  EXPECT_EQ(plan.verdict, Plan::Do);
  const std::vector<flow::Say> says = House::only<flow::Say>(plan);
  ASSERT_THAT(says, SizeIs(2));
  EXPECT_EQ(says[0].words, flow::literal("Dinner is Ready"));
  ASSERT_TRUE(says[0].to.has_value());
  EXPECT_NE(says[0].to->device, house.here.device);
  EXPECT_EQ(says[1].words.key, "broadcast.done");
  EXPECT_FALSE(says[1].to.has_value());
}

TEST_F(TalkTest, ABroadcastThatNobodyWouldHearIsDeclined) {
  furnish(false);
  const Plan plan = house.say(broadcast());
  EXPECT_EQ(plan.verdict, Plan::Decline);
  EXPECT_THAT(House::said(plan), ElementsAre("broadcast.nobody"));
}

TEST_F(TalkTest, WhoIsNotUnderstoodHearsWhatWouldMakeADifference) {
  house.observe(House::kDesk, Capability::OnOff, true);
  EXPECT_EQ(reason(mumble()), flow::Value(std::string("try.turn_off")));
  EXPECT_EQ(reason(mumble()), flow::Value(std::string("try.turn_on")));  // another: the ceiling light
}

TEST_F(TalkTest, AThingThatWasHeardIsWhatTheExampleIsAbout) {
  house.observe(House::kFront, Capability::Lock, true);
  const Plan plan = mumble({home::EntityId{House::kFront}});
  EXPECT_EQ(plan.verdict, Plan::Decline);
  EXPECT_THAT(House::said(plan), ElementsAre("decline.not_understood_about", "help.example"));
  EXPECT_EQ(reason(plan), flow::Value(std::string("try.is_locked")));
}

TEST_F(TalkTest, OfWhatIsSecureNothingIsProposedButAQuestion) {
  const Plan plan = mumble({home::EntityId{House::kGarage}});
  EXPECT_THAT(House::said(plan), ElementsAre("decline.not_understood", "help.example"));
}

TEST_F(TalkTest, WhatCanISayGivesSeveralKindsOfExamples) {
  flow::Request request = House::request(Intent::Respond);
  request.response = "commands";
  const Plan plan = house.say(request);
  EXPECT_EQ(plan.verdict, Plan::Do);
  EXPECT_THAT(House::said(plan), ElementsAre("help.example", "help.or", "help.or"));
}

}  // namespace
}  // namespace hearth::decide
