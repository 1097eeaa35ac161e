#include "connect/mqtt/self_announcement.h"

#include <algorithm>

namespace hearth::connect::mqtt {
namespace {

/// Discovery ids take letters, digits, _ and - only.
std::string id_of(std::string text) {
  const auto odd = [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-');
  };
  std::ranges::replace_if(text, odd, '_');
  return text;
}

}  // namespace

Json SelfAnnouncement::description() const {
  const std::string id = id_of(own_);
  const auto component = [&](const char* platform, const char* name, const char* part, const char* value_template) {
    return Json{{"platform", platform},
                {"name", name},
                {"unique_id", id + "_" + part},
                {"object_id", id + "_" + part},  // before 2026, default_entity_id since
                {"default_entity_id", std::string(platform) + "." + id + "_" + part},
                {"state_topic", own_ + "/" + part},
                {"value_template", value_template},
                {"json_attributes_topic", own_ + "/" + part},
                {"availability_topic", own_ + "/status"}};
  };
  Json health = component("binary_sensor", "Health", "health", "{{ value_json.problem }}");
  health["device_class"] = "problem";
  health["entity_category"] = "diagnostic";
  // Home Assistant keeps at most 255 characters of a state; the attributes hold all of it.
  Json answer = component("sensor", "Last answer", "answer", "{{ value_json.text[:255] }}");
  answer["icon"] = "mdi:message-text";
  // Availability has an entity of its own, which stays readable while the others are unavailable.
  Json presence = component("binary_sensor", "Running", "status", "{{ 'ON' if value == 'online' else 'OFF' }}");
  presence["device_class"] = "running";
  presence["entity_category"] = "diagnostic";
  presence.erase("availability_topic");
  presence.erase("json_attributes_topic");
  return {{"device", {{"identifiers", {id}}, {"name", "Hearth"}, {"manufacturer", "Hearth"}, {"sw_version", version_}}},
          {"origin", {{"name", kOrigin}, {"sw_version", version_}}},
          {"components", {{"health", health}, {"answer", answer}, {"running", presence}}}};
}

Publications SelfAnnouncement::arrival() const {
  return {{prefix_ + "/device/" + id_of(own_) + "/config", dump(description()), 1, true},
          {own_ + "/status", "online", 1, true}};
}

Publication SelfAnnouncement::farewell() const { return {own_ + "/status", "offline", 1, true}; }

Publication SelfAnnouncement::health(bool well, std::string_view detail) const {
  return {own_ + "/health", dump({{"problem", well ? "OFF" : "ON"}, {"detail", detail}}), 1, true};
}

Publication SelfAnnouncement::answer(std::string_view text) const {
  return {own_ + "/answer", dump({{"text", text}}), 1, true};
}

}  // namespace hearth::connect::mqtt
