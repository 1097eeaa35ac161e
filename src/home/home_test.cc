#include "home/home.h"

#include <gtest/gtest.h>

#include "home/merge.h"

namespace hearth::home {
namespace {

/// Two floors, three areas, a lamp by its device in the study, a fan moved to the hall by itself, a lone scene.
Home sample() {
  Listing listing;
  listing.door = "mqtt";
  listing.floors = {{.names = {{"Ground", ""}}, .level = 0}, {.names = {{"Attic", ""}}, .level = 2}};
  listing.areas = {{.names = {{"Study", "en"}, {"Arbeitszimmer", "de"}}, .floor = FloorId{2}},
                   {.names = {{"Hall", ""}}, .floor = FloorId{1}},
                   {.names = {{"Garden", ""}}}};
  listing.devices = {{.names = {{"Lamp", ""}}, .area = AreaId{1}, .identifiers = {"0x01"}},
                     {.names = {{"Fan", ""}}, .area = AreaId{1}, .identifiers = {"0x02"}}};
  listing.entities = {
      {.key = "lamp", .kind = "light", .device = DeviceId{1}, .traits = {{.capability = Capability::OnOff}}},
      {.key = "fan", .kind = "fan", .names = {{"Ventilator", ""}}, .device = DeviceId{2}, .area = AreaId{2}},
      {.key = "scene.movie", .kind = "scene"}};
  listing.people = {{.names = {{"Anna", ""}, {"Mum", ""}}, .role = Role::Owner}};
  listing.satellites = {{.device = DeviceId{2}, .screen = true}};
  return merge({}, listing);
}

TEST(Home, WhereAThingIs) {
  const Home home = sample();
  EXPECT_EQ(home.area_of(*home.entity(EntityId{1})), AreaId{1}) << "its device's";
  EXPECT_EQ(home.area_of(*home.entity(EntityId{2})), AreaId{2}) << "its own goes first";
  EXPECT_FALSE(home.area_of(*home.entity(EntityId{3})));
  EXPECT_EQ(home.floor_of(*home.entity(EntityId{1})), FloorId{2});
  EXPECT_FALSE(home.floor_of(*home.entity(EntityId{3})));
  EXPECT_EQ(home.in_area(AreaId{1}), std::vector{EntityId{1}});
  EXPECT_EQ(home.in_area(AreaId{2}), std::vector{EntityId{2}});
  EXPECT_TRUE(home.in_area(AreaId{3}).empty());
}

TEST(Home, WhatAThingIsCalled) {
  const Home home = sample();
  EXPECT_EQ(home.display_name(EntityId{1}), "Lamp") << "its device's";
  EXPECT_EQ(home.display_name(EntityId{2}), "Ventilator");
  EXPECT_EQ(home.display_name(EntityId{3}), "scene.movie") << "nothing but its key";
  EXPECT_EQ(home.display_name(EntityId{4}), "unknown");
  EXPECT_EQ(home.display_name(AreaId{1}), "Study");
  EXPECT_EQ(home.display_name(AreaId{}), "unknown");
}

TEST(Home, AreasAndPeopleByAnyNameInAnyCase) {
  const Home home = sample();
  EXPECT_EQ(home.find_area("  study"), AreaId{1});
  EXPECT_EQ(home.find_area("ARBEITSZIMMER"), AreaId{1});
  EXPECT_FALSE(home.find_area("cellar"));
  EXPECT_EQ(home.find_person("mum"), PersonId{1});
  EXPECT_FALSE(home.find_person("Bert"));
}

TEST(Home, KeysAreADoorsOwn) {
  const Home home = sample();
  EXPECT_EQ(home.door("mqtt"), DoorId{1});
  EXPECT_FALSE(home.door("other"));
  EXPECT_EQ(home.find(DoorId{1}, "fan"), EntityId{2});
  EXPECT_FALSE(home.find(DoorId{1}, "fa"));
  EXPECT_FALSE(home.find(DoorId{2}, "fan"));
  ASSERT_EQ(home.sources_of(EntityId{2}).size(), 1U);
  EXPECT_EQ(home.sources_of(EntityId{2}).front().key, "fan");
  EXPECT_TRUE(home.sources_of(EntityId{9}).empty());
}

TEST(Home, NumbersBeyondTheEndAreNobody) {
  const Home home = sample();
  EXPECT_EQ(home.entity(EntityId{0}), nullptr);
  EXPECT_EQ(home.entity(EntityId{4}), nullptr);
  EXPECT_EQ(home.device(DeviceId{3}), nullptr);
  EXPECT_EQ(home.floor(FloorId{3}), nullptr);
  EXPECT_EQ(home.person(PersonId{2}), nullptr);
  EXPECT_EQ(home.satellite(DeviceId{1}), nullptr);
  ASSERT_NE(home.satellite(DeviceId{2}), nullptr);
  EXPECT_TRUE(home.satellite(DeviceId{2})->screen);
  EXPECT_FALSE(home.present(EntityId{4}));
  EXPECT_NE(home.trait(EntityId{1}, Capability::OnOff), nullptr);
  EXPECT_EQ(home.trait(EntityId{1}, Capability::Brightness), nullptr);
  EXPECT_EQ(home.trait(EntityId{4}, Capability::OnOff), nullptr);
}

TEST(Home, NamesAreTheSameThroughCaseAndGaps) {
  EXPECT_EQ(identity_of("Living Room"), "living room");
  EXPECT_EQ(identity_of(" living__ROOM- "), "living room");
  EXPECT_EQ(identity_of("\tLiving - room"), "living room");
  EXPECT_EQ(identity_of("Küche"), "küche");
  EXPECT_EQ(identity_of("浴室"), "浴室");
  EXPECT_EQ(identity_of("- _"), "");
}

TEST(Capability, TheTableIsWhole) {
  const auto all = capabilities();
  for (size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(static_cast<size_t>(all[i].capability), i) << all[i].name;
    EXPECT_EQ(&facts(all[i].capability), &all[i]);
    EXPECT_EQ(find_capability(all[i].name), all[i].capability) << "names are given once";
    if (all[i].kind != ValueKind::Number) {
      EXPECT_EQ(all[i].tolerance, 0) << all[i].name;
      EXPECT_TRUE(all[i].unit.empty()) << all[i].name;
    }
  }
  EXPECT_EQ(all.back().capability, Capability::Available);
  EXPECT_FALSE(find_capability("warp"));
  EXPECT_TRUE(facts(Capability::Press).momentary);
  EXPECT_FALSE(facts(Capability::Motion).momentary);
}

TEST(Capability, ValuesFitByKind) {
  EXPECT_TRUE(fits(Capability::OnOff, true));
  EXPECT_FALSE(fits(Capability::OnOff, 1.0));
  EXPECT_TRUE(fits(Capability::Brightness, 40.0));
  EXPECT_FALSE(fits(Capability::Brightness, std::string("40")));
  EXPECT_TRUE(fits(Capability::ThermostatMode, std::string("heat")));
  EXPECT_TRUE(fits(Capability::Brightness, {})) << "unknown fits anything";
}

TEST(Value, TheSameWithinTolerance) {
  EXPECT_TRUE(same(40.0, 41.0, 1.5));
  EXPECT_FALSE(same(40.0, 42.0, 1.5));
  EXPECT_TRUE(same(std::string("heat"), std::string("heat"), 0));
  EXPECT_FALSE(same(true, 1.0, 5)) << "kinds do not mix";
  EXPECT_TRUE(same({}, {}, 0));
  EXPECT_EQ(to_text(true), "on");
  EXPECT_EQ(to_text(21.5), "21.5");
  EXPECT_EQ(to_text(40.0), "40");
  EXPECT_EQ(to_text(std::string("cool")), "cool");
  EXPECT_EQ(to_text({}), "unknown");
}

}  // namespace
}  // namespace hearth::home
