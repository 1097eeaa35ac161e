#include "connect/web/taps.h"

#include <gtest/gtest.h>

#include "home/merge.h"

namespace hearth::connect {
namespace {

class TapsTest : public testing::Test {
 protected:
  TapsTest() {
    home::Listing listing{.door = "test"};
    listing.devices.push_back({.names = {{"Lamp", ""}}, .identifiers = {"lamp"}});
    home::Entity lamp{.key = "lamp", .kind = "light"};
    lamp.device.value = 1;
    lamp.traits = {{.capability = home::Capability::OnOff, .sensed = true, .settable = true},
                   {.capability = home::Capability::Effect, .settable = true},
                   {.capability = home::Capability::Battery, .sensed = true}};
    listing.entities.push_back(lamp);
    home_ = home::merge({}, listing);
  }
  std::string problem(const char* json) {
    const auto tap = tap_of(Json::parse(json), home_);
    return tap ? "" : tap.error().place;
  }
  home::Home home_;
};

TEST_F(TapsTest, ATapSetsOneThingAndIsNotExplicitWords) {
  const auto tap = tap_of(Json::parse(R"({"entity": 1, "capability": "on_off", "value": true})"), home_);
  ASSERT_TRUE(tap.ok()) << to_string(tap.error());
  ASSERT_EQ(tap->readings.size(), 1u);
  const flow::Request& request = tap->readings[0].requests.at(0);
  EXPECT_EQ(request.intent, flow::Intent::Set);
  EXPECT_EQ(flow::find_slot(request, "value")->value, flow::Value(true));
  EXPECT_FALSE(request.explicit_words) << "a finger slips easily: what is Secure is asked back";
  ASSERT_EQ(tap->head.because.size(), 1u);
  EXPECT_EQ(tap->head.because[0].what.key, "tapped.set");
}

TEST_F(TapsTest, WithoutAValueItTogglesWhatIsOnOrOff) {
  const auto tap = tap_of(Json::parse(R"({"entity": 1, "capability": "on_off"})"), home_);
  ASSERT_TRUE(tap.ok());
  EXPECT_EQ(flow::find_slot(tap->readings[0].requests[0], "value"), nullptr);
  EXPECT_EQ(problem(R"({"entity": 1, "capability": "effect"})"), "value");
}

TEST_F(TapsTest, WhatIsWrongIsNamed) {
  EXPECT_EQ(problem(R"({"entity": 2, "capability": "on_off"})"), "entity");
  EXPECT_EQ(problem(R"({"entity": 4294967297, "capability": "on_off"})"), "entity");
  EXPECT_EQ(problem(R"({"entity": -1, "capability": "on_off"})"), "entity");
  EXPECT_EQ(problem(R"({"capability": "on_off"})"), "entity");
  EXPECT_EQ(problem(R"({"entity": 1})"), "capability");
  EXPECT_EQ(problem(R"({"entity": 1, "capability": "battery", "value": 5})"), "capability") << "only sensed";
  EXPECT_EQ(problem(R"({"entity": 1, "capability": "on_off", "value": 1})"), "value");
  EXPECT_EQ(problem(R"({"entity": 1, "capability": "on_off", "value": null})"), "value");
}

TEST_F(TapsTest, UndoNamesItsPlan) {
  const auto undo = undo_of(Json::parse(R"({"plan": 812})"));
  ASSERT_TRUE(undo.ok());
  EXPECT_EQ(flow::find_slot(undo->readings[0].requests[0], "plan")->value, flow::Value(812.0));
  EXPECT_FALSE(undo_of(Json::parse(R"({"plan": 0})")).ok());
}

}  // namespace
}  // namespace hearth::connect
