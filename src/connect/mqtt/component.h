// One entity on the broker: which topics tell of it, and what to publish to command it. Discovery and Zigbee2MQTT both
// make these; what they have in common (routing, availability, expiry) is in component_table.h.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/time.h"
#include "connect/mqtt/payload.h"
#include "home/things.h"

namespace hearth::connect::mqtt {

using home::Capability;
using home::Value;

/// What one message said of an entity, in canonical units.
struct Report {
  Capability capability = Capability::None;
  Value value;
  bool operator==(const Report&) const = default;
};
using Reports = std::vector<Report>;

/// One message to publish.
struct Publication {
  std::string topic, payload;
  int qos = 0;
  bool retain = false;
  bool operator==(const Publication&) const = default;
};
using Publications = std::vector<Publication>;

/// A topic that tells something. `read` appends what it says, possibly nothing.
/// Errors: InvalidInput for a payload that this entity never should have sent.
struct Input {
  std::string topic;
  std::function<Status(const Payload&, Reports&)> read;
};

/// A topic that tells whether the device can be reached; nothing = this payload does not say.
struct Availability {
  std::string topic;
  std::function<std::optional<bool>(const Payload&)> read;
};
/// How several availability topics add up. `Latest`: the last word counts. `All`, `Any`: over all topics, heard or not.
/// `AllHeard`: over those that have spoken (Zigbee2MQTT's per-device availability is optional).
enum class AvailabilityMode : uint8_t { Latest, All, Any, AllHeard };

/// What to publish for `to`, which may take `over_s` seconds where the device can do that.
/// Errors: InvalidInput for a value that the device does not take.
using Output = std::function<Result<Publications>(const Value& to, double over_s)>;

/// A device as its protocol tells it. `area`: a room's name, empty where none is told.
struct DeviceInfo {
  home::Device device;
  std::string area;
  bool operator==(const DeviceInfo&) const = default;
};

/// Immutable once it is in the table. `entity.device` and `entity.area` are filled by the table; `device` is the key of
/// its DeviceInfo there, empty where it belongs to none.
struct Component {
  home::Entity entity;
  std::string device;
  std::vector<Input> inputs;
  std::map<Capability, Output> outputs;
  std::function<Publications()> stop;  ///< of a cover; empty where there is nothing to stop
  Publications ask;                    ///< makes the device tell its state, where the broker does not retain it
  std::vector<Availability> availability;
  AvailabilityMode availability_mode = AvailabilityMode::Latest;
  Duration expire_after{};  ///< with no report for so long its values are unknown; 0 = never
  Duration off_delay{};     ///< so long after it said true it counts as false; 0 = never
};

/// How risky the riskier direction of an entity is, by Home Assistant's words for it.
/// What an entity is called: its device's name with its own behind it, but neither said twice ("front door contact" and
/// "contact" make no "front door contact contact").
std::string entity_name(const std::string& device, const std::string& own);

home::Tier tier_of(std::string_view kind, std::string_view device_class);

/// Adds a trait, and what it is set by where `output` is given. `sensed` = some input reports it.
home::Trait& add_trait(Component& component, Capability capability, bool sensed, Output output = {});

}  // namespace hearth::connect::mqtt
