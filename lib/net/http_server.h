// An HTTP and WebSocket server for a few local clients: the program's own shell commands, and the household's browsers.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/http.h"
#include "net/http_routes.h"

namespace hearth::net {

struct HttpServerOptions {
  HttpAddress address;
  std::string token;             ///< clients must show it (Authorization: Bearer); required with TCP
  bool beyond_loopback = false;  ///< allows an address that other machines can reach
  /// Names by which this server is called beside its own address and those of loopback (TCP; without port). On every
  /// address of the machine (0.0.0.0, ::) at least one is expected: browsers are refused by any other name.
  std::vector<std::string> hosts;
  HttpHeaders headers;          ///< sent with every response
  std::string socket_protocol;  ///< that clients of WebSockets speak; empty: none is expected
  std::string token_protocol;   ///< prefix of the one by which a browser may show the token, see parse_protocols
  SocketLimits sockets;
  size_t max_header_bytes = 16u << 10;
  size_t max_body_bytes = 1u << 20;
  size_t max_connections = 64;  ///< with sockets; beyond it the longest waiting that has shown no token yet makes room
  std::chrono::milliseconds request_patience{10000};  ///< for one whole request to arrive, or the next to begin
  std::chrono::milliseconds answer_patience{60000};   ///< for the handler to answer; then the client gets a 504
};

/// Handlers run on the server's own thread, one at a time, and must not block it; they may keep the HttpResponder and
/// answer later from any thread. A Unix socket is made with mode 0600; a stale one is replaced, a living one refused.
class HttpServer {
 public:
  /// Errors: Unavailable (address taken, no directory), InvalidInput (TCP without a token, path too long for a socket,
  /// an address beyond loopback that was not allowed, all addresses without a name).
  static Result<std::unique_ptr<HttpServer>> start(const HttpServerOptions& options, HttpRoutes routes);
  /// Stops.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Where it listens, with the port that was taken.
  const HttpAddress& address() const;
  /// Closes all connections, answered or not, removes the socket and ends the thread. Not from a handler.
  void stop();

 private:
  class State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hearth::net
