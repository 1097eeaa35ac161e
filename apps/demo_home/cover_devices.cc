// What opens and locks. Motors take their time: the position creeps.
#include <algorithm>

#include "demo_device.h"

namespace hearth::demo {
namespace {

/// `speed`: percent a second.
Script moving_cover(const std::string& id, Json config, const std::string& object, double position, double speed) {
  Script script;
  script.id = id;
  const std::string base = "demo/" + id;
  config["command_topic"] = base + "/set";
  config["set_position_topic"] = base + "/position/set";
  config["position_topic"] = base + "/position";
  config["state_topic"] = base + "/state";
  script.announcements = {retained("homeassistant/cover/" + object + "/config", config)};
  script.state = {{"position", position}, {"goal", position}};
  script.listens = {base + "/set", base + "/position/set"};
  script.report = [base](const Json& state) {
    const double at = state["position"].get<double>();
    const double goal = state["goal"].get<double>();
    const char* word = goal > at ? "opening" : goal < at ? "closing" : at > 0 ? "open" : "closed";
    return std::vector<net::MqttMessage>{retained(base + "/position", std::to_string(static_cast<int>(at))),
                                         retained(base + "/state", std::string(word))};
  };
  script.obey = [base](Json& state, const std::string& topic, const std::string& payload) {
    if (topic == base + "/position/set") {
      state["goal"] = std::clamp(std::atof(payload.c_str()), 0.0, 100.0);
    } else if (payload == "OPEN" || payload == "CLOSE") {
      state["goal"] = payload == "OPEN" ? 100.0 : 0.0;
    } else if (payload == "STOP") {
      state["goal"] = state["position"];
    }
  };
  script.drift = [speed](Json& state, Chance&) {
    const double at = state["position"].get<double>();
    const double goal = state["goal"].get<double>();
    state["position"] = goal > at ? std::min(goal, at + speed / 5) : std::max(goal, at - speed / 5);
  };
  return script;
}

}  // namespace

Script blinds() {
  Json config = announced("blinds", "Blinds", "Living room", "Roller blind");
  config["device_class"] = "blind";
  return moving_cover("blinds", std::move(config), "demo_blinds", 100, 50);
}

Script garage_door() {
  Json config = announced("garage_door", "Garage door", "Garage", "Sectional door");
  config["device_class"] = "garage";
  return moving_cover("garage_door", std::move(config), "demo_garage_door", 0, 40);
}

Script front_door_lock() {
  Script script;
  script.id = "front_door_lock";
  Json config = announced(script.id, "Front door", "Hallway", "Motor lock");
  config["state_topic"] = "demo/front_door_lock/state";
  config["command_topic"] = "demo/front_door_lock/set";
  script.announcements = {retained("homeassistant/lock/demo_front_door_lock/config", config)};
  script.state = {{"state", "LOCKED"}};
  script.listens = {"demo/front_door_lock/set"};
  script.report = [](const Json& state) {
    return std::vector<net::MqttMessage>{retained("demo/front_door_lock/state", state["state"].get<std::string>())};
  };
  script.obey = [](Json& state, const std::string&, const std::string& payload) {
    if (payload == "LOCK") state["state"] = "LOCKING";
    if (payload == "UNLOCK") state["state"] = "UNLOCKING";
  };
  script.drift = [](Json& state, Chance&) {  // the motor has turned
    if (state["state"] == "LOCKING") state["state"] = "LOCKED";
    if (state["state"] == "UNLOCKING") state["state"] = "UNLOCKED";
  };
  return script;
}

}  // namespace hearth::demo
