// One connection to a broker from CONNECT to its end: libmosquitto without its threads and callbacks. Internal.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/mqtt.h"

struct mosquitto;

namespace hearth::net {

/// Used by one thread. What happens is noted by `turn` (and by publish itself) and collected with take_events.
class MqttSession {
 public:
  struct Event {
    enum Kind : unsigned char { Accepted, Refused, Acknowledged, Subscribed, Message } kind;
    int id = 0;    // of the publish or subscribe
    int code = 0;  // MQTT 5 reason; from 128 it is a refusal
    MqttMessage message;
  };

  /// Opens the TCP connection and sends CONNECT. `version` is 5 or 4. Errors: Unavailable, InvalidInput (an option that
  /// cannot be used, such as a file that cannot be read).
  static Result<std::unique_ptr<MqttSession>> open(const MqttOptions& options, int version);
  ~MqttSession();
  MqttSession(const MqttSession&) = delete;
  MqttSession& operator=(const MqttSession&) = delete;

  int socket() const;
  bool wants_write() const;
  /// Reads and writes what can be at once. An Error is the end of the connection.
  Status turn();
  std::vector<Event> take_events();

  /// Return the id that the event of the broker's reply carries.
  Result<int> publish(const MqttMessage& message);
  Result<int> subscribe(const std::string& filter, int qos);
  Status unsubscribe(const std::string& filter);
  /// Takes leave, so that the broker does not publish the will.
  void disconnect();

 private:
  MqttSession() = default;
  Status configure(const MqttOptions& options);
  Status configure_tls(const MqttTls& tls);
  void listen();
  std::string describe(int code) const;

  mosquitto* handle_ = nullptr;
  int version_ = 5;
  int lost_code_ = 0;       // why the broker said goodbye
  std::string last_error_;  // libmosquitto's log, which alone knows what ails TLS
  std::vector<Event> events_;
};

/// The reason code of a CONNACK, PUBACK, SUBACK or DISCONNECT in words.
std::string reason_text(int code);
/// Whether the broker's word means that it does not speak this version.
bool refuses_version(int code);

/// Whether `topic` is one that `filter` (with + and #) asks for.
bool topic_matches(const std::string& filter, const std::string& topic);
/// Whether it may be published to, or subscribed to. InvalidInput says what is wrong.
Status check_topic(const std::string& topic);
Status check_filter(const std::string& filter);

}  // namespace hearth::net
