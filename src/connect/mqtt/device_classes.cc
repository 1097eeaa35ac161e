#include "connect/mqtt/device_classes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hearth::connect::mqtt {
namespace {

using enum home::Capability;

struct BinaryRow {
  std::string_view name;
  BinaryClass meaning;
};
constexpr std::array kBinary{
    BinaryRow{"battery", {BatteryLow}},
    BinaryRow{"carbon_monoxide", {CarbonMonoxide}},
    BinaryRow{"connectivity", {Connected}},
    BinaryRow{"door", {Contact}},
    BinaryRow{"garage_door", {Contact}},
    BinaryRow{"gas", {Gas}},
    BinaryRow{"light", {Light}},
    BinaryRow{"lock", {Lock, true}},
    BinaryRow{"moisture", {Moisture}},
    BinaryRow{"motion", {Motion}},
    BinaryRow{"occupancy", {Occupancy}},
    BinaryRow{"opening", {Contact}},
    BinaryRow{"plug", {Plugged}},
    BinaryRow{"presence", {Presence}},
    BinaryRow{"problem", {Problem}},
    BinaryRow{"running", {Running}},
    BinaryRow{"safety", {Problem}},
    BinaryRow{"smoke", {Smoke}},
    BinaryRow{"sound", {Sound}},
    BinaryRow{"tamper", {Tamper}},
    BinaryRow{"vibration", {Vibration}},
    BinaryRow{"window", {Contact}},
};

using SensorRow = std::pair<std::string_view, home::Capability>;
constexpr std::array kSensor{
    SensorRow{"atmospheric_pressure", Pressure},
    SensorRow{"battery", Battery},
    SensorRow{"carbon_dioxide", CarbonDioxide},
    SensorRow{"current", Current},
    SensorRow{"date", Text},
    SensorRow{"distance", Distance},
    SensorRow{"energy", Energy},
    SensorRow{"enum", Text},
    SensorRow{"humidity", Humidity},
    SensorRow{"illuminance", Illuminance},
    SensorRow{"pm25", ParticulateMatter},
    SensorRow{"power", Power},
    SensorRow{"precipitation", Rain},
    SensorRow{"pressure", Pressure},
    SensorRow{"signal_strength", SignalQuality},
    SensorRow{"sound_pressure", SoundLevel},
    SensorRow{"speed", Speedometer},
    SensorRow{"temperature", Temperature},
    SensorRow{"timestamp", Text},
    SensorRow{"volatile_organic_compounds_parts", VolatileOrganics},
    SensorRow{"voltage", Voltage},
    SensorRow{"volume", Water},
    SensorRow{"water", Water},
    SensorRow{"wind_speed", Speedometer},
};

using PropertyRow = std::pair<std::string_view, std::string_view>;
// Names as in zigbee2mqtt.io, "Exposes"; Home Assistant's classes for them.
constexpr std::array kBinaryProperties{
    PropertyRow{"battery_low", "battery"}, PropertyRow{"carbon_monoxide", "carbon_monoxide"},
    PropertyRow{"contact", "opening"},     PropertyRow{"gas", "gas"},
    PropertyRow{"moving", "moving"},       PropertyRow{"noise_detected", "sound"},
    PropertyRow{"occupancy", "occupancy"}, PropertyRow{"presence", "presence"},
    PropertyRow{"rain", "moisture"},       PropertyRow{"smoke", "smoke"},
    PropertyRow{"tamper", "tamper"},       PropertyRow{"vibration", "vibration"},
    PropertyRow{"water_leak", "moisture"},
};
constexpr std::array kProperties{
    PropertyRow{"battery", "battery"},
    PropertyRow{"co2", "carbon_dioxide"},
    PropertyRow{"current", "current"},
    PropertyRow{"device_temperature", "temperature"},
    PropertyRow{"distance", "distance"},
    PropertyRow{"energy", "energy"},
    PropertyRow{"humidity", "humidity"},
    PropertyRow{"illuminance", "illuminance"},
    PropertyRow{"illuminance_lux", "illuminance"},
    PropertyRow{"linkquality", "signal_strength"},
    PropertyRow{"local_temperature", "temperature"},
    PropertyRow{"pm25", "pm25"},
    PropertyRow{"power", "power"},
    PropertyRow{"pressure", "pressure"},
    PropertyRow{"temperature", "temperature"},
    PropertyRow{"voc_parts", "volatile_organic_compounds_parts"},
    PropertyRow{"voltage", "voltage"},
    PropertyRow{"water_consumed", "water"},
    PropertyRow{"wind_speed", "wind_speed"},
};

std::string_view look_up(const auto& rows, std::string_view name) {
  const auto found = std::ranges::find(rows, name, &PropertyRow::first);
  return found == rows.end() ? std::string_view() : found->second;
}

}  // namespace

BinaryClass binary_class(std::string_view device_class) {
  const auto found = std::ranges::find(kBinary, device_class, &BinaryRow::name);
  return found == kBinary.end() ? BinaryClass{} : found->meaning;
}

home::Capability sensor_class(std::string_view device_class) {
  if (device_class.empty()) return None;
  const auto found = std::ranges::find(kSensor, device_class, &SensorRow::first);
  return found == kSensor.end() ? Number : found->second;
}

std::string_view class_of_property(std::string_view property, bool binary) {
  return binary ? look_up(kBinaryProperties, property) : look_up(kProperties, property);
}

}  // namespace hearth::connect::mqtt
