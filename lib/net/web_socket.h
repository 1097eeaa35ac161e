// A WebSocket (RFC 6455) of a client, as the rest of the program sees it: text out, little in.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/guarded.h"
#include "net/http.h"
#include "net/outbox.h"

namespace hearth::net {

/// Why a socket closes (RFC 6455, section 7.4.1).
enum class SocketClose : uint16_t { Normal = 1000, GoingAway = 1001, TooBig = 1009, TryAgainLater = 1013 };

struct SocketLimits {
  size_t most_sockets = 32;
  size_t most_waiting = 1024;  ///< messages for a reader who does not keep up; then it is closed with 1013
  size_t most_waiting_bytes = 1u << 20;
  size_t most_message_bytes = 4096;       ///< of the client; a longer one closes with 1009
  std::chrono::milliseconds idle{60000};  ///< without a sign of the peer, pings included
};

/// One open socket. Thread-safe; keep it as long as you like, it knows when it has closed.
class WebSocket {
 public:
  /// `wake` is called from any thread when there is something new to do; internal to the server.
  WebSocket(const SocketLimits& limits, std::function<void()> wake);

  /// Queues a text. A waiting one of the same `key` is taken back. False when the socket is closed, or closes because
  /// its reader has fallen behind.
  bool send(std::string text, const std::string& key = {});
  /// Closes once what waits has been sent, but for TryAgainLater, which closes at once.
  void close(SocketClose why, std::string_view reason);
  bool open() const;
  /// True when it was closed because of a slow reader.
  bool fell_behind() const;

 private:
  friend class WebSocketSession;
  struct Ending {
    SocketClose why = SocketClose::Normal;
    std::string reason;
  };
  struct State {
    Outbox outbox;
    bool open = true;  // takes messages
    bool fell_behind = false;
    std::optional<Ending> ending;
  };
  /// What to do next: a text to write, or how to end; nothing when there is neither.
  std::optional<std::string> next_text();
  std::optional<Ending> next_ending();
  void gone();

  const std::function<void()> wake_;
  Guarded<State> state_;
};

/// What a route does with the sockets of its clients. Called on the server's thread; must not block.
struct SocketRoute {
  std::function<void(const std::shared_ptr<WebSocket>&, const HttpRequest&)> opened;
  std::function<void(const std::shared_ptr<WebSocket>&, std::string_view text)> said;
};

}  // namespace hearth::net
