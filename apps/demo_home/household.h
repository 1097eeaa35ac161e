// A simulated household as real MQTT devices: what stands behind the demo when somebody lives in it.
#pragma once

#include <deque>
#include <memory>

#include "bridge_devices.h"
#include "demo_device.h"
#include "simulation/household.h"

namespace hearth::demo {

/// Values that are on their way between a device's protocol and the household. Thread-safe.
class Mailbox {
 public:
  struct Letter {
    std::string key;
    home::Capability capability = home::Capability::None;
    home::Value value;
  };
  void post(Letter letter) {
    letters_.with([&](auto& letters) { letters.push_back(std::move(letter)); });
  }
  std::deque<Letter> take() {
    return letters_.with([](auto& letters) { return std::exchange(letters, {}); });
  }

 private:
  Guarded<std::deque<Letter>> letters_;
};

/// A member of a device's state and the words of a command, in the demo's protocols.
std::string member(home::Capability capability);
Json to_payload(home::Capability capability, const home::Value& value);
/// Unknown when the payload makes no sense.
home::Value from_payload(home::Capability capability, const std::string& payload);

/// Whether that device stands behind the Zigbee2MQTT bridge; the others announce themselves.
bool behind_bridge(const home::Entity& entity);
/// The script of a device that announces itself. `area`: of its room. What it reports comes by `in`, what it is told
/// goes to `out`; both outlive it.
Script announced_device(const home::Entity& entity, const std::string& area, std::shared_ptr<Mailbox> in,
                        std::shared_ptr<Mailbox> out);
/// One that stands behind the bridge. `number`: from 1, no two the same.
struct BridgedDevice {
  ZigbeeDevice device;
  std::string key;
};
BridgedDevice bridged_device(const home::Entity& entity, const std::string& area, uint32_t number);
/// The script of the one client for all of them.
Script household_bridge(const std::vector<BridgedDevice>& bridged, std::shared_ptr<Mailbox> in,
                        std::shared_ptr<Mailbox> out);

/// The household's devices on a broker, in step with a clock. One thread, but for the broker's.
class HouseholdDevices {
 public:
  /// `household` must outlive it. Errors: as MqttClient.
  static Result<std::unique_ptr<HouseholdDevices>> start(const net::MqttOptions& broker,
                                                         simulation::Household& household, uint64_t seed);
  /// Lets the household live until `to`, and devices say what came of it.
  void live(Time to);
  bool ready() const;
  std::string trouble() const;
  void leave();
  size_t size() const { return devices_.size(); }

 private:
  explicit HouseholdDevices(simulation::Household& household) : household_(household) {}

  simulation::Household& household_;
  std::shared_ptr<Mailbox> out_ = std::make_shared<Mailbox>();
  std::vector<std::shared_ptr<Mailbox>> in_;  ///< by entity
  std::vector<std::unique_ptr<DemoDevice>> devices_;
};

}  // namespace hearth::demo
