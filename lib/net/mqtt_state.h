// What an MqttClient is made of. Internal to mqtt_*.cc.
#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <thread>

#include "base/guarded.h"
#include "net/backoff.h"
#include "net/mqtt_client.h"
#include "net/mqtt_session.h"
#include "net/wake.h"

namespace hearth::net {

class MqttClient::State {
 public:
  using SteadyTime = std::chrono::steady_clock::time_point;

  State(const MqttOptions& options, StatusHandler on_status);

  // Any thread.
  Status subscribe(const std::string& filter, int qos, MessageHandler handler, Completion done);
  void unsubscribe(const std::string& filter);
  Status publish(MqttMessage message, Completion done, std::chrono::milliseconds patience);
  MqttStatus status() const;
  void stop();

  std::thread thread;

  void run();

 private:
  struct Outgoing {
    MqttMessage message;
    Completion done;
    SteadyTime deadline = SteadyTime::max();
    int id = 0;  // once handed over
  };
  struct Subscription {
    int qos = 0;
    std::shared_ptr<const MessageHandler> handler;
    std::shared_ptr<const Completion> done;
  };
  /// What other threads write.
  struct Shared {
    std::deque<Outgoing> waiting;
    size_t handed_over = 0;  // size of in_flight_, which counts against the capacity
    std::map<std::string, Subscription> subscriptions;
    std::set<std::string> patterns;  // those of them that have a wildcard; the others are found by their topic
    std::set<std::string> changed;   // filters to subscribe or unsubscribe
    MqttStatus status;
    bool stopped = false;
  };

  // The client's thread alone.
  std::string serve();
  std::string greet(MqttSession& session);
  Status attend(MqttSession& session, std::chrono::milliseconds patience);
  void handle(const MqttSession::Event& event);
  void deliver(const MqttMessage& message);
  Status hand_over(MqttSession& session);
  Status bring_subscriptions(MqttSession& session);
  Status check_acknowledged() const;
  void take_back();
  void expire();
  void farewell(MqttSession& session);
  void cancel_all();
  void report(MqttStatus status);
  void rest(std::chrono::milliseconds length);

  const MqttOptions options_;
  const StatusHandler on_status_;
  Wake wake_;
  std::atomic<bool> stopping_{false};
  Guarded<Shared> shared_;

  // The client's thread alone.
  Backoff backoff_;
  int version_ = 5;
  bool version_settled_ = false;  // the broker has accepted it once
  bool accepted_ = false;         // this connection's CONNACK has come, and was good
  std::string refusal_;           // or was not
  bool retry_at_once_ = false;    // with the other version
  std::deque<Outgoing> in_flight_;
  std::map<int, std::string> subscribing_;  // SUBSCRIBE id to filter
};

}  // namespace hearth::net
