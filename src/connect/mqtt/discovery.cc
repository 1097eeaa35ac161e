#include "connect/mqtt/discovery.h"

#include <fmt/format.h>

#include <algorithm>

#include "connect/mqtt/config_reader.h"
#include "connect/mqtt/discovery_message.h"
#include "connect/mqtt/platforms/platforms.h"
#include "connect/mqtt/self_announcement.h"

namespace hearth::connect::mqtt {
namespace {

constexpr size_t kLongestConfig = 512 << 10;
constexpr size_t kMostComponents = 256;  // of one device
constexpr size_t kMostAnnouncements = 50'000;
constexpr size_t kLongestId = 256;

std::string text_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What the whole device says and its components need not repeat.
Json with_shared(const Json& component, const Json& whole) {
  Json out = component;
  for (const char* key :
       {"availability", "availability_topic", "availability_template", "availability_mode", "payload_available",
        "payload_not_available", "state_topic", "command_topic", "qos", "encoding", "device", "origin"}) {
    if (const auto shared = whole.find(key); shared != whole.end() && !out.contains(key)) out[key] = *shared;
  }
  return out;
}

void name_entity(Component& component, const Json& config, const std::string& device_name) {
  const std::string own = text_member(config, "name").substr(0, kLongestId);
  if (own.empty()) return;
  component.entity.names = {{entity_name(device_name, own), {}}};
}

Status check_device_form(const Json& config, const std::string& topic) {
  const auto components = config.find("components");
  if (components == config.end() || !components->is_object())
    return invalid("expected an object \"components\"", topic);
  if (!config.contains("device")) return invalid("expected an object \"device\"", topic);
  if (components->size() > kMostComponents) {
    return invalid(fmt::format("{} components, expected at most {}", components->size(), kMostComponents), topic);
  }
  return ok();
}

}  // namespace

Status Discovery::take(std::string_view topic, std::string_view payload, ComponentTable& table) {
  if (!concerns(topic)) return invalid("expected prefix/platform/id/config", std::string(topic));
  const auto known = announcements_.find(topic);
  if (known != announcements_.end() && known->second.payload == payload) return ok();
  const std::string place(topic);
  if (payload.empty()) {
    if (known == announcements_.end()) return ok();
    for (const auto& [part, key] : known->second.keys) release(place, key, table);
    drop_device(known->second.device, table);
    announcements_.erase(known);
    return ok();
  }
  if (known == announcements_.end() && announcements_.size() >= kMostAnnouncements) {
    return invalid(fmt::format("more than {} announcements", kMostAnnouncements), place);
  }
  Json config = TRY(expand(TRY(parse_json(payload, topic, kLongestConfig, 16)), place));
  if (const auto origin = config.find("origin"); origin != config.end() && origin->is_object()) {
    if (text_member(*origin, "name") == SelfAnnouncement::kOrigin) return ok();  // ourselves, or another like us
  }
  const auto migrating = config.find("migrate_discovery");
  if (migrating != config.end() && *migrating == true) {
    // Its entities stay as they are, until the other form of discovery claims them.
    if (known == announcements_.end()) return ok();
    for (const auto& [part, key] : known->second.keys) owners_[key].clear();
    known->second.payload = payload;
    return ok();
  }

  // prefix/platform/[node/]object/config
  std::string_view inner = topic.substr(prefix_.size() + 1);
  inner.remove_suffix(std::string_view("/config").size());
  const size_t slash = inner.find('/');
  if (slash == std::string_view::npos) return invalid("expected prefix/platform/id/config", place);
  const Origin origin{std::string(inner.substr(0, slash)), std::string(inner.substr(slash + 1))};
  Announcement next;
  next.payload = payload;
  if (origin.platform == "device") {
    TRY(check_device_form(config, place));  // before anything is put into the table
    next.device = put_device(config, table);
    take_device(place, origin, config, next, table);
  } else {
    next.device = put_device(config, table);
    add(place, "", origin.platform, origin.object, config, next, table);
  }
  if (known != announcements_.end()) {
    for (const auto& [part, key] : known->second.keys) {
      const auto again = [&, wanted = key](const auto& row) { return row.second == wanted; };
      if (std::ranges::none_of(next.keys, again)) release(place, key, table);
    }
    drop_device(known->second.device, table);
  }
  announcements_.insert_or_assign(place, std::move(next));
  return ok();
}

void Discovery::take_device(const std::string& topic, const Origin& origin, const Json& config, Announcement& next,
                            ComponentTable& table) {
  for (const auto& [part, component] : config["components"].items()) {
    if (!component.is_object()) {
      next.unusable[part] = "expected an object";
      continue;
    }
    const std::string platform = text_member(component, "platform");
    if (platform.empty()) {
      next.unusable[part] = "expected \"platform\"";
    } else if (component.size() > 1) {  // the platform alone takes a component back
      add(topic, part, platform, origin.object + "/" + part, with_shared(component, config), next, table);
    }
  }
}

void Discovery::add(const std::string& topic, const std::string& part, const std::string& platform,
                    const std::string& object, const Json& config, Announcement& next, ComponentTable& table) {
  const std::string place = part.empty() ? topic : topic + " " + part;
  const std::string unique_id = text_member(config, "unique_id");
  Component component;
  component.entity.key = platform + "/" + (unique_id.empty() ? object : unique_id).substr(0, kLongestId);
  component.entity.kind = platform;
  component.device = next.device;
  std::string& why = next.unusable[part];
  const auto owner = owners_.find(component.entity.key);
  if (owner != owners_.end() && !owner->second.empty() && owner->second != topic) {
    why = fmt::format("its unique_id \"{}\" is that of {}", unique_id, owner->second);
    return;
  }
  ConfigReader reader(config, place, reserved_);
  Status made = make_component(platform, reader, component, why);
  if (made.ok()) made = read_availability(config, place, reserved_, component);
  if (!made.ok()) {
    why = made.error().message;
    return;
  }
  component.entity.device_class = reader.text("device_class").substr(0, kLongestId);
  component.entity.tier = tier_of(component.entity.kind, component.entity.device_class);
  component.entity.exposed = !reader.has("entity_category");
  if (!reader.flag("enabled_by_default", true)) component.entity.exposed = false;
  const auto device = config.find("device");
  name_entity(component, config, device != config.end() && device->is_object() ? text_member(*device, "name") : "");
  const std::string key = component.entity.key;
  if (const Status put = table.put(ComponentTable::Origin::Discovery, std::move(component)); !put.ok()) {
    why = put.error().message;
    return;
  }
  if (why.empty()) next.unusable.erase(part);
  owners_[key] = topic;
  next.keys[part] = key;
}

void Discovery::release(const std::string& topic, const std::string& key, ComponentTable& table) {
  const auto owner = owners_.find(key);
  if (owner == owners_.end() || owner->second != topic) return;  // somebody else's by now, or about to be
  owners_.erase(owner);
  table.remove(key);
}

std::string Discovery::put_device(const Json& config, ComponentTable& table) {
  const auto told = config.find("device");
  if (told == config.end()) return {};
  Result<DeviceInfo> device = read_device(*told, {});
  if (!device.ok()) return {};
  const std::string key = device->device.identifiers.front();
  ++devices_[key];
  table.put_device(ComponentTable::Origin::Discovery, key, std::move(device).value());
  return key;
}

void Discovery::drop_device(const std::string& key, ComponentTable& table) {
  const auto known = devices_.find(key);
  if (known == devices_.end() || --known->second > 0) return;
  devices_.erase(known);
  table.remove_device(ComponentTable::Origin::Discovery, key);
}

std::vector<std::string> Discovery::unusable() const {
  std::vector<std::string> out;
  for (const auto& [topic, announcement] : announcements_) {
    for (const auto& [part, why] : announcement.unusable) {
      out.push_back(fmt::format("{}{}{}: {}", topic, part.empty() ? "" : " ", part, why));
    }
  }
  return out;
}

}  // namespace hearth::connect::mqtt
