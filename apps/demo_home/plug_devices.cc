// Things that are on or off, and a fan with three speeds.
#include <algorithm>

#include "demo_device.h"

namespace hearth::demo {

Script tv_plug() {
  Script script;
  script.id = "tv_plug";
  Json config = announced(script.id, "TV", "Living room", "Smart plug");
  config["state_topic"] = "demo/tv_plug/state";
  config["value_template"] = "{{ value_json.POWER }}";
  config["command_topic"] = "demo/tv_plug/set";
  config["device_class"] = "outlet";
  Json power = announced("tv_plug_power", "TV", "Living room", "Smart plug");
  power["device"]["identifiers"] = {"demo_tv_plug"};
  power["name"] = "power";
  power["availability_topic"] = "demo/tv_plug/availability";
  power["state_topic"] = "demo/tv_plug/state";
  power["value_template"] = "{{ value_json.mW }}";
  power["device_class"] = "power";
  power["unit_of_measurement"] = "mW";
  script.announcements = {retained("homeassistant/switch/demo_tv_plug/config", config),
                          retained("homeassistant/sensor/demo_tv_plug/power/config", power)};
  script.state = {{"POWER", "OFF"}, {"mW", 400}};
  script.listens = {"demo/tv_plug/set"};
  script.report = [](const Json& state) {
    return std::vector<net::MqttMessage>{retained("demo/tv_plug/state", state)};
  };
  script.obey = [](Json& state, const std::string&, const std::string& payload) {
    if (payload != "ON" && payload != "OFF") return;
    state["POWER"] = payload;
    state["mW"] = payload == "ON" ? 86'000 : 400;
  };
  return script;
}

Script coffee_machine() {
  Script script;
  script.id = "coffee_machine";
  const Json one = announced(script.id, "Coffee machine", "Kitchen", "Barista");
  const Json config = {{"device", one["device"]},
                       {"origin", {{"name", "demo"}}},
                       {"availability_topic", one["availability_topic"]},
                       {"components",
                        {{"power",
                          {{"platform", "switch"},
                           {"name", nullptr},
                           {"unique_id", "demo_coffee_machine"},
                           {"state_topic", "demo/coffee_machine/state"},
                           {"command_topic", "demo/coffee_machine/set"}}},
                         {"rinse",
                          {{"platform", "button"},
                           {"name", "rinse"},
                           {"unique_id", "demo_coffee_machine_rinse"},
                           {"command_topic", "demo/coffee_machine/rinse"}}}}}};
  script.announcements = {retained("homeassistant/device/demo_coffee_machine/config", config)};
  script.state = {{"state", "OFF"}, {"rinses", 0}};
  script.listens = {"demo/coffee_machine/set", "demo/coffee_machine/rinse"};
  script.report = [](const Json& state) {
    return std::vector<net::MqttMessage>{retained("demo/coffee_machine/state", state["state"].get<std::string>()),
                                         retained("demo/coffee_machine/rinses", state["rinses"])};
  };
  script.obey = [](Json& state, const std::string& topic, const std::string& payload) {
    if (topic == "demo/coffee_machine/rinse") {
      state["rinses"] = state["rinses"].get<int>() + 1;
    } else if (payload == "ON" || payload == "OFF") {
      state["state"] = payload;
    }
  };
  return script;
}

Script bedroom_fan() {
  Script script;
  script.id = "bedroom_fan";
  Json config = announced(script.id, "Fan", "Bedroom", "Three speeds");
  config["state_topic"] = "demo/bedroom_fan/state";
  config["command_topic"] = "demo/bedroom_fan/set";
  config["percentage_state_topic"] = "demo/bedroom_fan/speed";
  config["percentage_command_topic"] = "demo/bedroom_fan/speed/set";
  config["speed_range_min"] = 1;
  config["speed_range_max"] = 4;
  script.announcements = {retained("homeassistant/fan/demo_bedroom_fan/config", config)};
  script.state = {{"state", "OFF"}, {"speed", 2}};
  script.listens = {"demo/bedroom_fan/set", "demo/bedroom_fan/speed/set"};
  script.report = [](const Json& state) {
    return std::vector<net::MqttMessage>{retained("demo/bedroom_fan/state", state["state"].get<std::string>()),
                                         retained("demo/bedroom_fan/speed", dump(state["speed"]))};
  };
  script.obey = [](Json& state, const std::string& topic, const std::string& payload) {
    if (topic == "demo/bedroom_fan/set") {
      if (payload == "ON" || payload == "OFF") state["state"] = payload;
      return;
    }
    const int speed = std::clamp(std::atoi(payload.c_str()), 0, 4);
    state["state"] = speed > 0 ? "ON" : "OFF";
    if (speed > 0) state["speed"] = speed;
  };
  return script;
}

}  // namespace hearth::demo
