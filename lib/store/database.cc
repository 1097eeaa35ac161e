#include "store/database.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "store/connection.h"

namespace hearth::store {

namespace {

using OpenConnection = Result<std::unique_ptr<Connection>>;

OpenConnection open_handle(const std::string& path, const DatabaseOptions& options) {
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
  if (handle == nullptr) return unavailable("out of memory", path);
  auto connection = std::make_unique<Connection>(handle, path, options.read_only);
  if (code != SQLITE_OK) return connection->error(code, "open the database");
  // Until all is known to be well, closing must leave the file and its log exactly as they lie.
  connection->fold_log_on_close(false);
  sqlite3_busy_timeout(handle, static_cast<int>(options.busy_timeout.count()));
  return connection;
}

/// Corrupt, with SQLite's first finding, when a page or an index is damaged.
Status check_pages(Connection& connection) {
  std::string finding;
  const auto take = [](void* into, int columns, char** texts, char**) {
    if (columns > 0 && texts[0] != nullptr) *static_cast<std::string*>(into) = texts[0];
    return 0;
  };
  const int code = sqlite3_exec(connection.handle(), "PRAGMA quick_check(1)", take, &finding, nullptr);
  if (code != SQLITE_OK) return connection.error(code, "check its pages");
  if (finding != "ok") return corrupt(fmt::format("its pages are damaged: {}", finding), connection.path());
  return ok();
}

Status configure(Connection& connection, const DatabaseOptions& options) {
  TRY(connection.execute("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY"));
  if (options.read_only) return ok();
  std::string mode;
  const auto take = [](void* into, int columns, char** texts, char**) {
    if (columns > 0 && texts[0] != nullptr) *static_cast<std::string*>(into) = texts[0];
    return 0;
  };
  const int code = sqlite3_exec(connection.handle(), "PRAGMA journal_mode=WAL", take, &mode, nullptr);
  if (code != SQLITE_OK) return connection.error(code, "turn on the write-ahead log");
  if (mode != "wal") {
    return unavailable(fmt::format("cannot keep a write-ahead log here (mode is \"{}\"); the file system must be "
                                   "local, writable and able to share memory",
                                   mode),
                       connection.path());
  }
  return ok();
}

/// One attempt at the whole way from path to usable database.
OpenConnection attempt(const std::string& path, const DatabaseOptions& options, OpenReport& report) {
  std::unique_ptr<Connection> connection = TRY(open_handle(path, options));
  const SchemaVersion found = TRY(read_version(*connection));
  TRY(check_version(found, options.application_id, options.migrations.size(), path));
  if (options.read_only && static_cast<size_t>(found.version) != options.migrations.size()) {
    return invalid(fmt::format("is at schema {} and this program needs {}; start its owner once to bring it up to date",
                               found.version, options.migrations.size()),
                   path);
  }
  if (options.check_pages) TRY(check_pages(*connection));
  TRY(configure(*connection, options));
  if (!options.read_only) {
    TRY(migrate(*connection, found, options.application_id, options.migrations));
    TRY(connection->set_durability(options.durability));
  }
  connection->fold_log_on_close(true);
  report.created = found.empty && found.version == 0;
  report.version_before = found.version;
  report.version = static_cast<int64_t>(options.migrations.size());
  return connection;
}

void sync_directory(const std::filesystem::path& file) {
  const std::filesystem::path directory = file.has_parent_path() ? file.parent_path() : ".";
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

/// Renames the file and what belongs to it; nothing is deleted. Returns the new name.
Result<std::string> move_aside(const std::string& path, Time now) {
  const std::string stem =
      fmt::format("{}.corrupt-{:%Y%m%dT%H%M%SZ}", path, std::chrono::floor<std::chrono::seconds>(now));
  std::string target = stem;
  for (int attempt = 2; std::filesystem::exists(target); ++attempt) target = fmt::format("{}-{}", stem, attempt);
  // The log first: a damaged file without its log is still found and moved next time, the reverse would lose the log.
  for (const char* suffix : {"-wal", "-shm", ""}) {
    if (std::rename((path + suffix).c_str(), (target + suffix).c_str()) != 0 && errno != ENOENT) {
      return unavailable(
          fmt::format("is corrupt and cannot be moved to {}{}: {}", target, suffix, std::strerror(errno)),
          path + suffix);
    }
  }
  sync_directory(path);
  return target;
}

}  // namespace

Result<Database> Database::open(const std::string& path, const DatabaseOptions& options, const Clock& clock) {
  std::optional<OwnerLock> lock;
  if (!options.read_only) lock.emplace(TRY(OwnerLock::take(path + ".lock", clock.now())));
  OpenReport report;
  OpenConnection connection = attempt(path, options, report);
  if (!connection.ok() && connection.error().kind == Error::Corrupt && !options.read_only) {
    report.damage = connection.error().message;
    report.moved_aside = TRY(move_aside(path, clock.now()));
    connection = attempt(path, options, report);
  }
  if (!connection.ok()) return std::move(connection).error();
  return Database(std::move(lock), std::move(connection).value(), options.durability, std::move(report));
}

Database::Database(std::optional<OwnerLock> lock, std::unique_ptr<Connection> connection, Durability durability,
                   OpenReport report)
    : lock_(std::move(lock)), connection_(std::move(connection)), durability_(durability), report_(std::move(report)) {}

Database::Database(Database&&) noexcept = default;
Database::~Database() = default;

Database& Database::operator=(Database&& other) noexcept {
  if (this == &other) return *this;
  std::destroy_at(this);
  return *std::construct_at(this, std::move(other));
}

const std::string& Database::path() const { return connection_->path(); }

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v3(connection_->handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (code != SQLITE_OK) return connection_->error(code, fmt::format("prepare \"{}\"", sql));
  if (handle == nullptr) return invalid("expected a statement of SQL, found nothing but space", path());
  return Statement(*connection_, handle);
}

Status Database::execute(const std::string& sql) { return connection_->execute(sql.c_str()); }

Result<Transaction> Database::begin() { return begin(durability_); }

Result<Transaction> Database::begin(Durability durability) {
  CHECK(!connection_->in_transaction());
  if (connection_->read_only()) {
    TRY(connection_->execute("BEGIN"));
  } else {
    TRY(connection_->set_durability(durability));
    TRY(connection_->execute("BEGIN IMMEDIATE"));
  }
  return Transaction(*connection_);
}

Status Database::checkpoint() {
  const int code =
      sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (code != SQLITE_OK) return connection_->error(code, "copy the log into the file");
  return ok();
}

int64_t Database::last_insert_id() const { return sqlite3_last_insert_rowid(connection_->handle()); }
int64_t Database::changes() const { return sqlite3_changes64(connection_->handle()); }

}  // namespace hearth::store
