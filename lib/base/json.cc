#include "base/json.h"

#include <fmt/format.h>

namespace hearth {
namespace {

/// Nesting depth of brackets outside strings, cheap enough to run before the parser recurses into its destructor.
size_t nesting(std::string_view text) {
  size_t depth = 0, deepest = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

}  // namespace

Result<Json> parse_json(std::string_view text, std::string_view place, size_t max_bytes, size_t max_depth) {
  if (text.size() > max_bytes) {
    return invalid(fmt::format("JSON of {} bytes; at most {} are read", text.size(), max_bytes), std::string(place));
  }
  if (const size_t depth = nesting(text); depth > max_depth) {
    return invalid(fmt::format("JSON nested {} deep; at most {} are read", depth, max_depth), std::string(place));
  }
  try {
    return Json::parse(text);
  } catch (const Json::exception& failure) {
    return invalid(fmt::format("not JSON: {}", failure.what()), std::string(place));
  }
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace hearth
