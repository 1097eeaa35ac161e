#include "connect/mqtt/units.h"

#include <gtest/gtest.h>

#include "connect/mqtt/device_classes.h"
#include "connect/mqtt/identifiers.h"
#include "connect/mqtt/rooms.h"
#include "connect/mqtt/topics.h"

namespace hearth::connect::mqtt {
namespace {

using enum home::Capability;

TEST(Units, WhatDevicesSayInTheHousesUnit) {
  struct Row {
    home::Capability capability;
    const char* unit;
    double told, canonical;
  };
  for (const Row& row :
       {Row{Temperature, "°F", 68, 20}, Row{Temperature, "K", 293.15, 20}, Row{Power, "mW", 86000, 86},
        Row{Power, "kW", 1.5, 1500}, Row{Energy, "Wh", 2500, 2.5}, Row{Energy, "MJ", 3.6, 1},
        Row{Pressure, "Pa", 101325, 1013.25}, Row{Pressure, "mbar", 990, 990}, Row{Pressure, "inHg", 29.92, 1013.2},
        Row{Voltage, "mV", 3000, 3}, Row{Current, "mA", 250, 0.25}, Row{Speedometer, "km/h", 36, 10},
        Row{Rain, "in", 1, 25.4}, Row{Water, "L", 1500, 1.5}, Row{Distance, "cm", 150, 1.5},
        Row{TargetTemperature, "°F", 50, 10}}) {
    const auto by = conversion(row.capability, row.unit);
    ASSERT_TRUE(by) << row.unit;
    EXPECT_NEAR(by->to_house(row.told), row.canonical, 0.1) << row.unit;
    EXPECT_NEAR(by->to_device(by->to_house(row.told)), row.told, 1e-6) << row.unit;
  }
  EXPECT_EQ(conversion(Temperature, "")->factor, 1);
  EXPECT_FALSE(conversion(Temperature, "lx"));
  EXPECT_FALSE(conversion(Power, "kWh"));
}

TEST(DeviceClasses, WhatTheyMean) {
  EXPECT_EQ(binary_class("window").capability, Contact);
  EXPECT_TRUE(binary_class("lock").inverted);
  EXPECT_EQ(binary_class("").capability, OnOff);
  EXPECT_EQ(binary_class("no such").capability, OnOff);
  EXPECT_EQ(sensor_class("power"), Power);
  EXPECT_EQ(sensor_class("monetary"), Number);
  EXPECT_EQ(sensor_class("timestamp"), Text);
  EXPECT_EQ(sensor_class(""), None);
  EXPECT_EQ(class_of_property("water_leak", true), "moisture");
  EXPECT_EQ(class_of_property("co2", false), "carbon_dioxide");
}

TEST(Identifiers, TheSameDeviceByEitherWay) {
  EXPECT_EQ(shared_identifier("zigbee2mqtt_0x00158D0001A2B3C4"), "zigbee:0x00158d0001a2b3c4");
  EXPECT_EQ(shared_identifier("0x00158d0001a2b3c4"), "zigbee:0x00158d0001a2b3c4");
  EXPECT_EQ(shared_identifier("zigbee2mqtt_bridge_0x00158d0001a2b3c4"), "mqtt:zigbee2mqtt_bridge_0x00158d0001a2b3c4");
  EXPECT_EQ(shared_identifier("0x1234"), "mqtt:0x1234");
  EXPECT_EQ(shared_connection("mac", "AA:bb:CC:00:11:22"), "mac:aabbcc001122");
  EXPECT_EQ(shared_connection("zigbee", "0x00158D0001A2B3C4"), "zigbee:0x00158d0001a2b3c4");
}

TEST(Rooms, AreNotTheThingsInThem) {
  for (const char* room : {"Kitchen", "kids_bedroom", "Living Room", "Wohnzimmer", "küche oben", "guest-room"}) {
    EXPECT_TRUE(looks_like_room(room)) << room;
  }
  for (const char* other : {"Kitchen lights", "all", "movie", "Badlampe", "", "roomba", "bedroom_lamps"}) {
    EXPECT_FALSE(looks_like_room(other)) << other;
  }
}

TEST(Topics, WhatAStrangerMayAnnounce) {
  const ReservedTopics reserved{"hearth", "ha"};
  for (const char* fine : {"a", "home/küche/state", "zigbee2mqtt/Living room/lamp", "hearthstone/x", "ha/light/x/state",
                           "ha/config", "ha//config", "ha", "hat/x/config", "x/config"}) {
    EXPECT_TRUE(check_announced_topic(fine, reserved).ok()) << fine;
  }
  for (const std::string& bad :
       {std::string(), std::string("#"), std::string("home/+/state"), std::string("$SYS/broker"), std::string("a\nb"),
        std::string("hearth"), std::string("hearth/answer"), std::string("a\0b", 3), std::string(1025, 'a'),
        std::string("ha/light/x/config"), std::string("ha/x/config")}) {
    EXPECT_FALSE(check_announced_topic(bad, reserved).ok()) << bad;
  }
}

}  // namespace
}  // namespace hearth::connect::mqtt
