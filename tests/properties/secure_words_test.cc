#include "tests/properties/secure_words.h"

#include <gtest/gtest.h>

namespace hearth::properties {
namespace {

bool opens_garage(std::string_view said, std::string_view language) {
  home::Entity garage;
  garage.kind = "cover";
  return asks_for(said, language, {{1}, home::Capability::Position, 100.0, 0}, garage);
}

TEST(SecureWords, WordsThatAskForAGarageToOpen) {
  EXPECT_TRUE(opens_garage("open the garage", "en"));
  EXPECT_TRUE(opens_garage("set the garage to 50%", "en"));
  EXPECT_TRUE(opens_garage("put the garage door up", "en"));
  EXPECT_TRUE(opens_garage("mach das Garagentor auf", "de"));
  EXPECT_TRUE(opens_garage("Ouvre le garage", "fr"));
  EXPECT_TRUE(opens_garage("ábrelo, abre el garaje", "es"));
}

TEST(SecureWords, PartsOfOtherWordsAskForNothing) {
  for (const char* said : {"what a sunset over the garage", "a super garage", "reset the supper timer", "the garage",
                           "garage settings", "disrupt the lion"}) {
    EXPECT_FALSE(opens_garage(said, "en")) << said;
  }
  EXPECT_FALSE(opens_garage("mach das Licht in der Garage aus", "de"));
  EXPECT_FALSE(opens_garage("lass eine Lampe in der Garage", "de"));
  EXPECT_FALSE(opens_garage("ferme le garage", "fr"));
  EXPECT_FALSE(opens_garage("cierra el garaje", "es"));
}

TEST(SecureWords, SignsAreWords) {
  home::Entity heating;
  heating.kind = "climate";
  const flow::Set set{{1}, home::Capability::TargetTemperature, 29.0, 0};
  EXPECT_TRUE(asks_for("make it 29°", "en", set, heating));
  EXPECT_FALSE(asks_for("make it 29", "en", set, heating));
}

}  // namespace
}  // namespace hearth::properties
