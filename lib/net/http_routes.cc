#include "net/http_routes.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace hearth::net {

namespace {

constexpr size_t kLongestTarget = 8192;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Result<std::string> decode(std::string_view text, bool plus_is_space) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0)
        return invalid("expected two hexadecimal digits after %", std::string(text.substr(0, 80)));
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) return invalid("control characters are not allowed in a target");
    plain.push_back(c);
  }
  return plain;
}

Status split(std::string_view text, char separator, const std::function<Status(std::string_view)>& each) {
  while (true) {
    const size_t end = text.find(separator);
    TRY(each(text.substr(0, end)));
    if (end == std::string_view::npos) return ok();
    text.remove_prefix(end + 1);
  }
}

bool is_placeholder(const std::string& part) { return part.size() > 2 && part.front() == '{' && part.back() == '}'; }

std::optional<std::map<std::string, std::string>> match(const std::vector<std::string>& pattern,
                                                        const std::vector<std::string>& segments) {
  std::map<std::string, std::string> parameters;
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == "*") {
      std::string rest;
      for (size_t j = i; j < segments.size(); ++j) rest += (j > i ? "/" : "") + segments[j];
      parameters["*"] = std::move(rest);
      return parameters;
    }
    if (i >= segments.size()) return std::nullopt;
    if (is_placeholder(pattern[i])) {
      parameters[pattern[i].substr(1, pattern[i].size() - 2)] = segments[i];
    } else if (pattern[i] != segments[i]) {
      return std::nullopt;
    }
  }
  if (segments.size() > pattern.size()) return std::nullopt;
  return parameters;
}

}  // namespace

Result<HttpTarget> parse_target(std::string_view target) {
  if (target.size() > kLongestTarget) return invalid(fmt::format("a target has {} bytes at most", kLongestTarget));
  if (target.empty() || target.front() != '/') return invalid("expected a path that begins with /");
  HttpTarget parsed;
  target = target.substr(0, target.find('#'));
  const size_t question = target.find('?');
  std::string_view path = target.substr(1, question == std::string_view::npos ? question : question - 1);
  if (!path.empty() && path.back() == '/') path.remove_suffix(1);
  if (!path.empty() || target.starts_with("//")) {
    TRY(split(path, '/', [&](std::string_view part) -> Status {
      std::string segment = TRY(decode(part, false));
      if (segment.empty() || segment == "." || segment == "..") {
        return invalid("empty, . and .. parts are not allowed in a path");
      }
      parsed.path += "/" + segment;
      parsed.segments.push_back(std::move(segment));
      return ok();
    }));
  }
  if (parsed.path.empty()) parsed.path = "/";
  if (question == std::string_view::npos || question + 1 == target.size()) return parsed;
  TRY(split(target.substr(question + 1), '&', [&](std::string_view part) -> Status {
    const size_t equals = part.find('=');
    std::string name = TRY(decode(part.substr(0, equals), true));
    std::string value = equals == std::string_view::npos ? "" : TRY(decode(part.substr(equals + 1), true));
    if (!name.empty()) parsed.query.emplace(std::move(name), std::move(value));
    return ok();
  }));
  return parsed;
}

std::vector<std::string> HttpRoutes::parse_pattern(std::string_view pattern) {
  CHECK(!pattern.empty() && pattern.front() == '/');
  std::vector<std::string> parts;
  pattern.remove_prefix(1);
  if (pattern.empty()) return parts;
  split(pattern, '/', [&](std::string_view part) -> Status {
    parts.emplace_back(part);
    return ok();
  }).value();
  return parts;
}

void HttpRoutes::add(std::string method, std::string_view pattern, Answerer handler, Access access) {
  routes_.push_back({std::move(method), parse_pattern(pattern), std::move(handler), {}, access});
}

void HttpRoutes::add_socket(std::string_view pattern, SocketRoute handler) {
  routes_.push_back({"GET", parse_pattern(pattern), {}, std::move(handler), Access::Token});
}

HttpRoutes::Match HttpRoutes::find(std::string_view method, const HttpTarget& target) const {
  if (method == "HEAD") method = "GET";
  Match found;
  for (const Route& route : routes_) {
    auto parameters = match(route.pattern, target.segments);
    if (!parameters) continue;
    if (route.method == method) {
      const bool socket = !route.handler;
      return {.handler = socket ? nullptr : &route.handler,
              .socket = socket ? &route.socket : nullptr,
              .access = route.access,
              .parameters = std::move(*parameters),
              .allowed = {}};
    }
    found.allowed += (found.allowed.empty() ? "" : ", ") + route.method;
  }
  return found;
}

}  // namespace hearth::net
