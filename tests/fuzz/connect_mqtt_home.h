// What must hold of a table of components whatever a stranger announced.
#pragma once

#include <string>

#include "connect/mqtt/component_table.h"
#include "connect/mqtt/topics.h"
#include "home/merge.h"

namespace hearth::connect::mqtt {

/// Lists, hears `payload` on every topic, and commands everything. Checks that topics are ones that a stranger may
/// announce, that values are of the kind that the house expects, and that listing everything again changes nothing.
inline void exercise(ComponentTable& table, const std::string& payload) {
  const ReservedTopics reserved{"hearth", "homeassistant"};
  const TableChanges changes = table.flush("mqtt", false);
  home::Home home;
  if (changes.listing) home = home::merge(home, *changes.listing);
  for (const std::string& topic : changes.subscribe) {
    CHECK(check_announced_topic(topic, reserved).ok());
    for (const std::string& text :
         {payload, std::string("ON"), std::string("50"), std::string("online"), std::string()}) {
      for (const Sighting& sighting : table.take(topic, text, text == "50", Duration{1})) {
        CHECK(home::fits(sighting.report.capability, sighting.report.value));
        CHECK(home.find(home.door("mqtt"), sighting.key));
      }
    }
  }
  const Value values[] = {true, false, 0.0, 42.0, 100.0, -1e300, std::string("#12ab9f"), payload};
  for (const home::Entity& entity : home.entities) {
    for (const home::Trait& trait : entity.traits) {
      for (const Value& value : values) {
        const Result<Publications> made = table.command(entity.key, trait.capability, value, 2);
        if (!made.ok()) continue;
        for (const Publication& publication : *made) CHECK(check_announced_topic(publication.topic, reserved).ok());
      }
    }
    static_cast<void>(table.stop(entity.key).ok());
  }
  static_cast<void>(table.take_due(std::chrono::hours(100'000)));
  const TableChanges again = table.flush("mqtt", true);
  CHECK(again.subscribe.empty() && again.unsubscribe.empty() && again.listing->removed.empty());
  home::Home same = home::merge(home, *again.listing);
  same.version = home.version;
  CHECK(home.doors.empty() || same == home);
}

}  // namespace hearth::connect::mqtt
