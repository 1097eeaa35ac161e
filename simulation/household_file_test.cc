#include "simulation/household_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "simulation/residents_file.h"
#include "simulation/test_household.h"

namespace hearth::simulation {
namespace {

using testing::HasSubstr;

TEST(HouseholdFile, KnowsTheRepositorysHome) {
  const HouseholdHome home = test_home();
  EXPECT_EQ(home.door.listing.floors.size(), 2U);
  EXPECT_EQ(home.rooms.size(), 7U);  // six and a garden
  EXPECT_GE(home.devices.size(), 30U);
  const uint32_t hallway = home.find_room("hallway"), kitchen = home.find_room("kitchen");
  EXPECT_EQ(home.way_out, hallway);
  EXPECT_THAT(home.rooms[kitchen].beside, testing::Contains(hallway));
  const uint32_t lamp = home.find_device("light.kitchen_ceiling");
  EXPECT_EQ(home.devices[lamp].plays, DescribedDevice::Lamp);
  EXPECT_EQ(home.devices[lamp].lumen, 1900);
  EXPECT_EQ(home.devices[lamp].room, kitchen);
  EXPECT_EQ(home.devices[home.find_device("event.doorbell")].radio->loses, 0.01);
  EXPECT_EQ(home.devices[home.find_device("switch.dishwasher")].program.size(), 5U);
}

TEST(HouseholdFile, NamesFileAndLineOfWhatIsWrong) {
  const auto error = [](std::string text) {
    const Result<HouseholdHome> home =
        parse_household("room hall\nlock.a\nplays lock 3s\nway_out lock.a\n" + text, "x.home");
    return home ? "fine" : to_string(home.error());
  };
  EXPECT_EQ(error(""), "fine");
  EXPECT_THAT(error("light.x\nplays lamp bright"), HasSubstr("x.home:6"));
  EXPECT_THAT(error("light.x\nplays lamp 800lm"), HasSubstr("W"));
  EXPECT_THAT(error("light.x\nplays lantern"), HasSubstr("expected one of still, lamp"));
  EXPECT_THAT(error("space 14"), HasSubstr("m2"));
  EXPECT_THAT(error("space 14m2 beside attic"), HasSubstr("'attic'"));
  EXPECT_THAT(error("place 91 0"), HasSubstr("-65 to 65"));
  EXPECT_THAT(error("radio loses much"), HasSubstr("x.home:5"));
  EXPECT_THAT(error("room hall"), HasSubstr("stands twice"));
  EXPECT_THAT(error("way_out light.none"), HasSubstr("no device"));
  EXPECT_THAT(error("door other\nroom x"), HasSubstr("expected one door"));
  EXPECT_THAT(to_string(parse_household("room hall", "y.home").error()), HasSubstr("way_out"));
}

TEST(ResidentsFile, NamesFileAndLineOfWhatIsWrong) {
  const HouseholdHome home = test_home();
  const auto error = [&](const std::string& text) {
    const Result<Residents> found =
        parse_residents("resident Eva sleeps in bedroom\ndwells kitchen 5m\n" + text, "x", home);
    return found ? "fine" : to_string(found.error());
  };
  EXPECT_EQ(error("habit a by Eva at 06:40\n wakes"), "fine");
  EXPECT_EQ(
      error("habit a by anyone entering kitchen if dark unless guests\n sets light.kitchen_ceiling brightness 40%"),
      "fine");
  EXPECT_THAT(error("habit a by Eva at 06:40"), HasSubstr("expected what is done"));
  EXPECT_THAT(error("habit a by Eva at 6:40\n wakes"), HasSubstr("x:3"));
  EXPECT_THAT(error("habit a by Tom at 06:40"), HasSubstr("'Tom'"));
  EXPECT_THAT(error("habit a by Eva after b"), HasSubstr("'b'"));
  EXPECT_THAT(error("habit a by Eva at 06:40\n goes attic"), HasSubstr("x:4"));
  EXPECT_THAT(error("habit a by Eva at 06:40\n goes garden"), HasSubstr("indoors"));
  EXPECT_THAT(error("habit a by Eva at 06:40\n sets light.bathroom brightness 40"), HasSubstr("has no brightness"));
  EXPECT_THAT(error("habit a by Eva entering kitchen\n wakes"), HasSubstr("in passing"));
  EXPECT_THAT(error("habit a by Eva at 06:40 if colder"), HasSubstr("colder(20)"));
  EXPECT_THAT(error("habit a by Eva every 10s"), HasSubstr("at least 5m"));
  EXPECT_THAT(error("anomaly flood every 3d"), HasSubstr("'flood'"));
  EXPECT_THAT(error("public_holidays 13-01"), HasSubstr("'13-01'"));
  EXPECT_THAT(error("wakes"), HasSubstr("expected a habit above"));
  EXPECT_THAT(error("sings"), HasSubstr("x:3"));
}

}  // namespace
}  // namespace hearth::simulation
