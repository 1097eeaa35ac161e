// What Home Assistant's device classes measure (home-assistant.io: integrations "binary_sensor", "sensor"), for
// discovery and for Zigbee2MQTT, whose property names mean the same things.
#pragma once

#include <string_view>

#include "home/capability.h"

namespace hearth::connect::mqtt {

/// What "on" of a binary sensor means. `inverted`: on is what the house calls false (class lock: on = unlocked).
struct BinaryClass {
  home::Capability capability = home::Capability::OnOff;
  bool inverted = false;
};
/// An unknown or empty class is plainly on or off.
BinaryClass binary_class(std::string_view device_class);

/// Number for a class that the house has no quantity for; Text for words, dates and times; None for an empty class.
home::Capability sensor_class(std::string_view device_class);

/// Home Assistant's device class for a property that a Zigbee2MQTT device publishes; empty where it has none.
std::string_view class_of_property(std::string_view property, bool binary);

}  // namespace hearth::connect::mqtt
