// A cover that announces itself without a class is as safe as its name makes it, in every language: what the door to
// MQTT lists, said to a whole house.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "connect/mqtt/discovery.h"
#include "tests/stories/story_house.h"

namespace hearth::properties {
namespace {

struct Case {
  const char *language, *name, *open;
};

/// As it is listed after it announced itself.
home::Entity announced(const std::string& name) {
  connect::mqtt::ComponentTable table;
  connect::mqtt::Discovery discovery("homeassistant", "hearth");
  const std::string config =
      fmt::format(R"({{"uniq_id":"c","name":"{}","cmd_t":"c/set","pos_t":"c/is","set_pos_t":"c/to"}})", name);
  EXPECT_TRUE(discovery.take("homeassistant/cover/c/config", config, table));
  const connect::mqtt::TableChanges changes = table.flush("mqtt", true);
  return changes.listing->entities.at(0);
}

class CoversByName : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
    const Case& one = GetParam();
    simulation::DescribedHome home =
        simulation::parse_home(fmt::format("zone Europe/Berlin\nlanguage {0}\nperson Anna owner speaks {0}\n"
                                           "person Tim child speaks {0}\nroom hall\nsatellite\n"
                                           "cover.c \"{1}\" has position is position 0\n",
                                           one.language, one.name),
                               "here")
            .value();
    const home::Entity listed = announced(one.name);
    home::Entity& cover = home.doors.front().listing.entities.front();
    ASSERT_EQ(cover.kind, "cover");
    cover.device_class = listed.device_class;
    cover.tier = listed.tier;
    house_ = std::make_unique<stories::StoryHouse>(
        **stories::models(), std::move(home), keeper_,
        stories::HouseSettings{.start = from_microseconds(1'772'427'600'000'000), .shuffle = {}});
    ASSERT_TRUE(house_->start());
  }
  size_t opened_by(const char* who) {
    const auto& delivered = house_->doors().front()->delivered();
    const size_t before = delivered.size();
    EXPECT_TRUE(house_->say(who, "hall", GetParam().open));
    EXPECT_TRUE(house_->advance(house_->now() + std::chrono::seconds(90)));
    return delivered.size() - before;
  }

  stories::MemoryKeeper keeper_;
  std::unique_ptr<stories::StoryHouse> house_;
};

using WaysIn = CoversByName;
TEST_P(WaysIn, OpenForWhoMayAlone) {
  EXPECT_EQ(opened_by("Tim"), 0U) << GetParam().open;
  EXPECT_EQ(opened_by(""), 0U) << GetParam().open;
  EXPECT_EQ(opened_by("Anna"), 1U) << GetParam().open;
}
INSTANTIATE_TEST_SUITE_P(Languages, WaysIn,
                         testing::Values(Case{"en", "Garage door", "open the garage door"},
                                         Case{"en", "Kitchen left", "open the kitchen left"},
                                         Case{"de", "Garagentor", "öffne das Garagentor"},
                                         Case{"de", "Hoftor", "öffne das Hoftor"},
                                         Case{"de", "Antrieb Nord", "öffne Antrieb Nord"},
                                         Case{"fr", "Porte de garage", "ouvre la porte de garage"},
                                         Case{"fr", "Portail", "ouvre le portail"},
                                         Case{"es", "Puerta del garaje", "abre la puerta del garaje"},
                                         Case{"es", "Portón", "abre el portón"}));

using Coverings = CoversByName;
TEST_P(Coverings, OpenForEverybody) { EXPECT_EQ(opened_by("Tim"), 1U) << GetParam().open; }
INSTANTIATE_TEST_SUITE_P(Languages, Coverings,
                         testing::Values(Case{"en", "Patio blind", "open the patio blind"},
                                         Case{"de", "Rollladen Süd", "öffne den Rollladen Süd"},
                                         Case{"fr", "Volet du salon", "ouvre le volet du salon"},
                                         Case{"es", "Persiana grande", "abre la persiana grande"}));

}  // namespace
}  // namespace hearth::properties
