// A Zigbee2MQTT bridge, as far as what listens to one can tell.
#include <algorithm>
#include <cmath>
#include <set>

#include "bridge_devices.h"
#include "demo_device.h"

namespace hearth::demo {
namespace {

const std::string kBase = "zigbee2mqtt";

Json device_list(const std::vector<ZigbeeDevice>& devices) {
  Json list = Json::array({{{"ieee_address", "0x00158d0001000000"},
                            {"type", "Coordinator"},
                            {"friendly_name", "Coordinator"},
                            {"definition", nullptr},
                            {"interview_completed", true},
                            {"supported", true}}});
  for (const ZigbeeDevice& device : devices) {
    const bool battery = device.type == "EndDevice";
    list.push_back({{"ieee_address", device.ieee},
                    {"type", device.type},
                    {"friendly_name", device.friendly_name},
                    {"supported", true},
                    {"disabled", false},
                    {"interview_completed", true},
                    {"power_source", battery ? "Battery" : "Mains (single phase)"},
                    {"model_id", device.model},
                    {"definition",
                     {{"model", device.model},
                      {"vendor", "Hearth demo"},
                      {"description", device.model},
                      {"exposes", device.exposes},
                      {"options", Json::array()}}}});
  }
  return list;
}

std::string availability_topic(const ZigbeeDevice& device) {
  return kBase + "/" + device.friendly_name + "/availability";
}

/// A message for one device: its members into the state, as a lamp takes them.
void set(Json& state, const Json& wanted) {
  for (const auto& [key, value] : wanted.items()) {
    if (key == "state" && value == "TOGGLE") {
      state["state"] = state["state"] == "ON" ? "OFF" : "ON";
    } else if (state.contains(key)) {
      state[key] = value;
    }
  }
  const auto brightness = wanted.find("brightness");
  if (brightness != wanted.end() && brightness->is_number() && !wanted.contains("state")) {
    state["state"] = *brightness > 0 ? "ON" : "OFF";
  }
  if (wanted.contains("color") && state.contains("color_mode")) state["color_mode"] = "xy";
  if (wanted.contains("color_temp") && state.contains("color_mode")) state["color_mode"] = "color_temp";
}

void obey(Json& states, const std::string& topic, const std::string& payload) {
  for (const ZigbeeDevice& device : zigbee_devices()) {
    const std::string own = kBase + "/" + device.friendly_name;
    Json& state = states[device.friendly_name];
    const Result<Json> wanted = parse_json(payload);
    if (topic == own + "/set" && wanted.ok() && wanted->is_object()) set(state, *wanted);
    if (topic == own + "/set/state" && (payload == "ON" || payload == "OFF")) state["state"] = payload;
  }
}

void drift(Json& states, Chance& chance) {
  Json& eye = states["Hallway/Motion sensor"];
  const int left = eye.value("left", 0);
  eye["left"] = chance.draw() < 1.0 / 450 ? 75 : std::max(0, left - 1);
  eye["occupancy"] = eye["left"] > 0;
  if (chance.draw() < 0.01) {
    eye["illuminance"] = static_cast<int>(chance.between(30, 60));
    eye["temperature"] = std::round(chance.between(196, 201)) / 10;
  }
  Json& door = states["Hallway/Front door contact"];
  const int open = door.value("left", 0);
  door["left"] = chance.draw() < 1.0 / 1500 ? 30 : std::max(0, open - 1);
  door["contact"] = door["left"] == 0;
}

}  // namespace

Script bridge_of(const std::vector<ZigbeeDevice>& devices) {
  Script script;
  script.id = "zigbee2mqtt";
  script.availability = kBase + "/bridge/state";
  script.announcements = {retained(kBase + "/bridge/info", Json{{"version", "2.0.0"}, {"permit_join", false}}),
                          retained(kBase + "/bridge/devices", device_list(devices)),
                          retained(kBase + "/bridge/groups", Json::array())};
  for (const ZigbeeDevice& device : devices) {
    script.announcements.push_back(retained(availability_topic(device), Json{{"state", "online"}}));
    script.state[device.friendly_name] = device.state;
    const std::string own = kBase + "/" + device.friendly_name;
    for (const char* command : {"/set", "/set/state", "/get"}) script.listens.push_back(own + command);
  }
  std::set<std::string> asleep;  // what cannot be asked is retained, as Zigbee2MQTT's option of the device has it
  for (const ZigbeeDevice& device : devices) {
    if (device.type == "EndDevice") asleep.insert(device.friendly_name);
  }
  script.report = [asleep](const Json& states) {
    std::vector<net::MqttMessage> out;
    for (const auto& [name, state] : states.items()) {
      Json told = state;
      told.erase("left");
      out.push_back({kBase + "/" + name, dump(told), 0, asleep.contains(name)});
    }
    return out;
  };
  return script;
}

Script zigbee_bridge() {
  Script script = bridge_of(zigbee_devices());
  script.obey = obey;
  script.drift = drift;
  return script;
}

std::vector<Script> all_scripts() {
  return {living_room_ceiling_light(),
          kitchen_light(),
          tv_plug(),
          coffee_machine(),
          bedroom_fan(),
          blinds(),
          garage_door(),
          front_door_lock(),
          thermostat(),
          kitchen_motion(),
          outdoor_temperature(),
          zigbee_bridge()};
}

}  // namespace hearth::demo
