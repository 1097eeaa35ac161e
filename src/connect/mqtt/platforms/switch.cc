// Switches and sirens (home-assistant.io, "switch.mqtt", "siren.mqtt"): on and off.
#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {

void make_switch(ConfigReader& config, Component& component) {
  const std::string on = config.text("payload_on", "ON");
  const std::string off = config.text("payload_off", "OFF");
  const bool siren = component.entity.kind == "siren";
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template");
  const bool sensed =
      config.input(component, "state_topic", siren ? "state_value_template" : "value_template",
                   decode_switch(Capability::OnOff, config.text("state_on", on), config.text("state_off", off)));
  if (!command && !siren) return config.fail("command_topic", "a switch needs one");
  add_trait(component, Capability::OnOff, sensed, send_switch(command, on, off));
}

}  // namespace hearth::connect::mqtt
