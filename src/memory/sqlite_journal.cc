#include "memory/sqlite_journal.h"

#include <atomic>
#include <thread>

#include "base/guarded.h"
#include "base/log.h"
#include "base/queue.h"
#include "memory/journal_file.h"

namespace hearth::memory {
namespace {

constexpr size_t kBatchesACommit = 512;
constexpr size_t kIdleReaders = 4;

store::DatabaseOptions database_options(const std::string& vfs, bool read_only) {
  store::DatabaseOptions database;
  database.migrations = journal_migrations();
  database.application_id = kJournalApplicationId;
  database.read_only = read_only;
  database.vfs = vfs;
  return database;
}

}  // namespace

struct SqliteJournal::Body {
  explicit Body(size_t capacity) : queue(capacity) {}

  JournalOpened opened;
  std::filesystem::path path;
  std::string vfs;

  // The writer's thread alone, once it runs.
  std::optional<store::Database> owner;
  std::optional<EntryWriter> writer;
  flow::MessageId first_lost;
  Time lost_since{};
  uint64_t lost_now = 0;

  // Connections that nobody reads through now. Each call takes one, or opens one, for as long as it lasts: readers do
  // not wait for each other, and a visitor may read.
  Guarded<std::vector<store::Database>> idle;

  // The house thread appends, the writer pops.
  Queue<Batch> queue;
  std::atomic<uint64_t> last{0}, appended{0}, written{0}, lost{0};
  struct Settled {
    uint64_t batches = 0;
    uint64_t last = 0;  ///< number of the newest entry that was written or refused
  };
  Awaited<Settled> settled;
  std::atomic<bool> disk_ok{true};
  Guarded<std::string> reason;
  Guarded<Status> first_failure;
  std::thread thread;

  void run() {
    while (std::optional<Batch> batch = queue.pop()) {
      std::vector<Batch> batches;
      batches.push_back(std::move(*batch));
      while (batches.size() < kBatchesACommit) {
        std::optional<Batch> more = queue.try_pop();
        if (!more) break;
        batches.push_back(std::move(*more));
      }
      commit(batches);
    }
  }

  void commit(std::vector<Batch>& batches) {
    const Status done = write(batches);
    uint64_t entries = 0;
    for (const Batch& batch : batches) entries += batch.entries.size();
    if (done) {
      written += entries;
      if (!disk_ok.exchange(true)) LOG_INFO("{}: takes writes again", path.string());
      lost_now = 0;
      first_lost = {};
    } else {
      note_failure(batches, entries, done.error());
    }
    settled.change([&](Settled& now) { now.last = batches.back().entries.back().seq.value; });
    for (Batch& batch : batches) {
      if (batch.written) batch.written(done);
    }
    settled.change([&](Settled& now) { now.batches += batches.size(); });
  }

  Status write(const std::vector<Batch>& batches) {
    store::Durability durability = store::Durability::Process;
    for (const Batch& batch : batches) {
      if (batch.durability == Durability::Synced) durability = store::Durability::PowerCut;
    }
    store::Transaction transaction = TRY(owner->begin(durability));
    if (first_lost) TRY(writer->write(gap(batches.front().entries.front().at)));
    for (const Batch& batch : batches) {
      for (const flow::Entry& entry : batch.entries) TRY(writer->write(entry));
    }
    return transaction.commit();
  }

  /// Stands in the place of the first entry that was lost.
  flow::Entry gap(Time now) const {
    flow::Gap gap{.since = lost_since, .lost = lost_now, .reason = reason.with([](const auto& r) { return r; })};
    flow::Entry entry{first_lost, now, flow::Entry::Input, {first_lost.value}, "journal", std::move(gap)};
    return entry;
  }

  Result<store::Database> borrow() {
    std::optional<store::Database> free;
    idle.with([&](std::vector<store::Database>& waiting) {
      if (waiting.empty()) return;
      free = std::move(waiting.back());
      waiting.pop_back();
    });
    if (free) return std::move(*free);
    store::DatabaseOptions options = database_options(vfs, true);
    options.check_pages = false;  // the first one did
    return store::Database::open(path.string(), options, SystemClock());
  }
  void give_back(store::Database database) {
    std::optional<store::Database> surplus;  // closed outside the lock
    idle.with([&](std::vector<store::Database>& waiting) {
      if (waiting.size() < kIdleReaders) {
        waiting.push_back(std::move(database));
      } else {
        surplus = std::move(database);
      }
    });
  }
  /// Lends a connection to `read`, whose statements must have ended when it returns.
  template <class Function>
  auto reading(Function&& read) -> decltype(read(std::declval<store::Database&>())) {
    store::Database database = TRY(borrow());
    auto found = std::forward<Function>(read)(database);
    give_back(std::move(database));
    return found;
  }

  void note_failure(const std::vector<Batch>& batches, uint64_t entries, const Error& error) {
    if (!first_lost) {
      first_lost = batches.front().entries.front().seq;
      lost_since = batches.front().entries.front().at;
    }
    lost_now += entries;
    lost += entries;
    reason.with([&](std::string& r) { r = to_string(error); });
    first_failure.with([&](Status& failure) {
      if (failure) failure = Status(error);
    });
    if (disk_ok.exchange(false)) LOG_ERROR("{}: entries are being lost: {}", path.string(), to_string(error));
  }
};

SqliteJournal::SqliteJournal(std::unique_ptr<Body> body) : body_(std::move(body)) {}

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const std::filesystem::path& path,
                                                           const SqliteJournalOptions& options) {
  auto body = std::make_unique<Body>(options.queue_capacity);
  body->path = path;
  body->vfs = options.vfs;
  const SystemClock system;
  const Clock& clock = options.clock != nullptr ? *options.clock : system;
  if (!options.read_only) {
    body->owner = TRY(store::Database::open(path.string(), database_options(options.vfs, false), clock));
    const store::OpenReport& report = body->owner->report();
    body->opened.created = report.created;
    body->opened.moved_aside = report.moved_aside.value_or("");
    body->opened.crashed = !report.created && !TRY(closed_mark(*body->owner));
    if (Status marked = set_closed_mark(*body->owner, false); !marked) {
      body->disk_ok = false;  // a full disk: the house runs all the same
      body->reason.with([&](std::string& reason) { reason = to_string(marked.error()); });
    }
    body->writer = TRY(EntryWriter::prepare(*body->owner));
  }
  auto reader = TRY(store::Database::open(path.string(), database_options(options.vfs, true), clock));
  body->last = TRY(last_entry(reader)).value;
  body->settled.change([&](Body::Settled& now) { now.last = body->last; });
  body->give_back(std::move(reader));
  if (!options.read_only) body->thread = std::thread([raw = body.get()] { raw->run(); });
  return std::unique_ptr<SqliteJournal>(new SqliteJournal(std::move(body)));
}

SqliteJournal::~SqliteJournal() {
  body_->queue.close();
  if (body_->thread.joinable()) body_->thread.join();
  if (body_->owner) {
    if (Status marked = set_closed_mark(*body_->owner, true); !marked) {
      LOG_WARN("{}: could not be marked as closed: {}", body_->path.string(), to_string(marked.error()));
    }
  }
}

namespace {

/// Visits what a query finds until told to stop.
Status visit_all(Result<EntryQuery> query, const std::function<bool(const flow::Entry&)>& visit) {
  if (!query) return std::move(query).error();
  while (true) {
    const std::optional<flow::Entry> entry = TRY(query->next_or_gap());
    if (!entry || !visit(*entry)) return ok();
  }
}

}  // namespace

Result<flow::Entry> SqliteJournal::read(flow::MessageId seq) const {
  return body_->reading([&](store::Database& reader) -> Result<flow::Entry> {
    EntryQuery query = TRY(EntryQuery::one(reader, seq));
    std::optional<flow::Entry> entry = TRY(query.next());
    if (!entry) return not_found("no entry " + std::to_string(seq.value), body_->path.string());
    return std::move(*entry);
  });
}

Result<std::vector<flow::Entry>> SqliteJournal::trace(flow::TraceId trace) const {
  return body_->reading([&](store::Database& reader) -> Result<std::vector<flow::Entry>> {
    std::vector<flow::Entry> found;
    TRY(visit_all(EntryQuery::of_trace(reader, trace), [&](const flow::Entry& entry) {
      found.push_back(entry);
      return true;
    }));
    return found;
  });
}

Status SqliteJournal::scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const {
  return body_->reading([&](store::Database& reader) { return visit_all(EntryQuery::by_seq(reader, first), visit); });
}

Status SqliteJournal::scan_back(const std::function<bool(const flow::Entry&)>& visit) const {
  return body_->reading([&](store::Database& reader) { return visit_all(EntryQuery::backwards(reader), visit); });
}

bool SqliteJournal::wait_for(flow::MessageId seq, Duration patience) const {
  return body_->settled.wait_for(patience, [&](const Body::Settled& now) { return now.last >= seq.value; });
}

Status SqliteJournal::look_back(flow::MessageId first, flow::MessageId before, std::span<const size_t> kinds,
                                const std::function<bool(const flow::Entry&)>& visit) const {
  return body_->reading(
      [&](store::Database& reader) { return visit_all(EntryQuery::back_over(reader, first, before, kinds), visit); });
}

flow::MessageId SqliteJournal::last() const { return {body_->last}; }

void SqliteJournal::append(Batch batch) {
  CHECK(!batch.entries.empty());
  body_->last = batch.entries.back().seq.value;
  ++body_->appended;
  if (!body_->queue.push(std::move(batch))) body_->settled.change([](Body::Settled& now) { ++now.batches; });
}

Status SqliteJournal::flush() {
  const uint64_t until = body_->appended;
  const auto all_settled = [&](const Body::Settled& now) { return now.batches >= until; };
  while (!body_->settled.wait_for(std::chrono::seconds(1), all_settled)) {}
  return body_->first_failure.with([](const Status& failure) { return failure; });
}

const JournalOpened& SqliteJournal::opened() const { return body_->opened; }

Status SqliteJournal::disk() const {
  if (body_->disk_ok) return ok();
  return unavailable(body_->reason.with([](const std::string& reason) { return reason; }));
}

SqliteJournal::Health SqliteJournal::health() const {
  Health health{body_->written, body_->lost, 0, body_->disk_ok, {}};
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(body_->path, ignored);
  health.bytes = ignored ? 0 : bytes;
  if (!health.disk_ok) health.reason = body_->reason.with([](const std::string& reason) { return reason; });
  return health;
}

}  // namespace hearth::memory
