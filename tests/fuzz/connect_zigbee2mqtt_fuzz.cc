// A bridge's list of devices (up to an empty line; then a payload for their topics) is refused or makes entities that
// keep to the rules; repeating it changes nothing, and an empty list leaves nothing.
#include "connect/mqtt/zigbee2mqtt.h"

#include "connect_mqtt_home.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth::connect::mqtt;
  const std::string_view whole(reinterpret_cast<const char*>(data), size);
  const size_t gap = whole.find("\n\n");
  const std::string list(whole.substr(0, gap));
  const std::string payload(gap == std::string_view::npos ? std::string_view() : whole.substr(gap + 2));

  Zigbee2Mqtt bridge("zigbee2mqtt");
  ComponentTable table;
  static_cast<void>(bridge.take("zigbee2mqtt/bridge/groups", payload, table).ok());
  if (!bridge.take("zigbee2mqtt/bridge/devices", list, table).ok()) {
    CHECK(table.size() == 0);
    return 0;
  }
  exercise(table, payload);
  static_cast<void>(bridge.unusable());
  CHECK(bridge.take("zigbee2mqtt/bridge/devices", list, table).ok());
  CHECK(!table.changed());
  CHECK(bridge.take("zigbee2mqtt/bridge/devices", "[]", table).ok());
  CHECK(table.size() == 0);
  return 0;
}
