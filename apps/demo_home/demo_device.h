// One device of the demo home: an MQTT client of its own and a script of what it does.
#pragma once

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "base/guarded.h"
#include "base/json.h"
#include "net/mqtt_client.h"

namespace hearth::demo {

/// Chance, by seed alone.
class Chance {
 public:
  explicit Chance(uint64_t seed) : bits_(seed) {}
  /// 0 to 1.
  double draw() { return static_cast<double>(bits_() >> 11) * 0x1p-53; }
  double between(double low, double high) { return low + draw() * (high - low); }

 private:
  std::mt19937_64 bits_;
};

/// What a device is and does. `state` is all that it remembers, but for `momentary`.
struct Script {
  std::string id;                               ///< its topics are demo/<id>/…
  std::vector<net::MqttMessage> announcements;  ///< retained
  Json state = Json::object();
  std::vector<std::string> listens;  ///< topics of its commands
  /// What it reports of its state. Sent when it connects and whenever the state changed.
  std::function<std::vector<net::MqttMessage>(const Json& state)> report;
  /// What a command does; a payload that makes no sense does nothing.
  std::function<void(Json& state, const std::string& topic, const std::string& payload)> obey;
  /// Five times a second: what happens by itself.
  std::function<void(Json& state, Chance&)> drift;
  /// Answers a command with its state at once, changed or not; otherwise only what it becomes, and what is asked by
  /// /get.
  bool echoes = true;
  std::string availability = {};  ///< its topic; demo/<id>/availability if empty
  /// Members of the state that tell of one moment, such as a press: forgotten once reported, and also when nobody could
  /// be told.
  std::vector<std::string> momentary = {};
};

/// Thread-safe.
class DemoDevice {
 public:
  /// Connects in the background. Errors: as MqttClient.
  static Result<std::unique_ptr<DemoDevice>> start(net::MqttOptions broker, Script script, uint64_t seed);
  ~DemoDevice();

  /// True once all that it has to say at first is with the broker.
  bool ready() const;
  /// Why it is not, in words; empty when it is.
  std::string trouble() const;
  /// Lets a fifth of a second pass.
  void live();
  /// Says that it goes.
  void leave();

 private:
  struct Body {
    Json state;
    std::vector<net::MqttMessage> reported;  // last
    bool connected = false, announced = false;
    size_t outstanding = 0;  // messages not yet with the broker
    std::string trouble;
  };
  DemoDevice(Script script, uint64_t seed);
  void arrive(const net::MqttStatus& status);
  /// `command`: the topic that asked for it, which is answered even if nothing changed.
  void change(const std::function<void(Json&)>& how, const std::string& command);
  void publish(net::MqttMessage message);
  void forget_moments(Json& state) const;

  const Script script_;
  Chance chance_;
  Guarded<Body> body_;
  std::unique_ptr<net::MqttClient> client_;
};

/// A retained message.
net::MqttMessage retained(std::string topic, const Json& payload);
net::MqttMessage retained(std::string topic, std::string payload);

// The scripts of the devices that announce themselves.
Script living_room_ceiling_light();
Script kitchen_light();
Script tv_plug();
Script coffee_machine();
Script bedroom_fan();
Script blinds();
Script garage_door();
Script front_door_lock();
Script thermostat();
Script kitchen_motion();
Script outdoor_temperature();
/// One client for all that stands behind it.
Script zigbee_bridge();
/// All of these.
std::vector<Script> all_scripts();

/// The common part of a discovery message: name, ids, device with its room, availability.
Json announced(const std::string& id, const std::string& name, const std::string& area, const std::string& model);

}  // namespace hearth::demo
