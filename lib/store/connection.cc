#include "store/connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>
#include <utility>

namespace hearth::store {

Error::Kind error_kind(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_NOLFS:
    case SQLITE_NOMEM:
      return Error::Unavailable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return Error::Timeout;
    case SQLITE_INTERRUPT:
      return Error::Cancelled;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Error::Corrupt;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
      return Error::InvalidInput;
    default:
      return Error::Internal;
  }
}

namespace {

/// What the reader can do about it, where SQLite's own words do not say.
const char* advice(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "; free some space";
    case SQLITE_IOERR:
      return "; look at the disk and the system's log";
    case SQLITE_READONLY:
      return "; the file, its directory or the file system must be writable";
    case SQLITE_CANTOPEN:
      return "; the directory must exist and be writable";
    case SQLITE_BUSY:
      return "; another process holds the file";
    default:
      return "";
  }
}

}  // namespace

Connection::Connection(sqlite3* handle, std::string path, bool read_only)
    : handle_(handle), path_(std::move(path)), read_only_(read_only) {}

Connection::~Connection() {
  // A statement that outlives its database is a bug of ours, which close reports as BUSY.
  CHECK(sqlite3_close(handle_) != SQLITE_BUSY);
}

Error Connection::error(int code, const std::string& what) const {
  std::string text = fmt::format("cannot {}: {}", what, sqlite3_errstr(code & 0xff));
  const char* detail = sqlite3_errmsg(handle_);
  if (sqlite3_errcode(handle_) == (code & 0xff) || sqlite3_extended_errcode(handle_) == code) {
    if (std::strcmp(detail, sqlite3_errstr(code & 0xff)) != 0) text += fmt::format(": {}", detail);
  }
  text += fmt::format(" (SQLite {}", code);
  const int system = sqlite3_system_errno(handle_);
  const int primary = code & 0xff;
  if (system != 0 && (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN || primary == SQLITE_FULL)) {
    text += fmt::format(", {}", std::strerror(system));
  }
  text += fmt::format("){}", advice(code));
  return {error_kind(code), std::move(text), path_};
}

Status Connection::execute(const char* sql) {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return ok();
  std::string_view head(sql);
  if (head.size() > 60) head = head.substr(0, 60);
  return error(code, fmt::format("run \"{}\"", head));
}

Status Connection::set_durability(Durability durability) {
  if (durability == durability_) return ok();
  TRY(execute(durability == Durability::PowerCut ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"));
  durability_ = durability;
  return ok();
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void Connection::fold_log_on_close(bool fold) {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, fold ? 0 : 1, nullptr);
}

}  // namespace hearth::store
