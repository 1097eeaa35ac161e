#include "net/mosquitto_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>
#include <utility>

namespace hearth::net {

namespace {

sockaddr_in loopback(uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

bool answers(uint16_t port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  const bool connected = connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(descriptor);
  return connected;
}

std::string find_program() {
  for (const char* path : {"/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto"}) {
    if (access(path, X_OK) == 0) return path;
  }
  return {};
}

}  // namespace

uint16_t free_loopback_port() {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  CHECK(bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size) == 0);
  CHECK(getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  close(descriptor);
  return ntohs(address.sin_port);
}

Result<MosquittoProcess> MosquittoProcess::start(const std::string& configuration) {
  const uint16_t port = free_loopback_port();
  return start_at(port, fmt::format("listener {} 127.0.0.1\n{}", port, configuration));
}

Result<MosquittoProcess> MosquittoProcess::start_at(uint16_t port, const std::string& configuration) {
  std::string folder = (std::filesystem::temp_directory_path() / "mosquitto-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return unavailable("cannot make a folder", folder);
  MosquittoProcess broker(folder, port);
  std::ofstream file(folder + "/mosquitto.conf");
  if (geteuid() == 0) file << "user root\n";  // who made the folder
  file << "log_dest file " << folder << "/mosquitto.log\nlog_type all\nset_tcp_nodelay true\n" << configuration;
  file.close();
  TRY(broker.launch());
  return broker;
}

Status MosquittoProcess::launch() {
  const std::string program = find_program();
  if (program.empty()) return not_found("no mosquitto is installed (Debian package mosquitto)");
  const std::string file = folder_ + "/mosquitto.conf";
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    const int null = ::open("/dev/null", O_RDWR);
    for (const int descriptor : {0, 1, 2}) dup2(null, descriptor);
    execl(program.c_str(), "mosquitto", "-c", file.c_str(), nullptr);
    _exit(127);
  }
  for (int i = 0; i < 500; ++i) {
    if (answers(port_)) return ok();
    if (waitpid(process_, nullptr, WNOHANG) == process_) {
      process_ = -1;
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::string all = log();
  return unavailable("mosquitto did not start: " + all.substr(all.size() - std::min<size_t>(all.size(), 500)), file);
}

MosquittoProcess::MosquittoProcess(MosquittoProcess&& other) noexcept
    : folder_(std::exchange(other.folder_, {})), port_(other.port_), process_(std::exchange(other.process_, -1)) {}

MosquittoProcess::~MosquittoProcess() {
  kill();
  if (!folder_.empty()) std::filesystem::remove_all(folder_);
}

void MosquittoProcess::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = -1;
}

Status MosquittoProcess::restart() {
  kill();
  return launch();
}

void MosquittoProcess::freeze() {
  if (process_ > 0) ::kill(process_, SIGSTOP);
}
void MosquittoProcess::thaw() {
  if (process_ > 0) ::kill(process_, SIGCONT);
}

std::string MosquittoProcess::log() const {
  std::ifstream file(folder_ + "/mosquitto.log");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace hearth::net
