// One function a platform of MQTT discovery: from its config to what the house can see and set.
// Source: home-assistant.io, integrations "light.mqtt", "switch.mqtt" and so on.
#pragma once

#include <string>
#include <string_view>

#include "connect/mqtt/config_reader.h"

namespace hearth::connect::mqtt {

/// Fills traits, inputs and outputs of a component of `platform`; `component.entity.kind` may be narrowed. `note`: what
/// part of it cannot be used, when the rest can. Errors: InvalidInput for a config that makes no entity.
Status make_component(std::string_view platform, ConfigReader& config, Component& component, std::string& note);

void make_light(ConfigReader& config, Component& component);
void make_json_light(ConfigReader& config, Component& component);
void make_basic_light(ConfigReader& config, Component& component);
void make_switch(ConfigReader& config, Component& component);  // also siren
void make_cover(ConfigReader& config, Component& component);
void make_valve(ConfigReader& config, Component& component);
void make_climate(ConfigReader& config, Component& component);
void make_humidifier(ConfigReader& config, Component& component);
void make_lock(ConfigReader& config, Component& component, std::string& note);
void make_alarm(ConfigReader& config, Component& component, std::string& note);
void make_fan(ConfigReader& config, Component& component);
void make_vacuum(ConfigReader& config, Component& component);
void make_lawn_mower(ConfigReader& config, Component& component);
void make_binary_sensor(ConfigReader& config, Component& component);
void make_sensor(ConfigReader& config, Component& component);
void make_event(ConfigReader& config, Component& component);
void make_button(ConfigReader& config, Component& component);
void make_scene(ConfigReader& config, Component& component);
void make_number(ConfigReader& config, Component& component);
void make_select(ConfigReader& config, Component& component);
void make_text(ConfigReader& config, Component& component);

/// Publishes `to` as it is: numbers as numbers, words as words. Nothing where there is no such topic.
Output send_value(const std::optional<CommandTopic>& command);
/// Publishes one of two payloads.
Output send_switch(const std::optional<CommandTopic>& command, std::string on, std::string off);
/// A word that must be one of `options`.
Output send_word(const std::optional<CommandTopic>& command, std::vector<std::string> options);

}  // namespace hearth::connect::mqtt
