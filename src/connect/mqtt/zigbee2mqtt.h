// Devices behind a Zigbee2MQTT bridge, as its retained topics describe them.
// Source: zigbee2mqtt.io, guide/usage "Exposes" and "MQTT topics and messages".
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "connect/mqtt/component_table.h"

namespace hearth::connect::mqtt {

/// One bridge. Reads its list of devices and its groups into the table; the states then reach the table by themselves.
/// The bridge knows no rooms: a device's area is what stands before the first "/" of its name ("Living room/lamp"),
/// else the one group with a room's name that it belongs to. Groups are no entities: people speak to rooms.
class Zigbee2Mqtt {
 public:
  /// `base`: the bridge's base topic, "zigbee2mqtt" unless it was changed.
  explicit Zigbee2Mqtt(std::string base) : base_(std::move(base)) {}

  /// What to subscribe to beside what the table asks for.
  std::vector<std::string> topics() const { return {base_ + "/bridge/devices", base_ + "/bridge/groups"}; }

  /// Takes one message of those topics. What a list no longer names is removed; what did not change is left alone.
  /// Errors: InvalidInput for a list that cannot be read; what was known then stays.
  Status take(std::string_view topic, std::string_view payload, ComponentTable& table);

  /// "name: why", of devices and parts of them that cannot be used.
  std::vector<std::string> unusable() const;

 private:
  struct Known {
    std::string described;  // what it was made from
    std::vector<std::string> keys;
    std::vector<std::string> unusable;
  };
  Status take_devices(const Json& list, ComponentTable& table);
  Status take_groups(const Json& list, ComponentTable& table);
  void put(const Json& device, const std::string& ieee, ComponentTable& table);
  void drop(const std::string& ieee, ComponentTable& table);
  std::string area_of(const std::string& ieee, const std::string& friendly_name) const;

  std::string base_;
  std::map<std::string, Known> devices_;                      // by IEEE address
  std::map<std::string, std::set<std::string>> room_groups_;  // IEEE address → names of room-like groups
  Json last_devices_;
};

}  // namespace hearth::connect::mqtt
