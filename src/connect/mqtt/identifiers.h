// Names by which two doors can know the same device.
#pragma once

#include <string>
#include <string_view>

namespace hearth::connect::mqtt {

/// An identifier of a discovered device in the form that all doors share: "zigbee:0x00158d0001a2b3c4" for what names an
/// IEEE address ("0x00158D…", "zigbee2mqtt_0x00158d…"), "mqtt:<identifier>" for all else.
std::string shared_identifier(std::string_view identifier);
/// Of a connection: ("mac", "AA:BB:CC:DD:EE:FF") is "mac:aabbccddeeff", ("zigbee", "0x…") is "zigbee:0x…".
std::string shared_connection(std::string_view type, std::string_view address);
/// True for "zigbee:0x…" as the two above write it.
bool is_zigbee(std::string_view identifier);

}  // namespace hearth::connect::mqtt
