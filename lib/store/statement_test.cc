#include "store/statement.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

#include "store/connection.h"
#include "store/test_folder.h"

namespace hearth::store {
namespace {

class StatementTest : public TestFolder {
 protected:
  Database database_ = open().value();
};

TEST_F(StatementTest, EveryTypeComesBackAsItWent) {
  ASSERT_TRUE(database_.execute("CREATE TABLE thing(i, r, t, b, n)").ok());
  const std::array<std::byte, 3> bytes{std::byte{0}, std::byte{255}, std::byte{7}};
  const std::string text("zwölf\0Uhr", 10);
  Statement insert = database_.prepare("INSERT INTO thing VALUES(?,?,?,?,?)").value();
  ASSERT_TRUE(insert.bind_integer(1, std::numeric_limits<int64_t>::min())
                  .bind_real(2, 0.1)
                  .bind_text(3, text)
                  .bind_blob(4, bytes)
                  .bind_null(5)
                  .run()
                  .ok());
  ASSERT_TRUE(insert.bind_text(3, {}).bind_blob(4, {}).run().ok());  // empty is not null

  Statement select = database_.prepare("SELECT * FROM thing ORDER BY rowid").value();
  ASSERT_TRUE(select.step().value());
  EXPECT_EQ(select.integer(0), std::numeric_limits<int64_t>::min());
  EXPECT_EQ(select.real(1), 0.1);
  EXPECT_EQ(select.text(2), text);
  EXPECT_TRUE(std::ranges::equal(select.blob(3), bytes));
  EXPECT_TRUE(select.null(4));
  ASSERT_TRUE(select.step().value());
  EXPECT_TRUE(select.null(0));  // bindings do not linger
  EXPECT_FALSE(select.null(2));
  EXPECT_FALSE(select.null(3));
  EXPECT_FALSE(select.step().value());
}

TEST_F(StatementTest, ServesAgainAfterItsEndAndAfterAnError) {
  Statement insert = database_.prepare("INSERT INTO note(text) VALUES(?)").value();
  ASSERT_TRUE(insert.bind_text(1, "one").run().ok());
  EXPECT_EQ(database_.last_insert_id(), 1);
  EXPECT_EQ(database_.changes(), 1);
  const Status refused = insert.bind_text(1, "bad").run();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, Error::InvalidInput);
  EXPECT_NE(refused.error().message.find("CHECK constraint failed"), std::string::npos) << refused.error().message;
  ASSERT_TRUE(insert.bind_text(1, "two").run().ok());
  EXPECT_EQ(notes(database_), (std::vector<std::string>{"one", "two"}));
}

TEST_F(StatementTest, AWrongParameterIsAnErrorOfTheRun) {
  Statement insert = database_.prepare("INSERT INTO note(text) VALUES(?)").value();
  const Status wrong = insert.bind_text(2, "x").run();
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().kind, Error::InvalidInput);
  EXPECT_TRUE(notes(database_).empty());
  EXPECT_TRUE(insert.bind_text(1, "x").run().ok());
}

TEST_F(StatementTest, SqlThatDoesNotCompileSaysWhy) {
  const Result<Statement> wrong = database_.prepare("SELEKT 1");
  ASSERT_FALSE(wrong.ok());
  EXPECT_NE(wrong.error().message.find("SELEKT"), std::string::npos);
  EXPECT_EQ(wrong.error().place, path());
  EXPECT_FALSE(database_.prepare("  ").ok());
}

TEST_F(StatementTest, ALockThatDoesNotComeIsATimeout) {
  DatabaseOptions impatient = options();
  impatient.busy_timeout = std::chrono::milliseconds(20);
  const std::string other = folder() + "/other.db";
  Database owner = Database::open(other, impatient, clock()).value();
  Transaction writing = owner.begin().value();
  std::filesystem::remove(other + ".lock");  // as if on a file system without locks
  Database rival = Database::open(other, impatient, clock()).value();
  const Result<Transaction> waiting = rival.begin();
  ASSERT_FALSE(waiting.ok());
  EXPECT_EQ(waiting.error().kind, Error::Timeout);
}

TEST_F(StatementTest, CodesBecomeTheKindsThatCallersActUpon) {
  EXPECT_EQ(error_kind(13), Error::Unavailable);              // FULL
  EXPECT_EQ(error_kind(10 | (3 << 8)), Error::Unavailable);   // IOERR_WRITE
  EXPECT_EQ(error_kind(8), Error::Unavailable);               // READONLY
  EXPECT_EQ(error_kind(5), Error::Timeout);                   // BUSY
  EXPECT_EQ(error_kind(11), Error::Corrupt);                  // CORRUPT
  EXPECT_EQ(error_kind(26), Error::Corrupt);                  // NOTADB
  EXPECT_EQ(error_kind(19 | (8 << 8)), Error::InvalidInput);  // CONSTRAINT_UNIQUE
  EXPECT_EQ(error_kind(1), Error::Internal);
}

}  // namespace
}  // namespace hearth::store
