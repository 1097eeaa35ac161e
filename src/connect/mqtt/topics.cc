#include "connect/mqtt/topics.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearth::connect::mqtt {

bool is_announcement(std::string_view topic, std::string_view prefix) {
  constexpr std::string_view kEnd = "/config";
  if (!topic.starts_with(prefix) || !topic.substr(prefix.size()).starts_with('/')) return false;
  const std::string_view inner = topic.substr(prefix.size() + 1);
  return inner.size() > kEnd.size() && inner.ends_with(kEnd);
}

Status check_announced_topic(std::string_view topic, const ReservedTopics& reserved) {
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
  const std::string& own = reserved.own;
  if (!own.empty() && topic.starts_with(own) && (topic.size() == own.size() || topic[own.size()] == '/')) {
    return invalid(fmt::format("the topic \"{}\" is this program's own", topic));
  }
  if (!reserved.discovery.empty() && is_announcement(topic, reserved.discovery)) {
    return invalid(fmt::format("the topic \"{}\" is one where devices announce themselves", topic));
  }
  return ok();
}

}  // namespace hearth::connect::mqtt
