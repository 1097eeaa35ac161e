#include "answer/past/past_reader.h"

#include <gtest/gtest.h>

#include <array>

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
    const std::array things{AskedThing{{1}, *asked}};
    auto found = last_became(journal, things, {last + 1}, [] { return false; }, most);
    EXPECT_TRUE(found);
    return found->front();
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

/// A journal that counts what is read of it.
class Counted final : public memory::EntryReader {
 public:
  explicit Counted(const memory::EntryReader& of) : of_(of) {}
  Result<flow::Entry> read(flow::MessageId seq) const override { return of_.read(seq); }
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override { return of_.trace(trace); }
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override {
    return of_.scan(first, visit);
  }
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override {
    return of_.scan_back([&](const flow::Entry& entry) { return ++entries, visit(entry); });
  }
  mutable size_t entries = 0;

 private:
  const memory::EntryReader& of_;
};

TEST_F(PastReader, ManyThingsCostOnePass) {
  see(true, Capability::Contact, 1);
  see(true, Capability::Contact, 2);
  see(false, Capability::Contact, 1);
  for (int i = 0; i < 100; ++i) see(20.0, Capability::Temperature, 3);
  const AskedState open = *asked_state(house, {1}, "open");
  std::vector<AskedThing> things{{{2}, open}, {{1}, open}, {{1}, *asked_state(house, {1}, "closed")}};
  for (uint32_t i = 10; i < 30; ++i) things.push_back({{i}, open});
  const Counted counted(journal);
  const auto found = last_became(counted, things, {last + 1}, [] { return false; });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->at(0)->seen.value, 2U);
  EXPECT_EQ(found->at(1)->seen.value, 1U);
  EXPECT_EQ(found->at(2)->seen.value, 3U);
  EXPECT_FALSE(found->at(3));
  EXPECT_LE(counted.entries, 103U) << "each report once, however many things are asked about";
}

TEST_F(PastReader, WhatItCannotShowIsNotGuessed) {
  EXPECT_FALSE(asked_state(house, {1}, "locked"));
  EXPECT_FALSE(asked_state(house, {1}, "sad"));
}

}  // namespace
}  // namespace hearth::answer
