#include "understand/linking/heard_names.h"

#include <gmock/gmock.h>

#include "understand/test_home.h"

namespace hearth::understand {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class HeardNamesTest : public testing::Test, public TestHome {
 protected:
  HeardNamesTest() {
    add("light", "Lamp", kHall, {settable(home::Capability::OnOff)});           // 15
    add("light", "Lamp", kKitchen, {settable(home::Capability::OnOff)});        // 16
    add("light", "TV", kStudy, {settable(home::Capability::OnOff)});            // 17
    add("switch", "L'éclairage", kStudy, {settable(home::Capability::OnOff)});  // 18
    listing.entities[3].names.push_back({"the lamp by the big old bed", "en"});
  }
  std::vector<uint32_t> heard(std::string_view text) const {
    std::vector<uint32_t> found;
    for (const home::EntityId id : HeardNames(*home()).in(text)) found.push_back(id.value);
    return found;
  }
};

TEST_F(HeardNamesTest, WholeWordsWhateverTheCaseAndThePunctuation) {
  EXPECT_THAT(heard("Oh, the DESK  lamp!"), ElementsAre(1));
  EXPECT_THAT(heard("desk lamps are a lovely thing"), IsEmpty());
  EXPECT_THAT(heard("l’éclairage est joli"), ElementsAre(18));
  EXPECT_THAT(heard("my TV"), IsEmpty()) << "two letters stand in too many sentences";
  EXPECT_THAT(heard(""), IsEmpty());
}

TEST_F(HeardNamesTest, OnlyTheLongestNames) {
  EXPECT_THAT(heard("the lamp"), ElementsAre(15, 16));
  EXPECT_THAT(heard("the lamp is no desk lamp"), ElementsAre(1));
  EXPECT_THAT(heard("look at the lamp by the big old bed"), ElementsAre(4)) << "an alias of seven words";
  EXPECT_THAT(heard("fan and lamp, lamp and fan"), ElementsAre(15, 16));
}

TEST_F(HeardNamesTest, TwoNamesOfOneLengthAreBothHeard) {
  EXPECT_THAT(heard("the left blind and the movie time"), ElementsAre(7, 12));
  EXPECT_THAT(heard("the movie time and the left blind"), ElementsAre(7, 12));
}

TEST_F(HeardNamesTest, NobodySaysFiveHundredBytesToAThing) {
  EXPECT_THAT(heard("desk lamp" + std::string(500, ' ')), IsEmpty());
}

}  // namespace
}  // namespace hearth::understand
