#include "act/wording/replies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace hearth::act {
namespace {

using testing::HasSubstr;

std::filesystem::path package() {
  const char* fetched = std::getenv("HEARTH_FETCHED");
  return std::filesystem::path(fetched != nullptr ? fetched : "build/fetched") / "intents/data";
}

class RepliesTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(package() / "en.json")) GTEST_SKIP() << "no package; run tools/fetch intents";
    replies = Replies::load(package(), {"en", "de", "fr", "es", "xx"}).value();
  }
  std::string say(std::string_view language, std::string_view intent, std::string_view key, ReplyContext context = {}) {
    const Result<std::string> text = replies.say(intent, key, language, context);
    return text.ok() ? *text : to_string(text.error());
  }
  Replies replies;
};

TEST_F(RepliesTest, AQuestionIsAnsweredFromWhatMatched) {
  ReplyContext context{.slots = {{"state", "open"}, {"device_class", "window"}},
                       .matched = {{"Bedroom window", "cover", "open"}},
                       .unmatched = {{"Nursery window", "cover", "closed"}}};
  EXPECT_EQ(say("en", "HassGetState", "any", context), "Yes, Bedroom window");
  EXPECT_EQ(say("de", "HassGetState", "any", context), "Ja, Bedroom window");
  EXPECT_EQ(say("fr", "HassGetState", "how_many", context), "1");
  context.matched.clear();
  EXPECT_EQ(say("es", "HassGetState", "which", context), "Ningún dispositivo");
}

TEST_F(RepliesTest, UnitsAndAttributesAreThere) {
  const ReplyContext outside{.slots = {{"name", "Außentemperatur"}},
                             .matched = {{"Außentemperatur", "sensor", "20.5", {{"unit_of_measurement", "°C"}}}}};
  EXPECT_EQ(say("de", "HassGetState", "one", outside), "Außentemperatur ist 20,5 Grad");
  const ReplyContext room{.matched = {{"Office", "climate", "heat", {{"current_temperature", 19}}}}};
  EXPECT_EQ(say("en", "HassClimateGetTemperature", "default", room), "19 degrees");
}

TEST_F(RepliesTest, TimesAndDates) {
  ReplyContext context;
  put_moment({.year = 2026, .month = 11, .day = 22, .hour = 21, .minute = 5}, context.slots);
  EXPECT_EQ(say("en", "HassGetCurrentTime", "default", context), "9:05 PM");
  EXPECT_EQ(say("de-AT", "HassGetCurrentTime", "default", context), "Es ist 21:05");
  EXPECT_EQ(say("fr", "HassGetCurrentDate", "default", context), "Nous sommes le 22 novembre 2026");
  EXPECT_EQ(say("es", "HassGetCurrentDate", "default", context), "Es domingo, 22 de noviembre de 2026");
}

TEST_F(RepliesTest, WhatIsAbsentIsSaidSo) {
  EXPECT_FALSE(replies.has("HassTurnOn", "no_such", "en"));
  EXPECT_FALSE(replies.has("HassTurnOn", "default", "xx"));
  EXPECT_THAT(say("en", "HassTurnOn", "no_such"), HasSubstr("en/HassTurnOn/no_such"));
}

TEST(RepliesFile, BrokenOnesAreNamed) {
  const std::filesystem::path folder = testing::TempDir() + "/replies_" + std::to_string(::getpid());
  std::filesystem::create_directories(folder);
  const auto load = [&](const std::string& content) {
    std::ofstream(folder / "en.json") << content;
    return Replies::load(folder, {"en"});
  };
  EXPECT_THAT(to_string(load("{").error()), HasSubstr("en.json"));
  EXPECT_THAT(to_string(load(R"({"responses": {"intents": {"A": {"b": 5}}}})").error()), HasSubstr("A/b"));
  const Result<Replies> endless =
      load(R"({"responses": {"intents": {"A": {"b": "{% for i in range(99999999) %}x{% endfor %}", "c": "{{ "}}}})");
  ASSERT_TRUE(endless.ok());
  EXPECT_FALSE(endless->say("A", "b", "en", {}).ok());
  EXPECT_THAT(to_string(endless->say("A", "c", "en", {}).error()), HasSubstr("en/A/c"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace hearth::act
