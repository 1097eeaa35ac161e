// The state of a FaultyVfs and the files it hands to SQLite. Internal to faulty_*.cc.
#pragma once

#include <sqlite3.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/guarded.h"
#include "store/faulty_vfs.h"

namespace hearth::store {

/// One change that has not been synced.
struct PendingChange {
  bool truncates = false;
  uint64_t offset = 0;  // or the new length
  std::string data;
};

/// What a file would hold after a power cut, and what came since.
struct FileImage {
  std::string synced;
  std::vector<PendingChange> pending;
};

void apply(const PendingChange& change, std::string& content);

/// What is armed and counted; guarded, for a reader's connection may live on another thread.
struct FaultyState {
  uint64_t changes = 0, syncs = 0, open_files = 0;
  std::optional<uint64_t> changes_left, syncs_left, bytes_left;
  FaultyVfs::Crash crash = FaultyVfs::Crash::Refuse;
  bool torn = false, crashed = false, read_only = false, sync_fails = false;
  std::chrono::milliseconds sync_delay{0};
  std::map<std::string, FileImage> images;

  /// Counts one change and says whether it may happen: SQLITE_OK, or the code of the armed fault.
  int admit_change();
  int admit_sync();
};

struct FaultyDisk {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  Guarded<FaultyState> state;
};

/// What SQLite sees as an open file; the real one lies right behind it in the same memory.
struct FaultyFile {
  sqlite3_file base;
  FaultyDisk* disk;
  const char* name;  // owned by SQLite while open; null for temporary files, which no fault touches
  sqlite3_file* real;
};

/// The table of methods of FaultyFile.
const sqlite3_io_methods* faulty_methods();

}  // namespace hearth::store
