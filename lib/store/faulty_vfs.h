// A disk that fails on command, for crash tests. Linked by tests alone (TEST_DEPENDS store_faulty).
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace hearth::store {

struct FaultyDisk;

/// Stands between SQLite and the file system under a name of its own: pass `name()` as DatabaseOptions::vfs. A change
/// is one write, truncation or removal of a file; a sync is counted apart. Thread-safe.
///
///     for (uint64_t n = 0;; ++n) {                     // stop at every write
///       FaultyVfs disk;
///       disk.crash_after_changes(n);
///       run_story(path, disk.name());                  // its Database must be gone when this returns
///       if (!disk.crashed()) break;
///       disk.power_cut(n);                             // or disk.revive(): a mere kill -9
///       compare(recover(path, disk.name()));
///     }
///
/// Every Database opened through it must be closed before revive, power_cut and the end of the FaultyVfs.
class FaultyVfs {
 public:
  explicit FaultyVfs(std::string name = "faulty");
  ~FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;

  const std::string& name() const { return name_; }

  /// How many have reached the disk since the start.
  uint64_t changes() const;
  uint64_t syncs() const;

  /// What a crash does: the disk refuses everything from then on, as if the process had died, and what was written lies
  /// as it was; or the process really ends, with status kCrashStatus and without a word.
  enum class Crash : unsigned char { Refuse, Exit };
  static constexpr int kCrashStatus = 137;
  /// Lets `count` further changes (or syncs) through and crashes at the next. `torn`: half of the write that crashes
  /// still reaches the disk.
  void crash_after_changes(uint64_t count, Crash crash = Crash::Refuse, bool torn = false);
  void crash_after_syncs(uint64_t count, Crash crash = Crash::Refuse);
  bool crashed() const;
  /// The process is started again: the disk works, what was written (synced or not) is there, no fault is armed.
  void revive();
  /// Power fails and returns: of each file only what was synced is there, and of the writes since then a random half
  /// by `seed`, in any combination; with seed 0, none. Then as revive.
  void power_cut(uint64_t seed = 0);

  /// Lets files grow by `bytes` in all, then answers SQLITE_FULL to what would make them longer.
  void fill_after(uint64_t bytes);
  void free_space();
  /// The file system is mounted read-only from now on.
  void set_read_only(bool read_only);
  /// Every sync fails with SQLITE_IOERR_FSYNC.
  void set_sync_fails(bool fails);
  /// Every sync takes this much longer.
  void set_sync_delay(std::chrono::milliseconds delay);

 private:
  std::string name_;
  std::unique_ptr<FaultyDisk> disk_;
};

}  // namespace hearth::store
