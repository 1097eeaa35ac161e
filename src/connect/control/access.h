// How daemon and shell find each other and know each other: the usual socket, and the token of a TCP port.
#pragma once

#include <string>

#include "base/result.h"

namespace hearth::connect {

/// Where the daemon listens and the shell asks when neither was told otherwise: HEARTH_SOCKET; hearth.sock in
/// XDG_RUNTIME_DIR; /run/hearth/hearth.sock for root; ~/.hearth/hearth.sock. Reads the environment.
std::string default_control_socket();

/// Makes the folder that a socket is to lie in, mode 0700, unless it is there. Errors: Unavailable.
Status make_folder_of(const std::string& socket);

/// The first line of a file that nobody else may read. Errors: NotFound; Denied when others can read it; InvalidInput
/// for fewer than 16 characters, or others than A-Z a-z 0-9 . _ ~ - (a browser shows the token as the name of a
/// WebSocket's subprotocol, which "/", "=" and spaces cannot be part of: RFC 7230, token).
Result<std::string> read_token(const std::string& file);

}  // namespace hearth::connect
