// Several commands in one sentence, with the real sentences of English.
#include "understand/compound/compound_reader.h"

#include "understand/english_test.h"
#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

using Ids = std::vector<uint32_t>;

class CompoundReaderTest : public EnglishTest {
 protected:
  /// Intent and things of each part: "TurnOn 1 2".
  std::vector<std::string> read(const std::string& text) {
    std::vector<std::string> parts;
    for (const flow::Request& request : say(text)) {
      std::string part(name_of(request.intent));
      for (const home::EntityId id : request.targets) part += " " + std::to_string(id.value);
      parts.push_back(std::move(part));
    }
    return parts;
  }
  using Parts = std::vector<std::string>;
};

TEST_F(CompoundReaderTest, TwoCommands) {
  EXPECT_EQ(read("turn on the desk lamp and lock the front door"), (Parts{"TurnOn 1", "TurnOn 5"}));
  EXPECT_EQ(read("turn on the desk lamp, and then turn off the kitchen light"), (Parts{"TurnOn 1", "TurnOff 3"}));
}

TEST_F(CompoundReaderTest, TheVerbIsBorrowed) {
  EXPECT_EQ(read("turn off the desk lamp and the kitchen light"), (Parts{"TurnOff 1", "TurnOff 3"}));
  EXPECT_EQ(read("turn off the desk lamp, the kitchen light and the bedside lamp"),
            (Parts{"TurnOff 1", "TurnOff 3", "TurnOff 4"}));
}

TEST_F(CompoundReaderTest, TheNounIsShared) {
  EXPECT_EQ(read("turn on the kitchen and bedroom lights"), (Parts{"TurnOn 3", "TurnOn 4"}));
}

TEST_F(CompoundReaderTest, ItIsWhatThePartBeforeWasAbout) {
  EXPECT_EQ(read("turn on the desk lamp and make it blue"), (Parts{"TurnOn 1", "LightSet 1"}));
}

TEST_F(CompoundReaderTest, AllOrNothing) {
  EXPECT_TRUE(read("turn on the desk lamp and fribble the gromit").empty());
  EXPECT_TRUE(read("turn on the desk lamp and").empty());
}

TEST_F(CompoundReaderTest, ABareNameTakesTheVerbOfItsNeighbour) {
  EXPECT_EQ(read("turn off the kitchen light and the desk lamp"), (Parts{"TurnOff 3", "TurnOff 1"}));
  EXPECT_EQ(read("desk lamp and kitchen light off"), (Parts{"TurnOff 1", "TurnOff 3"}));
  EXPECT_EQ(read("turn the desk lamp, the bedside lamp and the kitchen light off"),
            (Parts{"TurnOff 1", "TurnOff 4", "TurnOff 3"}));
  EXPECT_EQ(read("kitchen light off and the desk lamp too"), (Parts{"TurnOff 3", "TurnOff 1"}));
}

TEST_F(CompoundReaderTest, ABareNameIsNoCommandBesideOne) {
  EXPECT_TRUE(read("desk lamp and turn off the kitchen light").empty());
  EXPECT_TRUE(read("desk lamp and is the kitchen light on").empty());
  EXPECT_TRUE(read("desk lamp and kitchen light").empty());
  EXPECT_EQ(read("turn off the kitchen light, the bedside lamp and the desk lamp, please."),
            (Parts{"TurnOff 3", "TurnOff 4", "TurnOff 1"}));
}

TEST_F(CompoundReaderTest, NothingBetweenTheParts) {
  EXPECT_EQ(read("desk lamp on kitchen light off bedside lamp on"), (Parts{"TurnOn 1", "TurnOff 3", "TurnOn 4"}));
  EXPECT_EQ(read("turn on the desk lamp lock the front door and turn off the kitchen light"),
            (Parts{"TurnOn 1", "TurnOn 5", "TurnOff 3"}));
  EXPECT_TRUE(read("desk lamp on kitchen light bedside lamp off").empty()) << "nobody knows whose verb is whose";
}

TEST_F(CompoundReaderTest, APlaceBeforeEverythingHoldsForAllParts) {
  EXPECT_EQ(read("in the bedroom turn on the light and turn off the fan"), (Parts{"TurnOn 4", "TurnOff 10"}));
  EXPECT_EQ(read("in the kitchen, fan on and light off"), (Parts{"TurnOn 9", "TurnOff 3"}));
  EXPECT_TRUE(read("in the bedroom turn on the light and close the blinds").empty()) << "there are none";
}

TEST_F(CompoundReaderTest, APlaceSaidBeforeTellsWhichOneIsMeant) {
  EXPECT_EQ(read("lights on in the bedroom and the fan off"), (Parts{"TurnOn 4", "TurnOff 10"}));
}

TEST_F(CompoundReaderTest, TalkBesideACommand) {
  EXPECT_EQ(read("hello and turn on the desk lamp"), (Parts{"Respond", "TurnOn 1"}));
  EXPECT_EQ(read("turn on the desk lamp and then forget it"), (Parts{"TurnOn 1", "Nevermind"}));
}

TEST_F(CompoundReaderTest, WhatOnlySaysWhyIsLeftOut) {
  EXPECT_EQ(read("turn on the desk lamp, I need to read, and turn off the kitchen light"),
            (Parts{"TurnOn 1", "TurnOff 3"}));
  EXPECT_EQ(read("turn on the desk lamp because I can't see"), (Parts{"TurnOn 1"}));
  EXPECT_EQ(read("it's getting late so turn off the desk lamp"), (Parts{"TurnOff 1"}));
  EXPECT_TRUE(read("turn on the desk lamp, it's in the kitchen").empty()) << "a place is more than a reason";
  EXPECT_TRUE(read("turn on the desk lamp when it's late").empty());
}

TEST_F(CompoundReaderTest, AnOpenerIsLeftOut) {
  EXPECT_EQ(read("first turn on the desk lamp and then turn off the kitchen light"), (Parts{"TurnOn 1", "TurnOff 3"}));
}

TEST_F(CompoundReaderTest, AnAndInsideIsKept) {
  EXPECT_EQ(read("add bread and butter to the shopping list").size(), 1U);
}

TEST_F(CompoundReaderTest, ManyConnectorsEndInTime) {
  std::string text = "turn on the desk lamp";
  for (int i = 0; i < 40; ++i) text += " and";
  EXPECT_TRUE(read(text).empty());
  text.clear();
  for (int i = 0; i < 30; ++i) text += "turn on the desk lamp and ";
  EXPECT_LE(read(text + "the kitchen light").size(), 5U);
}

}  // namespace
}  // namespace hearth::understand
