#include "store/database.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "store/test_folder.h"

namespace hearth::store {
namespace {

class DatabaseTest : public TestFolder {};

TEST_F(DatabaseTest, KeepsWhatWasCommitted) {
  {
    Database database = open().value();
    EXPECT_TRUE(database.report().created);
    EXPECT_EQ(database.report().version, 1);
    ASSERT_TRUE(put(database, "one").ok());
    ASSERT_TRUE(put(database, "two", Durability::PowerCut).ok());
  }
  Database database = open().value();
  EXPECT_FALSE(database.report().created);
  EXPECT_EQ(database.report().version_before, 1);
  EXPECT_EQ(notes(database), (std::vector<std::string>{"one", "two"}));
}

TEST_F(DatabaseTest, RefusesASecondOwnerAndNamesTheFirst) {
  Database database = open().value();
  const Result<Database> second = open();
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().kind, Error::Unavailable);
  EXPECT_NE(second.error().message.find("process " + std::to_string(getpid())), std::string::npos)
      << second.error().message;
  EXPECT_NE(second.error().message.find("since 2026-11-22T"), std::string::npos) << second.error().message;
}

TEST_F(DatabaseTest, OwnershipEndsWithADeadProcess) {
  const pid_t child = fork();
  if (child == 0) {
    const Result<Database> owner = open();
    _exit(owner.ok() ? 0 : 1);  // without a destructor
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_EQ(WEXITSTATUS(status), 0);
  EXPECT_TRUE(open().ok());
}

TEST_F(DatabaseTest, AReaderSeesEachCommitBesideTheOwner) {
  Database owner = open().value();
  DatabaseOptions looking = options();
  looking.read_only = true;
  Database reader = open(looking).value();
  EXPECT_EQ(notes(reader).size(), 0u);
  ASSERT_TRUE(put(owner, "one").ok());
  EXPECT_EQ(notes(reader).size(), 1u);
  const Status written = put(reader, "never");
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().kind, Error::Unavailable);
}

TEST_F(DatabaseTest, LeavesANewerFileUntouched) {
  DatabaseOptions newer = options();
  newer.migrations.push_back({"a column of tomorrow", "ALTER TABLE note ADD COLUMN mood TEXT"});
  { ASSERT_TRUE(put(open(newer).value(), "kept").ok()); }
  const std::string before = content(path());
  const Result<Database> refused = open();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, Error::InvalidInput);
  EXPECT_EQ(refused.error().place, path());
  EXPECT_NE(refused.error().message.find("schema 2, this one knows up to 1"), std::string::npos)
      << refused.error().message;
  EXPECT_EQ(content(path()), before);
  EXPECT_EQ(notes(open(newer).value()).size(), 1u);
}

TEST_F(DatabaseTest, LeavesAnotherProgramsFileUntouched) {
  DatabaseOptions other = options();
  other.application_id = 77;
  { ASSERT_TRUE(open(other).ok()); }
  const Result<Database> refused = open();
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("another program"), std::string::npos);
  EXPECT_TRUE(open(other).ok());
}

TEST_F(DatabaseTest, MigratesInOrderAndStopsWholeWhereOneFails) {
  { ASSERT_TRUE(put(open().value(), "old").ok()); }
  DatabaseOptions bad = options();
  bad.migrations.push_back({"good", "CREATE TABLE second(x)"});
  bad.migrations.push_back({"half", "CREATE TABLE third(x); INSERT INTO nowhere VALUES(1)"});
  const Result<Database> failed = open(bad);
  ASSERT_FALSE(failed.ok());
  EXPECT_NE(failed.error().message.find("migration 3 (half) failed"), std::string::npos) << failed.error().message;
  EXPECT_NE(failed.error().message.find("nowhere"), std::string::npos) << failed.error().message;

  bad.migrations[2].sql = "CREATE TABLE third(x)";  // would fail had the first try left its table behind
  Database database = open(bad).value();
  EXPECT_EQ(database.report().version_before, 2);
  EXPECT_EQ(database.report().version, 3);
  EXPECT_EQ(notes(database), std::vector<std::string>{"old"});
}

TEST_F(DatabaseTest, MovesADamagedHeaderAsideWithAllThatBelongsToIt) {
  write(path(), "this was never a database, and it is long enough to look at: " + std::string(2000, 'x'));
  write(path() + "-wal", "log");
  Database database = open().value();
  EXPECT_TRUE(database.report().created);
  ASSERT_TRUE(database.report().moved_aside.has_value());
  EXPECT_EQ(*database.report().moved_aside, path() + ".corrupt-20261122T190000Z");
  EXPECT_FALSE(database.report().damage.empty());
  EXPECT_EQ(content(*database.report().moved_aside).substr(0, 14), "this was never");
  EXPECT_EQ(content(*database.report().moved_aside + "-wal"), "log");
  EXPECT_TRUE(put(database, "life goes on").ok());
}

TEST_F(DatabaseTest, FindsADamagedPageWhenOpening) {
  {
    Database database = open().value();
    for (int i = 0; i < 300; ++i) ASSERT_TRUE(put(database, std::string(500, 'a')).ok());
  }
  std::string bytes = content(path());
  ASSERT_GT(bytes.size(), 100000u);
  for (size_t i = 40960; i < 40960 + 8192; ++i) bytes[i] = '\x55';
  write(path(), bytes);

  DatabaseOptions looking = options();
  looking.read_only = true;
  const Result<Database> reader = open(looking);
  ASSERT_FALSE(reader.ok());
  EXPECT_EQ(reader.error().kind, Error::Corrupt);
  EXPECT_EQ(content(path()), bytes);

  Database database = open().value();
  ASSERT_TRUE(database.report().moved_aside.has_value());
  EXPECT_EQ(content(*database.report().moved_aside), bytes);
  EXPECT_TRUE(notes(database).empty());
}

TEST_F(DatabaseTest, TwoDamagedFilesWithinASecondBothStay) {
  write(path(), std::string(3000, '1'));
  const std::string first = open().value().report().moved_aside.value();
  write(path(), std::string(3000, '2'));
  std::filesystem::remove(path() + "-wal");
  const std::string second = open().value().report().moved_aside.value();
  EXPECT_NE(first, second);
  EXPECT_EQ(content(first)[0], '1');
  EXPECT_EQ(content(second)[0], '2');
}

TEST_F(DatabaseTest, AMissingOrReadOnlyDirectoryIsNamed) {
  const Result<Database> missing = Database::open(folder() + "/no/such/home.db", options(), clock());
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().kind, Error::Unavailable);
  EXPECT_NE(missing.error().place.find("/no/such/home.db"), std::string::npos);

  std::filesystem::permissions(folder(), std::filesystem::perms(0555));
  const bool root = geteuid() == 0;  // whom permissions do not stop
  ASSERT_TRUE(!root || seteuid(65534) == 0);
  const Result<Database> refused = open();
  ASSERT_TRUE(!root || seteuid(0) == 0);
  std::filesystem::permissions(folder(), std::filesystem::perms(0755));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, Error::Unavailable);
  EXPECT_NE(refused.error().message.find("Permission denied"), std::string::npos) << refused.error().message;
}

TEST_F(DatabaseTest, AnAbandonedTransactionNeverHappened) {
  Database database = open().value();
  {
    Transaction transaction = database.begin().value();
    ASSERT_TRUE(database.execute("INSERT INTO note(text) VALUES('gone')").ok());
  }
  EXPECT_TRUE(notes(database).empty());
  ASSERT_TRUE(put(database, "next").ok());
  EXPECT_EQ(notes(database).size(), 1u);
}

TEST_F(DatabaseTest, MovingADatabaseOntoAnotherLetsGoOfItsLock) {
  Database first = open().value();
  first = Database::open(folder() + "/other.db", options(), clock()).value();
  EXPECT_TRUE(open().ok());
}

}  // namespace
}  // namespace hearth::store
