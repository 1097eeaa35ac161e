// What every command of the shell program shares: the daemon's socket and how results are printed.
#pragma once

#include <chrono>
#include <string>

#include "base/json.h"
#include "net/http_client.h"

namespace hearth::apps {

/// Exit codes of `hearth`, in --help and docs.
enum Exit : int { Fine = 0, Failed = 1, Usage = 2, NoDaemon = 3, Differs = 4 };

struct Session {
  std::string socket;      ///< path of the daemon's control socket
  std::string address;     ///< its TCP port on this machine instead: "127.0.0.1:8765", or the port alone
  std::string token_file;  ///< what its token lies in; needed with `address`
  bool json = false;       ///< print what the daemon answered, for programs

  /// Errors: Unavailable when no daemon listens there or it cannot take anything now; InvalidInput, NotFound and Denied
  /// for address and token; what the daemon refused, with its own kind and words.
  Result<Json> ask(const std::string& method, const std::string& target, const Json& body = nullptr,
                   std::chrono::milliseconds patience = std::chrono::seconds(30)) const;
};

/// Where the daemon's TCP port is. Errors: InvalidInput for what is not on this machine.
Result<net::HttpAddress> parse_address(const std::string& text);

/// Prints an error to stderr and returns the exit code that goes with it: of asking the daemon …
int fail(const Error& error);
/// … and of work that is done here, without a daemon: files, journals, data.
int fail_here(const Error& error);

}  // namespace hearth::apps
