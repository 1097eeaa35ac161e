#include "net/http_connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <utility>

#include "net/http_access.h"
#include "net/web_socket_session.h"

namespace hearth::net {

namespace http = beast::http;

namespace {

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

/// What to tell a client whose request could not be read; nothing when there is nobody left to tell.
std::optional<HttpResponse> response_to(beast::error_code error, const HttpServerOptions& options) {
  if (error == http::error::body_limit) {
    return http_error(413, invalid(fmt::format("a body has {} bytes at most", options.max_body_bytes)));
  }
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return http_error(431, invalid(fmt::format("a header has {} bytes at most", options.max_header_bytes)));
  }
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  if (error.category() == http::make_error_code(http::error::bad_method).category()) {
    return http_error(400, invalid(fmt::format("not HTTP: {}", error.message())));
  }
  return std::nullopt;  // gone, or too slow
}

}  // namespace

HttpConnection::HttpConnection(Socket socket, std::shared_ptr<HttpShared> shared)
    : stream_(std::move(socket)), shared_(std::move(shared)), answer_timer_(stream_.get_executor()) {}

HttpConnection::~HttpConnection() = default;

void HttpConnection::close() {
  waiting_ = false;
  answer_timer_.cancel();
  if (const auto session = session_.lock()) return session->abort();
  stream_.close();
}

void HttpConnection::read() {
  parser_.emplace();
  parser_->header_limit(static_cast<uint32_t>(shared_->options.max_header_bytes));
  parser_->body_limit(shared_->options.max_body_bytes);
  stream_.expires_after(shared_->options.request_patience);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](beast::error_code error, size_t) { self->on_read(error); });
}

void HttpConnection::on_read(beast::error_code error) {
  ++turn_;
  allowed_.clear();
  head_ = false;
  if (error) {
    std::optional<HttpResponse> response = response_to(error, shared_->options);
    if (response) return respond(std::move(*response), false);
    return close();
  }
  stream_.expires_never();
  HttpMessage message = parser_->release();
  keep_ = message.keep_alive();
  head_ = message.method() == http::verb::head;
  if (std::optional<HttpResponse> refusal = refuse(message)) return respond(std::move(*refusal), false);
  dispatch(std::move(message));
}

std::optional<HttpResponse> HttpConnection::refuse(const HttpMessage& message) const {
  const HttpServerOptions& options = shared_->options;
  if (options.address.is_unix()) return std::nullopt;
  if (message.count(http::field::host) > 1 ||
      !host_allowed(view(message[http::field::host]), options.address.port, options.hosts)) {
    return http_error(421, denied("this server is not called by that name", "Host"));
  }
  if (!origin_allowed(view(message[http::field::origin]), options.address.port, options.hosts)) {
    return http_error(403, denied("a page of another site may not ask here", "Origin"));
  }
  return std::nullopt;
}

bool HttpConnection::shows_token(const HttpMessage& message, bool socket) const {
  const HttpServerOptions& options = shared_->options;
  if (bearer_allowed(view(message[http::field::authorization]), options.token)) return true;
  if (!socket || options.token_protocol.empty()) return false;
  const SocketProtocols offered = parse_protocols(view(message[http::field::sec_websocket_protocol]),
                                                  options.socket_protocol, options.token_protocol);
  return same_secret(offered.token, options.token);
}

void HttpConnection::dispatch(HttpMessage message) {
  const Result<HttpTarget> target = parse_target(view(message.target()));
  HttpRoutes::Match match;
  if (target.ok()) match = shared_->routes.find(view(message.method_string()), *target);
  const bool open_to_all = match.handler != nullptr && match.access == HttpRoutes::Access::Public;
  if (shows_token(message, match.socket != nullptr)) {
    trusted_ = true;
  } else if (!open_to_all) {
    return respond(http_error(401, denied("expected the server's token: Authorization: Bearer …", "Authorization")),
                   false);
  }
  if (!target.ok()) return respond(http_error(400, target.error()), keep_);
  if (match.handler == nullptr && match.socket == nullptr) {
    allowed_ = match.allowed;
    if (allowed_.empty()) return respond(http_error(404, not_found("no such path", target->path)), keep_);
    return respond(http_error(405, invalid(fmt::format("expected {}", allowed_), target->path)), keep_);
  }
  HttpRequest request{.method = std::string(view(message.method_string())),
                      .path = target->path,
                      .query = target->query,
                      .parameters = std::move(match.parameters),
                      .content_type = std::string(view(message[http::field::content_type])),
                      .if_none_match = std::string(view(message[http::field::if_none_match])),
                      .body = {}};
  if (match.socket != nullptr) return upgrade(*match.socket, request, std::move(message));
  request.body = std::move(message.body());
  call(*match.handler, std::move(request));
}

void HttpConnection::call(const HttpRoutes::Answerer& handler, HttpRequest request) {
  waiting_ = true;
  answer_timer_.expires_after(shared_->options.answer_patience);
  answer_timer_.async_wait([self = shared_from_this(), turn = turn_](beast::error_code error) {
    if (error || !self->waiting_ || self->turn_ != turn) return;
    self->waiting_ = false;
    self->respond(http_error(504, timed_out("no answer in time")), false);
  });
  handler(request, make_responder());
}

void HttpConnection::upgrade(const SocketRoute& handler, const HttpRequest& request, HttpMessage message) {
  const HttpServerOptions& options = shared_->options;
  const SocketProtocols offered = parse_protocols(view(message[http::field::sec_websocket_protocol]),
                                                  options.socket_protocol, options.token_protocol);
  if (!beast::websocket::is_upgrade(message) || (!options.socket_protocol.empty() && !offered.spoken)) {
    const std::string expected = fmt::format("expected a WebSocket with the protocol {}", options.socket_protocol);
    return respond(http_error(426, invalid(expected, "Upgrade")), false);
  }
  if (buffer_.size() > 0) return respond(http_error(400, invalid("nothing may follow before the upgrade")), false);
  if (shared_->sockets >= options.sockets.most_sockets) {
    return respond(http_error(503, unavailable("too many sockets are open")), false);
  }
  const auto session = std::make_shared<WebSocketSession>(std::move(stream_), shared_, shared_from_this(), handler);
  session_ = session;
  session->accept(std::move(message), request);
}

HttpResponder HttpConnection::make_responder() {
  // Holds the context, so that there is something to post to, but not the connection, which may close meanwhile.
  const auto deliver = [context = shared_->context, weak = weak_from_this(), turn = turn_](HttpResponse response) {
    asio::post(*context, [weak, turn, response = std::move(response)]() mutable {
      const std::shared_ptr<HttpConnection> self = weak.lock();
      if (!self || !self->waiting_ || self->turn_ != turn) return;
      self->waiting_ = false;
      self->answer_timer_.cancel();
      self->respond(std::move(response), self->keep_);
    });
  };
  return HttpResponder(deliver, [weak = weak_from_this()] { return weak.expired(); });
}

void HttpConnection::respond(HttpResponse response, bool keep) {
  auto message = std::make_shared<http::response<http::string_body>>();
  message->version(11);
  message->result(static_cast<unsigned>(response.status));
  message->set(http::field::content_type, response.content_type);
  message->set(http::field::cache_control, "no-store");
  message->set("X-Content-Type-Options", "nosniff");
  for (const auto& [name, value] : shared_->options.headers) message->set(name, value);
  for (const auto& [name, value] : response.headers) message->set(name, value);
  if (response.status == 401) message->set(http::field::www_authenticate, "Bearer");
  if (response.status == 405) message->set(http::field::allow, allowed_);
  if (response.status == 426) message->set(http::field::upgrade, "websocket");
  message->keep_alive(keep);
  const bool bodiless = response.status == 304;
  if (!bodiless) message->content_length(response.body.size());
  if (!bodiless && !head_) message->body() = std::move(response.body);
  stream_.expires_after(shared_->options.request_patience);
  http::async_write(stream_, *message, [self = shared_from_this(), message, keep](beast::error_code error, size_t) {
    if (!error && keep) return self->read();
    self->close();
  });
}

}  // namespace hearth::net
