// The server's WebSockets against Beast's own client.
#include "net/web_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <thread>

#include "base/guarded.h"
#include "net/http_client.h"
#include "net/http_server.h"

namespace hearth::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using std::chrono::milliseconds;

constexpr const char* kToken = "a token of some length";

/// A browser's side: blocking, for as long as a test waits.
class Client {
 public:
  explicit Client(uint16_t port) : port_(port), stream_(context_) {
    beast::get_lowest_layer(stream_).connect(asio::ip::tcp::endpoint(asio::ip::make_address("127.0.0.1"), port));
  }
  /// The status with which the server answers the upgrade; 101 is a socket.
  int shake(const std::string& protocols, const std::string& path = "/live?after=7", const std::string& origin = "") {
    stream_.set_option(websocket::stream_base::decorator([=](websocket::request_type& request) {
      if (!protocols.empty()) request.set(beast::http::field::sec_websocket_protocol, protocols);
      if (!origin.empty()) request.set(beast::http::field::origin, origin);
    }));
    beast::error_code error;
    websocket::response_type response;
    stream_.handshake(response, "127.0.0.1:" + std::to_string(port_), path, error);
    protocol_ = std::string(response[beast::http::field::sec_websocket_protocol]);
    policy_ = std::string(response["X-Policy"]);
    return static_cast<int>(response.result_int());
  }
  std::string read() {
    beast::flat_buffer buffer;
    stream_.read(buffer, error_);
    return error_ ? "" : beast::buffers_to_string(buffer.data());
  }
  void write(const std::string& text) { stream_.write(asio::buffer(text), error_); }
  /// The code with which the server closes, after what it still sends.
  int closed() {
    while (!error_) read();
    return stream_.reason().code;
  }
  const std::string& protocol() const { return protocol_; }
  const std::string& policy() const { return policy_; }

 private:
  uint16_t port_;
  asio::io_context context_;
  websocket::stream<beast::tcp_stream> stream_;
  beast::error_code error_;
  std::string protocol_, policy_;
};

class WebSocketTest : public testing::Test {
 protected:
  WebSocketTest() {
    options_.token = kToken;
    options_.socket_protocol = "test.v1";
    options_.token_protocol = "test.token.";
    options_.headers = {{"X-Policy", "strict"}};
  }
  void start() {
    HttpRoutes routes;
    routes.add(
        "GET", "/page",
        [](const HttpRequest& request, const HttpResponder& responder) {
          responder.answer({.status = request.if_none_match == "\"1\"" ? 304 : 200,
                            .body = "hello",
                            .content_type = "text/html",
                            .headers = {{"ETag", "\"1\""}, {"Cache-Control", "no-cache"}}});
        },
        HttpRoutes::Access::Public);
    routes.add_socket("/live", {.opened =
                                    [this](const std::shared_ptr<WebSocket>& socket, const HttpRequest& request) {
                                      sockets_.with([&](auto& all) { all.push_back(socket); });
                                      const auto after = request.query.find("after");
                                      socket->send(after == request.query.end() ? "hello" : "after " + after->second);
                                    },
                                .said = [](const std::shared_ptr<WebSocket>& socket,
                                           std::string_view text) { socket->send("you said " + std::string(text)); }});
    server_ = HttpServer::start(options_, std::move(routes)).value();
  }
  uint16_t port() const { return server_->address().port; }
  std::string protocols() const { return std::string("test.v1, test.token.") + kToken; }
  std::shared_ptr<WebSocket> socket() {
    for (int i = 0; i < 2000; ++i) {
      auto newest = sockets_.with([](auto& all) { return all.empty() ? nullptr : all.back(); });
      if (newest) return newest;
      std::this_thread::sleep_for(milliseconds(5));
    }
    return nullptr;
  }
  static bool eventually(const std::function<bool()>& condition) {
    for (int i = 0; i < 2000 && !condition(); ++i) std::this_thread::sleep_for(milliseconds(5));
    return condition();
  }

  HttpServerOptions options_;
  Guarded<std::vector<std::shared_ptr<WebSocket>>> sockets_;
  std::unique_ptr<HttpServer> server_;
};

// A token without spaces, as it stands in a list of protocols.
TEST_F(WebSocketTest, TheTokenMayStandAmongTheProtocols) {
  options_.token = "0123456789abcdef";
  start();
  Client client(port());
  EXPECT_EQ(client.shake("test.v1, test.token.0123456789abcdef"), 101);
  EXPECT_EQ(client.protocol(), "test.v1");
  EXPECT_EQ(client.policy(), "strict");
  EXPECT_EQ(client.read(), "after 7");
  client.write("good morning");
  EXPECT_EQ(client.read(), "you said good morning");
}

class OpenSocketTest : public WebSocketTest {
 protected:
  OpenSocketTest() { options_.token = "0123456789abcdef"; }
  int shake(Client& client, const std::string& path = "/live") {
    return client.shake("test.v1,test.token.0123456789abcdef", path);
  }
};

TEST_F(OpenSocketTest, WhoMayNotIsRefusedBeforeTheUpgrade) {
  start();
  EXPECT_EQ(Client(port()).shake("test.v1"), 401);
  EXPECT_EQ(Client(port()).shake("test.v1, test.token.wrong"), 401);
  EXPECT_EQ(Client(port()).shake("test.v1, test.token."), 401);
  EXPECT_EQ(Client(port()).shake("test.token.0123456789abcdef"), 426) << "another protocol";
  EXPECT_EQ(Client(port()).shake("test.v1,test.token.0123456789abcdef", "/elsewhere"), 401);
  EXPECT_EQ(Client(port()).shake("test.v1,test.token.0123456789abcdef", "/live", "http://evil.example"), 403);
  EXPECT_EQ(Client(port()).shake("test.v1,test.token.0123456789abcdef", "/live",
                                 "http://127.0.0.1:" + std::to_string(port())),
            101);
}

TEST_F(OpenSocketTest, WhatIsSentArrivesInOrderAndTheNewestOfAKeyAlone) {
  start();
  Client client(port());
  ASSERT_EQ(shake(client), 101);
  EXPECT_EQ(client.read(), "hello");
  const auto socket = this->socket();
  for (int i = 0; i < 200; ++i) EXPECT_TRUE(socket->send("message " + std::to_string(i)));
  for (int i = 0; i < 200; ++i) EXPECT_EQ(client.read(), "message " + std::to_string(i));
  socket->close(SocketClose::Normal, "done");
  EXPECT_FALSE(socket->send("too late"));
  EXPECT_EQ(client.closed(), 1000);
}

TEST_F(OpenSocketTest, ASlowReaderIsClosedAndTheOthersGoOn) {
  options_.sockets.most_waiting = 10;
  options_.sockets.most_waiting_bytes = 64u << 20;
  start();
  Client slow(port());
  ASSERT_EQ(shake(slow), 101);
  const auto socket = this->socket();
  const std::string much(1u << 20, 'x');  // more than the system keeps for a connection, ten times over
  int taken = 0;
  while (taken < 200 && socket->send(much)) ++taken;
  EXPECT_LT(taken, 200);
  EXPECT_TRUE(socket->fell_behind());
  EXPECT_FALSE(socket->open());

  Client other(port());
  ASSERT_EQ(shake(other), 101);
  EXPECT_EQ(other.read(), "hello");
  // It takes what was on its way, and is then told to come again.
  EXPECT_EQ(slow.closed(), 1013);
}

TEST_F(OpenSocketTest, AFloodOfOneKeyFillsNothing) {
  options_.sockets.most_waiting = 4;
  start();
  Client client(port());
  ASSERT_EQ(shake(client), 101);
  const auto socket = this->socket();
  for (int i = 0; i < 100'000; ++i) ASSERT_TRUE(socket->send("lamp " + std::to_string(i), "lamp"));
  EXPECT_EQ(client.read(), "hello");
  std::string last;
  while (last != "lamp 99999") ASSERT_NE(last = client.read(), "");
}

TEST_F(OpenSocketTest, ALongMessageClosesIt) {
  options_.sockets.most_message_bytes = 100;
  start();
  Client client(port());
  ASSERT_EQ(shake(client), 101);
  client.write(std::string(101, 'x'));
  EXPECT_EQ(client.closed(), 1009);
  EXPECT_TRUE(eventually([&] { return !socket()->open(); }));
}

TEST_F(OpenSocketTest, WhoNeverAnswersAPingIsLetGo) {
  options_.sockets.idle = milliseconds(200);
  start();
  Client client(port());
  ASSERT_EQ(shake(client), 101);  // and then reads nothing, so that no pong goes out
  const auto socket = this->socket();
  EXPECT_TRUE(eventually([&] { return !socket->open(); }));
}

TEST_F(OpenSocketTest, SocketsAreCounted) {
  options_.sockets.most_sockets = 2;
  start();
  auto first = std::make_unique<Client>(port());
  Client second(port());
  ASSERT_EQ(shake(*first), 101);
  ASSERT_EQ(shake(second), 101);
  EXPECT_EQ(Client(port()).shake("test.v1,test.token.0123456789abcdef"), 503);
  first.reset();
  EXPECT_TRUE(eventually([&] { return Client(port()).shake("test.v1,test.token.0123456789abcdef") == 101; }));
}

TEST_F(OpenSocketTest, StoppingEndsThemAll) {
  start();
  Client client(port());
  ASSERT_EQ(shake(client), 101);
  const auto socket = this->socket();
  server_->stop();
  EXPECT_FALSE(socket->open());
  EXPECT_FALSE(socket->send("anybody there?"));
  client.closed();
}

TEST_F(OpenSocketTest, FilesAreForAnybodyAndKnowWhenTheyHaveNotChanged) {
  start();
  const HttpClient client(server_->address());
  const auto page = client.request("GET", "/page");
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->body, "hello");
  EXPECT_EQ(client.request("GET", "/live")->status, 401);
  EXPECT_EQ(HttpClient(server_->address(), "0123456789abcdef").request("GET", "/live")->status, 426);
}

TEST_F(OpenSocketTest, WhoOnlyHoldsConnectionsOpenKeepsNobodyOut) {
  options_.max_connections = 8;
  start();
  Client trusted(port());
  ASSERT_EQ(shake(trusted), 101);
  EXPECT_EQ(trusted.read(), "hello");
  std::vector<std::unique_ptr<Client>> idle;
  for (int i = 0; i < 40; ++i) idle.push_back(std::make_unique<Client>(port()));
  EXPECT_EQ(HttpClient(server_->address(), "0123456789abcdef").request("GET", "/page")->status, 200);
  trusted.write("still here");
  EXPECT_EQ(trusted.read(), "you said still here");
}

}  // namespace
}  // namespace hearth::net
