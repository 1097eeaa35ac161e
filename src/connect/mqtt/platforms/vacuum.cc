// Vacuum cleaners and lawn mowers (home-assistant.io, "vacuum.mqtt", "lawn_mower.mqtt"). Both are sent out, halted and
// called home by the same three words of the house: cleaning, paused, docked.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {
namespace {

/// What to publish for each word that the device takes.
using Sends = std::map<std::string, std::pair<CommandTopic, std::string>>;

Output send_one_of(Sends sends) {
  if (sends.empty()) return {};
  return [sends = std::move(sends)](const Value& to, double) -> Result<Publications> {
    const auto found = sends.find(std::get<std::string>(to));
    if (found == sends.end()) return invalid(fmt::format("it cannot be sent to be {}", std::get<std::string>(to)));
    const auto& [topic, payload] = found->second;
    return Publications{TRY(topic.message(payload))};
  };
}

/// A robot in trouble stands still and has a problem.
Status read_state(const std::string& told, Reports& reports) {
  static const std::map<std::string, std::string> kStates{
      {"cleaning", "cleaning"},   {"mowing", "cleaning"}, {"docked", "docked"}, {"paused", "paused"},
      {"returning", "returning"}, {"idle", "idle"},       {"error", "idle"}};
  const auto state = kStates.find(told);
  if (state == kStates.end()) return invalid(fmt::format("\"{}\" is no state of a robot", told.substr(0, 80)));
  reports.push_back({Capability::Vacuum, state->second});
  reports.push_back({Capability::Problem, told == "error"});
  return ok();
}

void add_robot(Component& component, Sends sends, bool sensed) {
  std::vector<std::string> words;
  for (const auto& [word, send] : sends) words.push_back(word);
  if (sends.empty() && !sensed) return;
  add_trait(component, Capability::Vacuum, sensed, send_one_of(std::move(sends))).options = std::move(words);
  if (sensed) add_trait(component, Capability::Problem, true);
}

}  // namespace

void make_vacuum(ConfigReader& config, Component& component) {
  const std::vector<std::string> features = config.list("supported_features", {"start", "stop", "return_home"});
  const auto can = [&](std::string_view feature) { return std::ranges::find(features, feature) != features.end(); };
  Sends sends;
  if (const std::optional<CommandTopic> command = config.command("command_topic", "")) {
    if (can("start")) sends.emplace("cleaning", std::pair(*command, config.text("payload_start", "start")));
    if (can("pause")) sends.emplace("paused", std::pair(*command, config.text("payload_pause", "pause")));
    if (can("return_home")) {
      sends.emplace("docked", std::pair(*command, config.text("payload_return_to_base", "return_to_base")));
    }
  }
  const bool sensed = config.has("state_topic");
  config.json_input(component, "state_topic", [](const Payload& payload, Reports& reports) -> Status {
    const Json* state = payload.member("state");
    if (const Json* battery = payload.member("battery_level"); battery != nullptr && battery->is_number()) {
      reports.push_back({Capability::Battery, std::clamp(battery->get<double>(), 0.0, 100.0)});
    }
    if (state != nullptr && state->is_string()) return read_state(state->get<std::string>(), reports);
    return payload.json() != nullptr ? ok() : invalid("expected JSON with \"state\"");
  });
  add_robot(component, std::move(sends), sensed);
  if (sensed) add_trait(component, Capability::Battery, true);
}

void make_lawn_mower(ConfigReader& config, Component& component) {
  Sends sends;
  const auto takes = [&](const char* word, const std::string& verb) {
    const std::optional<CommandTopic> command = config.command(verb + "_command_topic", verb + "_command_template");
    if (command) sends.emplace(word, std::pair(*command, verb));
  };
  takes("cleaning", "start_mowing");
  takes("paused", "pause");
  takes("docked", "dock");
  const bool sensed = config.input(component, "activity_state_topic", "activity_value_template",
                                   [](const std::string& text, Reports& reports) -> Status {
                                     if (text.empty()) return ok();
                                     if (text != "None") return read_state(text, reports);
                                     reports.push_back({Capability::Vacuum, {}});
                                     return ok();
                                   });
  add_robot(component, std::move(sends), sensed);
}

}  // namespace hearth::connect::mqtt
