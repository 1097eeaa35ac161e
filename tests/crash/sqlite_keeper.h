// A story's journal in a real file on a disk that can fail.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "memory/sqlite_journal.h"
#include "store/faulty_vfs.h"
#include "tests/stories/story_journal.h"

namespace hearth::crash {

/// Once the disk has crashed, the process counts as dead: what the journal would still report reaches nobody.
class SqliteKeeper final : public stories::JournalKeeper {
 public:
  /// `disk` must outlive the keeper.
  SqliteKeeper(std::filesystem::path file, store::FaultyVfs& disk) : file_(std::move(file)), disk_(disk) {}

  Result<memory::Journal*> open() override;
  bool crashed() const override { return journal_ != nullptr && journal_->opened().crashed; }
  void close(bool killed) override;
  bool dead() const override { return disk_.crashed(); }
  Status set_full(bool full) override;

 private:
  class Mortal;

  const std::filesystem::path file_;
  store::FaultyVfs& disk_;
  std::unique_ptr<memory::SqliteJournal> journal_;
  std::unique_ptr<memory::Journal> mortal_;
};

}  // namespace hearth::crash
