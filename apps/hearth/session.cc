#include "apps/hearth/session.h"

#include <cstdio>

namespace hearth::apps {

Result<Json> Session::ask(const std::string& method, const std::string& target, const Json& body,
                          std::chrono::milliseconds patience) const {
  net::HttpAddress address;
  address.unix_path = socket;
  const net::HttpClient client(address, "",
                               "start it with hearthd --config hearth.toml, or name its socket with --socket");
  const net::HttpResponse response = TRY(client.request(method, target, body.is_null() ? "" : dump(body), patience));
  Json answer = TRY(parse_json(response.body, target, 64u << 20));
  if (response.status < 400) return answer;
  const Json error = answer.value("error", Json::object());
  const std::string message =
      error.value("message", "the daemon answered with status " + std::to_string(response.status));
  return Error{response.status == 504 ? Error::Timeout : Error::InvalidInput, message, error.value("place", "")};
}

int fail(const Error& error) {
  std::fprintf(stderr, "hearth: %s\n", to_string(error).c_str());
  switch (error.kind) {
    case Error::Unavailable:
      return kNoDaemon;
    case Error::InvalidInput:
    case Error::NotFound:
      return kUsage;
    default:
      return kFailed;
  }
}

}  // namespace hearth::apps
