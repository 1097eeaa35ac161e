#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "connect/simulator/simulator_door.h"
#include "home/merge.h"

namespace hearth::connect {
namespace {

using home::Capability;
using std::chrono::seconds;

constexpr const char* kHome = R"(
zone Europe/Berlin
person Anna owner
floor "ground floor" 0
room kitchen "kitchen", "galley" on "ground floor"
satellite usual Anna
light.ceiling "ceiling light", "big light" has on_off, brightness is on_off off, brightness 50 delay 2s
lock.back "back door" is lock locked
scene.movie "movie time"
)";

struct Inbox final : HouseInbox {
  bool inventory(flow::Inventory listing) override {
    inventories.push_back(std::move(listing));
    return true;
  }
  void observe(std::string_view, std::string_view key, flow::Observation seen) override {
    notes.push_back(std::string(key) + " " + std::string(home::facts(seen.capability).name) + " " +
                    home::to_text(seen.value) + (seen.retained ? " retained" : ""));
  }
  bool hear(std::string_view, std::string_view, flow::Utterance) override { return true; }
  bool want(std::string_view, std::string_view, flow::Meaning) override { return true; }
  void receipt(flow::Receipt receipt) override { receipts.push_back(std::move(receipt)); }
  void feedback(flow::Feedback) override {}
  std::vector<std::string> take() { return std::exchange(notes, {}); }

  std::vector<flow::Inventory> inventories;
  std::vector<flow::Receipt> receipts;
  std::vector<std::string> notes;
};

class SimulatorDoorTest : public testing::Test {
 protected:
  SimulatorDoorTest()
      : described_(simulation::parse_home(kHome, "test").value()), door_(described_.doors.front(), clock_) {
    EXPECT_TRUE(door_.open(inbox_));
    home_ = std::make_shared<home::Home>(home::merge({}, inbox_.inventories.front().listing));
    inbox_.take();
  }
  void set(std::string_view key, Capability capability, home::Value to) {
    flow::Command command;
    command.what = flow::Set{home_->find(home_->door("simulator"), key), capability, std::move(to), 0};
    door_.carry_out(command, home_);
    door_.tick();
  }
  std::vector<std::string> after(Duration passed) {
    clock_.advance(passed);
    door_.tick();
    return inbox_.take();
  }
  void fault(std::string_view key, const Faults& faults) { EXPECT_TRUE(door_.set_faults(key, faults)); }

  SimulatedClock clock_{from_microseconds(0)};
  simulation::DescribedHome described_;
  Inbox inbox_;
  SimulatorDoor door_;
  std::shared_ptr<const home::Home> home_;
};

using Seen = std::vector<std::string>;

TEST_F(SimulatorDoorTest, ShowsAllThatItHasWhenItOpens) {
  ASSERT_TRUE(door_.open(inbox_));
  EXPECT_EQ(inbox_.take(), (Seen{"light.ceiling available on retained", "light.ceiling on_off off retained",
                                 "light.ceiling brightness 50 retained", "lock.back available on retained",
                                 "lock.back lock on retained", "scene.movie available on retained"}));
  EXPECT_EQ(home_->find_area("galley"), home_->find_area("kitchen"));
  EXPECT_TRUE(home_->satellites.front().usual);
}

TEST_F(SimulatorDoorTest, ALampDimmedGoesOnAfterItsDelay) {
  set("light.ceiling", Capability::Brightness, 30.0);
  ASSERT_EQ(inbox_.receipts.size(), 1U);
  EXPECT_FALSE(inbox_.receipts.front().error);
  EXPECT_EQ(after(seconds(1)), Seen{});
  EXPECT_EQ(after(seconds(1)), (Seen{"light.ceiling brightness 30", "light.ceiling on_off on"}));
  EXPECT_EQ(door_.changes(), 1U);
}

TEST_F(SimulatorDoorTest, DoesWhatItsFaultsSay) {
  fault("lock.back", {.lose = true});
  set("lock.back", Capability::Lock, false);
  EXPECT_EQ(after(seconds(9)), Seen{});
  fault("lock.back", {.refuse = true});
  set("lock.back", Capability::Lock, false);
  EXPECT_TRUE(inbox_.receipts.back().error);
  fault("lock.back", {.opposite = true});
  set("lock.back", Capability::Lock, false);
  EXPECT_EQ(after({}), Seen{"lock.back lock on"});
  fault("lock.back", {.silent = true});
  set("lock.back", Capability::Lock, false);
  EXPECT_EQ(after({}), Seen{});
  EXPECT_EQ(door_.find("lock.back")->value(Capability::Lock), home::Value(false));
  fault("lock.back", {.repeat = true});
  set("lock.back", Capability::Lock, true);
  EXPECT_EQ(after({}), (Seen{"lock.back lock on", "lock.back lock on"}));
  fault("lock.back", {.delay = seconds(3)});
  set("lock.back", Capability::Lock, false);
  EXPECT_EQ(after(seconds(2)), Seen{});
  EXPECT_EQ(after(seconds(1)), Seen{"lock.back lock off"});
}

TEST_F(SimulatorDoorTest, WhatGoesAwaySaysSoAndComesBackWithItsState) {
  fault("lock.back", {.away = true});
  EXPECT_EQ(inbox_.take(), Seen{"lock.back available off"});
  EXPECT_TRUE(door_.change("lock.back", Capability::Lock, false));
  EXPECT_EQ(inbox_.take(), Seen{});
  fault("lock.back", {});
  EXPECT_EQ(inbox_.take(), (Seen{"lock.back available on", "lock.back lock off"}));
}

TEST_F(SimulatorDoorTest, MisbehavesTheSameWayForTheSameSeed) {
  const auto play = [&] {
    SimulatorDoor door(described_.doors.front(), clock_);
    Inbox inbox;
    EXPECT_TRUE(door.open(inbox));
    door.misbehave(7, 0.5);
    for (int i = 0; i < 40; ++i) {
      flow::Command command;
      command.what = flow::Set{home_->find(home_->door("simulator"), "lock.back"), Capability::Lock, i % 2 == 0, 0};
      door.carry_out(command, home_);
      clock_.advance(seconds(1));
      door.tick();
    }
    return std::pair(inbox.take(), door.changes());
  };
  const auto first = play();
  EXPECT_EQ(first, play());
  EXPECT_LT(first.second, 40U);
  EXPECT_GT(first.second, 5U);
}

}  // namespace
}  // namespace hearth::connect
