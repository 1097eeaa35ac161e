#include "simulation/household.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "simulation/test_household.h"

namespace hearth::simulation {
namespace {

using home::Capability;
using home::Value;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Lived {
  std::string reports, truth;
  std::vector<Report> said;
  std::vector<TruthEvent> events;
};

Lived live(Household& household, Duration length, Duration step) {
  Lived lived;
  const Time end = household.now() + length;
  while (household.now() < end) {
    household.advance(std::min(household.now() + step, end));
    for (Report& report : household.take_reports()) {
      lived.reports += to_iso8601(report.at) + ' ' + household.listing().entities[report.device].key + ' ' +
                       std::string(home::facts(report.capability).name) + ' ' + home::to_text(report.value) + '\n';
      lived.said.push_back(std::move(report));
    }
    for (TruthEvent& event : household.take_truth()) {
      lived.truth += to_line(event) + '\n';
      lived.events.push_back(std::move(event));
    }
  }
  return lived;
}

TEST(Household, TheSameSeedGivesTheSameBytesHoweverTimePasses) {
  const Lived a = live(*test_household(7), days(9), hours(24));
  const Lived b = live(*test_household(7), days(9), seconds(97));
  EXPECT_EQ(a.reports, b.reports);
  EXPECT_EQ(a.truth, b.truth);
  EXPECT_GT(a.said.size(), 9U * 800);
  const Lived other = live(*test_household(8), days(9), hours(24));
  EXPECT_NE(a.reports, other.reports);
}

TEST(Household, AWeekLooksLikeAWeek) {
  const auto household = test_household(3);
  const Lived lived = live(*household, days(7), hours(1));
  std::map<std::string, int> habits;
  std::set<std::string> rooms;
  for (const TruthEvent& event : lived.events) {
    if (event.kind == TruthEvent::Habit) ++habits[event.what];
    if (event.kind == TruthEvent::Move) rooms.insert(event.what);
  }
  EXPECT_THAT(habits["anna_gets_up"], testing::AllOf(testing::Ge(3), testing::Le(5)));
  EXPECT_THAT(habits["locks_up"], testing::AllOf(testing::Ge(4), testing::Le(7)));
  EXPECT_GT(habits["bathroom_light"], 10);
  EXPECT_EQ(rooms,
            (std::set<std::string>{"away", "bathroom", "bedroom", "hallway", "kitchen", "living_room", "study"}));
  const auto& entities = household->listing().entities;
  std::map<std::string, int> said;
  for (const Report& report : lived.said) ++said[entities[report.device].key];
  for (const char* key : {"light.bathroom", "lock.front_door", "binary_sensor.front_door", "cover.bedroom_blinds",
                          "switch.coffee_machine", "device_tracker.anna", "binary_sensor.kitchen_motion"}) {
    EXPECT_GT(said[key], 4) << key;
  }
}

TEST(Household, EveryDeedHasACauseThatCameBefore) {
  const Lived lived = live(*test_household(5), days(20), hours(6));
  std::map<uint64_t, const TruthEvent*> by_id;
  uint64_t last = 0;
  Time at{};
  for (const TruthEvent& event : lived.events) {
    EXPECT_EQ(event.id, ++last);
    EXPECT_GE(event.at, at);
    at = event.at;
    if (event.of != 0) { ASSERT_TRUE(by_id.contains(event.of)) << to_line(event); }
    if (event.kind == TruthEvent::Deed) {
      ASSERT_NE(event.of, 0U) << to_line(event);
      const TruthEvent& cause = *by_id[event.of];
      EXPECT_TRUE(cause.kind == TruthEvent::Habit || cause.kind == TruthEvent::Day ||
                  cause.kind == TruthEvent::Anomaly);
    }
    by_id[event.id] = &event;
  }
}

TEST(Household, AYearHasSeasonsAndEveryAnomalyAndEachIsMended) {
  const auto household = test_household(1);
  std::map<std::string, int> anomalies, days_of, radio;
  std::map<uint64_t, std::string> open;
  double winter_garden = 0, summer_garden = 0, coldest = 99, warmest = -99;
  size_t reports = 0;
  for (int day = 0; day < 365; ++day) {
    household->advance(household->now() + days(1));
    reports += household->take_reports().size();
    for (const TruthEvent& event : household->take_truth()) {
      if (event.kind == TruthEvent::Anomaly) ++anomalies[event.what], open[event.id] = event.what;
      if (event.kind == TruthEvent::Mended) { EXPECT_EQ(open.erase(event.of), 1U) << to_line(event); }
      if (event.kind == TruthEvent::Day) ++days_of[event.what];
      if (event.kind == TruthEvent::Radio) ++radio[event.what];
    }
    const double garden = std::get<double>(household->value("sensor.garden", Capability::Temperature));
    if (day < 50) winter_garden += garden / 50;
    if (day >= 170 && day < 220) summer_garden += garden / 50;
    const double room = std::get<double>(household->value("sensor.living_room_air", Capability::Temperature));
    coldest = std::min(coldest, room);
    warmest = std::max(warmest, room);
  }
  EXPECT_EQ(anomalies.size(), kAnomalyKinds) << testing::PrintToString(anomalies);
  EXPECT_LE(open.size(), 4U) << testing::PrintToString(open);
  EXPECT_THAT(days_of, testing::SizeIs(5)) << testing::PrintToString(days_of);
  EXPECT_EQ(radio.size(), 3U) << testing::PrintToString(radio);  // nobody sends a command that could be lost
  EXPECT_LT(winter_garden, 6);
  EXPECT_GT(summer_garden, 13);
  EXPECT_GT(coldest, 12);
  EXPECT_LT(warmest, 36);
  EXPECT_GT(reports, 365U * 800);
  EXPECT_LT(reports, 3'000'000U);
}

TEST(Household, ObeysOverTheAirAndByHand) {
  const auto household = test_household(2);
  const auto at = [&](Duration wait) { household->advance(household->now() + wait); };
  at(minutes(90));
  household->take_reports();
  ASSERT_TRUE(household->command("cover.living_room_blinds", Capability::Position, 40.0));
  EXPECT_EQ(household->value("cover.living_room_blinds", Capability::Position), Value(100.0));
  at(seconds(40));
  EXPECT_EQ(household->value("cover.living_room_blinds", Capability::Position), Value(40.0));
  const double dark = 0;
  ASSERT_TRUE(household->touch("light.living_room_ceiling", Capability::Brightness, 50.0));
  EXPECT_EQ(household->value("light.living_room_ceiling", Capability::OnOff), Value(true));
  at(minutes(3));
  EXPECT_GT(std::get<double>(household->value("sensor.living_room_air", Capability::Illuminance)), dark + 15);

  EXPECT_FALSE(household->command("light.attic", Capability::OnOff, true));
  EXPECT_FALSE(household->command("light.bathroom", Capability::Brightness, 4.0));
  EXPECT_FALSE(household->command("binary_sensor.front_door", Capability::Contact, true));
  EXPECT_FALSE(household->command("light.bathroom", Capability::OnOff, std::string("maybe")));
}

TEST(Household, AnOpenWindowCoolsAndFreshensTheRoom) {
  const auto household = test_household(4);
  const auto read = [&](Capability capability) {
    return std::get<double>(household->value("sensor.bedroom_air", capability));
  };
  household->advance(household->now() + hours(4));
  const double stale = read(Capability::CarbonDioxide), warm = read(Capability::Temperature);
  EXPECT_GT(stale, 900);  // two people asleep
  ASSERT_TRUE(household->touch("binary_sensor.bedroom_window", Capability::Contact, true));
  household->advance(household->now() + minutes(25));
  EXPECT_LT(read(Capability::CarbonDioxide), stale - 150);
  EXPECT_LT(read(Capability::Temperature), warm - 0.8);
}

}  // namespace
}  // namespace hearth::simulation
