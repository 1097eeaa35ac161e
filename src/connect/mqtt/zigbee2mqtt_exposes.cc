#include "connect/mqtt/zigbee2mqtt_exposes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "connect/mqtt/identifiers.h"

namespace hearth::connect::mqtt {
namespace {

constexpr size_t kMostExposes = 256;
constexpr size_t kMostValues = 512;
constexpr size_t kLongestWord = 256;

std::string word(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return {};
  std::string text = found->get<std::string>();
  return text.size() <= kLongestWord ? text : std::string();
}

double number(const Json& object, const char* name) {
  const auto found = object.find(name);
  constexpr double kLargest = 1e12;
  if (found == object.end() || !found->is_number()) return 0;
  const double told = found->get<double>();
  return std::abs(told) <= kLargest ? told : 0;
}

/// "online" or {"state":"online"}: the bridge writes either, by version and setting.
std::optional<bool> read_online(const Payload& payload) {
  std::string_view text = payload.text();
  if (const Json* state = payload.member("state"); state != nullptr && state->is_string()) {
    text = state->get_ref<const std::string&>();
  }
  if (text == "online") return true;
  if (text == "offline") return false;
  return std::nullopt;
}

bool is_specific(std::string_view type) {
  constexpr std::array<std::string_view, 6> kSpecific{"light", "switch", "fan", "cover", "lock", "climate"};
  return std::ranges::find(kSpecific, type) != kSpecific.end();
}

bool is_generic(std::string_view type) {
  constexpr std::array<std::string_view, 6> kGeneric{"binary", "numeric", "enum", "text", "composite", "list"};
  return std::ranges::find(kGeneric, type) != kGeneric.end();
}

/// What a sensor was bought for bears its name: the contact of the device "terrace door" is "terrace door", its battery
/// is "terrace door battery". Not where there are two of them, or something that can be switched.
void name_after_device(const std::string& name, std::vector<Component>& of_one_device) {
  constexpr std::array kMain{Capability::Contact,       Capability::Occupancy, Capability::Motion,
                             Capability::Presence,      Capability::Smoke,     Capability::Moisture,
                             Capability::CarbonMonoxide};
  Component* main = nullptr;
  for (Component& component : of_one_device) {
    const std::string& kind = component.entity.kind;
    if (is_specific(kind)) return;
    if (kind != "binary_sensor" || component.entity.traits.empty() ||
        std::ranges::find(kMain, component.entity.traits.front().capability) == kMain.end()) {
      continue;
    }
    if (main != nullptr) return;
    main = &component;
  }
  if (main != nullptr) main->entity.names = {{name, {}}};
}

}  // namespace

std::optional<Feature> read_feature(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  Feature feature;
  feature.json = &json;
  feature.type = word(json, "type");
  feature.name = word(json, "name");
  feature.property = word(json, "property");
  feature.endpoint = word(json, "endpoint");
  feature.label = word(json, "label");
  feature.unit = word(json, "unit");
  if (feature.type.empty()) return std::nullopt;
  if (const auto access = json.find("access"); access != json.end() && access->is_number_unsigned()) {
    feature.access = static_cast<unsigned>(access->get<uint64_t>() & 7);
  }
  feature.low = number(json, "value_min");
  feature.high = number(json, "value_max");
  feature.step = number(json, "value_step");
  if (const auto on = json.find("value_on"); on != json.end()) feature.value_on = *on;
  if (const auto off = json.find("value_off"); off != json.end()) feature.value_off = *off;
  if (const auto values = json.find("values"); values != json.end() && values->is_array()) {
    for (const Json& value : *values) {
      if (value.is_string() && feature.values.size() < kMostValues) feature.values.push_back(value.get<std::string>());
    }
  }
  return feature;
}

Component begin_component(const ExposedDevice& device, const std::string& part, std::string kind,
                          std::string device_class, const std::string& suffix) {
  Component component;
  component.entity.key = device.ieee + "/" + part;
  component.entity.tier = tier_of(kind, device_class);
  component.entity.kind = std::move(kind);
  component.entity.device_class = std::move(device_class);
  if (!suffix.empty()) component.entity.names = {{entity_name(device.name, suffix), {}}};
  component.device = shared_identifier(device.ieee);
  component.availability = {{device.base + "/bridge/state", read_online},
                            {device.state_topic() + "/availability", read_online}};
  component.availability_mode = AvailabilityMode::AllHeard;
  return component;
}

Publications set_message(const ExposedDevice& device, Json payload, double over_s) {
  if (over_s > 0) payload["transition"] = over_s;
  return {{device.set_topic(), dump(payload), 1, false}};
}

Publications ask_message(const ExposedDevice& device, const Feature& feature) {
  if (!device.awake || !feature.gettable()) return {};
  return {{device.state_topic() + "/get", dump({{feature.property, ""}})}};
}

std::vector<Component> components_of(const ExposedDevice& device, const Json& definition,
                                     std::vector<std::string>& unusable) {
  std::vector<Component> out;
  const auto exposes = definition.find("exposes");
  const auto complain = [&](const std::string& what) {
    unusable.push_back(fmt::format("{}: {}", device.state_topic(), what));
  };
  if (exposes == definition.end() || !exposes->is_array()) {
    complain("its definition has no list of exposes");
    return out;
  }
  size_t taken = 0;
  for (const Json& json : *exposes) {
    if (++taken > kMostExposes) {
      complain(fmt::format("more than {} exposes", kMostExposes));
      break;
    }
    const std::optional<Feature> expose = read_feature(json);
    if (!expose) {
      complain(fmt::format("expose {} has no type", taken));
    } else if (is_specific(expose->type)) {
      if (!add_specific(device, *expose, out)) complain(fmt::format("a {} without usable features", expose->type));
    } else if (is_generic(expose->type)) {
      add_generic(device, *expose, {}, out);
    } else {
      complain(fmt::format("an expose of the unknown type \"{}\"", expose->type));
    }
  }
  std::set<std::string> seen;  // a device may lie and expose a property twice: the first counts
  std::erase_if(out, [&](const Component& component) { return !seen.insert(component.entity.key).second; });
  name_after_device(device.name, out);
  return out;
}

}  // namespace hearth::connect::mqtt
