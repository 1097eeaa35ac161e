// The door to every device on one MQTT broker.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "connect/door.h"
#include "net/mqtt.h"

namespace hearth::connect {

struct MqttDoorOptions {
  std::string name = "mqtt";                            ///< the door's
  net::MqttOptions broker;                              ///< its `will` is the door's own and overwritten
  std::string discovery_prefix = "homeassistant";       ///< empty: no discovery
  std::vector<std::string> zigbee2mqtt{"zigbee2mqtt"};  ///< base topics of bridges
  std::string own_topic = "hearth";  ///< where Hearth tells of itself; empty: it does not appear to Home Assistant
  std::vector<std::string> secure;   ///< names or keys of what lets people in and does not say so: Secure
  std::string version;               ///< of the program
};

/// One connection, one thread of its own; the pure classes of this folder do the thinking. Devices that a storm of
/// retained messages announces are gathered until it pauses for 200 ms, for a second at most, so that thousands make
/// few inventories. Two seconds after the broker has nothing more to announce, one complete inventory says what is gone
/// since the last run.
class MqttDoor final : public Door {
 public:
  /// `clock` must outlive the door.
  MqttDoor(MqttDoorOptions options, const Clock& clock);
  ~MqttDoor() override;

  std::string_view name() const override;
  Status open(HouseInbox& inbox) override;
  /// Set and Stop go to the device; Words become the "last answer" that Home Assistant shows.
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override;
  DoorHealth health() const override;
  void close() override;

  /// What Home Assistant shows of Hearth's own health. Thread-safe.
  void tell_health(bool well, std::string detail);
  /// Likewise of the last answer, whichever door it went through. Thread-safe.
  void tell_answer(std::string text);

 private:
  class Worker;
  const MqttDoorOptions options_;
  const Clock& clock_;
  std::unique_ptr<Worker> worker_;  // while open
};

}  // namespace hearth::connect
