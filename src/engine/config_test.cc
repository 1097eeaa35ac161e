#include "engine/config.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

namespace hearth::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::filesystem::path kFile = "/etc/hearth/hearth.toml";

Config good(std::string_view toml) {
  Result<Config> config = parse_config(toml, kFile);
  EXPECT_TRUE(config.ok()) << (config.ok() ? "" : to_string(config.error()));
  return config.ok() ? std::move(config).value() : Config{};
}

Error bad(std::string_view toml) {
  const Result<Config> config = parse_config(toml, kFile);
  EXPECT_FALSE(config.ok()) << toml;
  return config.ok() ? Error{} : config.error();
}

TEST(Config, AnEmptyFileIsAHomeWithoutDoors) {
  const Config config = good("");
  EXPECT_EQ(config.name, "Home");
  EXPECT_EQ(config.language, "en");
  EXPECT_EQ(config.log_level, "info");
  EXPECT_EQ(config.file, kFile);
  EXPECT_TRUE(config.mqtt.empty());
  EXPECT_EQ(config.listing.door, "config");
}

TEST(Config, EveryKeyIsRead) {
  const Config config = good(R"(
[home]
name = "Mill"
zone = "Europe/Zurich"
language = "de"
languages = ["pt-BR"]
sentences = "ours"
cache = "/var/cache/hearth"
[journal]
path = "mill.db"
[log]
level = "debug"
[control]
socket = "run/mill.sock"
port = 8090
token_file = "token"
area = "Study"
person = "Anna"
[[door]]
type = "mqtt"
name = "broker"
host = "10.0.0.2"
port = 8883
client_id = "mill"
user = "anna"
tls = true
ca_file = "ca.pem"
certificate_file = "c.pem"
key_file = "k.pem"
verify = false
discovery = "ha"
zigbee2mqtt = ["zigbee2mqtt", "attic"]
own_topic = "mill"
secure = ["Carport"]
[[floor]]
name = "Ground"
aliases = ["downstairs"]
level = -1
[[area]]
name = "Study"
aliases = "den"
floor = "Ground"
[[person]]
name = "Anna"
role = "owner"
languages = ["de", "en"]
[[person]]
name = "Bert"
)");
  EXPECT_EQ(config.name, "Mill");
  EXPECT_EQ(config.zone, "Europe/Zurich");
  EXPECT_EQ(config.language, "de");
  EXPECT_EQ(config.journal, "mill.db");
  EXPECT_EQ(config.log_level, "debug");
  EXPECT_EQ(config.control.socket, "/etc/hearth/run/mill.sock") << "beside the file";
  EXPECT_EQ(config.control.port, 8090);
  EXPECT_EQ(config.control.token_file, "/etc/hearth/token");
  EXPECT_EQ(config.control.area, "Study");
  EXPECT_EQ(config.control.person, "Anna");
  ASSERT_EQ(config.mqtt.size(), 1U);
  const connect::MqttDoorOptions& door = config.mqtt[0];
  EXPECT_EQ(door.name, "broker");
  EXPECT_EQ(door.broker.host, "10.0.0.2");
  EXPECT_EQ(door.broker.port, 8883);
  EXPECT_EQ(door.broker.client_id, "mill");
  EXPECT_EQ(door.broker.user, "anna");
  ASSERT_TRUE(door.broker.tls);
  EXPECT_EQ(door.broker.tls->ca_file, "/etc/hearth/ca.pem");
  EXPECT_EQ(door.broker.tls->key_file, "/etc/hearth/k.pem");
  EXPECT_FALSE(door.broker.tls->verify);
  EXPECT_EQ(door.discovery_prefix, "ha");
  EXPECT_THAT(door.zigbee2mqtt, ElementsAre("zigbee2mqtt", "attic"));
  EXPECT_EQ(door.own_topic, "mill");
  EXPECT_THAT(door.secure, ElementsAre("Carport"));
  ASSERT_EQ(config.listing.floors.size(), 1U);
  EXPECT_EQ(config.listing.floors[0].level, -1);
  EXPECT_EQ(config.listing.floors[0].names[1].text, "downstairs");
  ASSERT_EQ(config.listing.areas.size(), 1U);
  EXPECT_EQ(config.listing.areas[0].floor, home::FloorId{1});
  EXPECT_EQ(config.listing.areas[0].names[1].text, "den");
  ASSERT_EQ(config.listing.people.size(), 2U);
  EXPECT_EQ(config.listing.people[0].role, home::Role::Owner);
  EXPECT_THAT(config.listing.people[0].languages, ElementsAre("de", "en"));
  EXPECT_EQ(config.listing.people[1].role, home::Role::Adult);
  EXPECT_THAT(spoken_languages(config), ElementsAre("de", "pt-BR", "en"));
  EXPECT_EQ(config.sentences, "ours");
  EXPECT_EQ(config.cache, "/var/cache/hearth");
}

TEST(Config, ErrorsNameFileLineKeyAndWhatWasExpected) {
  struct Case {
    std::string_view toml, place, message;
  };
  for (const Case& wrong : {
           Case{"[home]\nname = 3", "hearth.toml:2 in home", "'name': expected text in quotes"},
           Case{"[home]\nnmae = \"x\"", "hearth.toml:2 in home",
                "unknown key 'nmae'; known here: cache, language, languages, name, sentences, zone"},
           Case{"[home]\nlanguages = [\"../x\"]", "hearth.toml:2 in home", "'languages': expected languages by"},
           Case{"\nhome = 3", "hearth.toml:2", "'home': expected a table: [home]"},
           Case{"[door]\nname = \"x\"", "hearth.toml:1", "'door': expected a list of tables: [[door]]"},
           Case{"[[door]]\ntype = \"zwave\"", "hearth.toml:2 in door", "'type': expected \"mqtt\""},
           Case{"[[door]]\n\nport = 70000", "hearth.toml:3 in door", "a port number from 0 to 65535"},
           Case{"[[door]]\nport = -1", "hearth.toml:2 in door", "a port number"},
           Case{"[[door]]\ntls = \"yes\"", "hearth.toml:2 in door", "true or false"},
           Case{"[[door]]\nzigbee2mqtt = [1]", "hearth.toml:2 in door", "a list of texts"},
           Case{"[[door]]\nname = \"a\"\n[[door]]\nname = \"a\"", "hearth.toml:4 in door", "another name"},
           Case{"[[door]]\nname = \"control\"", "hearth.toml:2 in door", "'name': expected a name that is not"},
           Case{"[[door]]\nname = \"config\"", "hearth.toml:2 in door", "'name': expected a name that is not"},
           Case{"[[door]]\nname = \"\"", "hearth.toml:2 in door", "'name': expected a name that is not empty"},
           Case{"[[floor]]\nname = \"x\"\nlevel = 4294967296", "hearth.toml:3 in floor", "'level': expected a whole"},
           Case{"[[area]]\nname = \"Study\"\nfloor = \"Moon\"", "hearth.toml:3 in area", "the name of a [[floor]]"},
           Case{"[[area]]\naliases = [\"x\"]", "hearth.toml:1 in area", "'name': expected a name"},
           Case{"[[floor]]\nname = \"x\"\nlevel = 1.5", "hearth.toml:3 in floor", "a whole number"},
           Case{"[[person]]\nname = \"x\"\nrole = \"king\"", "hearth.toml:3 in person", "owner, adult, child or guest"},
           Case{"[control]\nport = 80", "hearth.toml:1 in control", "'token_file': expected a file"},
           Case{"[home\n", "hearth.toml:1:", ""},
       }) {
    const Error error = bad(wrong.toml);
    EXPECT_EQ(error.kind, Error::InvalidInput) << wrong.toml;
    EXPECT_THAT(error.place, HasSubstr(std::string(wrong.place))) << wrong.toml;
    EXPECT_THAT(error.message, HasSubstr(std::string(wrong.message))) << wrong.toml;
  }
  EXPECT_EQ(read_config("/nowhere/hearth.toml").error().kind, Error::NotFound);
}

TEST(Config, SecretsThatOthersCanReadAreRefused) {
  const std::filesystem::path folder = testing::TempDir();
  const std::filesystem::path secret = folder / "hearth_config_test_password";
  std::ofstream(secret) << "swordfish\n";
  const std::string toml = "[[door]]\npassword_file = \"" + secret.filename().string() + "\"";
  ::chmod(secret.c_str(), 0644);
  EXPECT_EQ(parse_config(toml, folder / "hearth.toml").error().kind, Error::Denied);
  ::chmod(secret.c_str(), 0600);
  const Result<Config> config = parse_config(toml, folder / "hearth.toml");
  ASSERT_TRUE(config.ok()) << to_string(config.error());
  EXPECT_EQ(config->mqtt[0].broker.password, "swordfish");
  std::filesystem::remove(secret);
  EXPECT_EQ(parse_config(toml, folder / "hearth.toml").error().kind, Error::NotFound);
}

}  // namespace
}  // namespace hearth::engine
