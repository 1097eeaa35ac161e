// The running half of MqttDoor: its connection and its thread. Internal.
#pragma once

#include <atomic>
#include <thread>
#include <variant>

#include "base/guarded.h"
#include "base/queue.h"
#include "connect/mqtt/component_table.h"
#include "connect/mqtt/discovery.h"
#include "connect/mqtt/mqtt_door.h"
#include "connect/mqtt/self_announcement.h"
#include "connect/mqtt/zigbee2mqtt.h"
#include "net/mqtt_client.h"

namespace hearth::connect {

class MqttDoor::Worker {
 public:
  Worker(const MqttDoorOptions& options, const Clock& clock, HouseInbox& inbox);
  ~Worker();

  Status start();
  void stop();
  // The door's own, from any thread.
  void order(const flow::Command& command, std::shared_ptr<const home::Home> home);
  void tell(mqtt::Publication publication);
  DoorHealth health() const;
  const std::optional<mqtt::SelfAnnouncement>& announcement() const { return announcement_; }

 private:
  struct Order {
    flow::Command command;
    std::shared_ptr<const home::Home> home;
  };
  using Event = std::variant<net::MqttMessage, net::MqttStatus, Order, mqtt::Publication>;

  // On the client's thread.
  void listen(const std::string& filter);
  void push(Event event);

  // On the worker's thread, which alone touches what stands below.
  void run();
  Duration patience() const;
  void handle(Event& event);
  void take(const net::MqttMessage& message);
  void take(const net::MqttStatus& status);
  void take(Order& order);
  void due();
  void flush(bool complete);
  void publish_health();
  void post(const std::vector<mqtt::Sighting>& sightings, bool retained);
  void send(const flow::Command& command, mqtt::Publications publications);
  Result<mqtt::Publications> publications_of(const Order& order);

  const MqttDoorOptions& options_;
  const Clock& clock_;
  HouseInbox& inbox_;
  std::optional<mqtt::SelfAnnouncement> announcement_;
  Queue<Event> events_;
  std::atomic<uint64_t> in_{0}, out_{0}, lost_{0};
  Guarded<DoorHealth> health_;
  std::unique_ptr<net::MqttClient> client_;
  std::thread thread_;

  mqtt::ComponentTable table_;
  std::optional<mqtt::Discovery> discovery_;
  std::vector<mqtt::Zigbee2Mqtt> bridges_;
  uint64_t unreadable_ = 0;
  std::map<std::string, std::string> broken_;  // by topic: why its last list or announcement could not be read
  std::optional<Duration> flush_at_, settled_at_, settled_latest_;
  Duration flush_latest_{}, health_at_{};
};

}  // namespace hearth::connect
