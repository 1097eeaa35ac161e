// A connection that has become a WebSocket. Internal.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <memory>
#include <string>

#include "net/http_connection.h"
#include "net/web_socket.h"

namespace hearth::net {

/// Reads what the client says, writes what waits in its WebSocket, pings, and ends both. Kept alive by its own pending
/// operations. The server's thread alone.
class WebSocketSession : public std::enable_shared_from_this<WebSocketSession> {
 public:
  /// `origin` is kept as long as this lives: the server counts connections by it.
  WebSocketSession(HttpStream stream, std::shared_ptr<HttpShared> shared, std::shared_ptr<HttpConnection> origin,
                   SocketRoute handler);
  ~WebSocketSession();

  void accept(HttpMessage message, const HttpRequest& request);
  /// Ends it without a farewell.
  void abort();

 private:
  void read();
  /// Writes what waits, one message after the other, then ends when that is due.
  void work();
  void end(SocketClose why, const std::string& reason);

  beast::websocket::stream<HttpStream> stream_;
  const std::shared_ptr<HttpShared> shared_;
  const std::shared_ptr<HttpConnection> origin_;
  const SocketRoute handler_;
  std::shared_ptr<WebSocket> socket_;
  HttpMessage message_;
  beast::flat_buffer buffer_;
  std::string text_;  // being written
  asio::steady_timer farewell_;
  bool accepted_ = false, writing_ = false, ending_ = false, closed_ = false;
};

}  // namespace hearth::net
