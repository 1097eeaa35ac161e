#include "store/faulty_vfs.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <utility>

#include "base/check.h"
#include "store/faulty_file.h"

namespace hearth::store {

namespace {

FaultyDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<FaultyDisk*>(vfs->pAppData); }

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  FaultyDisk& disk = disk_of(vfs);
  auto& me = *reinterpret_cast<FaultyFile*>(file);
  me.base.pMethods = nullptr;  // nothing to close unless this succeeds
  const bool lasting = name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) == 0;
  const int refused = disk.state.with([&](FaultyState& state) {
    if (state.crashed) return SQLITE_CANTOPEN;
    if (state.read_only && (flags & SQLITE_OPEN_CREATE) != 0 && lasting && !std::filesystem::exists(name)) {
      return SQLITE_CANTOPEN;
    }
    // What already lies on the disk when first seen counts as synced.
    if (lasting && !state.images.contains(name)) state.images[name].synced = content_of(name);
    return SQLITE_OK;
  });
  if (refused != SQLITE_OK) return refused;
  me.disk = &disk;
  me.name = lasting ? name : nullptr;
  me.real = reinterpret_cast<sqlite3_file*>(&me + 1);
  const int code = disk.real->xOpen(disk.real, name, me.real, flags, out_flags);
  if (code != SQLITE_OK) return code;
  me.base.pMethods = faulty_methods();
  disk.state.with([](FaultyState& state) { ++state.open_files; });
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_directory) {
  FaultyDisk& disk = disk_of(vfs);
  return disk.state.with([&](FaultyState& state) {
    const int code = state.admit_change();
    if (code != SQLITE_OK) return code == SQLITE_IOERR ? SQLITE_IOERR_DELETE : code;
    state.images.erase(name);
    return disk.real->xDelete(disk.real, name, sync_directory);
  });
}

int access_file(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
  return disk_of(vfs).real->xAccess(disk_of(vfs).real, name, flags, result);
}
int full_path(sqlite3_vfs* vfs, const char* name, int size, char* out) {
  return disk_of(vfs).real->xFullPathname(disk_of(vfs).real, name, size, out);
}
int randomness(sqlite3_vfs* vfs, int size, char* out) {
  return disk_of(vfs).real->xRandomness(disk_of(vfs).real, size, out);
}
int sleep_for(sqlite3_vfs* vfs, int microseconds) { return disk_of(vfs).real->xSleep(disk_of(vfs).real, microseconds); }
int current_time(sqlite3_vfs* vfs, double* out) { return disk_of(vfs).real->xCurrentTime(disk_of(vfs).real, out); }
int last_error(sqlite3_vfs* vfs, int size, char* out) {
  return disk_of(vfs).real->xGetLastError(disk_of(vfs).real, size, out);
}
int current_time_64(sqlite3_vfs* vfs, sqlite3_int64* out) {
  return disk_of(vfs).real->xCurrentTimeInt64(disk_of(vfs).real, out);
}

}  // namespace

FaultyVfs::FaultyVfs(std::string name) : name_(std::move(name)), disk_(std::make_unique<FaultyDisk>()) {
  CHECK(sqlite3_vfs_find(name_.c_str()) == nullptr);
  disk_->real = sqlite3_vfs_find(nullptr);
  CHECK(disk_->real != nullptr);
  sqlite3_vfs& vfs = disk_->vfs;
  vfs.iVersion = 2;
  vfs.szOsFile = static_cast<int>(sizeof(FaultyFile)) + disk_->real->szOsFile;
  vfs.mxPathname = disk_->real->mxPathname;
  vfs.zName = name_.c_str();
  vfs.pAppData = disk_.get();
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = access_file;
  vfs.xFullPathname = full_path;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleep_for;
  vfs.xCurrentTime = current_time;
  vfs.xGetLastError = last_error;
  vfs.xCurrentTimeInt64 = current_time_64;
  CHECK(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
}

FaultyVfs::~FaultyVfs() {
  CHECK(disk_->state.with([](FaultyState& state) { return state.open_files; }) == 0);
  sqlite3_vfs_unregister(&disk_->vfs);
}

uint64_t FaultyVfs::changes() const {
  return disk_->state.with([](const FaultyState& state) { return state.changes; });
}
uint64_t FaultyVfs::syncs() const {
  return disk_->state.with([](const FaultyState& state) { return state.syncs; });
}
bool FaultyVfs::crashed() const {
  return disk_->state.with([](const FaultyState& state) { return state.crashed; });
}

void FaultyVfs::crash_after_changes(uint64_t count, Crash crash, bool torn) {
  disk_->state.with([&](FaultyState& state) {
    state.changes_left = count;
    state.crash = crash;
    state.torn = torn;
  });
}

void FaultyVfs::crash_after_syncs(uint64_t count, Crash crash) {
  disk_->state.with([&](FaultyState& state) {
    state.syncs_left = count;
    state.crash = crash;
  });
}

void FaultyVfs::revive() {
  disk_->state.with([](FaultyState& state) {
    CHECK(state.open_files == 0);
    state.changes_left = state.syncs_left = state.bytes_left = std::nullopt;
    state.torn = state.crashed = state.read_only = state.sync_fails = false;
    state.sync_delay = std::chrono::milliseconds(0);
  });
}

void FaultyVfs::power_cut(uint64_t seed) {
  disk_->state.with([&](FaultyState& state) {
    CHECK(state.open_files == 0);
    std::mt19937_64 random(seed);
    for (auto& [name, image] : state.images) {
      for (const PendingChange& change : image.pending) {
        if (seed != 0 && (random() & 1) != 0) apply(change, image.synced);
      }
      image.pending.clear();
      std::ofstream(name, std::ios::binary | std::ios::trunc) << image.synced;
      std::filesystem::remove(name + "-shm");  // memory, which no power cut leaves
    }
  });
  revive();
}

void FaultyVfs::fill_after(uint64_t bytes) {
  disk_->state.with([&](FaultyState& state) { state.bytes_left = bytes; });
}
void FaultyVfs::free_space() {
  disk_->state.with([](FaultyState& state) { state.bytes_left.reset(); });
}
void FaultyVfs::set_read_only(bool read_only) {
  disk_->state.with([&](FaultyState& state) { state.read_only = read_only; });
}
void FaultyVfs::set_sync_fails(bool fails) {
  disk_->state.with([&](FaultyState& state) { state.sync_fails = fails; });
}
void FaultyVfs::set_sync_delay(std::chrono::milliseconds delay) {
  disk_->state.with([&](FaultyState& state) { state.sync_delay = delay; });
}

}  // namespace hearth::store
