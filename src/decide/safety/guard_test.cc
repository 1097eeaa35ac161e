#include "decide/safety/guard.h"

#include <gtest/gtest.h>

#include "decide/interruption/interruption.h"
#include "decide/test_house.h"

namespace hearth::decide {
namespace {

using home::Capability;
using home::Role;
using home::Tier;
using House = TestHouse;

class GuardTest : public testing::Test {
 protected:
  Tier tier(uint32_t entity, Capability capability, home::Value to) {
    return tier_of(flow::Set{home::EntityId{entity}, capability, std::move(to), 0}, *house.memory.present.home(), 26);
  }
  House house;
};

TEST_F(GuardTest, TheRiskierDirectionIsSecure) {
  EXPECT_EQ(tier(House::kFront, Capability::Lock, false), Tier::Secure);
  EXPECT_EQ(tier(House::kFront, Capability::Lock, true), Tier::Noticeable);
  EXPECT_EQ(tier(House::kGarage, Capability::Position, 100.0), Tier::Secure);
  EXPECT_EQ(tier(House::kGarage, Capability::Position, 10.0), Tier::Secure);
  EXPECT_EQ(tier(House::kGarage, Capability::Position, 0.0), Tier::Noticeable);
  EXPECT_EQ(tier(House::kBlind, Capability::Position, 100.0), Tier::Harmless);
  EXPECT_EQ(tier(House::kHeating, Capability::TargetTemperature, 28.0), Tier::Secure);
  EXPECT_EQ(tier(House::kHeating, Capability::TargetTemperature, 21.0), Tier::Noticeable);
  EXPECT_EQ(tier(House::kDesk, Capability::OnOff, true), Tier::Harmless);
  EXPECT_EQ(tier(99, Capability::OnOff, true), Tier::Secure) << "a thing that nobody knows";
  EXPECT_EQ(tier(House::kFront, Capability::Lock, std::string("open")), Tier::Secure) << "a value that makes no sense";
}

TEST_F(GuardTest, EverythingIsManyKindsWithoutAPlace) {
  const home::Home& home = *house.memory.present.home();
  flow::Request request = House::request(flow::Intent::TurnOff, {House::kDesk, House::kPlug, House::kFan});
  EXPECT_TRUE(means_everything(request, home));
  request.slots = {House::word("area", "study")};
  EXPECT_FALSE(means_everything(request, home));
  EXPECT_FALSE(means_everything(House::request(flow::Intent::TurnOff, {House::kDesk, House::kCeiling}), home));
}

TEST_F(GuardTest, RolesAndWords) {
  const home::Home& home = *house.memory.present.home();
  const std::vector<flow::Step> unlock{flow::Set{home::EntityId{House::kFront}, Capability::Lock, false, 0}};
  const auto verdict = [&](Role role, bool explicit_words) {
    return judge(unlock, explicit_words, false, {std::nullopt, role, {}}, home, house.settings).verdict;
  };
  EXPECT_EQ(verdict(Role::Owner, true), Judgement::Allowed);
  EXPECT_EQ(verdict(Role::Adult, false), Judgement::Confirm);
  EXPECT_EQ(verdict(Role::Child, true), Judgement::Refused);
  EXPECT_EQ(verdict(Role::Guest, true), Judgement::Refused);
}

TEST(QuietHoursTest, MayRunOverMidnight) {
  const QuietHours night{22 * 60, 7 * 60};
  EXPECT_TRUE(within(night, 23 * 60));
  EXPECT_TRUE(within(night, 0));
  EXPECT_FALSE(within(night, 7 * 60));
  EXPECT_FALSE(within({13 * 60, 15 * 60}, 12 * 60));
  EXPECT_TRUE(within({13 * 60, 15 * 60}, 13 * 60));
}

}  // namespace
}  // namespace hearth::decide
