// Every message in order, kept for good. Writing is asynchronous: nothing leaves the house before its entry is written.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "memory/projection.h"

namespace hearth::memory {

/// Committed: survives the death of the process. Synced: survives a power cut as well.
enum class Durability : uint8_t { Committed, Synced };

/// An input and all that it caused, written in one transaction or not at all.
struct Batch {
  std::vector<flow::Entry> entries;
  Durability durability = Durability::Committed;
  /// Called once, on the writer's thread, when the batch is as durable as asked, or with why it could not be written
  /// (Unavailable: disk full, read-only or dead). Must not block.
  std::function<void(const Status&)> written;
};

/// Origin of a Gap that stands in for an entry whose body cannot be read.
inline constexpr std::string_view kUnreadable = "unreadable";

/// Reads entries; safe beside a writer. Thread-safe. Where an entry's body cannot be read, `trace` and the scans give
/// a Gap of origin `kUnreadable` in its place, whose reason names the entry; `read` gives the error (Corrupt).
/// A visitor may read as well.
class EntryReader {
 public:
  virtual ~EntryReader() = default;
  /// NotFound when there is none of that number (yet).
  virtual Result<flow::Entry> read(flow::MessageId seq) const = 0;
  /// All entries of one trace, by number.
  virtual Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const = 0;
  /// Calls `visit` for entries with first <= seq, in order, until it returns false.
  virtual Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const = 0;
  /// The same backwards from the newest.
  virtual Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const = 0;
  /// Waits until the entry of that number has been written or refused, at most `patience`. False when time ran out.
  virtual bool wait_for(flow::MessageId seq, Duration patience) const;
  /// Backwards over the entries with first <= seq < before whose message is of one of these kinds (places in
  /// flow::Message). Costs less than a visit for each of the others.
  virtual Status look_back(flow::MessageId first, flow::MessageId before, std::span<const size_t> kinds,
                           const std::function<bool(const flow::Entry&)>& visit) const;
};

class Journal : public EntryReader {
 public:
  /// Number of the last entry that was appended, written or not; the house numbers the next one after it.
  virtual flow::MessageId last() const = 0;
  /// House thread. Never blocks beyond a bounded queue; batches are written in the order of their appending.
  virtual void append(Batch batch) = 0;
  /// Waits until all that was appended is written or refused. Errors: of the first batch that could not be written.
  virtual Status flush() = 0;
};

/// In memory, for stories and replay: written at once, on the caller's thread.
class MemoryJournal final : public Journal {
 public:
  Result<flow::Entry> read(flow::MessageId seq) const override;
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override;
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override;
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override;
  flow::MessageId last() const override;
  void append(Batch batch) override;
  Status flush() override { return ok(); }

  const std::vector<flow::Entry>& entries() const { return entries_; }

 private:
  std::vector<flow::Entry> entries_;
};

}  // namespace hearth::memory
