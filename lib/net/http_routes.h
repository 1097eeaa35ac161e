// Which handler a request is for.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/http.h"
#include "net/web_socket.h"

namespace hearth::net {

/// A request's target taken apart (RFC 3986, origin form).
struct HttpTarget {
  std::string path;                   ///< decoded
  std::vector<std::string> segments;  ///< of the path, each decoded by itself, so a %2F stays within its segment
  std::map<std::string, std::string> query;
};

/// Errors: InvalidInput for what is no path, a bad %-sequence, a control character, an empty, "." or ".." segment, or
/// more than 8 KiB.
Result<HttpTarget> parse_target(std::string_view target);

/// Filled before the server starts, then only read. Not thread-safe while it is filled.
class HttpRoutes {
 public:
  using Answerer = std::function<void(const HttpRequest&, HttpResponder)>;
  /// Who may come: those who show the server's token, or anybody.
  enum class Access : uint8_t { Token, Public };

  /// `pattern`: "/why", "/journal/{id}" (one segment), or "/files/*" (the rest, as parameter "*"; may be nothing).
  /// Among those that match, the one added first is taken. HEAD is answered by GET's handler, without the body.
  void add(std::string method, std::string_view pattern, Answerer handler, Access access = Access::Token);
  /// GET there becomes a WebSocket.
  void add_socket(std::string_view pattern, SocketRoute handler);

  struct Match {
    const Answerer* handler = nullptr;    ///< null: no route, or a socket's
    const SocketRoute* socket = nullptr;  ///< not null: a WebSocket
    Access access = Access::Token;
    std::map<std::string, std::string> parameters;
    std::string allowed;  ///< without a handler: the methods that this path knows, "GET, POST"; empty: unknown path
  };
  Match find(std::string_view method, const HttpTarget& target) const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> pattern;
    Answerer handler;
    SocketRoute socket;
    Access access = Access::Token;
  };
  static std::vector<std::string> parse_pattern(std::string_view pattern);
  std::vector<Route> routes_;
};

}  // namespace hearth::net
