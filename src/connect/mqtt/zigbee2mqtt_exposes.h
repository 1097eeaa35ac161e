// From the exposes of one Zigbee2MQTT device to its entities. Source: zigbee2mqtt.io, guide/usage "Exposes".
#pragma once

#include <string>
#include <vector>

#include "connect/mqtt/component.h"

namespace hearth::connect::mqtt {

struct ExposedDevice {
  std::string base;           ///< the bridge's base topic
  std::string ieee;           ///< as the bridge writes it
  std::string friendly_name;  ///< part of its topics; may contain "/"
  std::string name;           ///< what people call it
  bool awake = true;          ///< answers when it is asked: not a sleeping device on batteries

  std::string state_topic() const { return base + "/" + friendly_name; }
  std::string set_topic() const { return state_topic() + "/set"; }
};

/// One expose or feature, its members checked.
struct Feature {
  std::string type, name, property, endpoint, label, unit;
  unsigned access = 0;
  double low = 0, high = 0, step = 0;
  Json value_on, value_off;
  std::vector<std::string> values;
  const Json* json = nullptr;  ///< borrowed from the list

  bool published() const { return (access & 1) != 0; }
  bool settable() const { return (access & 2) != 0; }
  bool gettable() const { return (access & 4) != 0; }
};
/// Nothing for what is no expose.
std::optional<Feature> read_feature(const Json& json);

/// All entities of `definition`, which is an object. Appends "name: why" for each expose that cannot be used.
std::vector<Component> components_of(const ExposedDevice& device, const Json& definition,
                                     std::vector<std::string>& unusable);

/// A component with its key ("<ieee>/<part>"), topic, device and availability, without traits. `suffix`: what its name
/// has beyond the device's, empty for the device's main purpose.
Component begin_component(const ExposedDevice& device, const std::string& part, std::string kind,
                          std::string device_class, const std::string& suffix);
/// One message to the device's set topic.
Publications set_message(const ExposedDevice& device, Json payload, double over_s = 0);

/// The message that asks for the state of `feature`, if the device can answer it. The bridge retains no states, so
/// after a start nothing would be known until something changes.
Publications ask_message(const ExposedDevice& device, const Feature& feature);

/// light, switch, fan, cover, lock, climate. False when the features make no sense for it.
bool add_specific(const ExposedDevice& device, const Feature& expose, std::vector<Component>& out);
/// binary, numeric, enum, text, list; composites by their features. `path`: the composites around it.
void add_generic(const ExposedDevice& device, const Feature& expose, const std::vector<std::string>& path,
                 std::vector<Component>& out);

}  // namespace hearth::connect::mqtt
