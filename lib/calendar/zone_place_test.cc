#include "calendar/zone_place.h"

#include <gtest/gtest.h>

namespace hearth::calendar {
namespace {

TEST(PlaceOfZone, IsTheTownThatItIsNamedFor) {
  const auto berlin = place_of_zone("Europe/Berlin");
  if (!berlin) GTEST_SKIP() << "this machine has no zone.tab";
  EXPECT_NEAR(berlin->latitude, 52.5, 0.02);
  EXPECT_NEAR(berlin->longitude, 13.37, 0.02);
  const auto lima = place_of_zone("America/Lima");
  ASSERT_TRUE(lima);
  EXPECT_LT(lima->latitude, 0);
  EXPECT_LT(lima->longitude, 0);
  EXPECT_FALSE(place_of_zone("UTC"));
  EXPECT_FALSE(place_of_zone("Middle/Earth"));
}

}  // namespace
}  // namespace hearth::calendar
