// What a household said is understood as it was after an upgrade of the program or its templates, or the loss is told
// of before it is taken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/phrase_watch.h"
#include "tests/contracts/played_home.h"

namespace hearth::contracts {
namespace {

namespace fs = std::filesystem;
using engine::PhraseReport;
using engine::PhraseWatch;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kOwn = R"(language: en
intents:
  HassTurnOff:
    data:
      - sentences: ["bedtime"]
        slots: {domain: light, area: Kitchen}
  HassTurnOn:
    data:
      - sentences: ["cosy"]
        slots: {domain: light, area: Study}
)";

/// A house whose household wrote sentences of its own, and how they are read after each upgrade.
class PhrasesTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
    std::string name = testing::TempDir() + "hearth_phrases_XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    fs::create_directories(folder_ / "household/en");
    write(std::string(kOwn));
    models_ = load();
    house_ = std::make_unique<stories::StoryHouse>(
        *models_, simulation::read_home(stories::source_folder() / "tests/stories/homes/family_house.home").value(),
        keeper_, stories::HouseSettings{.start = from_microseconds(1'772'427'600'000'000), .shuffle = {}});
    ASSERT_TRUE(house_->start());
  }
  void TearDown() override {
    house_.reset();
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  void write(const std::string& text) const { std::ofstream(folder_ / "household/en/own.yaml") << text; }
  void change(std::string_view from, std::string_view to) const {
    std::string text(kOwn);
    write(text.replace(text.find(from), from.size(), to));
  }
  engine::ModelFiles files() const {
    engine::ModelFiles files{stories::source_folder() / "phrases", stories::source_folder() / "sentences",
                             fs::path(HEARTH_FETCHED_FOLDER) / "intents" / "data"};
    files.household = folder_ / "household";
    files.cache = folder_ / "cache";
    return files;
  }
  std::unique_ptr<engine::Models> load() const {
    return engine::Models::load(files(), {"en"}, engine::Languages::Demand::AtOnce).value();
  }
  void say(const std::string& room, const std::string& text) {
    ASSERT_TRUE(house_->say("Anna", room, text));
    ASSERT_TRUE(house_->advance(house_->now() + std::chrono::seconds(15)));
  }
  void talk() {
    for (int i = 0; i < 3; ++i) say("kitchen", "bedtime");
    say("study", "cosy");
    say("study", "turn on the desk lamp");
    say("study", "and in the kitchen?");
    say("bedroom", "turn on the left bedside lamp");
    say("kitchen", "turn off the counter light at seven in the evening");
    say("kitchen", "no sense at all");
  }
  fs::path record() const { return engine::phrase_record_of(folder_ / "home.db"); }
  /// The daemon's next start, with what is there now.
  std::unique_ptr<PhraseWatch> start() {
    models_again_ = load();
    auto watch = std::make_unique<PhraseWatch>(house_->journal(), *models_again_, house_->zone(), record(),
                                               engine::print_of_understanding(files(), {"en"}));
    watch->begin(house_->journal().last(), house_->memory().present.home());
    return watch;
  }
  PhraseReport check(PhraseWatch& watch) {
    return watch.check(house_->journal().last(), house_->memory().present.home()).value();
  }

  fs::path folder_;
  stories::MemoryKeeper keeper_;
  std::unique_ptr<engine::Models> models_, models_again_;
  std::unique_ptr<stories::StoryHouse> house_;
};

TEST_F(PhrasesTest, TheSameProgramUnderstandsAllOfItAsItWas) {
  talk();
  const auto watch = start();
  EXPECT_EQ(watch->problem(), "");
  memory::Phrases kept;
  ASSERT_TRUE(memory::gather_phrases(house_->journal(), house_->journal().last(), kept));
  std::vector<std::string> texts;
  for (const memory::KeptPhrase& phrase : kept.all()) texts.push_back(phrase.said.text);
  EXPECT_THAT(texts, testing::IsSupersetOf({"bedtime", "cosy", "turn on the desk lamp", "and in the kitchen?",
                                            "turn on the left bedside lamp",
                                            "turn off the counter light at seven in the evening"}));
  const PhraseReport report = check(*watch);
  EXPECT_THAT(report.differences, IsEmpty()) << dump(to_json(report));
  EXPECT_FALSE(engine::read_phrase_record(record()).print.empty()) << "noted, so that the next start need not look";
}

TEST_F(PhrasesTest, ALostSentenceIsToldOfAtEveryStartUntilItIsLetGo) {
  talk();
  start();
  change("bedtime", "off to bed");
  for (int times = 0; times < 2; ++times) {
    const auto watch = start();
    EXPECT_THAT(watch->problem(), HasSubstr("\"bedtime\""));
    const PhraseReport report = check(*watch);
    ASSERT_THAT(report.differences, SizeIs(1)) << dump(to_json(report));
    const engine::PhraseDifference& lost = report.differences.front();
    EXPECT_TRUE(lost.lost && !lost.by_home);
    EXPECT_EQ(lost.text, "bedtime");
    EXPECT_EQ(lost.count, 3U);
    EXPECT_EQ(lost.came_to, "do");
    EXPECT_THAT(lost.before, HasSubstr("TurnOff"));
    EXPECT_EQ(to_json(report).at("differences")[0].at("kind"), "lost");
  }
  const auto watch = start();
  EXPECT_THAT(watch->let_go(house_->journal().last(), house_->memory().present.home())->differences, IsEmpty());
  EXPECT_EQ(watch->problem(), "");
  EXPECT_EQ(start()->problem(), "");
  const PhraseReport after = check(*start());
  EXPECT_THAT(after.differences, IsEmpty());
  EXPECT_EQ(after.let_go, 1U);
  std::ifstream file(record());
  const std::string words(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(words.find("bedtime"), std::string::npos) << "what was said stands in the journal alone";
}

TEST_F(PhrasesTest, AChangedMeaningIsToldWithBoth) {
  talk();
  start();
  change("HassTurnOn:", "HassToggle:");
  const auto watch = start();
  const PhraseReport report = check(*watch);
  ASSERT_THAT(report.differences, SizeIs(1)) << dump(to_json(report));
  const engine::PhraseDifference& cosy = report.differences.front();
  EXPECT_EQ(cosy.text, "cosy");
  EXPECT_FALSE(cosy.lost);
  EXPECT_THAT(cosy.before, HasSubstr("TurnOn"));
  EXPECT_THAT(cosy.now, HasSubstr("Toggle"));
  EXPECT_THAT(watch->problem(), HasSubstr("\"cosy\""));
}

TEST_F(PhrasesTest, MendedTheComplaintEnds) {
  talk();
  start();
  change("bedtime", "off to bed");
  EXPECT_NE(start()->problem(), "");
  write(std::string(kOwn));
  EXPECT_EQ(start()->problem(), "");
}

TEST_F(PhrasesTest, WhatTheHomeBroughtAboutIsToldApart) {
  talk();
  const auto watch = start();
  connect::SimulatorDoor* door = house_->door_of("light.desk_lamp");
  ASSERT_NE(door, nullptr);
  ASSERT_TRUE(door->remove("light.desk_lamp"));
  ASSERT_TRUE(house_->settle());
  const PhraseReport report = check(*watch);
  ASSERT_FALSE(report.differences.empty());
  EXPECT_EQ(report.by_program(), 0U) << dump(to_json(report));
  EXPECT_EQ(report.differences.front().room, "study");
  EXPECT_EQ(watch->problem(), "") << "nobody need do anything";
}

TEST_F(PhrasesTest, ADamagedRecordIsNoRecord) {
  talk();
  start();
  std::ofstream(record()) << "{";
  EXPECT_EQ(start()->problem(), "");
  EXPECT_FALSE(engine::read_phrase_record(record()).print.empty());
}

}  // namespace
}  // namespace hearth::contracts
