// How announcements come, change and go; what each platform makes of them is in platforms/.
#include "connect/mqtt/discovery.h"

#include "connect/mqtt/test_broker_home.h"

namespace hearth::connect::mqtt {
namespace {

constexpr const char* kPlug = "homeassistant/switch/plug/config";

TEST(Discovery, ShortKeysAndTheBaseTopic) {
  BrokerHome home;
  home.announce(
      kPlug,
      R"({"~":"home/plug","name":"Plug","uniq_id":"p1","stat_t":"~/state","cmd_t":"~/set","pl_on":"1","pl_off":"0",
    "dev":{"ids":["p1"],"name":"TV","mf":"M","sa":"Lounge"}})");
  EXPECT_EQ(home.name("switch/p1"), "TV Plug");
  EXPECT_EQ(home.area("switch/p1"), "Lounge");
  ASSERT_TRUE(home.hear("home/plug/state", "1").ok());
  EXPECT_EQ(home.shown("switch/p1", Capability::OnOff), "on");
  EXPECT_EQ(home.command("switch/p1", Capability::OnOff, false), "home/plug/set 0");
}

TEST(Discovery, TheBaseTopicMayStandAtTheEnd) {
  BrokerHome home;
  home.announce(kPlug, R"({"~":"plug","uniq_id":"p1","stat_t":"state/~","cmd_t":"set/~"})");
  EXPECT_EQ(home.command("switch/p1", Capability::OnOff, true), "set/plug ON");
}

TEST(Discovery, TheDeviceFormAndWhatItsComponentsShare) {
  BrokerHome home;
  const std::string topic = "homeassistant/device/d1/config";
  const std::string device =
      R"("dev":{"ids":"d1","name":"Weather"},"o":{"name":"x"},"stat_t":"w/state","avty_t":"w/online")";
  home.announce(
      topic, "{" + device +
                 R"(,"cmps":{"t":{"p":"sensor","uniq_id":"d1t","dev_cla":"temperature","val_tpl":"{{ value_json.t }}"},
    "h":{"p":"sensor","uniq_id":"d1h","dev_cla":"humidity","val_tpl":"{{ value_json.h }}"},"bad":{"uniq_id":"z"}}})");
  ASSERT_TRUE(home.hear("w/state", R"({"t":20.5,"h":51})").ok());
  ASSERT_TRUE(home.hear("w/online", "online").ok());
  EXPECT_EQ(home.number("sensor/d1t", Capability::Temperature), 20.5);
  EXPECT_EQ(home.number("sensor/d1h", Capability::Humidity), 51);
  EXPECT_EQ(home.shown("sensor/d1h", Capability::Available), "on");
  EXPECT_EQ(home.discovery.unusable(), std::vector<std::string>{topic + " bad: expected \"platform\""});
  EXPECT_EQ(home.home.devices.size(), 1u);

  home.announce(
      topic, "{" + device +
                 R"(,"cmps":{"t":{"p":"sensor","uniq_id":"d1t","dev_cla":"temperature","val_tpl":"{{ value_json.t }}"},
    "h":{"p":"sensor"}}})");
  EXPECT_EQ(home.area("sensor/d1h"), "gone");
  EXPECT_EQ(home.area("sensor/d1t"), "nowhere");
  home.announce(topic, "");
  EXPECT_EQ(home.table.size(), 0u);
}

TEST(Discovery, ARepetitionChangesNothingAndAnEmptyOneRemoves) {
  BrokerHome home;
  const std::string config = R"({"uniq_id":"p1","cmd_t":"set","stat_t":"state"})";
  home.announce(kPlug, config);
  ASSERT_TRUE(home.hear(kPlug, config).ok());
  EXPECT_FALSE(home.table.changed());
  ASSERT_TRUE(home.hear(kPlug, R"({"uniq_id":"p1","cmd_t":"set2","stat_t":"state"})").ok());
  const TableChanges changes = home.flush();
  EXPECT_TRUE(changes.listing->removed.empty());
  EXPECT_EQ(changes.subscribe, std::vector<std::string>{"state"});
  EXPECT_TRUE(changes.unsubscribe.empty());
  home.announce(kPlug, "");
  EXPECT_EQ(home.area("switch/p1"), "gone");
  ASSERT_TRUE(home.hear("homeassistant/switch/other/config", "").ok());
}

TEST(Discovery, ACoverWithoutAClassIsWhatItsNameSays) {
  BrokerHome home;
  home.announce("homeassistant/cover/g/config", R"({"uniq_id":"g","name":"Garage door","cmd_t":"g/set"})");
  home.announce("homeassistant/cover/b/config",
                R"({"uniq_id":"b","name":"Garage door","dev_cla":"blind","cmd_t":"b/set"})");
  const auto tier = [&](const char* key) {
    return home.home.entity(home.home.find(home.home.door("mqtt"), key))->tier;
  };
  EXPECT_EQ(tier("cover/g"), home::Tier::Secure);
  EXPECT_EQ(tier("cover/b"), home::Tier::Noticeable) << "it says so itself";
  home.announce("homeassistant/cover/d/config",
                R"({"uniq_id":"d","name":"Antrieb","cmd_t":"d/set","dev":{"ids":"d","name":"Garagentor"}})");
  EXPECT_EQ(tier("cover/d"), home::Tier::Secure) << "its device says so";
  EXPECT_EQ(home.home.entity(home.home.find(home.home.door("mqtt"), "cover/d"))->device_class, "garage");
}

TEST(Discovery, MigrationKeepsTheEntity) {
  BrokerHome home;
  home.announce(kPlug, R"({"uniq_id":"p1","cmd_t":"set","dev":{"ids":"d"}})");
  ASSERT_TRUE(home.hear(kPlug, R"({"migrate_discovery":true})").ok());
  ASSERT_TRUE(
      home.hear("homeassistant/device/d/config",
                R"({"dev":{"ids":"d"},"o":{"name":"x"},"cmps":{"a":{"p":"switch","uniq_id":"p1","cmd_t":"set"}}})")
          .ok());
  ASSERT_TRUE(home.hear(kPlug, "").ok());
  EXPECT_TRUE(home.flush().listing->removed.empty());
  EXPECT_EQ(home.command("switch/p1", Capability::OnOff, true), "set ON");
}

TEST(Discovery, OneUniqueIdIsOneEntity) {
  BrokerHome home;
  home.announce(kPlug, R"({"uniq_id":"p1","cmd_t":"set"})");
  home.announce("homeassistant/switch/thief/config", R"({"uniq_id":"p1","cmd_t":"stolen"})");
  EXPECT_EQ(home.command("switch/p1", Capability::OnOff, true), "set ON");
  ASSERT_EQ(home.discovery.unusable().size(), 1u);
  home.announce("homeassistant/switch/thief/config", "");
  EXPECT_EQ(home.command("switch/p1", Capability::OnOff, true), "set ON");
  EXPECT_TRUE(home.discovery.unusable().empty());
}

TEST(Discovery, TwoDevicesWithOneName) {
  BrokerHome home;
  home.announce("homeassistant/switch/a/config", R"({"uniq_id":"a","cmd_t":"a","dev":{"ids":"a","name":"Lamp"}})");
  home.announce("homeassistant/switch/b/config", R"({"uniq_id":"b","cmd_t":"b","dev":{"ids":"b","name":"Lamp"}})");
  EXPECT_EQ(home.home.devices.size(), 2u);
  EXPECT_EQ(home.command("switch/a", Capability::OnOff, true), "a ON");
  EXPECT_EQ(home.command("switch/b", Capability::OnOff, true), "b ON");
}

TEST(Discovery, NamesInAnyScript) {
  BrokerHome home;
  home.announce(
      kPlug,
      R"({"uniq_id":"居間","cmd_t":"家/居間/設定","name":"ランプ","dev":{"ids":"居","name":"居間","sa":"الصالة"}})");
  EXPECT_EQ(home.name("switch/居間"), "居間 ランプ");
  EXPECT_EQ(home.area("switch/居間"), "الصالة");
  EXPECT_EQ(home.command("switch/居間", Capability::OnOff, true), "家/居間/設定 ON");
}

TEST(Discovery, AvailabilityInAllModes) {
  const auto config = [](const std::string& mode) {
    return R"({"uniq_id":"p1","cmd_t":"set","avty_mode":")" + mode +
           R"(","avty":[{"t":"a","pl_avail":"up","pl_not_avail":"down"},{"t":"b","val_tpl":"{{ value_json.state }}"}]})";
  };
  struct Step {
    const char *topic, *payload, *all, *any, *latest;
  };
  const Step steps[] = {{"a", "up", "never", "on", "on"},
                        {"b", R"({"state":"offline"})", "off", "on", "off"},
                        {"b", "nonsense", "off", "on", "off"},
                        {"a", "down", "off", "off", "off"},
                        {"b", R"({"state":"online"})", "off", "on", "on"},
                        {"a", "up", "on", "on", "on"}};
  for (const std::string mode : {"all", "any", "latest"}) {
    BrokerHome home;
    home.announce(kPlug, config(mode));
    for (const Step& step : steps) {
      ASSERT_TRUE(home.hear(step.topic, step.payload).ok());
      const char* wanted = mode == "all" ? step.all : mode == "any" ? step.any : step.latest;
      EXPECT_EQ(home.shown("switch/p1", Capability::Available), wanted)
          << mode << ' ' << step.topic << ' ' << step.payload;
    }
  }
}

TEST(Discovery, ADeviceThatCannotReportIsNotSensed) {
  BrokerHome home;
  home.announce(kPlug, R"({"uniq_id":"p1","cmd_t":"set"})");
  EXPECT_FALSE(home.trait("switch/p1", Capability::OnOff)->sensed);
  EXPECT_TRUE(home.trait("switch/p1", Capability::OnOff)->settable);
}

TEST(Discovery, ABridgesDeviceIsShownOnce) {
  BrokerHome home;
  const std::string plug =
      R"({"uniq_id":"0x00000000000000aa_switch","cmd_t":"zigbee2mqtt/Plug/set","stat_t":"zigbee2mqtt/Plug",
    "val_tpl":"{{ value_json.state }}","dev":{"ids":["zigbee2mqtt_0x00000000000000aa"],"name":"Plug"}})";
  home.announce(kPlug, plug);
  EXPECT_EQ(home.area("switch/0x00000000000000aa_switch"), "nowhere");
  home.announce(
      "zigbee2mqtt/bridge/devices",
      R"([{"ieee_address":"0x00000000000000aa","type":"Router","friendly_name":"Plug","definition":{"exposes":[
                  {"type":"switch","features":[{"type":"binary","name":"state","property":"state","access":7,"value_on":"ON","value_off":"OFF"}]}]}}])");
  EXPECT_EQ(home.area("switch/0x00000000000000aa_switch"), "gone");
  EXPECT_EQ(home.area("0x00000000000000aa/switch"), "nowhere");
  EXPECT_EQ(home.home.devices.size(), 1u);
  home.announce("zigbee2mqtt/bridge/devices", "[]");
  EXPECT_EQ(home.area("switch/0x00000000000000aa_switch"), "nowhere");
  EXPECT_EQ(home.area("0x00000000000000aa/switch"), "gone");
}

TEST(Discovery, HostileAnnouncements) {
  BrokerHome home;
  const std::string good = R"({"uniq_id":"p1","cmd_t":"set","stat_t":"state"})";
  home.announce(kPlug, good);
  for (const std::string& bad :
       {std::string("{"), good.substr(0, 20), std::string("[]"), std::string("7"), std::string(1 << 20, ' ') + good,
        std::string(200, '{'), std::string("{\"a\":\"\xff\"}")}) {
    EXPECT_FALSE(home.hear(kPlug, bad).ok()) << bad.substr(0, 40);
  }
  EXPECT_EQ(home.command("switch/p1", Capability::OnOff, true), "set ON");  // as it was

  for (const char* odd : {"homeassistant/config", "homeassistant//config", "homeassistant", "homeassistant/"}) {
    EXPECT_FALSE(home.discovery.concerns(odd)) << odd;  // a device may keep its state there
    EXPECT_FALSE(home.discovery.take(odd, good, home.table).ok()) << odd;
  }
  EXPECT_EQ(home.table.size(), 1u);

  const std::pair<const char*, const char*> refused[] = {
      {R"({"uniq_id":"x","cmd_t":"homeassistant/light/x/config"})",
       "command_topic: the topic \"homeassistant/light/x/config\" is one where devices announce themselves"},
      {R"({"uniq_id":"x","cmd_t":"#"})", "command_topic: the topic \"#\" has a wildcard, expected one topic"},
      {R"({"uniq_id":"x","cmd_t":"$SYS/x"})", "command_topic: the topic \"$SYS/x\" is the broker's own"},
      {R"({"uniq_id":"x","cmd_t":"hearth/status"})",
       "command_topic: the topic \"hearth/status\" is this program's own"},
      {R"({"uniq_id":"x","cmd_t":{"a":1}})", "command_topic: expected a text"},
      {R"({"uniq_id":"x","cmd_t":"s","qos":7})", "qos: expected 0, 1 or 2"},
      {R"({"uniq_id":"x"})", "command_topic: a switch needs one"},
      {R"({"uniq_id":"x","cmd_t":"s","avty":[7]})", "availability: expected objects with a topic"},
      {R"({"uniq_id":"x","cmd_t":"s","avty_t":"a/+"})",
       "availability_topic: the topic \"a/+\" has a wildcard, expected one topic"},
  };
  for (const auto& [config, why] : refused) {
    home.announce("homeassistant/switch/x/config", config);
    EXPECT_EQ(home.discovery.unusable(),
              std::vector<std::string>{std::string("homeassistant/switch/x/config: ") + why});
    EXPECT_EQ(home.table.size(), 1u);
  }
}

TEST(Discovery, AnAnnouncementThatFailedLeavesNoDevice) {
  BrokerHome home;
  const std::string topic = "homeassistant/device/d/config";
  EXPECT_FALSE(home.hear(topic, R"({"dev":{"ids":"d","name":"Odd"},"o":{"name":"x"},"cmps":7})").ok());
  const std::string good =
      R"({"dev":{"ids":"d","name":"Plug"},"o":{"name":"x"},"cmps":{"a":{"p":"switch","uniq_id":"p","cmd_t":"set"}}})";
  home.announce(topic, good);
  home.announce(topic, "");
  EXPECT_EQ(home.table.devices(), 0u);
}

TEST(Discovery, ATemplateOverItsBudgetCostsThatMessageOnly) {
  BrokerHome home;
  home.announce(
      "homeassistant/sensor/x/config",
      R"({"uniq_id":"x","stat_t":"s","val_tpl":"{% for i in range(99999) %}{% for j in range(99999) %}x{% endfor %}{% endfor %}"})");
  home.announce("homeassistant/sensor/y/config", R"({"uniq_id":"y","stat_t":"s","dev_cla":"power"})");
  ASSERT_TRUE(home.hear("s", "5").ok());
  EXPECT_EQ(home.number("sensor/y", Capability::Power), 5);
  EXPECT_EQ(home.shown("sensor/x", Capability::Text), "never");
  EXPECT_EQ(home.table.errors(), 1u);
  EXPECT_EQ(home.table.complaints().size(), 1u);
}

TEST(Discovery, AnUnknownTemplateConstructCostsThatEntityOnly) {
  BrokerHome home;
  home.announce("homeassistant/device/d/config", R"({"dev":{"ids":"d"},"o":{"name":"x"},"cmps":{
    "a":{"p":"sensor","uniq_id":"a","stat_t":"s","val_tpl":"{{ value | conjure }}"},
    "b":{"p":"sensor","uniq_id":"b","stat_t":"s","dev_cla":"power"}}})");
  ASSERT_EQ(home.discovery.unusable().size(), 1u);
  EXPECT_TRUE(home.discovery.unusable()[0].starts_with("homeassistant/device/d/config a: value_template:1:"))
      << home.discovery.unusable()[0];
  EXPECT_EQ(home.table.size(), 1u);
}

TEST(Discovery, HearthIsNoDeviceOfItsOwn) {
  BrokerHome home;
  home.announce(
      "homeassistant/device/other_hearth/config",
      R"({"dev":{"ids":"h2"},"o":{"name":"Hearth"},"cmps":{"a":{"p":"sensor","uniq_id":"a","stat_t":"hearth2/answer"}}})");
  EXPECT_EQ(home.table.size(), 0u);
  EXPECT_TRUE(home.discovery.unusable().empty());
}

TEST(Discovery, ExpiryAndMotionThatEndsByItself) {
  BrokerHome home;
  home.announce("homeassistant/binary_sensor/m/config",
                R"({"uniq_id":"m","stat_t":"m","dev_cla":"motion","off_dly":30,"exp_aft":600})");
  ASSERT_TRUE(home.hear("m", "ON").ok());
  EXPECT_EQ(home.table.next_due(), std::optional<Duration>(std::chrono::seconds(30)));
  home.pass(std::chrono::seconds(20));
  ASSERT_TRUE(home.hear("m", "ON").ok());
  home.pass(std::chrono::seconds(29));
  EXPECT_EQ(home.shown("binary_sensor/m", Capability::Motion), "on");
  home.pass(std::chrono::seconds(1));
  EXPECT_EQ(home.shown("binary_sensor/m", Capability::Motion), "off");
  home.pass(std::chrono::seconds(570));
  EXPECT_EQ(home.shown("binary_sensor/m", Capability::Motion), "unknown");
  EXPECT_FALSE(home.table.next_due());
}

TEST(EntityName, SaysNothingTwice) {
  EXPECT_EQ(entity_name("Front door", "battery"), "Front door battery");
  EXPECT_EQ(entity_name("Front door contact", "Contact"), "Front door contact");
  EXPECT_EQ(entity_name("Lamp", "lamp brightness"), "lamp brightness");
  EXPECT_EQ(entity_name("", "Lamp"), "Lamp");
  EXPECT_EQ(entity_name("Contact", "Contact"), "Contact");
  EXPECT_EQ(entity_name("Seacontact", "Contact"), "Seacontact Contact");
}

}  // namespace
}  // namespace hearth::connect::mqtt
