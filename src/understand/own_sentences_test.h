// For tests of Hearth's own sentences: each language compiled once, with a small home that is named in it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "understand/sentences.h"

namespace hearth::understand {

struct Home {
  const char *lamp, *room, *lock, *alarm, *washer;
};

/// What a home is called in each language, so that sentences about things can be read.
inline Home home_in(const std::string& language) {
  if (language == "de") return {"Deckenlampe", "Küche", "Haustür", "Alarmanlage", "Waschmaschine"};
  if (language == "fr") return {"plafonnier", "cuisine", "porte d'entrée", "alarme", "lave-linge"};
  if (language == "es") return {"lámpara de techo", "cocina", "puerta principal", "alarma", "lavadora"};
  return {"ceiling lamp", "kitchen", "front door", "house alarm", "washer"};
}

struct Case {
  const char *language, *text, *intent, *response;
  const char* what = "";  ///< the event that is waited for, or the state that is asked for
};

inline void PrintTo(const Case& one, std::ostream* out) { *out << one.language << ": " << one.text; }

inline std::string intents_of(const std::string& language) {
  const char* fetched = std::getenv("HEARTH_FETCHED");
  return std::string(fetched != nullptr ? fetched : "build/fetched") + "/intents/data/" + language + ".json";
}

/// Compiled once a language: some seconds where nothing is optimised.
inline const Sentences* sentences_of(const std::string& language) {
  static std::map<std::string, std::optional<Sentences>> all;
  auto& known = all[language];
  if (!known) {
    Result<Sentences> read = read_sentences(intents_of(language), "sentences/" + language);
    EXPECT_TRUE(read.ok()) << to_string(read.error());
    if (!read.ok()) return nullptr;
    const Home home = home_in(language);
    HomeNames names;
    names.entities = {{1, "light", {home.lamp}},
                      {2, "lock", {home.lock}},
                      {3, "alarm_control_panel", {home.alarm}},
                      {4, "switch", {home.washer}},
                      {5, "person", {"Anna"}}};
    names.areas = {{1, {home.room}}};
    known = Sentences{read->commands.with_names(names), read->replies.with_names(names),
                      read->follow_ups.with_names(names)};
  }
  return &*known;
}

class OwnSentencesTest : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(intents_of("en"))) GTEST_SKIP() << "no templates; run tools/fetch intents";
  }
};

}  // namespace hearth::understand
