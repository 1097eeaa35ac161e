// The SQL of the journal: its tables, and entries as rows.
#pragma once

#include <optional>
#include <vector>

#include "memory/journal.h"
#include "store/database.h"

namespace hearth::memory {

std::vector<store::Migration> journal_migrations();
inline constexpr int32_t kJournalApplicationId = 0x48454152;  // "HEAR"

/// Inserts entries through one prepared statement. Used by one thread at a time.
class EntryWriter {
 public:
  static Result<EntryWriter> prepare(store::Database& database);
  Status write(const flow::Entry& entry);

 private:
  explicit EntryWriter(store::Statement insert) : insert_(std::move(insert)) {}
  store::Statement insert_;
};

/// Reads entries of one condition in order. `order`: "ASC" or "DESC".
class EntryQuery {
 public:
  static Result<EntryQuery> by_seq(store::Database& database, flow::MessageId first);
  static Result<EntryQuery> backwards(store::Database& database);
  static Result<EntryQuery> back_over(store::Database& database, flow::MessageId first, flow::MessageId before,
                                      std::span<const size_t> kinds);
  static Result<EntryQuery> of_trace(store::Database& database, flow::TraceId trace);
  static Result<EntryQuery> one(store::Database& database, flow::MessageId seq);

  /// The next entry; nothing at the end. Errors: Corrupt, naming the entry, besides those of the database.
  Result<std::optional<flow::Entry>> next();
  /// The same, but a Gap of origin kUnreadable in the place of an entry that is Corrupt.
  Result<std::optional<flow::Entry>> next_or_gap();

 private:
  /// Of the row that was stepped to: all but direction and body; then these.
  flow::Entry head();
  Status decode(flow::Entry& entry);

  explicit EntryQuery(store::Statement select) : select_(std::move(select)) {}
  store::Statement select_;
};

/// Number of the newest entry, 0 when there is none.
Result<flow::MessageId> last_entry(store::Database& database);
/// Whether the last owner closed the journal; and the mark that this one has (not yet).
Result<bool> closed_mark(store::Database& database);
Status set_closed_mark(store::Database& database, bool closed);

}  // namespace hearth::memory
