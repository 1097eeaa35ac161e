#include "connect/mqtt/topics.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearth::connect::mqtt {

Status check_announced_topic(std::string_view topic, std::string_view own) {
  constexpr size_t kLongest = 1024;
  if (topic.empty()) return invalid("an empty topic");
  if (topic.size() > kLongest)
    return invalid(fmt::format("a topic of {} bytes, expected at most {}", topic.size(), kLongest));
  if (topic.find_first_of("+#") != std::string_view::npos) {
    return invalid(fmt::format("the topic \"{}\" has a wildcard, expected one topic", topic));
  }
  if (topic.front() == '$') return invalid(fmt::format("the topic \"{}\" is the broker's own", topic));
  const bool control =
      std::ranges::any_of(topic, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (control) return invalid("a topic with control characters");
  if (!own.empty() && topic.starts_with(own) && (topic.size() == own.size() || topic[own.size()] == '/')) {
    return invalid(fmt::format("the topic \"{}\" is this program's own", topic));
  }
  return ok();
}

}  // namespace hearth::connect::mqtt
