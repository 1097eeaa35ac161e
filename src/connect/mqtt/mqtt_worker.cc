#include "connect/mqtt/mqtt_worker.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/log.h"

namespace hearth::connect {
namespace {

using namespace std::chrono_literals;

constexpr size_t kQueue = 200'000;       // a storm of retained messages waits here, a few hundred bytes each
constexpr Duration kGather = 200ms;      // changes that follow one another so closely make one inventory …
constexpr Duration kGatherLongest = 1s;  // … of at most so long
constexpr Duration kSettle = 2s;         // no announcement for so long: the broker has told all
constexpr Duration kSettleLatest = 30s;  // … or has had the time
constexpr Duration kHealthEvery = 500ms;
constexpr auto kPatience = 10'000ms;    // for a command without a deadline
constexpr size_t kMostUnusable = 1000;  // of health's lines

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};

flow::Receipt receipt_of(const flow::Command& command, std::optional<Error> error) {
  flow::Receipt receipt;
  receipt.head.trace = command.head.trace;
  receipt.head.from = {command.head.id};
  receipt.plan = command.plan;
  receipt.step = command.step;
  receipt.error = std::move(error);
  return receipt;
}

}  // namespace

MqttDoor::Worker::Worker(const MqttDoorOptions& options, const Clock& clock, HouseInbox& inbox)
    : options_(options), clock_(clock), inbox_(inbox), events_(kQueue), table_(options.secure) {
  health_.with([&](DoorHealth& health) {
    health.name = options_.name;
    health.detail = "connecting";
  });
  if (!options_.own_topic.empty() && !options_.discovery_prefix.empty()) {
    announcement_.emplace(options_.own_topic, options_.discovery_prefix, options_.version);
  }
  if (!options_.discovery_prefix.empty()) discovery_.emplace(options_.discovery_prefix, options_.own_topic);
  for (const std::string& base : options_.zigbee2mqtt) bridges_.emplace_back(base);
}

MqttDoor::Worker::~Worker() { stop(); }

Status MqttDoor::Worker::start() {
  net::MqttOptions broker = options_.broker;
  broker.will.reset();
  if (announcement_) {
    const mqtt::Publication farewell = announcement_->farewell();
    broker.will = net::MqttMessage{farewell.topic, farewell.payload, farewell.qos, farewell.retain};
  }
  client_ = TRY(net::MqttClient::start(broker, [this](const net::MqttStatus& status) { push(status); }));
  for (const mqtt::Zigbee2Mqtt& bridge : bridges_) {
    for (const std::string& topic : bridge.topics()) listen(topic);
  }
  if (discovery_) {
    for (const std::string& filter : discovery_->filters()) listen(filter);
    listen(options_.discovery_prefix + "/status");
  }
  flow::Inventory nothing_yet;
  nothing_yet.listing.door = options_.name;
  inbox_.inventory(std::move(nothing_yet));
  thread_ = std::thread([this] { run(); });
  return ok();
}

void MqttDoor::Worker::stop() {
  if (client_ == nullptr) return;
  if (announcement_ && client_->status().phase == net::MqttStatus::Connected) {
    const mqtt::Publication bye = announcement_->farewell();
    const Status sent = client_->publish({bye.topic, bye.payload, bye.qos, bye.retain});
    if (!sent.ok()) LOG_DEBUG("{}: {}", options_.name, to_string(sent.error()));
  }
  events_.close();
  if (thread_.joinable()) thread_.join();
  client_->stop();  // what was not delivered comes back as a receipt with an error
  client_.reset();
}

void MqttDoor::Worker::push(Event event) {
  if (!events_.try_push(std::move(event))) ++lost_;
}

void MqttDoor::Worker::listen(const std::string& filter) {
  // Quality 0: mosquitto drops what exceeds a thousand unacknowledged messages, and a home may retain more than that.
  const Status status = client_->subscribe(
      filter, 0,
      [this](const net::MqttMessage& message) {
        ++in_;
        push(message);
      },
      [this, filter](const Status& answer) {
        if (!answer.ok()) LOG_WARN("{}: {}: {}", options_.name, filter, answer.error().message);
      });
  if (!status.ok()) LOG_WARN("{}: {}", options_.name, to_string(status.error()));
}

void MqttDoor::Worker::order(const flow::Command& command, std::shared_ptr<const home::Home> home) {
  if (events_.try_push(Order{command, std::move(home)})) return;
  inbox_.receipt(receipt_of(command, unavailable("more messages wait than the door takes", options_.name)));
}

void MqttDoor::Worker::tell(mqtt::Publication publication) { push(std::move(publication)); }

DoorHealth MqttDoor::Worker::health() const {
  DoorHealth now = health_.with([](const DoorHealth& health) { return health; });
  now.in = in_;
  now.out = out_;
  now.errors += lost_;
  return now;
}

void MqttDoor::Worker::run() {
  while (true) {
    std::optional<Event> event = events_.pop(patience());
    if (events_.closed()) {  // orders that are left are answered, the rest is of no use any more
      for (; event; event = events_.try_pop()) {
        if (const Order* order = std::get_if<Order>(&*event)) {
          inbox_.receipt(receipt_of(order->command, cancelled("the door was closed", options_.name)));
        }
      }
      return;
    }
    if (event) handle(*event);
    due();
  }
}

Duration MqttDoor::Worker::patience() const {
  const Duration now = clock_.steady();
  Duration next = now + kHealthEvery;
  for (const std::optional<Duration>& at : {flush_at_, settled_at_, table_.next_due()}) {
    if (at) next = std::min(next, *at);
  }
  return std::max(next - now, Duration{0});
}

void MqttDoor::Worker::handle(Event& event) {
  std::visit(Match{[&](const net::MqttMessage& message) { take(message); },
                   [&](const net::MqttStatus& status) { take(status); }, [&](Order& order) { take(order); },
                   [&](const mqtt::Publication& publication) {
                     const net::MqttMessage message{publication.topic, publication.payload, publication.qos,
                                                    publication.retain};
                     if (client_->publish(message).ok()) ++out_;
                   }},
             event);
}

void MqttDoor::Worker::take(const net::MqttMessage& message) {
  const Duration now = clock_.steady();
  post(table_.take(message.topic, message.payload, message.retained, now), message.retained);
  std::optional<Status> read;
  for (mqtt::Zigbee2Mqtt& bridge : bridges_) {
    const std::vector<std::string> topics = bridge.topics();
    if (std::ranges::find(topics, message.topic) != topics.end()) {
      read = bridge.take(message.topic, message.payload, table_);
    }
  }
  if (discovery_ && discovery_->concerns(message.topic)) {
    read = discovery_->take(message.topic, message.payload, table_);
  }
  if (announcement_ && message.topic == options_.discovery_prefix + "/status" && message.payload == "online") {
    for (mqtt::Publication& publication : announcement_->arrival()) tell(std::move(publication));
  }
  if (read) {
    broken_.erase(message.topic);
    if (!read->ok()) {
      ++unreadable_;
      if (broken_.size() < kMostUnusable) broken_[message.topic] = read->error().message;
    }
    if (settled_at_) settled_at_ = std::min(now + kSettle, *settled_latest_);
  }
  if (!table_.changed()) return;
  if (!flush_at_) flush_latest_ = now + kGatherLongest;
  if (!flush_at_ || read) flush_at_ = std::min(now + kGather, flush_latest_);
}

void MqttDoor::Worker::take(const net::MqttStatus& status) {
  const bool connected = status.phase == net::MqttStatus::Connected;
  const std::string broker = fmt::format("{}:{}", options_.broker.host, options_.broker.port);
  health_.with([&](DoorHealth& health) {
    health.connected = connected;
    health.detail = connected ? fmt::format("{}, MQTT {}", broker, status.version == 5 ? "5" : "3.1.1")
                    : status.phase == net::MqttStatus::Connecting ? fmt::format("connecting to {}", broker)
                    : status.phase == net::MqttStatus::Stopped    ? std::string("closed")
                                                                  : fmt::format("{}: {}", broker, status.reason);
  });
  if (!connected) {
    settled_at_.reset();
    return;
  }
  LOG_INFO("{}: connected to {}", options_.name, broker);
  settled_at_ = clock_.steady() + kSettle;
  settled_latest_ = clock_.steady() + kSettleLatest;
  if (!announcement_) return;
  for (mqtt::Publication& publication : announcement_->arrival()) tell(std::move(publication));
}

void MqttDoor::Worker::due() {
  const Duration now = clock_.steady();
  post(table_.take_due(now), false);
  if (settled_at_ && *settled_at_ <= now) {
    settled_at_.reset();
    flush(true);
  }
  if (flush_at_ && *flush_at_ <= now) flush(false);
  if (health_at_ > now) return;
  health_at_ = now + kHealthEvery;
  publish_health();
}

void MqttDoor::Worker::flush(bool complete) {
  flush_at_.reset();
  mqtt::TableChanges changes = table_.flush(options_.name, complete);
  if (changes.listing) {
    flow::Inventory inventory;
    inventory.listing = std::move(*changes.listing);
    inbox_.inventory(std::move(inventory));
  }
  for (const std::string& topic : changes.unsubscribe) client_->unsubscribe(topic);
  for (const std::string& topic : changes.subscribe) listen(topic);
  for (mqtt::Publication& publication : changes.ask) tell(std::move(publication));
}

void MqttDoor::Worker::publish_health() {
  std::vector<std::string> unusable = table_.complaints();
  for (const auto& [topic, why] : broken_) unusable.push_back(topic + ": " + why);
  for (const mqtt::Zigbee2Mqtt& bridge : bridges_) {
    std::ranges::copy(bridge.unusable(), std::back_inserter(unusable));
  }
  if (discovery_) std::ranges::copy(discovery_->unusable(), std::back_inserter(unusable));
  std::ranges::sort(unusable);
  if (unusable.size() > kMostUnusable) unusable.resize(kMostUnusable);
  health_.with([&](DoorHealth& health) {
    health.errors = unreadable_ + table_.errors();
    health.unusable = std::move(unusable);
  });
}

void MqttDoor::Worker::post(const std::vector<mqtt::Sighting>& sightings, bool retained) {
  for (const mqtt::Sighting& sighting : sightings) {
    flow::Observation observation;
    observation.capability = sighting.report.capability;
    observation.value = sighting.report.value;
    observation.retained = retained;
    inbox_.observe(options_.name, sighting.key, std::move(observation));
  }
}

Result<mqtt::Publications> MqttDoor::Worker::publications_of(const Order& order) {
  if (const auto* words = std::get_if<flow::Words>(&order.command.what)) {
    if (!announcement_)
      return denied("this door does not speak: Hearth does not appear to Home Assistant", options_.name);
    return mqtt::Publications{announcement_->answer(words->text)};
  }
  const auto* set = std::get_if<flow::Set>(&order.command.what);
  const home::EntityId entity = set != nullptr ? set->entity : std::get<flow::Stop>(order.command.what).entity;
  const home::DoorId door = order.home->door(options_.name);
  for (const home::Source& source : order.home->sources_of(entity)) {
    if (source.door != door) continue;
    if (set == nullptr) return table_.stop(source.key);
    return table_.command(source.key, set->capability, set->to, set->over_s);
  }
  return not_found("this door does not show the entity", std::string(order.home->display_name(entity)));
}

void MqttDoor::Worker::take(Order& order) {
  Result<mqtt::Publications> publications = publications_of(order);
  if (!publications.ok()) {
    inbox_.receipt(receipt_of(order.command, publications.error()));
    return;
  }
  send(order.command, std::move(publications).value());
}

void MqttDoor::Worker::send(const flow::Command& command, mqtt::Publications publications) {
  auto patience = kPatience;
  if (command.head.deadline != kNever) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(command.head.deadline - clock_.now());
    patience = std::clamp<std::chrono::milliseconds>(left, 0ms, kPatience);
  }
  /// One receipt for all messages of a command: when the last is through, with the first error.
  struct Pending {
    size_t left = 0;
    std::optional<Error> error;
  };
  auto pending = std::make_shared<Guarded<Pending>>(Pending{publications.size(), std::nullopt});
  const auto one_done = [this, command, pending](const Status& status) {
    const std::optional<flow::Receipt> receipt = pending->with([&](Pending& all) -> std::optional<flow::Receipt> {
      if (!status.ok() && !all.error) all.error = status.error();
      if (--all.left > 0) return std::nullopt;
      return receipt_of(command, all.error);
    });
    if (receipt) inbox_.receipt(*receipt);
  };
  if (publications.empty()) {
    inbox_.receipt(receipt_of(command, std::nullopt));
    return;
  }
  for (mqtt::Publication& publication : publications) {
    const Status sent = client_->publish(
        {std::move(publication.topic), std::move(publication.payload), publication.qos, publication.retain},
        [one_done](const Status& status) { one_done(status); }, patience);
    if (sent.ok()) {
      ++out_;
    } else {
      one_done(sent);
    }
  }
}

}  // namespace hearth::connect
