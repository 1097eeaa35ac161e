#include "net/http_server.h"

#include <fmt/format.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <cstring>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include "net/http_connection.h"

namespace hearth::net {

namespace {

using UnixProtocol = asio::local::stream_protocol;
using Tcp = asio::ip::tcp;

/// A socket left behind by a process that died is removed; one that answers is not.
Status clear_stale(const std::string& path) {
  struct stat found{};
  if (lstat(path.c_str(), &found) != 0) return ok();
  if (!S_ISSOCK(found.st_mode)) return invalid("is a file, not a socket; choose another path", path);
  asio::io_context context;
  UnixProtocol::socket probe(context);
  beast::error_code error;
  probe.connect(UnixProtocol::endpoint(path), error);
  if (!error) return unavailable("in use by another process that answers there", path);
  if (unlink(path.c_str()) != 0 && errno != ENOENT) return unavailable(std::strerror(errno), path);
  return ok();
}

}  // namespace

class HttpServer::State {
 public:
  State(const HttpServerOptions& options, HttpRoutes routes) {
    shared_->options = options;
    shared_->routes = std::move(routes);
  }

  Status listen() {
    try {
      return address().is_unix() ? listen_unix() : listen_tcp();
    } catch (const std::exception& error) { return unavailable(error.what(), to_string(address())); }
  }

  void run() {
    accept();
    thread_ = std::thread([context = shared_->context] {
      pthread_setname_np(pthread_self(), "http");
      context->run();
    });
  }

  void stop() {
    if (!thread_.joinable()) return;
    CHECK(std::this_thread::get_id() != thread_.get_id());
    asio::post(*shared_->context, [this] {
      stopped_ = true;
      beast::error_code ignored;
      if (unix_) unix_->close(ignored);
      if (tcp_) tcp_->close(ignored);
      for (const auto& weak : connections_) {
        if (const auto connection = weak.lock()) connection->close();
      }
    });
    thread_.join();  // with everything closed, nothing is left to run
    if (address().is_unix()) unlink(address().unix_path.c_str());
  }

  const HttpAddress& address() const { return shared_->options.address; }

 private:
  Status listen_unix() {
    const std::string& path = address().unix_path;
    if (path.size() >= sizeof(sockaddr_un::sun_path)) {
      return invalid(fmt::format("a socket's path has {} bytes at most", sizeof(sockaddr_un::sun_path) - 1), path);
    }
    TRY(clear_stale(path));
    beast::error_code error;
    unix_.emplace(*shared_->context);
    unix_->open(UnixProtocol(), error);
    if (!error) unix_->bind(UnixProtocol::endpoint(path), error);
    if (error) return unavailable(fmt::format("cannot make the socket: {}", error.message()), path);
    // Nobody can connect between bind and listen, so the mode is in place before the first client.
    if (chmod(path.c_str(), 0600) != 0) return unavailable(std::strerror(errno), path);
    unix_->listen(asio::socket_base::max_listen_connections, error);
    if (error) return unavailable(error.message(), path);
    return ok();
  }

  Status listen_tcp() {
    HttpServerOptions& options = shared_->options;
    if (options.token.empty()) return invalid("a server on TCP needs a token", to_string(options.address));
    beast::error_code error;
    const asio::ip::address host = asio::ip::make_address(options.address.host, error);
    if (error) return invalid("expected a numeric address such as 127.0.0.1", options.address.host);
    if (!host.is_loopback() && !options.beyond_loopback) {
      return invalid("other machines can reach this address, which has not been allowed", options.address.host);
    }
    if (host.is_unspecified()) {
      if (options.hosts.empty()) return invalid("expected the names by which browsers call it", options.address.host);
    } else {
      options.hosts.push_back(host.is_v6() ? fmt::format("[{}]", host.to_string()) : host.to_string());
    }
    tcp_.emplace(*shared_->context);
    tcp_->open(host.is_v6() ? Tcp::v6() : Tcp::v4(), error);
    if (!error) tcp_->set_option(asio::socket_base::reuse_address(true), error);
    if (!error) tcp_->bind({host, options.address.port}, error);
    if (!error) tcp_->listen(asio::socket_base::max_listen_connections, error);
    if (error) return unavailable(fmt::format("cannot listen: {}", error.message()), to_string(options.address));
    options.address.port = tcp_->local_endpoint().port();
    return ok();
  }

  void accept() {
    const auto welcome = [this](beast::error_code error, auto socket) {
      if (stopped_) return;
      if (!error) welcome_one(HttpConnection::Socket(std::move(socket)));
      // Out of descriptors, for one: without the pause this would spin.
      if (error) return accept_later();
      accept();
    };
    if (unix_) {
      unix_->async_accept(welcome);
    } else {
      tcp_->async_accept(welcome);
    }
  }

  void accept_later() {
    pause_.expires_after(std::chrono::milliseconds(100));
    pause_.async_wait([this](beast::error_code) {
      if (!stopped_) accept();
    });
  }

  void welcome_one(HttpConnection::Socket socket) {
    std::erase_if(connections_, [](const auto& weak) { return weak.expired(); });
    if (connections_.size() >= shared_->options.max_connections && !make_room()) {
      static constexpr std::string_view kBusy = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
      beast::error_code ignored;
      socket.non_blocking(true, ignored);
      socket.write_some(asio::buffer(kBusy), ignored);
      return;
    }
    const auto connection = std::make_shared<HttpConnection>(std::move(socket), shared_);
    connections_.push_back(connection);
    connection->run();
  }

  /// Closes the client that has waited longest without having shown a token: who only holds connections open must not
  /// keep the household out.
  bool make_room() {
    for (const auto& weak : connections_) {
      const auto connection = weak.lock();
      if (!connection || connection->trusted()) continue;
      connection->close();
      return true;
    }
    return false;
  }

  const std::shared_ptr<HttpShared> shared_ = std::make_shared<HttpShared>();
  std::optional<UnixProtocol::acceptor> unix_;
  std::optional<Tcp::acceptor> tcp_;
  asio::steady_timer pause_{*shared_->context};
  std::vector<std::weak_ptr<HttpConnection>> connections_;
  bool stopped_ = false;  // the server's thread alone
  std::thread thread_;
};

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpServerOptions& options, HttpRoutes routes) {
  auto state = std::make_unique<State>(options, std::move(routes));
  TRY(state->listen());
  state->run();
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::~HttpServer() { stop(); }

const HttpAddress& HttpServer::address() const { return state_->address(); }
void HttpServer::stop() { state_->stop(); }

}  // namespace hearth::net
