#include "apps/hearth/session.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>

#include "connect/control/access.h"

namespace hearth::apps {
namespace {

Error::Kind kind_of(const std::string& name) {
  for (const Error::Kind kind : {Error::NotFound, Error::InvalidInput, Error::Unavailable, Error::Timeout,
                                 Error::Cancelled, Error::Denied, Error::Corrupt}) {
    if (to_string(kind) == name) return kind;
  }
  return Error::Internal;
}

}  // namespace

Result<Json> Session::ask(const std::string& method, const std::string& target, const Json& body,
                          std::chrono::milliseconds patience) const {
  net::HttpAddress where;
  std::string token;
  if (address.empty()) {
    where.unix_path = socket;
  } else {
    where = TRY(parse_address(address));
    if (token_file.empty())
      return invalid("expected the daemon's token_file, since --address is given", "--token-file");
    token = TRY(connect::read_token(token_file));
  }
  const net::HttpClient client(where, token,
                               "start it with hearthd --config hearth.toml, or say where it listens with --socket or "
                               "--address");
  const net::HttpResponse response = TRY(client.request(method, target, body.is_null() ? "" : dump(body), patience));
  Json answer = TRY(parse_json(response.body, target, 64u << 20));
  if (response.status < 400) return answer;
  const Json error = answer.value("error", Json::object());
  const std::string message =
      error.value("message", "the daemon answered with status " + std::to_string(response.status));
  return Error{kind_of(error.value("kind", "")), message, error.value("place", "")};
}

Result<net::HttpAddress> parse_address(const std::string& text) {
  net::HttpAddress address;
  const size_t colon = text.rfind(':');
  const std::string host = colon == std::string::npos ? "" : text.substr(0, colon);
  const std::string port = colon == std::string::npos ? text : text.substr(colon + 1);
  if (host == "[::1]") address.host = "::1";
  const bool here = host.empty() || host == "127.0.0.1" || host == "localhost" || host == "[::1]";
  const auto [end, problem] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (!here || problem != std::errc() || end != port.data() + port.size() || address.port == 0) {
    return invalid(
        fmt::format("expected 127.0.0.1:PORT, not \"{}\": the daemon listens to its own machine alone", text),
        "--address");
  }
  return address;
}

int fail(const Error& error) {
  std::fprintf(stderr, "hearth: %s\n", to_string(error).c_str());
  if (error.kind == Error::Unavailable) return Exit::NoDaemon;
  return error.kind == Error::InvalidInput ? Exit::Usage : Exit::Failed;
}

int fail_here(const Error& error) {
  std::fprintf(stderr, "hearth: %s\n", to_string(error).c_str());
  return error.kind == Error::InvalidInput || error.kind == Error::NotFound ? Exit::Usage : Exit::Failed;
}

}  // namespace hearth::apps
