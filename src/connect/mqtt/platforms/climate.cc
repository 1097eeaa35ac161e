// Thermostats and humidifiers (home-assistant.io, "climate.mqtt", "humidifier.mqtt").
#include "connect/mqtt/platforms/platforms.h"
#include "connect/mqtt/units.h"

namespace hearth::connect::mqtt {
namespace {

struct Degrees {
  Conversion by;
  double low = 0, high = 0, step = 0;
};

Degrees degrees(ConfigReader& config) {
  Degrees out;
  const std::string unit = config.text("temperature_unit", "C");
  if (const std::optional<Conversion> by = conversion(Capability::Temperature, unit)) {
    out.by = *by;
  } else {
    config.fail("temperature_unit", "expected C or F");
  }
  const bool fahrenheit = unit == "F";
  out.low = out.by.to_house(config.number("min_temp", fahrenheit ? 44.6 : 7));
  out.high = out.by.to_house(config.number("max_temp", fahrenheit ? 95 : 35));
  out.step = out.by.step_to_house(config.number("temp_step", 1));
  return out;
}

void add_target(ConfigReader& config, Component& component, const Degrees& degrees, const std::string& prefix,
                Capability capability) {
  const std::optional<CommandTopic> command = config.command(prefix + "_command_topic", prefix + "_command_template");
  const Conversion by = degrees.by;
  const bool sensed = config.input(component, prefix + "_state_topic", prefix + "_state_template",
                                   decode_number(capability, [by](double told) { return by.to_house(told); }));
  Output output;
  if (command) {
    output = [command = *command, by](const Value& to, double) -> Result<Publications> {
      const double told = std::round(by.to_device(std::get<double>(to)) * 100) / 100;
      return Publications{TRY(command.message(told))};
    };
  }
  if (!sensed && !output) return;
  home::Trait& trait = add_trait(component, capability, sensed, std::move(output));
  trait.low = degrees.low;
  trait.high = degrees.high;
  trait.step = degrees.step;
}

void add_word(ConfigReader& config, Component& component, const std::string& prefix, const char* state_template,
              Capability capability, std::vector<std::string> options) {
  const std::optional<CommandTopic> command = config.command(prefix + "_command_topic", prefix + "_command_template");
  const bool sensed = config.input(component, prefix + "_state_topic", state_template, decode_word(capability));
  if (!command && !sensed) return;
  add_trait(component, capability, sensed, send_word(command, options)).options = options;
}

void add_power(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("power_command_topic", "power_command_template");
  if (!command) return;
  add_trait(component, Capability::OnOff, false,
            send_switch(command, config.text("payload_on", "ON"), config.text("payload_off", "OFF")));
}

}  // namespace

void make_climate(ConfigReader& config, Component& component) {
  const Degrees range = degrees(config);
  add_target(config, component, range, "temperature", Capability::TargetTemperature);
  add_target(config, component, range, "temperature_low", Capability::TargetTemperatureLow);
  add_target(config, component, range, "temperature_high", Capability::TargetTemperatureHigh);
  add_word(config, component, "mode", "mode_state_template", Capability::ThermostatMode,
           config.list("modes", {"auto", "off", "cool", "heat", "dry", "fan_only"}));
  add_word(config, component, "preset_mode", "preset_mode_value_template", Capability::Preset,
           config.list("preset_modes"));
  const auto celsius = [by = range.by](double told) { return by.to_house(told); };
  if (config.input(component, "current_temperature_topic", "current_temperature_template",
                   decode_number(Capability::Temperature, celsius))) {
    add_trait(component, Capability::Temperature, true);
  }
  if (config.input(component, "current_humidity_topic", "current_humidity_template",
                   decode_number(Capability::Humidity))) {
    add_trait(component, Capability::Humidity, true);
  }
  if (config.input(component, "action_topic", "action_template", decode_word(Capability::ThermostatAction))) {
    add_trait(component, Capability::ThermostatAction, true).options = {"off",     "idle",   "heating",
                                                                        "cooling", "drying", "fan"};
  }
  add_power(config, component);
}

void make_humidifier(ConfigReader& config, Component& component) {
  const std::string on = config.text("payload_on", "ON");
  const std::string off = config.text("payload_off", "OFF");
  const std::optional<CommandTopic> power = config.command("command_topic", "command_template");
  const bool sensed =
      config.input(component, "state_topic", "state_value_template", decode_switch(Capability::OnOff, on, off));
  if (!power) return config.fail("command_topic", "a humidifier needs one");
  add_trait(component, Capability::OnOff, sensed, send_switch(power, on, off));
  const std::optional<CommandTopic> target =
      config.command("target_humidity_command_topic", "target_humidity_command_template");
  const bool shows = config.input(component, "target_humidity_state_topic", "target_humidity_state_template",
                                  decode_number(Capability::TargetHumidity));
  if (target || shows) {
    home::Trait& trait = add_trait(component, Capability::TargetHumidity, shows, send_value(target));
    trait.low = config.number("min_humidity", 0);
    trait.high = config.number("max_humidity", 100);
  }
  add_word(config, component, "mode", "mode_state_template", Capability::Preset, config.list("modes"));
  if (config.input(component, "current_humidity_topic", "current_humidity_template",
                   decode_number(Capability::Humidity))) {
    add_trait(component, Capability::Humidity, true);
  }
}

}  // namespace hearth::connect::mqtt
