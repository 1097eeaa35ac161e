// A thermostat that heats a small bedroom.
#include <algorithm>
#include <cmath>

#include "demo_device.h"

namespace hearth::demo {

Script thermostat() {
  Script script;
  script.id = "thermostat";
  Json config = announced(script.id, "Thermostat", "Bedroom", "Radiator valve");
  config["modes"] = {"off", "heat"};
  config["mode_state_topic"] = "demo/thermostat/state";
  config["mode_state_template"] = "{{ value_json.mode }}";
  config["mode_command_topic"] = "demo/thermostat/mode/set";
  config["temperature_state_topic"] = "demo/thermostat/state";
  config["temperature_state_template"] = "{{ value_json.target }}";
  config["temperature_command_topic"] = "demo/thermostat/target/set";
  config["current_temperature_topic"] = "demo/thermostat/state";
  config["current_temperature_template"] = "{{ value_json.temperature | round(1) }}";
  config["action_topic"] = "demo/thermostat/state";
  config["action_template"] = "{{ value_json.action }}";
  config["min_temp"] = 5;
  config["max_temp"] = 30;
  config["temp_step"] = 0.5;
  script.announcements = {retained("homeassistant/climate/demo_thermostat/config", config)};
  script.state = {{"mode", "heat"}, {"target", 20.0}, {"exact", 19.4}};
  script.listens = {"demo/thermostat/mode/set", "demo/thermostat/target/set"};
  script.report = [](const Json& state) {
    const double temperature = std::round(state["exact"].get<double>() * 5) / 5;
    const bool heats = state["mode"] == "heat" && temperature < state["target"].get<double>();
    const Json told = {{"mode", state["mode"]},
                       {"target", state["target"]},
                       {"temperature", temperature},
                       {"action", state["mode"] == "off" ? "off"
                                  : heats                ? "heating"
                                                         : "idle"}};
    return std::vector<net::MqttMessage>{retained("demo/thermostat/state", told)};
  };
  script.obey = [](Json& state, const std::string& topic, const std::string& payload) {
    if (topic == "demo/thermostat/target/set") {
      state["target"] = std::clamp(std::atof(payload.c_str()), 5.0, 30.0);
    } else if (payload == "off" || payload == "heat") {
      state["mode"] = payload;
    }
  };
  script.drift = [](Json& state, Chance& chance) {
    const bool heats = state["mode"] == "heat" && state["exact"].get<double>() < state["target"].get<double>();
    state["exact"] = state["exact"].get<double>() + chance.between(-0.004, 0.002) + (heats ? 0.01 : 0);
  };
  return script;
}

}  // namespace hearth::demo
