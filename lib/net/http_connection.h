// One client of an HttpServer. Internal, as are all headers with Asio and Beast in them.
#pragma once

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <optional>

#include "net/http_server.h"

namespace hearth::net {

namespace asio = boost::asio;
namespace beast = boost::beast;

/// What all connections of a server share; read only once it runs.
struct HttpShared {
  HttpServerOptions options;
  HttpRoutes routes;
  /// Outlives the server as long as a responder waits somewhere.
  std::shared_ptr<asio::io_context> context = std::make_shared<asio::io_context>(1);
  size_t sockets = 0;  ///< open ones; the server's thread alone
};

using HttpStream = beast::basic_stream<asio::generic::stream_protocol>;
using HttpMessage = beast::http::request<beast::http::string_body>;

class WebSocketSession;

/// Reads a request, has it answered, and begins again. Kept alive by its own pending operations. The server's thread
/// alone.
class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
 public:
  using Socket = asio::generic::stream_protocol::socket;

  HttpConnection(Socket socket, std::shared_ptr<HttpShared> shared);
  ~HttpConnection();
  void run() { read(); }
  void close();
  /// Has shown the token, or has nothing to show; others may be closed to make room.
  bool trusted() const { return trusted_; }

 private:
  using Parser = beast::http::request_parser<beast::http::string_body>;

  void read();
  void on_read(beast::error_code error);
  /// The response when the client may not ask at all.
  std::optional<HttpResponse> refuse(const HttpMessage& message) const;
  bool shows_token(const HttpMessage& message, bool socket) const;
  void dispatch(HttpMessage message);
  void call(const HttpRoutes::Answerer& handler, HttpRequest request);
  void upgrade(const SocketRoute& handler, const HttpRequest& request, HttpMessage message);
  HttpResponder make_responder();
  void respond(HttpResponse response, bool keep);

  HttpStream stream_;
  const std::shared_ptr<HttpShared> shared_;
  std::weak_ptr<WebSocketSession> session_;  // once it has become one
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  asio::steady_timer answer_timer_;
  uint64_t turn_ = 0;  // counts requests, so that a late answer to one cannot go to the next
  bool waiting_ = false;
  bool keep_ = false;
  bool trusted_ = false;
  bool head_ = false;    // the answer goes without its body
  std::string allowed_;  // of a 405
};

}  // namespace hearth::net
