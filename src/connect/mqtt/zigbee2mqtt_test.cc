#include "connect/mqtt/zigbee2mqtt.h"

#include "connect/mqtt/test_broker_home.h"

namespace hearth::connect::mqtt {
namespace {

constexpr const char* kLamp =
    R"({"ieee_address":"0x0000000000000001","type":"Router","friendly_name":"Living room/Floor lamp",
 "supported":true,"interview_completed":true,"power_source":"Mains",
 "definition":{"model":"L1","vendor":"V","exposes":[{"type":"light","features":[
  {"type":"binary","name":"state","property":"state","access":7,"value_on":"ON","value_off":"OFF"},
  {"type":"numeric","name":"brightness","property":"brightness","access":7,"value_min":0,"value_max":254},
  {"type":"numeric","name":"color_temp","property":"color_temp","access":7,"value_min":150,"value_max":500},
  {"type":"composite","name":"color_xy","property":"color","access":7,"features":[]}]},
  {"type":"numeric","name":"linkquality","property":"linkquality","access":1,"unit":"lqi"}]}})";

std::string devices(const std::string& list) { return "[" + list + "]"; }

/// A device of one expose.
std::string device(const std::string& name, const std::string& exposes,
                   const std::string& ieee = "0x0000000000000002") {
  return R"({"ieee_address":")" + ieee + R"(","type":"EndDevice","friendly_name":")" + name +
         R"(","interview_completed":true,"power_source":"Battery","definition":{"model":"M","vendor":"V","exposes":[)" +
         exposes + "]}}";
}

TEST(Zigbee2Mqtt, ALampWithEverything) {
  BrokerHome home;
  home.announce("zigbee2mqtt/bridge/devices", devices(kLamp));
  const std::string key = "0x0000000000000001/light";
  ASSERT_NE(home.table.entity(key), nullptr);
  EXPECT_EQ(home.name(key), "Floor lamp");
  EXPECT_EQ(home.area(key), "Living room");
  ASSERT_TRUE(
      home.hear("zigbee2mqtt/Living room/Floor lamp",
                R"({"state":"ON","brightness":127,"color_temp":370,"color_mode":"color_temp","linkquality":99})")
          .ok());
  EXPECT_EQ(home.shown(key, Capability::OnOff), "on");
  EXPECT_EQ(home.number(key, Capability::Brightness), 50);
  EXPECT_NEAR(home.number(key, Capability::ColorTemperature), 2703, 1);
  EXPECT_EQ(home.shown(key, Capability::Color), "never");
  EXPECT_EQ(home.number("0x0000000000000001/linkquality", Capability::SignalQuality), 99);

  const std::string set = "zigbee2mqtt/Living room/Floor lamp/set ";
  EXPECT_EQ(home.command(key, Capability::OnOff, true), set + R"({"state":"ON"})");
  EXPECT_EQ(home.command(key, Capability::Brightness, 40.0, 2),
            set + R"({"brightness":102,"state":"ON","transition":2.0})");
  EXPECT_EQ(home.command(key, Capability::Brightness, 0.1), set + R"({"brightness":1,"state":"ON"})");
  EXPECT_EQ(home.command(key, Capability::Brightness, 0.0), set + R"({"state":"OFF"})");
  EXPECT_EQ(home.command(key, Capability::ColorTemperature, 2700.0), set + R"({"color_temp":370})");
  EXPECT_EQ(home.command(key, Capability::Color, std::string("#ff0000")), set + R"({"color":{"x":0.6401,"y":0.33}})");
  EXPECT_EQ(home.command(key, Capability::Color, std::string("red")),
            "error: expected a colour as #rrggbb, got \"red\"");
  ASSERT_TRUE(
      home.hear("zigbee2mqtt/Living room/Floor lamp", R"({"color":{"x":0.635,"y":0.335},"color_mode":"xy"})").ok());
  EXPECT_EQ(home.shown(key, Capability::Color), "#ff0000");
}

TEST(Zigbee2Mqtt, AsksForStatesOnceSubscribed) {
  BrokerHome home;
  ASSERT_TRUE(home.hear("zigbee2mqtt/bridge/devices", devices(kLamp)).ok());
  const TableChanges changes = home.flush();
  const std::vector<std::string> wanted{"zigbee2mqtt/Living room/Floor lamp",
                                        "zigbee2mqtt/Living room/Floor lamp/availability", "zigbee2mqtt/bridge/state"};
  EXPECT_EQ(changes.subscribe, wanted);
  ASSERT_EQ(changes.ask.size(), 1u);
  EXPECT_EQ(changes.ask.front().topic, "zigbee2mqtt/Living room/Floor lamp/get");
  EXPECT_TRUE(home.flush().ask.empty());
}

TEST(Zigbee2Mqtt, AContactIsTrueWhenItIsClosedAndTheHouseSaysOpen) {
  BrokerHome home;
  home.announce("zigbee2mqtt/bridge/devices",
                devices(device("Back door", R"({"type":"binary","name":"contact","property":"contact","access":1,)"
                                            R"("value_on":false,"value_off":true})")));
  const std::string key = "0x0000000000000002/contact";
  ASSERT_TRUE(home.hear("zigbee2mqtt/Back door", R"({"contact":true})").ok());
  EXPECT_EQ(home.shown(key, Capability::Contact), "off");
  ASSERT_TRUE(home.hear("zigbee2mqtt/Back door", R"({"contact":false})").ok());
  EXPECT_EQ(home.shown(key, Capability::Contact), "on");
  ASSERT_TRUE(home.hear("zigbee2mqtt/Back door", R"({"contact":null})").ok());
  EXPECT_EQ(home.shown(key, Capability::Contact), "unknown");
  EXPECT_EQ(home.name(key), "Back door");
  EXPECT_EQ(home.table.entity(key)->names.size(), 1U) << "by its name people ask which doors are open";
  EXPECT_EQ(home.command(key, Capability::Contact, true), "error: contact of this entity cannot be set");
}

TEST(Zigbee2Mqtt, EndpointsAreReadByProperty) {
  BrokerHome home;
  const auto gang = [](const std::string& side) {
    return R"({"type":"switch","endpoint":")" + side +
           R"(","features":[{"type":"binary","name":"state","property":"state_)" + side +
           R"(","access":7,"value_on":"ON","value_off":"OFF"}]})";
  };
  home.announce("zigbee2mqtt/bridge/devices", devices(device("Wall", gang("left") + "," + gang("right"))));
  ASSERT_TRUE(home.hear("zigbee2mqtt/Wall", R"({"state_left":"ON","state_right":"OFF"})").ok());
  EXPECT_EQ(home.shown("0x0000000000000002/switch/left", Capability::OnOff), "on");
  EXPECT_EQ(home.shown("0x0000000000000002/switch/right", Capability::OnOff), "off");
  EXPECT_EQ(home.command("0x0000000000000002/switch/right", Capability::OnOff, true),
            R"(zigbee2mqtt/Wall/set {"state_right":"ON"})");
  EXPECT_EQ(home.name("0x0000000000000002/switch/left"), "Wall left");
}

TEST(Zigbee2Mqtt, ACoverThatLetsPeopleInIsSecureByItsName) {
  constexpr const char* kCover =
      R"({"type":"cover","features":[{"type":"enum","name":"state","property":"state","access":3,"values":["OPEN","CLOSE"]}]})";
  struct Case {
    const char *name, *device_class;
    home::Tier tier;
  };
  for (const Case& cover :
       {Case{"Garage door", "garage", home::Tier::Secure}, Case{"Drive/Gate", "gate", home::Tier::Secure},
        Case{"Garage/Door", "door", home::Tier::Secure}, Case{"Garage/Blind", "", home::Tier::Noticeable},
        Case{"Patio door curtain", "", home::Tier::Noticeable}, Case{"Bedroom/Shutter", "", home::Tier::Noticeable},
        Case{"Garagentor", "garage", home::Tier::Secure}, Case{"Hoftor", "gate", home::Tier::Secure},
        Case{"Haustür", "door", home::Tier::Secure}, Case{"Rollladen Terrassentür", "", home::Tier::Noticeable},
        Case{"Puerta del garaje", "garage", home::Tier::Secure}, Case{"Portón", "gate", home::Tier::Secure},
        Case{"Persiana del salón", "", home::Tier::Noticeable}, Case{"Porte de garage", "garage", home::Tier::Secure},
        Case{"PORTAIL", "gate", home::Tier::Secure}, Case{"Volet de la porte-fenêtre", "", home::Tier::Noticeable},
        Case{"Kitchen left", "", home::Tier::Secure},  // says nothing: it may be a gate
        Case{"Sunblind", "", home::Tier::Secure}}) {   // by the household's word
    BrokerHome home;
    home.table = ComponentTable({"sunblind"});
    home.announce("zigbee2mqtt/bridge/devices", devices(device(cover.name, kCover)));
    ASSERT_EQ(home.home.entities.size(), 1u) << cover.name;
    EXPECT_EQ(home.home.entities[0].device_class, cover.device_class) << cover.name;
    EXPECT_EQ(home.home.entities[0].tier, cover.tier) << cover.name;
  }
}

TEST(Zigbee2Mqtt, CoverLockFanAndClimate) {
  BrokerHome home;
  home.announce("zigbee2mqtt/bridge/devices", devices(device("Many", R"(
 {"type":"cover","features":[{"type":"enum","name":"state","property":"state","access":3,"values":["OPEN","CLOSE","STOP"]},
   {"type":"numeric","name":"position","property":"position","access":7,"value_min":0,"value_max":100}]},
 {"type":"lock","features":[{"type":"binary","name":"state","property":"lock","access":7,"value_on":"LOCK","value_off":"UNLOCK"},
   {"type":"enum","name":"lock_state","property":"lock_state","access":1,"values":["not_fully_locked","locked","unlocked"]}]},
 {"type":"fan","features":[{"type":"binary","name":"state","property":"fan_state","access":7,"value_on":"ON","value_off":"OFF"},
   {"type":"enum","name":"mode","property":"fan_mode","access":7,"values":["low","high"]}]},
 {"type":"climate","features":[
   {"type":"numeric","name":"occupied_heating_setpoint","property":"occupied_heating_setpoint","access":7,"unit":"°C","value_min":5,"value_max":30,"value_step":0.5},
   {"type":"numeric","name":"local_temperature","property":"local_temperature","access":5,"unit":"°C"},
   {"type":"enum","name":"system_mode","property":"system_mode","access":7,"values":["off","heat"]},
   {"type":"enum","name":"running_state","property":"running_state","access":5,"values":["idle","heat"]}]})")));
  const std::string ieee = "0x0000000000000002/";
  ASSERT_TRUE(
      home.hear("zigbee2mqtt/Many", R"({"state":"OPEN","position":70,"lock":"LOCK","lock_state":"not_fully_locked",
    "fan_state":"ON","fan_mode":"low","occupied_heating_setpoint":21.5,"local_temperature":19,"system_mode":"heat","running_state":"heat"})")
          .ok());
  EXPECT_EQ(home.number(ieee + "cover", Capability::Position), 70);
  EXPECT_EQ(home.shown(ieee + "lock", Capability::Lock), "on");
  EXPECT_EQ(home.shown(ieee + "lock", Capability::Jammed), "on");
  EXPECT_EQ(home.shown(ieee + "fan", Capability::OnOff), "on");
  EXPECT_EQ(home.shown(ieee + "fan", Capability::Preset), "low");
  EXPECT_EQ(home.number(ieee + "climate", Capability::TargetTemperature), 21.5);
  EXPECT_EQ(home.number(ieee + "climate", Capability::Temperature), 19);
  EXPECT_EQ(home.shown(ieee + "climate", Capability::ThermostatAction), "heating");
  EXPECT_EQ(home.command(ieee + "cover", Capability::Position, 30.0), R"(zigbee2mqtt/Many/set {"position":30.0})");
  EXPECT_EQ(home.table.stop(ieee + "cover")->front().payload, R"({"state":"STOP"})");
  EXPECT_EQ(home.command(ieee + "lock", Capability::Lock, false), R"(zigbee2mqtt/Many/set {"lock":"UNLOCK"})");
  EXPECT_EQ(home.table.entity(ieee + "lock")->tier, home::Tier::Secure);
  EXPECT_EQ(home.command(ieee + "climate", Capability::TargetTemperature, 22.0),
            R"(zigbee2mqtt/Many/set {"occupied_heating_setpoint":22.0})");
  EXPECT_EQ(home.command(ieee + "climate", Capability::ThermostatMode, std::string("cool")),
            "error: \"cool\" is none of off, heat");
  EXPECT_FALSE(home.trait(ieee + "climate", Capability::Temperature)->settable);
}

TEST(Zigbee2Mqtt, GenericExposes) {
  BrokerHome home;
  home.announce("zigbee2mqtt/bridge/devices", devices(device("Multi", R"(
 {"type":"numeric","name":"temperature","property":"temperature","access":1,"unit":"°F"},
 {"type":"numeric","name":"power","property":"power","access":1,"unit":"kW"},
 {"type":"numeric","name":"sensitivity","property":"sensitivity","access":7,"value_min":1,"value_max":10,"value_step":1},
 {"type":"enum","name":"action","property":"action","access":1,"values":["single","double"]},
 {"type":"enum","name":"mode","property":"mode","access":7,"values":["eco","boost"]},
 {"type":"binary","name":"child_lock","property":"child_lock","access":7,"value_on":"LOCK","value_off":"UNLOCK"},
 {"type":"text","name":"note","property":"note","access":1},
 {"type":"list","name":"schedule","property":"schedule","access":1,"item_type":{"type":"text"}},
 {"type":"composite","name":"led","property":"led","access":7,"features":[{"type":"numeric","name":"level","property":"level","access":7}]})")));
  const std::string ieee = "0x0000000000000002/";
  ASSERT_TRUE(
      home.hear("zigbee2mqtt/Multi", R"({"temperature":68,"power":1.2,"sensitivity":4,"action":"double","mode":"eco",
    "child_lock":"LOCK","note":"日本","schedule":[1,2],"led":{"level":7}})")
          .ok());
  EXPECT_NEAR(home.number(ieee + "temperature", Capability::Temperature), 20, 1e-9);
  EXPECT_EQ(home.number(ieee + "power", Capability::Power), 1200);
  EXPECT_EQ(home.number(ieee + "sensitivity", Capability::Level), 4);
  EXPECT_EQ(home.shown(ieee + "action", Capability::Press), "double");
  EXPECT_EQ(home.shown(ieee + "mode", Capability::Option), "eco");
  EXPECT_EQ(home.shown(ieee + "child_lock", Capability::OnOff), "on");
  EXPECT_EQ(home.shown(ieee + "note", Capability::Text), "日本");
  EXPECT_EQ(home.shown(ieee + "schedule", Capability::Text), "[1,2]");
  EXPECT_EQ(home.number(ieee + "led.level", Capability::Level), 7);
  EXPECT_EQ(home.command(ieee + "led.level", Capability::Level, 3.0), R"(zigbee2mqtt/Multi/set {"led":{"level":3.0}})");
  EXPECT_EQ(home.command(ieee + "child_lock", Capability::OnOff, false),
            R"(zigbee2mqtt/Multi/set {"child_lock":"UNLOCK"})");
  EXPECT_EQ(home.command(ieee + "mode", Capability::Option, std::string("warp")),
            "error: \"warp\" is none of eco, boost");
  home.values.clear();
  ASSERT_TRUE(home.hear("zigbee2mqtt/Multi", R"({"action":""})").ok());
  ASSERT_TRUE(home.hear("zigbee2mqtt/Multi", R"({"action":"single"})", true).ok());
  EXPECT_EQ(home.shown(ieee + "action", Capability::Press), "never");  // the clearing, and the press of another day
}

TEST(Zigbee2Mqtt, AvailabilityAsTextAndJsonAndOfTheBridge) {
  BrokerHome home;
  home.announce("zigbee2mqtt/bridge/devices", devices(kLamp));
  const std::string key = "0x0000000000000001/light";
  ASSERT_TRUE(home.hear("zigbee2mqtt/bridge/state", R"({"state":"online"})", true).ok());
  EXPECT_EQ(home.shown(key, Capability::Available), "on");
  ASSERT_TRUE(home.hear("zigbee2mqtt/Living room/Floor lamp/availability", "offline").ok());
  EXPECT_EQ(home.shown(key, Capability::Available), "off");
  ASSERT_TRUE(home.hear("zigbee2mqtt/Living room/Floor lamp/availability", R"({"state":"online"})").ok());
  EXPECT_EQ(home.shown(key, Capability::Available), "on");
  ASSERT_TRUE(home.hear("zigbee2mqtt/bridge/state", "offline").ok());
  EXPECT_EQ(home.shown(key, Capability::Available), "off");
}

TEST(Zigbee2Mqtt, RenamingRemovingAndRepeating) {
  BrokerHome home;
  home.announce("zigbee2mqtt/bridge/devices", devices(kLamp));
  EXPECT_FALSE(home.flush().listing);
  ASSERT_TRUE(home.hear("zigbee2mqtt/bridge/devices", devices(kLamp)).ok());
  EXPECT_FALSE(home.table.changed());  // the same list again

  std::string renamed = kLamp;
  renamed.replace(renamed.find("Living room/Floor"), 17, "Bedroom/Reading");
  ASSERT_TRUE(home.hear("zigbee2mqtt/bridge/devices", devices(renamed)).ok());
  const TableChanges changes = home.flush();
  EXPECT_TRUE(changes.listing->removed.empty());
  EXPECT_EQ(home.area("0x0000000000000001/light"), "Bedroom");
  EXPECT_EQ(changes.unsubscribe.size(), 2u);
  ASSERT_TRUE(home.hear("zigbee2mqtt/Bedroom/Reading lamp", R"({"state":"ON"})").ok());
  EXPECT_EQ(home.shown("0x0000000000000001/light", Capability::OnOff), "on");

  ASSERT_TRUE(home.hear("zigbee2mqtt/bridge/devices", "[]").ok());
  EXPECT_EQ(home.flush().listing->removed.size(), 2u);
  EXPECT_EQ(home.area("0x0000000000000001/light"), "gone");
}

TEST(Zigbee2Mqtt, ARoomLikeGroupGivesTheArea) {
  BrokerHome home;
  home.announce(
      "zigbee2mqtt/bridge/devices",
      devices(device("sensor 7", R"({"type":"binary","name":"occupancy","property":"occupancy","access":1})")));
  EXPECT_EQ(home.area("0x0000000000000002/occupancy"), "nowhere");
  home.announce("zigbee2mqtt/bridge/groups",
                R"([{"friendly_name":"Kitchen","members":[{"ieee_address":"0x0000000000000002","endpoint":1}]},
                    {"friendly_name":"everything","members":[{"ieee_address":"0x0000000000000002","endpoint":1}]}])");
  EXPECT_EQ(home.area("0x0000000000000002/occupancy"), "Kitchen");
}

TEST(Zigbee2Mqtt, SaysWhatItCannotUse) {
  BrokerHome home;
  home.announce(
      "zigbee2mqtt/bridge/devices",
      devices(device("a/#", "", "0x01") + "," + device("bridge/x", "", "0x02") + "," + device("x/set", "", "0x03") +
              "," + device("odd", R"({"type":"warp"},{},7,{"type":"light"})", "0x04") +
              R"(,{"ieee_address":"0x05","friendly_name":"new","definition":null,"interview_completed":false},
                            {"ieee_address":"0x06","friendly_name":"alien","definition":null},7,null,"x")"));
  const std::vector<std::string> unusable = home.bridge.unusable();
  ASSERT_EQ(unusable.size(), 9u);
  EXPECT_EQ(unusable[0], "zigbee2mqtt/a/#: the topic \"zigbee2mqtt/a/#\" has a wildcard, expected one topic");
  EXPECT_EQ(unusable[3], "zigbee2mqtt/odd: an expose of the unknown type \"warp\"");
  EXPECT_EQ(unusable[7], "zigbee2mqtt/new: Zigbee2MQTT has not finished its interview");
  EXPECT_EQ(unusable[8], "zigbee2mqtt/alien: Zigbee2MQTT does not support it");
  EXPECT_EQ(home.table.size(), 0u);
}

TEST(Zigbee2Mqtt, ABrokenListChangesNothing) {
  BrokerHome home;
  home.announce("zigbee2mqtt/bridge/devices", devices(kLamp));
  const std::string whole = devices(kLamp);
  EXPECT_FALSE(home.hear("zigbee2mqtt/bridge/devices", whole.substr(0, whole.size() / 2)).ok());
  EXPECT_FALSE(home.hear("zigbee2mqtt/bridge/devices", "{}").ok());
  EXPECT_FALSE(home.hear("zigbee2mqtt/bridge/devices", std::string(5000, '[')).ok());
  EXPECT_FALSE(home.table.changed());
  ASSERT_TRUE(home.hear("zigbee2mqtt/Living room/Floor lamp", "{\"state\":").ok());
  ASSERT_TRUE(home.hear("zigbee2mqtt/Living room/Floor lamp", R"({"state":7,"brightness":"x","color":[1]})").ok());
  EXPECT_EQ(home.shown("0x0000000000000001/light", Capability::OnOff), "never");
}

}  // namespace
}  // namespace hearth::connect::mqtt
