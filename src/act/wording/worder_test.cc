#include "act/wording/worder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "home/merge.h"

namespace hearth::act {
namespace {

using testing::HasSubstr;

home::Home some_home() {
  home::Listing listing;
  listing.door = "simulator";
  listing.areas = {{home::AreaId{1}, {{"kitchen", "en"}}, {}, {}}};
  for (const char* name : {"desk lamp", "Anna's lamp", "ceiling", "bulb", "bulb"}) {
    home::Entity entity;
    entity.key = name + std::to_string(listing.entities.size());
    entity.kind = "light";
    entity.area = home::AreaId{1};
    entity.names = {{name, "en"}};
    listing.entities.push_back(std::move(entity));
  }
  return home::merge({}, listing);
}

class WorderTest : public testing::Test {
 protected:
  std::string say(flow::Phrase phrase, std::string_view language = "en") {
    const Result<std::string> text = worder.say(phrase, language, home);
    return text.ok() ? *text : to_string(text.error());
  }
  static const Worder& all_phrases() {
    static const Worder worder{Phrasebook::load("phrases").value()};
    return worder;
  }
  const Worder& worder = all_phrases();
  home::Home home = some_home();
};

TEST_F(WorderTest, JoinsNamesWithArticles) {
  EXPECT_EQ(say({"done.turned_on", {{"entity", 1.0}}}), "Turned on the desk lamp.");
  EXPECT_EQ(say({"done.turned_on", {{"entity", 1.0}, {"entity", 2.0}, {"entity", 3.0}}}),
            "Turned on the desk lamp, Anna's lamp and the ceiling.");
  EXPECT_EQ(say({"ask.which", {{"entity", 1.0}, {"entity", 3.0}}}), "Which one: the desk lamp or the ceiling?");
}

TEST_F(WorderTest, CountsManyAndTellsNamesakesApart) {
  EXPECT_EQ(say({"done.turned_off", {{"entity", 1.0}, {"entity", 2.0}, {"entity", 3.0}, {"entity", 4.0}}}),
            "Turned off 4 lights in the kitchen.");
  EXPECT_THAT(say({"ask.which", {{"entity", 4.0}, {"entity", 5.0}}}), HasSubstr("the bulb in the kitchen"));
}

TEST_F(WorderTest, NobodyListensToAPageOfAName) {
  home.entities.front().names = {{std::string(199, 'a') + "é" + std::string(5000, 'b'), "en"}};
  const std::string said = say({"done.turned_on", {{"entity", 1.0}}});
  EXPECT_LT(said.size(), 250U);
  EXPECT_THAT(said, HasSubstr(std::string(199, 'a') + "…")) << "cut between letters, not within one";
}

TEST_F(WorderTest, AReasonStandsWithinAPhrase) {
  const auto why = [&](std::vector<std::pair<std::string, home::Value>> reason) {
    flow::Phrase phrase{"why.done", {{"text", std::string("lamp on")}, {"clause", true}}};
    phrase.with.insert(phrase.with.end(), reason.begin(), reason.end());
    return say(phrase);
  };
  EXPECT_EQ(why({}), "Because you said \"lamp on\".");
  EXPECT_EQ(why({{"reason", std::string("because.preference")},
                 {"reason.spoken", std::string("lamp")},
                 {"reason.entity", 1.0}}),
            "Because you said \"lamp on\", and by lamp you meant the desk lamp the last time I asked.");
  EXPECT_EQ(why({{"reason", std::string("because.no_such_key")}}), "Because you said \"lamp on\".");
}

TEST_F(WorderTest, AnswersBeginLikeSentences) {
  const flow::Phrase one{"state.one", {{"entity", 1.0}, {"capability", std::string("on_off")}, {"value", true}}};
  EXPECT_EQ(say(one), "The desk lamp is on.");
  EXPECT_EQ(say({"state.which", {{"entity", 1.0}, {"entity", 2.0}, {"state", std::string("on")}}}),
            "The desk lamp and Anna's lamp.");
  EXPECT_EQ(say({"state.temperature", {{"value", 20.5}, {"area", std::string("kitchen")}}}),
            "It is 20.5 degrees in the kitchen.");
  EXPECT_EQ(say({"items.listed", {{"list", std::string("shopping")}, {"item", std::string("milk")}}}),
            "On the shopping list: milk.");
  EXPECT_EQ(say({"items.listed",
                 {{"list", std::string("shopping")}, {"item", std::string("milk")}, {"item", std::string("tea")}}}),
            "On the shopping list: milk, tea.");
  EXPECT_EQ(say({"timers.left", {{"left", 240.0}, {"seconds", 300.0}}}), "The timer for 5 minutes has 4 minutes left.");
  EXPECT_EQ(say({"state.nothing_such", {}}), "I found nothing like that.");
}

TEST_F(WorderTest, WordsValuesWithTheirUnits) {
  const auto set = [&](std::string capability, home::Value value) {
    return say({"done.set", {{"entity", 1.0}, {"capability", std::move(capability)}, {"value", std::move(value)}}});
  };
  EXPECT_EQ(set("brightness", 40.0), "Set the desk lamp to 40 percent.");
  EXPECT_EQ(set("target_temperature", 21.5), "Set the desk lamp to 21.5 degrees.");
  EXPECT_EQ(set("color", std::string("#ff0000")), "Set the desk lamp to red.");
  EXPECT_EQ(set("thermostat_mode", std::string("heat_cool")), "Set the desk lamp to heat cool.");
  EXPECT_EQ(set("lock", true), "Set the desk lamp to locked.");
}

TEST_F(WorderTest, WordsDurations) {
  const auto timer = [&](double seconds) { return say({"timer.started", {{"seconds", seconds}}}); };
  EXPECT_EQ(timer(330), "Set a timer for 5 minutes 30 seconds.");
  EXPECT_EQ(timer(3600), "Set a timer for 1 hour.");
  EXPECT_EQ(timer(0), "Set a timer for 0 seconds.");
}

TEST_F(WorderTest, TakesLiteralTextAsItIs) { EXPECT_EQ(say(flow::literal("{{ 1 }}")), "{{ 1 }}"); }

TEST_F(WorderTest, AnUnknownKeyIsAnErrorAndALanguageWithoutItFallsBack) {
  const Result<std::string> text = worder.say(flow::Phrase{"no.such", {}}, "en", home);
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().kind, Error::NotFound);
  EXPECT_EQ(say({"done.ok", {}}, "nl"), "All right.");
  EXPECT_EQ(say({"done.ok", {}}, "de-CH"), "Alles klar.");
}

/// Every phrase renders with the arguments that phrases are given, so that a slip in a template is found here.
TEST_F(WorderTest, EveryPhraseRenders) {
  const std::set<std::string> internal{"form.the",      "form.place",  "form.and",       "form.or",     "form.many",
                                       "form.duration", "form.moment", "ask.which_time", "errand.quiet"};
  for (const std::string& key : worder.book().keys("en")) {
    if (internal.contains(key)) continue;
    const flow::Phrase phrase{key,
                              {{"entity", 1.0},
                               {"capability", std::string("brightness")},
                               {"value", 40.0},
                               {"low", 0.0},
                               {"high", 100.0},
                               {"seconds", 90.0},
                               {"late", 60.0},
                               {"left", 45.0},
                               {"state", std::string("on")},
                               {"by", 30.0},
                               {"count", 2.0},
                               {"name", std::string("tea")},
                               {"item", std::string("milk")},
                               {"list", std::string("shopping")},
                               {"spoken", std::string("lamp")},
                               {"slot", std::string("name")},
                               {"area", std::string("kitchen")},
                               {"condition", std::string("cloudy")},
                               {"humidity", 60.0},
                               {"hour", 18.0},
                               {"minute", 5.0},
                               {"weekday", 1.0},
                               {"day", 2.0},
                               {"month", 3.0},
                               {"year", 2026.0},
                               {"clock", std::string("2026-03-02T19:00:00")},
                               {"days", 0.0},
                               {"rule", std::string()},
                               {"event", std::string("done")},
                               {"reason", std::string("later.turned_on")},
                               {"reason.entity", 1.0},
                               {"unit", std::string("%")}}};
    if (key == "form.value_color") continue;
    const Result<std::string> text = worder.say(phrase, "en", home);
    EXPECT_TRUE(text.ok()) << key << ": " << (text.ok() ? "" : to_string(text.error()));
    if (text.ok()) { EXPECT_FALSE(text->empty()) << key; }
  }
}

TEST_F(WorderTest, MomentsAsTheyAreSaid) {
  const auto said = [&](const char* at, double days, const char* rule) {
    return worder
        .say({"choice.time", {{"clock", std::string(at)}, {"days", days}, {"rule", std::string(rule)}}}, "en", home)
        .value_or("");
  };
  EXPECT_EQ(said("2026-03-02T19:00:00", 0, ""), "at seven this evening");
  EXPECT_EQ(said("2026-03-02T22:30:00", 0, ""), "at half past ten tonight");
  EXPECT_EQ(said("2026-03-03T06:30:00", 1, ""), "at half past six tomorrow morning");
  EXPECT_EQ(said("2026-03-03T12:00:00", 1, ""), "at noon tomorrow");
  EXPECT_EQ(said("2026-03-01T18:05:00", -1, ""), "at 6:05 yesterday evening");
  EXPECT_EQ(said("2026-03-05T14:45:00", 3, ""), "at a quarter to three on Thursday afternoon");
  EXPECT_EQ(said("2026-04-02T08:15:00", 31, ""), "at a quarter past eight in the morning on 2 April");
  EXPECT_EQ(said("2026-03-02T19:00:00", 0, "FREQ=DAILY"), "every day at seven in the evening");
  EXPECT_EQ(said("2026-03-02T06:30:00", 0, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            "every weekday at half past six in the morning");
  EXPECT_EQ(said("2026-03-03T20:00:00", 1, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
            "every other Tuesday at eight in the evening");
  EXPECT_EQ(said("2026-03-07T09:00:00", 5, "FREQ=WEEKLY;BYDAY=SA,SU"), "every weekend at nine in the morning");
  EXPECT_EQ(worder
                .say({"ask.which_time",
                      {{"clock", std::string("2026-03-03T06:00:00")},
                       {"days", 1.0},
                       {"clock", std::string("2026-03-03T18:00:00")},
                       {"days", 1.0}}},
                     "en", home)
                .value_or(""),
            "Do you mean at six tomorrow morning or at six tomorrow evening?");
}

/// A literal of the form "table.key" whose table the phrase files know must be a phrase.
TEST_F(WorderTest, EveryKeyInTheSourcesExists) {
  const std::vector<std::string> keys = worder.book().keys("en");
  const std::set<std::string> known(keys.begin(), keys.end());
  std::set<std::string> tables;
  for (const std::string& key : keys) tables.insert(key.substr(0, key.find('.')));
  const std::regex literal("\"([a-z_]+)\\.([a-z_]+)\"");
  size_t found = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("src")) {
    const std::string path = entry.path().string();
    const bool names_nodes = path.ends_with("nodes.cc") || path.starts_with("src/engine/");  // "answer.why" is a node
    if (!path.ends_with(".cc") || path.ends_with("_test.cc") || names_nodes) continue;
    std::ifstream stream(path);
    std::stringstream text;
    text << stream.rdbuf();
    const std::string source = text.str();
    for (std::sregex_iterator match(source.begin(), source.end(), literal), end; match != end; ++match) {
      const bool prefix = (*match)[2].str().ends_with("_");  // the rest of the key is put behind it
      if (prefix || !tables.contains((*match)[1].str())) continue;
      ++found;
      EXPECT_TRUE(known.contains((*match)[1].str() + "." + (*match)[2].str())) << path << ": " << match->str();
    }
  }
  EXPECT_GT(found, 100u);
}

class BadPhrases : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder / "en"); }
  void TearDown() override { std::filesystem::remove_all(folder); }
  std::string error(const std::string& content) {
    std::ofstream(folder / "en" / "bad.toml") << content;
    const Result<Phrasebook> book = Phrasebook::load(folder);
    return book.ok() ? "" : to_string(book.error());
  }
  std::filesystem::path folder = testing::TempDir() + "/phrases_" + std::to_string(::getpid());
};

TEST_F(BadPhrases, AreNamedByFileAndLine) {
  EXPECT_THAT(error("[done]\nok = \n"), HasSubstr("bad.toml:2"));
  EXPECT_THAT(error("[done]\nok = 5\n"), HasSubstr("bad.toml:2: expected text"));
  EXPECT_THAT(error("[done]\na = \"x\"\nok = \"{{ nothing(\"\n"), HasSubstr("bad.toml:3"));
  EXPECT_THAT(error("ok = \"x\"\n"), HasSubstr("expected a [table]"));
  EXPECT_EQ(error("[done]\nok = \"x\"\n"), "");
}

}  // namespace
}  // namespace hearth::act
