#include "engine/secrets.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "connect/control/access.h"
#include "net/http_access.h"

namespace hearth::engine {

Result<std::string> read_or_make_token(const std::filesystem::path& file) {
  struct stat about{};
  if (::stat(file.c_str(), &about) == 0) return connect::read_token(file.string());
  std::error_code ignored;
  if (std::filesystem::create_directories(file.parent_path(), ignored)) {
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, ignored);
  }
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return unavailable(std::string("cannot make the token file: ") + std::strerror(errno), file.string());
  }
  std::string token = net::random_token();
  const std::string line = token + "\n";
  const bool written = ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  if (::close(descriptor) != 0 || !written) {
    std::filesystem::remove(file, ignored);
    return unavailable("cannot write the token file", file.string());
  }
  return token;
}

}  // namespace hearth::engine
