// The sensors of a recording: what they are, by what the file calls them and what they say.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/recording/row_format.h"
#include "home/things.h"

namespace hearth::connect {

/// Learns the sensors in a first pass over the rows, then explains their values in a second.
class Sensors {
 public:
  static constexpr size_t kMost = 2000;

  /// False when there are too many sensors to take another.
  bool note(const Row& row);
  /// After the last note(): decides what each sensor is. Sensors become entities in the order of their keys, rooms
  /// become areas by name; the listing is complete.
  home::Listing settle(std::string door);

  /// An observed value in the canonical unit: CASAS thermometers that average above 45 are taken to show Fahrenheit.
  struct Reading {
    home::EntityId entity;  ///< local to the listing: its place there, from 1
    home::Capability capability = home::Capability::None;
    home::Value value;
  };
  /// Nothing when the sensor is unknown or the value is not of the kind that it mostly reports.
  std::optional<Reading> read(const Row& row) const;

 private:
  struct Sensor {
    std::string name, room, type;
    uint64_t switched = 0, measured = 0;  // how many values were words, how many numbers
    double sum = 0;                       // of the numbers
    uint32_t place = 0;
    home::Capability capability = home::Capability::None;
    bool fahrenheit = false;
  };
  static home::Capability capability_of(const std::string& key, const Sensor& sensor);
  static home::Entity entity_of(const std::string& key, const Sensor& sensor);

  std::map<std::string, Sensor, std::less<>> sensors_;
};

}  // namespace hearth::connect
