// What stands behind the demo's Zigbee2MQTT bridge.
#pragma once

#include <string>
#include <vector>

#include "demo_device.h"

namespace hearth::demo {

struct ZigbeeDevice {
  std::string ieee, friendly_name, model, type;
  Json exposes;
  Json state;  ///< at first
};

std::vector<ZigbeeDevice> zigbee_devices();

/// A bridge with these devices that says and announces what a real one does; obeying and changing are left open.
Script bridge_of(const std::vector<ZigbeeDevice>& devices);

// Exposes, as the bridge describes what a device can do.
Json binary_expose(const char* name, const Json& on, const Json& off);
/// `low` == `high`: no bounds. `access`: 1 published, 2 settable, 4 can be asked for, added up.
Json numeric_expose(const char* name, const char* unit, int access, double low, double high);
Json light_expose(bool dims, bool white, bool color);

}  // namespace hearth::demo
