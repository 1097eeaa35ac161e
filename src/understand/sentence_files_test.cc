#include "understand/sentence_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace hearth::understand {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kPackage = R"json({"language": "en", "intents": {
  "HassTurnOn": {"data": [{"sentences": ["<turn> on [the] {name}"], "response": "on"}]},
  "HassNevermind": {"data": [{"sentences": ["never mind"]}]}},
  "lists": {"color": {"values": ["red"]}}, "expansion_rules": {"turn": "(turn|switch)"}, "skip_words": []})json";

class SentenceFilesTest : public testing::Test {
 protected:
  SentenceFilesTest() : folder(fs::temp_directory_path() / ("hearth_sentences_" + std::to_string(::getpid()))) {
    fs::remove_all(folder);
    write("intents/en.json", kPackage);
  }
  ~SentenceFilesTest() override { fs::remove_all(folder); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
  }
  SentenceSources sources() const {
    return {"en", folder / "intents/en.json", folder / "own/en", folder / "household/en"};
  }
  LoadedSentences load(bool cached = false) const {
    Result<LoadedSentences> loaded = load_sentences(sources(), SentenceCache(cached ? folder / "cache" : fs::path()));
    EXPECT_TRUE(loaded.ok()) << to_string(loaded.error());
    return std::move(loaded).value();
  }
  static std::string best(const LoadedSentences& loaded, const std::string& sentence) {
    HomeNames home;
    home.entities = {{1, "light", {"Lamp"}}};
    const auto parses = loaded.sentences.commands.with_names(home).parse(sentence);
    return parses.empty() ? "" : parses[0].intent();
  }
  static std::vector<std::string> problems(const LoadedSentences& loaded) {
    std::vector<std::string> lines;
    for (const Error& problem : loaded.problems) lines.push_back(to_string(problem));
    return lines;
  }

  const fs::path folder;
};

TEST_F(SentenceFilesTest, APackageFileAloneIsALanguage) {
  const LoadedSentences loaded = load();
  EXPECT_EQ(best(loaded, "switch on the lamp"), "HassTurnOn");
  EXPECT_TRUE(loaded.problems.empty());
  EXPECT_TRUE(loaded.sentences.replies.parse("the lamp").empty());
}

TEST_F(SentenceFilesTest, OwnSentencesMayBeHalfThere) {
  write("own/en/replies.yaml", "{language: en, intents: {Confirm: {data: [{sentences: ['yes']}]}}}");
  const LoadedSentences loaded = load();
  EXPECT_EQ(loaded.sentences.replies.parse("yes").size(), 1U);
  EXPECT_EQ(best(loaded, "never mind"), "HassNevermind");
}

TEST_F(SentenceFilesTest, AMistakeInAnOwnFileIsAnError) {
  write("own/en/hearth.yaml", "{language: en, intentions: {}}");
  EXPECT_THAT(to_string(load_sentences(sources()).error()), HasSubstr("own/en/hearth.yaml:1"));
}

TEST_F(SentenceFilesTest, TheHouseholdAddsSentences) {
  write("household/en/evening.yaml",
        "language: en\n"
        "intents:\n"
        "  HassTurnOff:\n"
        "    data:\n"
        "      - sentences: ['<bye> [{when}]', 'never mind']\n"
        "        slots: {domain: light}\n"
        "expansion_rules: {bye: '(bye|<turn> in)'}\n"
        "lists: {when: {values: [now]}}\n");
  const LoadedSentences loaded = load();
  EXPECT_THAT(problems(loaded), ElementsAre());
  EXPECT_EQ(best(loaded, "bye now"), "HassTurnOff");
  EXPECT_EQ(best(loaded, "switch in"), "HassTurnOff") << "rules of the package are known";
  EXPECT_EQ(best(loaded, "never mind"), "HassTurnOff") << "a household's own sentence is read before all others";
}

TEST_F(SentenceFilesTest, ListsAndRulesOfTheHouseholdAreItsOwn) {
  write("household/en/a.yaml",
        "language: en\nexpansion_rules: {turn: (crank)}\n"
        "intents: {HassTurnOff: {data: [{sentences: ['<turn> it down']}]}}\n");
  const LoadedSentences loaded = load();
  EXPECT_EQ(best(loaded, "crank it down"), "HassTurnOff");
  EXPECT_EQ(best(loaded, "switch on the lamp"), "HassTurnOn");
  EXPECT_EQ(best(loaded, "crank on the lamp"), "");
}

TEST_F(SentenceFilesTest, AMistakeNamesFileLineAndColumnAndCostsOnlyItself) {
  write("household/en/a.yaml",
        "language: en\n"
        "intents:\n"
        "  HassTurnOn:\n"
        "    data:\n"
        "      - sentences:\n"
        "          - 'light the (candles'\n"
        "          - 'sun please'\n"
        "          - 'as {nothing}'\n"
        "      - sentence: ['no such key']\n"
        "  OrderPizza: {data: [{sentences: ['pizza']}]}\n");
  write("household/en/b.yaml", "language: en\nintents: [\n");
  write("household/en/c.yaml", "language: de\nintents: {HassTurnOn: {data: [{sentences: ['licht']}]}}\n");
  write("household/en/d.yaml", "language: en\nintents: {HassTurnOff: {data: [{sentences: ['moon']}]}}\n");
  write("household/en/e.txt", "not read");
  const LoadedSentences loaded = load();
  EXPECT_EQ(best(loaded, "sun please"), "HassTurnOn");
  EXPECT_EQ(best(loaded, "moon"), "HassTurnOff");
  EXPECT_EQ(best(loaded, "pizza"), "");
  EXPECT_EQ(best(loaded, "switch on the lamp"), "HassTurnOn");
  const std::string all = testing::PrintToString(problems(loaded));
  EXPECT_EQ(loaded.problems.size(), 6U) << all;
  EXPECT_THAT(all, HasSubstr("a.yaml:6, column 19: expected ')', found the end"));
  EXPECT_THAT(all, HasSubstr("a.yaml:8, column 4: expected a known list, found {nothing}"));
  EXPECT_THAT(all, HasSubstr("a.yaml:9: expected one of sentences"));
  EXPECT_THAT(all, HasSubstr("a.yaml:10: expected an intent that Hearth knows"));
  EXPECT_THAT(all, HasSubstr("b.yaml:"));
  EXPECT_THAT(all, HasSubstr("c.yaml: expected sentences in "));
}

TEST_F(SentenceFilesTest, ASentenceThatExplodesCostsOnlyItself) {
  std::string rules = "language: en\nexpansion_rules:\n  r0: (a|b)\n";
  for (int i = 1; i < 40; ++i) {
    const std::string former = "<r" + std::to_string(i - 1) + ">";
    rules += "  r" + std::to_string(i) + ": (x" + former + "y|z" + former + former + ")\n";
  }
  write("household/en/a.yaml", rules + "intents: {HassTurnOff: {data: [{sentences: ['boom <r39>', 'quiet']}]}}\n");
  const LoadedSentences loaded = load();
  EXPECT_THAT(testing::PrintToString(problems(loaded)), HasSubstr("at most half a million nodes"));
  EXPECT_EQ(best(loaded, "quiet"), "HassTurnOff");
  EXPECT_EQ(best(loaded, "switch on the lamp"), "HassTurnOn");
}

TEST_F(SentenceFilesTest, TheCacheGivesTheSameAndItsProblems) {
  write("household/en/a.yaml", "language: en\nintents: {HassTurnOff: {data: [{sentences: ['dark', '(']}]}}\n");
  EXPECT_FALSE(load(true).from_cache);
  const LoadedSentences again = load(true);
  EXPECT_TRUE(again.from_cache);
  EXPECT_EQ(best(again, "dark"), "HassTurnOff");
  EXPECT_EQ(problems(again), problems(load(false)));
  EXPECT_EQ(again.problems.size(), 1U);
}

TEST_F(SentenceFilesTest, TheCacheKeepsEveryWordOfATalk) {
  std::string lists;
  for (const char* list : {"connector", "opener",     "filler",         "courtesy_before", "courtesy_after", "aside",
                           "article",   "it",         "both",           "the_other",       "the_others",     "there",
                           "upstairs",  "downstairs", "between_items",  "one_item",        "upward",         "downward",
                           "remark",    "no_remark",  "no_remark_after"}) {
    lists += std::string("  ") + list + ": {values: ['" + list + "']}\n";
  }
  write("own/en/follow.yaml", "language: en\nintents: {}\nlists:\n" + lists);
  const TalkWords words = load(true).sentences.words;
  const LoadedSentences again = load(true);
  EXPECT_TRUE(again.from_cache);
  EXPECT_EQ(again.sentences.words, words);
  EXPECT_EQ(words.there, std::vector<std::string>{"there"});
}

TEST_F(SentenceFilesTest, AChangeAnywhereIsCompiledAnew) {
  load(true);
  write("household/en/a.yaml", "language: en\nintents: {HassTurnOff: {data: [{sentences: ['dark']}]}}\n");
  EXPECT_FALSE(load(true).from_cache);
  EXPECT_TRUE(load(true).from_cache);
  write("own/en/replies.yaml", "{language: en, intents: {}}");
  EXPECT_FALSE(load(true).from_cache);
  fs::remove(folder / "household/en/a.yaml");
  const LoadedSentences without = load(true);
  EXPECT_FALSE(without.from_cache);
  EXPECT_EQ(best(without, "dark"), "");
}

TEST_F(SentenceFilesTest, ABrokenCacheIsPassedOverAndMadeAnew) {
  load(true);
  const fs::path file = folder / "cache" / "en.grammar";
  ASSERT_TRUE(fs::exists(file));
  std::ifstream in(file, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  for (size_t at = 0; at < whole.size(); at += 1 + whole.size() / 40) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
    const LoadedSentences loaded = load(true);
    EXPECT_FALSE(loaded.from_cache) << at;
    EXPECT_EQ(best(loaded, "switch on the lamp"), "HassTurnOn");
    EXPECT_TRUE(load(true).from_cache) << at;
  }
  std::ofstream(file, std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() / 2);
  EXPECT_FALSE(load(true).from_cache);
}

TEST_F(SentenceFilesTest, ACacheThatCannotBeWrittenIsSaidAndCostsNothing) {
  write("cache", "a file where the folder should be");
  const LoadedSentences loaded = load(true);
  EXPECT_EQ(best(loaded, "switch on the lamp"), "HassTurnOn");
  EXPECT_THAT(testing::PrintToString(problems(loaded)), HasSubstr("could not be kept"));
}

TEST_F(SentenceFilesTest, NoPackageFileIsNoLanguage) {
  fs::remove(folder / "intents/en.json");
  const auto loaded = load_sentences(sources());
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().kind, Error::NotFound);
  EXPECT_THAT(loaded.error().place, HasSubstr("en.json"));
}

TEST(SentencesByLanguage, FindsTheNearestLanguage) {
  const auto tiny = [](const std::string& language) {
    Language source;
    source.language = language;
    Grammar grammar = Grammar::compile(source).value();
    return Sentences{grammar, grammar, grammar, {}};
  };
  SentencesByLanguage all;
  EXPECT_EQ(all.find("en"), nullptr);
  std::vector<std::string> asked;
  all.on_absent([&](std::string_view language) { asked.emplace_back(language); });
  all.emplace("de", tiny("de"));
  const auto language_for = [&](std::string_view language) { return all.find(language)->commands.source().language; };
  EXPECT_EQ(language_for("fr"), "de") << "better than nothing";
  all.emplace("en", tiny("en"));
  EXPECT_EQ(language_for("fr"), "en");
  all.set_household({"de", "fr"});
  EXPECT_EQ(language_for("fr"), "de");
  EXPECT_EQ(language_for("en-GB"), "en");
  EXPECT_EQ(language_for(""), "de");
  EXPECT_THAT(asked, ElementsAre("fr", "fr", "fr", "en-GB"));
  EXPECT_EQ(all.household().size(), 1U);
  const auto held = all.find("de");
  all.emplace("de", tiny("de"));
  EXPECT_NE(all.find("de"), held);
  EXPECT_EQ(held->commands.source().language, "de") << "who holds one keeps it";
}

}  // namespace
}  // namespace hearth::understand
