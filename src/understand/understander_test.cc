#include "understand/understander.h"

#include "flow/fields.h"
#include "understand/intents/intent_names.h"
#include "understand/test_home.h"

namespace hearth::understand {
namespace {

using flow::Intent;

class UnderstanderTest : public testing::Test {
 protected:
  void SetUp() override {
    if (english() == nullptr) GTEST_SKIP() << "build/fetched/intents is absent; tools/setup fetches it";
    understander.emplace(*english());
  }
  flow::Meaning say(std::string text, home::DeviceId device = TestHome::kStudySatellite) {
    flow::Utterance said;
    said.text = std::move(text);
    said.language = "en";
    said.heard = {{1}, device, "c"};
    return understander->understand(said, view);
  }
  /// The best reading's only request; an empty one when nothing was understood.
  flow::Request request(std::string text, home::DeviceId device = TestHome::kStudySatellite) {
    const flow::Meaning meaning = say(std::move(text), device);
    if (meaning.readings.empty() || meaning.readings.front().requests.size() != 1) return {};
    EXPECT_GE(meaning.readings.front().confidence, 0.4F);
    return meaning.readings.front().requests.front();
  }
  static std::string word(const flow::Request& request, std::string_view slot) {
    const flow::Slot* found = flow::find_slot(request, slot);
    const auto* value = found == nullptr ? nullptr : std::get_if<std::string>(&found->value);
    return value == nullptr ? "" : *value;
  }
  using Ids = std::vector<uint32_t>;

  TestHome home;
  memory::View view = home.view();
  std::optional<Understander> understander;
};

TEST_F(UnderstanderTest, ANamedThing) {
  const flow::Request on = request("turn on the kitchen light");
  EXPECT_EQ(on.intent, Intent::TurnOn);
  EXPECT_EQ(ids(on), Ids{3});
  EXPECT_FALSE(on.explicit_words);
  EXPECT_EQ(request("Please switch off the desk lamp.").intent, Intent::TurnOff);
  EXPECT_EQ(ids(request("please switch off the desk lamp")), Ids{1});
}

TEST_F(UnderstanderTest, AllOfAKindInARoom) {
  EXPECT_EQ(ids(request("turn on the lights in the study")), (Ids{1, 2}));
  EXPECT_EQ(ids(request("turn off all the lights in here")), (Ids{1, 2}));
  EXPECT_EQ(ids(request("turn off all the lights", TestHome::kHallSatellite)), (Ids{1, 2, 3, 4}));
  EXPECT_EQ(ids(request("turn on the lights on the ground floor")), (Ids{1, 2, 3}));
}

TEST_F(UnderstanderTest, ValuesAreCanonical) {
  const flow::Request dim = request("set the kitchen light to forty percent");
  EXPECT_EQ(dim.intent, Intent::LightSet);
  EXPECT_EQ(number(dim, "brightness"), 40);
  EXPECT_EQ(word(request("set the desk lamp to red"), "color"), "#ff0000");
  EXPECT_EQ(number(request("set the desk lamp color temperature to 2700 kelvin"), "temperature"), 2700);
  const flow::Request warm = request("set the temperature to 20.5 degrees");
  EXPECT_EQ(warm.intent, Intent::ClimateSetTemperature);
  EXPECT_EQ(number(warm, "temperature"), 20.5);
  EXPECT_EQ(ids(warm), Ids{8});  // the only one in the home
  EXPECT_EQ(number(request("set a timer for 5 minutes"), "minutes"), 5);
}

TEST_F(UnderstanderTest, LockingAndOpeningAreExplicit) {
  const flow::Request unlock = request("unlock the front door");
  EXPECT_EQ(unlock.intent, Intent::TurnOff);
  EXPECT_EQ(ids(unlock), Ids{5});
  EXPECT_TRUE(unlock.explicit_words);
  EXPECT_TRUE(request("open the garage door").explicit_words);
  EXPECT_EQ(ids(request("close the blinds")), Ids{7});
}

TEST_F(UnderstanderTest, ASharedNameIsNeverGuessed) {
  const flow::Request asked = request("turn on the fan");
  EXPECT_TRUE(asked.targets.empty());
  const flow::Slot* name = flow::find_slot(asked, "name");
  ASSERT_NE(name, nullptr);
  ASSERT_EQ(name->candidates.size(), 2U);
  EXPECT_EQ(name->candidates[0].second, name->candidates[1].second);
  EXPECT_EQ(ids(request("turn on the fan in the bedroom")), Ids{10});
}

TEST_F(UnderstanderTest, WhatIsNotExposedHasNoName) {
  EXPECT_TRUE(request("turn on the hidden light").targets.empty());
}

TEST_F(UnderstanderTest, QuestionsHaveAKind) {
  const flow::Request is = request("is the front door locked");
  ASSERT_TRUE(is.question.has_value());
  EXPECT_EQ(is.question->kind, "is");
  EXPECT_EQ(ids(is), Ids{5});
  const flow::Request any = request("are any lights on");
  ASSERT_TRUE(any.question.has_value());
  EXPECT_EQ(any.question->kind, "any");
  EXPECT_EQ(ids(any), (Ids{1, 2, 3, 4}));
  EXPECT_EQ(ids(request("are any windows open")), Ids{13});
}

TEST_F(UnderstanderTest, ReadingsSayWhy) {
  const flow::Meaning meaning = say("turn on the kitchen light");
  ASSERT_EQ(meaning.head.because.size(), 2U);
  EXPECT_EQ(meaning.head.because[0].faculty, flow::Faculty::Grammar);
  EXPECT_EQ(meaning.head.because[1].faculty, flow::Faculty::EntityLinking);
  EXPECT_EQ(meaning.text, "turn on the kitchen light");
  EXPECT_EQ(meaning.language, "en");
}

TEST_F(UnderstanderTest, NothingIsMadeOfOtherSentences) {
  for (const char* text : {"who is the song writer", "i need a taxi in thirty minutes", "", "the quick brown fox"}) {
    const flow::Meaning meaning = say(text);
    EXPECT_TRUE(meaning.readings.empty()) << text << " -> " << name_of(meaning.readings[0].requests[0].intent);
    EXPECT_FALSE(meaning.head.because.empty());
  }
}

TEST_F(UnderstanderTest, OwnSentences) {
  EXPECT_EQ(request("undo that").intent, Intent::Undo);
  EXPECT_EQ(request("put it back").intent, Intent::Undo);
  EXPECT_EQ(request("never mind").intent, Intent::Nevermind);
  EXPECT_EQ(request("yes").intent, Intent::Confirm);
  EXPECT_EQ(request("no").intent, Intent::Refuse);
  EXPECT_EQ(request("what is on the shopping list").intent, Intent::ListQuery);
  EXPECT_EQ(request("add oat milk to the shopping list").intent, Intent::ShoppingListAddItem);
}

TEST_F(UnderstanderTest, WhyIsAQuestionOfItsKind) {
  const auto kind = [&](std::string text) {
    const flow::Request why = request(std::move(text));
    return why.intent == Intent::Why && why.question ? why.question->kind : "";
  };
  EXPECT_EQ(kind("why?"), "why");
  EXPECT_EQ(kind("Why did you do that?"), "why_done");
  EXPECT_EQ(kind("why didn't you turn on the light"), "why_not");
  EXPECT_EQ(kind("why do you ask"), "why_asked");
  EXPECT_EQ(kind("why did the kitchen light turn on"), "why_thing");
  EXPECT_EQ(kind("what happened?"), "what_happened");
  EXPECT_EQ(ids(request("why is the kitchen light on")), Ids{3});
}

TEST_F(UnderstanderTest, BrighterAndDimmer) {
  const flow::Request dim = request("dim the lights");
  EXPECT_EQ(dim.intent, Intent::LightDimmer);
  EXPECT_EQ(ids(dim), (Ids{1, 2}));
  EXPECT_EQ(request("a bit darker in here", TestHome::kStudySatellite).intent, Intent::LightDimmer);
  EXPECT_EQ(request("make the kitchen light brighter").intent, Intent::LightBrighter);
  EXPECT_EQ(number(request("dim the lights in the kitchen to 40 percent"), "brightness"), 40);
  // One lamp would do, and there are two.
  const flow::Request dark = request("it's too dark in here");
  EXPECT_EQ(dark.intent, Intent::LightBrighter);
  EXPECT_TRUE(dark.targets.empty());
  ASSERT_NE(flow::find_slot(dark, "name"), nullptr);
  EXPECT_EQ(flow::find_slot(dark, "name")->candidates.size(), 2U);
}

TEST_F(UnderstanderTest, HereIsTheRoomOfTheSatellite) {
  EXPECT_EQ(ids(request("turn on the lights")), (Ids{1, 2}));
  EXPECT_EQ(ids(request("open the blinds")), Ids{7});
  // Nobody knows where the shell is: only what cannot be mistaken is done.
  EXPECT_EQ(ids(request("close the blinds", TestHome::kNowhere)), Ids{7});
  const flow::Request lights = request("turn on the lights", TestHome::kNowhere);
  EXPECT_TRUE(lights.targets.empty());
  ASSERT_NE(flow::find_slot(lights, "name"), nullptr);
  EXPECT_EQ(flow::find_slot(lights, "name")->candidates.size(), 4U);
  EXPECT_EQ(flow::find_slot(lights, "area"), nullptr);
}

TEST_F(UnderstanderTest, EverythingIsWhatIsSwitched) {
  const flow::Request off = request("turn everything off");
  EXPECT_EQ(off.intent, Intent::TurnOff);
  EXPECT_EQ(ids(off), (Ids{1, 2, 3, 4, 9, 10}));
  EXPECT_EQ(flow::find_slot(off, "domain"), nullptr);  // decide tells by this that everything is meant
  EXPECT_EQ(ids(request("turn off everything in the kitchen")), (Ids{3, 9}));
}

TEST_F(UnderstanderTest, NamesAreHeardWhereNothingElseIsUnderstood) {
  EXPECT_EQ(say("the Desk Lamp is a lovely thing to have").named, (std::vector<home::EntityId>{{1}}));
  EXPECT_EQ(say("oh my fan and what a fan").named, (std::vector<home::EntityId>{{9}, {10}}));
  EXPECT_TRUE(say("the desk is a lovely thing to have").named.empty());
  EXPECT_TRUE(say("the hidden light is a lovely thing").named.empty());
  EXPECT_TRUE(say("turn on the desk lamp").named.empty());
}

TEST_F(UnderstanderTest, TheWeatherIsAskedOfWhatMeasuresIt) {
  EXPECT_EQ(request("what's the weather").question->kind, "weather");
  EXPECT_EQ(ids(request("what's the weather")), Ids{});
  home.add("sensor", "Outdoor temperature", {}, {TestHome::sensed(TestHome::Capability::Temperature)});  // 15
  home.add("sensor", "Cellar temperature", {}, {TestHome::sensed(TestHome::Capability::Temperature)});   // 16
  view = home.view();
  EXPECT_EQ(ids(request("what's the weather")), Ids{15});
  EXPECT_EQ(request("how warm is it outside").question->kind, "outside");
  home.add("weather", "Springfield", {}, {TestHome::sensed(TestHome::Capability::Text)});  // 17
  view = home.view();
  EXPECT_EQ(ids(request("what's the weather like")), Ids{17});
  EXPECT_EQ(request("will it rain tomorrow").question->kind, "forecast");
}

TEST_F(UnderstanderTest, WhatIsToldToOthersKeepsItsWords) {
  const flow::Request told = request("Broadcast Dinner is ready at seven");
  EXPECT_EQ(told.intent, Intent::Broadcast);
  EXPECT_EQ(word(told, "message"), "Dinner is ready at seven");
  EXPECT_FALSE(told.when.has_value());
}

TEST_F(UnderstanderTest, WhatIsPutOffMustBeACommand) {
  const flow::Request later = request("in five minutes turn off the kitchen light");
  EXPECT_EQ(later.intent, Intent::TurnOff);
  EXPECT_EQ(ids(later), ids(request("turn off the kitchen light")));
  ASSERT_TRUE(later.when);
  EXPECT_EQ(later.when->role, flow::When::After);
  EXPECT_EQ(later.when->seconds, 300);
}

}  // namespace
}  // namespace hearth::understand
