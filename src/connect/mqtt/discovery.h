// Devices that announce themselves as Home Assistant's MQTT discovery has it.
// Source: home-assistant.io, integration "mqtt" (discovery, device discovery, abbreviations).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "connect/mqtt/component_table.h"
#include "connect/mqtt/topics.h"

namespace hearth::connect::mqtt {

/// Reads announcements, of single components and of whole devices, into the table. What one announcement gets wrong
/// costs that entity only. An announcement that repeats itself changes nothing; an empty one takes its entities back.
class Discovery {
 public:
  /// `prefix`: of the announcements' topics. `own`: what Hearth publishes of itself, which no device may claim.
  Discovery(std::string prefix, std::string own) : prefix_(prefix), reserved_{std::move(own), std::move(prefix)} {}

  /// What to subscribe to.
  std::vector<std::string> filters() const { return {prefix_ + "/+/+/config", prefix_ + "/+/+/+/config"}; }
  bool concerns(std::string_view topic) const { return is_announcement(topic, prefix_); }

  /// Errors: InvalidInput for a topic that is none of discovery's, and for an announcement that cannot be read at all;
  /// what it announced before then stays.
  Status take(std::string_view topic, std::string_view payload, ComponentTable& table);

  /// "topic: why", of entities that cannot be used.
  std::vector<std::string> unusable() const;

 private:
  struct Announcement {
    std::string payload;                          // to know a repetition
    std::string device;                           // key of the device it names; empty for none
    std::map<std::string, std::string> keys;      // component (empty in the single form) → key in the table
    std::map<std::string, std::string> unusable;  // component → why
  };
  /// Where an announcement came from, taken from its topic.
  struct Origin {
    std::string platform, object;
  };

  void take_device(const std::string& topic, const Origin& origin, const Json& config, Announcement& next,
                   ComponentTable& table);
  void add(const std::string& topic, const std::string& part, const std::string& platform, const std::string& object,
           const Json& config, Announcement& next, ComponentTable& table);
  void release(const std::string& topic, const std::string& key, ComponentTable& table);
  void drop_device(const std::string& key, ComponentTable& table);
  std::string put_device(const Json& config, ComponentTable& table);

  const std::string prefix_;
  const ReservedTopics reserved_;
  std::map<std::string, Announcement, std::less<>> announcements_;  // by topic
  std::map<std::string, std::string> owners_;  // key in the table → topic; empty: free to be taken over
  std::map<std::string, size_t> devices_;      // how many announcements name a device
};

}  // namespace hearth::connect::mqtt
