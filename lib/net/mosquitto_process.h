// A real mosquitto on a free loopback port, for tests. Linked by tests alone (TEST_DEPENDS net_mosquitto).
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "base/result.h"

namespace hearth::net {

/// A port of 127.0.0.1 that was free a moment ago.
uint16_t free_loopback_port();

/// The broker runs in a folder of its own under the system's temporary one and ends with this object, or with the
/// process. One thread at a time.
class MosquittoProcess {
 public:
  /// What stands in mosquitto.conf beside the listener; empty lets anybody in. Errors: NotFound when no mosquitto is
  /// installed, Unavailable with the end of its log when it does not start.
  static Result<MosquittoProcess> start(const std::string& configuration = "allow_anonymous true\n");
  /// As start, on a given port, with the listener's own lines in `configuration` (for TLS).
  static Result<MosquittoProcess> start_at(uint16_t port, const std::string& configuration);

  MosquittoProcess(MosquittoProcess&& other) noexcept;
  MosquittoProcess& operator=(MosquittoProcess&&) = delete;
  ~MosquittoProcess();

  uint16_t port() const { return port_; }
  /// Holds mosquitto.conf, mosquitto.log and whatever a test puts there.
  const std::string& folder() const { return folder_; }

  void kill();       ///< SIGKILL: gone at once, as in a power cut
  Status restart();  ///< ends it if need be and starts it again on the same port, with nothing remembered
  void freeze();     ///< SIGSTOP: still accepts connections, says nothing more
  void thaw();
  std::string log() const;

 private:
  MosquittoProcess(std::string folder, uint16_t port) : folder_(std::move(folder)), port_(port) {}
  Status launch();

  std::string folder_;
  uint16_t port_;
  pid_t process_ = -1;
};

}  // namespace hearth::net
