// What must hold whatever is said: over corpora of real sentences, in the family's home.
#include <gtest/gtest.h>

#include <iostream>

#include "decide/safety/guard.h"
#include "tests/properties/corpora.h"
#include "tests/properties/secure_words.h"
#include "tests/stories/journal_checks.h"
#include "tests/stories/story_house.h"

namespace hearth::properties {
namespace {

using stories::StoryHouse;

struct Counts {
  size_t said = 0, acted = 0, secure = 0, asked = 0, promised = 0;
};

class PropertiesTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
    data_ = shared_data();
    if (!data_) GTEST_SKIP() << "no data sets: expected HEARTH_SHARED_DATA or ../shared/data beside the repository";
  }

  /// Says each in a house that lives on, and looks at what it planned.
  /// `not_now`: each says a time as well, so nothing of it may be done at once but what is said to end.
  void say_all(const std::vector<std::string>& sentences, bool not_now = false) {
    ASSERT_FALSE(sentences.empty()) << "the data set is not where it was expected";
    stories::MemoryKeeper keeper;
    StoryHouse house(**stories::models(),
                     simulation::read_home(stories::source_folder() / "tests/stories/homes/family_house.home").value(),
                     keeper, {.start = from_microseconds(1'772'427'600'000'000), .shuffle = {}});
    ASSERT_TRUE(house.start());
    Counts counts;
    for (const std::string& sentence : sentences) {
      const flow::MessageId before = house.journal().last();
      ASSERT_TRUE(house.say("Anna", "living_room", sentence)) << sentence;
      look(house, before, sentence, not_now, counts);
      // A minute and more: open questions are forgotten, slow devices have reported.
      ASSERT_TRUE(house.advance(house.now() + std::chrono::seconds(90))) << sentence;
    }
    const auto checked = stories::check_journal(house.journal(), house.parts(), house.home());
    ASSERT_TRUE(checked) << to_string(checked.error());
    EXPECT_GE(checked->meanings, sentences.size());
    std::cout << counts.said << " sentences, " << counts.acted << " acted on, " << counts.asked << " asked back, "
              << counts.promised << " promised, " << counts.secure << " secure acts; " << checked->entries
              << " entries lived again and the same, " << checked->reasons << " reasons with evidence\n";
  }

  std::optional<std::filesystem::path> data_;

 private:
  /// Promised without a question: then it has to be asked for in so many words, as if it were done at once.
  static void look_at(const flow::Promise& promise, StoryHouse& house, const std::string& sentence, Counts& counts) {
    if (promise.change != flow::Promise::Begin || promise.kind < flow::Promise::Errand) return;
    ++counts.promised;
    if (promise.tier != home::Tier::Secure) return;
    ++counts.secure;
    ASSERT_FALSE(promise.requests.empty()) << sentence;
    EXPECT_TRUE(promise.requests.front().explicit_words || promise.requests.front().confirmed)
        << "\"" << sentence << "\" promises what nobody asked for in so many words";
    for (const home::EntityId target : promise.requests.front().targets) {
      const home::Entity* entity = house.home().entity(target);
      if (entity == nullptr || (entity->kind != "lock" && entity->kind != "cover")) continue;
      const bool lock = entity->kind == "lock";
      const flow::Set set{target, lock ? home::Capability::Lock : home::Capability::Position,
                          lock ? home::Value(false) : home::Value(100.0), 0};
      EXPECT_TRUE(asks_for(sentence, "en", set, *entity)) << sentence;
    }
  }

  static void look(StoryHouse& house, flow::MessageId before, const std::string& sentence, bool not_now,
                   Counts& counts) {
    ++counts.said;
    size_t plans = 0;
    ASSERT_TRUE(house.journal().scan({before.value + 1}, [&](const flow::Entry& entry) {
      const auto* plan = std::get_if<flow::Plan>(&entry.message);
      if (plan == nullptr) return true;
      const Result<flow::Entry> settled = house.journal().read(plan->settles);
      if (!settled || !std::holds_alternative<flow::Meaning>(settled->message)) return true;
      ++plans;
      if (plan->verdict == flow::Plan::AskBack) ++counts.asked;
      if (plan->verdict != flow::Plan::Do) return true;
      bool sets = false, ends = false;
      for (const flow::Step& step : plan->steps) {
        if (const auto* promise = std::get_if<flow::Promise>(&step)) {
          look_at(*promise, house, sentence, counts);
          ends = ends || promise->kind == flow::Promise::Ending;
        }
        const auto* set = std::get_if<flow::Set>(&step);
        if (set == nullptr) continue;
        sets = true;
        if (decide::tier_of(*set, house.home(), house.parts().decide.heat_above) != home::Tier::Secure) continue;
        ++counts.secure;
        EXPECT_TRUE(asks_for(sentence, "en", *set, *house.home().entity(set->entity)))
            << "\"" << sentence << "\" led to " << house.home().display_name(set->entity) << " "
            << home::facts(set->capability).name << " " << home::to_text(set->to);
      }
      if (sets) ++counts.acted;
      EXPECT_TRUE(!sets || !not_now || ends) << "\"" << sentence << "\" says a time and was done at once";
      return true;
    }));
    EXPECT_EQ(plans, 1U) << sentence;
  }
};

TEST_F(PropertiesTest, OfHomeAssistantsAcceptanceSentences) { say_all(sample(suite_sentences(*data_), 400)); }
/// Every sentence with a time before and behind it, each time in its turn; with HEARTH_ALL_TIMES set each sentence with
/// every one of them.
TEST_F(PropertiesTest, OfAcceptanceSentencesAtAnotherTime) {
  const std::vector<std::string> times{"at seven",          "tomorrow morning", "in ten minutes", "every day at 8 pm",
                                       "at half past six",  "until ten",        "for an hour",    "on friday at noon",
                                       "from nine to five", "next week",        "at sunset",      "tonight"};
  const bool all = std::getenv("HEARTH_ALL_TIMES") != nullptr;
  std::vector<std::string> sentences;
  size_t turn = 0;
  for (const std::string& sentence : sample(suite_sentences(*data_), all ? 100'000 : 300)) {
    for (size_t i = 0; i < (all ? times.size() : 1); ++i) {
      const std::string& time = times[turn++ % times.size()];
      sentences.push_back(time + " " + sentence);
      sentences.push_back(sentence + " " + time);
    }
  }
  say_all(sentences, true);
}
TEST_F(PropertiesTest, OfWhatPeopleSayToAssistants) { say_all(sample(hwu64_sentences(*data_), 250)); }
TEST_F(PropertiesTest, OfWhatIsNoBusinessOfAHome) { say_all(sample(clinc_sentences(*data_), 150)); }

}  // namespace
}  // namespace hearth::properties
