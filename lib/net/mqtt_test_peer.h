// A client with ears and patience, and a broker that speaks only old MQTT; for tests.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/guarded.h"
#include "net/mqtt_client.h"

namespace hearth::net {

/// Polls, for up to twenty seconds.
template <class Condition>
bool eventually(Condition&& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

class MqttPeer {
 public:
  explicit MqttPeer(const MqttOptions& options) {
    auto heard = heard_;
    client_ = MqttClient::start(options, [heard](const MqttStatus& status) {
                heard->with([&](Heard& all) { all.statuses.push_back(status); });
              }).value();
  }

  /// The broker's word on something, awaited.
  class Reply {
   public:
    MqttClient::Completion completion() {
      return [slot = slot_](const Status& status) {
        slot->with([&](std::vector<Status>& all) { all.push_back(status); });
      };
    }
    bool come() const {
      return slot_->with([](std::vector<Status>& all) { return !all.empty(); });
    }
    Status wait() const {
      if (!eventually([&] { return come(); })) return timed_out("the test waited in vain");
      return slot_->with([](std::vector<Status>& all) { return all.front(); });
    }

   private:
    std::shared_ptr<Guarded<std::vector<Status>>> slot_ = std::make_shared<Guarded<std::vector<Status>>>();
  };

  MqttClient& client() { return *client_; }
  Status publish(const MqttMessage& message) {
    Reply reply;
    TRY(client_->publish(message, reply.completion()));
    return reply.wait();
  }
  Status subscribe(const std::string& filter, int qos) {
    auto heard = heard_;
    Reply reply;
    TRY(client_->subscribe(
        filter, qos,
        [heard](const MqttMessage& message) { heard->with([&](Heard& all) { all.messages.push_back(message); }); },
        [heard, tell = reply.completion()](const Status& status) {
          heard->with([](Heard& all) { ++all.subscribed; });
          tell(status);
        }));
    return reply.wait();
  }
  std::vector<MqttMessage> messages() const {
    return heard_->with([](Heard& all) { return all.messages; });
  }
  std::string reasons() const {
    return heard_->with([](Heard& all) {
      std::string text;
      for (const MqttStatus& status : all.statuses) text += status.reason + "; ";
      return text;
    });
  }
  template <class Condition>
  bool wait_for(Condition&& condition) const {
    return eventually(condition);
  }
  bool wait_for_messages(size_t count) const {
    return eventually([&] { return heard_->with([](Heard& all) { return all.messages.size(); }) >= count; });
  }
  bool wait_subscribed(int times) const {
    return eventually([&] { return heard_->with([](Heard& all) { return all.subscribed; }) >= times; });
  }
  bool wait_phase(MqttStatus::Phase phase) const {
    return eventually([&] { return client_->status().phase == phase; });
  }
  bool wait_connected() const { return wait_phase(MqttStatus::Connected); }
  bool wait_reason(const std::string& words) const {
    return eventually([&] { return reasons().find(words) != std::string::npos; });
  }

 private:
  struct Heard {
    std::vector<MqttMessage> messages;
    std::vector<MqttStatus> statuses;
    int subscribed = 0;
  };
  std::shared_ptr<Guarded<Heard>> heard_ = std::make_shared<Guarded<Heard>>();
  std::unique_ptr<MqttClient> client_;
};

/// Refuses MQTT 5 in one of three manners. Accepts 3.1.1, or passes it on to a real broker.
class FakeBroker {
 public:
  enum Refusal { SaysItInFive, SaysItInThree, HangsUp };

  explicit FakeBroker(Refusal refusal, uint16_t behind = 0) : refusal_(refusal), behind_(behind) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    CHECK(bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    CHECK(listen(listener_, 8) == 0);
    CHECK(getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~FakeBroker() {
    stopping_ = true;
    thread_.join();
    close(listener_);
  }
  uint16_t port() const { return port_; }

 private:
  static sockaddr_in loopback(uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
  }
  static bool ready(int descriptor) {
    pollfd waiting{descriptor, POLLIN, 0};
    return poll(&waiting, 1, 20) > 0;
  }

  void serve() {
    while (!stopping_) {
      if (!ready(listener_)) continue;
      const int peer = accept(listener_, nullptr, nullptr);
      talk(peer);
      close(peer);
    }
  }
  void talk(int peer) {
    while (!ready(peer)) {
      if (stopping_) return;
    }
    std::array<char, 512> packet{};
    const ssize_t length = read(peer, packet.data(), packet.size());
    if (length < 9) return;  // somebody who only looked whether we are there
    // CONNECT: type, length (one byte here), 0 4 'M' 'Q' 'T' 'T', version
    if (packet[8] == 5) {
      static constexpr std::array<unsigned char, 5> kFive{0x20, 3, 0, 0x84, 0};
      static constexpr std::array<unsigned char, 4> kThree{0x20, 2, 0, 1};
      if (refusal_ == SaysItInFive) (void)!write(peer, kFive.data(), kFive.size());
      if (refusal_ == SaysItInThree) (void)!write(peer, kThree.data(), kThree.size());
      return;
    }
    if (behind_ != 0) return pass_on(peer, packet.data(), static_cast<size_t>(length));
    static constexpr std::array<unsigned char, 4> kWelcome{0x20, 2, 0, 0};
    (void)!write(peer, kWelcome.data(), kWelcome.size());
    while (!stopping_) {
      if (ready(peer) && read(peer, packet.data(), packet.size()) <= 0) return;
    }
  }
  void pass_on(int peer, const char* first, size_t length) {
    const int real = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(behind_);
    CHECK(connect(real, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    (void)!write(real, first, length);
    std::array<char, 4096> data{};
    for (bool open = true; open && !stopping_;) {
      pollfd waiting[] = {{peer, POLLIN, 0}, {real, POLLIN, 0}};
      poll(waiting, 2, 20);
      for (const int from : {0, 1}) {
        if (waiting[from].revents == 0) continue;
        const ssize_t count = read(waiting[from].fd, data.data(), data.size());
        if (count <= 0) open = false;
        if (count > 0) (void)!write(waiting[1 - from].fd, data.data(), static_cast<size_t>(count));
      }
    }
    close(real);
  }

  const Refusal refusal_;
  const uint16_t behind_;
  int listener_ = -1;
  uint16_t port_ = 0;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace hearth::net
