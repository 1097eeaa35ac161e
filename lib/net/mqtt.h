// The words of MQTT as the rest of the program uses them (MQTT 5.0, docs.oasis-open.org/mqtt/mqtt/v5.0).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace hearth::net {

struct MqttMessage {
  std::string topic;
  std::string payload;
  int qos = 0;            ///< 0 to 2
  bool retained = false;  ///< received: it was kept by the broker, not sent just now; to publish: keep it
};

struct MqttTls {
  std::string ca_file;           ///< PEM; empty: the system's authorities
  std::string certificate_file;  ///< PEM of this client; empty: none is shown
  std::string key_file;          ///< PEM, without a pass phrase
  bool verify = true;            ///< false accepts any certificate of any host: for a closed network only
};

struct MqttOptions {
  std::string host = "localhost";
  uint16_t port = 1883;
  std::string client_id;       ///< unique at the broker
  std::string user, password;  ///< no user: none is sent
  std::optional<MqttTls> tls;
  std::optional<MqttMessage> will;     ///< what the broker publishes when this client is lost
  std::chrono::seconds keepalive{30};  ///< a silent broker is given up after once to twice this; 5 at least
  std::chrono::milliseconds connect_patience{10000};     ///< from the first packet to the broker's word
  std::chrono::milliseconds acknowledge_patience{5000};  ///< beyond a message's own; then the connection is given up
  std::chrono::milliseconds first_wait{1000}, longest_wait{60000};  ///< before trying again, see Backoff
  uint64_t seed = 0;                                                ///< of the waits
  size_t outgoing_capacity = 1000;                                  ///< messages not yet delivered; one more is refused
};

/// Where a client stands with its broker.
struct MqttStatus {
  enum Phase : unsigned char { Connecting, Connected, Waiting, Stopped };
  Phase phase = Connecting;
  int version = 5;     ///< of the protocol, when Connected: 5, or 4 for MQTT 3.1.1
  std::string reason;  ///< why it is Waiting, for people: "the broker refused: bad user name or password"
  std::chrono::milliseconds retry_in{0};  ///< when Waiting
  bool operator==(const MqttStatus&) const = default;
};

}  // namespace hearth::net
