#include "store/owner_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace hearth::store {

namespace {

std::string holder(int descriptor) {
  std::array<char, 200> text{};
  const ssize_t length = pread(descriptor, text.data(), text.size(), 0);
  std::string name(text.data(), length > 0 ? static_cast<size_t>(length) : 0);
  while (!name.empty() && name.back() == '\n') name.pop_back();
  return name.empty() ? "another process" : name;
}

}  // namespace

Result<OwnerLock> OwnerLock::take(const std::string& path, Time now) {
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return unavailable(
        fmt::format("cannot create the lock file: {}; the directory must exist and be writable", std::strerror(errno)),
        path);
  }
  OwnerLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return unavailable(fmt::format("cannot lock: {}", std::strerror(errno)), path);
    return unavailable(fmt::format("in use by {}; stop it first, or choose another file", holder(descriptor)), path);
  }
  const std::string name =
      fmt::format("{}, process {}, since {}\n", program_invocation_short_name, getpid(), to_iso8601(now));
  // The name only serves the error message: on a full disk the lock holds without it.
  if (ftruncate(descriptor, 0) == 0) (void)!pwrite(descriptor, name.data(), name.size(), 0);
  return lock;
}

OwnerLock::OwnerLock(OwnerLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

OwnerLock::~OwnerLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace hearth::store
