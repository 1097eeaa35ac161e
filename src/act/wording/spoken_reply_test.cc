// When the package's reply is said in the place of a phrase, and when the phrase.
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "act/nodes_test.h"

namespace hearth::act {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using House = TestHouse;

constexpr const char* kEnglish = R"({"responses": {"intents": {
  "HassTurnOn": {
    "default": "{% set kinds = {'light': 'the light'} %} Turned on  {{ kinds.get(state.domain) }}",
    "scene": "{{ slots.name }} activated"},
  "HassStartTimer": {"default": "Timer set for {{ slots.minutes }} minutes"},
  "HassGetState": {
    "all": "No, {{ query.unmatched | map(attribute='name') | sort | join(' and ') }} not {{ slots.state }}",
    "which": "{{ query.matched | map(attribute='name') | sort | join(', ') }}",
    "how_many": "{{ query.matched | length }}",
    "one": "{{ slots.name | capitalize }} is {{ state.state_with_unit }}"},
  "HassCancelAllTimers": {"default": "Canceled {{ slots.canceled }}"},
  "HassGetCurrentTime": {"default": "{{ slots.time.hour }} {{ slots.time.minute }}"},
  "HassVacuumStart": {"default": "{{ 1 + }}"},
  "HassNevermind": {"default": ""}}}})";
constexpr const char* kGerman = R"({"responses": {"intents": {
  "HassStartTimer": {"default": "Timer gestartet"},
  "HassClimateGetTemperature": {
    "default": "{{ state_attr(state.entity_id, 'current_temperature') }} Grad",
    "comma": "{{ state.state | replace('.', ',') }} Grad"}}}})";
constexpr const char* kDutch = R"({"responses": {"intents": {
  "HassTurnOn": {"lock": "Vergrendeld"}, "HassStartTimer": {"default": "Timer gestart"}}}})";

class SpokenReply : public testing::Test {
 protected:
  SpokenReply() {
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const char* text) { std::ofstream(folder / name) << text; };
    write("en.json", kEnglish);
    write("de.json", kGerman);
    write("nl.json", kDutch);
    house.move_in();
  }
  ~SpokenReply() override { std::filesystem::remove_all(folder); }

  std::string reply(const flow::Phrase& phrase, std::string_view language = "en") const {
    const Result<std::string> text = worder.reply(phrase, language, *house.memory.present.home());
    if (text.ok()) return *text;
    return text.error().kind == Error::NotFound ? "-" : to_string(text.error());
  }
  static flow::Step say(flow::Phrase words) { return flow::Say{std::move(words)}; }
  static flow::Phrase lamp_on() {
    return {"done.turned_on", {{"entity", 1.0}, {"reply", std::string("HassTurnOn/default")}}};
  }

  const std::filesystem::path folder = testing::TempDir() + "/spoken_reply_" + std::to_string(::getpid());
  const Worder worder{Phrasebook::load("phrases").value(), Replies(folder)};
  House house{worder};
};

TEST_F(SpokenReply, TellsOfTheThingsOfThePhrase) {
  EXPECT_EQ(reply(lamp_on()), "Turned on the light");
  EXPECT_EQ(
      reply({"done.activated",
             {{"entity", 4.0}, {"reply", std::string("HassTurnOn/scene")}, {"reply.name", std::string("MOVIE time")}}}),
      "movie time activated")
      << "names as the home writes them";
  EXPECT_EQ(reply({"state.all_no",
                   {{"entity", 2.0},
                    {"entity", 1.0},
                    {"count", 2.0},
                    {"reply", std::string("HassGetState/all")},
                    {"reply.state", std::string("off")}}}),
            "No, desk lamp and fan not off");
  EXPECT_EQ(reply({"state.which", {{"entity", 2.0}, {"entity", 1.0}, {"reply", std::string("HassGetState/which")}}}),
            "desk lamp, fan");
  EXPECT_EQ(reply({"state.how_many", {{"count", 3.0}, {"reply", std::string("HassGetState/how_many")}}}), "3");
  EXPECT_EQ(reply({"timer.cancelled_all", {{"count", 2.0}, {"reply", std::string("HassCancelAllTimers/default")}}}),
            "Canceled 2");
  EXPECT_EQ(reply({"state.one",
                   {{"entity", 1.0},
                    {"capability", std::string("temperature")},
                    {"value", 20.46},
                    {"reply", std::string("HassGetState/one")},
                    {"reply.name", std::string("x")}}}),
            "Desk lamp is 20.5 °C");
  EXPECT_EQ(
      reply({"clock.time",
             {{"clock", std::string("2026-03-02T19:05:00")}, {"reply", std::string("HassGetCurrentTime/default")}}}),
      "19 5");
}

TEST_F(SpokenReply, ThePhraseIsLeftWhereTheReplySaysTooLittle) {
  EXPECT_EQ(reply({"done.turned_on", {{"entity", 1.0}}}), "-") << "none is named";
  EXPECT_EQ(reply({"done.turned_on", {{"entity", 2.0}, {"reply", std::string("HassTurnOn/default")}}}), "-")
      << "the template has no word for a fan";
  flow::Phrase named = lamp_on();
  named.with.emplace_back("reply.name", std::string("desk lamp"));
  EXPECT_EQ(reply(named), "-") << "\"the light\" is any";
  EXPECT_EQ(reply({"done.turned_on", {{"entity", 1.0}, {"reply", std::string("HassTurnOn/no_such")}}}), "-");
  EXPECT_EQ(reply({"decline.ok", {{"reply", std::string("HassNevermind/default")}}}), "-");
  EXPECT_THAT(reply({"done.started", {{"entity", 1.0}, {"reply", std::string("HassVacuumStart/default")}}}),
              HasSubstr("en/HassVacuumStart/default"));
}

TEST_F(SpokenReply, HowLongIsReadBack) {
  const flow::Phrase timer{
      "timer.started",
      {{"seconds", 300.0}, {"reply", std::string("HassStartTimer/default")}, {"reply.minutes", std::string("five")}}};
  EXPECT_EQ(reply(timer), "Timer set for five minutes");
  EXPECT_EQ(reply(timer, "de"), "-");
  EXPECT_EQ(reply(timer, "nl"), "Timer gestart") << "better than English";
}

TEST_F(SpokenReply, NumbersAreWrittenAsTheLanguageWritesThem) {
  const auto warm = [&](double degrees, const char* key) {
    return reply({"state.temperature",
                  {{"entity", 1.0}, {"value", degrees}, {"reply", std::string("HassClimateGetTemperature/") + key}}},
                 "de");
  };
  EXPECT_EQ(warm(20.5, "default"), "-");
  EXPECT_EQ(warm(20.5, "comma"), "20,5 Grad");
  EXPECT_EQ(warm(20.0, "default"), "20 Grad");
}

TEST_F(SpokenReply, WhereThereAreNoPhrasesMoreIsSaidByIt) {
  const flow::Phrase locked{"done.locked", {{"entity", 1.0}, {"reply_abroad", std::string("HassTurnOn/lock")}}};
  EXPECT_EQ(reply(locked), "-");
  EXPECT_EQ(reply(locked, "nl"), "Vergrendeld");
  EXPECT_EQ(reply(locked, "nl-BE"), "Vergrendeld");
  EXPECT_EQ(reply(locked, "xx"), "-");
  EXPECT_EQ(reply(locked, "../nl"), "-");
}

TEST_F(SpokenReply, IsForWhatWasWhollyDone) {
  house.report(House::kLamp, false);
  house.carry_out({House::set(House::kLamp, true), say(lamp_on())});
  house.report(House::kLamp, true);
  EXPECT_THAT(house.spoken(), ElementsAre("Turned on the light"));
}

TEST_F(SpokenReply, NotForWhatFailed) {
  house.carry_out({House::set(House::kLamp, true), House::set(House::kFan, true), say(lamp_on())});
  house.report(House::kLamp, true);
  house.pass(minutes(1));
  ASSERT_EQ(house.spoken().size(), 1U);
  EXPECT_THAT(house.spoken()[0], HasSubstr("the fan"));
}

TEST_F(SpokenReply, NotForWhatWasSoBefore) {
  house.report(House::kLamp, true);
  house.pass(seconds(1));
  house.carry_out({House::set(House::kLamp, true), say(lamp_on())});
  house.report(House::kLamp, true);
  house.pass(minutes(1));
  EXPECT_THAT(house.spoken(), ElementsAre("Turned on the desk lamp."));
}

TEST_F(SpokenReply, NotForOneOfSeveral) {
  house.report(House::kLamp, false);
  house.carry_out({House::set(House::kLamp, true), say(lamp_on()), House::say("And more.")});
  house.report(House::kLamp, true);
  EXPECT_THAT(house.spoken(), ElementsAre("Turned on the desk lamp. And more."));
}

TEST_F(SpokenReply, AFaultyTemplateIsReportedAndThePhraseSaid) {
  house.report(House::kLamp, false);
  house.carry_out({House::set(House::kLamp, true),
                   say({"done.turned_on", {{"entity", 1.0}, {"reply", std::string("HassVacuumStart/default")}}})});
  house.report(House::kLamp, true);
  EXPECT_THAT(house.spoken(), ElementsAre("Turned on the desk lamp."));
  ASSERT_FALSE(house.faults.empty());
  EXPECT_THAT(to_string(house.faults.front()), HasSubstr("HassVacuumStart"));
}

}  // namespace
}  // namespace hearth::act
