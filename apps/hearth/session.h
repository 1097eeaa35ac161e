// What every command of the shell program shares: the daemon's socket and how results are printed.
#pragma once

#include <chrono>
#include <string>

#include "base/json.h"
#include "net/http_client.h"

namespace hearth::apps {

/// Exit codes of `hearth`, in --help and docs.
enum Exit : int { kFine = 0, kFailed = 1, kUsage = 2, kNoDaemon = 3, kDiffers = 4 };

struct Session {
  std::string socket;  ///< path of the daemon's control socket
  bool json = false;   ///< print what the daemon answered, for programs

  /// Errors: Unavailable when no daemon listens there; what the daemon refused, with its own words.
  Result<Json> ask(const std::string& method, const std::string& target, const Json& body = nullptr,
                   std::chrono::milliseconds patience = std::chrono::seconds(30)) const;
};

/// Prints an error to stderr and returns the exit code that goes with it.
int fail(const Error& error);

}  // namespace hearth::apps
