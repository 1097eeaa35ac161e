#include "connect/recording/recording.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace hearth::connect {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Result<Recording> try_read(const std::string& text, RecordingOptions options = {}) {
  return Recording::read(std::make_unique<std::istringstream>(text), "test", std::move(options));
}
Recording read(const std::string& text, RecordingOptions options = {}) {
  return std::move(try_read(text, std::move(options))).value();
}

/// "00:03:50 M003 motion on [label]", the date left out.
std::vector<std::string> all(Recording& recording) {
  std::vector<std::string> out;
  while (const auto seen = recording.next()) {
    const auto& entity = recording.inventory().listing.entities.at(seen->entity.value - 1);
    EXPECT_EQ(recording.key(), entity.key);
    out.push_back(fmt::format("{} {} {} {}{}", to_iso8601(seen->head.at).substr(11), entity.key,
                              home::facts(seen->capability).name, home::to_text(seen->value),
                              recording.label().empty() ? "" : " [" + recording.label() + "]"));
  }
  return out;
}

/// "kind xcount @line".
std::vector<std::string> oddities(const Recording& recording) {
  std::vector<std::string> out;
  for (const auto& odd : recording.oddities()) {
    out.push_back(fmt::format("{} x{} @{}", to_string(odd.kind), odd.count, odd.first_line));
  }
  return out;
}

/// "key: kind capability name in area".
std::vector<std::string> things(const Recording& recording) {
  const home::Listing& listing = recording.inventory().listing;
  std::vector<std::string> out;
  for (const auto& entity : listing.entities) {
    out.push_back(fmt::format("{}: {} {} '{}' in {}", entity.key, entity.kind,
                              home::facts(entity.traits.at(0).capability).name, entity.names.at(0).text,
                              entity.area ? listing.areas.at(entity.area->value - 1).names.at(0).text : "-"));
  }
  return out;
}

TEST(Recording, ReadsACasasLogWithNumberedSensors) {
  auto recording = read(
      "2012-03-01 07:00:00.5 M001 ON Sleeping begin\n"
      "2012-03-01 07:00:02.5 M001 OFF\n"
      "2012-03-01 07:00:20 T002 21.5\n"
      "2012-03-01 07:00:40 M001 ON Sleeping end\n"
      "2012-03-01 07:01:00 D003 OPEN\n");
  EXPECT_EQ(recording.format(), "CASAS log");
  EXPECT_EQ(recording.rows(), 5U);
  EXPECT_EQ(to_iso8601(recording.inventory().head.at), "2012-03-01T07:00:00.500Z");
  EXPECT_TRUE(recording.inventory().listing.complete);
  EXPECT_THAT(things(recording),
              ElementsAre("D003: binary_sensor contact 'D003' in -", "M001: binary_sensor motion 'M001' in -",
                          "T002: sensor temperature 'T002' in -"));
  EXPECT_THAT(all(recording),
              ElementsAre("07:00:00.500Z M001 motion on [Sleeping]", "07:00:02.500Z M001 motion off [Sleeping]",
                          "07:00:20Z T002 temperature 21.5 [Sleeping]", "07:00:40Z M001 motion on [Sleeping]",
                          "07:01:00Z D003 contact on"));
  EXPECT_THAT(recording.oddities(), IsEmpty());
  EXPECT_EQ(recording.progress(), 1);
}

TEST(Recording, ReadsACasasLogWithPlaces) {
  auto recording = read(
      "2012-03-01 07:00:00 Kitchen Kitchen ON Cook_Breakfast\n"
      "2012-03-01 07:00:20 OutsideDoor FrontDoor OPEN Leave_Home\n"
      "2012-03-01 07:00:40 Armchair LivingRoom OFF Relax\n"
      "2012-03-01 07:01:00 Kitchen KitchenLight ON Relax\n"
      "2012-03-01 07:01:20 M017 Bedroom ON\n");
  EXPECT_THAT(things(recording),
              ElementsAre("Armchair/LivingRoom: binary_sensor motion 'armchair' in living room",
                          "Kitchen: binary_sensor motion 'kitchen' in kitchen",
                          "Kitchen/KitchenLight: binary_sensor light 'kitchen light' in kitchen",
                          "M017: binary_sensor motion 'bedroom M017' in bedroom",
                          "OutsideDoor/FrontDoor: binary_sensor contact 'outside door front door' in -"));
  EXPECT_THAT(all(recording),
              ElementsAre("07:00:00Z Kitchen motion on [Cook_Breakfast]",
                          "07:00:20Z OutsideDoor/FrontDoor contact on [Leave_Home]",
                          "07:00:40Z Armchair/LivingRoom motion off [Relax]",
                          "07:01:00Z Kitchen/KitchenLight light on [Relax]", "07:01:20Z M017 motion on"));
}

TEST(Recording, ThermometersThatShowFahrenheitAreConverted) {
  auto recording = read("2012-03-01 07:00:00 T001 68\n2012-03-01 07:00:30 T001 77\n");
  EXPECT_THAT(all(recording), ElementsAre("07:00:00Z T001 temperature 20", "07:00:30Z T001 temperature 25"));
}

TEST(Recording, ReadsAnIntervalTableAndTheListInItsPreamble) {
  auto recording = read(
      "Start time: when it began\r\nSensor IDs are:\r\n    [ 3]    'Hall-Attic door'  \r\n    [12]    'Freezer'\r\n\r\n"
      "Start time          \tEnd time            \tID\tVal\r\n--------------------\t-----\t--\t---\r\n"
      "03-Mar-2009 10:00:00\t03-Mar-2009 10:30:00\t3\t1\r\n"
      "03-Mar-2009 10:10:00\t03-Mar-2009 10:10:05\t12\t1\r\n"
      "03-Mar-2009 10:20:00\t03-Mar-2009 10:20:01\t99\t1\r\n--------------------\r\n");
  EXPECT_EQ(recording.format(), "interval table");
  EXPECT_THAT(things(recording), ElementsAre("sensor.12: binary_sensor contact 'Freezer' in -",
                                             "sensor.3: binary_sensor contact 'Hall-Attic door' in hall",
                                             "sensor.99: binary_sensor motion 'sensor 99' in -"));
  EXPECT_THAT(all(recording), ElementsAre("10:00:00Z sensor.3 contact on", "10:10:00Z sensor.12 contact on",
                                          "10:10:05Z sensor.12 contact off", "10:20:00Z sensor.99 motion on",
                                          "10:20:01Z sensor.99 motion off", "10:30:00Z sensor.3 contact off"));
  EXPECT_THAT(oddities(recording), ElementsAre("number without a name x1 @10"));
}

TEST(Recording, ReadsUciRowsWithTypeAndRoom) {
  auto recording = read(
      "Start time          \tEnd time            \tLocation\tType\t\tPlace\n"
      "2011-12-01 02:00:00\t2011-12-01 09:00:00\t\tBed\t\tPressure\tBedroom\n"
      "2011-12-01 09:05:00\t\t2011-12-01 09:06:00\t\tShower\t\tPIR\t\tBathroom\n"
      "2011-12-01 09:10:00\t2011-12-01 09:11:00\tToilet\tFlush\tBathroom\n"
      "2011-12-01 09:20:00\t2011-12-01 09:21:00\tSideboard\tMagnetic\tLiving\n"
      "2011-12-01 09:30:00\t2011-12-01 09:31:00\tKettle\tElectric\tKitchen\n");
  EXPECT_THAT(things(recording),
              ElementsAre("Bathroom/Shower/PIR: binary_sensor motion 'bathroom shower' in bathroom",
                          "Bathroom/Toilet/Flush: binary_sensor running 'bathroom toilet' in bathroom",
                          "Bedroom/Bed/Pressure: binary_sensor occupancy 'bedroom bed' in bedroom",
                          "Kitchen/Kettle/Electric: binary_sensor running 'kitchen kettle' in kitchen",
                          "Living/Sideboard/Magnetic: binary_sensor contact 'living sideboard' in living"));
  EXPECT_EQ(all(recording).size(), 10U);
  EXPECT_THAT(recording.oddities(), IsEmpty());
}

TEST(Recording, ReadsActivitiesAndPointTables) {
  auto activities = read("date;end_date;label\n2010-12-04 00:10:00.5;2010-12-04 05:40:00;washing_up\n");
  EXPECT_THAT(all(activities),
              ElementsAre("00:10:00.500Z activity.washing_up running on", "05:40:00Z activity.washing_up running off"));
  auto spaced = read("date       ,end_date     ,label\n2012-07-20 11:09:18.9,2012-07-20 11:09:59,groom\n");
  EXPECT_THAT(things(spaced), ElementsAre("activity.groom: binary_sensor running 'groom' in -"));
  auto points = read(
      "date;label\n2008-03-25 00:20:14;Hall-Attic door ON\n2008-03-25 00:22:57;Hall-Attic door OFF\n"
      "2008-03-25 00:30:00;have a bath START\n2008-03-25 00:45:00;have a bath END\n2008-03-25 01:00:00;nap_begin\n");
  EXPECT_EQ(points.format(), "point table");
  EXPECT_THAT(all(points),
              ElementsAre("00:20:14Z Hall-Attic door contact on", "00:22:57Z Hall-Attic door contact off",
                          "00:30:00Z activity.have a bath running on", "00:45:00Z activity.have a bath running off",
                          "01:00:00Z activity.nap running on"));
}

TEST(Recording, NamesComeFromTheListBesideATable) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "hearth_recording_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "Z_ss.csv")
      << "Start time\tEnd time\tID\tVal\n03-Mar-2009 10:00:00\t03-Mar-2009 10:00:09\t7\t1\n";
  std::ofstream(folder / "Z_sensor_labels.csv") << "ID\tlabel1\r7\t' PIR kitchen'\r8\t''";
  auto recording = std::move(Recording::open(folder / "Z_ss.csv")).value();
  EXPECT_THAT(things(recording), ElementsAre("sensor.7: binary_sensor motion 'PIR kitchen' in kitchen"));
  std::filesystem::remove_all(folder);
}

TEST(Recording, OddLinesAreCountedAndNeverFatal) {
  auto recording = read(
      "2012-03-01 07:00:00 M001 ON\n"
      "2012-03-01 07:00:00 M001 ON\n"   // the same again
      "garbage\n"                       // no row
      "2012-02-31 07:00:01 M001 OFF\n"  // no such day
      "2012-03-01 07:00:05 M001 OFF\n"
      "2012-03-01 07:00:04 D002 OPEN\n"  // a little early
      "2099-03-01 07:00:06 M001 ON\n"    // alone in the future
      "2012-03-01 07:00:30 D002 CLOSE\n"
      "2012-03-01 07:10:00 M001 ON\n"
      "2012-03-01 07:20:00 M001 OFF\n"
      "2012-03-01 07:05:00 D002 OPEN\n"  // a quarter of an hour late
      "2012-03-01 07:20:01 M001 21.5\n"  // motion is no number
      "2012-03-01 07:20:02 M001\n"       // no value
      "" +
      std::string(5'000, 'x') + "\n");
  EXPECT_THAT(all(recording),
              ElementsAre("07:00:00Z M001 motion on", "07:00:04Z D002 contact on", "07:00:05Z M001 motion off",
                          "07:00:30Z D002 contact off", "07:10:00Z M001 motion on", "07:10:00Z D002 contact on",
                          "07:20:00Z M001 motion off"));
  EXPECT_THAT(oddities(recording),
              ElementsAre("duplicate line x1 @2", "unparsable line x2 @3", "impossible date x1 @4",
                          "out of order, sorted x1 @6", "lone jump in time x1 @7", "out of order x1 @11",
                          "value does not fit x1 @12", "line too long x1 @14"));
  EXPECT_EQ(recording.oddities().at(1).example, "garbage");
}

TEST(Recording, ALongPauseIsNoLoneJump) {
  auto recording = read(
      "2012-03-01 07:00:00 M001 ON\n2012-03-01 07:00:05 M001 OFF\n2012-06-01 07:00:00 M001 ON\n"
      "2012-06-01 07:00:05 M001 OFF\n");
  EXPECT_EQ(all(recording).size(), 4U);
  EXPECT_THAT(recording.oddities(), IsEmpty());
}

TEST(Recording, AnIntervalThatEndsBeforeItBeginsEndsAtOnce) {
  auto recording = read("2011-12-01 02:00:00\t2011-12-01 01:00:00\tBed\tPressure\tBedroom\n");
  EXPECT_THAT(all(recording), ElementsAre("02:00:00Z Bedroom/Bed/Pressure occupancy on",
                                          "02:00:00Z Bedroom/Bed/Pressure occupancy off"));
  EXPECT_THAT(oddities(recording), ElementsAre("ends before it begins x1 @1"));
}

TEST(Recording, WallClocksAreReadInTheZoneChosen) {
  const calendar::Zone berlin = calendar::Zone::find("Europe/Berlin").value();
  auto recording = read(
      "2026-10-25 01:30:00 M001 ON\n2026-10-25 02:30:00 M001 OFF\n2026-10-25 02:59:00 M001 ON\n"
      "2026-10-25 02:10:00 M001 OFF\n2026-10-25 03:00:00 M001 ON\n",
      {.zone = berlin});
  EXPECT_THAT(all(recording),
              ElementsAre("23:30:00Z M001 motion on", "00:30:00Z M001 motion off", "00:59:00Z M001 motion on",
                          "01:10:00Z M001 motion off", "02:00:00Z M001 motion on"));
  EXPECT_THAT(recording.oddities(), IsEmpty());
}

TEST(Recording, WhatIsNoRecordingIsRefusedWithWhatWasExpected) {
  for (const char* text : {"", "\n\n", "hello\nworld\n", "{\"a\": 1}\n", "2012-03-01 07:00:00\n"}) {
    const auto recording = try_read(text);
    ASSERT_FALSE(recording.ok()) << text;
    EXPECT_EQ(recording.error().kind, Error::InvalidInput);
    EXPECT_EQ(recording.error().place, "test");
    EXPECT_THAT(recording.error().message, HasSubstr("expected lines such as")) << text;
  }
  EXPECT_EQ(Recording::open("/nowhere/at/all").error().kind, Error::NotFound);
  EXPECT_EQ(Recording::open("/").error().kind, Error::InvalidInput);
}

TEST(Recording, TooManySensorsAreNotTaken) {
  std::string text;
  for (int i = 0; i < 2'100; ++i) text += fmt::format("2012-03-01 07:{:02}:{:02} M{} ON\n", i / 60, i % 60, i);
  auto recording = read(text);
  EXPECT_EQ(recording.inventory().listing.entities.size(), 2'000U);
  EXPECT_EQ(all(recording).size(), 2'000U);
  EXPECT_THAT(oddities(recording), ElementsAre("too many sensors x100 @2001"));
}

TEST(Recording, ReadingTwiceGivesTheSame) {
  const std::string text = "2012-03-01 07:00:00 M001 ON\n2012-03-01 07:00:00 M002 ON\n2012-03-01 07:00:01 M001 OFF\n";
  auto one = read(text), two = read(text);
  EXPECT_EQ(one.inventory(), two.inventory());
  EXPECT_EQ(all(one), all(two));
}

}  // namespace
}  // namespace hearth::connect
