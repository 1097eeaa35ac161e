#include "understand/linking/implied_names.h"

#include <gmock/gmock.h>

#include "understand/linking/spoken_names.h"
#include "understand/test_home.h"

namespace hearth::understand {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class ImpliedNamesTest : public testing::Test, public TestHome {
 protected:
  ImpliedNamesTest() {
    words.names = {.kinds = {"light", "lights", "lamp"},
                   .of = {"in the", "of the"},
                   .joints = {},
                   .forms = {"left *|* on the left", "* light|* lights", "tv|telly"},
                   .here = {}};
  }
  std::vector<std::string> of(const std::string& kind, const std::string& name, home::AreaId area) {
    add(kind, name, area, {settable(Capability::OnOff)});
    const auto all = home();
    return implied_names({name}, all->entities.back(), *all, words.names);
  }
  TalkWords words;
};

TEST_F(ImpliedNamesTest, WithoutTheRoom) {
  EXPECT_THAT(of("media_player", "Kitchen radio", kKitchen), ElementsAre("radio"));
  EXPECT_THAT(of("media_player", "Radio in the kitchen", kKitchen), ElementsAre("radio"));
  EXPECT_THAT(of("media_player", "Radio kitchen", kKitchen), ElementsAre("radio", "kitchen radio"));
  EXPECT_THAT(of("media_player", "Kitchen radio", kStudy), IsEmpty()) << "it stands elsewhere";
}

TEST_F(ImpliedNamesTest, JoinedToTheRoom) {
  words.names.joints = {"n", ""};
  EXPECT_THAT(of("fan", "Studylüfter", kStudy), ElementsAre("lüfter"));
  EXPECT_THAT(of("media_player", "Lautsprecher study", kStudy), Contains("studylautsprecher"));
}

TEST_F(ImpliedNamesTest, NeverAKindOrAWayIn) {
  EXPECT_THAT(of("light", "Kitchen light", kKitchen), IsEmpty()) << "all lights are meant by it";
  EXPECT_THAT(of("cover", "Hall garage door", kHall), IsEmpty());
  EXPECT_THAT(of("lock", "Hall hatch", kHall), IsEmpty());
  EXPECT_THAT(of("scene", "Hall party", kHall), IsEmpty());
}

TEST_F(ImpliedNamesTest, TurnedAbout) {
  EXPECT_THAT(of("light", "Left reading light", kStudy),
              ElementsAre("reading light on the left", "left reading lights"));
  EXPECT_THAT(of("media_player", "TV", kStudy), ElementsAre("telly"));
}

TEST_F(ImpliedNamesTest, AShortNameIsThatOfAllOfItsKind) {
  add("fan", "Study vent", kStudy, {settable(Capability::OnOff)});        // 15
  add("fan", "Big vent", kBedroom, {settable(Capability::OnOff)});        // 16
  add("switch", "Vent heater", kBedroom, {settable(Capability::OnOff)});  // 17
  const HomeNames names = sentence_names(*home(), words);
  const auto called = [&](uint32_t id) { return std::ranges::find(names.entities, id, &HomeNames::Entity::id)->names; };
  EXPECT_THAT(called(15), ElementsAre("Study vent", "vent"));
  EXPECT_THAT(called(16), ElementsAre("Big vent", "vent"));
  EXPECT_THAT(called(17), Not(Contains("vent"))) << "of another kind";
}

}  // namespace
}  // namespace hearth::understand
