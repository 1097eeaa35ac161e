// Whether anybody listens at an address, asked in a way that can be called off.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"

namespace hearth::net {

/// Resolves `host` and opens, then closes, a TCP connection. libmosquitto connects by a blocking call that nothing can
/// end; after this it has no reason to block. `called_off` is asked every 50 ms.
/// Errors: NotFound (no such host), Unavailable (refused, unreachable), Timeout, Cancelled; the place is host:port.
Status reach(const std::string& host, uint16_t port, std::chrono::milliseconds patience,
             const std::function<bool()>& called_off);

}  // namespace hearth::net
