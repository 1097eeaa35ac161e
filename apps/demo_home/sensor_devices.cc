// What only reports: motion in the kitchen, and the weather.
#include <cmath>

#include "demo_device.h"

namespace hearth::demo {

Script kitchen_motion() {
  Script script;
  script.id = "kitchen_motion";
  Json config = announced(script.id, "Kitchen motion sensor", "Kitchen", "PIR");
  config["state_topic"] = "demo/kitchen_motion/state";
  config["device_class"] = "motion";
  script.announcements = {retained("homeassistant/binary_sensor/demo_kitchen_motion/config", config)};
  script.state = {{"left", 0}};
  script.report = [](const Json& state) {
    return std::vector<net::MqttMessage>{
        retained("demo/kitchen_motion/state", std::string(state["left"].get<int>() > 0 ? "ON" : "OFF"))};
  };
  script.drift = [](Json& state, Chance& chance) {  // about once in two minutes, for ten seconds
    const int left = state["left"].get<int>();
    state["left"] = chance.draw() < 1.0 / 600 ? 50 : left > 0 ? left - 1 : 0;
  };
  return script;
}

Script outdoor_temperature() {
  Script script;
  script.id = "outdoor";
  Json config = announced(script.id, "Outdoor temperature", "Garden", "Weather station");
  config["state_topic"] = "demo/outdoor/state";
  config["value_template"] = "{{ value_json.outdoor.temperature }}";
  config["device_class"] = "temperature";
  config["unit_of_measurement"] = "°F";
  config["expire_after"] = 900;
  script.announcements = {retained("homeassistant/sensor/demo_outdoor/temperature/config", config)};
  script.state = {{"exact", 9.5}};
  script.report = [](const Json& state) {
    const double fahrenheit = std::round(state["exact"].get<double>() * 5) / 5 * 1.8 + 32;
    return std::vector<net::MqttMessage>{
        retained("demo/outdoor/state", Json{{"outdoor", {{"temperature", std::round(fahrenheit * 100) / 100}}}})};
  };
  script.drift = [](Json& state, Chance& chance) {
    const double now = state["exact"].get<double>();
    state["exact"] = now + chance.between(-0.02, 0.02) + (9.5 - now) * 0.0005;
  };
  return script;
}

}  // namespace hearth::demo
