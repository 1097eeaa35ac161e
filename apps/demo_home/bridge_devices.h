// What stands behind the demo's Zigbee2MQTT bridge.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"

namespace hearth::demo {

struct ZigbeeDevice {
  std::string ieee, friendly_name, model, type;
  Json exposes;
  Json state;  ///< at first
};

std::vector<ZigbeeDevice> zigbee_devices();

}  // namespace hearth::demo
