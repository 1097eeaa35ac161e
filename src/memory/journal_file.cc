#include "memory/journal_file.h"

#include <fmt/format.h>

#include "flow/codec.h"

namespace hearth::memory {
namespace {

std::span<const std::byte> as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}
std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

constexpr std::string_view kColumns = "SELECT seq, at, kind, trace, body FROM entry ";

}  // namespace

// `kind` is twice the number of the message's kind, plus one for an emission. Most entries begin their own trace, so
// only the others are indexed by it.
std::vector<store::Migration> journal_migrations() {
  return {{"entries",
           "CREATE TABLE entry(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL,"
           " trace INTEGER NOT NULL, body BLOB NOT NULL);"
           "CREATE INDEX entry_trace ON entry(trace) WHERE trace <> seq;"
           "CREATE TABLE mark(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"}};
}

Result<EntryWriter> EntryWriter::prepare(store::Database& database) {
  return EntryWriter(TRY(database.prepare("INSERT INTO entry(seq, at, kind, trace, body) VALUES(?, ?, ?, ?, ?)")));
}

Status EntryWriter::write(const flow::Entry& entry) {
  const std::string body = flow::encode_body(entry);
  const auto kind =
      static_cast<int64_t>(entry.message.index() * 2 + (entry.direction == flow::Entry::Emission ? 1 : 0));
  return insert_.bind_integer(1, static_cast<int64_t>(entry.seq.value))
      .bind_integer(2, to_microseconds(entry.at))
      .bind_integer(3, kind)
      .bind_integer(4, static_cast<int64_t>(entry.trace.value))
      .bind_blob(5, as_bytes(body))
      .run();
}

Result<EntryQuery> EntryQuery::by_seq(store::Database& database, flow::MessageId first) {
  store::Statement select = TRY(database.prepare(fmt::format("{}WHERE seq >= ? ORDER BY seq", kColumns)));
  select.bind_integer(1, static_cast<int64_t>(first.value));
  return EntryQuery(std::move(select));
}

Result<EntryQuery> EntryQuery::backwards(store::Database& database) {
  return EntryQuery(TRY(database.prepare(fmt::format("{}ORDER BY seq DESC", kColumns))));
}

Result<EntryQuery> EntryQuery::back_over(store::Database& database, flow::MessageId first, flow::MessageId before,
                                         std::span<const size_t> kinds) {
  std::string stored;  // both directions of each
  for (const size_t kind : kinds) stored += fmt::format("{}{},{}", stored.empty() ? "" : ",", 2 * kind, 2 * kind + 1);
  store::Statement select = TRY(database.prepare(
      fmt::format("{}WHERE seq >= ? AND seq < ? AND kind IN ({}) ORDER BY seq DESC", kColumns, stored)));
  select.bind_integer(1, static_cast<int64_t>(first.value)).bind_integer(2, static_cast<int64_t>(before.value));
  return EntryQuery(std::move(select));
}

Result<EntryQuery> EntryQuery::of_trace(store::Database& database, flow::TraceId trace) {
  store::Statement select = TRY(database.prepare(
      fmt::format("{0}WHERE seq = ?1 UNION ALL {0}WHERE trace = ?1 AND trace <> seq ORDER BY seq", kColumns)));
  select.bind_integer(1, static_cast<int64_t>(trace.value));
  return EntryQuery(std::move(select));
}

Result<EntryQuery> EntryQuery::one(store::Database& database, flow::MessageId seq) {
  store::Statement select = TRY(database.prepare(fmt::format("{}WHERE seq = ?", kColumns)));
  select.bind_integer(1, static_cast<int64_t>(seq.value));
  return EntryQuery(std::move(select));
}

flow::Entry EntryQuery::head() {
  flow::Entry entry;
  entry.seq.value = static_cast<uint64_t>(select_.integer(0));
  entry.at = from_microseconds(select_.integer(1));
  entry.trace.value = static_cast<uint64_t>(select_.integer(3));
  return entry;
}

Result<std::optional<flow::Entry>> EntryQuery::next() {
  if (!TRY(select_.step())) return std::optional<flow::Entry>();
  flow::Entry entry = head();
  TRY(decode(entry));
  return std::optional(std::move(entry));
}

Result<std::optional<flow::Entry>> EntryQuery::next_or_gap() {
  if (!TRY(select_.step())) return std::optional<flow::Entry>();
  flow::Entry entry = head();
  const Status read = decode(entry);
  if (read) return std::optional(std::move(entry));
  if (read.error().kind != Error::Corrupt) return read.error();
  entry = head();
  entry.origin = kUnreadable;
  flow::Gap gap{.since = entry.at, .lost = 1, .reason = to_string(read.error())};
  gap.head = {.id = entry.seq, .trace = entry.trace, .at = entry.at};
  entry.message = std::move(gap);
  return std::optional(std::move(entry));
}

Status EntryQuery::decode(flow::Entry& entry) {
  const auto kind = static_cast<size_t>(select_.integer(2));
  entry.direction = kind % 2 == 1 ? flow::Entry::Emission : flow::Entry::Input;
  if (Status read = flow::decode_body(kind / 2, as_text(select_.blob(4)), entry); !read) {
    Error error = std::move(read).error();
    error.place = fmt::format("entry {}, {}", entry.seq.value, error.place);
    return error;
  }
  return ok();
}

Result<flow::MessageId> last_entry(store::Database& database) {
  store::Statement select = TRY(database.prepare("SELECT max(seq) FROM entry"));
  TRY(select.step());
  return flow::MessageId{static_cast<uint64_t>(select.integer(0))};
}

Result<bool> closed_mark(store::Database& database) {
  store::Statement select = TRY(database.prepare("SELECT value FROM mark WHERE name = 'closed'"));
  return TRY(select.step()) && select.integer(0) != 0;
}

Status set_closed_mark(store::Database& database, bool closed) {
  store::Statement insert = TRY(database.prepare("INSERT OR REPLACE INTO mark(name, value) VALUES('closed', ?)"));
  return insert.bind_integer(1, closed ? 1 : 0).run();
}

}  // namespace hearth::memory
