#include "connect/control/access.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace hearth::connect {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::string default_control_socket() {
  if (std::string named = environment("HEARTH_SOCKET"); !named.empty()) return named;
  if (const std::string runtime = environment("XDG_RUNTIME_DIR"); !runtime.empty()) return runtime + "/hearth.sock";
  const std::string home = environment("HOME");
  return geteuid() == 0 || home.empty() ? "/run/hearth/hearth.sock" : home + "/.hearth/hearth.sock";
}

Status make_folder_of(const std::string& socket) {
  const std::filesystem::path folder = std::filesystem::path(socket).parent_path();
  if (folder.empty() || mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return ok();
  return unavailable(std::string("cannot make the socket's folder: ") + std::strerror(errno), folder.string());
}

Result<std::string> read_token(const std::string& file) {
  struct stat about{};
  if (::stat(file.c_str(), &about) != 0) return not_found("no such token file", file);
  if ((about.st_mode & 077) != 0) return denied("others can read the token; expected mode 0600", file);
  std::ifstream in(file);
  std::string token;
  std::getline(in, token);
  if (token.size() < 16) return invalid("expected a token of at least 16 characters on the first line", file);
  constexpr std::string_view kMayStand = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-";
  if (token.find_first_not_of(kMayStand) != std::string::npos) {
    return invalid("expected a token of letters, digits and . _ ~ - alone, such as openssl rand -hex 32 makes", file);
  }
  return token;
}

}  // namespace hearth::connect
