// Specific exposes: several features that make one light, cover, lock and so on. State is read by each feature's
// property, which carries the endpoint ("state_left"), never by its name.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "connect/mqtt/units.h"
#include "connect/mqtt/zigbee2mqtt_exposes.h"
#include "connect/mqtt/zigbee2mqtt_light.h"

namespace hearth::connect::mqtt {
namespace {

using Features = std::map<std::string, Feature, std::less<>>;

Features features_of(const Feature& expose) {
  Features out;
  const auto list = expose.json->find("features");
  if (list == expose.json->end() || !list->is_array()) return out;
  for (const Json& json : *list) {
    std::optional<Feature> feature = read_feature(json);
    if (feature && !feature->property.empty() && out.size() < 64) out.emplace(feature->name, std::move(*feature));
  }
  return out;
}

const Feature* find(const Features& features, std::string_view name) {
  const auto found = features.find(name);
  return found == features.end() ? nullptr : &found->second;
}

/// Reads one property; null is unknown. `read` gives nothing for words that say nothing.
void listen(Component& component, const ExposedDevice& device, const Feature& feature, Capability capability,
            std::function<std::optional<Value>(const Json&)> read) {
  if (!feature.published()) return;
  component.inputs.push_back({device.state_topic(),
                              [property = feature.property, capability, read = std::move(read)](
                                  const Payload& payload, Reports& reports) -> Status {
                                const Json* value = payload.member(property);
                                if (value == nullptr) return ok();
                                if (value->is_null()) {
                                  reports.push_back({capability, {}});
                                } else if (std::optional<Value> meant = read(*value)) {
                                  reports.push_back({capability, std::move(*meant)});
                                }
                                return ok();
                              }});
}

/// On or off by the feature's own two values.
void add_switchable(Component& component, const ExposedDevice& device, const Feature& feature, Capability capability) {
  const Json on = feature.value_on.is_null() ? Json("ON") : feature.value_on;
  const Json off = feature.value_off.is_null() ? Json("OFF") : feature.value_off;
  Output output;
  if (feature.settable()) {
    output = [device, on, off, property = feature.property](const Value& to, double over_s) -> Result<Publications> {
      return set_message(device, {{property, std::get<bool>(to) ? on : off}}, over_s);
    };
  }
  add_trait(component, capability, feature.published(), std::move(output));
  listen(component, device, feature, capability, [on, off](const Json& value) -> std::optional<Value> {
    if (value == on) return true;
    if (value == off) return false;
    return std::nullopt;
  });
}

void add_number(Component& component, const ExposedDevice& device, const Feature& feature, Capability capability,
                const Conversion& by = {}) {
  Output output;
  if (feature.settable()) {
    output = [device, by, property = feature.property](const Value& to, double) -> Result<Publications> {
      return set_message(device, {{property, by.to_device(std::get<double>(to))}});
    };
  }
  home::Trait& trait = add_trait(component, capability, feature.published(), std::move(output));
  if (feature.low != feature.high) {
    trait.low = by.to_house(feature.low);
    trait.high = by.to_house(feature.high);
  }
  trait.step = by.step_to_house(feature.step);
  listen(component, device, feature, capability, [by](const Json& value) -> std::optional<Value> {
    if (!value.is_number()) return std::nullopt;
    return by.to_house(value.get<double>());
  });
}

/// One of the feature's values. `names`: the house's words for the device's, where they differ.
void add_words(Component& component, const ExposedDevice& device, const Feature& feature, Capability capability,
               const std::map<std::string, std::string>& names = {}) {
  std::map<std::string, std::string> to_device;
  std::vector<std::string> options;
  for (const std::string& value : feature.values) {
    const auto named = names.find(value);
    options.push_back(named == names.end() ? value : named->second);
    to_device[options.back()] = value;
  }
  Output output;
  if (feature.settable()) {
    output = [device, to_device, options, property = feature.property](const Value& to,
                                                                       double) -> Result<Publications> {
      const auto found = to_device.find(std::get<std::string>(to));
      if (found == to_device.end()) {
        return invalid(fmt::format("\"{}\" is none of {}", std::get<std::string>(to), fmt::join(options, ", ")));
      }
      return set_message(device, {{property, found->second}});
    };
  }
  add_trait(component, capability, feature.published(), std::move(output)).options = options;
  listen(component, device, feature, capability, [names](const Json& value) -> std::optional<Value> {
    if (!value.is_string()) return std::nullopt;
    const auto named = names.find(value.get<std::string>());
    return named == names.end() ? value.get<std::string>() : named->second;
  });
}

void build_cover(Component& component, const ExposedDevice& device, const Features& features) {
  const Feature* state = find(features, "state");
  const Feature* position = find(features, "position");
  if (position != nullptr) {
    add_number(component, device, *position, Capability::Position);
  } else if (state != nullptr) {
    Output output = [device, property = state->property](const Value& to, double) -> Result<Publications> {
      const double percent = std::get<double>(to);
      if (percent != 0 && percent != 100) return invalid("this cover only opens (100) and closes (0)");
      return set_message(device, {{property, percent == 100 ? "OPEN" : "CLOSE"}});
    };
    home::Trait& trait = add_trait(component, Capability::Position, state->published(), std::move(output));
    trait.high = trait.step = 100;
    listen(component, device, *state, Capability::Position, [](const Json& value) -> std::optional<Value> {
      if (value == "OPEN") return 100.0;
      if (value == "CLOSE") return 0.0;
      return std::nullopt;
    });
  }
  if (const Feature* tilt = find(features, "tilt")) add_number(component, device, *tilt, Capability::Tilt);
  if (state != nullptr && std::ranges::find(state->values, "STOP") != state->values.end()) {
    component.stop = [device, property = state->property] { return set_message(device, {{property, "STOP"}}); };
  }
}

void build_lock(Component& component, const ExposedDevice& device, const Features& features) {
  if (const Feature* state = find(features, "state")) {
    Feature lock = *state;
    if (lock.value_on.is_null()) lock.value_on = "LOCK";
    if (lock.value_off.is_null()) lock.value_off = "UNLOCK";
    add_switchable(component, device, lock, Capability::Lock);
  }
  if (const Feature* state = find(features, "lock_state"); state != nullptr && state->published()) {
    add_trait(component, Capability::Jammed, true);
    listen(component, device, *state, Capability::Jammed, [](const Json& value) -> std::optional<Value> {
      if (value == "not_fully_locked") return true;
      if (value == "locked" || value == "unlocked") return false;
      return std::nullopt;
    });
  }
}

void build_fan(Component& component, const ExposedDevice& device, const Features& features) {
  const Feature* state = find(features, "state");
  if (state == nullptr) state = find(features, "fan_state");
  if (state != nullptr) add_switchable(component, device, *state, Capability::OnOff);
  const Feature* mode = find(features, "mode");
  if (mode == nullptr) mode = find(features, "fan_mode");
  if (mode != nullptr) add_words(component, device, *mode, Capability::Preset);
  const Feature* speed = find(features, "speed");
  if (speed == nullptr || !(speed->high > 0)) return;
  Feature scaled = *speed;
  scaled.low = 0;
  add_number(component, device, scaled, Capability::Speed, {100 / speed->high});
  component.entity.traits.back().step = 100 / speed->high;
  if (component.outputs.contains(Capability::Speed)) {
    component.outputs[Capability::Speed] = [device, most = speed->high, property = speed->property](
                                               const Value& to, double) -> Result<Publications> {
      return set_message(device, {{property, std::lround(std::get<double>(to) * most / 100)}});
    };
  }
}

void build_climate(Component& component, const ExposedDevice& device, const Features& features) {
  const Feature* heating = find(features, "occupied_heating_setpoint");
  if (heating == nullptr) heating = find(features, "current_heating_setpoint");
  const Feature* cooling = find(features, "occupied_cooling_setpoint");
  const std::string unit = heating != nullptr ? heating->unit : std::string();
  const Conversion degrees = conversion(Capability::Temperature, unit).value_or(Conversion{});
  if (heating != nullptr) add_number(component, device, *heating, Capability::TargetTemperature, degrees);
  if (cooling != nullptr) {
    const Capability capability =
        heating == nullptr ? Capability::TargetTemperature : Capability::TargetTemperatureHigh;
    add_number(component, device, *cooling, capability, degrees);
  }
  if (const Feature* local = find(features, "local_temperature")) {
    Feature read_only = *local;
    read_only.access &= ~2u;
    add_number(component, device, read_only, Capability::Temperature, degrees);
  }
  if (const Feature* mode = find(features, "system_mode")) {
    add_words(component, device, *mode, Capability::ThermostatMode);
  }
  if (const Feature* running = find(features, "running_state")) {
    Feature read_only = *running;
    read_only.access &= ~2u;
    add_words(component, device, read_only, Capability::ThermostatAction,
              {{"heat", "heating"}, {"cool", "cooling"}, {"fan_only", "fan"}});
  }
  if (const Feature* preset = find(features, "preset")) add_words(component, device, *preset, Capability::Preset);
}

}  // namespace

bool add_specific(const ExposedDevice& device, const Feature& expose, std::vector<Component>& out) {
  const Features features = features_of(expose);
  const std::string part = expose.endpoint.empty() ? expose.type : expose.type + "/" + expose.endpoint;
  Component component = begin_component(device, part, expose.type, "", expose.endpoint);
  if (expose.type == "light") {
    add_light(component, device, features);
  } else if (expose.type == "cover") {
    build_cover(component, device, features);
  } else if (expose.type == "lock") {
    build_lock(component, device, features);
  } else if (expose.type == "fan") {
    build_fan(component, device, features);
  } else if (expose.type == "climate") {
    build_climate(component, device, features);
  } else if (const Feature* state = find(features, "state")) {
    add_switchable(component, device, *state, Capability::OnOff);
  }
  if (component.entity.traits.empty()) return false;
  for (const auto& [name, feature] : features) {  // one answer holds the whole state
    if (component.ask.empty()) component.ask = ask_message(device, feature);
  }
  out.push_back(std::move(component));
  return true;
}

}  // namespace hearth::connect::mqtt
