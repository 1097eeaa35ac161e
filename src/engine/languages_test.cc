#include "engine/languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <thread>

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class LanguagesTest : public testing::Test {
 protected:
  LanguagesTest() : folder(fs::temp_directory_path() / ("hearth_languages_" + std::to_string(::getpid()))) {
    fs::remove_all(folder);
    for (const std::string language : {"en", "de", "fr", "nl"}) {
      write("intents/" + language + ".json", R"({"language": ")" + language +
                                                 R"(", "intents": {"HassNevermind": {"data": [{"sentences": ["stop )" +
                                                 language + R"("]}]}}})");
    }
  }
  ~LanguagesTest() override { fs::remove_all(folder); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
  }
  ModelFiles files() const {
    ModelFiles files;
    files.sentences = folder / "own";
    files.intents = folder / "intents";
    files.household = folder / "household";
    files.cache = folder / "cache";
    return files;
  }
  std::string language_for(std::string_view language) const {
    const auto found = ready.find(language);
    return found == nullptr ? "" : found->commands.source().language;
  }
  /// Waits for what the background does.
  template <class Holds>
  static bool soon(Holds&& holds) {
    for (int i = 0; i < 2000; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

  const fs::path folder;
  understand::SentencesByLanguage ready;
};

TEST_F(LanguagesTest, TheHouseholdsAreLoadedAtTheStart) {
  Languages languages(files(), ready);
  languages.start({"de", "en"}, Languages::Demand::Ignored);
  EXPECT_TRUE(ready.contains("de"));
  EXPECT_TRUE(ready.contains("en"));
  EXPECT_EQ(language_for("fr"), "de") << "nobody loads it";
  EXPECT_THAT(languages.problems(), ElementsAre());
}

TEST_F(LanguagesTest, WhatElseALanguageNeedsIsThereBeforeItIsSpoken) {
  Languages languages(files(), ready);
  std::vector<std::string> told;
  languages.on_ready([&](const std::string& language) {
    EXPECT_FALSE(ready.contains(language)) << language;
    told.push_back(language);
  });
  languages.start({"de", "en", "xx"}, Languages::Demand::Ignored);
  EXPECT_THAT(told, ElementsAre("de", "en"));
}

TEST_F(LanguagesTest, AMissingOneIsSaidAndTheOthersWork) {
  Languages languages(files(), ready);
  languages.start({"en", "xx"}, Languages::Demand::Ignored);
  EXPECT_EQ(language_for("xx"), "en");
  ASSERT_EQ(languages.problems().size(), 1U);
  EXPECT_THAT(languages.problems()[0], HasSubstr("no sentences for 'xx'"));
}

TEST_F(LanguagesTest, OthersComeWhenTheyAreSpoken) {
  Languages languages(files(), ready);
  languages.start({"en"}, Languages::Demand::AtOnce);
  EXPECT_FALSE(ready.contains("fr"));
  EXPECT_EQ(language_for("fr"), "fr");
  EXPECT_EQ(language_for("fr-CA"), "fr");
  EXPECT_EQ(language_for("xx"), "en");
  for (const char* bad : {"../intents/nl", "nl/../nl", "", "nl.json", "aVeryLongTagThatIsNone"}) {
    EXPECT_EQ(language_for(bad), "en") << bad;
  }
  EXPECT_THAT(languages.problems(), ElementsAre());
}

TEST_F(LanguagesTest, InTheBackgroundWhoAsksWaitsAMoment) {
  Languages languages(files(), ready);
  languages.start({"en", "de", "fr"}, Languages::Demand::Background);
  EXPECT_TRUE(ready.contains("en"));
  EXPECT_TRUE(soon([&] { return ready.household().size() == 3; }));
  EXPECT_TRUE(soon([&] { return language_for("nl") == "nl"; }));
}

TEST_F(LanguagesTest, ManyThreadsMayAskAtOnce) {
  Languages languages(files(), ready);
  languages.start({"en"}, Languages::Demand::Background);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      const std::string language = t % 2 == 0 ? "fr" : "nl";
      EXPECT_TRUE(soon([&] { return language_for(language) == language; }));
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(LanguagesTest, TheHouseholdsOwnSentencesAreReadAgainWhenTheyChange) {
  Languages languages(files(), ready);
  languages.start({"en"}, Languages::Demand::Background);
  const auto reads = [&](const char* sentence) { return !ready.find("en")->commands.parse(sentence).empty(); };
  EXPECT_FALSE(reads("movie time"));
  write("household/en/films.yaml", "language: en\nintents: {HassTurnOn: {data: [{sentences: ['movie time', '(']}]}}\n");
  languages.look_again();
  EXPECT_TRUE(soon([&] { return reads("movie time"); }));
  EXPECT_TRUE(soon([&] { return languages.problems().size() == 1; }));
  EXPECT_THAT(languages.problems()[0], HasSubstr("films.yaml:2, column 2"));
  fs::remove(folder / "household/en/films.yaml");
  languages.look_again();
  EXPECT_TRUE(soon([&] { return !reads("movie time") && languages.problems().empty(); }));
}

TEST_F(LanguagesTest, TheSecondStartReadsTheCache) {
  {
    Languages languages(files(), ready);
    languages.start({"en"}, Languages::Demand::Ignored);
  }
  EXPECT_TRUE(fs::exists(folder / "cache/en.grammar"));
  understand::SentencesByLanguage again;
  Languages languages(files(), again);
  languages.start({"en"}, Languages::Demand::Ignored);
  EXPECT_EQ(again.find("en")->commands.parse("stop en").size(), 1U);
}

}  // namespace
}  // namespace hearth::engine
