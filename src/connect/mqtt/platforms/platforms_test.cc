// What each platform of discovery makes of states, and of commands.
#include "connect/mqtt/test_broker_home.h"

namespace hearth::connect::mqtt {
namespace {

/// One entity of `platform` with unique id x, so its key is platform/x.
BrokerHome with(const std::string& platform, const std::string& config) {
  BrokerHome home;
  home.announce("homeassistant/" + platform + "/x/config", R"({"uniq_id":"x",)" + config + "}");
  EXPECT_EQ(home.table.size(), 1u) << (home.discovery.unusable().empty() ? "" : home.discovery.unusable()[0]);
  return home;
}

TEST(Platforms, JsonLight) {
  BrokerHome home = with("light", R"("schema":"json","cmd_t":"c","stat_t":"s","brightness":true,"bri_scl":100,
    "sup_clrm":["color_temp","hs"],"min_mirs":153,"max_mirs":500,"fx_list":["rainbow"],"effect":true)");
  const std::string key = "light/x";
  ASSERT_TRUE(
      home.hear("s", R"({"state":"ON","brightness":40,"color_mode":"color_temp","color_temp":250,"effect":"rainbow"})")
          .ok());
  EXPECT_EQ(home.number(key, Capability::Brightness), 40);
  EXPECT_EQ(home.number(key, Capability::ColorTemperature), 4000);
  EXPECT_EQ(home.shown(key, Capability::Effect), "rainbow");
  EXPECT_EQ(home.shown(key, Capability::Color), "never");
  ASSERT_TRUE(home.hear("s", R"({"color_mode":"hs","color":{"h":120,"s":100}})").ok());
  EXPECT_EQ(home.shown(key, Capability::Color), "#00ff00");
  EXPECT_EQ(home.command(key, Capability::OnOff, true, 2), R"(c {"state":"ON","transition":2.0})");
  EXPECT_EQ(home.command(key, Capability::Brightness, 55.0), R"(c {"brightness":55,"state":"ON"})");
  EXPECT_EQ(home.command(key, Capability::ColorTemperature, 4000.0), R"(c {"color_temp":250,"state":"ON"})");
  EXPECT_EQ(home.command(key, Capability::Color, std::string("#0000ff")),
            R"(c {"color":{"h":240.0,"s":100.0},"state":"ON"})");
  EXPECT_EQ(home.command(key, Capability::Effect, std::string("fire")), "error: \"fire\" is none of rainbow");
  EXPECT_EQ(home.trait(key, Capability::ColorTemperature)->low, 2000);
  EXPECT_EQ(home.trait(key, Capability::ColorTemperature)->high, 6536);
  ASSERT_TRUE(home.hear("s", "garbage").ok());
  EXPECT_EQ(home.table.errors(), 1u);
}

TEST(Platforms, JsonLightInKelvinAndXy) {
  BrokerHome home =
      with("light", R"("schema":"json","cmd_t":"c","stat_t":"s","sup_clrm":["color_temp","xy"],"clr_temp_k":true)");
  ASSERT_TRUE(home.hear("s", R"({"state":"OFF","brightness":255,"color_mode":"color_temp","color_temp":2700})").ok());
  EXPECT_EQ(home.number("light/x", Capability::ColorTemperature), 2700);
  EXPECT_EQ(home.number("light/x", Capability::Brightness), 100);
  EXPECT_EQ(home.shown("light/x", Capability::OnOff), "off");
  EXPECT_EQ(home.command("light/x", Capability::ColorTemperature, 3000.0), R"(c {"color_temp":3000,"state":"ON"})");
  EXPECT_EQ(home.command("light/x", Capability::Color, std::string("#ff0000")),
            R"(c {"color":{"x":0.6401,"y":0.33},"state":"ON"})");
}

TEST(Platforms, BasicLight) {
  BrokerHome home = with(
      "light",
      R"("cmd_t":"c","stat_t":"s","stat_val_tpl":"{{ value_json.p }}","bri_cmd_t":"b","bri_stat_t":"bs","bri_scl":254,
    "rgb_cmd_t":"r","rgb_stat_t":"rs","rgb_cmd_tpl":"{{ '%02x%02x%02x' | format(red, green, blue) }}","clr_temp_cmd_t":"k","clr_temp_stat_t":"ks")");
  const std::string key = "light/x";
  ASSERT_TRUE(home.hear("s", R"({"p":"ON"})").ok());
  ASSERT_TRUE(home.hear("bs", "127").ok());
  ASSERT_TRUE(home.hear("rs", "0,255,255").ok());
  ASSERT_TRUE(home.hear("ks", "250").ok());
  EXPECT_EQ(home.shown(key, Capability::OnOff), "on");
  EXPECT_EQ(home.number(key, Capability::Brightness), 50);
  EXPECT_EQ(home.shown(key, Capability::Color), "#00ffff");
  EXPECT_EQ(home.number(key, Capability::ColorTemperature), 4000);
  EXPECT_EQ(home.command(key, Capability::OnOff, false), "c OFF");
  EXPECT_EQ(home.command(key, Capability::Brightness, 50.0), "b 127 | c ON");
  EXPECT_EQ(home.command(key, Capability::Brightness, 0.0), "c OFF");
  EXPECT_EQ(home.command(key, Capability::Color, std::string("#ff8000")), "r ff8000 | c ON");
  EXPECT_EQ(home.command(key, Capability::ColorTemperature, 2000.0), "k 500 | c ON");
  ASSERT_TRUE(home.hear("rs", "1,2").ok());
  EXPECT_EQ(home.table.errors(), 1u);
}

TEST(Platforms, BasicLightSwitchedOnByBrightness) {
  BrokerHome home = with("light", R"("cmd_t":"c","bri_cmd_t":"b","on_cmd_type":"brightness")");
  EXPECT_EQ(home.command("light/x", Capability::OnOff, true), "b 255");
  EXPECT_EQ(home.command("light/x", Capability::OnOff, false), "c OFF");
  EXPECT_EQ(home.command("light/x", Capability::Brightness, 20.0), "b 51");
  EXPECT_FALSE(home.trait("light/x", Capability::OnOff)->sensed);
}

TEST(Platforms, Cover) {
  BrokerHome home =
      with("cover", R"("cmd_t":"c","set_pos_t":"p","pos_t":"ps","pos_open":0,"pos_clsd":255,"dev_cla":"garage",
    "tilt_cmd_t":"t","tilt_status_t":"ts")");
  ASSERT_TRUE(home.hear("ps", "51").ok());
  ASSERT_TRUE(home.hear("ts", "30").ok());
  EXPECT_EQ(home.number("cover/x", Capability::Position), 80);
  EXPECT_EQ(home.number("cover/x", Capability::Tilt), 30);
  EXPECT_EQ(home.command("cover/x", Capability::Position, 20.0), "p 204");
  EXPECT_EQ(home.command("cover/x", Capability::Tilt, 60.0), "t 60");
  EXPECT_EQ(home.table.stop("cover/x")->front().payload, "STOP");
  EXPECT_EQ(home.table.entity("cover/x")->tier, home::Tier::Secure);
}

TEST(Platforms, CoverThatOnlyOpensAndCloses) {
  BrokerHome home = with("cover", R"("cmd_t":"c","stat_t":"s","pl_open":"up","pl_cls":"down","pl_stop":null)");
  ASSERT_TRUE(home.hear("s", "opening").ok());
  EXPECT_EQ(home.shown("cover/x", Capability::Position), "never");
  ASSERT_TRUE(home.hear("s", "open").ok());
  EXPECT_EQ(home.number("cover/x", Capability::Position), 100);
  EXPECT_EQ(home.command("cover/x", Capability::Position, 0.0), "c down");
  EXPECT_EQ(home.command("cover/x", Capability::Position, 50.0), "error: it only opens (100) and closes (0)");
  EXPECT_FALSE(home.table.stop("cover/x").ok());
}

TEST(Platforms, Climate) {
  BrokerHome home = with(
      "climate", R"("temp_unit":"F","min_temp":50,"max_temp":86,"temp_step":0.9,"temp_cmd_t":"t","temp_stat_t":"ts",
    "curr_temp_t":"ct","mode_cmd_t":"m","mode_stat_t":"ms","modes":["off","heat"],"act_t":"a","pr_mode_cmd_t":"p","pr_mode_stat_t":"ps","pr_modes":["eco"])");
  const std::string key = "climate/x";
  ASSERT_TRUE(home.hear("ts", "68").ok());
  ASSERT_TRUE(home.hear("ct", "66.2").ok());
  ASSERT_TRUE(home.hear("ms", "heat").ok());
  ASSERT_TRUE(home.hear("a", "heating").ok());
  ASSERT_TRUE(home.hear("ps", "None").ok());
  EXPECT_NEAR(home.number(key, Capability::TargetTemperature), 20, 1e-9);
  EXPECT_NEAR(home.number(key, Capability::Temperature), 19, 1e-9);
  EXPECT_EQ(home.shown(key, Capability::ThermostatMode), "heat");
  EXPECT_EQ(home.shown(key, Capability::ThermostatAction), "heating");
  EXPECT_EQ(home.shown(key, Capability::Preset), "unknown");
  EXPECT_EQ(home.command(key, Capability::TargetTemperature, 22.5), "t 72.5");
  EXPECT_EQ(home.command(key, Capability::ThermostatMode, std::string("off")), "m off");
  EXPECT_EQ(home.command(key, Capability::ThermostatMode, std::string("cool")), "error: \"cool\" is none of off, heat");
  EXPECT_NEAR(home.trait(key, Capability::TargetTemperature)->low, 10, 1e-9);
  EXPECT_NEAR(home.trait(key, Capability::TargetTemperature)->step, 0.5, 1e-9);
}

TEST(Platforms, Lock) {
  BrokerHome home = with("lock", R"("cmd_t":"c","stat_t":"s","cmd_tpl":"{\"do\":\"{{ value }}\"}")");
  ASSERT_TRUE(home.hear("s", "UNLOCKING").ok());
  EXPECT_EQ(home.shown("lock/x", Capability::Lock), "never");
  ASSERT_TRUE(home.hear("s", "LOCKED").ok());
  EXPECT_EQ(home.shown("lock/x", Capability::Lock), "on");
  EXPECT_EQ(home.shown("lock/x", Capability::Jammed), "off");
  ASSERT_TRUE(home.hear("s", "JAMMED").ok());
  EXPECT_EQ(home.shown("lock/x", Capability::Jammed), "on");
  EXPECT_EQ(home.command("lock/x", Capability::Lock, false), R"(c {"do":"UNLOCK"})");
  EXPECT_EQ(home.table.entity("lock/x")->tier, home::Tier::Secure);
}

TEST(Platforms, AVacuumCleanerIsSentOutAndCalledHome) {
  BrokerHome home =
      with("vacuum", R"("cmd_t":"c","stat_t":"s","sup_feat":["start","pause","return_home"],"pl_strt":"go")");
  const std::string key = "vacuum/x";
  ASSERT_TRUE(home.hear("s", R"({"state":"docked","battery_level":61,"fan_speed":"max"})").ok());
  EXPECT_EQ(home.shown(key, Capability::Vacuum), "docked");
  EXPECT_EQ(home.number(key, Capability::Battery), 61);
  EXPECT_EQ(home.shown(key, Capability::Problem), "off");
  ASSERT_TRUE(home.hear("s", R"({"state":"error"})").ok());
  EXPECT_EQ(home.shown(key, Capability::Vacuum), "idle");
  EXPECT_EQ(home.shown(key, Capability::Problem), "on");
  EXPECT_EQ(home.command(key, Capability::Vacuum, std::string("cleaning")), "c go");
  EXPECT_EQ(home.command(key, Capability::Vacuum, std::string("paused")), "c pause");
  EXPECT_EQ(home.command(key, Capability::Vacuum, std::string("docked")), "c return_to_base");
  ASSERT_TRUE(home.hear("s", R"({"state":"flying"})").ok());
  ASSERT_TRUE(home.hear("s", "cleaning").ok());
  EXPECT_EQ(home.table.errors(), 2u);
  EXPECT_EQ(home.shown(key, Capability::Vacuum), "idle") << "what was no state changed nothing";
}

TEST(Platforms, AVacuumCleanerThatCannotPauseIsNotAskedTo) {
  BrokerHome home = with("vacuum", R"("cmd_t":"c","stat_t":"s")");
  EXPECT_EQ(home.trait("vacuum/x", Capability::Vacuum)->options, (std::vector<std::string>{"cleaning", "docked"}));
  EXPECT_EQ(home.command("vacuum/x", Capability::Vacuum, std::string("paused")).substr(0, 6), "error:");
}

TEST(Platforms, LawnMower) {
  BrokerHome home =
      with("lawn_mower", R"("activity_state_topic":"s","activity_value_template":"{{ value_json.activity }}",
    "dock_command_topic":"d","start_mowing_command_topic":"m",
    "start_mowing_command_template":"{\"do\":\"{{ value }}\"}")");
  const std::string key = "lawn_mower/x";
  ASSERT_TRUE(home.hear("s", R"({"activity":"mowing"})").ok());
  EXPECT_EQ(home.shown(key, Capability::Vacuum), "cleaning");
  EXPECT_EQ(home.command(key, Capability::Vacuum, std::string("cleaning")), R"(m {"do":"start_mowing"})");
  EXPECT_EQ(home.command(key, Capability::Vacuum, std::string("docked")), "d dock");
  EXPECT_EQ(home.command(key, Capability::Vacuum, std::string("paused")).substr(0, 6), "error:");
}

TEST(Platforms, ALockWithACodeIsWatchedOnly) {
  BrokerHome home = with("lock", R"("cmd_t":"c","stat_t":"s","cod_form":"^\\d{4}$")");
  ASSERT_TRUE(home.hear("s", "UNLOCKED").ok());
  EXPECT_EQ(home.shown("lock/x", Capability::Lock), "off");
  EXPECT_EQ(home.command("lock/x", Capability::Lock, true), "error: lock of this entity cannot be set");
  EXPECT_EQ(home.discovery.unusable().size(), 1u);
}

TEST(Platforms, Fan) {
  BrokerHome home = with(
      "fan",
      R"("cmd_t":"c","stat_t":"s","pct_cmd_t":"p","pct_stat_t":"ps","spd_rng_max":4,"pr_mode_cmd_t":"m","pr_modes":["auto"],
    "osc_cmd_t":"o","osc_stat_t":"os","dir_cmd_t":"d")");
  ASSERT_TRUE(home.hear("ps", "3").ok());
  ASSERT_TRUE(home.hear("os", "oscillate_on").ok());
  EXPECT_EQ(home.number("fan/x", Capability::Speed), 75);
  EXPECT_EQ(home.trait("fan/x", Capability::Speed)->step, 25);
  EXPECT_EQ(home.shown("fan/x", Capability::Oscillation), "on");
  EXPECT_EQ(home.command("fan/x", Capability::Speed, 50.0), "p 2");
  EXPECT_EQ(home.command("fan/x", Capability::Speed, 0.0), "p 0");
  EXPECT_EQ(home.command("fan/x", Capability::Preset, std::string("auto")), "m auto");
  EXPECT_EQ(home.command("fan/x", Capability::Oscillation, false), "o oscillate_off");
  EXPECT_EQ(home.command("fan/x", Capability::Direction, std::string("up")),
            "error: \"up\" is none of forward, reverse");
}

TEST(Platforms, BinarySensors) {
  BrokerHome open = with("binary_sensor", R"("stat_t":"s","dev_cla":"window","pl_on":"open","pl_off":"shut")");
  ASSERT_TRUE(open.hear("s", "open").ok());
  EXPECT_EQ(open.shown("binary_sensor/x", Capability::Contact), "on");
  ASSERT_TRUE(open.hear("s", "ajar").ok());
  EXPECT_EQ(open.table.complaints(),
            std::vector<std::string>{"binary_sensor/x: \"ajar\" is neither \"open\" nor \"shut\""});
  BrokerHome lock = with("binary_sensor", R"("stat_t":"s","dev_cla":"lock")");
  ASSERT_TRUE(lock.hear("s", "ON").ok());  // on is unlocked
  EXPECT_EQ(lock.shown("binary_sensor/x", Capability::Lock), "off");
}

TEST(Platforms, Sensors) {
  BrokerHome power =
      with("sensor", R"("stat_t":"s","dev_cla":"power","unit_of_meas":"mW","val_tpl":"{{ value_json.a.b | float }}")");
  ASSERT_TRUE(power.hear("s", R"({"a":{"b":"1500"}})").ok());
  EXPECT_EQ(power.number("sensor/x", Capability::Power), 1.5);
  BrokerHome word = with("sensor", R"("stat_t":"s")");
  ASSERT_TRUE(word.hear("s", "brewing").ok());
  EXPECT_EQ(word.shown("sensor/x", Capability::Text), "brewing");
  BrokerHome plain = with("sensor", R"("stat_t":"s","unit_of_meas":"rpm")");
  ASSERT_TRUE(plain.hear("s", " 1e3 ").ok());
  EXPECT_EQ(plain.number("sensor/x", Capability::Number), 1000);
  ASSERT_TRUE(plain.hear("s", "unavailable").ok());
  EXPECT_EQ(plain.table.errors(), 1u);
  ASSERT_TRUE(plain.hear("s", "nan").ok());
  EXPECT_EQ(plain.number("sensor/x", Capability::Number), 1000);
  BrokerHome odd;
  odd.announce("homeassistant/sensor/x/config",
               R"({"uniq_id":"x","stat_t":"s","dev_cla":"power","unit_of_meas":"°C"})");
  EXPECT_EQ(odd.discovery.unusable().front(),
            "homeassistant/sensor/x/config: unit_of_measurement: \"°C\" does not measure power");
}

TEST(Platforms, EventsAreNews) {
  BrokerHome home = with("event", R"("stat_t":"s","evt_typ":["press","hold"],"dev_cla":"button")");
  ASSERT_TRUE(home.hear("s", R"({"event_type":"hold"})", true).ok());
  EXPECT_EQ(home.shown("event/x", Capability::Press), "never");
  ASSERT_TRUE(home.hear("s", R"({"event_type":"hold","n":2})").ok());
  EXPECT_EQ(home.shown("event/x", Capability::Press), "hold");
  ASSERT_TRUE(home.hear("s", R"({"event_type":"kick"})").ok());
  ASSERT_TRUE(home.hear("s", "hold").ok());
  EXPECT_EQ(home.table.errors(), 2u);
}

TEST(Platforms, Controls) {
  EXPECT_EQ(with("button", R"("cmd_t":"c","pl_prs":"go")").command("button/x", Capability::Press, std::string("press")),
            "c go");
  BrokerHome scene = with("scene", R"("cmd_t":"c")");
  EXPECT_EQ(scene.command("scene/x", Capability::Scene, true), "c ON");
  EXPECT_EQ(scene.table.command("scene/x", Capability::Scene, true, 0)->front().qos, 0);  // not twice
  EXPECT_EQ(scene.command("scene/x", Capability::Scene, false), "error: a scene can be activated, not taken back");
  BrokerHome number = with("number", R"("cmd_t":"c","stat_t":"s","min":0,"max":10,"step":0.5)");
  EXPECT_EQ(number.command("number/x", Capability::Level, 2.5), "c 2.5");
  EXPECT_EQ(number.command("number/x", Capability::Level, 3.0), "c 3");
  EXPECT_EQ(number.command("number/x", Capability::Level, 11.0), "error: 11 is not between 0 and 10");
  BrokerHome select = with("select", R"("cmd_t":"c","stat_t":"s","ops":["a","b"])");
  ASSERT_TRUE(select.hear("s", "b").ok());
  EXPECT_EQ(select.shown("select/x", Capability::Option), "b");
  EXPECT_EQ(select.command("select/x", Capability::Option, std::string("a")), "c a");
  EXPECT_EQ(select.command("select/x", Capability::Option, 7.0), "error: option cannot be 7");
  EXPECT_EQ(with("text", R"("cmd_t":"c","max":3)").command("text/x", Capability::Text, std::string("long")),
            "error: a text of 4 bytes, expected 0 to 3");
}

TEST(Platforms, ValveHumidifierSirenAndAlarm) {
  BrokerHome valve = with("valve", R"("cmd_t":"c","stat_t":"s")");
  ASSERT_TRUE(valve.hear("s", "closed").ok());
  EXPECT_EQ(valve.number("valve/x", Capability::Position), 0);
  EXPECT_EQ(valve.command("valve/x", Capability::Position, 100.0), "c OPEN");
  BrokerHome humidifier =
      with("humidifier", R"("cmd_t":"c","hum_cmd_t":"h","hum_stat_t":"hs","min_hum":30,"max_hum":70)");
  ASSERT_TRUE(humidifier.hear("hs", "45").ok());
  EXPECT_EQ(humidifier.number("humidifier/x", Capability::TargetHumidity), 45);
  EXPECT_EQ(humidifier.command("humidifier/x", Capability::TargetHumidity, 50.0), "h 50");
  EXPECT_EQ(with("siren", R"("cmd_t":"c","stat_t":"s")").command("siren/x", Capability::OnOff, true), "c ON");
  BrokerHome alarm = with("alarm_control_panel", R"("cmd_t":"c","stat_t":"s")");
  ASSERT_TRUE(alarm.hear("s", "armed_away").ok());
  ASSERT_TRUE(alarm.hear("s", "pending").ok());
  EXPECT_EQ(alarm.shown("alarm_control_panel/x", Capability::Alarm), "armed_away");
  EXPECT_EQ(alarm.command("alarm_control_panel/x", Capability::Alarm, std::string("disarmed")), "c DISARM");
}

TEST(Platforms, UnknownOnesAreNamed) {
  BrokerHome home;
  home.announce("homeassistant/camera/x/config", R"({"uniq_id":"x","cmd_t":"c"})");
  EXPECT_EQ(home.discovery.unusable(),
            std::vector<std::string>{"homeassistant/camera/x/config: the platform \"camera\" is not supported"});
}

}  // namespace
}  // namespace hearth::connect::mqtt
