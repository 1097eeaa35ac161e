#include "home/capability.h"

#include <array>

#include "base/check.h"

namespace hearth::home {
namespace {

using enum ValueKind;

// clang-format off
constexpr std::array kFacts{
    CapabilityFacts{Capability::None, "none", Word, "", 0, false},
    CapabilityFacts{Capability::OnOff, "on_off", Boolean, "", 0, false},
    CapabilityFacts{Capability::Brightness, "brightness", Number, "%", 1.5, false},
    CapabilityFacts{Capability::ColorTemperature, "color_temperature", Number, "K", 60, false},
    CapabilityFacts{Capability::Color, "color", Word, "", 0, false},
    CapabilityFacts{Capability::Effect, "effect", Word, "", 0, false},
    CapabilityFacts{Capability::Position, "position", Number, "%", 2, false},
    CapabilityFacts{Capability::Tilt, "tilt", Number, "%", 2, false},
    CapabilityFacts{Capability::Lock, "lock", Boolean, "", 0, false},
    CapabilityFacts{Capability::Jammed, "jammed", Boolean, "", 0, false},
    CapabilityFacts{Capability::Volume, "volume", Number, "%", 1.5, false},
    CapabilityFacts{Capability::Mute, "mute", Boolean, "", 0, false},
    CapabilityFacts{Capability::Playback, "playback", Word, "", 0, false},
    CapabilityFacts{Capability::Source, "source", Word, "", 0, false},
    CapabilityFacts{Capability::Speed, "speed", Number, "%", 2, false},
    CapabilityFacts{Capability::Oscillation, "oscillation", Boolean, "", 0, false},
    CapabilityFacts{Capability::Direction, "direction", Word, "", 0, false},
    CapabilityFacts{Capability::Preset, "preset", Word, "", 0, false},
    CapabilityFacts{Capability::ThermostatMode, "thermostat_mode", Word, "", 0, false},
    CapabilityFacts{Capability::TargetTemperature, "target_temperature", Number, "°C", 0.3, false},
    CapabilityFacts{Capability::TargetTemperatureLow, "target_temperature_low", Number, "°C", 0.3, false},
    CapabilityFacts{Capability::TargetTemperatureHigh, "target_temperature_high", Number, "°C", 0.3, false},
    CapabilityFacts{Capability::ThermostatAction, "thermostat_action", Word, "", 0, false},
    CapabilityFacts{Capability::TargetHumidity, "target_humidity", Number, "%", 1.5, false},
    CapabilityFacts{Capability::Option, "option", Word, "", 0, false},
    CapabilityFacts{Capability::Level, "level", Number, "", 0.01, false},
    CapabilityFacts{Capability::Press, "press", Word, "", 0, true},
    CapabilityFacts{Capability::Scene, "scene", Boolean, "", 0, true},
    CapabilityFacts{Capability::Alarm, "alarm", Word, "", 0, false},
    CapabilityFacts{Capability::Vacuum, "vacuum", Word, "", 0, false},
    CapabilityFacts{Capability::Motion, "motion", Boolean, "", 0, false},
    CapabilityFacts{Capability::Occupancy, "occupancy", Boolean, "", 0, false},
    CapabilityFacts{Capability::Contact, "contact", Boolean, "", 0, false},
    CapabilityFacts{Capability::Vibration, "vibration", Boolean, "", 0, false},
    CapabilityFacts{Capability::Moisture, "moisture", Boolean, "", 0, false},
    CapabilityFacts{Capability::Smoke, "smoke", Boolean, "", 0, false},
    CapabilityFacts{Capability::CarbonMonoxide, "carbon_monoxide", Boolean, "", 0, false},
    CapabilityFacts{Capability::Gas, "gas", Boolean, "", 0, false},
    CapabilityFacts{Capability::Sound, "sound", Boolean, "", 0, false},
    CapabilityFacts{Capability::Tamper, "tamper", Boolean, "", 0, false},
    CapabilityFacts{Capability::Problem, "problem", Boolean, "", 0, false},
    CapabilityFacts{Capability::Connected, "connected", Boolean, "", 0, false},
    CapabilityFacts{Capability::Plugged, "plugged", Boolean, "", 0, false},
    CapabilityFacts{Capability::Running, "running", Boolean, "", 0, false},
    CapabilityFacts{Capability::Light, "light", Boolean, "", 0, false},
    CapabilityFacts{Capability::Presence, "presence", Boolean, "", 0, false},
    CapabilityFacts{Capability::Awake, "awake", Boolean, "", 0, false},
    CapabilityFacts{Capability::Temperature, "temperature", Number, "°C", 0.2, false},
    CapabilityFacts{Capability::Humidity, "humidity", Number, "%", 1, false},
    CapabilityFacts{Capability::Illuminance, "illuminance", Number, "lx", 1, false},
    CapabilityFacts{Capability::Pressure, "pressure", Number, "hPa", 0.5, false},
    CapabilityFacts{Capability::CarbonDioxide, "carbon_dioxide", Number, "ppm", 1, false},
    CapabilityFacts{Capability::VolatileOrganics, "volatile_organics", Number, "ppb", 1, false},
    CapabilityFacts{Capability::ParticulateMatter, "particulate_matter", Number, "µg/m³", 0.5, false},
    CapabilityFacts{Capability::SoundLevel, "sound_level", Number, "dB", 0.5, false},
    CapabilityFacts{Capability::Power, "power", Number, "W", 0.5, false},
    CapabilityFacts{Capability::Energy, "energy", Number, "kWh", 0.001, false},
    CapabilityFacts{Capability::Voltage, "voltage", Number, "V", 0.1, false},
    CapabilityFacts{Capability::Current, "current", Number, "A", 0.01, false},
    CapabilityFacts{Capability::Battery, "battery", Number, "%", 1, false},
    CapabilityFacts{Capability::BatteryLow, "battery_low", Boolean, "", 0, false},
    CapabilityFacts{Capability::SignalQuality, "signal_quality", Number, "", 1, false},
    CapabilityFacts{Capability::Distance, "distance", Number, "m", 0.01, false},
    CapabilityFacts{Capability::Speedometer, "speedometer", Number, "m/s", 0.1, false},
    CapabilityFacts{Capability::Rain, "rain", Number, "mm", 0.1, false},
    CapabilityFacts{Capability::Water, "water", Number, "m³", 0.001, false},
    CapabilityFacts{Capability::Number, "number", Number, "", 0.001, false},
    CapabilityFacts{Capability::Text, "text", Word, "", 0, false},
    CapabilityFacts{Capability::Available, "available", Boolean, "", 0, false},
};
// clang-format on

constexpr bool in_order() {
  for (size_t i = 0; i < kFacts.size(); ++i) {
    if (static_cast<size_t>(kFacts[i].capability) != i) return false;
  }
  return true;
}
static_assert(in_order(), "a row a capability, in the order of the enum");
static_assert(kFacts.size() == static_cast<size_t>(Capability::Available) + 1);

}  // namespace

std::span<const CapabilityFacts> capabilities() { return kFacts; }

const CapabilityFacts& facts(Capability capability) {
  const auto index = static_cast<size_t>(capability);
  return kFacts[index < kFacts.size() ? index : 0];  // a number from a newer journal reads as None
}

std::optional<Capability> find_capability(std::string_view name) {
  for (const CapabilityFacts& row : kFacts) {
    if (row.name == name) return row.capability;
  }
  return std::nullopt;
}

bool fits(Capability capability, const Value& value) {
  switch (value.index()) {
    case 0:
      return true;
    case 1:
      return facts(capability).kind == Boolean;
    case 2:
      return facts(capability).kind == Number;
    default:
      return facts(capability).kind == Word;
  }
}

}  // namespace hearth::home
