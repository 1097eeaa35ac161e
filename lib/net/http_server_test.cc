#include "net/http_server.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/guarded.h"
#include "base/json.h"
#include "net/http_client.h"
#include "net/mosquitto_process.h"

namespace hearth::net {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A server with a few routes, on a Unix socket unless told otherwise.
class HttpServerTest : public ::testing::Test {
 protected:
  HttpServerTest() {
    CHECK(mkdtemp(folder_.data()) != nullptr);
    options_.address.unix_path = folder_ + "/control.sock";
  }
  ~HttpServerTest() override {
    server_.reset();
    std::filesystem::remove_all(folder_);
  }

  Result<std::unique_ptr<HttpServer>> make() {
    HttpRoutes routes;
    routes.add("POST", "/echo/{name}", [](const HttpRequest& request, const HttpResponder& responder) {
      const auto word = request.query.find("word");
      responder.answer({.status = 201,
                        .body = request.parameters.at("name") + "|" +
                                (word == request.query.end() ? "" : word->second) + "|" + request.body,
                        .content_type = "text/plain"});
    });
    routes.add("GET", "/later", [this](const HttpRequest&, const HttpResponder& responder) {
      held_.with([&](std::vector<HttpResponder>& all) { all.push_back(responder); });
    });
    routes.add("GET", "/dropped", [](const HttpRequest&, const HttpResponder&) {});
    routes.add("GET", "/twice", [](const HttpRequest&, const HttpResponder& responder) {
      responder.answer({.body = "first"});
      responder.answer({.body = "second"});
    });
    return HttpServer::start(options_, std::move(routes));
  }
  void start() { server_ = make().value(); }
  void use_tcp() {
    options_.address = HttpAddress{};
    options_.token = "secret";
  }
  HttpClient client(const std::string& token = {}) const { return HttpClient(server_->address(), token, "start it"); }
  size_t held() {
    return held_.with([](std::vector<HttpResponder>& all) { return all.size(); });
  }
  bool wait_held(size_t count) {
    for (int i = 0; i < 2000 && held() < count; ++i) std::this_thread::sleep_for(milliseconds(5));
    return held() >= count;
  }

  int connect_raw() const {
    const HttpAddress& to = server_->address();
    if (to.is_unix()) {
      const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
      sockaddr_un address{};
      address.sun_family = AF_UNIX;
      to.unix_path.copy(address.sun_path, sizeof address.sun_path - 1);
      CHECK(connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
      return descriptor;
    }
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(to.port);
    CHECK(connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    return descriptor;
  }
  static void send_raw(int descriptor, const std::string& bytes) {
    (void)!::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  /// Reads until the server closes.
  static std::string read_raw(int descriptor) {
    std::string all;
    std::array<char, 4096> part{};
    for (ssize_t count = 0; (count = read(descriptor, part.data(), part.size())) > 0;) {
      all.append(part.data(), static_cast<size_t>(count));
    }
    close(descriptor);
    return all;
  }
  /// Sends bytes as they are and returns all that comes back.
  std::string raw(const std::string& bytes) const {
    const int descriptor = connect_raw();
    send_raw(descriptor, bytes);
    return read_raw(descriptor);
  }

  std::string folder_ = ::testing::TempDir() + "http-XXXXXX";
  HttpServerOptions options_;
  Guarded<std::vector<HttpResponder>> held_;
  std::unique_ptr<HttpServer> server_;
};

TEST_F(HttpServerTest, AnswersOverAUnixSocketThatOnlyItsOwnerMayUse) {
  start();
  struct stat found{};
  ASSERT_EQ(stat(options_.address.unix_path.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600u);
  const HttpResponse response = client().request("POST", "/echo/a%20b?word=" + encode_query("ä&"), "body").value();
  EXPECT_EQ(response.status, 201);
  EXPECT_EQ(response.content_type, "text/plain");
  EXPECT_EQ(response.body, "a b|ä&|body");
  EXPECT_EQ(client().request("GET", "/nowhere")->status, 404);
  EXPECT_EQ(client().request("GET", "/echo/x")->status, 405);
  EXPECT_EQ(client().request("GET", "/a/../b")->status, 400);
  const Json error = Json::parse(client().request("GET", "/nowhere")->body);
  EXPECT_EQ(error["error"]["kind"], "not found");
  EXPECT_EQ(error["error"]["place"], "/nowhere");
}

TEST_F(HttpServerTest, OneConnectionServesRequestAfterRequest) {
  start();
  const std::string one = "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n1";
  const std::string last = "POST /echo/b HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\n2";
  const std::string answers = raw(one + one + last);
  EXPECT_NE(answers.find("a||1"), std::string::npos);
  EXPECT_NE(answers.find("b||2"), std::string::npos);
}

TEST_F(HttpServerTest, TcpWantsTheTokenTheNameAndNoOtherSite) {
  use_tcp();
  start();
  EXPECT_NE(server_->address().port, 0);
  EXPECT_EQ(client("secret").request("POST", "/echo/a", "x")->status, 201);
  EXPECT_EQ(client("wrong").request("POST", "/echo/a", "x")->status, 401);
  EXPECT_EQ(client().request("POST", "/echo/a", "x")->status, 401);
  const std::string head = "GET /nowhere HTTP/1.1\r\nConnection: close\r\nAuthorization: Bearer secret\r\n";
  EXPECT_TRUE(raw(head + "Host: localhost\r\n\r\n").starts_with("HTTP/1.1 404"));
  EXPECT_TRUE(raw(head + "Host: evil.example\r\n\r\n").starts_with("HTTP/1.1 421"));
  EXPECT_TRUE(raw(head + "\r\n").starts_with("HTTP/1.1 421"));
  EXPECT_TRUE(raw(head + "Host: localhost\r\nOrigin: http://evil.example\r\n\r\n").starts_with("HTTP/1.1 403"));
}

TEST_F(HttpServerTest, ItIsCalledByTheAddressWhereItListens) {
  use_tcp();
  options_.address.host = "127.0.0.2";  // its own, though not the one that localhost stands for
  start();
  const auto response = client("secret").request("POST", "/echo/a", "x");
  ASSERT_TRUE(response.ok()) << to_string(response.error());
  EXPECT_EQ(response->status, 201) << response->body;
}

TEST_F(HttpServerTest, RefusesToListenWhereItShouldNot) {
  options_.address = HttpAddress{};
  EXPECT_EQ(make().error().kind, Error::InvalidInput);  // no token
  options_.token = "secret";
  options_.address.host = "0.0.0.0";
  EXPECT_EQ(make().error().kind, Error::InvalidInput);  // reachable from outside
  options_.beyond_loopback = true;
  EXPECT_EQ(make().error().kind, Error::InvalidInput);  // browsers would be refused by every name
  options_.hosts = {"home.lan"};
  EXPECT_TRUE(make().ok());
  options_.address.unix_path = folder_ + "/" + std::string(200, 'x');
  EXPECT_EQ(make().error().kind, Error::InvalidInput);
  options_.address.unix_path = folder_ + "/missing/control.sock";
  EXPECT_EQ(make().error().kind, Error::Unavailable);
  options_.address.unix_path = folder_ + "/a.txt";
  { std::ofstream(options_.address.unix_path) << "mine"; }
  EXPECT_EQ(make().error().kind, Error::InvalidInput);
  EXPECT_TRUE(std::filesystem::exists(options_.address.unix_path));
}

TEST_F(HttpServerTest, ReplacesADeadSocketAndRefusesALivingOne) {
  start();
  const Result<std::unique_ptr<HttpServer>> second = make();
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().kind, Error::Unavailable);
  EXPECT_EQ(client().request("POST", "/echo/a", "x")->status, 201);
  server_.reset();
  EXPECT_FALSE(std::filesystem::exists(options_.address.unix_path));
  // What a killed process leaves: a socket file that nobody listens to.
  const int dead = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  options_.address.unix_path.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(bind(dead, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  close(dead);
  start();
  EXPECT_EQ(client().request("POST", "/echo/a", "x")->status, 201);
}

TEST_F(HttpServerTest, WhatIsTooLargeOrNotHttpIsSaidSo) {
  options_.max_body_bytes = 1000;
  start();
  EXPECT_EQ(client().request("POST", "/echo/a", std::string(1000, 'x'))->status, 201);
  EXPECT_TRUE(raw("POST /echo/a HTTP/1.1\r\nContent-Length: 1001\r\n\r\n").starts_with("HTTP/1.1 413"));
  EXPECT_TRUE(raw("GET / HTTP/1.1\r\nX: " + std::string(20000, 'x') + "\r\n\r\n").starts_with("HTTP/1.1 431"));
  EXPECT_TRUE(raw("how are you?\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(raw(std::string("\x16\x03\x01\x02\x00\x01", 6) + "\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(raw("POST /echo/a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + std::string(1001, 'x'))
                  .starts_with("HTTP/1.1 413"));
  EXPECT_EQ(client().request("POST", "/echo/a", "x")->status, 201);
}

TEST_F(HttpServerTest, ASlowClientIsLetGo) {
  options_.request_patience = milliseconds(200);
  start();
  const int descriptor = connect_raw();
  send_raw(descriptor, "GET /nowhere HT");
  std::thread drip([descriptor] {  // a byte now and then does not buy more time
    for (int i = 0; i < 10; ++i) {
      std::this_thread::sleep_for(milliseconds(50));
      send_raw(descriptor, "T");
    }
  });
  const auto start_time = std::chrono::steady_clock::now();
  std::array<char, 16> nothing{};
  EXPECT_LE(read(descriptor, nothing.data(), nothing.size()), 0);
  EXPECT_LT(std::chrono::steady_clock::now() - start_time, seconds(5));
  drip.join();
  close(descriptor);
  EXPECT_EQ(client().request("POST", "/echo/a", "x")->status, 201);
}

TEST_F(HttpServerTest, AnAnswerMayComeLaterFromAnotherThread) {
  start();
  std::thread other([this] {
    if (!wait_held(1)) return;
    held_.with([](std::vector<HttpResponder>& all) {
      all[0].answer({.body = "late"});
      all[0].answer({.body = "too much"});
    });
  });
  EXPECT_EQ(client().request("GET", "/later")->body, "late");
  other.join();
  EXPECT_EQ(client().request("GET", "/twice")->body, "first");
  EXPECT_EQ(client().request("GET", "/dropped")->status, 500);
}

TEST_F(HttpServerTest, AnAnswerThatDoesNotComeIsA504AndOneAfterThatIsLost) {
  options_.answer_patience = milliseconds(100);
  start();
  EXPECT_EQ(client().request("GET", "/later")->status, 504);
  held_.with([](std::vector<HttpResponder>& all) { all[0].answer({.body = "too late"}); });
  EXPECT_EQ(client().request("POST", "/echo/a", "x")->status, 201);
}

TEST_F(HttpServerTest, StopsWithAnAnswerPendingAndTheAnswerAfterwardsIsHarmless) {
  start();
  Result<HttpResponse> response = HttpResponse{};
  const HttpClient asking = client();
  std::thread waiting([&] { response = asking.request("GET", "/later"); });
  ASSERT_TRUE(wait_held(1));
  const auto start_time = std::chrono::steady_clock::now();
  server_.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - start_time, seconds(1));
  waiting.join();
  ASSERT_FALSE(response.ok());
  EXPECT_EQ(response.error().kind, Error::Unavailable);
  held_.with([](std::vector<HttpResponder>& all) {
    all[0].answer({});
    all.clear();
  });
}

TEST_F(HttpServerTest, WhoOnlyHoldsAConnectionOpenMakesRoomForTheNext) {
  options_.max_connections = 2;
  start();
  const int first = connect_raw(), second = connect_raw();
  const Result<HttpResponse> served = client().request("POST", "/echo/a", "x");
  ASSERT_TRUE(served.ok()) << to_string(served.error());
  EXPECT_EQ(served->status, 201);
  EXPECT_EQ(read_raw(first), "") << "closed unasked, as it waited longest";
  close(second);
}

TEST(HttpClientTest, SaysWhenThereIsNoDaemonAndHowToStartIt) {
  const HttpClient nobody({.unix_path = "/tmp/no/such/control.sock"}, {}, "start it with hearthd");
  const Result<HttpResponse> response = nobody.request("GET", "/");
  ASSERT_FALSE(response.ok());
  EXPECT_EQ(response.error().kind, Error::Unavailable);
  EXPECT_EQ(response.error().message,
            "no daemon at /tmp/no/such/control.sock: No such file or directory; start it with hearthd");
  const HttpClient refused({.port = free_loopback_port()});
  EXPECT_EQ(refused.request("GET", "/").error().kind, Error::Unavailable);
}

TEST_F(HttpServerTest, AClientDoesNotWaitForever) {
  start();
  const Result<HttpResponse> response = client().request("GET", "/later", {}, milliseconds(100));
  ASSERT_FALSE(response.ok());
  EXPECT_EQ(response.error().kind, Error::Timeout);
}

}  // namespace
}  // namespace hearth::net
