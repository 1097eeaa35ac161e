// The journal as one SQLite file a home, through lib/store.
#pragma once

#include <filesystem>

#include "base/clock.h"
#include "memory/journal.h"

namespace hearth::memory {

struct SqliteJournalOptions {
  bool read_only = false;
  std::string vfs;               ///< SQLite file system, for tests; empty is the system's own
  const Clock* clock = nullptr;  ///< names what is moved aside, and the owner's lock; null: the system's
  size_t queue_capacity = 4096;  ///< batches waiting for the writer; a full queue makes append wait (back-pressure)
};

struct JournalOpened {
  bool created = false;
  bool crashed = false;     ///< the last run did not close it
  std::string moved_aside;  ///< where a corrupt file was put; empty when there was none
};

/// Owns a writer thread that commits what has gathered in one go. Closing flushes.
/// Errors of open: Denied when another process owns it, InvalidInput when it is newer than this program, Unavailable.
/// When a disk refuses, batches are reported as failed and their entries lost; when it takes again, the first batch is
/// preceded by a Gap entry that says since when and how many; its time is that of the batch.
class SqliteJournal final : public Journal {
 public:
  static Result<std::unique_ptr<SqliteJournal>> open(const std::filesystem::path& path,
                                                     const SqliteJournalOptions& options = {});
  ~SqliteJournal() override;

  Result<flow::Entry> read(flow::MessageId seq) const override;
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override;
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override;
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override;
  bool wait_for(flow::MessageId seq, Duration patience) const override;
  Status look_back(flow::MessageId first, flow::MessageId before, std::span<const size_t> kinds,
                   const std::function<bool(const flow::Entry&)>& visit) const override;
  flow::MessageId last() const override;
  void append(Batch batch) override;
  Status flush() override;

  const JournalOpened& opened() const;
  /// Whether the disk takes writes; Unavailable says why not. Any thread; does not touch the disk.
  Status disk() const;
  /// Entries written, bytes of the file, whether the disk takes writes; any thread.
  struct Health {
    uint64_t written = 0, lost = 0, bytes = 0;
    bool disk_ok = true;
    std::string reason;
  };
  Health health() const;

 private:
  struct Body;
  explicit SqliteJournal(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

}  // namespace hearth::memory
