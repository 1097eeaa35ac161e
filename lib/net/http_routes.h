// Which handler a request is for.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/http.h"

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
  using Handler = std::function<void(const HttpRequest&, HttpResponder)>;

  /// `pattern`: "/why", "/journal/{id}" (one segment), or "/files/*" (the rest, as parameter "*"; may be nothing).
  /// Among those that match, the one added first is taken.
  void add(std::string method, std::string_view pattern, Handler handler);

  struct Match {
    const Handler* handler = nullptr;  ///< null: no route
    std::map<std::string, std::string> parameters;
    std::string allowed;  ///< without a handler: the methods that this path knows, "GET, POST"; empty: unknown path
  };
  Match find(std::string_view method, const HttpTarget& target) const;

 private:
  struct Route {
    std::string method;
    std::vector<std::string> pattern;
    Handler handler;
  };
  std::vector<Route> routes_;
};

}  // namespace hearth::net
