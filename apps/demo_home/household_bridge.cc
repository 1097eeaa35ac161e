// Devices of a household that stand behind the Zigbee2MQTT bridge: their exposes, and their values in its words.
#include <algorithm>
#include <cmath>

#include "household.h"

namespace hearth::demo {
namespace {

using home::Capability;
using home::Value;

bool has(const home::Entity& entity, Capability capability) {
  return std::ranges::find(entity.traits, capability, &home::Trait::capability) != entity.traits.end();
}

struct Row {
  Capability capability;
  const char *property, *unit;
};
constexpr Row kNumbers[] = {{Capability::Temperature, "temperature", "°C"},
                            {Capability::Humidity, "humidity", "%"},
                            {Capability::CarbonDioxide, "co2", "ppm"},
                            {Capability::Illuminance, "illuminance", "lx"},
                            {Capability::Battery, "battery", "%"}};

Json exposes_of(const home::Entity& entity) {
  Json exposes = Json::array();
  if (has(entity, Capability::OnOff)) {
    exposes.push_back(
        light_expose(has(entity, Capability::Brightness), has(entity, Capability::ColorTemperature), false));
  }
  if (has(entity, Capability::Contact)) exposes.push_back(binary_expose("contact", false, true));
  if (has(entity, Capability::Motion)) exposes.push_back(binary_expose("occupancy", true, false));
  if (has(entity, Capability::Moisture)) exposes.push_back(binary_expose("water_leak", true, false));
  for (const Row& row : kNumbers) {
    if (has(entity, row.capability)) exposes.push_back(numeric_expose(row.property, row.unit, 1, 0, 0));
  }
  exposes.push_back(numeric_expose("linkquality", "lqi", 1, 0, 255));
  return exposes;
}

}  // namespace

bool behind_bridge(const home::Entity& entity) {
  const bool battery = has(entity, Capability::Battery);
  return (battery && !has(entity, Capability::Press)) || entity.kind == "light";
}

BridgedDevice bridged_device(const home::Entity& entity, const std::string& area, uint32_t number) {
  BridgedDevice bridged;
  bridged.key = entity.key;
  const std::string digits = std::to_string(number);
  bridged.device.ieee = "0x00158d0002" + std::string(6 - std::min<size_t>(digits.size(), 6), '0') + digits;
  bridged.device.friendly_name = area + "/" + entity.names.front().text;
  bridged.device.model = entity.device_class.empty() ? entity.kind : entity.device_class;
  bridged.device.type = has(entity, Capability::Battery) ? "EndDevice" : "Router";
  bridged.device.exposes = exposes_of(entity);
  bridged.device.state = {{"linkquality", 60 + number * 7 % 120}};
  return bridged;
}

void to_zigbee(Json& state, Capability capability, const Value& value) {
  const bool yes = value == Value(true);
  const double* number = std::get_if<double>(&value);
  if (capability == Capability::OnOff) state["state"] = yes ? "ON" : "OFF";
  if (capability == Capability::Contact) state["contact"] = !yes;  // Zigbee2MQTT: true is closed
  if (capability == Capability::Motion) state["occupancy"] = yes;
  if (capability == Capability::Moisture) state["water_leak"] = yes;
  if (number == nullptr) return;
  if (capability == Capability::Brightness) state["brightness"] = std::lround(*number * 2.54);
  if (capability == Capability::ColorTemperature) {
    state["color_temp"] = std::lround(1e6 / std::max(*number, 1000.0));
    state["color_mode"] = "color_temp";
  }
  for (const Row& row : kNumbers) {
    if (row.capability == capability) state[row.property] = std::round(*number * 100) / 100;
  }
}

std::vector<Mailbox::Letter> from_zigbee(const std::string& key, const Json& wanted) {
  std::vector<Mailbox::Letter> letters;
  const auto state = wanted.find("state");
  const auto brightness = wanted.find("brightness");
  const auto white = wanted.find("color_temp");
  if (state != wanted.end() && (*state == "ON" || *state == "OFF")) {
    letters.push_back({key, Capability::OnOff, *state == "ON"});
  }
  if (brightness != wanted.end() && brightness->is_number()) {
    letters.push_back({key, Capability::Brightness, std::clamp(brightness->get<double>() / 2.54, 0.0, 100.0)});
  }
  if (white != wanted.end() && white->is_number()) {
    letters.push_back({key, Capability::ColorTemperature, 1e6 / std::clamp(white->get<double>(), 100.0, 1000.0)});
  }
  return letters;
}

Script household_bridge(const std::vector<BridgedDevice>& bridged, std::shared_ptr<Mailbox> in,
                        std::shared_ptr<Mailbox> out) {
  std::vector<ZigbeeDevice> devices;
  for (const BridgedDevice& one : bridged) devices.push_back(one.device);
  Script script = bridge_of(devices);
  script.echoes = false;
  script.obey = [bridged, out](Json&, const std::string& topic, const std::string& payload) {
    for (const BridgedDevice& one : bridged) {
      const std::string own = "zigbee2mqtt/" + one.device.friendly_name;
      Result<Json> wanted = parse_json(payload);
      if (topic == own + "/set/state") wanted = Json{{"state", payload}};
      if (topic == own + "/get" || !topic.starts_with(own + "/set") || !wanted.ok() || !wanted->is_object()) continue;
      for (Mailbox::Letter& letter : from_zigbee(one.key, *wanted)) out->post(std::move(letter));
    }
  };
  script.drift = [bridged, in](Json& states, Chance&) {
    for (const Mailbox::Letter& letter : in->take()) {
      const auto one = std::ranges::find(bridged, letter.key, &BridgedDevice::key);
      if (one != bridged.end()) to_zigbee(states[one->device.friendly_name], letter.capability, letter.value);
    }
  };
  return script;
}

}  // namespace hearth::demo
