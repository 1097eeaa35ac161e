// Every story of this folder is stopped at every write to its journal, started again and compared.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "tests/crash/sqlite_keeper.h"
#include "tests/stories/journal_checks.h"
#include "tests/stories/story_player.h"

namespace hearth::crash {
namespace {

using stories::StoryHouse;

constexpr Duration kLongEnough = std::chrono::minutes(16);  // every deadline and timer of these stories has passed

/// What somebody outside could know before the crash.
struct Told {
  std::string key, words;  ///< of the device that was commanded, or what was said
  flow::MessageId plan;
  uint16_t step = 0;
  std::optional<flow::Set> set;
};

std::vector<Told> told_by(StoryHouse& house) {
  std::vector<Told> all;
  for (const auto& door : house.doors()) {
    for (const auto& sent : door->delivered()) all.push_back({sent.key, {}, sent.plan, sent.step, sent.set});
    for (const auto& spoken : door->spoken()) all.push_back({{}, spoken.words.text, spoken.plan, spoken.step, {}});
  }
  return all;
}

class Folder {
 public:
  Folder() {
    std::string name = testing::TempDir() + "crash-XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path journal() const { return path_ / "home.db"; }

 private:
  std::filesystem::path path_;
};

/// One story on one disk, which may end at any write.
class Night {
 public:
  explicit Night(const std::string& name)
      : story_(read(name)),
        keeper_(folder_.journal(), disk_),
        house_(**stories::models(), home(), keeper_,
               {.start = from_microseconds(1'772'427'600'000'000), .shuffle = {}}) {}

  store::FaultyVfs& disk() { return disk_; }
  StoryHouse& house() { return house_; }

  /// Until its end or its death.
  Status play() {
    stories::StoryPlayer player(story_, house_);
    return player.play();
  }
  /// The process is started again, on the same disk; and time passes.
  Status recover(std::optional<uint64_t> power_cut) {
    house_.stop(true);
    if (power_cut)
      disk_.power_cut(*power_cut);
    else
      disk_.revive();
    TRY(house_.start());
    return house_.advance(house_.now() + kLongEnough);
  }

 private:
  static stories::Story read(const std::string& name) {
    return stories::read_story(stories::source_folder() / "tests/crash" / (name + ".story")).value();
  }
  simulation::DescribedHome home() const {
    return simulation::read_home(stories::source_folder() / "tests/stories/homes" / (story_.home + ".home")).value();
  }

  Folder folder_;
  store::FaultyVfs disk_;
  stories::Story story_;
  SqliteKeeper keeper_;
  StoryHouse house_;
};

/// What was told and is not in the journal. After a power cut only what had to be synced counts.
std::vector<std::string> lost(StoryHouse& house, const std::vector<Told>& told, bool power_cut) {
  std::vector<std::string> missing;
  for (const Told& what : told) {
    const Result<flow::Entry> entry = house.journal().read(what.plan);
    const auto* plan = entry ? std::get_if<flow::Plan>(&entry->message) : nullptr;
    const bool there = plan != nullptr && what.step < plan->steps.size() &&
                       (!what.set || std::get<flow::Set>(plan->steps[what.step]) == *what.set);
    // "Timer set for …" and what a lock was told may never be lost.
    const bool synced =
        what.words.starts_with("Set a") || what.words.starts_with("Unlocked") ||
        (what.set && what.set->capability == home::Capability::Lock && what.set->to == home::Value(false));
    if (!there && (!power_cut || synced)) missing.push_back(what.words + what.key);
  }
  return missing;
}

uint64_t times_heard(StoryHouse& house, std::string_view part) {
  uint64_t count = 0;
  for (const auto& door : house.doors()) {
    for (const auto& spoken : door->spoken()) count += spoken.words.text.find(part) != std::string::npos ? 1 : 0;
  }
  return count;
}

/// Every Set of a Plan (Do) in the journal has come to an end, and none was sent more than twice.
Status check_steps(StoryHouse& house) {
  for (const memory::PlanRecord& record : house.memory().plans.all()) {
    if (!record.finished) return internal("a plan was left unfinished", std::to_string(record.plan.head.id.value));
  }
  std::map<std::pair<flow::MessageId, uint16_t>, int> sent;
  Status status = ok();
  TRY(house.journal().scan({1}, [&](const flow::Entry& entry) {
    const auto* command = std::get_if<flow::Command>(&entry.message);
    if (command == nullptr || !std::holds_alternative<flow::Set>(command->what)) return true;
    if (++sent[{command->plan, command->step}] > 2) status = internal("a Set was sent three times");
    return status.ok();
  }));
  return status;
}

class CrashTest : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  }

  /// True when the story lived to its end before `write`.
  bool stop_at(uint64_t write, bool torn, std::optional<uint64_t> power_cut) {
    Night night(GetParam());
    night.disk().crash_after_changes(write, store::FaultyVfs::Crash::Refuse, torn);
    const Status played = night.play();
    const bool lived = !night.disk().crashed();
    EXPECT_EQ(played.ok(), lived) << (played ? "" : to_string(played.error()));
    const std::vector<Told> told = told_by(night.house());
    const Status recovered = night.recover(power_cut);
    EXPECT_TRUE(recovered) << "stopped at write " << write << ": " << to_string(recovered.error());
    if (!recovered) return true;
    EXPECT_EQ(lost(night.house(), told, power_cut.has_value()), std::vector<std::string>{})
        << "stopped at write " << write;
    if (night.house().changes() > changes_ && changes_ > 0) {
      ADD_FAILURE() << "done twice: " << night.house().changes() << " changes instead of " << changes_
                    << ", stopped at write " << write;
    }
    if (times_heard(night.house(), "Timer set for") > 0) {
      EXPECT_EQ(times_heard(night.house(), "up"), 1U) << "a promise was broken, stopped at write " << write;
    }
    const Status steps = check_steps(night.house());
    EXPECT_TRUE(steps) << "stopped at write " << write << ": " << to_string(steps.error());
    const auto checked = stories::check_journal(night.house().journal(), night.house().parts(), night.house().home());
    EXPECT_TRUE(checked) << "stopped at write " << write << ": " << to_string(checked.error());
    return lived;
  }

  /// How the story goes when nothing happens: as often as devices may change at most.
  uint64_t undisturbed() {
    Night night(GetParam());
    const Status played = night.play();
    EXPECT_TRUE(played) << to_string(played.error());
    writes_ = night.disk().changes();
    return changes_ = night.house().changes();
  }

  uint64_t changes_ = 0, writes_ = 0;
};

TEST_P(CrashTest, KilledAtEveryWrite) {
  undisturbed();
  uint64_t write = 0;
  while (!HasFailure() && !stop_at(write, write % 2 == 1, std::nullopt)) ++write;
  std::cout << GetParam() << ": stopped at each of " << write << " writes\n";
  EXPECT_GT(write, 20U);
}

TEST_P(CrashTest, PowerCutAtWritesAllOver) {
  undisturbed();
  const uint64_t every = std::getenv("HEARTH_EVERY_WRITE") == nullptr ? 7 : 1;
  uint64_t cuts = 0;
  for (uint64_t write = every == 1 ? 0 : 3; write < writes_ && !HasFailure(); write += every, ++cuts) {
    stop_at(write, false, write % 3);
  }
  std::cout << GetParam() << ": power failed at " << cuts << " writes\n";
}

INSTANTIATE_TEST_SUITE_P(Stories, CrashTest, testing::Values("lamp", "timer", "locks", "question", "list_and_undo"),
                         [](const auto& info) { return info.param; });

TEST(Disk, SlowOneDelaysButLosesNothing) {
  if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  Night night("timer");
  night.disk().set_sync_delay(std::chrono::milliseconds(20));
  const Status played = night.play();
  EXPECT_TRUE(played) << to_string(played.error());
}

TEST(Disk, ReadOnlyOneLetsLampsGoOnButMakesNoPromise) {
  if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  Night night("nothing");
  ASSERT_TRUE(night.play());
  night.disk().set_read_only(true);
  ASSERT_TRUE(night.house().say("Mia", "living_room", "turn on the left lamp"));
  EXPECT_EQ(night.house().changes(), 1U);
  ASSERT_TRUE(night.house().say("Mia", "living_room", "set a timer for 5 minutes"));
  EXPECT_EQ(times_heard(night.house(), "Timer set for"), 0U);
  EXPECT_EQ(times_heard(night.house(), "no way to write it down"), 1U) << "refused aloud";
  EXPECT_TRUE(night.house().memory().promises.all().empty());
  ASSERT_TRUE(night.house().say("Mia", "living_room", "unlock the flat door"));
  ASSERT_TRUE(night.house().advance(night.house().now() + std::chrono::minutes(1)));
  EXPECT_EQ(night.house().changes(), 1U) << "nothing Secure is done that cannot be kept";
  EXPECT_EQ(times_heard(night.house(), "I could not"), 1U);
  EXPECT_EQ(times_heard(night.house(), "is up"), 0U);
  night.disk().set_read_only(false);
  ASSERT_TRUE(night.house().say("Mia", "living_room", "turn on the right lamp"));
  EXPECT_EQ(night.house().changes(), 2U);
}

TEST(Disk, FullOneSaysWhatItLost) {
  if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  Night night("nothing");
  ASSERT_TRUE(night.play());
  night.disk().fill_after(0);
  ASSERT_TRUE(night.house().say("Mia", "living_room", "turn on the left lamp"));
  EXPECT_EQ(night.house().changes(), 1U);
  night.disk().free_space();
  ASSERT_TRUE(night.house().say("Mia", "living_room", "turn on the right lamp"));
  uint64_t lost_entries = 0;
  ASSERT_TRUE(night.house().journal().scan({1}, [&](const flow::Entry& entry) {
    if (const auto* gap = std::get_if<flow::Gap>(&entry.message)) lost_entries += gap->lost;
    return true;
  }));
  EXPECT_GT(lost_entries, 0U);
}

}  // namespace
}  // namespace hearth::crash
