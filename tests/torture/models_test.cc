// A model that returns garbage, throws or comes too late, in a whole house: it costs that sentence and nothing else.
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "tests/contracts/random_message.h"
#include "tests/stories/journal_checks.h"
#include "tests/stories/story_player.h"

namespace hearth::torture {
namespace {

/// As InlineExecutor; while it is ill, two of three returns of a lane are not what its node said.
class IllLanes final : public graph::InlineExecutor {
 public:
  /// `spoiled` is counted up; both must outlive it.
  IllLanes(const Clock& clock, uint64_t seed, const bool& ill, int& spoiled)
      : InlineExecutor(clock), ill_(ill), spoiled_(spoiled), dice_(seed), garbage_(seed) {}

  bool run_one() override {
    std::vector<graph::Outgoing> back;
    std::optional<graph::Request> request;
    for (size_t lane = 0; lane < lanes_.size() && !request; ++lane) {
      request = lanes_[lane].next(clock_.now(), clock_.steady(), back);
    }
    send(back);
    if (!request) return false;
    back.push_back({request->node->graph(), run(*request)});
    if (ill_) spoil(back.back().back);
    send(back);
    return true;
  }

 private:
  void spoil(graph::Return& back) {
    switch (dice_() % 6) {
      case 0:
        return fail(back, graph::Return::Failed);
      case 1:
        return fail(back, dice_() % 2 == 0 ? graph::Return::Late : graph::Return::Shed);
      case 2:
      case 3:
        for (graph::Emitted& sent : back.emissions) {
          if (sent.out->type() != typeid(flow::Meaning)) continue;
          sent.message = garbage(sent);
          ++spoiled_;
        }
        return;
      default:
        return;
    }
  }
  static void fail(graph::Return& back, graph::Return::Fate fate) {
    back.fate = fate;
    back.emissions.clear();
    back.error = internal("std::bad_alloc, or whatever a model throws", back.node);
  }
  std::shared_ptr<const flow::Meaning> garbage(const graph::Emitted& sent) {
    auto meaning = std::make_shared<flow::Meaning>(garbage_.make<flow::Meaning>());
    meaning->head = static_cast<const flow::Meaning*>(sent.message.get())->head;  // the graph's, not the model's
    for (flow::Reading& reading : meaning->readings) {
      if (dice_() % 3 == 0) reading.confidence = std::numeric_limits<float>::quiet_NaN();
      if (dice_() % 3 == 0) reading.confidence = std::numeric_limits<float>::infinity();
      for (flow::Request& request : reading.requests) {
        for (home::EntityId& target : request.targets) target.value %= 40;  // some of them exist
      }
    }
    return meaning;
  }

  const bool& ill_;
  int& spoiled_;
  std::mt19937_64 dice_;
  contracts::RandomMessage garbage_;
};

class ModelsTest : public testing::TestWithParam<uint64_t> {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  }
};

TEST_P(ModelsTest, GarbageFailuresAndDelaysCostOneSentenceEach) {
  static constexpr const char* kSentences[] = {
      "turn on the counter light", "set a timer for 5 minutes", "undo that", "yes",
      "is the front door locked",  "lock the back door",        "good night"};
  bool ill = true;
  int spoiled = 0;
  stories::MemoryKeeper keeper;
  stories::HouseSettings settings{.start = from_microseconds(1'772'427'600'000'000), .shuffle = {}};
  settings.lanes = [&](const Clock& clock) { return std::make_unique<IllLanes>(clock, GetParam(), ill, spoiled); };
  const auto file = stories::source_folder() / "tests/stories/homes/family_house.home";
  stories::StoryHouse house(**stories::models(), simulation::read_home(file).value(), keeper, std::move(settings));
  ASSERT_TRUE(house.start());
  for (int turn = 0; turn < 40; ++turn) {
    ASSERT_TRUE(house.say("Anna", "kitchen", kSentences[turn % std::size(kSentences)]));
    ASSERT_TRUE(house.advance(house.now() + std::chrono::seconds(20)));
  }
  ill = false;
  EXPECT_GT(spoiled, 3) << "meanings were garbage";
  ASSERT_TRUE(house.advance(house.now() + std::chrono::minutes(20)));  // a node that was left alone is tried again
  const uint64_t before = house.changes();
  ASSERT_TRUE(house.say("Anna", "kitchen", "turn off the counter light"));
  ASSERT_TRUE(house.advance(house.now() + std::chrono::seconds(20)));
  ASSERT_TRUE(house.say("Anna", "kitchen", "turn on the counter light"));
  ASSERT_TRUE(house.advance(house.now() + std::chrono::seconds(20)));
  EXPECT_GT(house.changes(), before) << "sentences are understood again";
  const auto checked =
      stories::check_journal(house.journal(), house.parts(), house.home(), stories::Understood::Spoiled);
  EXPECT_TRUE(checked) << to_string(checked.error());
}

INSTANTIATE_TEST_SUITE_P(Seeds, ModelsTest, testing::Range<uint64_t>(1, 21));

}  // namespace
}  // namespace hearth::torture
