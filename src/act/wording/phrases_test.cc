// The phrase files themselves: every language says everything, and says it right.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "act/wording/worder.h"
#include "home/merge.h"

namespace hearth::act {
namespace {

struct Thing {
  const char *name, *language, *area;
};

const Worder& all_phrases() {
  static const Worder worder{Phrasebook::load("phrases").value()};
  return worder;
}

home::Home home_of(const std::vector<Thing>& things) {
  home::Listing listing;
  listing.door = "simulator";
  for (const Thing& thing : things) {
    const auto known = std::ranges::find_if(
        listing.areas, [&](const home::Area& area) { return area.names.front().text == thing.area; });
    uint32_t place = static_cast<uint32_t>(known - listing.areas.begin()) + 1;
    if (known == listing.areas.end()) listing.areas.push_back({home::AreaId{place}, {{thing.area, ""}}, {}, {}});
    home::Entity entity;
    entity.key = thing.name + std::to_string(listing.entities.size());
    entity.kind = "light";
    entity.area = home::AreaId{place};
    entity.names = {{thing.name, thing.language}};
    listing.entities.push_back(std::move(entity));
  }
  return home::merge({}, listing);
}

/// Each argument that some phrase takes, in each shape that it comes in.
std::vector<flow::Phrase> shapes_of(const std::string& key) {
  using Arguments = std::vector<std::pair<std::string, home::Value>>;
  const Arguments plain{{"seconds", 90.0},
                        {"late", 60.0},
                        {"left", 45.0},
                        {"by", 30.0},
                        {"count", 2.0},
                        {"total", 3.0},
                        {"low", 0.0},
                        {"high", 100.0},
                        {"list", std::string("shopping")},
                        {"item", std::string("milk")},
                        {"state", std::string("on")},
                        {"spoken", std::string("lamp")},
                        {"text", std::string("lamp on")},
                        {"slot", std::string("name")},
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
                        {"node", std::string("answer.why")},
                        {"source", std::string("answer.why")},
                        {"area", std::string("kitchen")},
                        {"reason", std::string("lamp on")},
                        {"at", std::string("2026-03-02T19:00:00")}};
  const std::vector<Arguments> things{
      {},
      {{"entity", 1.0}},
      {{"entity", 1.0}, {"entity", 2.0}},
      {{"entity", 1.0}, {"entity", 2.0}, {"entity", 3.0}, {"entity", 4.0}},
      {{"entity", 4.0}, {"entity", 5.0}},
  };
  const std::vector<Arguments> values{
      {{"capability", std::string("on_off")}, {"value", true}},
      {{"capability", std::string("brightness")}, {"value", 40.0}},
      {{"capability", std::string("target_temperature")}, {"value", 20.5}},
      {{"capability", std::string("position")}, {"value", 40.0}},
      {{"capability", std::string("lock")}, {"value", home::Value{}}},
      {{"capability", std::string("color")}, {"value", std::string("#ff0000")}},
      {{"capability", std::string("thermostat_mode")}, {"value", std::string("heat_cool")}},
  };
  const std::vector<Arguments> more{
      {},
      {{"name", std::string("tea")}, {"person", std::string("Anna")}, {"clause", true}, {"forward", true}},
      {{"reason", std::string("because.preference")}, {"reason.spoken", std::string("lamp")}, {"reason.entity", 1.0}},
  };
  // Each at least once; what one argument is does not change how another is worded.
  std::vector<flow::Phrase> shapes;
  for (size_t i = 1; i < values.size(); i += 2) {
    flow::Phrase phrase{key, plain};
    for (const Arguments* part : {&things[i % things.size()], &values[i], &more[i % more.size()]}) {
      phrase.with.insert(phrase.with.end(), part->begin(), part->end());
    }
    shapes.push_back(std::move(phrase));
  }
  return shapes;
}

class EveryLanguage : public testing::TestWithParam<const char*> {
 protected:
  const Worder& worder = all_phrases();
};

TEST_P(EveryLanguage, SaysEverythingThatEnglishSays) {
  const std::vector<std::string> english = worder.book().keys("en");
  const std::vector<std::string> own = worder.book().keys(GetParam());
  std::vector<std::string> missing;
  std::ranges::set_difference(english, own, std::back_inserter(missing));
  EXPECT_EQ(missing, std::vector<std::string>{}) << "phrases/" << GetParam() << " lacks these";
}

/// What English can say of such arguments, the language can; worder_test.cc holds English to it.
TEST_P(EveryLanguage, RendersEveryPhraseInEveryShape) {
  const home::Home home = home_of({{"Deckenlampe", "", "Küche"},
                                   {"lampe du salon", "", "salon"},
                                   {"luces del techo", "", "cocina"},
                                   {"bulb", "", "kitchen"},
                                   {"bulb", "", "hallway"}});
  size_t rendered = 0;
  for (const std::string& key : worder.book().keys("en")) {
    if (key.starts_with("form.")) continue;                          // rendered within the others
    if (key == "errand.quiet" || key == "ask.which_time") continue;  // says nothing; takes several moments
    for (const flow::Phrase& phrase : shapes_of(key)) {
      const Result<std::string> english = worder.say(phrase, "en", home);
      if (!english.ok()) continue;  // a phrase that is never said of such things
      const Result<std::string> text = worder.say(phrase, GetParam(), home);
      ASSERT_TRUE(text.ok()) << key << ": " << to_string(text.error());
      EXPECT_EQ(text->empty(), english->empty()) << key;
      EXPECT_EQ(text->find("  "), std::string::npos) << key << ": " << *text;
      ++rendered;
    }
  }
  EXPECT_GT(rendered, worder.book().keys("en").size());
}

/// No English may slip into another language: what a value, a kind or a slot is called in the program.
TEST_P(EveryLanguage, WordsWhatTheProgramCallsThings) {
  const home::Home home = home_of({{"x", "", "y"}});
  for (const char* word : {"on", "off", "open", "closed", "locked", "unlocked", "home", "not_home", "heat", "docked",
                           "armed_away", "playing", "light", "cover", "lock", "door", "window", "media_player"}) {
    const flow::Phrase phrase{"state.any_no", {{"state", std::string(word)}}};
    const Result<std::string> text = worder.say(phrase, GetParam(), home);
    ASSERT_TRUE(text.ok()) << to_string(text.error());
    const std::string shown = " " + std::string(word) + ".";
    EXPECT_EQ(text->find(shown), std::string::npos) << *text;
  }
  for (const char* slot :
       {"name", "temperature", "brightness", "position", "percentage", "volume_level", "duration", "item"}) {
    const Result<std::string> text =
        worder.say(flow::Phrase{"ask.value", {{"slot", std::string(slot)}}}, GetParam(), home);
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(text->find(slot), std::string::npos) << *text;
  }
}

INSTANTIATE_TEST_SUITE_P(Phrases, EveryLanguage, testing::Values("de", "fr", "es"),
                         [](const auto& language) { return std::string(language.param); });

/// One language and a home with names of its own.
class Said : public testing::Test {
 protected:
  std::string say(std::string_view language, const std::vector<Thing>& things, flow::Phrase phrase) {
    for (size_t i = 0; i < things.size(); ++i) phrase.with.emplace_back("entity", static_cast<double>(i + 1));
    const Result<std::string> text = worder.say(phrase, language, home_of(things));
    return text.ok() ? *text : to_string(text.error());
  }
  static flow::Phrase about(std::string key, std::string capability, home::Value value) {
    return {std::move(key), {{"capability", std::move(capability)}, {"value", std::move(value)}}};
  }
  const Worder& worder = all_phrases();
};

TEST_F(Said, GermanArticlesFollowGenderNumberAndCase) {
  const auto confirm = [&](const char* name) { return say("de", {{name, "", "Küche"}}, {"confirm.turned_on", {}}); };
  EXPECT_EQ(confirm("Deckenlampe"), "Soll ich die Deckenlampe einschalten?");
  EXPECT_EQ(confirm("Ventilator"), "Soll ich den Ventilator einschalten?");
  EXPECT_EQ(confirm("Lampe am Schreibtisch"), "Soll ich die Lampe am Schreibtisch einschalten?");
  EXPECT_EQ(confirm("Wohnzimmer Licht"), "Soll ich das Wohnzimmer Licht einschalten?");
  EXPECT_EQ(confirm("Annas Lampe"), "Soll ich Annas Lampe einschalten?");
  EXPECT_EQ(confirm("Sonos One"), "Soll ich Sonos One einschalten?");
  const auto is = [&](const char* name) {
    return say("de", {{name, "", "Küche"}}, about("state.one", "on_off", true));
  };
  EXPECT_EQ(is("Deckenlampe"), "Die Deckenlampe ist an.");
  EXPECT_EQ(is("Küchenlichter"), "Die Küchenlichter sind an.");
  EXPECT_EQ(say("de", {{"Deckenlampe", "", "Küche"}}, {"decline.cannot", {}}), "Das geht mit der Deckenlampe nicht.");
  EXPECT_EQ(say("de", {{"Lampe", "", "Küche"}, {"Lampe", "", "Flur"}, {"Radio", "", "Balkon"}}, {"ask.which", {}}),
            "Was meinst du: die Lampe in der Küche, die Lampe im Flur oder das Radio?");
}

TEST_F(Said, GermanNumbersAndTimes) {
  const std::vector<Thing> lamp{{"Deckenlampe", "", "Küche"}};
  EXPECT_EQ(say("de", lamp, about("done.set", "brightness", 40.0)), "Deckenlampe auf 40 Prozent gestellt.");
  EXPECT_EQ(say("de", {{"Heizung", "", "Bad"}}, about("done.set", "target_temperature", 21.5)),
            "Heizung auf 21,5 Grad gestellt.");
  EXPECT_EQ(say("de", {{"Rollladen", "", "Bad"}}, about("done.set", "position", 40.0)),
            "Rollladen auf 40 Prozent gestellt.");
  EXPECT_EQ(say("de", {}, {"timer.started", {{"seconds", 3690.0}}}),
            "Timer auf 1 Stunde, 1 Minute und 30 Sekunden gestellt.");
  EXPECT_EQ(say("de", {}, {"ring.timer_late", {{"seconds", 60.0}, {"late", 2 * 86400.0}}}),
            "Dein Timer über 1 Minute ist vor 2 Tagen abgelaufen. Entschuldigung, da war ich aus.");
  EXPECT_EQ(say("de", {}, {"state.temperature", {{"value", 20.5}, {"area", std::string("Terrasse")}}}),
            "Auf der Terrasse sind es 20,5 Grad.");
  EXPECT_EQ(say("de", {}, {"state.any_no", {{"state", std::string("open")}}}), "Nein, nichts davon ist offen.");
}

TEST_F(Said, GermanReasonsEndWithTheVerb) {
  const flow::Phrase why{"why.done",
                         {{"text", std::string("Licht an")},
                          {"clause", true},
                          {"reason", std::string("linked.room")},
                          {"reason.area", std::string("Küche")}}};
  EXPECT_EQ(say("de", {}, why), "Weil du „Licht an“ gesagt hast und du in der Küche warst.");
}

TEST_F(Said, FrenchArticlesElideAndContract) {
  const auto on = [&](const char* name) { return say("fr", {{name, "", "Cuisine"}}, {"done.turned_on", {}}); };
  EXPECT_EQ(on("Lampe du salon"), "J'ai allumé la lampe du salon.");
  EXPECT_EQ(on("Applique"), "J'ai allumé l'applique.");
  EXPECT_EQ(on("Éclairage de la terrasse"), "J'ai allumé l'éclairage de la terrasse.");
  EXPECT_EQ(on("Ventilateur"), "J'ai allumé le ventilateur.");
  EXPECT_EQ(on("Hotte"), "J'ai allumé la hotte.");
  EXPECT_EQ(on("TV salon"), "J'ai allumé TV salon.");
  EXPECT_EQ(say("fr", {{"Ventilateur", "", "Cuisine"}}, {"decline.unknown_state", {}}),
            "Je ne connais pas l'état du ventilateur. Dis-moi exactement ce que tu veux.");
  EXPECT_EQ(say("fr", {{"Volets", "", "Cuisine"}}, {"state.unknown", {}}), "Je ne connais pas l'état des volets.");
}

TEST_F(Said, FrenchAdjectivesAgree) {
  const auto is = [&](const std::vector<Thing>& things, bool on) {
    return say("fr", things, about("state.one", "on_off", on));
  };
  EXPECT_EQ(is({{"Lampe du salon", "", "Salon"}}, true), "La lampe du salon est allumée.");
  EXPECT_EQ(is({{"Ventilateur", "", "Salon"}}, false), "Le ventilateur est éteint.");
  EXPECT_EQ(is({{"Lampe", "", "Salon"}, {"Applique", "", "Salon"}}, false), "La lampe et l'applique sont éteintes.");
  EXPECT_EQ(is({{"Lampe", "", "Salon"}, {"Ventilateur", "", "Salon"}}, false),
            "La lampe et le ventilateur sont éteints.");
  EXPECT_EQ(say("fr", {{"Porte d'entrée", "", "Entrée"}}, about("state.no", "contact", true)),
            "Non, la porte d'entrée est ouverte.");
  EXPECT_EQ(say("fr", {}, {"state.temperature", {{"value", 20.5}, {"area", std::string("Cuisine")}}}),
            "Il fait 20,5 degrés dans la cuisine.");
}

TEST_F(Said, SpanishAgreesAndContracts) {
  EXPECT_EQ(say("es", {{"Lámpara del salón", "", "Salón"}}, {"done.turned_on", {}}),
            "He encendido la lámpara del salón.");
  EXPECT_EQ(say("es", {{"Luces del techo", "", "Salón"}}, about("state.one", "on_off", false)),
            "Las luces del techo están apagadas.");
  EXPECT_EQ(say("es", {{"Ventilador", "", "Salón"}}, {"decline.cannot_light", {}}),
            "La luz del ventilador no se puede ajustar así.");
  EXPECT_EQ(say("es", {{"Lámpara", "", "Salón"}}, about("done.set", "brightness", 40.0)),
            "He puesto la lámpara al 40 por ciento.");
  EXPECT_EQ(say("es", {{"Termostato", "", "Salón"}}, about("done.set", "target_temperature", 21.5)),
            "He puesto el termostato a 21,5 grados.");
  EXPECT_EQ(say("es", {{"Lámpara", "", "Salón"}, {"Iluminación", "", "Salón"}}, {"done.turned_off", {}}),
            "He apagado la lámpara y la iluminación.");
  EXPECT_EQ(say("es", {{"Foco", "", "Salón"}, {"Oficina", "", "Salón"}}, {"ask.which", {}}),
            "¿Cuál: el foco o la oficina?");
}

/// A thing that has a name in each language is called by the listener's.
TEST_F(Said, NamesAreTheListeners) {
  home::Home home = home_of({{"desk lamp", "en", "study"}});
  home.entities.front().names.push_back({"Schreibtischlampe", "de"});
  home.areas.front().names = {{"study", "en"}, {"Arbeitszimmer", "de"}};
  const auto say_in = [&](std::string_view language) {
    return worder.say(flow::Phrase{"done.turned_on", {{"entity", 1.0}}}, language, home).value();
  };
  EXPECT_EQ(say_in("en"), "Turned on the desk lamp.");
  EXPECT_EQ(say_in("de"), "Schreibtischlampe eingeschaltet.");
  EXPECT_EQ(say_in("de-CH"), "Schreibtischlampe eingeschaltet.");
  EXPECT_EQ(worder.say(flow::Phrase{"linked.room", {{"area", 1.0}}}, "de", home).value(), "du im Arbeitszimmer warst");
}

}  // namespace
}  // namespace hearth::act
