// Two lights: one with the JSON schema, one with a topic for each thing.
#include <algorithm>

#include "demo_device.h"

namespace hearth::demo {

Script living_room_ceiling_light() {
  Script script;
  script.id = "ceiling_light";
  Json config = announced(script.id, "Ceiling light", "Living room", "LED panel");
  config["schema"] = "json";
  config["state_topic"] = "demo/ceiling_light/state";
  config["command_topic"] = "demo/ceiling_light/set";
  config["brightness"] = true;
  config["supported_color_modes"] = {"color_temp"};
  config["color_temp_kelvin"] = true;
  config["min_kelvin"] = 2200;
  config["max_kelvin"] = 6500;
  script.announcements = {retained("homeassistant/light/demo_ceiling_light/config", config)};
  script.state = {{"state", "OFF"}, {"brightness", 204}, {"color_mode", "color_temp"}, {"color_temp", 3000}};
  script.listens = {"demo/ceiling_light/set"};
  script.report = [](const Json& state) {
    return std::vector<net::MqttMessage>{retained("demo/ceiling_light/state", state)};
  };
  script.obey = [](Json& state, const std::string&, const std::string& payload) {
    const Result<Json> wanted = parse_json(payload);
    if (!wanted.ok() || !wanted->is_object()) return;
    for (const char* member : {"state", "brightness", "color_temp"}) {
      const auto found = wanted->find(member);
      if (found != wanted->end() && found->type() == state[member].type()) state[member] = *found;
      if (found != wanted->end() && found->is_number() && state[member].is_number()) state[member] = *found;
    }
  };
  return script;
}

Script kitchen_light() {
  Script script;
  script.id = "kitchen_light";
  Json config = announced(script.id, "Kitchen light", "Kitchen", "Dimmer");
  config["~"] = "demo/kitchen_light";
  config["stat_t"] = "~/state";  // short keys, as small devices write them
  config["cmd_t"] = "~/set";
  config["bri_stat_t"] = "~/brightness";
  config["bri_cmd_t"] = "~/brightness/set";
  config["bri_scl"] = 100;
  script.announcements = {retained("homeassistant/light/demo_kitchen_light/config", config)};
  script.state = {{"on", true}, {"brightness", 70}};
  script.listens = {"demo/kitchen_light/set", "demo/kitchen_light/brightness/set"};
  script.report = [](const Json& state) {
    return std::vector<net::MqttMessage>{
        retained("demo/kitchen_light/state", std::string(state["on"].get<bool>() ? "ON" : "OFF")),
        retained("demo/kitchen_light/brightness", std::to_string(state["brightness"].get<int>()))};
  };
  script.obey = [](Json& state, const std::string& topic, const std::string& payload) {
    if (topic == "demo/kitchen_light/set") {
      state["on"] = payload == "ON";
    } else {
      state["brightness"] = std::clamp(std::atoi(payload.c_str()), 1, 100);
    }
  };
  return script;
}

}  // namespace hearth::demo
