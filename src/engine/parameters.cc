#include "engine/parameters.h"

#include <charconv>

namespace hearth::engine {

Result<uint64_t> number_in(const net::HttpRequest& request, const std::string& name, uint64_t otherwise,
                           uint64_t least) {
  const auto found = request.query.find(name);
  if (found == request.query.end()) return otherwise;
  uint64_t value = 0;
  const std::string& text = found->second;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr uint64_t kMost = uint64_t{1} << 62;  // beyond it, numbers of entries have no place in a journal
  if (problem != std::errc() || end != text.data() + text.size() || value < least || value > kMost) {
    return invalid("expected a number" + (least > 0 ? " from " + std::to_string(least) + " up" : ""), name);
  }
  return value;
}

}  // namespace hearth::engine
