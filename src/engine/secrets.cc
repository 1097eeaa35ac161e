#include "engine/secrets.h"

#include <sys/stat.h>

#include "base/file.h"
#include "connect/control/access.h"
#include "net/http_access.h"

namespace hearth::engine {
Result<std::string> read_or_make_token(const std::filesystem::path& file) {
  struct stat about{};
  const bool there = ::stat(file.c_str(), &about) == 0;
  if (there && about.st_size > 0) return connect::read_token(file.string());  // an empty one was never finished
  std::error_code ignored;
  if (std::filesystem::create_directories(file.parent_path(), ignored)) {
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, ignored);
  }
  std::string token = net::random_token();
  TRY(replace_file(file, token + "\n", 0600));
  return token;
}

}  // namespace hearth::engine
