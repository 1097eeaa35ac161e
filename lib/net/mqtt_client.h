// A lasting relation with an MQTT broker: connects, stays, comes back.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "net/mqtt.h"

namespace hearth::net {

/// Speaks MQTT 5, and 3.1.1 with a broker that refuses it. Lost connections are taken up again with growing waits, and
/// every subscription with them; messages not yet delivered are sent again (so one may arrive twice).
///
/// All methods are thread-safe and none waits, but for stop. Handlers run on the client's own thread, one at a time;
/// they may call any method but stop, and must not block.
class MqttClient {
 public:
  using MessageHandler = std::function<void(const MqttMessage&)>;
  using Completion = std::function<void(Status)>;
  using StatusHandler = std::function<void(const MqttStatus&)>;

  /// Returns at once; the broker need not be there. Errors: InvalidInput for options that can never work.
  static Result<std::unique_ptr<MqttClient>> start(const MqttOptions& options, StatusHandler on_status = {});
  /// Stops.
  ~MqttClient();
  MqttClient(const MqttClient&) = delete;
  MqttClient& operator=(const MqttClient&) = delete;

  /// Now and after every reconnection. A second call with the same filter replaces the first. A message goes to every
  /// handler whose filter matches; a broker may send it once for each of several that overlap. `done` hears each reply
  /// of the broker: Denied when it refuses.
  /// Errors: InvalidInput (filter or qos).
  Status subscribe(const std::string& filter, int qos, MessageHandler handler, Completion done = {});
  void unsubscribe(const std::string& filter);

  /// `done` hears exactly once: with qos 0 that it was written, else that the broker has it; Denied when the broker
  /// refuses it, Timeout when it was not handed over within `patience` (a command that comes late may be worse than
  /// none), Cancelled when the client stops first.
  /// Errors, with `done` not called: InvalidInput (topic, qos), Unavailable (as many as may wait already do; stopped).
  Status publish(MqttMessage message, Completion done = {},
                 std::chrono::milliseconds patience = std::chrono::milliseconds::max());

  MqttStatus status() const;

  /// Hands over what waits for at most half a second when connected, takes leave, ends the thread. The will is not
  /// published. Within a second from any state, as long as no handler blocks.
  void stop();

 private:
  class State;
  explicit MqttClient(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hearth::net
