#include "connect/mqtt/discovery_message.h"

#include <fmt/format.h>

#include <functional>

#include "connect/mqtt/abbreviations.h"
#include "connect/mqtt/config_reader.h"
#include "connect/mqtt/identifiers.h"

namespace hearth::connect::mqtt {
namespace {

constexpr size_t kLongestName = 256;
constexpr size_t kMostIdentifiers = 32;

using LongKey = std::string_view (*)(std::string_view);

/// A key that is there in both forms keeps the long one's value.
void rename(Json& object, LongKey to_long) {
  Json out = Json::object();
  for (auto& [key, value] : object.items()) {
    const std::string name(to_long(key));
    if (name == key || !object.contains(name)) out[name] = std::move(value);
  }
  object = std::move(out);
}

void apply_base(Json& object, const std::string& base) {
  if (base.empty()) return;
  for (auto& [key, value] : object.items()) {
    if (!value.is_string() || (!key.ends_with("topic"))) continue;
    std::string topic = value.get<std::string>();
    if (topic.starts_with('~')) {
      topic = base + topic.substr(1);
    } else if (topic.ends_with('~')) {
      topic = topic.substr(0, topic.size() - 1) + base;
    }
    value = std::move(topic);
  }
}

void expand_object(Json& object, std::string base) {
  if (const auto own = object.find("~"); own != object.end() && own->is_string()) base = own->get<std::string>();
  rename(object, long_key);
  apply_base(object, base);
  if (const auto list = object.find("availability"); list != object.end()) {
    if (list->is_object()) *list = Json::array({*list});
    if (list->is_array()) {
      for (Json& one : *list) {
        if (!one.is_object()) continue;
        rename(one, long_key);
        apply_base(one, base);
      }
    }
  }
  if (const auto device = object.find("device"); device != object.end() && device->is_object()) {
    rename(*device, long_device_key);
  }
  if (const auto origin = object.find("origin"); origin != object.end() && origin->is_object()) {
    rename(*origin, long_origin_key);
  }
  const auto components = object.find("components");
  if (components == object.end() || !components->is_object()) return;
  for (auto& [key, component] : components->items()) {
    if (component.is_object()) expand_object(component, base);
  }
}

std::string short_text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  std::string text = found->get<std::string>();
  return text.size() <= kLongestName ? text : std::string();
}

void add_identifiers(const Json& list, std::vector<std::string>& out) {
  if (list.is_string()) return out.push_back(shared_identifier(list.get<std::string>()));
  if (!list.is_array()) return;
  for (const Json& one : list) {
    if (one.is_string() && out.size() < kMostIdentifiers) out.push_back(shared_identifier(one.get<std::string>()));
  }
}

void add_connections(const Json& list, std::vector<std::string>& out) {
  if (!list.is_array()) return;
  for (const Json& one : list) {
    const bool pair = one.is_array() && one.size() == 2 && one[0].is_string() && one[1].is_string();
    if (pair && out.size() < kMostIdentifiers) {
      out.push_back(shared_connection(one[0].get<std::string>(), one[1].get<std::string>()));
    }
  }
}

}  // namespace

Result<Json> expand(Json json, const std::string& place) {
  if (!json.is_object()) return invalid("expected a JSON object", place);
  expand_object(json, {});
  return json;
}

Result<DeviceInfo> read_device(const Json& device, const std::string& place) {
  DeviceInfo info;
  if (!device.is_object()) return invalid("device: expected an object", place);
  if (const auto ids = device.find("identifiers"); ids != device.end()) add_identifiers(*ids, info.device.identifiers);
  if (const auto ends = device.find("connections"); ends != device.end()) {
    add_connections(*ends, info.device.identifiers);
  }
  std::erase_if(info.device.identifiers, [](const std::string& id) { return id.size() > kLongestName; });
  if (info.device.identifiers.empty()) return invalid("device: expected identifiers or connections", place);
  if (std::string name = short_text(device, "name"); !name.empty()) info.device.names = {{std::move(name), {}}};
  info.device.manufacturer = short_text(device, "manufacturer");
  info.device.model = short_text(device, "model");
  info.area = short_text(device, "suggested_area");
  return info;
}

Status read_availability(const Json& config, const std::string& place, const ReservedTopics& reserved,
                         Component& component) {
  const auto add = [&](ConfigReader& reader, const char* topic_key, const char* template_key) -> Status {
    std::string topic = reader.topic(topic_key);
    std::optional<text::Template> with = reader.content(template_key);
    const std::string yes = reader.text("payload_available", "online");
    const std::string no = reader.text("payload_not_available", "offline");
    TRY(reader.status());
    if (topic.empty()) return ok();
    component.availability.push_back(
        {std::move(topic), [with = std::move(with), yes, no](const Payload& payload) -> std::optional<bool> {
           std::string text(payload.text());
           if (with) {
             Result<std::string> rendered = with->render_payload(payload.text());
             if (!rendered.ok()) return std::nullopt;
             text = std::move(rendered).value();
           }
           if (text == yes) return true;
           if (text == no) return false;
           return std::nullopt;
         }});
    return ok();
  };
  ConfigReader whole(config, place, reserved);
  TRY(add(whole, "availability_topic", "availability_template"));
  if (const auto list = config.find("availability"); list != config.end()) {
    constexpr size_t kMostTopics = 16;
    if (!list->is_array() || list->size() > kMostTopics) {
      return invalid(fmt::format("availability: expected a list of at most {} topics", kMostTopics), place);
    }
    for (const Json& one : *list) {
      if (!one.is_object()) return invalid("availability: expected objects with a topic", place);
      ConfigReader reader(one, place + " availability", reserved);
      TRY(add(reader, "topic", "value_template"));
    }
  }
  const std::string mode = whole.text("availability_mode", "latest");
  component.availability_mode = mode == "all"   ? AvailabilityMode::All
                                : mode == "any" ? AvailabilityMode::Any
                                                : AvailabilityMode::Latest;
  if (mode != "all" && mode != "any" && mode != "latest")
    whole.fail("availability_mode", "expected latest, all or any");
  return whole.status();
}

}  // namespace hearth::connect::mqtt
