#include "store/migrations.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/connection.h"

namespace hearth::store {

namespace {

Result<int64_t> number(Connection& connection, const char* sql) {
  int64_t value = 0;
  const auto take = [](void* into, int columns, char** texts, char**) {
    if (columns > 0 && texts[0] != nullptr) *static_cast<int64_t*>(into) = std::strtoll(texts[0], nullptr, 10);
    return 0;
  };
  const int code = sqlite3_exec(connection.handle(), sql, take, &value, nullptr);
  if (code != SQLITE_OK) return connection.error(code, fmt::format("run \"{}\"", sql));
  return value;
}

Status run_one(Connection& connection, const Migration& migration, size_t version, int32_t application) {
  TRY(connection.execute("BEGIN IMMEDIATE"));
  TRY(connection.execute(migration.sql.c_str()));
  if (!connection.in_transaction()) return internal("it ended its own transaction");
  if (version == 1) TRY(connection.execute(fmt::format("PRAGMA application_id={}", application).c_str()));
  TRY(connection.execute(fmt::format("PRAGMA user_version={}", version).c_str()));
  return connection.execute("COMMIT");
}

}  // namespace

Result<SchemaVersion> read_version(Connection& connection) {
  SchemaVersion found;
  found.empty = TRY(number(connection, "SELECT count(*) FROM sqlite_schema")) == 0;
  found.application = TRY(number(connection, "PRAGMA application_id"));
  found.version = TRY(number(connection, "PRAGMA user_version"));
  return found;
}

Status check_version(const SchemaVersion& found, int32_t application, size_t known, const std::string& path) {
  if (found.empty && found.version == 0) return ok();
  if (found.application != application) {
    return invalid(fmt::format("belongs to another program (application id {:#x}, expected {:#x}); choose another file",
                               found.application, application),
                   path);
  }
  if (found.version < 0 || static_cast<uint64_t>(found.version) > known) {
    return invalid(fmt::format("was written by a newer version of this program (schema {}, this one knows up to {}); "
                               "it is left as it is: upgrade the program or choose another file",
                               found.version, known),
                   path);
  }
  return ok();
}

Status migrate(Connection& connection, const SchemaVersion& from, int32_t application,
               const std::vector<Migration>& migrations) {
  if (static_cast<size_t>(from.version) >= migrations.size()) return ok();
  TRY(connection.set_durability(Durability::PowerCut));
  for (size_t next = static_cast<size_t>(from.version) + 1; next <= migrations.size(); ++next) {
    const Migration& migration = migrations[next - 1];
    Status done = run_one(connection, migration, next, application);
    if (done.ok()) continue;
    if (connection.in_transaction()) (void)connection.execute("ROLLBACK");
    Error error = done.error();
    error.message = fmt::format("migration {} ({}) failed and was undone, the database stays at version {}: {}", next,
                                migration.name, next - 1, error.message);
    error.place = connection.path();
    return error;
  }
  return ok();
}

}  // namespace hearth::store
