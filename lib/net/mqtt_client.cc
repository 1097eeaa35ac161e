#include "net/mqtt_client.h"

#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "net/mqtt_state.h"

namespace hearth::net {

namespace {

Status check_qos(int qos, const std::string& place) {
  if (qos >= 0 && qos <= 2) return ok();
  return invalid(fmt::format("qos must be 0, 1 or 2, not {}", qos), place);
}

Status check_readable(const std::string& file, const char* what) {
  if (file.empty() || access(file.c_str(), R_OK) == 0) return ok();
  return invalid(fmt::format("the {} cannot be read: {}", what, std::strerror(errno)), file);
}

Status check(const MqttOptions& options) {
  if (options.host.empty()) return invalid("the broker's host is missing", "host");
  if (options.port == 0) return invalid("the broker's port must be 1 to 65535", "port");
  if (options.client_id.empty()) return invalid("a client id is missing", "client_id");
  if (options.keepalive < std::chrono::seconds(5) || options.keepalive > std::chrono::seconds(65535)) {
    return invalid("keepalive must be 5 to 65535 seconds", "keepalive");
  }
  if (options.first_wait.count() < 1 || options.longest_wait < options.first_wait) {
    return invalid("the waits must be positive and grow", "first_wait");
  }
  if (options.tls) {
    TRY(check_readable(options.tls->ca_file, "file of certificate authorities"));
    TRY(check_readable(options.tls->certificate_file, "certificate"));
    TRY(check_readable(options.tls->key_file, "key"));
  }
  if (options.will) {
    TRY(check_topic(options.will->topic));
    TRY(check_qos(options.will->qos, options.will->topic));
  }
  return ok();
}

}  // namespace

MqttClient::State::State(const MqttOptions& options, StatusHandler on_status)
    : options_(options),
      on_status_(std::move(on_status)),
      backoff_(options.first_wait, options.longest_wait, options.seed) {}

Status MqttClient::State::subscribe(const std::string& filter, int qos, MessageHandler handler, Completion done) {
  TRY(check_filter(filter));
  TRY(check_qos(qos, filter));
  shared_.with([&](Shared& shared) {
    shared.subscriptions[filter] = {qos, std::make_shared<const MessageHandler>(std::move(handler)),
                                    std::make_shared<const Completion>(std::move(done))};
    shared.changed.insert(filter);
    if (filter.find_first_of("+#") != std::string::npos) shared.patterns.insert(filter);
  });
  wake_.ring();
  return ok();
}

void MqttClient::State::unsubscribe(const std::string& filter) {
  shared_.with([&](Shared& shared) {
    if (shared.subscriptions.erase(filter) != 0) shared.changed.insert(filter);
    shared.patterns.erase(filter);
  });
  wake_.ring();
}

Status MqttClient::State::publish(MqttMessage message, Completion done, std::chrono::milliseconds patience) {
  TRY(check_topic(message.topic));
  TRY(check_qos(message.qos, message.topic));
  if (message.payload.size() > 256u << 20) return invalid("a payload has 256 MiB at most", message.topic);
  const auto now = std::chrono::steady_clock::now();
  const bool forever = patience >= std::chrono::hours(24 * 365);
  Outgoing outgoing{std::move(message), std::move(done), forever ? SteadyTime::max() : now + patience};
  const size_t capacity = options_.outgoing_capacity;
  Status taken = shared_.with([&](Shared& shared) -> Status {
    if (shared.stopped) return unavailable("the client was stopped", outgoing.message.topic);
    if (shared.waiting.size() + shared.handed_over >= capacity) {
      return unavailable(fmt::format("{} messages already wait for the broker", capacity), outgoing.message.topic);
    }
    shared.waiting.push_back(std::move(outgoing));
    return ok();
  });
  if (taken.ok()) wake_.ring();
  return taken;
}

MqttStatus MqttClient::State::status() const {
  return shared_.with([](const Shared& shared) { return shared.status; });
}

void MqttClient::State::stop() {
  if (!thread.joinable()) return;
  CHECK(std::this_thread::get_id() != thread.get_id());
  stopping_ = true;
  wake_.ring();
  thread.join();
}

Result<std::unique_ptr<MqttClient>> MqttClient::start(const MqttOptions& options, StatusHandler on_status) {
  TRY(check(options));
  auto state = std::make_unique<State>(options, std::move(on_status));
  State* running = state.get();
  state->thread = std::thread([running] {
    pthread_setname_np(pthread_self(), "mqtt");
    running->run();
  });
  return std::unique_ptr<MqttClient>(new MqttClient(std::move(state)));
}

MqttClient::MqttClient(std::unique_ptr<State> state) : state_(std::move(state)) {}
MqttClient::~MqttClient() { stop(); }

Status MqttClient::subscribe(const std::string& filter, int qos, MessageHandler handler, Completion done) {
  return state_->subscribe(filter, qos, std::move(handler), std::move(done));
}
void MqttClient::unsubscribe(const std::string& filter) { state_->unsubscribe(filter); }
Status MqttClient::publish(MqttMessage message, Completion done, std::chrono::milliseconds patience) {
  return state_->publish(std::move(message), std::move(done), patience);
}
MqttStatus MqttClient::status() const { return state_->status(); }
void MqttClient::stop() { state_->stop(); }

}  // namespace hearth::net
