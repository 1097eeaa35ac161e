#include "net/web_socket_session.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace hearth::net {

namespace websocket = beast::websocket;

namespace {

constexpr std::chrono::seconds kFarewell{5};  // for a client to take note of a close

}  // namespace

WebSocketSession::WebSocketSession(HttpStream stream, std::shared_ptr<HttpShared> shared,
                                   std::shared_ptr<HttpConnection> origin, SocketRoute handler)
    : stream_(std::move(stream)),
      shared_(std::move(shared)),
      origin_(std::move(origin)),
      handler_(std::move(handler)),
      farewell_(stream_.get_executor()) {
  ++shared_->sockets;
}

WebSocketSession::~WebSocketSession() {
  --shared_->sockets;
  if (socket_) socket_->gone();
}

void WebSocketSession::accept(HttpMessage message, const HttpRequest& request) {
  const HttpServerOptions& options = shared_->options;
  beast::get_lowest_layer(stream_).expires_never();
  stream_.set_option(websocket::stream_base::timeout{
      .handshake_timeout = options.request_patience, .idle_timeout = options.sockets.idle, .keep_alive_pings = true});
  stream_.set_option(websocket::stream_base::decorator([shared = shared_](websocket::response_type& response) {
    for (const auto& [name, value] : shared->options.headers) response.set(name, value);
    if (!shared->options.socket_protocol.empty()) {
      response.set(beast::http::field::sec_websocket_protocol, shared->options.socket_protocol);
    }
  }));
  stream_.read_message_max(options.sockets.most_message_bytes);
  stream_.auto_fragment(false);
  message_ = std::move(message);
  stream_.async_accept(message_, [self = shared_from_this(), request](beast::error_code error) {
    self->message_ = {};
    if (error || self->closed_) return self->abort();
    self->accepted_ = true;
    self->socket_ = std::make_shared<WebSocket>(self->shared_->options.sockets,
                                                [weak = self->weak_from_this(), context = self->shared_->context] {
                                                  asio::post(*context, [weak] {
                                                    if (const auto session = weak.lock()) session->work();
                                                  });
                                                });
    self->read();
    if (self->handler_.opened) self->handler_.opened(self->socket_, request);
  });
}

void WebSocketSession::read() {
  stream_.async_read(buffer_, [self = shared_from_this()](beast::error_code error, size_t) {
    if (error || self->closed_) return self->abort();
    const auto data = self->buffer_.cdata();
    if (self->handler_.said && self->stream_.got_text()) {
      self->handler_.said(self->socket_, {static_cast<const char*>(data.data()), data.size()});
    }
    self->buffer_.consume(self->buffer_.size());
    self->read();
  });
}

void WebSocketSession::work() {
  if (!accepted_ || closed_ || ending_) return;
  if (socket_->fell_behind()) return end(SocketClose::TryAgainLater, "");
  if (writing_) return;
  std::optional<std::string> text = socket_->next_text();
  if (!text) {
    if (const auto ending = socket_->next_ending()) end(ending->why, ending->reason);
    return;
  }
  text_ = std::move(*text);
  writing_ = true;
  stream_.text(true);
  stream_.async_write(asio::buffer(text_), [self = shared_from_this()](beast::error_code error, size_t) {
    self->writing_ = false;
    if (error) return self->abort();
    self->work();
  });
}

void WebSocketSession::end(SocketClose why, const std::string& reason) {
  ending_ = true;
  // A reader who is stuck never takes the close either.
  farewell_.expires_after(kFarewell);
  farewell_.async_wait([self = shared_from_this()](beast::error_code error) {
    if (!error) self->abort();
  });
  const std::string words = socket_->next_ending().value_or(WebSocket::Ending{why, reason}).reason;
  stream_.async_close({static_cast<websocket::close_code>(why), words.substr(0, 120)},
                      [self = shared_from_this()](beast::error_code) { self->abort(); });
}

void WebSocketSession::abort() {
  if (closed_) return;
  closed_ = true;
  farewell_.cancel();
  if (socket_) socket_->gone();
  beast::get_lowest_layer(stream_).close();
}

}  // namespace hearth::net
