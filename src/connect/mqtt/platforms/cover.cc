// Covers and valves (home-assistant.io, "cover.mqtt", "valve.mqtt"): percent open, 100 is open.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {
namespace {

/// Between the device's numbers for closed and open and percent.
struct Scale {
  double closed = 0, open = 100;
  double percent(double told) const { return std::clamp(100 * (told - closed) / (open - closed), 0.0, 100.0); }
  double told(double percent) const { return std::round(closed + percent * (open - closed) / 100); }
};

Scale scale(ConfigReader& config, const char* closed_key, const char* open_key) {
  Scale out{config.number(closed_key, 0), config.number(open_key, 100)};
  if (out.open == out.closed) config.fail(open_key, "open and closed are the same number");
  return out;
}

/// "open" and "closed" as positions; what moves says nothing yet.
Decode decode_state(ConfigReader& config) {
  struct Words {
    std::string open, closed, opening, closing, stopped;
  };
  const Words words{config.text("state_open", "open"), config.text("state_closed", "closed"),
                    config.text("state_opening", "opening"), config.text("state_closing", "closing"),
                    config.text("state_stopped", "stopped")};
  return [words](const std::string& text, Reports& reports) -> Status {
    if (text == words.open) {
      reports.push_back({Capability::Position, 100.0});
    } else if (text == words.closed) {
      reports.push_back({Capability::Position, 0.0});
    } else if (text == "None") {
      reports.push_back({Capability::Position, {}});
    } else if (!text.empty() && text != words.opening && text != words.closing && text != words.stopped) {
      return invalid(fmt::format("\"{}\" is no state of a cover", text.substr(0, 80)));
    }
    return ok();
  };
}

Output send_position(const std::optional<CommandTopic>& command, Scale by) {
  if (!command) return {};
  return [command = *command, by](const Value& to, double) -> Result<Publications> {
    const double percent = std::clamp(std::get<double>(to), 0.0, 100.0);
    const long told = std::lround(by.told(percent));
    return Publications{TRY(command.message(told, {{"position", told}, {"tilt_position", told}}))};
  };
}

Output send_ends(const CommandTopic& command, std::string open, std::string close) {
  return [=](const Value& to, double) -> Result<Publications> {
    const double percent = std::get<double>(to);
    if (percent != 0 && percent != 100) return invalid("it only opens (100) and closes (0)");
    return Publications{TRY(command.message(percent == 100 ? open : close))};
  };
}

void add_tilt(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("tilt_command_topic", "tilt_command_template");
  const Scale by{config.number("tilt_min", 0), config.number("tilt_max", 100)};
  if (by.open == by.closed) return config.fail("tilt_max", "the same as tilt_min");
  const bool sensed = config.input(component, "tilt_status_topic", "tilt_status_template",
                                   decode_number(Capability::Tilt, [by](double told) { return by.percent(told); }));
  if (!command && !sensed) return;
  add_trait(component, Capability::Tilt, sensed, send_position(command, by)).high = 100;
}

}  // namespace

void make_cover(ConfigReader& config, Component& component) {
  const Scale by = scale(config, "position_closed", "position_open");
  const std::optional<CommandTopic> ends = config.command("command_topic", "");
  const std::optional<CommandTopic> position = config.command("set_position_topic", "set_position_template");
  const std::string open = config.text("payload_open", "OPEN");
  const std::string close = config.text("payload_close", "CLOSE");
  bool sensed = config.input(component, "position_topic", "position_template",
                             decode_number(Capability::Position, [by](double told) { return by.percent(told); }));
  const Decode states = decode_state(config);
  if (!sensed) sensed = config.input(component, "state_topic", "value_template", states);
  if (position) {
    add_trait(component, Capability::Position, sensed, send_position(position, by)).high = 100;
  } else if (ends) {
    home::Trait& trait = add_trait(component, Capability::Position, sensed, send_ends(*ends, open, close));
    trait.high = trait.step = 100;
  } else if (sensed) {
    add_trait(component, Capability::Position, true).high = 100;
  }
  add_tilt(config, component);
  if (!ends || config.is_null("payload_stop")) return;
  const Result<Publication> stop = ends->message(config.text("payload_stop", "STOP"));
  if (stop.ok()) component.stop = [stop = *stop] { return Publications{stop}; };
}

void make_valve(ConfigReader& config, Component& component) {
  const bool reports = config.flag("reports_position", false);
  const Scale by = scale(config, "position_closed", "position_open");
  const std::optional<CommandTopic> command = config.command("command_topic", "command_template");
  const Decode position = decode_number(Capability::Position, [by](double told) { return by.percent(told); });
  const bool sensed =
      config.input(component, "state_topic", "value_template", reports ? position : decode_state(config));
  if (!command && !sensed) return;
  Output output = reports ? send_position(command, by) : Output{};
  if (!reports && command) {
    output = send_ends(*command, config.text("payload_open", "OPEN"), config.text("payload_close", "CLOSE"));
  }
  home::Trait& trait = add_trait(component, Capability::Position, sensed, std::move(output));
  trait.high = 100;
  if (!reports) trait.step = 100;
}

}  // namespace hearth::connect::mqtt
