#include "net/http_connection.h"

#include <fmt/format.h>

#include <boost/asio/post.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <utility>

#include "net/http_access.h"

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

HttpConnection::HttpConnection(Socket socket, std::shared_ptr<const HttpShared> shared)
    : stream_(std::move(socket)), shared_(std::move(shared)), answer_timer_(stream_.get_executor()) {}

HttpConnection::~HttpConnection() = default;

void HttpConnection::close() {
  waiting_ = false;
  answer_timer_.cancel();
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
  if (error) {
    const std::optional<HttpResponse> response = response_to(error, shared_->options);
    if (response) return respond(*response, false);
    return close();
  }
  stream_.expires_never();
  const Parser::value_type message = parser_->release();
  keep_ = message.keep_alive();
  if (const std::optional<HttpResponse> refusal = refuse(message)) return respond(*refusal, false);
  dispatch(message);
}

std::optional<HttpResponse> HttpConnection::refuse(const Parser::value_type& message) const {
  const HttpServerOptions& options = shared_->options;
  if (!options.address.is_unix()) {
    if (!host_allowed(view(message[http::field::host]), options.address.port, options.hosts)) {
      return http_error(421, denied("this server is not called by that name", "Host"));
    }
    if (!origin_allowed(view(message[http::field::origin]), options.address.port, options.hosts)) {
      return http_error(403, denied("a page of another site may not ask here", "Origin"));
    }
  }
  if (!bearer_allowed(view(message[http::field::authorization]), options.token)) {
    return http_error(401, denied("expected the server's token: Authorization: Bearer …", "Authorization"));
  }
  return std::nullopt;
}

void HttpConnection::dispatch(const Parser::value_type& message) {
  const std::string_view target_text = view(message.target());
  Result<HttpTarget> target = parse_target(target_text);
  if (!target.ok()) return respond(http_error(400, target.error()), keep_);
  HttpRoutes::Match match = shared_->routes.find(view(message.method_string()), *target);
  if (match.handler == nullptr) {
    allowed_ = match.allowed;
    if (allowed_.empty()) return respond(http_error(404, not_found("no such path", target->path)), keep_);
    return respond(http_error(405, invalid(fmt::format("expected {}", allowed_), target->path)), keep_);
  }
  waiting_ = true;
  answer_timer_.expires_after(shared_->options.answer_patience);
  answer_timer_.async_wait([self = shared_from_this(), turn = turn_](beast::error_code error) {
    if (error || !self->waiting_ || self->turn_ != turn) return;
    self->waiting_ = false;
    self->respond(http_error(504, timed_out("no answer in time")), false);
  });
  (*match.handler)({.method = std::string(view(message.method_string())),
                    .path = std::move(target->path),
                    .query = std::move(target->query),
                    .parameters = std::move(match.parameters),
                    .content_type = std::string(view(message[http::field::content_type])),
                    .body = message.body()},
                   make_responder());
}

HttpResponder HttpConnection::make_responder() {
  // Holds the context, so that there is something to post to, but not the connection, which may close meanwhile.
  return HttpResponder([context = shared_->context, weak = weak_from_this(), turn = turn_](HttpResponse response) {
    asio::post(*context, [weak, turn, response = std::move(response)] {
      const std::shared_ptr<HttpConnection> self = weak.lock();
      if (!self || !self->waiting_ || self->turn_ != turn) return;
      self->waiting_ = false;
      self->answer_timer_.cancel();
      self->respond(response, self->keep_);
    });
  });
}

void HttpConnection::respond(const HttpResponse& response, bool keep) {
  auto message = std::make_shared<http::response<http::string_body>>();
  message->version(11);
  message->result(static_cast<unsigned>(response.status));
  message->set(http::field::content_type, response.content_type);
  message->set(http::field::cache_control, "no-store");
  message->set("X-Content-Type-Options", "nosniff");
  if (response.status == 401) message->set(http::field::www_authenticate, "Bearer");
  if (response.status == 405) message->set(http::field::allow, allowed_);
  message->body() = response.body;
  message->keep_alive(keep);
  message->prepare_payload();
  stream_.expires_after(shared_->options.request_patience);
  http::async_write(stream_, *message, [self = shared_from_this(), message, keep](beast::error_code error, size_t) {
    if (!error && keep) return self->read();
    self->close();
  });
}

}  // namespace hearth::net
