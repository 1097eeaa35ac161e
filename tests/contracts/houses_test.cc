// Houses of one process share nothing, and the order of lanes changes nothing that matters.
#include <gtest/gtest.h>

#include "flow/codec.h"
#include "tests/contracts/played_home.h"
#include "tests/stories/journal_checks.h"

namespace hearth::contracts {
namespace {

class HousesTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  }
  static std::vector<std::string> bytes(PlayedHome& home) {
    std::vector<std::string> all;
    for (const flow::Entry& entry : home.entries()) all.push_back(entry.origin + "\n" + flow::encode_body(entry));
    return all;
  }
};

TEST_F(HousesTest, TwoThatLiveSideBySideLiveAsIfAlone) {
  PlayedHome alone;
  alone.say_all();
  PlayedHome one, other;
  const size_t all = PlayedHome::sayings().size();
  for (size_t i = 0; i < all; ++i) {
    one.say(i);
    other.say(all - 1 - i);
  }
  EXPECT_EQ(bytes(one), bytes(alone));
  PlayedHome backwards;
  for (size_t i = 0; i < all; ++i) backwards.say(all - 1 - i);
  EXPECT_EQ(bytes(other), bytes(backwards));
}

TEST_F(HousesTest, AnyOrderOfLanesReplaysAndKeepsItsPlans) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    PlayedHome home(seed);
    for (size_t i = 0; i < 6; ++i) {
      const auto& [room, text] = PlayedHome::sayings()[i];
      ASSERT_TRUE(home.house().say("Anna", room, text));
    }
    ASSERT_TRUE(home.house().advance(home.house().now() + std::chrono::minutes(20)));
    const auto checked = stories::check_journal(home.house().journal(), home.house().parts(), home.house().home());
    ASSERT_TRUE(checked) << "seed " << seed << ": " << to_string(checked.error());
    EXPECT_EQ(checked->meanings, 6U);
  }
}

TEST_F(HousesTest, DevicesThatMisbehaveAtRandomBreakNoRule) {
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    PlayedHome home;
    for (const auto& door : home.house().doors()) door->misbehave(seed, 0.5);
    home.say_all();
    const auto checked = stories::check_journal(home.house().journal(), home.house().parts(), home.house().home());
    ASSERT_TRUE(checked) << "seed " << seed << ": " << to_string(checked.error());
  }
}

}  // namespace
}  // namespace hearth::contracts
