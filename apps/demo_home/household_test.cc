// A household's devices, a real mosquitto and the MQTT door: all are found as they are, and obey over the air.
#include "household.h"

#include <gtest/gtest.h>

#include <atomic>

#include "connect/mqtt/mqtt_door.h"
#include "connect/mqtt/test_inbox.h"
#include "net/mosquitto_process.h"
#include "simulation/test_household.h"

namespace hearth::demo {
namespace {

using home::Capability;

TEST(Household, EverythingIsFoundAsItIsAndObeys) {
  auto broker = net::MosquittoProcess::start();
  ASSERT_TRUE(broker.ok()) << to_string(broker.error());
  net::MqttOptions options;
  options.host = "127.0.0.1";
  options.port = broker->port();
  const auto household = simulation::test_household(6);
  household->advance(household->now() + std::chrono::hours(13));
  auto devices = HouseholdDevices::start(options, *household, 6);
  ASSERT_TRUE(devices.ok()) << to_string(devices.error());
  EXPECT_GE((*devices)->size(), 15U);
  const auto live = [&] { (*devices)->live(household->now() + std::chrono::seconds(2)); };
  ASSERT_TRUE(connect::eventually([&] {
    live();
    return (*devices)->ready();
  })) << (*devices)->trouble();

  const SystemClock clock;
  connect::TestInbox inbox;
  connect::MqttDoorOptions settings;
  settings.broker = options;
  settings.broker.client_id = "hearth";
  connect::MqttDoor door(settings, clock);
  ASSERT_TRUE(door.open(inbox).ok());
  const size_t listed = household->listing().entities.size();
  ASSERT_TRUE(connect::eventually([&] { return inbox.home()->devices.size() == listed; }))
      << inbox.home()->devices.size();
  for (const char* area : {"hallway", "kitchen", "living room", "bedroom", "study", "bathroom", "garden"}) {
    EXPECT_TRUE(inbox.home()->find_area(area)) << area;
  }
  const auto shows = [&](const std::string& key, Capability capability, const std::string& value) {
    return connect::eventually([&] {
      live();
      return inbox.shown(key, capability) == value;
    });
  };
  const std::string lock = home::to_text(household->value("lock.front_door", Capability::Lock));
  EXPECT_TRUE(shows("lock/demo_lock_front_door", Capability::Lock, lock));

  struct Deed {
    const char *key, *physical;
    Capability capability;
    home::Value to;
    const char* shown;
  };
  const Deed deeds[] = {
      {"cover/demo_cover_living_room_blinds", "cover.living_room_blinds", Capability::Position, 30.0, "30"},
      {"climate/demo_climate_kitchen", "climate.kitchen", Capability::TargetTemperature, 17.5, "17.5"},
      {"fan/demo_fan_bedroom", "fan.bedroom", Capability::Speed, 75.0, "75"},
      {"switch/demo_switch_coffee_machine", "switch.coffee_machine", Capability::OnOff, true, "on"},
      {"0x00158d0002000001/light", "light.hallway", Capability::OnOff, true, "on"},
  };
  for (const Deed& deed : deeds) {
    const std::string key = deed.key;
    ASSERT_TRUE(inbox.find(key)) << key;
    flow::Command command;
    command.what = flow::Set{inbox.find(key), deed.capability, deed.to, 0};
    door.carry_out(command, inbox.home());
    EXPECT_TRUE(shows(key, deed.capability, deed.shown)) << key << ' ' << inbox.shown(key, deed.capability);
  }
  EXPECT_EQ(household->value("cover.living_room_blinds", Capability::Position), home::Value(30.0));
  EXPECT_TRUE(door.health().unusable.empty()) << door.health().unusable.front();
  EXPECT_EQ(inbox.heard().unknown_keys, 0U);
  const home::Value wet = household->value("sensor.garden", Capability::Humidity);
  EXPECT_TRUE(home::known(wet));
}

TEST(Household, ADoorbellRingsWhenItIsPressedAndNotWhenTheBrokerComesBack) {
  auto broker = net::MosquittoProcess::start();
  ASSERT_TRUE(broker.ok()) << to_string(broker.error());
  net::MqttOptions options;
  options.host = "127.0.0.1";
  options.port = broker->port();
  options.first_wait = options.longest_wait = std::chrono::milliseconds(50);
  home::Entity bell{.key = "event.doorbell", .kind = "event"};
  bell.names = {{"Doorbell", ""}};
  bell.device_class = "doorbell";
  bell.traits = {{.capability = Capability::Press, .sensed = true}};
  const auto in = std::make_shared<Mailbox>();
  auto device = DemoDevice::start(options, announced_device(bell, "Hallway", in, std::make_shared<Mailbox>()), 1);
  ASSERT_TRUE(device.ok()) << to_string(device.error());

  options.client_id = "listener";
  Guarded<std::vector<std::string>> heard;
  std::atomic<bool> listening = false;
  auto listener = net::MqttClient::start(options, [](const net::MqttStatus&) {});
  ASSERT_TRUE(listener.ok()) << to_string(listener.error());
  const auto hear = [&](const net::MqttMessage& message) {
    heard.with([&](auto& all) { all.push_back(message.payload); });
  };
  ASSERT_TRUE(
      (*listener)->subscribe("demo/+/event", 1, hear, [&](const Status& status) { listening = status.ok(); }).ok());
  const auto rings = [&] { return heard.with([](const auto& all) { return all.size(); }); };
  const auto press = [&] {
    in->post({bell.key, Capability::Press, std::string("single")});
    (*device)->live();
  };
  const auto ready = [&] {
    return connect::eventually([&] {
      (*device)->live();
      return (*device)->ready() && listening;
    });
  };
  ASSERT_TRUE(ready());
  press();
  ASSERT_TRUE(connect::eventually([&] { return rings() == 1; }));
  broker->kill();
  ASSERT_TRUE(connect::eventually([&] { return !(*device)->ready(); }));
  press();  // nobody hears it
  ASSERT_TRUE(broker->restart().ok());
  ASSERT_TRUE(connect::eventually([&] {  // the listener is back before the device says anything
    (void)(*listener)->publish({"demo/test/event", R"({"number": 0})", 1, false}).ok();
    return rings() > 1;
  }));
  ASSERT_TRUE(ready());
  press();
  const auto numbers = [&] {
    std::vector<int> all;
    for (const std::string& payload : heard.with([](const auto& payloads) { return payloads; })) {
      if (const int number = Json::parse(payload).at("number"); number != 0) all.push_back(number);
    }
    return all;
  };
  ASSERT_TRUE(connect::eventually([&] { return numbers().back() == 3; }));
  EXPECT_EQ(numbers(), (std::vector<int>{1, 3})) << "neither the first again nor the one that nobody heard";
  (*listener)->stop();
}

}  // namespace
}  // namespace hearth::demo
