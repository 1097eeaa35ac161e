#include "connect/mqtt/identifiers.h"

#include <algorithm>

namespace hearth::connect::mqtt {
namespace {

constexpr std::string_view kZigbee = "zigbee:";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

/// "0x" and 16 digits, or empty.
std::string ieee_address(std::string_view text) {
  std::string folded(text);
  std::ranges::transform(folded, folded.begin(), lower);
  const bool fits =
      folded.size() == 18 && folded.starts_with("0x") && std::all_of(folded.begin() + 2, folded.end(), hex);
  return fits ? folded : std::string();
}

}  // namespace

std::string shared_identifier(std::string_view identifier) {
  std::string_view address = identifier;
  if (address.starts_with("zigbee2mqtt_")) address.remove_prefix(std::string_view("zigbee2mqtt_").size());
  if (const std::string ieee = ieee_address(address); !ieee.empty()) return std::string(kZigbee) + ieee;
  return "mqtt:" + std::string(identifier);
}

std::string shared_connection(std::string_view type, std::string_view address) {
  if (const std::string ieee = ieee_address(address); !ieee.empty() && type == "zigbee")
    return std::string(kZigbee) + ieee;
  std::string folded;
  for (const char c : address) {
    if (type != "mac" || hex(lower(c))) folded += lower(c);
  }
  return std::string(type) + ':' + folded;
}

bool is_zigbee(std::string_view identifier) { return identifier.starts_with(kZigbee); }

}  // namespace hearth::connect::mqtt
