// Reads one component of a discovery message: members with their defaults, topics checked, templates compiled.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/mqtt/component.h"
#include "connect/mqtt/topics.h"
#include "text/jinja.h"

namespace hearth::connect::mqtt {

/// A topic to publish to, with its template. Copyable; renders nothing that costs more than the template's budget.
struct CommandTopic {
  std::string topic;
  std::optional<text::Template> content;
  int qos = 1;
  bool retain = false;

  /// `value`: what the template knows as `value`, and what is sent where there is none. `more`: further variables.
  Result<Publication> message(const Json& value, const Json& more = Json::object()) const;
};

/// What a text says of an entity, once its template has been applied.
using Decode = std::function<Status(const std::string& text, Reports&)>;

/// Borrows the JSON, whose keys are long already. The first thing that is wrong sticks: read everything, then ask
/// status(). Keys that nobody reads are ignored, as the convention wants.
class ConfigReader {
 public:
  /// `place`: topic, and component in the device form; errors carry it with the key. `reserved`:
  /// topics that no device may claim.
  ConfigReader(const Json& config, std::string place, ReservedTopics reserved)
      : config_(config), place_(std::move(place)), reserved_(std::move(reserved)) {}

  bool has(std::string_view key) const { return find(key) != nullptr; }
  /// True when the config says null, by which a device tells that it does not know a command.
  bool is_null(std::string_view key) const;
  /// Numbers and truth values become text as Python writes them, which devices are written for.
  std::string text(std::string_view key, std::string fallback = {});
  double number(std::string_view key, double fallback);
  bool flag(std::string_view key, bool fallback);
  std::vector<std::string> list(std::string_view key, std::vector<std::string> fallback = {});
  /// Empty when there is none.
  std::string topic(std::string_view key);
  std::optional<text::Template> content(std::string_view key);
  /// Nothing when there is no such topic. Commands are sent with at least `qos` 1, for a value repeated does no harm;
  /// `once` keeps to what the config says (a press must not come twice).
  std::optional<CommandTopic> command(std::string_view topic_key, std::string_view template_key, bool once = false);
  /// Adds the input, if the config has the topic. True when it does.
  bool input(Component& component, std::string_view topic_key, std::string_view template_key, Decode decode);
  /// An input that reads JSON itself, without a template.
  void json_input(Component& component, std::string_view topic_key,
                  std::function<Status(const Payload&, Reports&)> read);

  void fail(std::string_view key, std::string message);
  Status status() const { return error_ ? Status(*error_) : ok(); }
  const std::string& place() const { return place_; }

 private:
  const Json* find(std::string_view key) const;

  const Json& config_;
  const std::string place_;
  const ReservedTopics reserved_;
  std::optional<Error> error_;
};

/// "21.5" as a number; nothing for anything else ("nan", "", "21,5").
std::optional<double> parse_number(std::string_view text);

// The usual ways to decode. "None" is unknown, an empty text says nothing (home-assistant.io, "mqtt").
Decode decode_switch(Capability capability, std::string on, std::string off);
Decode decode_number(Capability capability, std::function<double(double)> convert = {});
Decode decode_word(Capability capability, std::vector<std::string> options = {});

}  // namespace hearth::connect::mqtt
