#include "memory/sqlite_journal.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "base/clock.h"
#include "base/guarded.h"
#include "memory/journal_file.h"
#include "store/faulty_vfs.h"

namespace hearth::memory {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SqliteJournalTest : public testing::Test {
 protected:
  SqliteJournalTest() {
    std::string pattern = testing::TempDir() + "hearth_journal_XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  ~SqliteJournalTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path path() const { return folder_ / "home.db"; }
  std::unique_ptr<SqliteJournal> open(const SqliteJournalOptions& options = {}) const {
    Result<std::unique_ptr<SqliteJournal>> journal = SqliteJournal::open(path(), options);
    EXPECT_TRUE(journal.ok()) << (journal.ok() ? "" : to_string(journal.error()));
    return std::move(journal).value();
  }
  static const Clock& clock() {
    static const SystemClock clock;
    return clock;
  }
  static flow::Entry entry(uint64_t seq, uint64_t trace) {
    flow::Wake wake{.node = "timer", .key = std::to_string(seq)};
    wake.head.id.value = seq;
    wake.head.trace.value = trace;
    wake.head.at = from_microseconds(static_cast<int64_t>(seq) * 1'000'000);
    const Time at = wake.head.at;
    return {{seq}, at, seq == trace ? flow::Entry::Input : flow::Entry::Emission, {trace}, "clock", std::move(wake)};
  }
  static std::vector<uint64_t> numbers(const EntryReader& journal, uint64_t first = 1) {
    std::vector<uint64_t> found;
    EXPECT_TRUE(journal.scan({first}, [&](const flow::Entry& e) { return found.push_back(e.seq.value), true; }).ok());
    return found;
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(SqliteJournalTest, BatchesAreWrittenInTheirOrderAndReadBack) {
  Guarded<std::vector<int>> told;
  const std::unique_ptr<SqliteJournal> journal = open();
  EXPECT_TRUE(journal->opened().created);
  EXPECT_FALSE(journal->opened().crashed);
  for (uint64_t i = 0; i < 50; ++i) {
    Batch batch{{entry(2 * i + 1, 2 * i + 1), entry(2 * i + 2, 2 * i + 1)}, {}, {}};
    batch.durability = i % 7 == 0 ? Durability::Synced : Durability::Committed;
    batch.written = [&told, i](const Status& written) {
      EXPECT_TRUE(written.ok());
      told.with([&](auto& all) { all.push_back(static_cast<int>(i)); });
    };
    journal->append(std::move(batch));
  }
  EXPECT_EQ(journal->last(), flow::MessageId{100}) << "counts what is on its way";
  ASSERT_TRUE(journal->flush().ok());
  EXPECT_TRUE(told.with([](const auto& all) { return all.size() == 50 && std::ranges::is_sorted(all); }));
  EXPECT_EQ(numbers(*journal).size(), 100U);
  EXPECT_THAT(numbers(*journal, 99), ElementsAre(99, 100));
  EXPECT_EQ(journal->read({42}).value(), entry(42, 41));
  EXPECT_EQ(journal->read({101}).error().kind, Error::NotFound);
  EXPECT_EQ(journal->health().written, 100U);
  std::vector<uint64_t> newest;
  ASSERT_TRUE(
      journal->scan_back([&](const flow::Entry& e) { return newest.push_back(e.seq.value), newest.size() < 2; }).ok());
  EXPECT_THAT(newest, ElementsAre(100, 99));
}

TEST_F(SqliteJournalTest, ATraceIsItsInputAndAllThatFollowed) {
  const std::unique_ptr<SqliteJournal> journal = open();
  journal->append({{entry(1, 1), entry(2, 1)}, {}, {}});
  journal->append({{entry(3, 3)}, {}, {}});
  journal->append({{entry(4, 1), entry(5, 3)}, {}, {}});
  ASSERT_TRUE(journal->flush().ok());
  std::vector<uint64_t> found;
  const std::vector<flow::Entry> trace = journal->trace({1}).value();
  for (const flow::Entry& of : trace) found.push_back(of.seq.value);
  EXPECT_THAT(found, ElementsAre(1, 2, 4));
  EXPECT_THAT(journal->trace({9}).value(), IsEmpty());
}

TEST_F(SqliteJournalTest, ItKnowsWhetherTheLastRunEndedByItself) {
  open()->append({{entry(1, 1)}, {}, {}});
  {
    const std::unique_ptr<SqliteJournal> journal = open();
    EXPECT_FALSE(journal->opened().created);
    EXPECT_FALSE(journal->opened().crashed);
    EXPECT_EQ(journal->last(), flow::MessageId{1}) << "closing flushes";
    std::filesystem::copy_file(path(), path().string() + ".killed");
    const std::string wal = path().string() + "-wal";
    if (std::filesystem::exists(wal)) std::filesystem::copy_file(wal, path().string() + ".killed-wal");
  }
  const auto killed = SqliteJournal::open(path().string() + ".killed");
  ASSERT_TRUE(killed.ok()) << to_string(killed.error());
  EXPECT_TRUE((*killed)->opened().crashed);
  EXPECT_EQ((*killed)->last(), flow::MessageId{1});
}

TEST_F(SqliteJournalTest, AGapMarksWhatAFullDiskLost) {
  store::FaultyVfs disk("faulty_journal");
  {
    const std::unique_ptr<SqliteJournal> journal = open({.vfs = disk.name()});
    journal->append({{entry(1, 1)}, {}, {}});
    ASSERT_TRUE(journal->flush().ok());
    disk.fill_after(0);
    Guarded<std::vector<Error::Kind>> refused;
    for (const uint64_t seq : {2U, 3U}) {
      Batch batch{{entry(seq, seq)}, {}, {}};
      std::get<flow::Wake>(batch.entries[0].message).key = std::string(100'000, 'x');
      batch.written = [&refused](const Status& written) {
        ASSERT_FALSE(written.ok());
        refused.with([&](auto& all) { all.push_back(written.error().kind); });
      };
      journal->append(std::move(batch));
    }
    EXPECT_FALSE(journal->flush().ok());
    EXPECT_THAT(refused.with([](const auto& all) { return all; }), ElementsAre(Error::Unavailable, Error::Unavailable));
    EXPECT_FALSE(journal->health().disk_ok);
    EXPECT_FALSE(journal->health().reason.empty());
    EXPECT_EQ(journal->health().lost, 2U);
    disk.free_space();
    journal->append({{entry(4, 4)}, {}, {}});
    (void)journal->flush().ok();
    EXPECT_TRUE(journal->health().disk_ok);
    EXPECT_THAT(numbers(*journal), ElementsAre(1, 2, 4));
    const flow::Entry mark = journal->read({2}).value();
    const auto* gap = std::get_if<flow::Gap>(&mark.message);
    ASSERT_NE(gap, nullptr);
    EXPECT_EQ(gap->lost, 2U);
    EXPECT_EQ(gap->since, entry(2, 2).at);
    EXPECT_EQ(mark.at, entry(4, 4).at) << "the house's time, not the machine's";
    EXPECT_FALSE(gap->reason.empty());
  }
}

TEST_F(SqliteJournalTest, ReadOnlyLooksBesideTheOwner) {
  EXPECT_FALSE(SqliteJournal::open(path(), {.read_only = true}).ok()) << "there is no file, and none is made";
  EXPECT_FALSE(std::filesystem::exists(path()));
  const std::unique_ptr<SqliteJournal> owner = open();
  owner->append({{entry(1, 1)}, {}, {}});
  ASSERT_TRUE(owner->flush().ok());
  const std::unique_ptr<SqliteJournal> reader = open({.read_only = true});
  EXPECT_THAT(numbers(*reader), ElementsAre(1));
  owner->append({{entry(2, 2)}, {}, {}});
  ASSERT_TRUE(owner->flush().ok());
  EXPECT_THAT(numbers(*reader), ElementsAre(1, 2));
  const auto second = SqliteJournal::open(path());
  ASSERT_FALSE(second.ok()) << "one owner at a time";
}

TEST_F(SqliteJournalTest, ANewerFileIsRefusedAndLeftAsItIs) {
  {
    std::vector<store::Migration> later = journal_migrations();
    later.push_back({"later", "CREATE TABLE later(a)"});
    store::DatabaseOptions options;
    options.migrations = later;
    options.application_id = kJournalApplicationId;
    ASSERT_TRUE(store::Database::open(path().string(), options, clock()).ok());
  }
  const auto journal = SqliteJournal::open(path());
  ASSERT_FALSE(journal.ok());
  EXPECT_EQ(journal.error().kind, Error::InvalidInput);
  EXPECT_THAT(to_string(journal.error()), HasSubstr("home.db"));
  EXPECT_TRUE(std::filesystem::exists(path()));
}

TEST_F(SqliteJournalTest, ACorruptFileIsMovedAsideAndAFreshOneBegun) {
  std::ofstream(path()) << "SQLite format 3" << '\0' << std::string(8000, 'x');
  const std::unique_ptr<SqliteJournal> journal = open();
  EXPECT_TRUE(journal->opened().created);
  EXPECT_THAT(journal->opened().moved_aside, HasSubstr(".corrupt-"));
  EXPECT_TRUE(std::filesystem::exists(journal->opened().moved_aside));
  EXPECT_EQ(journal->last(), flow::MessageId{0});
}

TEST_F(SqliteJournalTest, ABodyThatCannotBeReadIsNamedByItsEntry) {
  open()->append({{entry(1, 1)}, {}, {}});
  {
    store::DatabaseOptions options;
    options.migrations = journal_migrations();
    options.application_id = kJournalApplicationId;
    auto database = store::Database::open(path().string(), options, clock());
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(database->execute("UPDATE entry SET body = x'ff' WHERE seq = 1").ok());
  }
  const std::unique_ptr<SqliteJournal> journal = open();
  const Result<flow::Entry> read = journal->read({1});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, Error::Corrupt);
  EXPECT_THAT(read.error().place, HasSubstr("entry 1"));
}

TEST_F(SqliteJournalTest, ABodyThatCannotBeReadIsAGapAmongTheOthers) {
  open()->append({{entry(1, 1), entry(2, 1), entry(3, 1)}, {}, {}});
  {
    store::DatabaseOptions options;
    options.migrations = journal_migrations();
    options.application_id = kJournalApplicationId;
    auto database = store::Database::open(path().string(), options, clock());
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(database->execute("UPDATE entry SET body = x'ff' WHERE seq = 2").ok());
  }
  const std::unique_ptr<SqliteJournal> journal = open();
  EXPECT_THAT(numbers(*journal), ElementsAre(1, 2, 3));
  const std::vector<flow::Entry> trace = journal->trace({1}).value();
  ASSERT_EQ(trace.size(), 3U);
  EXPECT_EQ(trace[0], entry(1, 1));
  EXPECT_EQ(trace[2], entry(3, 1));
  EXPECT_EQ(trace[1].origin, kUnreadable);
  const auto* gap = std::get_if<flow::Gap>(&trace[1].message);
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ(gap->lost, 1U);
  EXPECT_THAT(gap->reason, HasSubstr("entry 2"));
}

TEST_F(SqliteJournalTest, AVisitorMayReadAsWell) {
  const std::unique_ptr<SqliteJournal> journal = open();
  for (uint64_t seq = 1; seq <= 4; ++seq) journal->append({{entry(seq, seq)}, {}, {}});
  ASSERT_TRUE(journal->flush().ok());
  std::vector<uint64_t> found;
  ASSERT_TRUE(journal
                  ->scan({1},
                         [&](const flow::Entry& outer) {
                           return journal
                               ->scan_back([&](const flow::Entry& inner) {
                                 const Result<flow::Entry> again = journal->read(inner.seq);
                                 if (again.ok()) found.push_back(10 * outer.seq.value + again->seq.value);
                                 return inner.seq.value > 3;
                               })
                               .ok();
                         })
                  .ok());
  EXPECT_THAT(found, ElementsAre(14, 13, 24, 23, 34, 33, 44, 43));
}

TEST_F(SqliteJournalTest, WaitsForAnEntryThatIsOnItsWayOnly) {
  store::FaultyVfs disk("faulty_wait");
  const std::unique_ptr<SqliteJournal> journal = open({.vfs = disk.name()});
  EXPECT_FALSE(journal->wait_for({1}, std::chrono::milliseconds(1))) << "nothing was appended";
  disk.set_sync_delay(std::chrono::milliseconds(20));
  journal->append({{entry(1, 1)}, Durability::Synced, {}});
  EXPECT_TRUE(journal->wait_for({1}, std::chrono::minutes(1)));
  EXPECT_TRUE(journal->read({1}).ok());
  disk.fill_after(0);
  Batch large{{entry(2, 2)}, {}, {}};
  std::get<flow::Wake>(large.entries[0].message).key = std::string(100'000, 'x');
  journal->append(std::move(large));
  EXPECT_TRUE(journal->wait_for({2}, std::chrono::minutes(1))) << "what was refused will not come";
  EXPECT_FALSE(journal->read({2}).ok());
  disk.free_space();
}

}  // namespace
}  // namespace hearth::memory
