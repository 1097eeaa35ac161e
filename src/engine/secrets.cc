#include "engine/secrets.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "connect/control/access.h"
#include "net/http_access.h"

namespace hearth::engine {
namespace {

Error problem(const std::string& what, const std::filesystem::path& file) {
  return unavailable(what + ": " + std::strerror(errno), file.string());
}

/// Writes what lies under a name to the disk itself.
Status sync(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return problem("cannot open it", path);
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced ? ok() : Status(problem("cannot write it to the disk", path));
}

/// After it, the file holds all of it, or is as it was: also when the power goes in between. Mode 0600.
Status write_whole(const std::filesystem::path& file, const std::string& text) {
  const std::filesystem::path fresh = file.string() + ".new";
  ::unlink(fresh.c_str());  // left behind by a start that was killed
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return problem("cannot make the token file", file);
  const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (::close(descriptor) != 0 || !written) return problem("cannot write the token file", file);
  TRY(sync(fresh, O_RDONLY));
  if (::rename(fresh.c_str(), file.c_str()) != 0) return problem("cannot make the token file", file);
  const std::filesystem::path folder = file.parent_path();
  return sync(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
}

}  // namespace

Result<std::string> read_or_make_token(const std::filesystem::path& file) {
  struct stat about{};
  const bool there = ::stat(file.c_str(), &about) == 0;
  if (there && about.st_size > 0) return connect::read_token(file.string());  // an empty one was never finished
  std::error_code ignored;
  if (std::filesystem::create_directories(file.parent_path(), ignored)) {
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, ignored);
  }
  std::string token = net::random_token();
  TRY(write_whole(file, token + "\n"));
  return token;
}

}  // namespace hearth::engine
