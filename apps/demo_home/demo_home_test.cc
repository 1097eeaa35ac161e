// The demo's devices, a real mosquitto and the MQTT door: everything is found, and everything obeys.
#include <gtest/gtest.h>

#include "connect/mqtt/mqtt_door.h"
#include "connect/mqtt/test_inbox.h"
#include "demo_device.h"
#include "net/mosquitto_process.h"

namespace hearth::demo {
namespace {

using home::Capability;

struct Deed {
  const char* key;
  Capability capability;
  home::Value to;
  const char* shown;
};

TEST(DemoHome, EverythingIsFoundAndObeys) {
  auto broker = net::MosquittoProcess::start();
  ASSERT_TRUE(broker.ok()) << to_string(broker.error());
  net::MqttOptions options;
  options.host = "127.0.0.1";
  options.port = broker->port();
  std::vector<std::unique_ptr<DemoDevice>> devices;
  for (Script& script : all_scripts()) {
    devices.push_back(DemoDevice::start(options, std::move(script), devices.size()).value());
  }
  const auto live = [&] {
    for (const auto& device : devices) device->live();
  };
  ASSERT_TRUE(connect::eventually([&] {
    live();
    return std::ranges::all_of(devices, [](const auto& device) { return device->ready(); });
  }));

  const SystemClock clock;
  connect::TestInbox inbox;
  connect::MqttDoorOptions settings;
  settings.broker = options;
  settings.broker.client_id = "hearth";
  connect::MqttDoor door(settings, clock);
  ASSERT_TRUE(door.open(inbox).ok());
  ASSERT_TRUE(connect::eventually([&] { return inbox.home()->devices.size() == 17; }));
  for (const char* area : {"Living room", "Kitchen", "Bedroom", "Hallway", "Garage", "Garden"}) {
    EXPECT_TRUE(inbox.home()->find_area(area)) << area;
  }
  const std::string desk = "0x00158d0001000001/light";
  ASSERT_TRUE(connect::eventually([&] { return inbox.shown(desk, Capability::OnOff) == "off"; }));  // asked by /get
  ASSERT_TRUE(
      connect::eventually([&] { return inbox.shown("sensor/demo_outdoor", Capability::Temperature) != "never"; }));

  const Deed deeds[] = {
      {"light/demo_ceiling_light", Capability::Brightness, 40.0, "40"},
      {"light/demo_ceiling_light", Capability::ColorTemperature, 4000.0, "4000"},
      {"light/demo_kitchen_light", Capability::OnOff, false, "off"},
      {"light/demo_kitchen_light", Capability::Brightness, 30.0, "30"},
      {"switch/demo_tv_plug", Capability::OnOff, true, "on"},
      {"switch/demo_coffee_machine", Capability::OnOff, true, "on"},
      {"fan/demo_bedroom_fan", Capability::Speed, 75.0, "75"},
      {"cover/demo_blinds", Capability::Position, 60.0, "60"},
      {"cover/demo_garage_door", Capability::Position, 100.0, "100"},
      {"lock/demo_front_door_lock", Capability::Lock, false, "off"},
      {"climate/demo_thermostat", Capability::TargetTemperature, 22.5, "22.5"},
      {"climate/demo_thermostat", Capability::ThermostatMode, std::string("off"), "off"},
      {"0x00158d0001000001/light", Capability::Brightness, 50.0, "50"},
      {"0x00158d0001000002/light", Capability::Color, std::string("#ff8000"), "#ff8000"},
      {"0x00158d0001000003/light", Capability::OnOff, true, "on"},
      {"0x00158d0001000004/light", Capability::OnOff, true, "on"},
  };
  uint16_t step = 0;
  for (const Deed& deed : deeds) {
    ASSERT_TRUE(inbox.find(deed.key)) << deed.key;
    flow::Command command;
    command.step = ++step;
    command.what = flow::Set{inbox.find(deed.key), deed.capability, deed.to, 0};
    door.carry_out(command, inbox.home());
    EXPECT_TRUE(connect::eventually([&] {
      live();
      return inbox.shown(deed.key, deed.capability) == deed.shown;
    })) << deed.key
        << ' ' << inbox.shown(deed.key, deed.capability);
  }
  for (const flow::Receipt& receipt : inbox.heard().receipts) EXPECT_FALSE(receipt.error) << receipt.step;
  EXPECT_EQ(inbox.heard().receipts.size(), std::size(deeds));
  EXPECT_TRUE(door.health().unusable.empty());
  EXPECT_EQ(inbox.heard().unknown_keys, 0u);
}

}  // namespace
}  // namespace hearth::demo
