#include "connect/mqtt/platforms/platforms.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace hearth::connect::mqtt {

Output send_value(const std::optional<CommandTopic>& command) {
  if (!command) return {};
  return [command = *command](const Value& to, double) -> Result<Publications> {
    Json value;
    if (const bool* yes = std::get_if<bool>(&to)) value = *yes;
    if (const std::string* word = std::get_if<std::string>(&to)) value = *word;
    if (const double* number = std::get_if<double>(&to)) {
      const bool whole = std::abs(*number) < 1e15 && *number == std::trunc(*number);
      value = whole ? Json(static_cast<int64_t>(*number)) : Json(*number);
    }
    return Publications{TRY(command.message(value))};
  };
}

Output send_switch(const std::optional<CommandTopic>& command, std::string on, std::string off) {
  if (!command) return {};
  return [command = *command, on, off](const Value& to, double) -> Result<Publications> {
    return Publications{TRY(command.message(std::get<bool>(to) ? on : off))};
  };
}

Output send_word(const std::optional<CommandTopic>& command, std::vector<std::string> options) {
  if (!command) return {};
  return [command = *command, options](const Value& to, double) -> Result<Publications> {
    const std::string& word = std::get<std::string>(to);
    if (std::ranges::find(options, word) == options.end()) {
      return invalid(fmt::format("\"{}\" is none of {}", word, fmt::join(options, ", ")));
    }
    return Publications{TRY(command.message(word))};
  };
}

void make_light(ConfigReader& config, Component& component) {
  const std::string schema = config.text("schema", "basic");
  if (schema == "json") return make_json_light(config, component);
  if (schema == "basic") return make_basic_light(config, component);
  config.fail("schema", schema == "template" ? "lights of the template schema are not supported: use json or basic"
                                             : "expected json or basic");
}

Status make_component(std::string_view platform, ConfigReader& config, Component& component, std::string& note) {
  using Make = void (*)(ConfigReader&, Component&);
  using MakeWithNote = void (*)(ConfigReader&, Component&, std::string&);
  static constexpr std::pair<std::string_view, Make> kPlatforms[] = {
      {"light", make_light},
      {"switch", make_switch},
      {"siren", make_switch},
      {"cover", make_cover},
      {"valve", make_valve},
      {"climate", make_climate},
      {"humidifier", make_humidifier},
      {"fan", make_fan},
      {"vacuum", make_vacuum},
      {"lawn_mower", make_lawn_mower},
      {"binary_sensor", make_binary_sensor},
      {"sensor", make_sensor},
      {"event", make_event},
      {"button", make_button},
      {"scene", make_scene},
      {"number", make_number},
      {"select", make_select},
      {"text", make_text},
  };
  static constexpr std::pair<std::string_view, MakeWithNote> kNotingPlatforms[] = {
      {"lock", make_lock},
      {"alarm_control_panel", make_alarm},
  };
  bool known = false;
  for (const auto& [name, make] : kPlatforms) {
    if (name != platform) continue;
    known = true;
    make(config, component);
  }
  for (const auto& [name, make] : kNotingPlatforms) {
    if (name != platform) continue;
    known = true;
    make(config, component, note);
  }
  if (!known) return invalid(fmt::format("the platform \"{}\" is not supported", platform), config.place());
  TRY(config.status());
  if (component.entity.traits.empty()) return invalid("it has no topic that could be used", config.place());
  return ok();
}

}  // namespace hearth::connect::mqtt
