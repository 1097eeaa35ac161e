// For tests: a table fed by hand, and what it then knows and would publish.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "connect/mqtt/discovery.h"
#include "connect/mqtt/zigbee2mqtt.h"
#include "home/merge.h"

namespace hearth::connect::mqtt {

class BrokerHome {
 public:
  Discovery discovery{"homeassistant", "hearth"};
  Zigbee2Mqtt bridge{"zigbee2mqtt"};
  ComponentTable table;
  home::Home home;
  std::map<std::pair<std::string, Capability>, Value> values;  // by key and capability
  Duration now{};

  /// As the door does: announcements to those who read them, then everything to the table.
  Status hear(const std::string& topic, const std::string& payload, bool retained = false) {
    Status status = ok();
    if (discovery.concerns(topic)) status = discovery.take(topic, payload, table);
    if (topic.starts_with("zigbee2mqtt/bridge/") && !topic.ends_with("/state")) {
      status = bridge.take(topic, payload, table);
    }
    keep(table.take(topic, payload, retained, now));
    return status;
  }
  void pass(Duration by) {
    now += by;
    keep(table.take_due(now));
  }
  TableChanges flush(bool complete = false) {
    TableChanges changes = table.flush("mqtt", complete);
    if (changes.listing) home = home::merge(home, *changes.listing);
    return changes;
  }
  /// Announces and flushes.
  void announce(const std::string& topic, const std::string& payload) {
    const Status status = hear(topic, payload, true);
    ASSERT_TRUE(status.ok()) << to_string(status.error());
    flush();
  }

  const Value* value(const std::string& key, Capability capability) const {
    const auto found = values.find({key, capability});
    return found == values.end() ? nullptr : &found->second;
  }
  std::string shown(const std::string& key, Capability capability) const {
    const Value* found = value(key, capability);
    return found == nullptr ? "never" : home::to_text(*found);
  }
  double number(const std::string& key, Capability capability) const {
    const Value* found = value(key, capability);
    return found == nullptr || found->index() != 2 ? -1e9 : std::get<double>(*found);
  }
  /// "topic payload", joined by " | "; "error: …" when it is refused.
  std::string command(const std::string& key, Capability capability, const Value& to, double over_s = 0) const {
    const Result<Publications> made = table.command(key, capability, to, over_s);
    if (!made.ok()) return "error: " + made.error().message;
    std::string out;
    for (const Publication& publication : *made) {
      out += (out.empty() ? "" : " | ") + publication.topic + " " + publication.payload;
    }
    return out;
  }
  const home::Trait* trait(const std::string& key, Capability capability) const {
    const home::Entity* entity = table.entity(key);
    if (entity == nullptr) return nullptr;
    for (const home::Trait& trait : entity->traits) {
      if (trait.capability == capability) return &trait;
    }
    return nullptr;
  }
  std::string name(const std::string& key) const {
    return std::string(home.display_name(home.find(home.door("mqtt"), key)));
  }
  /// "gone" when the house does not show it, "nowhere" without an area.
  std::string area(const std::string& key) const {
    const home::Entity* entity = home.entity(home.find(home.door("mqtt"), key));
    if (entity == nullptr) return "gone";
    const home::AreaId area = home.area_of(*entity);
    return area ? std::string(home.display_name(area)) : "nowhere";
  }

 private:
  void keep(const std::vector<Sighting>& sightings) {
    for (const Sighting& sighting : sightings) {
      values[{sighting.key, sighting.report.capability}] = sighting.report.value;
    }
  }
};

}  // namespace hearth::connect::mqtt
