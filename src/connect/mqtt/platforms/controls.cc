// Buttons, scenes, numbers, choices and texts (home-assistant.io, "button.mqtt", "scene.mqtt", "number.mqtt",
// "select.mqtt", "text.mqtt").
#include <fmt/format.h>

#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {

void make_button(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template", true);
  if (!command) return config.fail("command_topic", "a button needs one");
  Output output = [command = *command, payload = config.text("payload_press", "PRESS")](
                      const Value&, double) -> Result<Publications> {
    return Publications{TRY(command.message(payload))};
  };
  add_trait(component, Capability::Press, false, std::move(output)).options = {"press"};
}

void make_scene(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template", true);
  if (!command) return config.fail("command_topic", "a scene needs one");
  Output output = [command = *command, payload = config.text("payload_on", "ON")](const Value& to,
                                                                                  double) -> Result<Publications> {
    if (!std::get<bool>(to)) return invalid("a scene can be activated, not taken back");
    return Publications{TRY(command.message(payload))};
  };
  add_trait(component, Capability::Scene, false, std::move(output));
}

void make_number(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template");
  if (!command) return config.fail("command_topic", "a number needs one");
  const double low = config.number("min", 1);
  const double high = config.number("max", 100);
  if (low >= high) return config.fail("max", "expected more than min");
  const bool sensed = config.input(component, "state_topic", "value_template", decode_number(Capability::Level));
  home::Trait& trait = add_trait(component, Capability::Level, sensed, send_value(command));
  trait.low = low;
  trait.high = high;
  trait.step = config.number("step", 1);
}

void make_select(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template");
  const std::vector<std::string> options = config.list("options");
  if (!command) return config.fail("command_topic", "a choice needs one");
  if (options.empty()) return config.fail("options", "a choice needs at least one");
  const bool sensed =
      config.input(component, "state_topic", "value_template", decode_word(Capability::Option, options));
  add_trait(component, Capability::Option, sensed, send_word(command, options)).options = options;
}

void make_text(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template");
  if (!command) return config.fail("command_topic", "a text needs one");
  const bool sensed = config.input(component, "state_topic", "value_template", decode_word(Capability::Text));
  Output output = [send = send_value(command), low = config.number("min", 0), high = config.number("max", 255)](
                      const Value& to, double over_s) -> Result<Publications> {
    const auto size = static_cast<double>(std::get<std::string>(to).size());
    if (size < low || size > high)
      return invalid(fmt::format("a text of {} bytes, expected {} to {}", size, low, high));
    return send(to, over_s);
  };
  add_trait(component, Capability::Text, sensed, std::move(output));
}

}  // namespace hearth::connect::mqtt
