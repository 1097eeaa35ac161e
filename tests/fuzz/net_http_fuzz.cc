// Any bytes are a target or are refused; what was understood reads the same when encoded anew, no segment climbs out of
// its folder, and the checks of Host, Origin, Authorization and the protocols of a WebSocket let nothing through that
// they should not.
#include "net/http_access.h"
#include "net/http_client.h"
#include "net/http_routes.h"

namespace {

using namespace hearth;

std::string encode(const net::HttpTarget& target) {
  std::string text;
  for (const std::string& segment : target.segments) text += "/" + net::encode_query(segment);
  if (text.empty()) text = "/";
  char separator = '?';
  for (const auto& [name, value] : target.query) {
    text += separator + net::encode_query(name) + "=" + net::encode_query(value);
    separator = '&';
  }
  return text;
}

const net::HttpRoutes& routes() {
  static const net::HttpRoutes all = [] {
    net::HttpRoutes made;
    const auto nothing = [](const net::HttpRequest&, const net::HttpResponder&) {};
    for (const char* pattern : {"/", "/say", "/why/{trace}", "/{a}/{b}", "/files/*"}) made.add("GET", pattern, nothing);
    return made;
  }();
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  CHECK(!net::bearer_allowed(text, "a token longer than any corpus has guessed"));
  if (net::host_allowed(text, 80, {})) CHECK(text.size() <= sizeof "localhost:80");
  const net::SocketProtocols offered = net::parse_protocols(text, "hearth.v1", "hearth.token.");
  CHECK(!offered.spoken || text.find("hearth.v1") != std::string_view::npos);
  CHECK(offered.token.find(',') == std::string::npos && text.find(offered.token) != std::string_view::npos);
  if (!text.empty() && net::origin_allowed(text, 80, {})) CHECK(text.starts_with("http"));

  const auto target = net::parse_target(text);
  if (!target.ok()) return 0;
  for (const std::string& segment : target->segments) {
    CHECK(!segment.empty() && segment != "." && segment != "..");
    for (const char c : segment) CHECK(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  }
  const std::string encoded = encode(*target);
  if (const auto again = net::parse_target(encoded); again.ok()) {
    CHECK(again->path == target->path && again->segments == target->segments && again->query == target->query);
  } else {
    CHECK(encoded.size() > 8192);  // encoding makes it longer, and only that may refuse it
  }
  const auto match = routes().find("GET", *target);
  CHECK((match.handler != nullptr) || match.parameters.empty());
  return 0;
}
