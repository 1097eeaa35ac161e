// The whole door against a real mosquitto.
#include "connect/mqtt/mqtt_door.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <set>

#include "connect/mqtt/test_inbox.h"
#include "net/mosquitto_process.h"
#include "net/mqtt_client.h"

namespace hearth::connect {
namespace {

using home::Capability;

/// Counts without keeping a home, whose merging would be most of the work.
class CountingInbox final : public HouseInbox {
 public:
  std::atomic<size_t> listed = 0, observed = 0, early = 0, inventories = 0;

  bool inventory(flow::Inventory inventory) override {
    ++inventories;
    for (const home::Entity& entity : inventory.listing.entities) keys_.insert(entity.key);
    listed = keys_.size();
    return true;
  }
  void observe(std::string_view, std::string_view key, flow::Observation) override {
    early += keys_.contains(std::string(key)) ? 0 : 1;
    seen_.insert(std::string(key));
    observed = seen_.size();
  }
  bool hear(std::string_view, std::string_view, flow::Utterance) override { return true; }
  bool want(std::string_view, std::string_view, flow::Meaning) override { return true; }
  void receipt(flow::Receipt) override {}
  void feedback(flow::Feedback) override {}

 private:
  std::set<std::string> keys_, seen_;  // the door's thread alone
};

class MqttDoorTest : public testing::Test {
 protected:
  void SetUp() override {
    auto started = net::MosquittoProcess::start();
    ASSERT_TRUE(started.ok()) << to_string(started.error());
    broker_.emplace(std::move(started).value());
    device_ = net::MqttClient::start(options("device")).value();
    door_.emplace(door_options(), clock_);
  }

  net::MqttOptions options(const std::string& id) const {
    net::MqttOptions options;
    options.host = "127.0.0.1";
    options.port = broker_->port();
    options.client_id = id;
    options.first_wait = std::chrono::milliseconds(50);
    options.longest_wait = std::chrono::milliseconds(200);
    options.outgoing_capacity = 100'000;
    return options;
  }
  MqttDoorOptions door_options() const {
    MqttDoorOptions door;
    door.broker = options("hearth");
    door.version = "0.1";
    return door;
  }
  /// Returns once the broker has it.
  void publish(const std::string& topic, const std::string& payload, bool retain = true) {
    auto done = std::make_shared<std::atomic<bool>>(false);
    ASSERT_TRUE(device_->publish({topic, payload, 1, retain}, [done](const Status&) { *done = true; }).ok());
    ASSERT_TRUE(eventually([&] { return done->load(); }));
  }
  /// What arrives on a topic from now on.
  std::shared_ptr<Guarded<std::vector<std::string>>> ear(const std::string& filter) {
    auto heard = std::make_shared<Guarded<std::vector<std::string>>>();
    auto done = std::make_shared<std::atomic<bool>>(false);
    const Status status = device_->subscribe(
        filter, 1,
        [heard](const net::MqttMessage& message) {
          heard->with([&](auto& all) { all.push_back(message.topic + " " + message.payload); });
        },
        [done](const Status&) { *done = true; });
    EXPECT_TRUE(status.ok());
    EXPECT_TRUE(eventually([&] { return done->load(); }));
    return heard;
  }
  void announce_lamp() {
    publish(
        "homeassistant/light/lamp/config",
        R"({"schema":"json","uniq_id":"lamp1","name":null,"cmd_t":"lamp/set","stat_t":"lamp/state","brightness":true,
                "avty_t":"lamp/online","dev":{"ids":"lamp1","name":"Desk lamp","sa":"Study"}})");
    publish("lamp/state", R"({"state":"ON","brightness":51})");
    publish("lamp/online", "online");
  }
  flow::Command set(const std::string& key, Capability capability, home::Value to) {
    flow::Command command;
    command.head.id.value = 7;
    command.plan.value = 5;
    command.step = 1;
    command.what = flow::Set{inbox_.find(key), capability, std::move(to), 0};
    return command;
  }

  SystemClock clock_;
  std::optional<net::MosquittoProcess> broker_;
  std::unique_ptr<net::MqttClient> device_;
  TestInbox inbox_;
  std::optional<MqttDoor> door_;
};

TEST_F(MqttDoorTest, ADiscoveredLampIsListedSeenAndCommanded) {
  announce_lamp();
  const auto heard = ear("lamp/set");
  ASSERT_TRUE(door_->open(inbox_).ok());
  ASSERT_TRUE(eventually([&] { return inbox_.shown("light/lamp1", Capability::Available) == "on"; }));
  EXPECT_EQ(inbox_.shown("light/lamp1", Capability::OnOff), "on");
  EXPECT_EQ(inbox_.shown("light/lamp1", Capability::Brightness), "20");
  EXPECT_EQ(inbox_.home()->display_name(inbox_.find("light/lamp1")), "Desk lamp");
  EXPECT_TRUE(inbox_.home()->find_area("study"));
  EXPECT_EQ(inbox_.heard().unknown_keys, 0u);

  door_->carry_out(set("light/lamp1", Capability::Brightness, 40.0), inbox_.home());
  ASSERT_TRUE(eventually([&] { return !inbox_.heard().receipts.empty(); }));
  EXPECT_FALSE(inbox_.heard().receipts.front().error);
  EXPECT_EQ(inbox_.heard().receipts.front().plan.value, 5u);
  ASSERT_TRUE(eventually([&] { return heard->with([](auto& all) { return !all.empty(); }); }));
  EXPECT_EQ(heard->with([](auto& all) { return all.front(); }), R"(lamp/set {"brightness":102,"state":"ON"})");

  door_->carry_out(set("light/lamp1", Capability::Lock, true), inbox_.home());
  ASSERT_TRUE(eventually([&] { return inbox_.heard().receipts.size() == 2; }));
  EXPECT_EQ(inbox_.heard().receipts.back().error->kind, Error::Denied);
  EXPECT_TRUE(door_->health().connected);
  EXPECT_GT(door_->health().in, 2u);
}

TEST_F(MqttDoorTest, WhatIsGoneSinceTheLastRunGoes) {
  ASSERT_TRUE(door_->open(inbox_).ok());
  announce_lamp();
  ASSERT_TRUE(eventually([&] { return static_cast<bool>(inbox_.find("light/lamp1")); }));
  door_->close();
  publish("homeassistant/light/lamp/config", "");
  door_.emplace(door_options(), clock_);
  ASSERT_TRUE(door_->open(inbox_).ok());
  EXPECT_TRUE(inbox_.find("light/lamp1"));
  ASSERT_TRUE(eventually([&] { return !inbox_.find("light/lamp1"); }));
  EXPECT_EQ(inbox_.heard().complete, 1u);
}

TEST_F(MqttDoorTest, ABrokerThatDiesAndComesBack) {
  announce_lamp();
  ASSERT_TRUE(door_->open(inbox_).ok());
  ASSERT_TRUE(eventually([&] { return inbox_.shown("light/lamp1", Capability::OnOff) == "on"; }));
  broker_->kill();
  ASSERT_TRUE(eventually([&] { return !door_->health().connected; }));
  flow::Command late = set("light/lamp1", Capability::OnOff, false);
  late.head.deadline = clock_.now() + std::chrono::milliseconds(200);
  door_->carry_out(late, inbox_.home());
  ASSERT_TRUE(eventually([&] { return !inbox_.heard().receipts.empty(); }));
  EXPECT_TRUE(inbox_.heard().receipts.front().error);
  ASSERT_TRUE(broker_->restart().ok());
  ASSERT_TRUE(eventually([&] { return door_->health().connected; }));
  announce_lamp();
  publish("lamp/state", R"({"state":"OFF"})");
  EXPECT_TRUE(eventually([&] { return inbox_.shown("light/lamp1", Capability::OnOff) == "off"; }));
}

TEST_F(MqttDoorTest, AStormOfFiveThousandDevices) {
  constexpr int kDevices = 5000;
  for (int i = 0; i < kDevices; ++i) {
    const std::string config = fmt::format(
        R"({{"uniq_id":"s{0}","stat_t":"s/{0}","dev_cla":"temperature","unit_of_meas":"°C","dev":{{"ids":"s{0}","name":"Sensor {0}"}}}})",
        i);
    ASSERT_TRUE(device_->publish({fmt::format("homeassistant/sensor/s{}/config", i), config, 1, true}).ok());
    ASSERT_TRUE(device_->publish({fmt::format("s/{}", i), fmt::format("{}", i % 40), 1, true}).ok());
  }
  publish("storm", "over");
  CountingInbox inbox;
  ASSERT_TRUE(door_->open(inbox).ok());
  EXPECT_TRUE(eventually([&] { return inbox.observed == kDevices; }));
  door_->close();
  EXPECT_EQ(inbox.listed, kDevices);
  EXPECT_EQ(inbox.early, 0u);
  EXPECT_LE(inbox.inventories, 100u) << "gathered, not told one by one";
}

TEST_F(MqttDoorTest, HearthAppearsToHomeAssistantAndNotToItself) {
  const auto config = ear("homeassistant/device/hearth/config");
  const auto rest = ear("hearth/#");
  ASSERT_TRUE(door_->open(inbox_).ok());
  ASSERT_TRUE(eventually([&] { return rest->with([](auto& all) { return !all.empty(); }); }));
  EXPECT_EQ(rest->with([](auto& all) { return all.front(); }), "hearth/status online");
  const auto last = [&] { return rest->with([](auto& all) { return all.back(); }); };
  door_->tell_answer("It is 19 degrees.");
  EXPECT_TRUE(eventually([&] { return last() == R"(hearth/answer {"text":"It is 19 degrees."})"; }));
  door_->tell_health(false, "the disk is full");
  EXPECT_TRUE(eventually([&] { return last() == R"(hearth/health {"detail":"the disk is full","problem":"ON"})"; }));
  const auto configs = [&] { return config->with([](auto& all) { return all.size(); }); };
  EXPECT_EQ(configs(), 1u);
  publish("homeassistant/status", "online", false);
  EXPECT_TRUE(eventually([&] { return configs() == 2; }));
  door_->close();
  EXPECT_TRUE(eventually([&] { return last() == "hearth/status offline"; }));
  EXPECT_TRUE(inbox_.home()->entities.empty());
  EXPECT_TRUE(door_->health().unusable.empty());
}

TEST_F(MqttDoorTest, TellsWhatItCannotUse) {
  publish("homeassistant/light/t/config", R"({"schema":"template","command_topic":"t/set","unique_id":"t"})");
  publish("homeassistant/sensor/u/config",
          R"({"state_topic":"u","unique_id":"u","value_template":"{{ value | nonsense }}"})");
  publish("homeassistant/switch/v/config", "{\"command_topic\":");
  ASSERT_TRUE(door_->open(inbox_).ok());
  ASSERT_TRUE(eventually([&] { return door_->health().unusable.size() == 3; }));
  const std::vector<std::string> unusable = door_->health().unusable;
  EXPECT_EQ(unusable[0],
            "homeassistant/light/t/config: schema: lights of the template schema are not supported: use json or basic");
  EXPECT_TRUE(unusable[1].starts_with("homeassistant/sensor/u/config: value_template:1:")) << unusable[1];
  EXPECT_TRUE(unusable[2].starts_with("homeassistant/switch/v/config: ")) << unusable[2];
}

TEST_F(MqttDoorTest, ClosesInEveryState) {
  door_->close();
  ASSERT_TRUE(door_->open(inbox_).ok());
  door_->close();
  broker_->kill();
  door_.emplace(door_options(), clock_);
  ASSERT_TRUE(door_->open(inbox_).ok());
  const auto began = clock_.steady();
  door_.reset();
  EXPECT_LT(to_seconds(clock_.steady() - began), 5);
}

}  // namespace
}  // namespace hearth::connect
