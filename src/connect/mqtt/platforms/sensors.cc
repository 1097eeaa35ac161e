// What only reports (home-assistant.io, "binary_sensor.mqtt", "sensor.mqtt", "event.mqtt").
#include <fmt/format.h>

#include <algorithm>

#include "connect/mqtt/device_classes.h"
#include "connect/mqtt/platforms/platforms.h"
#include "connect/mqtt/units.h"

namespace hearth::connect::mqtt {

void make_binary_sensor(ConfigReader& config, Component& component) {
  const BinaryClass meaning = binary_class(config.text("device_class"));
  std::string on = config.text("payload_on", "ON");
  std::string off = config.text("payload_off", "OFF");
  if (meaning.inverted) std::swap(on, off);
  if (!config.input(component, "state_topic", "value_template", decode_switch(meaning.capability, on, off))) {
    return config.fail("state_topic", "a binary sensor needs one");
  }
  component.off_delay = from_seconds(std::clamp(config.number("off_delay", 0), 0.0, 1e7));
  component.expire_after = from_seconds(std::clamp(config.number("expire_after", 0), 0.0, 1e7));
  add_trait(component, meaning.capability, true);
}

void make_sensor(ConfigReader& config, Component& component) {
  const std::string unit = config.text("unit_of_measurement");
  Capability capability = sensor_class(config.text("device_class"));
  if (capability == Capability::None) {
    const bool measures = !unit.empty() || config.has("state_class") || config.has("suggested_display_precision");
    capability = measures ? Capability::Number : Capability::Text;
  }
  Conversion by;
  if (capability != Capability::Number && capability != Capability::Text) {
    const std::optional<Conversion> known = conversion(capability, unit);
    if (!known) {
      return config.fail("unit_of_measurement",
                         fmt::format("\"{}\" does not measure {}", unit, home::facts(capability).name));
    }
    by = *known;
  }
  const Decode decode = capability == Capability::Text
                            ? decode_word(capability)
                            : decode_number(capability, [by](double told) { return by.to_house(told); });
  if (!config.input(component, "state_topic", "value_template", decode)) {
    return config.fail("state_topic", "a sensor needs one");
  }
  component.expire_after = from_seconds(std::clamp(config.number("expire_after", 0), 0.0, 1e7));
  add_trait(component, capability, true).options = config.list("options");
}

void make_event(ConfigReader& config, Component& component) {
  const std::vector<std::string> types = config.list("event_types");
  if (types.empty()) return config.fail("event_types", "an event needs at least one");
  const auto decode = [types](const std::string& text, Reports& reports) -> Status {
    if (text.empty()) return ok();
    const Result<Json> event = parse_json(text, {}, Payload::kLongestState);
    const bool named =
        event.ok() && event->is_object() && event->contains("event_type") && (*event)["event_type"].is_string();
    if (!named) return invalid("an event without event_type");
    std::string type = (*event)["event_type"].get<std::string>();
    if (std::ranges::find(types, type) == types.end()) {
      return invalid(fmt::format("\"{}\" is none of {}", type.substr(0, 80), fmt::join(types, ", ")));
    }
    reports.push_back({Capability::Press, std::move(type)});
    return ok();
  };
  if (!config.input(component, "state_topic", "value_template", decode)) {
    return config.fail("state_topic", "an event needs one");
  }
  add_trait(component, Capability::Press, true).options = types;
}

}  // namespace hearth::connect::mqtt
