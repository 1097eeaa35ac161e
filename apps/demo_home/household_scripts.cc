// Devices of a household that announce themselves by Home Assistant's MQTT discovery: one client each.
#include <algorithm>
#include <map>

#include "household.h"

namespace hearth::demo {
namespace {

/// "carbon dioxide".
std::string spaced(std::string name) {
  std::ranges::replace(name, '_', ' ');
  return name;
}

using home::Capability;

std::string id_of(const home::Entity& entity) {
  std::string id = entity.key;
  std::ranges::replace(id, '.', '_');
  return id;
}

const home::Trait* trait(const home::Entity& entity, Capability capability) {
  const auto found = std::ranges::find(entity.traits, capability, &home::Trait::capability);
  return found == entity.traits.end() ? nullptr : &*found;
}

std::string pick(Capability capability) { return "{{ value_json." + member(capability) + " }}"; }

/// Writes discovery messages for one device.
class Announcer {
 public:
  Announcer(const home::Entity& entity, const std::string& area)
      : entity_(entity),
        id_(id_of(entity)),
        base_("demo/" + id_),
        common_(announced(id_, entity.names.front().text, area, entity.kind)) {
    common_["name"] = nullptr;
  }

  std::vector<net::MqttMessage> all() {
    Json main = common_;
    if (entity_.kind == "light") {
      power(main);
      setting(main, Capability::Brightness, "brightness");
      main["brightness_scale"] = 100;
      setting(main, Capability::ColorTemperature, "color_temp");
      main["color_temp_kelvin"] = true;
      add("light", main);
    } else if (entity_.kind == "fan") {
      power(main);
      setting(main, Capability::Speed, "percentage");
      add("fan", main);
    } else if (entity_.kind == "lock") {
      main["state_topic"] = base_ + "/state";
      main["value_template"] = pick(Capability::Lock);
      main["command_topic"] = topic(Capability::Lock);
      add("lock", main);
    } else if (entity_.kind == "cover") {
      cover(main);
    } else if (entity_.kind == "climate") {
      climate(main);
    } else if (entity_.kind == "event") {
      main["state_topic"] = base_ + "/event";
      main["event_types"] = {"single"};
      main["device_class"] = entity_.device_class;
      add("event", main);
    } else if (trait(entity_, Capability::OnOff) != nullptr) {
      main["state_topic"] = base_ + "/state";
      main["value_template"] = pick(Capability::OnOff);
      main["command_topic"] = topic(Capability::OnOff);
      add("switch", main);
    } else if (trait(entity_, Capability::Vacuum) != nullptr) {
      main["state_topic"] = base_ + "/state";
      main["command_topic"] = topic(Capability::Vacuum);
      main["supported_features"] = {"start", "pause", "return_home"};
      add("vacuum", main);
    }
    sensed();
    return std::move(messages_);
  }

 private:
  std::string topic(Capability capability) const { return base_ + "/" + member(capability) + "/set"; }
  void add(const std::string& platform, const Json& config, const std::string& part = {}) {
    messages_.push_back(retained("homeassistant/" + platform + "/demo_" + id_ + part + "/config", config));
  }
  void power(Json& config) const {
    config["state_topic"] = base_ + "/state";
    config["state_value_template"] = pick(Capability::OnOff);
    config["command_topic"] = topic(Capability::OnOff);
  }
  void setting(Json& config, Capability capability, const std::string& prefix) const {
    const home::Trait* known = trait(entity_, capability);
    if (known == nullptr) return;
    config[prefix + "_state_topic"] = base_ + "/state";
    config[prefix + "_value_template"] = pick(capability);
    config[prefix + "_command_topic"] = topic(capability);
    if (capability == Capability::ColorTemperature) {
      config["min_kelvin"] = known->low;
      config["max_kelvin"] = known->high;
    }
  }
  void cover(Json& config) {
    config["device_class"] = entity_.device_class;
    config["command_topic"] = topic(Capability::Position);
    config["set_position_topic"] = topic(Capability::Position);
    config["position_topic"] = base_ + "/state";
    config["position_template"] = pick(Capability::Position);
    add("cover", config);
  }
  void climate(Json& config) {
    const home::Trait* target = trait(entity_, Capability::TargetTemperature);
    const home::Trait* mode = trait(entity_, Capability::ThermostatMode);
    config["min_temp"] = target == nullptr ? 5 : target->low;
    config["max_temp"] = target == nullptr ? 30 : target->high;
    config["temp_step"] = 0.5;
    config["modes"] = mode == nullptr ? std::vector<std::string>{"off", "heat"} : mode->options;
    const auto reads = [&](const char* prefix, const char* reader, Capability capability) {
      config[std::string(prefix) + "_topic"] = base_ + "/state";
      config[reader] = pick(capability);
    };
    reads("mode_state", "mode_state_template", Capability::ThermostatMode);
    reads("temperature_state", "temperature_state_template", Capability::TargetTemperature);
    reads("current_temperature", "current_temperature_template", Capability::Temperature);
    reads("action", "action_template", Capability::ThermostatAction);
    config["mode_command_topic"] = topic(Capability::ThermostatMode);
    config["temperature_command_topic"] = topic(Capability::TargetTemperature);
    add("climate", config);
  }
  /// What it only senses stands beside it.
  void sensed() {
    struct Row {
      Capability capability;
      const char *platform, *device_class, *unit;
    };
    static constexpr Row kRows[] = {{Capability::Power, "sensor", "power", "W"},
                                    {Capability::Temperature, "sensor", "temperature", "°C"},
                                    {Capability::Humidity, "sensor", "humidity", "%"},
                                    {Capability::CarbonDioxide, "sensor", "carbon_dioxide", "ppm"},
                                    {Capability::Illuminance, "sensor", "illuminance", "lx"},
                                    {Capability::Running, "binary_sensor", "running", ""},
                                    {Capability::Presence, "binary_sensor", "presence", ""},
                                    {Capability::Contact, "binary_sensor", "opening", ""},
                                    {Capability::Motion, "binary_sensor", "motion", ""},
                                    {Capability::Moisture, "binary_sensor", "moisture", ""}};
    for (const Row& row : kRows) {
      if (trait(entity_, row.capability) == nullptr || entity_.kind == "climate") continue;
      Json config = common_;
      const std::string name = member(row.capability);
      const bool main = entity_.kind == "binary_sensor" && entity_.kind == row.platform;
      config["name"] = main ? Json() : Json(spaced(name));  // null: it is called what its device is called
      config["unique_id"] = "demo_" + id_ + "_" + name;
      config["state_topic"] = base_ + "/state";
      config["value_template"] = pick(row.capability);
      config["device_class"] = main && !entity_.device_class.empty() ? entity_.device_class.c_str() : row.device_class;
      if (*row.unit != '\0') config["unit_of_measurement"] = row.unit;
      add(row.platform, config, "_" + name);
    }
  }

  const home::Entity& entity_;
  const std::string id_, base_;
  Json common_;
  std::vector<net::MqttMessage> messages_;
};

}  // namespace

Script announced_device(const home::Entity& entity, const std::string& area, std::shared_ptr<Mailbox> in,
                        std::shared_ptr<Mailbox> out) {
  Script script;
  script.id = id_of(entity);
  script.echoes = false;
  script.momentary = {member(Capability::Press)};
  script.announcements = Announcer(entity, area).all();
  const std::string base = "demo/" + script.id;
  const bool rings = entity.kind == "event";
  std::map<std::string, Capability> settable;
  for (const home::Trait& one : entity.traits) {
    if (one.settable && !rings) settable.emplace(base + "/" + member(one.capability) + "/set", one.capability);
  }
  for (const auto& [topic, capability] : settable) script.listens.push_back(topic);
  script.report = [base, rings](const Json& state) {
    std::vector<net::MqttMessage> said;
    if (!rings) said.push_back(retained(base + "/state", state));
    // Each press is a message of its own, also when the one before was the same.
    if (rings && state.contains("press")) {
      said.push_back({base + "/event", dump({{"event_type", state["press"]}, {"number", state["number"]}}), 1, false});
    }
    return said;
  };
  script.obey = [key = entity.key, settable, out](Json&, const std::string& topic, const std::string& payload) {
    const auto asked = settable.find(topic);
    if (asked == settable.end()) return;
    const home::Value value = from_payload(asked->second, payload);
    if (home::known(value)) out->post({key, asked->second, value});
  };
  script.drift = [in](Json& state, Chance&) {
    for (const Mailbox::Letter& letter : in->take()) {
      state[member(letter.capability)] = to_payload(letter.capability, letter.value);
      if (letter.capability == Capability::Press) state["number"] = state.value("number", 0) + 1;
    }
  };
  return script;
}

}  // namespace hearth::demo
