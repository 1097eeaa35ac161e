#include "net/http_access.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/check.h"

namespace hearth::net {

namespace {

std::string lower(std::string_view text) {
  std::string copy(text);
  for (char& c : copy) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return copy;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string random_token() {
  std::array<unsigned char, 32> bytes{};
  CHECK(getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string token;
  for (const unsigned char byte : bytes) {
    token += kDigits[byte >> 4];
    token += kDigits[byte & 15];
  }
  return token;
}

bool same_secret(std::string_view given, std::string_view expected) {
  unsigned different = given.size() == expected.size() ? 0u : 1u;
  for (size_t i = 0; i < expected.size(); ++i) {
    const char other = i < given.size() ? given[i] : '\0';
    different |= static_cast<unsigned char>(expected[i] ^ other);
  }
  return different == 0;
}

bool bearer_allowed(std::string_view authorization, std::string_view token) {
  if (token.empty()) return true;
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() < kScheme.size() || lower(authorization.substr(0, kScheme.size())) != kScheme) return false;
  return same_secret(authorization.substr(kScheme.size()), token);
}

bool host_allowed(std::string_view host, uint16_t port, const std::vector<std::string>& others) {
  std::string name = lower(host);
  const std::string suffix = ":" + std::to_string(port);
  if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
  if (name == "localhost" || name == "127.0.0.1" || name == "[::1]") return true;
  return std::ranges::any_of(others, [&](const std::string& other) { return name == lower(other); });
}

bool origin_allowed(std::string_view origin, uint16_t port, const std::vector<std::string>& others) {
  if (origin.empty()) return true;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.starts_with(scheme)) return host_allowed(origin.substr(scheme.size()), port, others);
  }
  return false;
}

SocketProtocols parse_protocols(std::string_view field, std::string_view protocol, std::string_view token_prefix) {
  SocketProtocols found;
  while (!field.empty()) {
    const size_t comma = field.find(',');
    const std::string_view offered = trim(field.substr(0, comma));
    field = comma == std::string_view::npos ? std::string_view() : field.substr(comma + 1);
    if (offered == protocol) found.spoken = true;
    if (found.token.empty() && offered.starts_with(token_prefix)) found.token = offered.substr(token_prefix.size());
  }
  return found;
}

}  // namespace hearth::net
