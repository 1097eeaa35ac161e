// Requests and responses of HTTP/1.1 (RFC 9112) as the rest of the program sees them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace hearth::net {

/// Where a server listens: a Unix socket when `unix_path` is set, else TCP.
struct HttpAddress {
  std::string unix_path;
  std::string host = "127.0.0.1";  ///< a numeric address
  uint16_t port = 0;               ///< to listen on 0 takes any free one
  bool is_unix() const { return !unix_path.empty(); }
};
/// The path, or host:port; for messages.
std::string to_string(const HttpAddress& address);

struct HttpRequest {
  std::string method;                             ///< "GET", "POST", …
  std::string path;                               ///< decoded: "/why/12"
  std::map<std::string, std::string> query;       ///< decoded; of a repeated name the first
  std::map<std::string, std::string> parameters;  ///< what the route's {names} stand for, decoded
  std::string content_type;
  std::string if_none_match;  ///< the field If-None-Match
  std::string body;
};

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpResponse {
  int status = 200;
  std::string body;
  std::string content_type = "application/json";
  HttpHeaders headers;  ///< further ones; a Cache-Control among them replaces "no-store"
};

/// `{"error":{"kind":…,"message":…,"place":…}}` with the status that the kind calls for.
HttpResponse http_error(const Error& error);
HttpResponse http_error(int status, const Error& error);

/// Answers one request: once, now or later, from any thread. A second answer, or one after the client or the server has
/// gone, does nothing. When the last copy goes without having answered, the client gets a 500.
class HttpResponder {
 public:
  /// `gone`: whether whoever asked has left meanwhile; from any thread. None: that is never known.
  explicit HttpResponder(std::function<void(HttpResponse)> deliver, std::function<bool()> gone = {});
  void answer(HttpResponse response) const;
  /// False once it was answered or the client is known to have gone.
  bool waiting() const;

 private:
  struct Slot;
  std::shared_ptr<Slot> slot_;
};

}  // namespace hearth::net
