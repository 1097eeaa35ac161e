#include "demo_device.h"

namespace hearth::demo {
namespace {

std::string availability_of(const Script& script) {
  return script.availability.empty() ? "demo/" + script.id + "/availability" : script.availability;
}

bool same_message(const net::MqttMessage& a, const net::MqttMessage& b) {
  return a.topic == b.topic && a.payload == b.payload;
}

}  // namespace

net::MqttMessage retained(std::string topic, const Json& payload) { return retained(std::move(topic), dump(payload)); }

net::MqttMessage retained(std::string topic, std::string payload) {
  return {std::move(topic), std::move(payload), 1, true};
}

Json announced(const std::string& id, const std::string& name, const std::string& area, const std::string& model) {
  return {{"name", nullptr},
          {"unique_id", "demo_" + id},
          {"availability_topic", "demo/" + id + "/availability"},
          {"device",
           {{"identifiers", {"demo_" + id}},
            {"name", name},
            {"manufacturer", "Hearth demo"},
            {"model", model},
            {"suggested_area", area}}}};
}

DemoDevice::DemoDevice(Script script, uint64_t seed) : script_(std::move(script)), chance_(seed) {
  body_.with([&](Body& body) {
    body.state = script_.state;
    forget_moments(body.state);
  });
}

Result<std::unique_ptr<DemoDevice>> DemoDevice::start(net::MqttOptions broker, Script script, uint64_t seed) {
  std::unique_ptr<DemoDevice> device(new DemoDevice(std::move(script), seed));
  DemoDevice& self = *device;
  broker.client_id = "demo-" + self.script_.id;
  broker.will = retained(availability_of(self.script_), std::string("offline"));
  broker.seed = seed;
  self.client_ = TRY(net::MqttClient::start(broker, [&self](const net::MqttStatus& status) { self.arrive(status); }));
  for (const std::string& topic : self.script_.listens) {
    TRY(self.client_->subscribe(topic, 1, [&self](const net::MqttMessage& message) {
      self.change([&](Json& state) { self.script_.obey(state, message.topic, message.payload); }, message.topic);
    }));
  }
  return device;
}

DemoDevice::~DemoDevice() {
  if (client_ != nullptr) client_->stop();
}

bool DemoDevice::ready() const {
  return body_.with([](const Body& body) { return body.announced && body.outstanding == 0; });
}

std::string DemoDevice::trouble() const {
  return body_.with([](const Body& body) { return body.trouble; });
}

void DemoDevice::arrive(const net::MqttStatus& status) {
  const bool connected = status.phase == net::MqttStatus::Connected;
  body_.with([&](Body& body) {
    body.connected = connected;
    body.trouble = connected ? std::string() : status.reason;
    if (!connected) body.announced = false;
  });
}

void DemoDevice::forget_moments(Json& state) const {
  for (const std::string& member : script_.momentary) state.erase(member);
}

void DemoDevice::publish(net::MqttMessage message) {
  body_.with([](Body& body) { ++body.outstanding; });
  const Status sent = client_->publish(std::move(message), [this](const Status& status) {
    body_.with([&](Body& body) {
      --body.outstanding;
      if (!status.ok()) body.trouble = status.error().message;
    });
  });
  if (sent.ok()) return;
  body_.with([&](Body& body) {
    --body.outstanding;
    body.trouble = sent.error().message;
  });
}

void DemoDevice::change(const std::function<void(Json&)>& how, const std::string& command) {
  const std::vector<net::MqttMessage> news = body_.with([&](Body& body) {
    how(body.state);
    std::vector<net::MqttMessage> now = script_.report(body.state);
    std::vector<net::MqttMessage> changed;
    for (size_t i = 0; i < now.size(); ++i) {
      const bool same = i < body.reported.size() && same_message(now[i], body.reported[i]);
      const bool own = command.starts_with("demo/") || command.starts_with(now[i].topic + "/");
      const bool asked = own && (script_.echoes || command.ends_with("/get"));
      if (asked || !same) changed.push_back(now[i]);
    }
    body.reported = std::move(now);
    forget_moments(body.state);
    return body.connected ? changed : std::vector<net::MqttMessage>{};
  });
  for (const net::MqttMessage& message : news) publish(message);
}

void DemoDevice::live() {
  const bool fresh = body_.with([](const Body& body) { return body.connected && !body.announced; });
  if (fresh) {
    for (const net::MqttMessage& message : script_.announcements) publish(message);
    publish(retained(availability_of(script_), std::string("online")));
    body_.with([](Body& body) { body.reported.clear(); });
    change([](Json&) {}, {});
    body_.with([](Body& body) { body.announced = body.connected; });
    return;
  }
  if (script_.drift) {
    change([&](Json& state) { script_.drift(state, chance_); }, {});
  }
}

void DemoDevice::leave() {
  if (!body_.with([](const Body& body) { return body.connected; })) return;
  publish(retained(availability_of(script_), std::string("offline")));
}

}  // namespace hearth::demo
