// One SQLite connection with the words its errors need. Internal to this folder.
#pragma once

#include <string>

#include "base/result.h"
#include "store/durability.h"

struct sqlite3;

namespace hearth::store {

/// Owns the handle. Used by one thread at a time.
class Connection {
 public:
  Connection(sqlite3* handle, std::string path, bool read_only);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* handle() const { return handle_; }
  const std::string& path() const { return path_; }
  bool read_only() const { return read_only_; }

  /// The Error for SQLite's (extended) result `code` met while doing `what` ("insert an entry").
  Error error(int code, const std::string& what) const;
  /// Runs a script of any number of statements; what they return is thrown away.
  Status execute(const char* sql);
  /// Chooses what the next transactions survive; not allowed within one.
  Status set_durability(Durability durability);
  /// Whether a transaction is open, as SQLite sees it: a failing disk may have ended it already.
  bool in_transaction() const;
  /// Whether closing the last connection folds the log into the file (the default) or leaves both as they lie.
  void fold_log_on_close(bool fold);

 private:
  sqlite3* handle_;
  std::string path_;
  bool read_only_;
  Durability durability_ = Durability::PowerCut;  // SQLite opens with synchronous=FULL
};

/// The kind that callers act upon: full, failing or read-only disks are Unavailable, a lock not got in time is
/// Timeout, damage is Corrupt, a violated constraint InvalidInput. `code` may be extended.
Error::Kind error_kind(int code);

}  // namespace hearth::store
