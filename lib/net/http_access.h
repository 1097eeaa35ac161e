// Who may speak to a server, decided before anything else of a request is looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::net {

/// 256 bits that nobody can guess, in letters and digits, from the system's source of randomness.
std::string random_token();

/// Takes the same time wherever two texts of one length differ.
bool same_secret(std::string_view given, std::string_view expected);

/// Whether an Authorization field carries the token (RFC 6750). An empty token expects none.
bool bearer_allowed(std::string_view authorization, std::string_view token);

/// Whether a Host field names this server: localhost, 127.0.0.1, [::1] or one of `others`, with `port` or without. A
/// page of another site that had its name resolve to this machine (DNS rebinding) names that other site.
bool host_allowed(std::string_view host, uint16_t port, const std::vector<std::string>& others);

/// Whether an Origin field, when there is one, is http or https of such a host: a page of another site may not post.
bool origin_allowed(std::string_view origin, uint16_t port, const std::vector<std::string>& others);

/// The protocols that a WebSocket client offers (RFC 6455, Sec-WebSocket-Protocol). A browser can set no other field,
/// so the token may stand among them, behind a prefix.
struct SocketProtocols {
  bool spoken = false;  ///< ours is among them
  std::string token;    ///< the first that begins with the prefix, without it
};
SocketProtocols parse_protocols(std::string_view field, std::string_view protocol, std::string_view token_prefix);

}  // namespace hearth::net
