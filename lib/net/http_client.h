// Asks an HttpServer and waits for the answer: what a shell command does.
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"
#include "net/http.h"

namespace hearth::net {

/// A connection a request. Thread-safe.
class HttpClient {
 public:
  /// `hint` ends the error when nobody answers: "start it with hearthd --config hearth.toml".
  explicit HttpClient(HttpAddress address, std::string token = {}, std::string hint = {});

  /// Blocks. `target` is a path with its query, encoded (see encode_query). Whatever the server answered is a response,
  /// whatever its status. Errors: Unavailable (nobody there, or gone before it answered), Denied (the socket belongs to
  /// someone else), Timeout, InvalidInput (what came back is not HTTP or over 64 MiB).
  Result<HttpResponse> request(const std::string& method, const std::string& target, const std::string& body = {},
                               std::chrono::milliseconds patience = std::chrono::seconds(30)) const;

 private:
  HttpAddress address_;
  std::string token_;
  std::string hint_;
};

/// A text as it may stand in a target: "a b" becomes "a%20b".
std::string encode_query(std::string_view text);

}  // namespace hearth::net
