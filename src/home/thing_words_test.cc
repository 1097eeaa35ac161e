#include "home/thing_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace hearth::home {
namespace {

TEST(ThingWords, EveryLanguageHasEveryClass) {
  std::set<std::string> all;
  for (const ThingWord& one : thing_words()) all.insert(std::string(one.language) + " " + std::string(one.what));
  for (const std::string language : {"en", "de", "fr", "es"}) {
    for (const std::string what : {"entrance", "garage", "gate", "door", "window", "blind", "curtain", "shade",
                                   "awning", "shutter", "contact", "outdoors"}) {
      EXPECT_TRUE(all.contains(language + " " + what)) << language << " " << what;
    }
  }
}

TEST(ThingWords, WholeWordsAndPartsOfCompounds) {
  for (const char* garage :
       {"garage", "garagentor", "doppelgarage", "puerta del garaje", "porte de garage", "garage/1"}) {
    EXPECT_TRUE(says(garage, "garage")) << garage;
  }
  for (const char* door : {"haustür", "porte d'entrée", "puerta principal", "front door", "front-door"}) {
    EXPECT_TRUE(says(door, "door")) << door;
  }
  for (const char* none : {"outdoor lamp", "indoor", "portemanteau", "doorbell", "turbine"}) {
    EXPECT_FALSE(says(none, "door")) << none;
  }
  for (const char* none : {"motor", "monitor", "ventilator", "investigate", "gateway"})
    EXPECT_FALSE(says(none, "gate"));
  EXPECT_TRUE(says("küchenfenster", "window"));
  EXPECT_TRUE(says("living room tv", "tv")) << "a class without words is its own";
  EXPECT_FALSE(says("anything", ""));
}

TEST(ThingWords, ACoverIsHarmlessOnlyWhereItsNameSaysSo) {
  for (const char* harmless : {"blinds", "rollladen küche", "volet salon", "persiana", "store de la porte", "toldo",
                               "balkontür rollo", "dachfenster", "skylight", "curtain at the door", "garage blind"}) {
    const CoverByName cover = cover_by_name(harmless);
    EXPECT_TRUE(cover.harmless && cover.device_class.empty()) << harmless;
  }
  for (const char* way_in :
       {"garage", "hoftor", "portail", "portón", "store door", "screen door", "rolltor", "kitchen left", "",
        "garagenrolltor", "volet du garage", "persiana del garaje", "gate shade", "portillon"}) {
    EXPECT_FALSE(cover_by_name(way_in).harmless) << way_in;
  }
  EXPECT_EQ(cover_by_name("persiana del garaje").device_class, "garage");
  EXPECT_EQ(cover_by_name("screen door").device_class, "door");
  EXPECT_EQ(cover_by_name("kitchen left").device_class, "");
}

TEST(ThingWords, WhereAContactIs) {
  EXPECT_EQ(place_of_contact("front door contact"), "front door");
  EXPECT_EQ(place_of_contact("terrace door contact sensor"), "terrace door");
  EXPECT_EQ(place_of_contact("haustürkontakt"), "haustür");
  EXPECT_EQ(place_of_contact("kontakt balkontür"), "balkontür");
  EXPECT_EQ(place_of_contact("capteur de la porte d'entrée"), "porte d'entrée");
  EXPECT_EQ(place_of_contact("sensor de la puerta principal"), "puerta principal");
  EXPECT_EQ(place_of_contact("back door"), "back door");
  for (const char* kind_alone : {"door sensor", "contact", "fensterkontakt", "sensor de la puerta", ""}) {
    EXPECT_EQ(place_of_contact(kind_alone), "") << kind_alone;
  }
}

}  // namespace
}  // namespace hearth::home
