// What every journal must do; a house does not know which one it has.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "memory/sqlite_journal.h"
#include "tests/contracts/random_message.h"
#include "tests/stories/story_journal.h"

namespace hearth::contracts {
namespace {

using memory::Journal;

/// Opens the same journal again and again, where it is one that stays.
class Kept {
 public:
  virtual ~Kept() = default;
  virtual Journal& open() = 0;
  virtual bool stays() const { return false; }
};

template <class T>
class InMemory final : public Kept {
 public:
  Journal& open() override { return journal_; }

 private:
  T journal_;
};

class InFile final : public Kept {
 public:
  InFile() {
    std::string name = testing::TempDir() + "journal-XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~InFile() override {
    journal_.reset();
    std::filesystem::remove_all(folder_);
  }
  Journal& open() override {
    journal_.reset();
    journal_ = memory::SqliteJournal::open(folder_ / "home.db").value();
    return *journal_;
  }
  bool stays() const override { return true; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<memory::SqliteJournal> journal_;
};

std::unique_ptr<Kept> make(const std::string& name) {
  if (name == "memory") return std::make_unique<InMemory<memory::MemoryJournal>>();
  if (name == "story") return std::make_unique<InMemory<stories::StoryJournal>>();
  return std::make_unique<InFile>();
}

class JournalTest : public testing::TestWithParam<std::string> {
 protected:
  JournalTest() : kept_(make(GetParam())), journal_(&kept_->open()) {}

  /// Entries with numbers from the last on; every third trace is the first's.
  memory::Batch batch(size_t entries) {
    memory::Batch batch;
    for (size_t i = 0; i < entries; ++i) {
      flow::Entry entry;
      entry.seq.value = ++last_;
      entry.at = from_microseconds(static_cast<int64_t>(1'000'000 * last_));
      entry.direction = i == 0 ? flow::Entry::Input : flow::Entry::Emission;
      entry.trace.value = last_ % 3 == 0 ? 1 : last_;
      entry.origin = i == 0 ? "door" : "node";
      entry.message = random_.of_kind(last_ % std::variant_size_v<flow::Message>);
      flow::Header& head = flow::head_of(entry.message);
      head.id = entry.seq;
      head.at = entry.at;
      head.trace = entry.trace;
      batch.entries.push_back(entry);
      all_.push_back(std::move(entry));
    }
    return batch;
  }
  std::vector<flow::Entry> scanned(uint64_t first) {
    std::vector<flow::Entry> found;
    EXPECT_TRUE(journal_->scan({first}, [&](const flow::Entry& entry) {
      found.push_back(entry);
      return true;
    }));
    return found;
  }

  RandomMessage random_{11};
  uint64_t last_ = 0;
  std::vector<flow::Entry> all_;
  std::unique_ptr<Kept> kept_;
  Journal* journal_;
};

TEST_P(JournalTest, IsEmptyAtFirst) {
  EXPECT_FALSE(journal_->last());
  EXPECT_EQ(journal_->read({1}).error().kind, Error::NotFound);
  EXPECT_TRUE(scanned(1).empty());
  EXPECT_TRUE(journal_->trace({1})->empty());
}

TEST_P(JournalTest, GivesBackWhatItWasGiven) {
  for (const size_t size : {1, 4, 2, 30}) journal_->append(batch(size));
  ASSERT_TRUE(journal_->flush());
  EXPECT_EQ(journal_->last().value, 37U);
  EXPECT_EQ(scanned(1), all_);
  EXPECT_EQ(scanned(30), std::vector<flow::Entry>(all_.begin() + 29, all_.end()));
  EXPECT_EQ(*journal_->read({7}), all_[6]);
  EXPECT_EQ(journal_->read({38}).error().kind, Error::NotFound);
}

TEST_P(JournalTest, ReadsBackwardsAndStopsWhenTold) {
  journal_->append(batch(9));
  ASSERT_TRUE(journal_->flush());
  std::vector<uint64_t> seen;
  ASSERT_TRUE(journal_->scan_back([&](const flow::Entry& entry) {
    seen.push_back(entry.seq.value);
    return seen.size() < 3;
  }));
  EXPECT_EQ(seen, (std::vector<uint64_t>{9, 8, 7}));
}

TEST_P(JournalTest, FindsATraceInOrder) {
  journal_->append(batch(9));
  ASSERT_TRUE(journal_->flush());
  std::vector<uint64_t> seen;
  const std::vector<flow::Entry> found = journal_->trace({1}).value();
  for (const flow::Entry& entry : found) seen.push_back(entry.seq.value);
  EXPECT_EQ(seen, (std::vector<uint64_t>{1, 3, 6, 9}));
}

TEST_P(JournalTest, TellsEachBatchOnceAndInOrder) {
  std::vector<int> told;
  for (int i = 0; i < 5; ++i) {
    memory::Batch next = batch(2);
    next.durability = i % 2 == 0 ? memory::Durability::Synced : memory::Durability::Committed;
    next.written = [&told, i](const Status& written) { told.push_back(written ? i : -1); };
    journal_->append(std::move(next));
  }
  ASSERT_TRUE(journal_->flush());
  EXPECT_EQ(told, (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST_P(JournalTest, KnowsEverythingAgainAfterwards) {
  journal_->append(batch(5));
  ASSERT_TRUE(journal_->flush());
  if (!kept_->stays()) GTEST_SKIP() << "this one lives as long as the program";
  journal_ = &kept_->open();
  EXPECT_EQ(journal_->last().value, 5U);
  EXPECT_EQ(scanned(1), all_);
  journal_->append(batch(1));
  ASSERT_TRUE(journal_->flush());
  EXPECT_EQ(scanned(1), all_);
}

INSTANTIATE_TEST_SUITE_P(Journals, JournalTest, testing::Values("memory", "story", "sqlite"),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace hearth::contracts
