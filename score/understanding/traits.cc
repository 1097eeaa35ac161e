#include "score/understanding/traits.h"

#include <cstdlib>

#include "home/home.h"

namespace hearth::score {
namespace {

using home::Capability;
using home::Trait;
using home::Value;

Trait plain(Capability capability) { return {.capability = capability, .sensed = true, .settable = true}; }
Trait sensed(Capability capability) { return {.capability = capability, .sensed = true}; }
Trait percent(Capability capability) {
  Trait trait = plain(capability);
  trait.high = 100;
  trait.step = 1;
  return trait;
}
Trait words(Capability capability, std::vector<std::string> options) {
  Trait trait = plain(capability);
  trait.options = std::move(options);
  return trait;
}

std::vector<Trait> light() {
  Trait temperature = plain(Capability::ColorTemperature);
  temperature.low = 1500;
  temperature.high = 9000;
  return {plain(Capability::OnOff), percent(Capability::Brightness), temperature, plain(Capability::Color)};
}

bool is_called(const SuiteHome::Entity& entity, std::string_view word) {
  return (" " + home::identity_of(entity.name) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

Capability binary(const SuiteHome::Entity& entity) {
  return is_called(entity, "sensor") ? Capability::Occupancy : Capability::Contact;
}

/// The unit tells a sensor apart; a bare number has none.
Capability measured(const SuiteHome::Entity& entity) {
  const std::string unit = entity.attributes.is_object() ? entity.attributes.value("unit_of_measurement", "") : "";
  if (unit.ends_with("F") || unit.ends_with("C")) return Capability::Temperature;
  if (unit == "%") return Capability::Humidity;
  if (unit == "W") return Capability::Power;
  return Capability::Number;
}

double number(const std::string& text, double otherwise) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return end == text.c_str() ? otherwise : value;
}

double room_temperature(const SuiteHome::Entity& entity) {
  const bool told = entity.attributes.is_object() && entity.attributes.contains("current_temperature");
  return told && entity.attributes["current_temperature"].is_number()
             ? entity.attributes["current_temperature"].get<double>()
             : number(entity.state, 20);
}

}  // namespace

std::vector<Trait> traits_of(const SuiteHome::Entity& entity) {
  const std::string& domain = entity.domain;
  if (domain == "light") return light();
  if (domain == "switch" || domain == "input_boolean" || domain == "script") return {plain(Capability::OnOff)};
  if (domain == "fan") return {plain(Capability::OnOff), percent(Capability::Speed)};
  if (domain == "cover" || domain == "valve") return {percent(Capability::Position)};
  if (domain == "lock") return {plain(Capability::Lock)};
  if (domain == "scene") return {{.capability = Capability::Scene, .settable = true}};
  if (domain == "climate") {
    return {words(Capability::ThermostatMode, {"off", "heat", "cool", "auto"}), plain(Capability::TargetTemperature),
            sensed(Capability::Temperature)};
  }
  if (domain == "media_player") {
    return {plain(Capability::OnOff), percent(Capability::Volume), plain(Capability::Mute),
            words(Capability::Playback, {"playing", "paused", "idle"})};
  }
  if (domain == "vacuum" || domain == "lawn_mower") {
    return {words(Capability::Vacuum, {"docked", "cleaning", "paused", "returning", "idle"})};
  }
  if (domain == "person") return {sensed(Capability::Presence)};
  if (domain == "binary_sensor") return {sensed(binary(entity))};
  if (domain == "sensor") return {sensed(measured(entity))};
  return {};
}

std::vector<std::pair<Capability, Value>> states_of(const SuiteHome::Entity& entity) {
  const std::string& domain = entity.domain;
  const bool on = entity.state == "on";
  if (domain == "light" || domain == "switch" || domain == "input_boolean" || domain == "script") {
    return {{Capability::OnOff, on}};
  }
  if (domain == "fan") return {{Capability::OnOff, on}, {Capability::Speed, on ? 60.0 : 0.0}};
  if (domain == "cover" || domain == "valve") {
    return {{Capability::Position, entity.state == "open" ? 100.0 : entity.state == "closed" ? 0.0 : 50.0}};
  }
  if (domain == "lock") {
    if (entity.state.empty()) return {};
    return {{Capability::Lock, entity.state == "locked"}};
  }
  if (domain == "climate") {
    return {{Capability::ThermostatMode, std::string("heat")},
            {Capability::TargetTemperature, 20.0},
            {Capability::Temperature, room_temperature(entity)}};
  }
  if (domain == "media_player") {
    return {{Capability::OnOff, true},
            {Capability::Volume, 50.0},
            {Capability::Mute, false},
            {Capability::Playback, std::string("playing")}};
  }
  if (domain == "vacuum" || domain == "lawn_mower") return {{Capability::Vacuum, std::string("idle")}};
  if (domain == "person") return {{Capability::Presence, entity.state == "home"}};
  if (domain == "binary_sensor") return {{binary(entity), on}};
  if (domain == "sensor") return {{measured(entity), number(entity.state, 0)}};
  return {};
}

}  // namespace hearth::score
