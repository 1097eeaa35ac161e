#include "sense/attribution/changes.h"

#include <gmock/gmock.h>

#include <random>

#include "sense/attribution/test_house.h"

namespace hearth::sense {
namespace {

TEST(Changes, TellOfTheEntryFoldedLastAlone) {
  TestHouse house;
  house.report(TestHouse::kLamp, Capability::OnOff, false);
  const MessageId id =
      house.fold(flow::Observation{.entity = TestHouse::kLamp, .capability = Capability::OnOff, .value = true});
  ASSERT_NE(house.changes.change(id), nullptr);
  EXPECT_EQ(house.changes.change({id.value + 1}), nullptr);
  house.fold(flow::Wake{});
  EXPECT_EQ(house.changes.change(id), nullptr);
}

TEST(Changes, RestoredTheyGoOnAsBefore) {
  TestHouse house;
  house.report(TestHouse::kLamp, Capability::OnOff, false);
  house.report(TestHouse::kSpot, Capability::Brightness, 30.0);
  house.report(TestHouse::kSpot, Capability::Brightness, 70.0);
  house.command(42, TestHouse::kLamp, Capability::OnOff, true, 1.5);
  const std::string saved = house.changes.save();
  Changes restored;
  ASSERT_TRUE(restored.restore(saved).ok());
  EXPECT_EQ(restored.save(), saved);

  flow::Observation echo{.entity = TestHouse::kLamp, .capability = Capability::OnOff, .value = true};
  echo.head.id = {500};
  for (Changes* changes : {&house.changes, &restored}) {
    changes->apply({.seq = {500}, .at = house.now(), .message = echo});
    ASSERT_NE(changes->change({500}), nullptr);
    EXPECT_EQ(changes->change({500})->match, Match::Echo);
  }
  EXPECT_EQ(restored.save(), house.changes.save());
}

TEST(Changes, AreEmptyAfterBytesThatMakeNoSense) {
  TestHouse house;
  house.report(TestHouse::kLamp, Capability::OnOff, false);
  for (const char* bytes : {"", "{", "[]", R"({"held": 7})"}) {
    const auto status = house.changes.restore(bytes);
    ASSERT_FALSE(status.ok()) << bytes;
    EXPECT_EQ(status.error().kind, Error::Corrupt);
    EXPECT_EQ(house.changes.save(), Changes().save());
  }
}

TEST(Changes, ACommandSentAgainCountsOnce) {
  TestHouse once, twice;
  for (TestHouse* house : {&once, &twice}) house->report(TestHouse::kLamp, Capability::OnOff, false);
  twice.command(42, TestHouse::kLamp, Capability::OnOff, true);
  once.fold(flow::Wake{});  // keeps the numbers alike
  for (TestHouse* house : {&once, &twice}) house->command(42, TestHouse::kLamp, Capability::OnOff, true);
  EXPECT_EQ(once.changes.save(), twice.changes.save());
}

TEST(Changes, StayBoundedUnderAnything) {
  TestHouse house;
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    house.at(i * 0.01);
    const EntityId entity{static_cast<uint32_t>(random() % 1'000 + 1)};
    const auto capability = static_cast<Capability>(random() % 60);
    if (random() % 2 == 0) {
      house.command(random() % 5'000, entity, capability, static_cast<double>(random() % 100), random() % 10);
    } else {
      house.report(entity, capability, static_cast<double>(random() % 100));
    }
  }
  const auto state = memory::restore_state<ChangesState>("test", house.changes.save());
  ASSERT_TRUE(state.ok());
  EXPECT_LE(state->held.size(), Changes::kMostHeld);
  EXPECT_LE(state->expected.size(), Changes::kMostExpected);
  EXPECT_LE(state->unexplained.size(), Changes::kMostUnexplained);
}

TEST(Changes, FollowNoSensors) {
  for (const auto capability : {Capability::Motion, Capability::Temperature, Capability::Contact, Capability::Battery,
                                Capability::Available, Capability::None}) {
    EXPECT_FALSE(may_be_set(capability));
  }
  for (const auto capability :
       {Capability::OnOff, Capability::Lock, Capability::TargetTemperature, Capability::Vacuum, Capability::Text}) {
    EXPECT_TRUE(may_be_set(capability));
  }
}

}  // namespace
}  // namespace hearth::sense
