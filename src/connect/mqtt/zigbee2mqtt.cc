#include "connect/mqtt/zigbee2mqtt.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/log.h"
#include "connect/mqtt/identifiers.h"
#include "connect/mqtt/rooms.h"
#include "connect/mqtt/topics.h"
#include "connect/mqtt/zigbee2mqtt_exposes.h"

namespace hearth::connect::mqtt {
namespace {

constexpr size_t kLongestList = 16 << 20;
constexpr size_t kMostDevices = 2000;
constexpr size_t kLongestName = 256;

std::string text_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag_member(const Json& object, const char* name, bool otherwise) {
  const auto found = object.find(name);
  return found != object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

/// The bridge's own topics below its base, which no device may be called.
Status check_name(const std::string& name, const std::string& base) {
  if (name.empty()) return invalid("it has no friendly_name");
  if (name.size() > kLongestName) return invalid(fmt::format("its name is longer than {} bytes", kLongestName));
  TRY(check_announced_topic(base + "/" + name));
  constexpr std::array<std::string_view, 3> kEndings{"/set", "/get", "/availability"};
  const bool taken = name == "bridge" || name.starts_with("bridge/") ||
                     std::ranges::any_of(kEndings, [&](std::string_view ending) { return name.ends_with(ending); });
  if (taken) return invalid(fmt::format("its name \"{}\" is a topic of the bridge itself", name));
  return ok();
}

/// Why a device of the list is not used; empty when it is.
std::string excuse(const Json& device) {
  if (flag_member(device, "disabled", false)) return "it is disabled in Zigbee2MQTT";
  const auto definition = device.find("definition");
  if (definition == device.end() || !definition->is_object()) {
    const bool done = flag_member(device, "interview_completed", true);
    return done ? "Zigbee2MQTT does not support it" : "Zigbee2MQTT has not finished its interview";
  }
  return {};
}

DeviceInfo describe(const Json& device, const std::string& ieee, const std::string& friendly_name) {
  DeviceInfo info;
  const size_t slash = friendly_name.find('/');
  if (slash == std::string::npos) {
    info.device.names = {{friendly_name, {}}};
  } else {
    const std::string inner = friendly_name.substr(slash + 1);
    std::string whole = friendly_name;
    std::ranges::replace(whole, '/', ' ');
    info.device.names = {{inner, {}}, {whole, {}}};
  }
  info.device.identifiers = {shared_identifier(ieee)};
  if (const auto definition = device.find("definition"); definition != device.end() && definition->is_object()) {
    info.device.manufacturer = text_member(*definition, "vendor");
    info.device.model = text_member(*definition, "model");
  }
  return info;
}

}  // namespace

Status Zigbee2Mqtt::take(std::string_view topic, std::string_view payload, ComponentTable& table) {
  Json list = TRY(parse_json(payload, topic, kLongestList, 32));
  if (!list.is_array()) return invalid("expected an array", std::string(topic));
  if (topic.ends_with("/groups")) return take_groups(list, table);
  TRY(take_devices(list, table));
  last_devices_ = std::move(list);
  return ok();
}

Status Zigbee2Mqtt::take_devices(const Json& list, ComponentTable& table) {
  std::set<std::string> listed;
  for (const Json& device : list) {
    if (!device.is_object() || listed.size() >= kMostDevices) continue;
    const std::string ieee = text_member(device, "ieee_address");
    if (ieee.empty() || ieee.size() > kLongestName || text_member(device, "type") == "Coordinator") continue;
    if (listed.insert(ieee).second) put(device, ieee, table);
  }
  std::vector<std::string> gone;
  for (const auto& [ieee, known] : devices_) {
    if (!listed.contains(ieee)) gone.push_back(ieee);
  }
  for (const std::string& ieee : gone) {
    drop(ieee, table);
    devices_.erase(ieee);
  }
  return ok();
}

Status Zigbee2Mqtt::take_groups(const Json& list, ComponentTable& table) {
  room_groups_.clear();
  for (const Json& group : list) {
    if (!group.is_object()) continue;
    const std::string name = text_member(group, "friendly_name");
    const auto members = group.find("members");
    if (!looks_like_room(name) || name.size() > kLongestName || members == group.end() || !members->is_array())
      continue;
    for (const Json& member : *members) {
      if (member.is_object()) room_groups_[text_member(member, "ieee_address")].insert(name);
    }
  }
  return last_devices_.is_array() ? take_devices(last_devices_, table) : ok();
}

std::string Zigbee2Mqtt::area_of(const std::string& ieee, const std::string& friendly_name) const {
  if (const size_t slash = friendly_name.find('/'); slash != std::string::npos && slash > 0) {
    return friendly_name.substr(0, slash);
  }
  const auto groups = room_groups_.find(ieee);
  return groups != room_groups_.end() && groups->second.size() == 1 ? *groups->second.begin() : std::string();
}

void Zigbee2Mqtt::drop(const std::string& ieee, ComponentTable& table) {
  const auto known = devices_.find(ieee);
  if (known == devices_.end()) return;
  for (const std::string& key : known->second.keys) table.remove(key);
  table.remove_device(ComponentTable::Origin::Bridge, shared_identifier(ieee));
}

void Zigbee2Mqtt::put(const Json& device, const std::string& ieee, ComponentTable& table) {
  const std::string friendly_name = text_member(device, "friendly_name");
  const std::string area = area_of(ieee, friendly_name);
  Json used = {{"name", friendly_name}, {"area", area}};  // without what changes by itself, such as last_seen
  for (const char* part : {"definition", "disabled", "interview_completed", "power_source", "type"}) {
    if (const auto found = device.find(part); found != device.end()) used[part] = *found;
  }
  std::string described = dump(used);
  const auto before = devices_.find(ieee);
  if (before != devices_.end() && before->second.described == described) return;

  Known known;
  known.described = std::move(described);
  const auto refuse = [&](const std::string& why) {
    drop(ieee, table);
    known.unusable.push_back(fmt::format("{}/{}: {}", base_, friendly_name.substr(0, kLongestName), why));
    devices_[ieee] = std::move(known);
  };
  if (const Status name = check_name(friendly_name, base_); !name.ok()) return refuse(name.error().message);
  if (const std::string why = excuse(device); !why.empty()) return refuse(why);

  ExposedDevice exposed{base_, ieee, friendly_name, {}};
  exposed.awake = text_member(device, "power_source") != "Battery" && text_member(device, "type") != "EndDevice";
  DeviceInfo info = describe(device, ieee, friendly_name);
  info.area = area;
  exposed.name = info.device.names.front().text;
  std::vector<Component> components = components_of(exposed, device["definition"], known.unusable);
  if (before != devices_.end()) {
    for (const std::string& key : before->second.keys) {
      const auto same = [&](const Component& component) { return component.entity.key == key; };
      if (std::ranges::none_of(components, same)) table.remove(key);
    }
  }
  table.put_device(ComponentTable::Origin::Bridge, shared_identifier(ieee), std::move(info));
  for (Component& component : components) {
    const std::string key = component.entity.key;
    if (const Status put = table.put(ComponentTable::Origin::Bridge, std::move(component)); !put.ok()) {
      known.unusable.push_back(to_string(put.error()));
      continue;
    }
    known.keys.push_back(key);
  }
  devices_[ieee] = std::move(known);
}

std::vector<std::string> Zigbee2Mqtt::unusable() const {
  std::vector<std::string> out;
  for (const auto& [ieee, known] : devices_) out.insert(out.end(), known.unusable.begin(), known.unusable.end());
  return out;
}

}  // namespace hearth::connect::mqtt
