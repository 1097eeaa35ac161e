#include "home/merge.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace hearth::home {
namespace {

using testing::ElementsAre;

const std::vector<Trait> kLight{{.capability = Capability::OnOff, .sensed = true, .settable = true},
                                {.capability = Capability::Brightness, .sensed = true, .settable = true}};

Listing one_light(std::string door, std::string key, std::string identifier, std::string name = "Lamp") {
  Listing listing;
  listing.door = std::move(door);
  listing.devices = {{.names = {{std::move(name), ""}}, .identifiers = {std::move(identifier)}}};
  listing.entities = {{.key = std::move(key), .kind = "light", .device = DeviceId{1}, .traits = kLight}};
  return listing;
}

std::vector<std::string> doors_of(const Home& home, EntityId entity) {
  std::vector<std::string> doors;
  for (const Source& source : home.sources_of(entity)) doors.push_back(home.doors[source.door.value - 1]);
  return doors;
}

TEST(Merge, OneDeviceThroughTwoDoorsIsOneEntityWithTwoSources) {
  Home home = merge({}, one_light("mqtt", "0x01/light", "0x01"));
  home = merge(home, one_light("home_assistant", "light.lamp", "0x01", "Reading lamp"));
  ASSERT_EQ(home.devices.size(), 1U);
  ASSERT_EQ(home.entities.size(), 1U);
  EXPECT_THAT(doors_of(home, EntityId{1}), ElementsAre("home_assistant", "mqtt")) << "Home Assistant's first";
  EXPECT_EQ(home.find(home.door("mqtt"), "0x01/light"), EntityId{1});
  EXPECT_EQ(home.find(home.door("home_assistant"), "light.lamp"), EntityId{1});
  EXPECT_EQ(home.display_name(EntityId{1}), "Reading lamp") << "the preferred door's name";
  home = merge(home, one_light("mqtt", "0x01/light", "0x01", "ieee 0x01"));
  EXPECT_EQ(home.display_name(EntityId{1}), "Reading lamp") << "and it stays";
  EXPECT_EQ(home.entities[0].key, "light.lamp");
}

TEST(Merge, TheDoorsMayComeInEitherOrder) {
  Home home = merge({}, one_light("home_assistant", "light.lamp", "0x01", "Reading lamp"));
  home = merge(home, one_light("mqtt", "0x01/light", "0x01", "ieee 0x01"));
  ASSERT_EQ(home.entities.size(), 1U);
  EXPECT_THAT(doors_of(home, EntityId{1}), ElementsAre("home_assistant", "mqtt"));
  EXPECT_EQ(home.display_name(EntityId{1}), "Reading lamp");
}

TEST(Merge, WithTwoLikelyTwinsNeitherIsTaken) {
  Listing two = one_light("mqtt", "a", "0x01");
  two.entities.push_back(two.entities.front());
  two.entities.back().key = "b";
  Home home = merge(merge({}, two), one_light("home_assistant", "light.lamp", "0x01"));
  EXPECT_EQ(home.entities.size(), 3U);
  EXPECT_THAT(doors_of(home, EntityId{3}), ElementsAre("home_assistant"));
}

TEST(Merge, ThingsOfOtherPurposeAreNoTwins) {
  Listing other = one_light("home_assistant", "switch.lamp", "0x01");
  other.entities[0].kind = "switch";
  EXPECT_EQ(merge(merge({}, one_light("mqtt", "a", "0x01")), other).entities.size(), 2U);
  other.entities[0].kind = "light";
  other.entities[0].traits = {{.capability = Capability::OnOff}, {.capability = Capability::Effect}};
  EXPECT_EQ(merge(merge({}, one_light("mqtt", "a", "0x01")), other).entities.size(), 2U)
      << "capabilities that do not nest";
  other.entities[0].traits = {{.capability = Capability::OnOff}};
  EXPECT_EQ(merge(merge({}, one_light("mqtt", "a", "0x01")), other).entities.size(), 1U) << "one that knows less of it";
}

TEST(Merge, TwoDevicesOfOneNameStayTwo) {
  Listing listing = one_light("mqtt", "a", "0x01");
  listing.devices.push_back({.names = {{"Lamp", ""}}, .identifiers = {"0x02"}});
  listing.entities.push_back({.key = "b", .kind = "light", .device = DeviceId{2}, .traits = kLight});
  const Home home = merge({}, listing);
  EXPECT_EQ(home.devices.size(), 2U);
  EXPECT_EQ(home.entities.size(), 2U);
  EXPECT_EQ(home.entities[1].device, DeviceId{2});
}

TEST(Merge, IdentifiersJoinDevicesThroughAThird) {
  Home home = merge({}, one_light("mqtt", "a", "0x01"));
  Listing both = one_light("home_assistant", "light.lamp", "0x01");
  both.devices[0].identifiers.push_back("mac:02");
  home = merge(home, both);
  Listing third = one_light("wifi", "lamp", "mac:02");
  home = merge(home, third);
  EXPECT_EQ(home.devices.size(), 1U);
  EXPECT_THAT(doors_of(home, EntityId{1}), ElementsAre("home_assistant", "mqtt", "wifi"));
  EXPECT_THAT(home.devices[0].identifiers, ElementsAre("0x01", "mac:02"));
}

TEST(Merge, AnnouncedAgainEverythingKeepsItsNumber) {
  const Listing listing = one_light("mqtt", "a", "0x01");
  const Home first = merge({}, listing);
  Home again = merge(first, listing);
  EXPECT_EQ(again.version, first.version + 1);
  again.version = first.version;
  EXPECT_EQ(again, first);
}

TEST(Merge, WhatIsRemovedIsGoneButKeepsItsPlace) {
  Home home = merge({}, one_light("mqtt", "a", "0x01"));
  Listing gone;
  gone.door = "mqtt";
  gone.removed = {"a", "never seen"};
  home = merge(home, gone);
  EXPECT_FALSE(home.present(EntityId{1}));
  EXPECT_NE(home.entity(EntityId{1}), nullptr);
  EXPECT_FALSE(home.find(DoorId{1}, "a"));
  home = merge(home, one_light("mqtt", "b", "0x02"));
  EXPECT_EQ(home.find(DoorId{1}, "b"), EntityId{2}) << "numbers are never reused";
  home = merge(home, one_light("mqtt", "a", "0x01"));
  EXPECT_EQ(home.find(DoorId{1}, "a"), EntityId{1}) << "it came back";
}

TEST(Merge, RemovedByOneDoorItStaysWhileAnotherShowsIt) {
  Home home = merge(merge({}, one_light("mqtt", "a", "0x01")), one_light("home_assistant", "light.a", "0x01"));
  Listing gone;
  gone.door = "home_assistant";
  gone.removed = {"light.a", "a"};
  home = merge(home, gone);
  EXPECT_TRUE(home.present(EntityId{1}));
  EXPECT_THAT(doors_of(home, EntityId{1}), ElementsAre("mqtt"));
}

TEST(Merge, ACompleteListingDropsWhatItLeavesOutOfItsOwnDoorAlone) {
  Home home = merge(merge({}, one_light("mqtt", "a", "0x01")), one_light("other", "z", "0x09"));
  Listing complete = one_light("mqtt", "b", "0x02");
  complete.complete = true;
  home = merge(home, complete);
  EXPECT_FALSE(home.present(EntityId{1}));
  EXPECT_TRUE(home.present(EntityId{2})) << "another door's";
  EXPECT_TRUE(home.present(EntityId{3}));
}

TEST(Merge, LocalNumbersOutOfRangeAreIgnored) {
  Listing listing = one_light("mqtt", "a", "0x01");
  listing.areas = {{.names = {{"Study", ""}}, .floor = FloorId{7}, .beside = {AreaId{0}, AreaId{9}}}};
  listing.devices[0].area = AreaId{2};
  listing.entities[0].area = AreaId{9};
  listing.entities.push_back({.key = "b", .kind = "light", .device = DeviceId{99}});
  listing.satellites = {{.device = DeviceId{5}}, {.device = DeviceId{1}, .usual = PersonId{4}}};
  const Home home = merge({}, listing);
  EXPECT_FALSE(home.areas[0].floor);
  EXPECT_TRUE(home.areas[0].beside.empty());
  EXPECT_FALSE(home.area_of(home.entities[0]));
  EXPECT_FALSE(home.entities[1].device);
  ASSERT_EQ(home.satellites.size(), 1U);
  EXPECT_FALSE(home.satellites[0].usual);
}

TEST(Merge, AreasFloorsAndPeopleAreJoinedByNameInAnyScript) {
  Listing first;
  first.door = "config";
  first.floors = {{.names = {{"Erdgeschoss", "de"}}}};
  first.areas = {{.names = {{"浴室", "ja"}}, .floor = FloorId{1}}, {.names = {{"Кухня", "ru"}}}};
  first.people = {{.names = {{"Zoë", ""}}, .role = Role::Owner}};
  Listing second;
  second.door = "mqtt";
  second.areas = {{.names = {{"Kitchen", "en"}, {"Кухня", "ru"}}, .beside = {AreaId{2}}},
                  {.names = {{"浴室", ""}, {"Bathroom", "en"}}}};
  second.people = {{.names = {{"Zoë", ""}}, .role = Role::Adult, .languages = {"en"}}};
  const Home home = merge(merge({}, first), second);
  ASSERT_EQ(home.areas.size(), 2U);
  EXPECT_EQ(home.areas[0].floor, FloorId{1}) << "a door that knows no floors does not take it away";
  EXPECT_EQ(home.find_area("bathroom"), AreaId{1});
  EXPECT_EQ(home.find_area("Kitchen"), AreaId{2});
  EXPECT_EQ(home.display_name(AreaId{2}), "Кухня") << "the first name stays the displayed one";
  EXPECT_THAT(home.areas[1].beside, ElementsAre(AreaId{1})) << "numbers of the listing become the home's";
  ASSERT_EQ(home.people.size(), 1U);
  EXPECT_EQ(home.people[0].role, Role::Adult);
}

TEST(Merge, SatellitesAreOneADevice) {
  Listing listing = one_light("mqtt", "a", "0x01");
  listing.people = {{.names = {{"Anna", ""}}}, {.names = {{"Bert", ""}}}};
  listing.satellites = {{.device = DeviceId{1}, .microphone = true, .usual = PersonId{2}}};
  Home home = merge({}, listing);
  EXPECT_EQ(home.satellite(DeviceId{1})->usual, PersonId{2});
  listing.satellites[0].usual = PersonId{1};
  listing.satellites[0].language = "de";
  home = merge(home, listing);
  ASSERT_EQ(home.satellites.size(), 1U);
  EXPECT_EQ(home.satellites[0].usual, PersonId{1});
  EXPECT_EQ(home.satellites[0].language, "de");
}

TEST(Merge, AThingThatMovesTakesItsAreaAlong) {
  Listing listing = one_light("mqtt", "a", "0x01");
  listing.areas = {{.names = {{"Study", ""}}}, {.names = {{"Hall", ""}}}};
  listing.devices[0].area = AreaId{1};
  Home home = merge({}, listing);
  listing.devices[0].area = AreaId{2};
  home = merge(home, listing);
  EXPECT_EQ(home.area_of(home.entities[0]), home.find_area("Hall"));
}

/// Every step looks a thing up in all others when done plainly: at this size that takes minutes with sanitizers.
TEST(Merge, FiveThousandEntitiesThroughTwoDoors) {
  constexpr uint32_t kMany = 5000;
  const auto big = [](std::string door, std::string prefix) {
    Listing listing;
    listing.door = std::move(door);
    listing.complete = true;
    for (uint32_t i = 1; i <= kMany; ++i) {
      listing.devices.push_back({.names = {{fmt::format("Device {}", i), ""}},
                                 .identifiers = {fmt::format("mac:{:08x}", i), fmt::format("sn{}", i)}});
      listing.entities.push_back(
          {.key = fmt::format("{}{}", prefix, i), .kind = "light", .device = DeviceId{i}, .traits = kLight});
    }
    return listing;
  };
  Home home = merge({}, big("mqtt", "m"));
  home = merge(home, big("home_assistant", "light."));
  EXPECT_EQ(home.devices.size(), kMany);
  ASSERT_EQ(home.entities.size(), kMany);
  EXPECT_EQ(home.sources.size(), 2 * kMany);
  for (int again = 0; again < 4; ++again)
    home = merge(home, big(again % 2 == 0 ? "mqtt" : "third", again % 2 == 0 ? "m" : "t"));
  Listing nothing;
  nothing.complete = true;
  for (const std::string door : {"mqtt", "home_assistant", "third"}) {
    nothing.door = door;
    home = merge(home, nothing);
  }
  EXPECT_FALSE(home.present(EntityId{kMany}));
  home = merge(home, big("home_assistant", "light."));
  ASSERT_EQ(home.entities.size(), kMany) << "all came back under their numbers";
  EXPECT_EQ(home.find(home.door("home_assistant"), "light.4711"), EntityId{4711});
}

}  // namespace
}  // namespace hearth::home
