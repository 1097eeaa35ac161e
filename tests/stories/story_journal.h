// Where a story keeps its journal: in memory, on a disk that may be full.
#pragma once

#include <map>

#include "memory/journal.h"

namespace hearth::stories {

/// Keeps a journal over the restarts of a house.
class JournalKeeper {
 public:
  virtual ~JournalKeeper() = default;
  /// Before the house opens. The journal lives until close().
  virtual Result<memory::Journal*> open() = 0;
  /// True when the house that wrote last did not close the journal.
  virtual bool crashed() const = 0;
  /// After the house is gone. `killed`: without a word, as by kill -9.
  virtual void close(bool killed) = 0;
  /// True when the process that it stands for has died: nothing happens in the house any more.
  virtual bool dead() const { return false; }
  /// A full disk, or room again. Errors: InvalidInput where it cannot be had.
  virtual Status set_full(bool full) = 0;
};

/// As memory::SqliteJournal, without a file or a thread: what a full disk refuses leaves a hole, and the first entry
/// after it is a Gap.
class StoryJournal final : public memory::Journal {
 public:
  Result<flow::Entry> read(flow::MessageId seq) const override;
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override;
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override;
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override;
  flow::MessageId last() const override { return last_; }
  void append(memory::Batch batch) override;
  Status flush() override { return ok(); }

  void set_full(bool full) { full_ = full; }

 private:
  std::map<flow::MessageId, flow::Entry> entries_;
  flow::MessageId last_, first_lost_;
  Time lost_since_{};
  uint64_t lost_ = 0;
  bool full_ = false;
};

class MemoryKeeper final : public JournalKeeper {
 public:
  Result<memory::Journal*> open() override { return &journal_; }
  bool crashed() const override { return crashed_; }
  void close(bool killed) override { crashed_ = killed; }
  Status set_full(bool full) override {
    journal_.set_full(full);
    return ok();
  }

 private:
  StoryJournal journal_;
  bool crashed_ = false;
};

}  // namespace hearth::stories
