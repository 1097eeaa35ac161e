#include "answer/past/past_reader.h"

#include <gtest/gtest.h>

#include "home/merge.h"

namespace hearth::answer {
namespace {

using home::Capability;

class PastReader : public testing::Test {
 protected:
  PastReader() {
    home::Listing listing;
    listing.door = "simulator";
    home::Entity door;
    door.key = "door";
    door.kind = "binary_sensor";
    door.names = {{"back door", "en"}};
    door.traits = {{Capability::Contact, true, false, 0, 0, 0, {}}};
    listing.entities = {door};
    house = home::merge({}, listing);
  }
  void see(home::Value value, Capability capability = Capability::Contact, uint32_t entity = 1) {
    now += std::chrono::minutes(10);
    flow::Entry entry;
    entry.seq = flow::MessageId{++last};
    entry.at = now;
    flow::Observation seen;
    seen.entity = home::EntityId{entity};
    seen.capability = capability;
    seen.value = std::move(value);
    entry.message = seen;
    journal.append({.entries = {entry}, .durability = {}, .written = {}});
  }
  std::optional<Became> became(std::string_view state, size_t most = 1000) {
    const auto asked = asked_state(house, {1}, state);
    EXPECT_TRUE(asked);
    auto found = last_became(journal, {1}, *asked, {last + 1}, [] { return false; }, most);
    EXPECT_TRUE(found);
    return *found;
  }
  home::Home house;
  memory::MemoryJournal journal;
  uint64_t last = 0;
  Time now = from_microseconds(1'772'409'600'000'000);
};

TEST_F(PastReader, TheLastTimeItWasOpened) {
  see(false);
  see(true);
  see(true);  // says so again
  see(20.0, Capability::Temperature);
  see(false);
  const auto found = became("open");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->seen.value, 2U);
  EXPECT_EQ(found->before.value, 1U);
  EXPECT_FALSE(found->is_so);
  EXPECT_TRUE(became("closed")->is_so);
  EXPECT_EQ(became("closed")->seen.value, 5U);
}

TEST_F(PastReader, AsFarBackAsItGoes) {
  see(true);
  see(true);
  const auto found = became("open");
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->since_ever);
  EXPECT_EQ(found->seen.value, 1U);
  EXPECT_FALSE(became("closed"));
}

TEST_F(PastReader, ReadsOnlySoFar) {
  see(true);
  see(false);
  for (int i = 0; i < 20; ++i) see(20.0, Capability::Temperature, 2);
  EXPECT_FALSE(became("open", 10));
  EXPECT_TRUE(became("open", 100));
}

TEST_F(PastReader, WhatItCannotShowIsNotGuessed) {
  EXPECT_FALSE(asked_state(house, {1}, "locked"));
  EXPECT_FALSE(asked_state(house, {1}, "sad"));
}

}  // namespace
}  // namespace hearth::answer
