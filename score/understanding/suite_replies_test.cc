#include "score/understanding/suite_replies.h"

#include <gtest/gtest.h>

namespace hearth::score {
namespace {

/// Two rooms with a window each, a weather station and three timers.
class SuiteReplies : public testing::Test {
 protected:
  SuiteReplies() {
    file.intent = "HassGetState";
    file.home.areas = {{"Bedroom", "Upstairs", false}, {"Den", "Ground", false}};
    file.home.entities = {{"Bedroom Window", "cover", "open", "Bedroom", Json{{"device_class", "window"}}},
                          {"Den Window", "cover", "closed", "Den", Json{{"device_class", "window"}}},
                          {"Outside", "weather", "sunny", "", {}}};
    file.home.timers = Json::array({{{"is_active", true}, {"area", "Den"}, {"start_minutes", 5}},
                                    {{"is_active", true}, {"name", "pizza"}},
                                    {{"is_active", false}}});
    parse.block = std::make_shared<understand::Block>();
  }
  void say(std::string slot, Json value) {
    understand::ParsedSlot spoken;
    spoken.name = std::move(slot);
    spoken.value = std::move(value);
    spoken.text = "as it was spoken";
    parse.slots.push_back(std::move(spoken));
  }
  static std::vector<std::string> names(const std::vector<act::ReplyState>& things) {
    std::vector<std::string> found;
    for (const act::ReplyState& thing : things) found.push_back(thing.name);
    return found;
  }
  using Names = std::vector<std::string>;

  SuiteFile file;
  SuiteTest test;
  understand::Parse parse;
};

TEST_F(SuiteReplies, ThingsAreThoseThatEverySlotFits) {
  say("device_class", "window");
  say("state", Json::array({"open", "opening"}));
  const act::ReplyContext both = reply_context(file, test, parse);
  EXPECT_EQ(names(both.matched), Names{"Bedroom Window"});
  EXPECT_EQ(names(both.unmatched), Names{"Den Window"});
  say("area", "den");
  EXPECT_EQ(names(reply_context(file, test, parse).matched), Names{});
  say("floor", "Ground");
  EXPECT_EQ(names(reply_context(file, test, parse).unmatched), Names{"Den Window"});
}

TEST_F(SuiteReplies, ANameAloneNeedsNoRoom) {
  say("name", "Outside");
  say("area", "Den");
  EXPECT_EQ(names(reply_context(file, test, parse).matched), Names{"Outside"});
}

TEST_F(SuiteReplies, TimersAreChosenByNameAndRoom) {
  EXPECT_EQ(reply_context(file, test, parse).slots["canceled"], 3);
  say("area", "Den");
  EXPECT_EQ(reply_context(file, test, parse).slots["timers"].size(), 1U);
  parse.slots.clear();
  say("name", "pizza");
  EXPECT_EQ(reply_context(file, test, parse).slots["timers"][0]["start_hours"], 0);
  parse.slots.clear();
  say("name", "nobody called one so");
  EXPECT_EQ(reply_context(file, test, parse).slots["canceled"], 3);
}

TEST_F(SuiteReplies, WordsAreAsTheListSaysAndNumbersAsTheyWereSpoken) {
  say("device_class", "curtain");
  say("hours", 1);
  const Json slots = reply_context(file, test, parse).slots;
  EXPECT_EQ(slots["device_class"], "curtain");
  EXPECT_EQ(slots["hours"], "as it was spoken");
  EXPECT_TRUE(slots["media"].is_null());
}

TEST_F(SuiteReplies, NumbersThatNobodySpokeAreWholeWhereTheyCanBe) {
  say("position", 50.0);
  say("temperature", 20.5);
  for (understand::ParsedSlot& slot : parse.slots) slot.text.clear();
  const Json slots = reply_context(file, test, parse).slots;
  EXPECT_EQ(slots["position"].dump(), "50");
  EXPECT_EQ(slots["temperature"].dump(), "20.5");
}

TEST_F(SuiteReplies, ATestMayHaveMediaOfItsOwn) {
  file.home.media = Json::array({{{"title", "The Office"}}});
  EXPECT_FALSE(reply_context(file, test, parse).slots["media"].is_null());
  test.media = Json::array();
  EXPECT_TRUE(reply_context(file, test, parse).slots["media"].is_null());
}

}  // namespace
}  // namespace hearth::score
