#include "understand/linking/place_words.h"

#include <gmock/gmock.h>

#include "understand/test_home.h"

namespace hearth::understand {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Rest = std::pair<std::string, uint32_t>;

class PlaceWordsTest : public testing::Test, public TestHome {
 protected:
  PlaceWordsTest() {
    words.names.of = {"in the", "the", "dans l'"};
    words.names.here = {"in here"};
  }
  std::vector<Rest> cut(std::string_view text, home::AreaId here = {}) const {
    std::vector<Rest> found;
    for (const PlaceCut& one : PlaceWords(*home(), words).cuts(text, here)) {
      found.emplace_back(one.rest, one.area ? one.area.value : 100 + one.floor.value);
    }
    return found;
  }
  TalkWords words;
};

TEST_F(PlaceWordsTest, AnywhereBehindItsWords) {
  EXPECT_THAT(cut("in the kitchen all off"), ElementsAre(Rest("all off", kKitchen.value)));
  EXPECT_THAT(cut("turn all in the Kitchen, off"), ElementsAre(Rest("turn all off", kKitchen.value)));
  EXPECT_THAT(cut("all off in the bedroom."), ElementsAre(Rest("all off", kBedroom.value)));
  EXPECT_THAT(cut("tout dans l'hall éteint"), ElementsAre(Rest("tout éteint", kHall.value)));
}

TEST_F(PlaceWordsTest, ABareNameOnlyAtAnEnd) {
  EXPECT_THAT(cut("study lamp off"), ElementsAre(Rest("lamp off", kStudy.value)));
  EXPECT_THAT(cut("lamp off study"), ElementsAre(Rest("lamp off", kStudy.value)));
  EXPECT_THAT(cut("turn study lamp off"), IsEmpty());
  EXPECT_THAT(cut("study"), IsEmpty()) << "nothing is left";
}

TEST_F(PlaceWordsTest, LongerWordsBeforeAPlaceLeaveTheShorterOnes) {
  words.names.of = {"in the", "down in the"};
  EXPECT_THAT(cut("shut all down in the kitchen"),
              ElementsAre(Rest("shut all", kKitchen.value), Rest("shut all down", kKitchen.value)));
}

TEST_F(PlaceWordsTest, TheWholeHome) {
  words.names.everywhere = {"everywhere", "in the whole house"};
  const std::vector<PlaceCut> found = PlaceWords(*home(), words).cuts("all in the whole house off", {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rest, "all off");
  EXPECT_TRUE(found.front().everywhere);
  EXPECT_FALSE(found.front().area);
}

TEST_F(PlaceWordsTest, FloorsAndHere) {
  EXPECT_THAT(cut("all off in the first floor"), ElementsAre(Rest("all off", 102)));
  EXPECT_THAT(cut("all off in here", kStudy), ElementsAre(Rest("all off", kStudy.value)));
  EXPECT_THAT(cut("all off in here"), IsEmpty()) << "nobody knows where that is";
}

}  // namespace
}  // namespace hearth::understand
