// A disk that fails on command, beneath one process: LD_PRELOAD it, and write into the file that HEARTH_DISK names what
// the disk does to files ending in .db, .db-wal and .db-journal: "ok", "full", "read-only", or "slow 2000" (ms a sync).
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace {

enum class Disk { Ok, Full, ReadOnly, Slow };

/// Only what opens nothing through the functions below.
Disk disk(int& slow_ms) {
  const char* path = std::getenv("HEARTH_DISK");
  if (path == nullptr) return Disk::Ok;
  const long file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return Disk::Ok;
  char text[32] = {};
  const long size = syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  if (size <= 0) return Disk::Ok;
  if (std::strncmp(text, "full", 4) == 0) return Disk::Full;
  if (std::strncmp(text, "read-only", 9) == 0) return Disk::ReadOnly;
  return std::sscanf(text, "slow %d", &slow_ms) == 1 ? Disk::Slow : Disk::Ok;
}

bool is_journal(int file) {
  char link[64], name[4096];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = readlink(link, name, sizeof name - 1);
  if (size <= 0) return false;
  name[size] = 0;
  for (const char* ending : {".db", ".db-wal", ".db-journal"}) {
    const size_t length = std::strlen(ending);
    if (static_cast<size_t>(size) > length && std::strcmp(name + size - length, ending) == 0) return true;
  }
  return false;
}

/// True, with errno set, when the disk refuses to change that file.
bool refuses(int file) {
  const int before = errno;
  int slow_ms = 0;
  const Disk now = disk(slow_ms);
  const bool refused = (now == Disk::Full || now == Disk::ReadOnly) && is_journal(file);
  errno = !refused ? before : now == Disk::Full ? ENOSPC : EROFS;
  return refused;
}

int sync_slowly(int file, int (*real)(int)) {
  const int before = errno;
  int slow_ms = 0;
  if (disk(slow_ms) == Disk::Slow && is_journal(file)) usleep(static_cast<useconds_t>(slow_ms) * 1000);
  errno = before;
  return refuses(file) ? -1 : real(file);
}

template <class Function>
Function next(Function, const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* data, size_t size) {
  static const auto real = next(&write, "write");
  return refuses(file) ? -1 : real(file, data, size);
}
ssize_t pwrite(int file, const void* data, size_t size, off_t at) {
  static const auto real = next(&pwrite, "pwrite");
  return refuses(file) ? -1 : real(file, data, size, at);
}
ssize_t pwrite64(int file, const void* data, size_t size, off64_t at) {
  static const auto real = next(&pwrite64, "pwrite64");
  return refuses(file) ? -1 : real(file, data, size, at);
}
int ftruncate(int file, off_t size) noexcept {
  static const auto real = next(&ftruncate, "ftruncate");
  return refuses(file) ? -1 : real(file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
  static const auto real = next(&ftruncate64, "ftruncate64");
  return refuses(file) ? -1 : real(file, size);
}
int fsync(int file) {
  static const auto real = next(&fsync, "fsync");
  return sync_slowly(file, real);
}
int fdatasync(int file) {
  static const auto real = next(&fdatasync, "fdatasync");
  return sync_slowly(file, real);
}
}
