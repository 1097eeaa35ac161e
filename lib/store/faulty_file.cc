#include "store/faulty_file.h"

#include <unistd.h>

#include <algorithm>
#include <thread>

namespace hearth::store {

void apply(const PendingChange& change, std::string& content) {
  if (change.truncates) {
    content.resize(change.offset);
    return;
  }
  content.resize(std::max<size_t>(content.size(), change.offset + change.data.size()));
  content.replace(change.offset, change.data.size(), change.data);
}

int FaultyState::admit_change() {
  if (crashed) return SQLITE_IOERR;
  if (read_only) return SQLITE_READONLY;
  if (changes_left && (*changes_left)-- == 0) {
    crashed = true;
    if (crash == FaultyVfs::Crash::Exit && !torn) _exit(FaultyVfs::kCrashStatus);
    return SQLITE_IOERR;
  }
  ++changes;
  return SQLITE_OK;
}

int FaultyState::admit_sync() {
  if (crashed || sync_fails) return SQLITE_IOERR_FSYNC;
  if (syncs_left && (*syncs_left)-- == 0) {
    crashed = true;
    if (crash == FaultyVfs::Crash::Exit) _exit(FaultyVfs::kCrashStatus);
    return SQLITE_IOERR_FSYNC;
  }
  ++syncs;
  return SQLITE_OK;
}

namespace {

FaultyFile& self(sqlite3_file* file) { return *reinterpret_cast<FaultyFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return self(file).real; }

int close_file(sqlite3_file* file) {
  self(file).disk->state.with([](FaultyState& state) { --state.open_files; });
  return real(file)->pMethods->xClose(real(file));
}

int read(sqlite3_file* file, void* into, int length, sqlite3_int64 offset) {
  if (self(file).disk->state.with([](FaultyState& state) { return state.crashed; })) return SQLITE_IOERR_READ;
  return real(file)->pMethods->xRead(real(file), into, length, offset);
}

int write(sqlite3_file* file, const void* data, int length, sqlite3_int64 offset) {
  FaultyFile& me = self(file);
  if (me.name == nullptr) return me.real->pMethods->xWrite(me.real, data, length, offset);
  return me.disk->state.with([&](FaultyState& state) {
    const bool dead_before = state.crashed;
    if (state.bytes_left && !state.crashed) {
      sqlite3_int64 size = 0;
      me.real->pMethods->xFileSize(me.real, &size);
      const uint64_t growth = static_cast<uint64_t>(std::max<sqlite3_int64>(0, offset + length - size));
      if (growth > *state.bytes_left) return SQLITE_FULL;
      *state.bytes_left -= growth;
    }
    const int code = state.admit_change();
    int kept = length;
    if (code != SQLITE_OK) {
      if (dead_before || !state.crashed || !state.torn) return code;
      kept = length / 2;
    }
    const auto* bytes = static_cast<const char*>(data);
    state.images[me.name].pending.push_back(
        {.offset = static_cast<uint64_t>(offset), .data = std::string(bytes, static_cast<size_t>(kept))});
    const int written = me.real->pMethods->xWrite(me.real, data, kept, offset);
    if (code == SQLITE_OK) return written;
    if (state.crash == FaultyVfs::Crash::Exit) _exit(FaultyVfs::kCrashStatus);
    return code;
  });
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  FaultyFile& me = self(file);
  if (me.name == nullptr) return me.real->pMethods->xTruncate(me.real, size);
  return me.disk->state.with([&](FaultyState& state) {
    const int code = state.admit_change();
    if (code != SQLITE_OK) return code;
    state.images[me.name].pending.push_back({.truncates = true, .offset = static_cast<uint64_t>(size)});
    return me.real->pMethods->xTruncate(me.real, size);
  });
}

int sync(sqlite3_file* file, int) {
  FaultyFile& me = self(file);
  std::this_thread::sleep_for(me.disk->state.with([](FaultyState& state) { return state.sync_delay; }));
  return me.disk->state.with([&](FaultyState& state) {
    const int code = state.admit_sync();
    if (code != SQLITE_OK) return code;
    if (me.name != nullptr) {
      FileImage& image = state.images[me.name];
      for (const PendingChange& change : image.pending) apply(change, image.synced);
      image.pending.clear();
    }
    return SQLITE_OK;  // the images stand for the disk; waiting for the real one would only slow the tests
  });
}

int file_size(sqlite3_file* file, sqlite3_int64* size) { return real(file)->pMethods->xFileSize(real(file), size); }
int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int check_reserved(sqlite3_file* file, int* result) {
  return real(file)->pMethods->xCheckReservedLock(real(file), result);
}
int control(sqlite3_file* file, int operation, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int shm_unmap(sqlite3_file* file, int remove) {
  // A process that died removes nothing.
  const bool crashed = self(file).disk->state.with([](FaultyState& state) { return state.crashed; });
  return real(file)->pMethods->xShmUnmap(real(file), crashed ? 0 : remove);
}

}  // namespace

const sqlite3_io_methods* faulty_methods() {
  // Version 2: shared memory for the log, no memory-mapped pages, so that every write passes here.
  static const sqlite3_io_methods methods = [] {
    sqlite3_io_methods table{};
    table.iVersion = 2;
    table.xClose = close_file;
    table.xRead = read;
    table.xWrite = write;
    table.xTruncate = truncate;
    table.xSync = sync;
    table.xFileSize = file_size;
    table.xLock = lock;
    table.xUnlock = unlock;
    table.xCheckReservedLock = check_reserved;
    table.xFileControl = control;
    table.xSectorSize = sector_size;
    table.xDeviceCharacteristics = characteristics;
    table.xShmMap = shm_map;
    table.xShmLock = shm_lock;
    table.xShmBarrier = shm_barrier;
    table.xShmUnmap = shm_unmap;
    return table;
  }();
  return &methods;
}

}  // namespace hearth::store
