// A week of a simulated household in a whole house: the journal is what happened, and lives again identically.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "engine/lived_house.h"
#include "engine/replay.h"
#include "memory/sqlite_journal.h"
#include "simulation/test_household.h"
#include "tests/stories/story_house.h"

namespace hearth {
namespace {

using home::Capability;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SimulatedWeek : public testing::Test {
 protected:
  void SetUp() override {
    const auto& models = stories::models();
    if (!models) GTEST_SKIP() << to_string(models.error());
    models_ = models->get();
  }
  std::unique_ptr<engine::LivedHouse> open(simulation::Household& household, memory::Journal& journal) const {
    return engine::LivedHouse::open(*models_, journal, household, {.zone = household.zone(), .version = "test"})
        .value();
  }
  engine::ReplayReport replay(const memory::Journal& journal, const std::string& zone) const {
    engine::Parts parts = engine::make_parts(*models_);
    parts.decide.zone = calendar::Zone::find(zone).value();
    return engine::verify(journal, parts).value();
  }
  static std::string same(const engine::ReplayReport& report) {
    return report.difference ? report.difference->expected + "\n" + report.difference->found : "same";
  }

  const engine::Models* models_ = nullptr;
};

TEST_F(SimulatedWeek, LivesAgainIdenticallyAndKnowsWhoseHandItWas) {
  const auto household = simulation::test_household(11);
  memory::MemoryJournal journal;
  std::vector<simulation::TruthEvent> truth;
  {
    const auto house = open(*household, journal);
    ASSERT_TRUE(house->advance(household->now() + hours(24 * 7)));
    truth = household->take_truth();
    EXPECT_EQ(house->house().health().faults, 0U);
    EXPECT_EQ(house->house().health().unknown_keys, 0U);
    EXPECT_EQ(house->house().health().dropped, 0U);
  }
  EXPECT_GT(journal.entries().size(), 10'000U);
  const engine::ReplayReport report = replay(journal, household->zone());
  EXPECT_FALSE(report.difference) << same(report);

  // Of each hand on a lamp or plug, the house says within seconds that it was one; a lost report costs a few.
  std::multimap<std::string, Time> by_hand;
  const home::Listing& listing = household->listing();
  for (const flow::Entry& entry : journal.entries()) {
    const auto* change = std::get_if<flow::Actuation>(&entry.message);
    if (change == nullptr || change->by != flow::Actuation::ByHand) continue;
    by_hand.emplace(listing.entities[change->entity.value - 1].key + home::to_text(change->after), entry.at);
  }
  int deeds = 0, found = 0;
  for (const simulation::TruthEvent& event : truth) {
    if (event.kind != simulation::TruthEvent::Deed || event.capability != Capability::OnOff) continue;
    ++deeds;
    const auto [from, to] = by_hand.equal_range(event.key + home::to_text(event.value));
    found += std::any_of(from, to,
                         [&](const auto& one) { return one.second >= event.at && one.second < event.at + seconds(5); });
  }
  EXPECT_GT(deeds, 200);
  EXPECT_GT(found, deeds * 97 / 100) << "of " << deeds;
}

TEST_F(SimulatedWeek, IsToldOverTheAirWhatSomebodySays) {
  std::string folder = testing::TempDir() + "week-XXXXXX";
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  const auto household = simulation::test_household(12);
  auto journal = memory::SqliteJournal::open(folder + "/home.db").value();
  {
    const auto house = open(*household, *journal);
    ASSERT_TRUE(house->advance(household->now() + hours(12)));
    ASSERT_EQ(household->value("light.floor_lamp", Capability::OnOff), home::Value(false));
    flow::Utterance said;
    said.text = "turn on the floor lamp";
    said.language = "en";
    house->house().hear(household->listing().door, "satellite-living_room", said);
    ASSERT_TRUE(house->advance(household->now() + seconds(10)));
    EXPECT_EQ(household->value("light.floor_lamp", Capability::OnOff), home::Value(true));
    ASSERT_TRUE(house->advance(household->now() + minutes(5)));
  }
  const std::vector<simulation::TruthEvent> truth = household->take_truth();
  EXPECT_TRUE(std::ranges::any_of(truth, [](const simulation::TruthEvent& event) {
    return event.kind == simulation::TruthEvent::Obeyed && event.key == "light.floor_lamp";
  }));
  bool done = false;
  ASSERT_TRUE(journal->scan({1}, [&](const flow::Entry& entry) {
    const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
    done = done || (outcome != nullptr && outcome->progress == flow::Outcome::Done);
    return true;
  }));
  EXPECT_TRUE(done);
  const engine::ReplayReport report = replay(*journal, household->zone());
  EXPECT_FALSE(report.difference) << same(report);
  journal.reset();
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace hearth
