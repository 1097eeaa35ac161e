// What an entity can sense or be set to. The list only grows at its end: the numbers are in every journal.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "home/value.h"

namespace hearth::home {

enum class Capability : uint16_t {
  None,
  OnOff,                  // bool; a switch, light, fan, siren …
  Brightness,             // percent
  ColorTemperature,       // K
  Color,                  // "#rrggbb"
  Effect,                 // word of the device
  Position,               // percent open: cover, valve
  Tilt,                   // percent open
  Lock,                   // bool, true = locked
  Jammed,                 // bool
  Volume,                 // percent
  Mute,                   // bool
  Playback,               // playing, paused, idle
  Source,                 // word of the device
  Speed,                  // percent: fan
  Oscillation,            // bool
  Direction,              // forward, reverse
  Preset,                 // word of the device
  ThermostatMode,         // off, heat, cool, auto, heat_cool, dry, fan_only
  TargetTemperature,      // °C
  TargetTemperatureLow,   // °C
  TargetTemperatureHigh,  // °C
  ThermostatAction,       // off, idle, heating, cooling, drying, fan
  TargetHumidity,         // percent
  Option,                 // word of the device: select
  Level,                  // number in the device's own unit: number
  Press,                  // word: what an event or button did; set = press it
  Scene,                  // bool, set true = activate
  Alarm,                  // disarmed, armed_home, armed_away, armed_night, triggered
  Vacuum,                 // docked, cleaning, paused, returning, idle
  Motion,                 // bool
  Occupancy,              // bool
  Contact,                // bool, true = open: door, window
  Vibration,              // bool
  Moisture,               // bool, true = wet
  Smoke,                  // bool
  CarbonMonoxide,         // bool
  Gas,                    // bool
  Sound,                  // bool
  Tamper,                 // bool
  Problem,                // bool
  Connected,              // bool
  Plugged,                // bool
  Running,                // bool
  Light,                  // bool, true = light detected
  Presence,               // bool or a word
  Awake,                  // bool
  Temperature,            // °C
  Humidity,               // percent
  Illuminance,            // lx
  Pressure,               // hPa
  CarbonDioxide,          // ppm
  VolatileOrganics,       // ppb
  ParticulateMatter,      // µg/m³
  SoundLevel,             // dB
  Power,                  // W
  Energy,                 // kWh
  Voltage,                // V
  Current,                // A
  Battery,                // percent
  BatteryLow,             // bool
  SignalQuality,          // the device's own scale
  Distance,               // m
  Speedometer,            // m/s: wind and the like
  Rain,                   // mm
  Water,                  // m³
  Number,                 // sensed number in the device's own unit
  Text,                   // sensed or settable words
  Available,              // bool: the device can be reached
};

enum class ValueKind : uint8_t { Boolean, Number, Word };

/// What is always true of a capability, whichever device has it.
struct CapabilityFacts {
  Capability capability;
  std::string_view name;  ///< snake_case, as in journals, stories and the control socket
  ValueKind kind;
  std::string_view unit;  ///< canonical unit, empty where there is none
  double tolerance;       ///< how far a report may lie from what was asked and still confirm it
  bool momentary;         ///< an event rather than a state: motion is a state, a button press is not
};

/// All capabilities in the order of their numbers.
std::span<const CapabilityFacts> capabilities();
const CapabilityFacts& facts(Capability capability);
std::optional<Capability> find_capability(std::string_view name);

/// True when `value` is unknown or of the kind that the capability has.
bool fits(Capability capability, const Value& value);

}  // namespace hearth::home
