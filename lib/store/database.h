// One SQLite file with one owner, brought to the shape that the program knows.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/durability.h"
#include "store/migrations.h"
#include "store/owner_lock.h"
#include "store/statement.h"
#include "store/transaction.h"

namespace hearth::store {

class Connection;

struct DatabaseOptions {
  std::vector<Migration> migrations;             ///< all that the program knows, oldest first
  int32_t application_id = 0;                    ///< stamped into a new file; a file with another one is refused
  std::chrono::milliseconds busy_timeout{5000};  ///< how long to wait for a lock of a reader in another process
  Durability durability = Durability::Process;   ///< of transactions that do not choose
  /// Looks without owning: takes no lock file, creates, migrates and moves nothing. The file must exist and be of the
  /// program's own version. Sees each transaction that the owner commits.
  bool read_only = false;
  /// Reads every page when opening (PRAGMA quick_check), so that damage is found now and not in a year: about 0.2 s for
  /// a million small rows in the cache.
  bool check_pages = true;
  std::string vfs;  ///< the SQLite file system to use, for tests; empty is the system's own
};

/// What opening found and did.
struct OpenReport {
  bool created = false;                    ///< a fresh file was begun
  int64_t version_before = 0;              ///< schema found; 0 when created
  int64_t version = 0;                     ///< schema now
  std::optional<std::string> moved_aside;  ///< where a corrupt file lies now, with its -wal and -shm beside it
  std::string damage;                      ///< what was wrong with it
};

/// Movable; with its statements and transactions it is used by one thread at a time and outlives them. Any number of
/// read-only Databases may be open on the same file beside the owner, in this process or another.
class Database {
 public:
  /// Errors: Unavailable (another owner, no directory, read-only or full disk), InvalidInput (a newer version, another
  /// program's file: left untouched), Timeout (locked), Corrupt (read-only only: an owner moves the file aside to
  /// `<path>.corrupt-<time>`, reports so, and begins afresh), or what a migration died of.
  static Result<Database> open(const std::string& path, const DatabaseOptions& options, const Clock& clock);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  const OpenReport& report() const { return report_; }
  const std::string& path() const;

  /// Errors: InvalidInput or Internal for SQL that does not compile, with SQLite's words.
  Result<Statement> prepare(std::string_view sql);
  /// Runs a script; rows are thrown away. Outside a Transaction each statement commits for itself.
  Status execute(const std::string& sql);
  /// Takes the write lock at once, so a later statement cannot find it taken. A second one at a time is a bug of ours.
  Result<Transaction> begin();
  Result<Transaction> begin(Durability durability);
  /// Copies the write-ahead log into the file and syncs both: all that is committed now survives a power cut.
  Status checkpoint();

  /// The rowid of the last insert, and how many rows the last statement changed.
  int64_t last_insert_id() const;
  int64_t changes() const;

 private:
  Database(std::optional<OwnerLock> lock, std::unique_ptr<Connection> connection, Durability durability,
           OpenReport report);

  std::optional<OwnerLock> lock_;  // let go after the connection has closed
  std::unique_ptr<Connection> connection_;
  Durability durability_;
  OpenReport report_;
};

}  // namespace hearth::store
