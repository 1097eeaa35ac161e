// A statement of SQL: prepared once, bound and run many times.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"

struct sqlite3_stmt;

namespace hearth::store {

class Connection;

/// Made by Database::prepare, which it must not outlive. One thread at a time, that of its Database.
///
///     Statement insert = TRY(database.prepare("INSERT INTO entry(seq, body) VALUES(?, ?)"));
///     TRY(insert.bind_integer(1, seq).bind_blob(2, body).run());
///
/// Parameters count from 1 and columns from 0, as in SQLite. A failed bind is remembered and returned by step or run.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  /// Text and blobs are copied. What was bound is forgotten when the statement ends (see step) or is reset.
  Statement& bind_integer(int parameter, int64_t value);
  Statement& bind_real(int parameter, double value);
  Statement& bind_text(int parameter, std::string_view value);
  Statement& bind_blob(int parameter, std::span<const std::byte> value);
  Statement& bind_null(int parameter);

  /// True: a row is there to be read. False: the end, and the statement may be bound and run anew; also after an error.
  /// Errors: Unavailable (full, read-only or failing disk), Timeout (locked by another process), Corrupt, InvalidInput
  /// (constraint, unknown parameter); the place is the database's file.
  Result<bool> step();
  /// Steps to the end; rows are ignored.
  Status run();
  /// Leaves a query before its end, which also ends its read of the database.
  void reset();

  /// The column of the row at hand, converted as SQLite converts: NULL reads as 0 or empty. Views are good until the
  /// next step, reset or read of the same column in another type.
  int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  std::span<const std::byte> blob(int column) const;
  bool null(int column) const;

 private:
  friend class Database;
  Statement(Connection& connection, sqlite3_stmt* handle) : connection_(&connection), handle_(handle) {}
  void note(int code);

  Connection* connection_;
  sqlite3_stmt* handle_;
  int bind_code_ = 0;  // the first failure of a bind, or 0
};

}  // namespace hearth::store
