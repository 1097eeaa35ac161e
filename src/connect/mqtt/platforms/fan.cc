// Fans (home-assistant.io, "fan.mqtt").
#include <algorithm>
#include <cmath>

#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {
namespace {

void add_speed(ConfigReader& config, Component& component) {
  const double low = config.number("speed_range_min", 1);
  const double high = config.number("speed_range_max", 100);
  const double steps = high - low + 1;
  if (low < 1 || steps < 1) return config.fail("speed_range_max", "expected a range that begins at 1 or higher");
  const std::optional<CommandTopic> command = config.command("percentage_command_topic", "percentage_command_template");
  const std::string reset = config.text("payload_reset_percentage", "None");
  const Decode number = decode_number(Capability::Speed, [low, steps](double told) {
    return told < low ? 0 : std::clamp(100 * (told - low + 1) / steps, 0.0, 100.0);
  });
  const bool sensed = config.input(component, "percentage_state_topic", "percentage_value_template",
                                   [number, reset](const std::string& text, Reports& reports) -> Status {
                                     if (text != reset) return number(text, reports);
                                     reports.push_back({Capability::Speed, {}});
                                     return ok();
                                   });
  if (!command && !sensed) return;
  Output output;
  if (command) {
    output = [command = *command, low, steps](const Value& to, double) -> Result<Publications> {
      const double percent = std::clamp(std::get<double>(to), 0.0, 100.0);
      const long step = percent <= 0 ? 0 : std::max(1L, std::lround(percent * steps / 100));
      return Publications{TRY(command.message(step == 0 ? 0 : step + std::lround(low) - 1))};
    };
  }
  home::Trait& trait = add_trait(component, Capability::Speed, sensed, std::move(output));
  trait.high = 100;
  trait.step = 100 / steps;
}

}  // namespace

void make_fan(ConfigReader& config, Component& component) {
  const std::string on = config.text("payload_on", "ON");
  const std::string off = config.text("payload_off", "OFF");
  const std::optional<CommandTopic> power = config.command("command_topic", "command_template");
  if (!power) return config.fail("command_topic", "a fan needs one");
  const bool sensed =
      config.input(component, "state_topic", "state_value_template", decode_switch(Capability::OnOff, on, off));
  add_trait(component, Capability::OnOff, sensed, send_switch(power, on, off));
  add_speed(config, component);

  const std::vector<std::string> presets = config.list("preset_modes");
  const std::optional<CommandTopic> preset =
      config.command("preset_mode_command_topic", "preset_mode_command_template");
  const bool shows =
      config.input(component, "preset_mode_state_topic", "preset_mode_value_template", decode_word(Capability::Preset));
  if (preset || shows) add_trait(component, Capability::Preset, shows, send_word(preset, presets)).options = presets;

  const std::string swings = config.text("payload_oscillation_on", "oscillate_on");
  const std::string still = config.text("payload_oscillation_off", "oscillate_off");
  const std::optional<CommandTopic> swing = config.command("oscillation_command_topic", "oscillation_command_template");
  const bool swung = config.input(component, "oscillation_state_topic", "oscillation_value_template",
                                  decode_switch(Capability::Oscillation, swings, still));
  if (swing || swung) add_trait(component, Capability::Oscillation, swung, send_switch(swing, swings, still));

  const std::vector<std::string> ways{"forward", "reverse"};
  const std::optional<CommandTopic> turn = config.command("direction_command_topic", "direction_command_template");
  const bool turned = config.input(component, "direction_state_topic", "direction_value_template",
                                   decode_word(Capability::Direction, ways));
  if (turn || turned) add_trait(component, Capability::Direction, turned, send_word(turn, ways)).options = ways;
}

}  // namespace hearth::connect::mqtt
