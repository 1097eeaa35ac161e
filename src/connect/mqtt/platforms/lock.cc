// Locks and alarm panels (home-assistant.io, "lock.mqtt", "alarm_control_panel.mqtt"). Where one needs a code it is
// watched and not commanded: Hearth keeps nobody's codes.
#include <fmt/format.h>

#include <map>

#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {

void make_lock(ConfigReader& config, Component& component, std::string& note) {
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template");
  if (!command) return config.fail("command_topic", "a lock needs one");
  struct Words {
    std::string locked, unlocked, locking, unlocking, jammed;
  };
  const Words words{config.text("state_locked", "LOCKED"), config.text("state_unlocked", "UNLOCKED"),
                    config.text("state_locking", "LOCKING"), config.text("state_unlocking", "UNLOCKING"),
                    config.text("state_jammed", "JAMMED")};
  const bool sensed = config.input(component, "state_topic", "value_template",
                                   [words](const std::string& text, Reports& reports) -> Status {
                                     if (text == words.locked || text == words.unlocked) {
                                       reports.push_back({Capability::Lock, text == words.locked});
                                       reports.push_back({Capability::Jammed, false});
                                     } else if (text == words.jammed) {
                                       reports.push_back({Capability::Jammed, true});
                                     } else if (text == "None") {
                                       reports.push_back({Capability::Lock, {}});
                                     } else if (!text.empty() && text != words.locking && text != words.unlocking) {
                                       return invalid(fmt::format("\"{}\" is no state of a lock", text.substr(0, 80)));
                                     }
                                     return ok();
                                   });
  Output output = send_switch(command, config.text("payload_lock", "LOCK"), config.text("payload_unlock", "UNLOCK"));
  if (config.has("code_format")) {
    note = "code_format: it needs a code, so it is shown and not commanded";
    output = {};
  }
  add_trait(component, Capability::Lock, sensed, std::move(output));
  if (sensed) add_trait(component, Capability::Jammed, true);
}

void make_alarm(ConfigReader& config, Component& component, std::string& note) {
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template");
  const std::map<std::string, std::string> payloads{{"disarmed", config.text("payload_disarm", "DISARM")},
                                                    {"armed_home", config.text("payload_arm_home", "ARM_HOME")},
                                                    {"armed_away", config.text("payload_arm_away", "ARM_AWAY")},
                                                    {"armed_night", config.text("payload_arm_night", "ARM_NIGHT")}};
  const bool sensed = config.input(
      component, "state_topic", "value_template", [payloads](const std::string& text, Reports& reports) -> Status {
        const bool state = payloads.contains(text) || text == "triggered";
        if (state) reports.push_back({Capability::Alarm, text});
        const bool passing =
            text.empty() || text == "arming" || text == "disarming" || text == "pending" || text.starts_with("armed_");
        if (!state && !passing) return invalid(fmt::format("\"{}\" is no state of an alarm", text.substr(0, 80)));
        return ok();
      });
  if (!sensed) return config.fail("state_topic", "an alarm panel needs one");
  Output output;
  const std::string code = config.text("code");
  if (!code.empty()) note = "code: it needs a code, so it is shown and not commanded";
  if (command && code.empty()) {
    output = [command = *command, payloads](const Value& to, double) -> Result<Publications> {
      const auto payload = payloads.find(std::get<std::string>(to));
      if (payload == payloads.end()) return invalid(fmt::format("an alarm cannot be {}", std::get<std::string>(to)));
      return Publications{TRY(command.message(payload->second, {{"action", payload->second}}))};
    };
  }
  add_trait(component, Capability::Alarm, true, std::move(output)).options = {"disarmed", "armed_home", "armed_away",
                                                                              "armed_night"};
}

}  // namespace hearth::connect::mqtt
