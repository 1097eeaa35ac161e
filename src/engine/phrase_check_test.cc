#include "engine/phrase_check.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "engine/phrase_watch.h"
#include "home/merge.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

class PhraseCheckTest : public testing::Test {
 protected:
  static flow::Reading reading() {
    flow::Request request{.intent = flow::Intent::LightSet};
    request.slots = {{"brightness", "forty", 40.0, {}}, {"name", "the Lamp", std::string("Lamp"), {}}};
    request.targets = {home::EntityId{2}, home::EntityId{1}};
    request.response = "brightness";
    return {{request}, 0.9F};
  }
  /// The same with one change.
  template <class Change>
  static flow::Reading changed(Change change) {
    flow::Reading other = reading();
    change(other.requests.front());
    return other;
  }
};

TEST_F(PhraseCheckTest, WordsOrderAndScoresMayDiffer) {
  const flow::Reading other = changed([](flow::Request& request) {
    std::swap(request.slots[0], request.slots[1]);
    std::swap(request.targets[0], request.targets[1]);
    request.slots[0].spoken = "lamp";
    request.slots[0].value = std::string("LAMP");
    request.response = "default";
  });
  EXPECT_TRUE(same_reading(reading(), other));
  flow::Reading surer = reading();
  surer.confidence = 0.2F;
  EXPECT_TRUE(same_reading(reading(), surer));
}

TEST_F(PhraseCheckTest, WhatIsWantedMayNot) {
  using R = flow::Request;
  EXPECT_FALSE(same_reading(reading(), changed([](R& r) { r.intent = flow::Intent::TurnOn; })));
  EXPECT_FALSE(same_reading(reading(), changed([](R& r) { r.slots[0].value = 41.0; })));
  EXPECT_FALSE(same_reading(reading(), changed([](R& r) { r.slots.pop_back(); })));
  EXPECT_FALSE(same_reading(reading(), changed([](R& r) { r.targets.pop_back(); })));
  EXPECT_FALSE(same_reading(reading(), changed([](R& r) { r.explicit_words = true; })));
  EXPECT_FALSE(same_reading(reading(), changed([](R& r) { r.when = flow::When{}; })));
  EXPECT_FALSE(same_reading(reading(), flow::Reading{}));
  const auto open = [](const char* words) { return changed([&](R& r) { r.slots[1] = {"item", words, {}, {}}; }); };
  EXPECT_TRUE(same_reading(open("Milk"), open("milk.")));
  EXPECT_FALSE(same_reading(open("milk"), open("milk and bread"))) << "open text has nothing but its words";
}

TEST_F(PhraseCheckTest, AReadingForPeople) {
  home::Listing listing;
  listing.door = "fake";
  listing.entities = {{.key = "a", .kind = "light", .names = {{"Lamp", "en"}}},
                      {.key = "b", .kind = "light", .names = {{"Desk lamp", "en"}}}};
  const home::Home home = home::merge({}, listing);
  EXPECT_EQ(text_of(reading(), home), "LightSet brightness 40 name Lamp → Desk lamp, Lamp");
}

TEST_F(PhraseCheckTest, TheRecordSurvives) {
  const fs::path file = fs::path(testing::TempDir()) / ("record_" + std::to_string(::getpid()));
  EXPECT_EQ(read_phrase_record(file).print, "");
  ASSERT_TRUE(write_phrase_record(file, {"print", {"one", "two"}}));
  const PhraseRecord record = read_phrase_record(file);
  EXPECT_EQ(record.print, "print");
  EXPECT_THAT(record.let_go, testing::ElementsAre("one", "two"));
  for (const char* damaged : {"", "[", "[]", R"({"understood_by": 1, "let_go": []})", R"({"understood_by": "x"})"}) {
    std::ofstream(file, std::ios::trunc) << damaged;
    EXPECT_EQ(read_phrase_record(file).print, "") << damaged;
  }
  fs::remove(file);
  EXPECT_FALSE(write_phrase_record(fs::path("/nowhere/at/all"), record));
}

TEST_F(PhraseCheckTest, EveryFileOfTheSentencesCounts) {
  const fs::path folder = fs::path(testing::TempDir()) / ("print_" + std::to_string(::getpid()));
  const auto write = [&](const char* name, const char* text) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
  };
  ModelFiles files;
  files.intents = folder / "intents";
  files.sentences = folder / "own";
  files.household = folder / "household";
  std::set<std::string> prints{print_of_understanding(files, {"en"})};
  const auto differs = [&] { return prints.insert(print_of_understanding(files, {"en"})).second; };
  EXPECT_FALSE(differs());
  write("intents/en.json", "{}");
  EXPECT_TRUE(differs());
  write("own/en/times.rules", "a");
  EXPECT_TRUE(differs());
  write("household/en/mine.yaml", "a");
  EXPECT_TRUE(differs());
  write("household/en/mine.yaml", "b");
  EXPECT_TRUE(differs());
  write("household/de/mine.yaml", "a");
  EXPECT_FALSE(differs()) << "of another language";
  fs::remove_all(folder);
}

}  // namespace
}  // namespace hearth::engine
