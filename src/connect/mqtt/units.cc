#include "connect/mqtt/units.h"

#include <array>

namespace hearth::connect::mqtt {
namespace {

using enum home::Capability;

struct Row {
  home::Capability capability;
  std::string_view unit;
  Conversion conversion;
};

// The conversions are exact by definition (NIST SP 811, appendix B) but where rounded to 10 digits.
constexpr std::array kRows{
    Row{Temperature, "°C", {}},
    Row{Temperature, "C", {}},
    Row{Temperature, "°F", {5.0 / 9, -160.0 / 9}},
    Row{Temperature, "F", {5.0 / 9, -160.0 / 9}},
    Row{Temperature, "K", {1, -273.15}},
    Row{Humidity, "%", {}},
    Row{Humidity, "%RH", {}},
    Row{TargetHumidity, "%", {}},
    Row{Battery, "%", {}},
    Row{Illuminance, "lx", {}},
    Row{Illuminance, "lux", {}},
    Row{Illuminance, "fc", {10.76391042}},
    Row{Pressure, "hPa", {}},
    Row{Pressure, "mbar", {}},
    Row{Pressure, "Pa", {0.01}},
    Row{Pressure, "kPa", {10}},
    Row{Pressure, "bar", {1000}},
    Row{Pressure, "cbar", {10}},
    Row{Pressure, "mmHg", {1.333223874}},
    Row{Pressure, "inHg", {33.86388640}},
    Row{Pressure, "psi", {68.94757293}},
    Row{CarbonDioxide, "ppm", {}},
    Row{VolatileOrganics, "ppb", {}},
    Row{VolatileOrganics, "ppm", {1000}},
    Row{ParticulateMatter, "µg/m³", {}},
    Row{ParticulateMatter, "μg/m³", {}},  // the Greek letter in place of the sign
    Row{ParticulateMatter, "ug/m3", {}},
    Row{ParticulateMatter, "mg/m³", {1000}},
    Row{SoundLevel, "dB", {}},
    Row{SoundLevel, "dBA", {}},
    Row{Power, "W", {}},
    Row{Power, "mW", {0.001}},
    Row{Power, "kW", {1000}},
    Row{Power, "MW", {1e6}},
    Row{Energy, "kWh", {}},
    Row{Energy, "Wh", {0.001}},
    Row{Energy, "mWh", {1e-6}},
    Row{Energy, "MWh", {1000}},
    Row{Energy, "GWh", {1e6}},
    Row{Energy, "J", {1 / 3.6e6}},
    Row{Energy, "kJ", {1 / 3600.0}},
    Row{Energy, "MJ", {1 / 3.6}},
    Row{Energy, "GJ", {1000 / 3.6}},
    Row{Energy, "kcal", {0.001162222222}},
    Row{Voltage, "V", {}},
    Row{Voltage, "mV", {0.001}},
    Row{Voltage, "µV", {1e-6}},
    Row{Voltage, "kV", {1000}},
    Row{Current, "A", {}},
    Row{Current, "mA", {0.001}},
    Row{SignalQuality, "lqi", {}},
    Row{SignalQuality, "dBm", {}},
    Row{SignalQuality, "dB", {}},
    Row{SignalQuality, "%", {}},
    Row{Distance, "m", {}},
    Row{Distance, "cm", {0.01}},
    Row{Distance, "mm", {0.001}},
    Row{Distance, "km", {1000}},
    Row{Distance, "in", {0.0254}},
    Row{Distance, "ft", {0.3048}},
    Row{Distance, "yd", {0.9144}},
    Row{Distance, "mi", {1609.344}},
    Row{Speedometer, "m/s", {}},
    Row{Speedometer, "km/h", {1 / 3.6}},
    Row{Speedometer, "mph", {0.44704}},
    Row{Speedometer, "kn", {1852 / 3600.0}},
    Row{Speedometer, "ft/s", {0.3048}},
    Row{Rain, "mm", {}},
    Row{Rain, "cm", {10}},
    Row{Rain, "in", {25.4}},
    Row{Water, "m³", {}},
    Row{Water, "m3", {}},
    Row{Water, "L", {0.001}},
    Row{Water, "l", {0.001}},
    Row{Water, "mL", {1e-6}},
    Row{Water, "gal", {0.003785411784}},
    Row{Water, "ft³", {0.028316846592}},
    Row{Water, "CCF", {2.8316846592}},
    Row{Volume, "%", {}},
    Row{Position, "%", {}},
    Row{Speed, "%", {}},
    Row{ColorTemperature, "K", {}},
};

}  // namespace

std::optional<Conversion> conversion(home::Capability capability, std::string_view unit) {
  if (capability == TargetTemperature || capability == TargetTemperatureLow || capability == TargetTemperatureHigh) {
    capability = Temperature;
  }
  if (unit.empty() || unit == home::facts(capability).unit) return Conversion{};
  for (const Row& row : kRows) {
    if (row.capability == capability && row.unit == unit) return row.conversion;
  }
  return std::nullopt;
}

}  // namespace hearth::connect::mqtt
