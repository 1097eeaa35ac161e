#include "net/http_client.h"

#include <fmt/format.h>
#include <sys/un.h>

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <exception>
#include <utility>

namespace hearth::net {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Endpoint = asio::generic::stream_protocol::endpoint;

constexpr uint64_t kLongestAnswer = 64u << 20;

Result<Endpoint> endpoint_of(const HttpAddress& address) {
  if (address.is_unix()) {
    if (address.unix_path.size() >= sizeof(sockaddr_un::sun_path)) {
      return invalid(fmt::format("a socket's path has {} bytes at most", sizeof(sockaddr_un::sun_path) - 1),
                     address.unix_path);
    }
    return Endpoint(asio::local::stream_protocol::endpoint(address.unix_path));
  }
  beast::error_code error;
  const asio::ip::address host = asio::ip::make_address(address.host, error);
  if (error) return invalid("expected a numeric address such as 127.0.0.1", address.host);
  return Endpoint(asio::ip::tcp::endpoint(host, address.port));
}

/// One request from connecting to the whole answer, as a chain of operations under one deadline.
class Exchange {
 public:
  Exchange(const Endpoint& endpoint, http::request<http::string_body> request, std::chrono::milliseconds patience)
      : request_(std::move(request)) {
    parser_.body_limit(kLongestAnswer);
    stream_.expires_after(patience);
    stream_.async_connect(endpoint, [this](beast::error_code error) {
      if (done(error)) return;
      connected_ = true;
      http::async_write(stream_, request_, [this](beast::error_code written, size_t) {
        // A server that refuses an oversized body answers before it has read it all: look for that answer.
        if (written && written != asio::error::broken_pipe && written != asio::error::connection_reset) {
          error_ = written;
          return;
        }
        http::async_read(stream_, buffer_, parser_, [this](beast::error_code read, size_t) { error_ = read; });
      });
    });
    context_.run();
  }

  bool connected() const { return connected_; }
  beast::error_code error() const { return error_; }
  HttpResponse response() {
    const auto message = parser_.release();
    const auto type = message[http::field::content_type];
    return {.status = static_cast<int>(message.result_int()),
            .body = message.body(),
            .content_type = std::string(type.data(), type.size())};
  }

 private:
  bool done(beast::error_code error) {
    error_ = error;
    return static_cast<bool>(error);
  }

  asio::io_context context_{1};
  beast::basic_stream<asio::generic::stream_protocol> stream_{context_};
  http::request<http::string_body> request_;
  beast::flat_buffer buffer_;
  http::response_parser<http::string_body> parser_;
  beast::error_code error_;
  bool connected_ = false;
};

}  // namespace

HttpClient::HttpClient(HttpAddress address, std::string token, std::string hint)
    : address_(std::move(address)), token_(std::move(token)), hint_(std::move(hint)) {}

Result<HttpResponse> HttpClient::request(const std::string& method, const std::string& target, const std::string& body,
                                         std::chrono::milliseconds patience) const {
  const std::string place = to_string(address_);
  try {
    const Endpoint endpoint = TRY(endpoint_of(address_));
    http::request<http::string_body> message(http::verb::get, target, 11, body);
    message.method_string(method);
    message.set(http::field::host, address_.is_unix() ? "localhost" : place);
    message.set(http::field::content_type, "application/json");
    if (!token_.empty()) message.set(http::field::authorization, "Bearer " + token_);
    message.keep_alive(false);
    message.prepare_payload();
    Exchange exchange(endpoint, std::move(message), patience);
    const beast::error_code error = exchange.error();
    if (!error) return exchange.response();
    if (error == beast::error::timeout) return timed_out("no answer in time", place);
    if (exchange.connected()) {
      const bool gone = error == http::error::end_of_stream || error == http::error::partial_message ||
                        error == asio::error::connection_reset || error == asio::error::broken_pipe;
      if (gone) return unavailable("the daemon ended the connection before it had answered", place);
      return invalid(fmt::format("the answer cannot be read: {}", error.message()), place);
    }
    if (error == asio::error::access_denied) return denied("this user may not use the socket", place);
    return unavailable(fmt::format("no daemon at {}: {}{}{}", place, error.message(), hint_.empty() ? "" : "; ", hint_),
                       place);
  } catch (const std::exception& error) { return invalid(fmt::format("cannot be asked: {}", error.what()), place); }
}

std::string encode_query(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '.' || c == '~';
    if (plain) {
      encoded.push_back(c);
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace hearth::net
