#include "base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>

namespace hearth {
namespace {

namespace fs = std::filesystem;

Error problem(const char* what, const fs::path& file) {
  return unavailable(std::string(what) + ": " + std::strerror(errno), file.string());
}

/// A name beside the file that no other thread or program takes.
fs::path name_beside(const fs::path& file) {
  static std::atomic<unsigned> made = 0;
  return file.string() + ".new." + std::to_string(::getpid()) + "." + std::to_string(++made);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

Status write_and_sync(const fs::path& fresh, std::string_view bytes, mode_t mode) {
  ::unlink(fresh.c_str());  // left behind by one of this number that was killed
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (descriptor < 0) return problem("cannot be made", fresh);
  const bool written = write_all(descriptor, bytes) && ::fsync(descriptor) == 0;
  const int failure = errno;
  if (::close(descriptor) == 0 && written) return ok();
  if (!written) errno = failure;
  return problem("cannot be written", fresh);
}

/// The new name is on the disk only once its folder is.
Status sync_folder(const fs::path& file) {
  const fs::path folder = file.parent_path().empty() ? fs::path(".") : file.parent_path();
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return problem("its folder cannot be opened", file);
  const bool synced = ::fsync(descriptor) == 0;
  const int failure = errno;
  ::close(descriptor);
  errno = failure;
  return synced ? ok() : Status(problem("its folder cannot be written", file));
}

}  // namespace

Result<std::string> read_file(const fs::path& file) {
  const auto failed = [&] { return not_found(std::string("cannot be read: ") + std::strerror(errno), file.string()); };
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed();
  std::string bytes;
  std::array<char, 64 * 1024> part{};
  ssize_t got = 0;
  do {
    got = ::read(descriptor, part.data(), part.size());
    if (got > 0) bytes.append(part.data(), static_cast<size_t>(got));
  } while (got > 0 || (got < 0 && errno == EINTR));
  const int failure = errno;
  ::close(descriptor);
  errno = failure;
  if (got < 0) return failed();
  return bytes;
}

Status replace_file(const fs::path& file, std::string_view bytes, mode_t mode) {
  const fs::path fresh = name_beside(file);
  const Status written = write_and_sync(fresh, bytes, mode);
  if (written && ::rename(fresh.c_str(), file.c_str()) == 0) return sync_folder(file);
  const Error why = written ? problem("cannot be replaced", file) : Error{written.error()};
  ::unlink(fresh.c_str());
  return Error{why.kind, why.message, file.string()};
}

}  // namespace hearth
