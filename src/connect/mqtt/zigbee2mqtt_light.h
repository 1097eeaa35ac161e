// Lights behind Zigbee2MQTT: brightness 0–254, colour temperature in mired, colour as xy or hue and saturation.
#pragma once

#include <map>

#include "connect/mqtt/zigbee2mqtt_exposes.h"

namespace hearth::connect::mqtt {

/// Adds what `features` (by name) let the light do.
void add_light(Component& component, const ExposedDevice& device,
               const std::map<std::string, Feature, std::less<>>& features);

}  // namespace hearth::connect::mqtt
