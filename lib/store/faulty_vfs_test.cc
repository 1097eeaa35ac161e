// What a database survives on a failing disk; and that the failing disk fails as it says.
#include "store/faulty_vfs.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/test_folder.h"

namespace hearth::store {
namespace {

class FaultyVfsTest : public TestFolder {
 protected:
  Result<Database> open_on(const FaultyVfs& disk) const { return open(options(disk.name())); }

  /// Writes notes "0", "1", … until the disk refuses; every third is to survive a power cut. Returns how many were
  /// acknowledged, and of those how many precede or are the last synced one.
  struct Written {
    size_t acknowledged = 0, synced = 0;
  };
  Written write_notes(const FaultyVfs& disk, size_t count) const {
    Written written;
    Result<Database> database = open_on(disk);
    if (!database.ok()) return written;
    (void)database->execute("PRAGMA wal_autocheckpoint=5").ok();  // so that the crash also meets the log being folded
    for (size_t i = 0; i < count; ++i) {
      const bool sync = i % 3 == 2;
      const std::string text = std::to_string(i);
      if (!put(*database, text, sync ? Durability::PowerCut : Durability::Process).ok()) break;
      written.acknowledged = i + 1;
      if (sync) written.synced = i + 1;
    }
    return written;
  }
  /// The notes there are now, which must be "0", "1", … without a gap.
  size_t count_notes(const FaultyVfs& disk) const {
    Database database = open_on(disk).value();
    EXPECT_FALSE(database.report().moved_aside.has_value()) << database.report().damage;
    const std::vector<std::string> found = notes(database);
    for (size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], std::to_string(i));
    return found.size();
  }
};

TEST_F(FaultyVfsTest, KilledAtEveryWriteNothingAcknowledgedIsLost) {
  for (const bool torn : {false, true}) {
    uint64_t crashes = 0;
    for (uint64_t n = 0;; ++n) {
      std::filesystem::remove_all(path());
      std::filesystem::remove_all(path() + "-wal");
      FaultyVfs disk;
      disk.crash_after_changes(n, FaultyVfs::Crash::Refuse, torn);
      const Written written = write_notes(disk, 9);
      if (!disk.crashed()) break;
      ++crashes;
      disk.revive();
      const size_t found = count_notes(disk);
      EXPECT_GE(found, written.acknowledged) << "at change " << n;
      EXPECT_LE(found, written.acknowledged + 1) << "at change " << n;
    }
    EXPECT_GT(crashes, 20u);
  }
}

TEST_F(FaultyVfsTest, PowerCutAtEveryWriteKeepsWhatWasSynced) {
  size_t lost = 0;
  for (uint64_t seed = 0; seed < 4; ++seed) {
    for (uint64_t n = 0;; ++n) {
      std::filesystem::remove_all(path());
      std::filesystem::remove_all(path() + "-wal");
      FaultyVfs disk;
      disk.crash_after_changes(n);
      const Written written = write_notes(disk, 9);
      if (!disk.crashed()) break;
      disk.power_cut(seed);
      const size_t found = count_notes(disk);
      EXPECT_GE(found, written.synced) << "at change " << n << ", seed " << seed;
      if (found < written.acknowledged) ++lost;
    }
  }
  EXPECT_GT(lost, 0u) << "the power cut took nothing, so this test proves nothing";
}

TEST_F(FaultyVfsTest, CrashAtEverySync) {
  uint64_t crashes = 0;
  for (uint64_t n = 0;; ++n) {
    std::filesystem::remove_all(path());
    std::filesystem::remove_all(path() + "-wal");
    FaultyVfs disk;
    disk.crash_after_syncs(n);
    const Written written = write_notes(disk, 9);
    if (!disk.crashed()) break;
    ++crashes;
    disk.power_cut(n + 1);
    EXPECT_GE(count_notes(disk), written.synced) << "at sync " << n;
  }
  EXPECT_GE(crashes, 4u);
}

TEST_F(FaultyVfsTest, AFullDiskRefusesAndGoesOnWhenThereIsRoom) {
  FaultyVfs disk;
  Database database = open_on(disk).value();
  ASSERT_TRUE(put(database, "before").ok());
  disk.fill_after(0);
  const Status full = put(database, std::string(10000, 'x'));
  ASSERT_FALSE(full.ok());
  EXPECT_EQ(full.error().kind, Error::Unavailable);
  EXPECT_NE(full.error().message.find("full"), std::string::npos) << full.error().message;
  EXPECT_EQ(full.error().place, path());
  EXPECT_EQ(notes(database), std::vector<std::string>{"before"});  // reading goes on
  disk.free_space();
  ASSERT_TRUE(put(database, "after").ok());
  EXPECT_EQ(notes(database), (std::vector<std::string>{"before", "after"}));
}

TEST_F(FaultyVfsTest, AReadOnlyDiskRefusesAndGoesOnWhenItIsWritable) {
  FaultyVfs disk;
  Database database = open_on(disk).value();
  ASSERT_TRUE(put(database, "before").ok());
  disk.set_read_only(true);
  const Status refused = put(database, "never");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, Error::Unavailable);
  EXPECT_EQ(notes(database), std::vector<std::string>{"before"});
  disk.set_read_only(false);
  ASSERT_TRUE(put(database, "after").ok());
}

TEST_F(FaultyVfsTest, AFreshFileOnAReadOnlyDiskIsUnavailable) {
  FaultyVfs disk;
  disk.set_read_only(true);
  const Result<Database> refused = open_on(disk);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, Error::Unavailable);
}

TEST_F(FaultyVfsTest, WhatCouldNotBeSyncedNeverHappened) {
  FaultyVfs disk;
  Database database = open_on(disk).value();
  disk.set_sync_fails(true);
  EXPECT_TRUE(put(database, "not synced", Durability::Process).ok());
  const Status refused = put(database, "promise", Durability::PowerCut);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, Error::Unavailable);
  EXPECT_EQ(notes(database), std::vector<std::string>{"not synced"});
  disk.set_sync_fails(false);
  EXPECT_TRUE(put(database, "promise", Durability::PowerCut).ok());
}

TEST_F(FaultyVfsTest, OnlyPowerCutCommitsWaitForTheDisk) {
  FaultyVfs disk;
  Database database = open_on(disk).value();
  ASSERT_TRUE(put(database, "first").ok());  // the log's header is synced once
  const uint64_t before = disk.syncs();
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(put(database, "quick").ok());
  EXPECT_EQ(disk.syncs(), before);
  ASSERT_TRUE(put(database, "safe", Durability::PowerCut).ok());
  EXPECT_EQ(disk.syncs(), before + 1);
  disk.set_sync_delay(std::chrono::milliseconds(50));
  const auto start = std::chrono::steady_clock::now();
  ASSERT_TRUE(put(database, "slow", Durability::PowerCut).ok());
  EXPECT_GE(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(50));
}

TEST_F(FaultyVfsTest, AMigrationCutAtEveryWriteIsWholeOrAbsent) {
  DatabaseOptions next = options("faulty");
  next.migrations.push_back({"more",
                             "CREATE TABLE more(x); INSERT INTO more VALUES(1),(2),(3); DROP TABLE note;"
                             "CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT, mood TEXT)"});
  uint64_t crashes = 0;
  for (uint64_t n = 0;; ++n) {
    std::filesystem::remove_all(path());
    std::filesystem::remove_all(path() + "-wal");
    { ASSERT_TRUE(put(open().value(), "old").ok()); }
    FaultyVfs disk;
    disk.crash_after_changes(n);
    (void)open(next).ok();
    if (!disk.crashed()) break;
    ++crashes;
    disk.power_cut(n);
    Database database = open(next).value();
    EXPECT_FALSE(database.report().moved_aside.has_value()) << database.report().damage;
    Statement count = database.prepare("SELECT count(*) FROM more").value();
    ASSERT_TRUE(count.step().value());
    EXPECT_EQ(count.integer(0), 3);
  }
  EXPECT_GT(crashes, 3u);
}

TEST_F(FaultyVfsTest, CanEndTheProcessForReal) {
  const pid_t child = fork();
  if (child == 0) {
    FaultyVfs disk;
    disk.crash_after_changes(12, FaultyVfs::Crash::Exit);
    write_notes(disk, 100);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), FaultyVfs::kCrashStatus);
  FaultyVfs disk;
  count_notes(disk);
}

}  // namespace
}  // namespace hearth::store
